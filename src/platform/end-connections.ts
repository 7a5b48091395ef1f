import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

const INTERVAL_MS = 50;

/**
 * Lets a server end within its time whatever its clients do. From `isStopping` on, its answers ask them to leave their connections; and as soon as
 * it has closed and nothing is being answered any more, it ends what is still open: connections that are kept for a next request, and those on
 * which nothing was ever sent, which Node would wait for.
 */
export function endConnections(app: FastifyInstance, isStopping: () => boolean): void {
  let answering = 0;
  app.server.on('request', (_request, response: ServerResponse) => {
    answering++;
    response.once('close', () => answering--);
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping()) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('preClose', (done) => {
    if (app.server.listening) {
      const ending = setInterval(() => {
        if (answering === 0 && !app.server.listening) app.server.closeAllConnections();
      }, INTERVAL_MS);
      app.server.once('close', () => clearInterval(ending));
    }
    done();
  });
}
