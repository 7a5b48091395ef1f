import type { CarrierQuote, CarrierRateRequest } from './carrier-rate-source.ts';
import type { RatesDeps } from './deps.ts';

/** How long a caller waits for carriers' prices; the contracts' are long there by then. */
const TIMEOUT_MS = 8_000;

/** What the carriers themselves ask for it. Whatever becomes of them, the contracts' prices are answered. */
export async function awaitCarrierPrices(
  { carriers, log }: Pick<RatesDeps, 'carriers' | 'log'>,
  tenantId: string,
  request: CarrierRateRequest,
): Promise<readonly CarrierQuote[]> {
  if (carriers === undefined) return [];
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  // A source that overhears the signal does not keep the caller waiting.
  const { promise: late, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  try {
    return await Promise.race([carriers.quote(tenantId, request, signal), late]);
  } catch (error) {
    log.warn({ err: error }, 'the carriers could not be asked for prices');
    return [
      {
        carrierReference: request.carrierReference ?? '*',
        ...(request.serviceLevelReference === undefined
          ? {}
          : { serviceLevelReference: request.serviceLevelReference }),
        reason: 'carrier-unavailable',
        detail: 'The carriers did not answer in time. Ask again, or take a contract price.',
      },
    ];
  }
}
