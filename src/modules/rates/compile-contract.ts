import type { RateBracket, RateLine } from '../../platform/rate-schemas.ts';
import { type CompiledArea, compileArea } from './area.ts';
import { type CompiledSurcharge, compileSurcharges, orderSurcharges } from './compile-surcharge.ts';
import { countConditions } from './condition.ts';
import { toFemtograms, toMillionths } from './exact-measure.ts';
import { type Currency, currencyOf, formatMinor, parseDecimal, toMinor } from './exact-money.ts';
import type { Weighing } from './measure-shipment.ts';
import type { Zone } from './v1/condition-schemas.ts';
import type { Bracket, ContractInput, Per, Price, Surcharge } from './v1/contract-schemas.ts';
import { ANYWHERE, indexZones, type ZoneIndex } from './zone-index.ts';

/** A contract version, made ready once for any number of calculations. It never changes. */
export interface CompiledContract {
  currency: Currency;
  weighing: Weighing;
  zoneIndex: ZoneIndex;
  zoneReferences: readonly string[];
  serviceLevels: readonly CompiledServiceLevel[];
  /** As they are written, which is how lines are shown. */
  surcharges: readonly CompiledSurcharge[];
  /** Their numbers, each after those that it is a percentage of. */
  surchargeOrder: readonly number[];
  /** What each service level adds to an answer at the most, roughly, in characters; and once more of that for each handling unit. */
  answerSize: { perLevel: number; perUnit: number };
  /** What is judged of each unit for each service level. */
  conditionsPerUnit: number;
  /** What it takes in memory, roughly, in brackets. */
  size: number;
}

export interface CompiledServiceLevel {
  reference: string;
  transitDays?: { min: number; max: number };
  /** By `laneOf` origin and destination. */
  prices: ReadonlyMap<number, LanePrice>;
}

export interface LanePrice {
  source: Price;
  /** Most prices of a contract are never asked for: each is compiled when it is. */
  compiled(): CompiledPrice;
}

export interface CompiledPrice {
  per: Per;
  zones: RateLine['zones'] & object;
  /** Upper bounds in femtograms, rising; one fewer than brackets when the last is open. */
  bounds: readonly bigint[];
  brackets: readonly CompiledBracket[];
}

export interface CompiledBracket {
  /** As the contract has it, and where it begins: for the explanation. */
  shown: RateBracket;
  /** Of a price that does not depend on the weight. */
  flat?: { amountMinor: bigint; amount: string };
  moreThanFemtograms: bigint;
  /** In millionths, as all amounts. */
  amount: bigint;
  perKg?: bigint;
  minimum: bigint;
  perStep?: { stepFemtograms: bigint; amount: bigint };
}

/** One number for a pair of zones. */
export function laneOf(zoneCount: number, origin: number, destination: number): number {
  return (origin + 1) * (zoneCount + 1) + destination + 1;
}

export function zonesOfLane(zoneCount: number, lane: number): { origin: number; destination: number } {
  return { origin: Math.floor(lane / (zoneCount + 1)) - 1, destination: (lane % (zoneCount + 1)) - 1 };
}

/** @param content has passed `checkContract` */
export function compileContract(content: ContractInput): CompiledContract {
  const { zones, serviceLevels, surcharges = [], volumetricDivisor, weightStep } = content;
  const zoneReferences = zones.map(({ reference }) => reference);
  const zoneNumbers = new Map(zoneReferences.map((reference, number) => [reference, number]));
  const lane = ({ origin, destination }: Price): number =>
    laneOf(zones.length, numberOf(zoneNumbers, origin), numberOf(zoneNumbers, destination));
  const currency = currencyOf(content.currency);
  const compiledLevels = serviceLevels.map(({ reference, transitDays, prices }) => {
    const byLane = new Map<number, LanePrice>();
    // Of two prices for one lane, the first one counts.
    for (const price of prices) if (!byLane.has(lane(price))) byLane.set(lane(price), lanePrice(currency, price));
    return { reference, ...(transitDays === undefined ? {} : { transitDays }), prices: byLane };
  });
  const isPricedPerUnit = serviceLevels.some(({ prices }) => prices.some(({ per }) => per === 'handlingUnit'));
  const surchargesPerUnit = surcharges.filter(({ per }) => per === 'handlingUnit');
  return {
    currency,
    weighing: compileWeighing({ volumetricDivisor, weightStep }),
    zoneIndex: indexZones(zones),
    zoneReferences,
    serviceLevels: compiledLevels,
    surcharges: compileSurcharges(surcharges, currency, areasOf(zones)),
    surchargeOrder: orderSurcharges(surcharges),
    answerSize: {
      perLevel: RATE_SIZE + surcharges.reduce((sum, surcharge) => sum + lineSizeOf(surcharge), 0),
      perUnit: (isPricedPerUnit ? LINE_SIZE : 0) + NUMBER_SIZE * surchargesPerUnit.length,
    },
    conditionsPerUnit: countConditions(surchargesPerUnit),
    size: sizeOf(content),
  };
}

const RATE_SIZE = 500;
const LINE_SIZE = 150;
/** Of a unit to which a surcharge applies, in its line. */
const NUMBER_SIZE = 10;

function lineSizeOf({ appliesTo = [] }: Surcharge): number {
  return appliesTo.reduce((sum, { length }) => sum + length, LINE_SIZE);
}

/** Brackets and what zones name, which is nearly all that a contract is made of. */
export function sizeOf({ zones, serviceLevels }: Pick<ContractInput, 'zones' | 'serviceLevels'>): number {
  let size = 1;
  for (const { postCodes = [], countries = [] } of zones) size += postCodes.length + countries.length;
  for (const { prices } of serviceLevels) for (const { brackets } of prices) size += brackets.length;
  return size;
}

function numberOf(zones: ReadonlyMap<string, number>, reference: string | undefined): number {
  return reference === undefined ? ANYWHERE : (zones.get(reference) ?? ANYWHERE);
}

function compileWeighing({
  volumetricDivisor,
  weightStep,
}: {
  volumetricDivisor: ContractInput['volumetricDivisor'] | undefined;
  weightStep: ContractInput['weightStep'] | undefined;
}): Weighing {
  const divisorMillionths = volumetricDivisor === undefined ? undefined : toMillionths(volumetricDivisor);
  const stepFemtograms = weightStep === undefined ? undefined : toFemtograms(weightStep);
  return {
    key: `${divisorMillionths ?? ''}/${stepFemtograms ?? ''}`,
    ...(divisorMillionths === undefined ? {} : { divisorMillionths }),
    ...(stepFemtograms === undefined ? {} : { stepFemtograms }),
  };
}

function lanePrice(currency: Currency, source: Price): LanePrice {
  let compiled: CompiledPrice | undefined;
  return { source, compiled: () => (compiled ??= compilePrice(currency, source)) };
}

/** Zones as conditions name them; each is compiled when one does. */
function areasOf(zones: readonly Zone[]): (reference: string) => CompiledArea | undefined {
  const byReference = new Map(zones.map((zone) => [zone.reference, zone]));
  const compiled = new Map<string, CompiledArea>();
  return (reference) => {
    const zone = byReference.get(reference);
    const area = compiled.get(reference) ?? (zone === undefined ? undefined : compileArea(zone));
    if (area !== undefined) compiled.set(reference, area);
    return area;
  };
}

function compilePrice(currency: Currency, price: Price): CompiledPrice {
  const { origin, destination, per = 'shipment', brackets } = price;
  const bounds = brackets.flatMap(({ upTo }) => (upTo === undefined ? [] : [toFemtograms(upTo)]));
  return {
    per,
    zones: { ...(origin === undefined ? {} : { origin }), ...(destination === undefined ? {} : { destination }) },
    bounds,
    brackets: brackets.map((bracket, index) =>
      compileBracket(currency, bracket, brackets[index - 1]?.upTo, bounds[index - 1] ?? 0n),
    ),
  };
}

function compileBracket(
  currency: Currency,
  bracket: Bracket,
  moreThan: Bracket['upTo'],
  moreThanFemtograms: bigint,
): CompiledBracket {
  const { amount, perKg, minimum, perStep } = bracket;
  const compiled = {
    shown: { ...(moreThan === undefined ? {} : { moreThan }), ...bracket },
    moreThanFemtograms,
    amount: parseDecimal(amount ?? '0'),
    minimum: parseDecimal(minimum ?? '0'),
  };
  if (perKg !== undefined) return { ...compiled, perKg: parseDecimal(perKg) };
  if (perStep !== undefined) {
    const { step, amount: each } = perStep;
    return { ...compiled, perStep: { stepFemtograms: toFemtograms(step), amount: parseDecimal(each) } };
  }
  const amountMinor = toMinor(currency, compiled.amount);
  return { ...compiled, flat: { amountMinor, amount: formatMinor(currency, amountMinor) } };
}
