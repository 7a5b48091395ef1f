import { setTimeout as wait } from 'node:timers/promises';
import { forbidden } from './admit.ts';
import type { AnswerKeeper, HeldEffect } from './conclude.ts';
import { type Database, execute } from './database.ts';
import { keyReused, type RequestIdentity, scopeOf, stillInProgress } from './idempotency-key.ts';
import { claimKey, finishKey, releaseKey, type StoredAnswer } from './idempotency-records.ts';
import { lackingPermissions } from './lacking-permissions.ts';
import type { RedisStore } from './redis.ts';
import { cacheAnswer, cachedRecord } from './replay-cache.ts';
import type { SecretBox } from './secret-box.ts';

export interface IdempotencyDeps {
  db: Database;
  /** Holds the replay cache; without it every replay is read from the database. */
  redis?: RedisStore;
  /** Answers are kept sealed: one of them may hold a secret that is shown once. */
  secretBox: Pick<SecretBox, 'seal' | 'openBytes'>;
  /** The name under which this process has announced that it lives. */
  processName: string;
}

/** How long a duplicate waits for the first request to finish. */
const PATIENCE_MS = 10_000;
const FIRST_LOOK_MS = 50;
const LAST_LOOK_MS = 500;

/** A key that this process works on. Duplicates that arrive here wait for it without asking anybody. */
export interface Work extends AnswerKeeper {
  identity: RequestIdentity;
  effect?: HeldEffect;
  /** Resolves when it is known whether the key is this request's. Until then it says nothing about others. */
  decided: PromiseWithResolvers<boolean>;
  /** Resolves when it is over, with the answer if that is worth keeping. */
  over: PromiseWithResolvers<StoredAnswer | undefined>;
}

/** What the answer is, whatever carries it: done, refused because of what was asked, or failed because of us. */
export type Outcome = 'success' | 'refusal' | 'failure';

/**
 * Gives every request with a key the same effect and the same answer however often it is sent, whatever carries it. PostgreSQL holds the
 * truth: a key is claimed in a row before the work begins, and the answer is written to that row in the transaction of the effect. Redis
 * only saves replays the way there.
 */
export interface IdempotentWork {
  /**
   * @returns the answer to repeat, or the work that is this request's to do, and to `finish`.
   * @throws forbidden (403) when the caller has lost what he held for the answer; idempotency-key-reused (422), idempotency-in-progress (409)
   */
  begin(identity: RequestIdentity): Promise<{ replay: StoredAnswer } | { work: Work }>;
  /** Keeps the answer with the effect, or undoes the effect and gives the key back. @throws when the effect did not come to be. */
  finish(work: Work, answer: StoredAnswer, verdict: { outcome: Outcome; keep: boolean }): Promise<void>;
}

export function createIdempotentWork(deps: IdempotencyDeps): IdempotentWork {
  const working = new Map<string, Work>();
  const sealed = (answer: StoredAnswer, scope: string): StoredAnswer => ({
    ...answer,
    body: deps.secretBox.seal(answer.body, contextOf(scope)),
  });
  const opened = (answer: StoredAnswer, scope: string): StoredAnswer => ({
    ...answer,
    body: deps.secretBox.openBytes(answer.body, contextOf(scope)),
  });

  return {
    begin: async (identity) => {
      const begun = await claimOrReplay(identity);
      if ('replay' in begun) await requireStillGranted(begun.replay);
      return begun;
    },

    finish: async (work, answer, { outcome, keep }) => {
      const { identity, effect } = work;
      let kept: StoredAnswer | undefined;
      try {
        if (keep) {
          const given = work.granted.size === 0 ? answer : { ...answer, permissions: [...work.granted] };
          const toKeep = sealed(given, work.scope);
          const record = (execute: Parameters<typeof finishKey>[0]): Promise<void> =>
            finishKey(execute, identity, deps.processName, toKeep);
          if (effect !== undefined) await effect.commitWith(record);
          else await record((statement, values) => execute(deps.db.pool, statement, values));
          kept = given;
          await cacheAnswer(deps.redis, work.scope, { fingerprint: identity.fingerprint, answer: toKeep });
        } else {
          await effect?.rollback();
          await releaseKey(deps.db, identity, deps.processName);
        }
      } catch (error) {
        // A refusal without an effect is as true when it is not kept: the claim stays in this process' name, and the request, sent again, takes
        // it over. To throw while a problem is being sent would replace it by Fastify's own bare answer.
        if (effect !== undefined && outcome !== 'failure') throw error;
        if (outcome === 'success') throw error;
      } finally {
        work.over.resolve(kept);
      }
    },
  };

  async function claimOrReplay(identity: RequestIdentity): Promise<{ replay: StoredAnswer } | { work: Work }> {
    const scope = scopeOf(identity);
    const deadline = Date.now() + PATIENCE_MS;
    for (let lookMs = FIRST_LOOK_MS; Date.now() < deadline; lookMs = Math.min(lookMs * 2, LAST_LOOK_MS)) {
      const here = working.get(scope);
      if (here !== undefined) {
        if (!here.identity.fingerprint.equals(identity.fingerprint)) {
          // It may be the one that is refused.
          if (await here.decided.promise) throw keyReused();
          continue;
        }
        const answer = await Promise.race([
          here.over.promise,
          wait(deadline - Date.now(), 'late' as const, { ref: false }),
        ]);
        if (answer === 'late') break;
        if (answer !== undefined) return { replay: answer };
        continue;
      }
      // From here until the claim is decided, duplicates in this process wait for this request.
      const work = createWork(identity, scope);
      working.set(scope, work);
      try {
        const known = (await cachedRecord(deps.redis, scope)) ?? (await claimKey(deps.db, identity, deps.processName));
        work.decided.resolve(known === 'claimed');
        if (known === 'claimed') {
          void work.over.promise.finally(() => working.delete(scope));
          return { work };
        }
        if (known !== undefined && !known.fingerprint.equals(identity.fingerprint)) throw keyReused();
        const replay = known?.answer === undefined ? undefined : opened(known.answer, scope);
        working.delete(scope);
        work.over.resolve(replay);
        if (replay !== undefined) return { replay };
      } catch (error) {
        working.delete(scope);
        work.decided.resolve(false);
        work.over.resolve(undefined);
        throw error;
      }
      // Another process works on it. No connection is held while waiting.
      await wait(lookMs);
    }
    throw stillInProgress();
  }
}

/** Who may do something may lose that; then he is not told again what came of it, which may be a secret. */
async function requireStillGranted({ permissions = [] }: StoredAnswer): Promise<void> {
  const [lost] = await lackingPermissions(permissions);
  if (lost !== undefined) throw forbidden(lost);
}

const contextOf = (scope: string): string => `idempotency:${scope}`;

function createWork(identity: RequestIdentity, scope: string): Work {
  const work: Work = {
    identity,
    scope,
    granted: new Set(),
    decided: Promise.withResolvers(),
    over: Promise.withResolvers(),
    hold: (effect) => {
      if (work.effect !== undefined) throw new Error('An operation can conclude only once');
      work.effect = effect;
    },
  };
  return work;
}
