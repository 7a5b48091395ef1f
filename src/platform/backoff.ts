/** The shortest wait before what did not succeed is tried again. */
export const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 5 * 60_000;

/** When to try again what has been unsettled since `since`: after half that time, so often at first, and for days if need be. */
export function tryAgainAt(since: Date, now: Date): Date {
  const delayMs = Math.min(MAX_DELAY_MS, Math.max(FIRST_DELAY_MS, (now.getTime() - since.getTime()) / 2));
  return new Date(now.getTime() + delayMs);
}
