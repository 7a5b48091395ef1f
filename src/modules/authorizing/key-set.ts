import { setTimeout as wait } from 'node:timers/promises';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../platform/clock.ts';
import { fetchJson } from '../../platform/fetch-json.ts';
import type { IssuerConfig } from '../../platform/identity-config.ts';
import type { Logger } from '../../platform/logger.ts';
import { identityProviderUnavailable } from './errors.ts';

/** A key set this old is asked for again while it is still used, so that a key that was withdrawn is felt. */
const REFRESH_AFTER_MS = 5 * 60_000;
/** Between such tries while the issuer does not answer. */
const RETRY_AFTER_MS = 30_000;
/** How long known keys outlive their issuer's silence. */
const MAX_AGE_MS = 24 * 3_600_000;
/** Between the beginnings of two fetches, whatever the tokens say: keys that nobody knows must not flood the issuer. */
const MIN_INTERVAL_MS = 1_000;
const FETCH_LIMITS = { timeoutMs: 3_000, maxBytes: 256 * 1024 };

/** Tries to prove something with the given keys; undefined when none of them does. */
type Attempt<Result> = (keys: JWTVerifyGetKey) => Promise<Result | undefined>;

/**
 * One issuer's keys. jose's own remote set is not enough: it refuses a rotated key for 30 s, a rotated key under the old name for as long as its
 * cache holds, and every key once the cache has lapsed while the issuer is down. Here the keys are fetched anew, at most once a second,
 * whenever those that are known do not prove a token, whatever they are called; and known keys hold for MAX_AGE_MS after the last good answer.
 */
export interface KeySet {
  /** Changes with the keys; undefined while they are too old to be believed. Asking refreshes them in the background when it is time. */
  generation(): number | undefined;
  /** Attempts with the keys that are known and, if these do not do, with those that the issuer has now. @throws identity-provider-unavailable (503) */
  prove<Result>(attempt: Attempt<Result>): Promise<Result | undefined>;
  /** Attempts with the keys that are known, and asks nobody. */
  proveWithKnown<Result>(attempt: Attempt<Result>): Promise<Result | undefined>;
}

export function createKeySet(deps: { issuer: IssuerConfig; clock: Clock; log: Logger }): KeySet {
  const { issuer, clock, log } = deps;
  const known = { keys: createLocalJWKSet({ keys: [] }), text: '', generation: 0, fetchedOn: Number.NEGATIVE_INFINITY };
  let jwksUrl = issuer.jwksUrl;
  let begunOn = Number.NEGATIVE_INFINITY;
  let failedOn = Number.NEGATIVE_INFINITY;
  let running: Promise<boolean> | undefined;
  let next: Promise<boolean> | undefined;

  const ageMs = (): number => clock().getTime() - known.fetchedOn;

  return {
    generation() {
      if (ageMs() > MAX_AGE_MS) return undefined;
      const isDue = ageMs() > REFRESH_AFTER_MS && performance.now() - failedOn > RETRY_AFTER_MS;
      if (isDue && running === undefined) void fetchNext();
      return known.generation;
    },
    async prove(attempt) {
      if (this.generation() === undefined) await running;
      if (this.generation() === undefined && !(await fetchNext())) throw identityProviderUnavailable(issuer.issuer);
      let tried: number | undefined;
      // What the same keys did not prove they do not prove now: a flood of bad signatures is checked once each.
      const attemptAnew = async () => {
        if (tried === known.generation) return undefined;
        tried = known.generation;
        return attempt(known.keys);
      };
      const proved = (await attemptAnew()) ?? (await running?.then(attemptAnew));
      if (proved !== undefined) return proved;
      if (!(await fetchNext())) throw identityProviderUnavailable(issuer.issuer);
      return attemptAnew();
    },
    async proveWithKnown(attempt) {
      return this.generation() === undefined ? undefined : attempt(known.keys);
    },
  };

  /** A fetch that begins after this call; all who ask before it begins share it. @returns whether the issuer answered */
  function fetchNext(): Promise<boolean> {
    next ??= (async () => {
      await running;
      const waitMs = begunOn + MIN_INTERVAL_MS - performance.now();
      if (waitMs > 0) await wait(waitMs, undefined, { ref: false });
      begunOn = performance.now();
      next = undefined;
      running = load();
      return running;
    })();
    return next;
  }

  async function load(): Promise<boolean> {
    try {
      jwksUrl ??= await discover(issuer);
      const text = JSON.stringify(await fetchJson(jwksUrl, FETCH_LIMITS));
      if (text !== known.text) {
        known.keys = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
        known.text = text;
        known.generation++;
      }
      known.fetchedOn = clock().getTime();
      return true;
    } catch (error) {
      log.warn({ err: error, issuer: issuer.issuer }, 'the keys of an identity provider could not be read');
      failedOn = performance.now();
      jwksUrl = issuer.jwksUrl;
      return false;
    } finally {
      running = undefined;
    }
  }
}

/** OpenID Connect Discovery 1.0 section 4: the document must be the issuer's own. */
async function discover({ issuer }: IssuerConfig): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const { issuer: named, jwks_uri: jwksUrl } = (await fetchJson(url, FETCH_LIMITS)) as Record<string, unknown>;
  if (named !== issuer) throw new Error(`${url} is the document of another issuer`);
  if (typeof jwksUrl !== 'string' || !URL.canParse(jwksUrl)) throw new Error(`${url} names no jwks_uri`);
  return jwksUrl;
}
