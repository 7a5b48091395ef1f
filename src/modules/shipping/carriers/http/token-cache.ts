import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../../platform/clock.ts';
import { untilAborted } from './until-aborted.ts';

const MAX_ACCOUNTS = 1_000;
/** Before its expiry a token is fetched anew, so that none expires on its way. */
const EXPIRY_MARGIN_MS = 60_000;
/** Of fetching a token, whoever waits for it. */
const FETCH_TIMEOUT_MS = 10_000;

export interface FreshToken {
  token: string;
  expiresInSeconds: number;
}

/** OAuth tokens of carrier accounts, in this process' memory only. */
export interface TokenCache {
  /**
   * The account's token, fetched when there is none that is good for a minute yet. All who ask meanwhile wait for that one fetch, each for
   * as long as its own signal allows. A failed fetch is not kept.
   * @param account whatever tells accounts apart, credentials included
   */
  get(account: readonly string[], signal: AbortSignal, fetchToken: TokenFetch): Promise<string>;
  /** Forgets a token that the carrier did not accept, unless it has been replaced already. */
  forget(account: readonly string[], token: string): void;
}

export type TokenFetch = (signal: AbortSignal) => Promise<FreshToken>;

interface Entry {
  token: Promise<string>;
  /** The token once it is there. */
  value?: string;
  goodUntilMs: number;
}

export function createTokenCache(clock: Clock): TokenCache {
  const entries = new LRUCache<string, Entry>({ max: MAX_ACCOUNTS });

  function fetchInto(key: string, fetchToken: TokenFetch): Entry {
    // The first caller's deadline is not the others'.
    const fetched = fetchToken(AbortSignal.timeout(FETCH_TIMEOUT_MS));
    const entry: Entry = { token: fetched.then((fresh) => fresh.token), goodUntilMs: Number.POSITIVE_INFINITY };
    entries.set(key, entry);
    fetched.then(
      (fresh) => {
        entry.value = fresh.token;
        entry.goodUntilMs = clock().getTime() + fresh.expiresInSeconds * 1_000 - EXPIRY_MARGIN_MS;
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    return entry;
  }

  return {
    get: async (account, signal, fetchToken) => {
      signal.throwIfAborted();
      const key = keyOf(account);
      const known = entries.get(key);
      const entry = known !== undefined && known.goodUntilMs > clock().getTime() ? known : fetchInto(key, fetchToken);
      return untilAborted(entry.token, signal);
    },
    forget: (account, token) => {
      const key = keyOf(account);
      if (entries.get(key)?.value === token) entries.delete(key);
    },
  };
}

/** Secrets do not stand in memory longer than they must. */
function keyOf(account: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(account)).digest('base64url');
}
