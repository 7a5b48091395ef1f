import type { Rate, RateLine } from '../../platform/rate-schemas.ts';
import { choosePrice, endsOf } from './choose-price.ts';
import type { CompiledBracket, CompiledContract, CompiledPrice, CompiledServiceLevel } from './compile-contract.ts';
import type { ContractHeader } from './contract.ts';
import { ceilDivide, type ExactWeight, timesKilograms } from './exact-measure.ts';
import { type Currency, formatMinor, toMinor } from './exact-money.ts';
import {
  type BillableWeight,
  type BillableWeights,
  billableWeights,
  type MeasuredShipment,
} from './measure-shipment.ts';
import { type NoPrice, noLane, notCovered, notOffered } from './no-price.ts';
import { addSurcharges } from './price-surcharges.ts';
import { BASE_REFERENCE, type Line } from './rate-line.ts';
import { asksForPostCode, type Place, zonesAt } from './zone-index.ts';

export interface PricedLevel {
  rate: Rate;
  totalMinor: bigint;
  currency: Currency;
}

/**
 * The price of a shipment with every service level of a contract that holds on the day, or why there is none. It depends on nothing but
 * what is given, and gives the same for ever. @param serviceLevel only this one
 */
export function priceContract(
  header: ContractHeader,
  contract: CompiledContract,
  shipment: MeasuredShipment,
  { date, serviceLevel }: { date: string; serviceLevel?: string | undefined },
): { priced: PricedLevel[]; unpriced: NoPrice[] } {
  const asked =
    serviceLevel === undefined
      ? contract.serviceLevels
      : contract.serviceLevels.filter(({ reference }) => reference === serviceLevel);
  if (asked.length === 0) return { priced: [], unpriced: [notOffered(contract, serviceLevel ?? '')] };
  const ends = endsOf(zonesAt(contract.zoneIndex, shipment.origin), zonesAt(contract.zoneIndex, shipment.destination));
  const task: Task = {
    header,
    shownContract: { id: header.id, reference: header.reference, version: header.version },
    contract,
    shipment,
    weights: billableWeights(shipment, contract.weighing),
    date,
    undecided: undecidedBase(contract, shipment),
  };
  const priced: PricedLevel[] = [];
  const unpriced: NoPrice[] = [];
  for (const level of asked) {
    const price = choosePrice(contract, level, ends)?.compiled();
    const outcome = price === undefined ? noLane(contract, level, shipment, ends) : priceLevel(task, level, price);
    if ('reason' in outcome) unpriced.push({ serviceLevelReference: level.reference, ...outcome });
    else priced.push(outcome);
  }
  return { priced, unpriced };
}

/** What is the same for every service level of a contract. */
interface Task {
  header: ContractHeader;
  shownContract: Rate['contract'] & object;
  contract: CompiledContract;
  shipment: MeasuredShipment;
  weights: BillableWeights;
  date: string;
  undecided: NonNullable<Rate['undecided']>;
}

function priceLevel(task: Task, level: CompiledServiceLevel, price: CompiledPrice): PricedLevel | NoPrice {
  const { header, contract, shipment, weights, date } = task;
  const { currency } = contract;
  const lines =
    price.per === 'handlingUnit'
      ? priceUnits(currency, price, weights.units)
      : priceWhole(currency, price, weights.whole);
  if ('reason' in lines) return lines;
  const undecided = [...task.undecided];
  const { origin, destination, residential } = shipment;
  const circumstances = { origin, destination, residential, serviceLevel: level.reference };
  const surcharged = addSurcharges(contract, { shipment, circumstances, date }, lines, undecided);
  if (surcharged !== undefined) return surcharged;
  let totalMinor = 0n;
  for (const { amountMinor } of lines) totalMinor += amountMinor;
  const rate: Rate = {
    source: 'contract',
    carrierReference: header.carrierReference,
    serviceLevelReference: level.reference,
    contract: task.shownContract,
    total: { amount: formatMinor(currency, totalMinor), currency: currency.code },
    physicalWeight: shipment.physicalWeight,
    billableWeight: price.per === 'handlingUnit' ? weights.unitsTogether : weights.whole.shown,
    lines: lines.map(({ shown }) => shown),
  };
  if (level.transitDays !== undefined) rate.transitDays = level.transitDays;
  if (weights.volumetric !== undefined) rate.volumetricWeight = weights.volumetric;
  if (undecided.length > 0) rate.undecided = undecided;
  return { rate, totalMinor, currency };
}

function priceWhole(currency: Currency, price: CompiledPrice, weight: BillableWeight): Line[] | NoPrice {
  const line = baseLine(currency, price, weight);
  return line === undefined ? notCovered(price, weight) : [line];
}

function priceUnits(currency: Currency, price: CompiledPrice, units: readonly BillableWeight[]): Line[] | NoPrice {
  const lines: Line[] = [];
  for (const [index, weight] of units.entries()) {
    const line = baseLine(currency, price, weight, index + 1);
    if (line === undefined) return notCovered(price, weight, index + 1);
    lines.push(line);
  }
  return lines;
}

/** Undefined above the last bracket. */
function baseLine(
  currency: Currency,
  { bounds, brackets, zones }: CompiledPrice,
  weight: BillableWeight,
  handlingUnit?: number,
): Line | undefined {
  const bracket = brackets[bracketIndex(bounds, weight.exact)];
  if (bracket === undefined) return undefined;
  const { amountMinor, amount } = bracket.flat ?? priceWeight(currency, bracket, weight.exact);
  const shown: RateLine = {
    type: 'base',
    reference: BASE_REFERENCE,
    amount,
    zones,
    bracket: bracket.shown,
    billableWeight: weight.shown,
  };
  if (handlingUnit !== undefined) shown.handlingUnit = handlingUnit;
  return { amountMinor, shown };
}

function priceWeight(
  currency: Currency,
  { amount, perKg, minimum, perStep, moreThanFemtograms }: CompiledBracket,
  weight: ExactWeight,
): CompiledBracket['flat'] & object {
  const inCurrency = (numerator: bigint, denominator?: bigint): CompiledBracket['flat'] & object => {
    const amountMinor = toMinor(currency, numerator, denominator);
    return { amountMinor, amount: formatMinor(currency, amountMinor) };
  };
  if (perKg !== undefined) {
    const { numerator, denominator } = timesKilograms(perKg, weight);
    return numerator < minimum * denominator ? inCurrency(minimum) : inCurrency(numerator, denominator);
  }
  if (perStep === undefined) return inCurrency(amount);
  const above = weight.femtograms - moreThanFemtograms * weight.divisor;
  return inCurrency(amount + ceilDivide(above, perStep.stepFemtograms * weight.divisor) * perStep.amount);
}

/** The first bound that the weight does not exceed: upper bounds are inclusive. */
function bracketIndex(bounds: readonly bigint[], { femtograms, divisor }: ExactWeight): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (femtograms <= (bounds[middle] ?? 0n) * divisor) high = middle;
    else low = middle + 1;
  }
  return low;
}

function undecidedBase(
  { zoneIndex, weighing }: CompiledContract,
  { origin, destination, whole }: MeasuredShipment,
): Task['undecided'] {
  const undecided: Task['undecided'] = [];
  const report = (reason: string): void => void undecided.push({ reference: BASE_REFERENCE, reason });
  const dependsOnCode = ({ key, countryCode }: Place): boolean =>
    key === undefined && asksForPostCode(zoneIndex, countryCode);
  if (dependsOnCode(origin)) report('The sender has no postal code, on which the zone depends.');
  if (dependsOnCode(destination)) report('The receiver has no postal code, on which the zone depends.');
  if (weighing.divisorMillionths !== undefined && whole.sizesAreLeast)
    report('Dimensions are missing: what has none counts without a volumetric weight.');
  return undecided;
}
