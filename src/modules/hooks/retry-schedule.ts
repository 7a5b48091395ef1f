const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The distance of each attempt from the one before it; the first is made at once (Standard Webhooks, 'Retry schedule'). */
const DISTANCES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** Of a distance, to both sides, so that what failed together does not come back together. */
const JITTER = 0.1;
/** A receiver that asks for more patience gets no more. */
const MAX_RETRY_AFTER_MS = HOUR;
/** Between two calls of a receiver that says it is overloaded and not for how long. */
const SLOW_DOWN_MS = 5 * SECOND;
const MAX_FAILING_MS = 5 * 24 * HOUR;

/** What a receiver answers when it has too much to do, or what stands before it cannot reach it. */
const OVERLOADED = new Set([429, 502, 503, 504]);

/**
 * When to try again after the `tries`th attempt has failed; undefined when that was the last one.
 * @param random from 0, below 1
 * @param retryAfterMs what the receiver asked for: it can only delay, and by an hour at most
 */
export function nextAttemptOn(
  tries: number,
  now: Date,
  random: number,
  retryAfterMs: number | undefined,
): Date | undefined {
  const distanceMs = DISTANCES_MS[tries - 1];
  if (distanceMs === undefined) return undefined;
  const jittered = distanceMs * (1 - JITTER + 2 * JITTER * random);
  const asked = Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  return new Date(now.getTime() + Math.round(Math.max(jittered, asked)));
}

/** Until when a receiver is to be left alone after this answer; undefined when it did not ask for that. */
export function pausedUntil(responseStatus: number, now: Date, retryAfterMs: number | undefined): Date | undefined {
  if (!OVERLOADED.has(responseStatus)) return undefined;
  return new Date(now.getTime() + Math.min(retryAfterMs ?? SLOW_DOWN_MS, MAX_RETRY_AFTER_MS));
}

/** Seconds, or a date (RFC 9110, section 10.2.3); undefined when it is neither. */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  // Every form of an HTTP date begins with the name of a day.
  const time = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now.getTime());
}

/** Whether nothing but failures for so long is enough. */
export function isBeyondHope(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= MAX_FAILING_MS;
}
