import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_MS = 5_000;

/**
 * Before a body that is too large is answered 413, reads the rest of it. A connection that is closed with bytes unread is reset, and the reset
 * overtakes the answer: the caller would see a broken pipe and try again for ever. Bounded in bytes and time, as the body may have no end.
 */
export function answerAfterLargeBodies(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const answer = (): void => done(null, payload);
    if (reply.statusCode === 413) void discardRest(request.raw).then(answer);
    else answer();
  });
}

async function discardRest(message: IncomingMessage): Promise<void> {
  if (message.complete || message.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, MAX_MS);
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) resolve();
  };
  message.on('data', count).once('end', resolve).once('close', resolve).once('error', resolve).resume();
  await promise;
  clearTimeout(timer);
  message.off('data', count).pause();
}
