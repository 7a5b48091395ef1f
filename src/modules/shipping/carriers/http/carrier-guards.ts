import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
  TaskCancelledError,
} from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { CarrierNotReached, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { untilAborted } from './until-aborted.ts';

/** Exchanges of one tenant with one carrier at a time, and how many may wait for their turn. */
const MAX_IN_FLIGHT = 8;
const MAX_WAITING = 64;
/** Exchanges without an answer, one after the other, after which a carrier is left alone for a while. */
const FAILURES_UNTIL_OPEN = 5;
const OPEN_MS = 10_000;
const MAX_GUARDS = 5_000;

export interface GuardOptions {
  onState: (change: { carrier: string; state: CircuitName; by: 1 | -1 }) => void;
  /** How long a carrier that does not answer is left alone. Default 10 seconds. */
  openMs?: number;
}

export type CircuitName = 'closed' | 'open' | 'half-open';

/**
 * One guard for each tenant and each server of a carrier: so many exchanges at a time, none while the server does not answer. What one
 * carrier or one tenant suffers, no other waits for.
 */
export interface CarrierGuards {
  /** @throws CarrierNotReached when the exchange was not begun: the circuit is open, too many wait, or the deadline passed waiting. */
  run<Answer>(key: GuardKey, signal: AbortSignal, exchange: () => Promise<Answer>): Promise<Answer>;
}

export interface GuardKey {
  tenantId: string;
  carrier: string;
  origin: string;
}

export function createCarrierGuards({ onState, openMs = OPEN_MS }: GuardOptions): CarrierGuards {
  const guards = new LRUCache<string, Guard>({
    max: MAX_GUARDS,
    dispose: (guard) => onState({ carrier: guard.carrier, state: guard.state(), by: -1 }),
  });
  return {
    run: async ({ tenantId, carrier, origin }, signal, exchange) => {
      const key = JSON.stringify([tenantId, carrier, origin]);
      let guard = guards.get(key);
      if (guard === undefined) {
        guard = createGuard(carrier, openMs, onState);
        guards.set(key, guard);
      }
      let begun = false;
      const begin: typeof exchange = () => {
        begun = true;
        return exchange();
      };
      const turn = guard.run(signal, begin);
      try {
        return await untilAborted(turn, signal).catch((error: unknown) => {
          // What was begun ends itself at the deadline, and knows better what became of it.
          if (begun) return turn;
          throw signal.aborted ? new TaskCancelledError() : error;
        });
      } catch (cause) {
        throw toCarrierError(cause, carrier);
      }
    },
  };
}

interface Guard {
  carrier: string;
  state(): CircuitName;
  run<Answer>(signal: AbortSignal, exchange: () => Promise<Answer>): Promise<Answer>;
}

function createGuard(carrier: string, openMs: number, onState: GuardOptions['onState']): Guard {
  const circuit = circuitBreaker(handleType(CarrierOutcomeUnknown), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN),
  });
  const turns = bulkhead(MAX_IN_FLIGHT, MAX_WAITING);
  let state: CircuitName = 'closed';
  onState({ carrier, state, by: 1 });
  circuit.onStateChange((changed) => {
    onState({ carrier, state, by: -1 });
    state = nameOf(changed);
    onState({ carrier, state, by: 1 });
  });
  return {
    carrier,
    state: () => state,
    // Waiting for a turn is not the carrier's failure: the circuit is inside.
    run: (signal, exchange) => turns.execute(() => circuit.execute(exchange), signal),
  };
}

function nameOf(state: CircuitState): CircuitName {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}

function toCarrierError(cause: unknown, carrier: string): unknown {
  if (cause instanceof BrokenCircuitError)
    return new CarrierNotReached(`${carrier} has not answered of late and is left alone for some seconds`, { cause });
  if (cause instanceof BulkheadRejectedError)
    return new CarrierNotReached(`too many calls to ${carrier} are waiting`, { cause });
  if (cause instanceof TaskCancelledError)
    return new CarrierNotReached(`the deadline passed before it was this call's turn at ${carrier}`, { cause });
  return cause;
}
