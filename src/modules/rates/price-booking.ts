import type { Rate } from '../../platform/rate-schemas.ts';
import { answerQuestion } from './answer-question.ts';
import { today } from './calculate-rates.ts';
import { checkValidity } from './contract.ts';
import { listContractHeaders } from './contract-repository.ts';
import type { RatesDeps } from './deps.ts';
import type { RateShipment } from './measure-shipment.ts';

export interface BookingToPrice extends RateShipment {
  carrierReference: string;
  serviceLevelReference: string;
}

/**
 * What a shipment that is booked today (UTC) costs with its carrier and service level: the cheapest where several contracts price it,
 * and nothing where none does. It never throws: a booking does not wait for a price.
 */
export async function priceBooking(
  deps: Pick<RatesDeps, 'db' | 'clock' | 'log' | 'contracts'>,
  tenantId: string,
  { carrierReference, serviceLevelReference, ...shipment }: BookingToPrice,
): Promise<Rate | undefined> {
  try {
    const date = today(deps);
    const headers = (await listContractHeaders(deps.db, tenantId, carrierReference)).filter(
      (header) => checkValidity(header, date) === undefined,
    );
    if (headers.length === 0) return undefined;
    const contracts = await deps.contracts.load(tenantId, headers);
    const basis = { headers, contracts, exchangeRates: [], quotes: [] };
    return answerQuestion(basis, { shipment, date, carrierReference, serviceLevelReference }).rates[0];
  } catch (error) {
    deps.log.error({ err: error, carrierReference, serviceLevelReference }, 'a booking could not be priced');
    return undefined;
  }
}
