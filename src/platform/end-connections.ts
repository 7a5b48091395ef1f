import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const INTERVAL_MS = 50;
/** How long what is in flight may take when the process stops: requests, calls and jobs end side by side, within the time that the whole has. */
export const ENDED_WITHIN_MS = 7_000;
/** How long the rest of a request may be in coming. */
const RECEIVED_WITHIN_MS = 3_000;

/**
 * Lets a server end within its time whatever its clients do. From `isStopping` on, its answers ask them to leave their connections; and as soon as
 * it has closed and nothing is being answered any more, it ends what is still open: connections that are kept for a next request, those on
 * which nothing was ever sent, which Node would wait for, and those of clients that do not send all of a request, with which nothing was begun.
 * After seven seconds it ends also what is still being answered, or read by a client that takes its time, and says so in the log.
 */
export function endConnections(
  app: FastifyInstance,
  answering: ReadonlySet<IncomingMessage>,
  isStopping: () => boolean,
): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping()) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('preClose', (done) => {
    if (app.server.listening) endWhenAnswered(app, answering);
    done();
  });
}

function endWhenAnswered(app: FastifyInstance, answering: ReadonlySet<IncomingMessage>): void {
  const closedAt = performance.now();
  const ending = setInterval(() => {
    if (app.server.listening) return;
    const passedMs = performance.now() - closedAt;
    const isLate = passedMs > ENDED_WITHIN_MS;
    const awaited = [...answering].filter((request) => request.complete || passedMs < RECEIVED_WITHIN_MS);
    if (awaited.length > 0 && !isLate) return;
    if (awaited.length > 0) app.log.warn({ requests: awaited.map(named) }, 'requests were cut off');
    app.server.closeAllConnections();
  }, INTERVAL_MS);
  app.server.once('close', () => clearInterval(ending));
}

function named({ method, url }: IncomingMessage): string {
  return `${method} ${url?.split('?', 1)[0]}`;
}
