import type { Outcome } from './post-message.ts';

/** How one receiver is treated by this process: how many exchanges at a time, and whether it may be called at all. */
export interface Lane {
  readonly inFlight: number;
  /** Exchanges at a time: few until it has shown what it can do, fewer when it fails. */
  readonly limit: number;
  /** Whether its last exchange succeeded. */
  readonly isProven: boolean;
  /** Exchanges without an answer, one after the other. */
  readonly silences: number;
  readonly restsUntil: number;
}

const FIRST_LIMIT = 2;
const MAX_LIMIT = 16;
const FIRST_REST_MS = 100;
const MAX_REST_MS = 5_000;

export const NEW_LANE: Lane = { inFlight: 0, limit: FIRST_LIMIT, isProven: false, silences: 0, restsUntil: 0 };

/** Exchanges at a time of one process, and of those that have not shown that they answer: these may all be slow. */
const MAX_IN_FLIGHT = 256;
const MAX_UNPROVEN_IN_FLIGHT = 128;

/** How many more exchanges may begin on a lane beside what runs on all. */
export function roomOn(lane: Lane, running: { all: number; unproven: number }, now: number): number {
  if (lane.restsUntil > now) return 0;
  const shared = lane.isProven
    ? MAX_IN_FLIGHT - running.all
    : Math.min(MAX_IN_FLIGHT - running.all, MAX_UNPROVEN_IN_FLIGHT - running.unproven);
  return Math.max(0, Math.min(lane.limit - lane.inFlight, shared));
}

/** The lane after an exchange: a success widens it, a failure narrows it, and no answer at all leaves one at a time, with rests. */
export function afterExchange(lane: Lane, outcome: Outcome, now: number): Lane {
  const rest = { ...lane, inFlight: lane.inFlight - 1 };
  if (outcome.error === undefined)
    return { ...rest, limit: Math.min(MAX_LIMIT, lane.limit * 2), isProven: true, silences: 0, restsUntil: 0 };
  if (outcome.responseStatus !== undefined || outcome.blocked !== undefined)
    return { ...rest, limit: Math.max(1, Math.floor(lane.limit / 2)), isProven: false, silences: 0 };
  const restMs = Math.min(MAX_REST_MS, FIRST_REST_MS * 2 ** lane.silences);
  return { ...rest, limit: 1, isProven: false, silences: lane.silences + 1, restsUntil: now + restMs };
}
