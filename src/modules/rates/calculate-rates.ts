import type { Principal } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import { checkQuestion } from './check-question.ts';
import { listContractHeaders } from './contract-repository.ts';
import type { RatesDeps } from './deps.ts';
import { measureShipment, type RateShipment } from './measure-shipment.ts';
import { type ContractHeader, checkValidity, type PricedLevel, priceContract } from './price-contract.ts';
import type { CalculateRequest, Calculation, UnavailableRate } from './v1/schemas.ts';

type CalculateDeps = Pick<RatesDeps, 'db' | 'clock' | 'log' | 'contracts' | 'findShipments' | 'carriers'>;
type Caller = Pick<Principal, 'tenantId' | 'mode'>;

/**
 * What a shipment costs with every contract that may price it. It changes nothing, and the same question to the same contract versions
 * is answered the same for ever. @throws validation (400), not-found (404)
 */
export async function calculateRates(
  deps: CalculateDeps,
  caller: Caller,
  request: CalculateRequest,
): Promise<Calculation> {
  checkQuestion(request);
  const { tenantId } = caller;
  const [headers, shipment] = await Promise.all([
    listContractHeaders(deps.db, tenantId, request.carrierReference),
    findShipment(deps, tenantId, request),
  ]);
  const date = request.date ?? today(deps);
  const compiled = await deps.contracts.load(
    tenantId,
    headers.filter((header) => checkValidity(header, date) === undefined),
  );
  const measured = measureShipment(shipment);
  const rates: PricedLevel[] = [];
  const unavailable: UnavailableRate[] = [];
  for (const header of headers) {
    const contract = compiled.get(header.id);
    if (contract === undefined) continue;
    const { priced, unpriced } = priceContract(header, contract, measured, {
      date,
      serviceLevel: request.serviceLevelReference,
    });
    rates.push(...priced);
    unavailable.push(...unpriced.map((reason) => ({ ...presentContract(header), ...reason })));
  }
  rates.sort(byPrice);
  return { date, rates: rates.map(({ rate }) => rate), unavailable };
}

/** The calendar day in UTC. */
export function today({ clock }: Pick<RatesDeps, 'clock'>): string {
  return clock().toISOString().slice(0, 10);
}

async function findShipment(
  deps: Pick<RatesDeps, 'findShipments'>,
  tenantId: string,
  { shipmentId, addresses, handlingUnits }: CalculateRequest,
): Promise<RateShipment> {
  if (shipmentId === undefined && addresses !== undefined && handlingUnits !== undefined)
    return { addresses, handlingUnits };
  const id = (shipmentId ?? '').toLowerCase();
  const shipment = (await deps.findShipments(tenantId, [id])).get(id);
  if (shipment === undefined) throw notFound('shipment', id);
  return shipment;
}

function presentContract({ id, reference, version, carrierReference }: ContractHeader) {
  return { source: 'contract' as const, carrierReference, contract: { id, reference, version } };
}

/** Amounts of different currencies cannot be compared, so each currency is in order by itself. */
function byPrice(one: PricedLevel, other: PricedLevel): number {
  if (one.currency.code !== other.currency.code) return one.currency.code < other.currency.code ? -1 : 1;
  return one.totalMinor < other.totalMinor ? -1 : one.totalMinor > other.totalMinor ? 1 : 0;
}
