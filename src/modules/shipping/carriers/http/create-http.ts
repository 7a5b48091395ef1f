import type { Clock } from '../../../../platform/clock.ts';
import type { Metrics } from '../../../../platform/metrics.ts';
import { createCarrierGuards, type GuardOptions } from './carrier-guards.ts';
import { type CarrierHttp, type CarrierHttpOptions, createCarrierHttp } from './carrier-http.ts';
import { createTokenCache } from './token-cache.ts';

/** On whose behalf an operation talks to a carrier, and who keeps what is said. */
export type CarrierHttpFor = (call: Omit<CarrierHttpOptions, 'guards' | 'tokens'>) => CarrierHttp;

/** What all calls to carriers of this process share: circuits, turns, tokens and metrics. */
export function createCarrierHttpFor(deps: {
  clock: Clock;
  metrics: Pick<Metrics, 'carrierCallSeconds' | 'carrierCircuits'>;
  guards?: Omit<GuardOptions, 'onState'>;
}): CarrierHttpFor {
  const { clock, metrics } = deps;
  const tokens = createTokenCache(clock);
  const guards = createCarrierGuards({
    ...deps.guards,
    onState: ({ carrier, state, by }) => metrics.carrierCircuits.inc({ carrier, state }, by),
  });
  return ({ onExchange, ...call }) =>
    createCarrierHttp({
      guards,
      tokens,
      ...call,
      onExchange: (exchange) => {
        const { operation, outcome, durationMs } = exchange;
        metrics.carrierCallSeconds.observe({ carrier: call.key.carrier, operation, outcome }, durationMs / 1_000);
        onExchange(exchange);
      },
    });
}
