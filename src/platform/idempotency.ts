import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerKeeper, type HeldEffect, withAnswerKeeper } from './conclude.ts';
import type { Database } from './database.ts';
import {
  fingerprintOf,
  keyReused,
  parseIdempotencyKey,
  type RequestIdentity,
  scopeOf,
  stillInProgress,
} from './idempotency-key.ts';
import { claimKey, finishKey, releaseKey, type StoredAnswer } from './idempotency-records.ts';
import type { RedisStore } from './redis.ts';
import { cacheAnswer, cachedRecord } from './replay-cache.ts';

export interface IdempotencyDeps {
  db: Database;
  /** Holds the replay cache; without it every replay is read from the database. */
  redis?: RedisStore;
  /** The name under which this process has announced that it lives. */
  processName: string;
}

/** How long a duplicate waits for the first request to finish. */
const PATIENCE_MS = 10_000;
const FIRST_LOOK_MS = 50;
const LAST_LOOK_MS = 500;

/** What of the answer's headers belongs to the answer, and not to the request that carried it. */
const KEPT_HEADERS = ['content-type', 'etag', 'location', 'retry-after'] as const;

/** A key that this process works on. Duplicates that arrive here wait for it without asking anybody. */
interface Work extends AnswerKeeper {
  identity: RequestIdentity;
  effect?: HeldEffect;
  /** Resolves when it is over, with the answer if that is worth keeping. */
  over: PromiseWithResolvers<StoredAnswer | undefined>;
}

declare module 'fastify' {
  interface FastifyRequest {
    idempotentWork: Work | undefined;
    /** The body's bytes as they came, where they may be needed for a fingerprint. */
    bodyBytes: Buffer | undefined;
  }
}

/**
 * Gives every mutation that comes with an Idempotency-Key the same effect and the same answer however often it is sent
 * (draft-ietf-httpapi-idempotency-key-header). PostgreSQL holds the truth: a key is claimed in a row before the work begins, and the
 * answer is written to that row in the transaction of the effect. Redis only saves replays the way there.
 */
export function registerIdempotency(app: FastifyInstance, deps: IdempotencyDeps): void {
  const working = new Map<string, Work>();
  app.decorateRequest('idempotentWork', undefined);
  app.decorateRequest('bodyBytes', undefined);

  app.addHook('preHandler', async (request, reply) => {
    const header = request.headers['idempotency-key'];
    if (header === undefined || isSafe(request.method) || request.routeOptions.config.permission === 'public') return;
    const replay = await beginOrReplay(request, parseIdempotencyKey(header));
    if (replay !== undefined) return sendReplay(reply, replay);
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
    await finish(work, toAnswer(reply, payload));
    return payload;
  });

  /** @returns the answer to repeat, or undefined when the work is this request's to do. */
  async function beginOrReplay(request: FastifyRequest, key: string): Promise<StoredAnswer | undefined> {
    const identity: RequestIdentity = {
      tenantId: request.principal.tenantId,
      credentialId: request.principal.id,
      operation: `${request.method} ${request.routeOptions.url ?? ''}`,
      key,
      fingerprint: fingerprintOf({ method: request.method, url: request.url, body: request.bodyBytes }),
    };
    const scope = scopeOf(identity);
    const deadline = Date.now() + PATIENCE_MS;
    const isSame = (fingerprint: Buffer): void => {
      if (!fingerprint.equals(identity.fingerprint)) throw keyReused();
    };
    for (let lookMs = FIRST_LOOK_MS; Date.now() < deadline; lookMs = Math.min(lookMs * 2, LAST_LOOK_MS)) {
      const here = working.get(scope);
      if (here !== undefined) {
        isSame(here.identity.fingerprint);
        const answer = await Promise.race([
          here.over.promise,
          wait(deadline - Date.now(), 'late' as const, { ref: false }),
        ]);
        if (answer === 'late') break;
        if (answer !== undefined) return answer;
        continue;
      }
      // From here until the claim is decided, duplicates in this process wait for this request.
      const work = createWork(identity, scope);
      working.set(scope, work);
      try {
        const known = (await cachedRecord(deps.redis, scope)) ?? (await claimKey(deps.db, identity, deps.processName));
        if (known === 'claimed') {
          request.idempotentWork = work;
          void work.over.promise.finally(() => working.delete(scope));
          return undefined;
        }
        if (known !== undefined) isSame(known.fingerprint);
        working.delete(scope);
        work.over.resolve(known?.answer);
        if (known?.answer !== undefined) return known.answer;
      } catch (error) {
        working.delete(scope);
        work.over.resolve(undefined);
        throw error;
      }
      // Another process works on it. No connection is held while waiting.
      await wait(lookMs);
    }
    throw stillInProgress();
  }

  async function finish(work: Work, answer: StoredAnswer): Promise<void> {
    const { identity, effect } = work;
    let kept: StoredAnswer | undefined;
    try {
      if (isWorthKeeping(answer)) {
        const record = (execute: Parameters<typeof finishKey>[0]): Promise<void> =>
          finishKey(execute, identity, deps.processName, answer);
        if (effect !== undefined) await effect.commitWith(record);
        else await record(async (text, values) => (await deps.db.pool.query(text, [...values])).rowCount ?? 0);
        kept = answer;
        await cacheAnswer(deps.redis, work.scope, { fingerprint: identity.fingerprint, answer });
      } else {
        await effect?.rollback();
        await releaseKey(deps.db, identity, deps.processName);
      }
    } catch (error) {
      // A problem without an effect is as true when it is not kept: the claim stays in this process' name, and the request, sent again, takes it
      // over. To throw while a problem is being sent would replace it by Fastify's own bare answer.
      if (effect !== undefined && answer.status < 500) throw error;
      if (answer.status < 400) throw error;
    } finally {
      work.over.resolve(kept);
    }
  }
}

function createWork(identity: RequestIdentity, scope: string): Work {
  const work: Work = {
    identity,
    scope,
    over: Promise.withResolvers(),
    hold: (effect) => {
      if (work.effect !== undefined) throw new Error('An operation can conclude only once');
      work.effect = effect;
    },
  };
  return work;
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
