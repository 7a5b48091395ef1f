import { setTimeout as wait } from 'node:timers/promises';
import { type CryptoKey, createLocalJWKSet, errors, type JSONWebKeySet, type JWSHeaderParameters } from 'jose';
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

/**
 * One issuer's keys. jose's own remote set refuses a rotated key for 30 s, and every key once its cache has lapsed while the issuer is
 * down; here an unknown key is asked for within a second, and known keys hold for MAX_AGE_MS after the last good answer.
 */
export interface KeySet {
  /** Changes with the keys; undefined while they are too old to be believed. Asking refreshes them in the background when it is time. */
  generation(): number | undefined;
  /** @throws identity-provider-unavailable (503); jose's errors when the issuer has no such key */
  keyFor(header: JWSHeaderParameters): Promise<CryptoKey>;
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
    async keyFor(header) {
      if (this.generation() === undefined) await running;
      if (this.generation() === undefined && !(await fetchNext())) throw identityProviderUnavailable(issuer.issuer);
      const key = (await find(header)) ?? (await running?.then(() => find(header)));
      if (key !== undefined) return key;
      if (!(await fetchNext())) throw identityProviderUnavailable(issuer.issuer);
      return known.keys(header);
    },
  };

  function find(header: JWSHeaderParameters): Promise<CryptoKey | undefined> {
    return known.keys(header).catch((error: unknown) => {
      if (error instanceof errors.JWKSNoMatchingKey) return undefined;
      // What the platform says of a key that is none.
      throw error instanceof errors.JOSEError
        ? error
        : new errors.JWKSInvalid('a key that cannot be read', { cause: error });
    });
  }

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
