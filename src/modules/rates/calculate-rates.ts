import type { Principal } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import { answerQuestion } from './answer-question.ts';
import { awaitCarrierPrices } from './await-carrier-prices.ts';
import { checkQuestion } from './check-question.ts';
import { checkValidity } from './contract.ts';
import { listContractHeaders } from './contract-repository.ts';
import type { RatesDeps } from './deps.ts';
import { findExchangeRates } from './exchange-rate-repository.ts';
import type { RateShipment } from './measure-shipment.ts';
import type { CalculateRequest, Calculation } from './v1/calculate-schemas.ts';

type CalculateDeps = Pick<RatesDeps, 'db' | 'clock' | 'log' | 'contracts' | 'findShipments' | 'carriers'>;
type Caller = Pick<Principal, 'tenantId' | 'mode'>;

/**
 * What a shipment costs with every contract that may price it. It changes nothing, and the same question to the same contract versions
 * is answered the same for ever; only carriers, which are asked on request, may say something else the next time.
 * @throws validation (400), not-found (404), calculation-too-large (422)
 */
export async function calculateRates(
  deps: CalculateDeps,
  caller: Caller,
  request: CalculateRequest,
): Promise<Calculation> {
  checkQuestion(request);
  const { tenantId } = caller;
  const { currency, carrierReference, serviceLevelReference, sources = ['contract'] } = request;
  const date = request.date ?? today(deps);
  const [headers, shipment, exchangeRates] = await Promise.all([
    sources.includes('contract') ? listContractHeaders(deps.db, tenantId, carrierReference) : [],
    findShipment(deps, tenantId, request),
    currency === undefined ? [] : findExchangeRates(deps.db, tenantId, date),
  ]);
  const valid = headers.filter((header) => checkValidity(header, date) === undefined);
  const filter = {
    ...(carrierReference === undefined ? {} : { carrierReference }),
    ...(serviceLevelReference === undefined ? {} : { serviceLevelReference }),
  };
  const [contracts, quotes] = await Promise.all([
    deps.contracts.load(tenantId, valid),
    sources.includes('carrier')
      ? awaitCarrierPrices(deps, tenantId, { ...shipment, date, ...filter, mode: caller.mode })
      : [],
  ]);
  return answerQuestion({ headers, contracts, exchangeRates, quotes }, { shipment, date, currency, ...filter });
}

/** The calendar day in UTC. */
export function today({ clock }: Pick<RatesDeps, 'clock'>): string {
  return clock().toISOString().slice(0, 10);
}

async function findShipment(
  deps: Pick<RatesDeps, 'findShipments'>,
  tenantId: string,
  { shipmentId, addresses, handlingUnits, customs }: CalculateRequest,
): Promise<RateShipment> {
  if (addresses !== undefined && handlingUnits !== undefined)
    return { addresses, handlingUnits, ...(customs === undefined ? {} : { customs }) };
  const id = (shipmentId ?? '').toLowerCase();
  const shipment = (await deps.findShipments(tenantId, [id])).get(id);
  if (shipment === undefined) throw notFound('shipment', id);
  return shipment;
}
