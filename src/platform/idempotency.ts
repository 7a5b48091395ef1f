import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { needsCredentials } from './admission.ts';
import { toProblemAnswer } from './answer-problem.ts';
import { withAnswerKeeper } from './conclude.ts';
import { fingerprintOf, parseIdempotencyKey, type RequestIdentity } from './idempotency-key.ts';
import type { StoredAnswer } from './idempotency-records.ts';
import type { IdempotentWork, Work } from './idempotent-work.ts';

/** What of the answer's headers belongs to the answer, and not to the request that carried it. */
const KEPT_HEADERS = ['content-type', 'etag', 'location', 'retry-after'] as const;

declare module 'fastify' {
  interface FastifyRequest {
    idempotentWork: Work | undefined;
    /** The body's bytes as they came, where they may be needed for a fingerprint. */
    bodyBytes: Buffer | undefined;
  }
}

/**
 * Gives every mutation that comes with an Idempotency-Key the same effect and the same answer however often it is sent
 * (draft-ietf-httpapi-idempotency-key-header).
 */
export function registerIdempotency(
  app: FastifyInstance,
  idempotentWork: IdempotentWork,
  problemBaseUrl: string,
): void {
  app.decorateRequest('idempotentWork', undefined);
  app.decorateRequest('bodyBytes', undefined);

  app.addHook('preHandler', async (request, reply) => {
    const header = request.headers['idempotency-key'];
    if (header === undefined || isSafe(request.method) || !needsCredentials(request)) return;
    const begun = await idempotentWork.begin(identityOf(request, parseIdempotencyKey(header)));
    if ('replay' in begun) return sendReplay(reply, begun.replay);
    request.idempotentWork = begun.work;
  });
  // In a hook of its own, in callback form: what runs inside `run` is the rest of the request.
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.idempotentWork === undefined) done();
    else withAnswerKeeper(request.idempotentWork, done);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const work = request.idempotentWork;
    if (work === undefined) return payload;
    // Should keeping it fail, the failure is answered, and that answer is not kept.
    request.idempotentWork = undefined;
    const answer = toAnswer(reply, payload);
    const outcome = answer.status < 400 ? 'success' : answer.status < 500 ? 'refusal' : 'failure';
    try {
      await idempotentWork.finish(work, answer, { outcome, keep: isWorthKeeping(answer) });
      return payload;
    } catch (error) {
      if (outcome === 'success') throw error;
      // Whether the refusal has come about is not known. Thrown while a problem is being sent, this would be answered in Fastify's own bare
      // words, under the refusal's status.
      void reply.removeHeader('content-length');
      return JSON.stringify(toProblemAnswer(problemBaseUrl, error, request, reply));
    }
  });
}

function identityOf(request: FastifyRequest, key: string): RequestIdentity {
  return {
    tenantId: request.principal.tenantId,
    credentialId: request.principal.id,
    operation: request.routeOptions.config.operation ?? `${request.method} ${request.routeOptions.url ?? ''}`,
    key,
    fingerprint: fingerprintOf({ method: request.method, url: request.url, body: request.bodyBytes }),
  };
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/**
 * What would be the same if the request were executed again: successes, and refusals that arose from the request and the state it met.
 * Not what the caller may mend (400, 401, 403, 429), nor what passes (5xx, and every refusal that says Retry-After).
 */
function isWorthKeeping({ status, headers }: StoredAnswer): boolean {
  if (status >= 200 && status < 300) return true;
  return (
    (status === 404 || status === 409 || status === 410 || status === 412 || status === 422) &&
    headers['retry-after'] === undefined
  );
}

function toAnswer(reply: FastifyReply, payload: unknown): StoredAnswer {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === 'string' ? payload : '');
  return { status: reply.statusCode, headers, body };
}

function sendReplay(reply: FastifyReply, answer: StoredAnswer): FastifyReply {
  void reply.code(answer.status).headers(answer.headers).header('idempotent-replayed', 'true');
  return reply.send(answer.body.length === 0 ? null : answer.body);
}
