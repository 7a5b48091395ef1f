import type { Counter } from 'prom-client';
import type { Clock } from './clock.ts';
import type { RedisScript, RedisStore } from './redis.ts';

/** How often something may be done in one window. */
export interface RatePolicy {
  /** Shown to clients, and part of what is counted: the same caller has a count for each policy. */
  name: string;
  limit: number;
}

/** What became of one request, as its headers say it. */
export interface RateVerdict {
  allowed: boolean;
  policy: RatePolicy;
  /** After this request; never negative. */
  remaining: number;
  /** When the count begins anew: seconds since the epoch, and seconds from now, at least 1. */
  resetEpochSeconds: number;
  resetInSeconds: number;
}

/**
 * Counts requests in fixed windows of a minute, in Redis for all replicas together. Without Redis, and while it does not
 * answer, this process counts alone and goes on from what it knows; what it counted alone is added when Redis is back.
 */
export interface RateLimiter {
  /** Counts one request of the caller. A refused one is not counted. */
  take(policy: RatePolicy, caller: string): RateVerdict | Promise<RateVerdict>;
  /** The verdict on a caller that has nothing left, without counting; else undefined. Never asks Redis. */
  exhausted(policy: RatePolicy, caller: string): RateVerdict | undefined;
}

export interface RateLimiterDeps {
  clock: Clock;
  redis: Pick<RedisStore, 'run'> | undefined;
  /** Counts the requests that this process counted alone although there is a Redis. */
  fallbacks: Pick<Counter, 'inc'>;
}

export const RATE_WINDOW_SECONDS = 60;
const WINDOW_MS = RATE_WINDOW_SECONDS * 1_000;
/** Bounds the memory that a flood from ever new addresses can take. */
const MAX_REMEMBERED = 100_000;

/** `INCRBY` and the end of the key's life in one atomic step and one round trip. */
const COUNT: RedisScript = {
  name: 'countRequest',
  lua: `local count = redis.call('incrby', KEYS[1], ARGV[1])
if count == tonumber(ARGV[1]) then redis.call('pexpire', KEYS[1], ARGV[2]) end
return count`,
};

interface Window {
  endsMs: number;
  /** The highest count that this process knows of, its own included. */
  count: number;
  /** Counted by this process while Redis did not answer. */
  unshared: number;
}

export function createRateLimiter(deps: RateLimiterDeps): RateLimiter {
  const { redis } = deps;
  // In the order of insertion, which is within a minute of the order of their ends.
  const windows = new Map<string, Window>();

  return {
    exhausted: (policy, caller) => {
      const window = windows.get(`${policy.name}:${caller}`);
      const isOpen = window !== undefined && window.count >= policy.limit && window.endsMs > deps.clock().getTime();
      return isOpen ? verdict(policy, window, false) : undefined;
    },
    take: (policy, caller) => {
      const key = `${policy.name}:${caller}`;
      const window = currentWindow(windows, key, deps.clock().getTime());
      // Within a window counts only grow, so that no replica needs to be asked about a caller that has nothing left.
      if (window.count >= policy.limit) return verdict(policy, window, false);
      return redis === undefined ? takeHere(policy, window) : takeShared(redis, policy, key, window);
    },
  };

  function takeHere(policy: RatePolicy, window: Window): RateVerdict {
    window.count++;
    return verdict(policy, window, window.count <= policy.limit);
  }

  function verdict(policy: RatePolicy, window: Pick<Window, 'count' | 'endsMs'>, allowed: boolean): RateVerdict {
    return {
      allowed,
      policy,
      remaining: Math.max(0, policy.limit - window.count),
      resetEpochSeconds: window.endsMs / 1_000,
      resetInSeconds: Math.max(1, Math.ceil((window.endsMs - deps.clock().getTime()) / 1_000)),
    };
  }

  async function takeShared(
    store: Pick<RedisStore, 'run'>,
    policy: RatePolicy,
    key: string,
    window: Window,
  ): Promise<RateVerdict> {
    const { unshared } = window;
    window.unshared = 0;
    try {
      const count = Number(await store.run(COUNT, [`rate:${key}:${window.endsMs}`], [1 + unshared, WINDOW_MS * 2]));
      window.count = Math.max(window.count, count);
      return verdict(policy, { ...window, count }, count <= policy.limit);
    } catch {
      deps.fallbacks.inc();
      window.unshared += unshared + 1;
      return takeHere(policy, window);
    }
  }
}

/**
 * The windows of a caller follow one another at fixed times, the same on every replica and whoever counts. Each caller
 * has other times, so that those who wait for a new window do not all come back in the same second.
 */
function currentWindow(windows: Map<string, Window>, key: string, nowMs: number): Window {
  const known = windows.get(key);
  if (known !== undefined && known.endsMs > nowMs) return known;
  const window: Window = { endsMs: endOfWindow(key, nowMs), count: 0, unshared: 0 };
  windows.delete(key);
  windows.set(key, window);
  for (const [oldest, { endsMs }] of windows) {
    if (endsMs > nowMs && windows.size <= MAX_REMEMBERED) break;
    windows.delete(oldest);
  }
  return window;
}

function endOfWindow(key: string, nowMs: number): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  // Whole seconds, because that is what headers can say.
  const phaseMs = (Math.abs(hash) % RATE_WINDOW_SECONDS) * 1_000;
  return nowMs - ((nowMs + WINDOW_MS - phaseMs) % WINDOW_MS) + WINDOW_MS;
}
