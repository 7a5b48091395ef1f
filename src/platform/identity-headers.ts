import type { FastifyInstance } from 'fastify';

/** What proxies call the headers by which they tell who is calling. Any client can send them too. */
const IDENTITY_HEADER =
  /^(remote-|x-(remote-|forwarded-(user|email|groups|preferred-username|access-token)|auth|user|tenant|account|principal|permission|role|group|scope|webauth|session))/;

/**
 * Throws away what a request says about its caller beside Authorization, before anything could believe it: who is calling is said by
 * credentials that are checked, and by nothing else.
 */
export function dropIdentityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request.raw;
    for (const name in headers) {
      if (IDENTITY_HEADER.test(name)) delete headers[name];
    }
    done();
  });
}
