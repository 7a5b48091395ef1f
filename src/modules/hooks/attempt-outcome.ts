import type { AttemptOutcome } from './claim-repository.ts';
import type { ClaimedDelivery } from './delivery.ts';
import type { Outcome } from './post-message.ts';
import { nextAttemptOn, parseRetryAfter, pausedUntil } from './retry-schedule.ts';

/** What becomes of a delivery by the outcome of an attempt at it. */
export function attemptOutcomeOf(
  delivery: ClaimedDelivery,
  outcome: Outcome,
  at: { startedOn: Date; durationMs: number; now: Date; random: number },
): AttemptOutcome {
  const { tenantId, webhookId, id, claimedUntil } = delivery;
  const { retryAfter, ...shown } = outcome;
  const tries = delivery.tries + 1;
  const attempt = { number: delivery.attempts + 1, startedOn: at.startedOn, durationMs: at.durationMs, ...shown };
  const base = { tenantId, webhookId, id, claimedUntil, tries, attempt };
  if (outcome.error === undefined) return { ...base, status: 'Succeeded' };
  // Where it may not be sent today, it may not in five minutes.
  if (outcome.blocked !== undefined) return { ...base, status: 'Blocked' };
  const retryAfterMs = parseRetryAfter(retryAfter, at.now);
  const pause =
    outcome.responseStatus === undefined ? undefined : pausedUntil(outcome.responseStatus, at.now, retryAfterMs);
  const next = outcome.responseStatus === 410 ? undefined : nextAttemptOn(tries, at.now, at.random, retryAfterMs);
  return {
    ...base,
    ...(next === undefined ? { status: 'Failed' } : { status: 'Pending', nextAttemptOn: next }),
    ...(pause === undefined ? {} : { pausedUntil: pause }),
  };
}
