import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** `isAborted`: the client left before it had the whole answer. What the request asked for has been done or refused all the same. */
export type Record = (request: FastifyRequest, reply: FastifyReply, isAborted: boolean) => void;

/**
 * Calls `record` once for each request, when it has been answered; also where nobody waits for the answer any more, which `onResponse` leaves out.
 * @returns the requests whose answers are not yet out
 */
export function whenAnswered(app: FastifyInstance, record: Record): ReadonlySet<IncomingMessage> {
  const answering = new Set<IncomingMessage>();
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = reply;
    answering.add(request.raw);
    raw.once('close', () => {
      answering.delete(request.raw);
      if (raw.headersSent && !raw.writableFinished) record(request, reply, true);
    });
    done();
  });
  // While it was worked on.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.raw.destroyed) record(request, reply, true);
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    record(request, reply, false);
    done();
  });
  return answering;
}
