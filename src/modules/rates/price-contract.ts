import type { Rate, RateLine } from '../../platform/rate-schemas.ts';
import { choosePrice, groupByWidth } from './choose-price.ts';
import type { CompiledContract, CompiledPrice, CompiledServiceLevel } from './compile-contract.ts';
import type { ContractHeader } from './contract.ts';
import { ceilDivide, type ExactWeight, timesKilograms } from './exact-measure.ts';
import { type Currency, formatMinor, toMinor } from './exact-money.ts';
import {
  type BillableWeight,
  type BillableWeights,
  billableWeights,
  type MeasuredShipment,
} from './measure-shipment.ts';
import { addSurcharges } from './price-surcharges.ts';
import type { Line, NoPrice } from './rate-line.ts';
import { asksForPostCode, zonesAt } from './zone-index.ts';

export interface PricedLevel {
  rate: Rate;
  totalMinor: bigint;
  currency: Currency;
}

/**
 * The price of a shipment with every service level of a contract, or why there is none. It depends on nothing but what is given, and gives
 * the same for ever. @param serviceLevel only this one
 */
export function priceContract(
  header: ContractHeader,
  contract: CompiledContract,
  shipment: MeasuredShipment,
  question: { date: string; serviceLevel?: string | undefined },
): { priced: PricedLevel[]; unpriced: NoPrice[] } {
  const { date, serviceLevel } = question;
  const outside = checkValidity(header, date);
  if (outside !== undefined) return { priced: [], unpriced: [outside] };
  const asked = contract.serviceLevels.filter(
    ({ reference }) => serviceLevel === undefined || reference === serviceLevel,
  );
  if (asked.length === 0) return { priced: [], unpriced: [notOffered(contract, serviceLevel ?? '')] };
  const ends = {
    origins: groupByWidth(zonesAt(contract.zoneIndex, shipment.origin)),
    destinations: groupByWidth(zonesAt(contract.zoneIndex, shipment.destination)),
  };
  const weights = billableWeights(shipment, contract.divisorMillionths, contract.stepFemtograms);
  const priced: PricedLevel[] = [];
  const unpriced: NoPrice[] = [];
  for (const level of asked) {
    const found = choosePrice(contract, level, ends);
    const outcome =
      found === undefined
        ? noLane(contract, level, shipment, ends)
        : priceLevel({ header, contract, level, shipment, weights, date }, found.price, found.zones);
    if ('reason' in outcome) unpriced.push({ serviceLevelReference: level.reference, ...outcome });
    else priced.push(outcome);
  }
  return { priced, unpriced };
}

/** Days are compared as days: the shipment's, without a time zone. Both ends of the validity belong to it. */
export function checkValidity({ validFrom, validTo, endedFrom }: ContractHeader, date: string): NoPrice | undefined {
  if (date >= validFrom && (validTo === undefined || date <= validTo) && (endedFrom === undefined || date < endedFrom))
    return undefined;
  const end = validTo === undefined ? '' : ` to ${validTo}`;
  const ended = endedFrom === undefined ? '' : ` and was ended from ${endedFrom} on`;
  return {
    reason: 'not-valid-on-date',
    detail: `The contract holds from ${validFrom}${end}${ended}; asked was ${date}.`,
  };
}

interface Task {
  header: ContractHeader;
  contract: CompiledContract;
  level: CompiledServiceLevel;
  shipment: MeasuredShipment;
  weights: BillableWeights;
  date: string;
}

function priceLevel(task: Task, price: CompiledPrice, zones: RateLine['zones']): PricedLevel | NoPrice {
  const { header, contract, level, shipment, weights } = task;
  const { currency } = contract;
  const isPerUnit = price.per === 'handlingUnit';
  const lines: Line[] = [];
  for (const [index, weight] of (isPerUnit ? weights.units : [weights.whole]).entries()) {
    const base = priceWeight(currency, price, weight.exact);
    if (base === undefined) return notCovered(price, weight, isPerUnit ? index + 1 : undefined);
    const { bracket, amountMinor } = base;
    lines.push({
      amountMinor,
      shown: {
        type: 'base',
        reference: 'base',
        amount: formatMinor(currency, amountMinor),
        ...(isPerUnit ? { handlingUnit: index + 1 } : {}),
        ...(zones === undefined ? {} : { zones }),
        bracket: { ...(bracket.moreThan === undefined ? {} : { moreThan: bracket.moreThan }), ...bracket.source },
        billableWeight: weight.shown,
      },
    });
  }
  const undecided = undecidedBase(contract, shipment);
  const surcharged = addSurcharges(contract, { shipment, level: level.reference, date: task.date }, lines, undecided);
  if (surcharged !== undefined) return surcharged;
  const totalMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0n);
  return {
    totalMinor,
    currency,
    rate: {
      source: 'contract',
      carrierReference: header.carrierReference,
      serviceLevelReference: level.reference,
      contract: { id: header.id, reference: header.reference, version: header.version },
      total: { amount: formatMinor(currency, totalMinor), currency: currency.code },
      ...(level.transitDays === undefined ? {} : { transitDays: level.transitDays }),
      physicalWeight: shipment.physicalWeight,
      ...(weights.volumetric === undefined ? {} : { volumetricWeight: weights.volumetric }),
      billableWeight: isPerUnit ? weights.unitsTogether : weights.whole.shown,
      lines: lines.map(({ shown }) => shown),
      ...(undecided.length === 0 ? {} : { undecided }),
    },
  };
}

/** The bracket of a weight, upper bounds inclusive, and its price; undefined above the last bound. */
function priceWeight(currency: Currency, { bounds, brackets }: CompiledPrice, weight: ExactWeight) {
  const bracket = brackets[bracketIndex(bounds, weight)];
  if (bracket === undefined) return undefined;
  const { amount = 0n, perKg, minimum = 0n, perStep, moreThanFemtograms } = bracket;
  if (perKg !== undefined) {
    const { numerator, denominator } = timesKilograms(perKg, weight);
    const isLess = numerator < minimum * denominator;
    return { bracket, amountMinor: isLess ? toMinor(currency, minimum) : toMinor(currency, numerator, denominator) };
  }
  if (perStep === undefined) return { bracket, amountMinor: toMinor(currency, amount) };
  const above = weight.femtograms - moreThanFemtograms * weight.divisor;
  const steps = ceilDivide(above, perStep.stepFemtograms * weight.divisor);
  return { bracket, amountMinor: toMinor(currency, amount + steps * perStep.amount) };
}

/** The first bound that the weight does not exceed. */
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
  { zoneIndex, divisorMillionths }: CompiledContract,
  { origin, destination, whole }: MeasuredShipment,
) {
  const reasons = [
    ...[origin, destination].flatMap((place, index) =>
      place.key === undefined && asksForPostCode(zoneIndex, place.countryCode)
        ? [`The ${index === 0 ? 'sender' : 'receiver'} has no postal code, on which the zone depends.`]
        : [],
    ),
    ...(divisorMillionths !== undefined && whole.sizesAreLeast
      ? ['Dimensions are missing: what has none counts without a volumetric weight.']
      : []),
  ];
  return reasons.map((reason) => ({ reference: 'base', reason }));
}

function notOffered({ serviceLevels }: CompiledContract, asked: string): NoPrice {
  const offered = serviceLevels.map(({ reference }) => reference).join(', ');
  return {
    serviceLevelReference: asked,
    reason: 'service-level-not-offered',
    detail: `The contract has no service level '${asked}'. It has: ${offered}.`,
  };
}

function notCovered({ brackets }: CompiledPrice, { shown }: BillableWeight, unit: number | undefined): NoPrice {
  const last = brackets.at(-1)?.source.upTo;
  const what = unit === undefined ? 'The billable weight' : `The billable weight of handling unit ${unit}`;
  return {
    reason: 'weight-not-covered',
    detail: `${what} is ${shown.value} kg; the last bracket ends at ${last?.value} ${last?.unit}.`,
  };
}

function noLane(
  contract: CompiledContract,
  level: CompiledServiceLevel,
  { origin, destination }: MeasuredShipment,
  { origins, destinations }: Parameters<typeof choosePrice>[2],
): NoPrice {
  const zonesOf = (groups: typeof origins): string => {
    const names = groups.flat().flatMap((zone) => contract.zoneReferences[zone] ?? []);
    return names.length === 0 ? 'in no zone' : `in ${names.join(', ')}`;
  };
  const name = ({ countryCode, key }: typeof origin): string =>
    key === undefined ? countryCode : `${countryCode} ${key}`;
  return {
    reason: 'no-price-for-lane',
    detail: `${level.reference} has no price from ${name(origin)} (${zonesOf(origins)}) to ${name(destination)} (${zonesOf(destinations)}).`,
  };
}
