import { type Check, type CompiledArea, compileArea, compileCondition } from './condition.ts';
import { toFemtograms, toMillionths } from './exact-measure.ts';
import { type Currency, currencyOf, parseDecimal } from './exact-money.ts';
import type { Bracket, ContractInput, Per, Price, Surcharge } from './v1/contract-schemas.ts';
import { indexZones, type ZoneIndex } from './zone-index.ts';

/** A contract version, made ready once for any number of calculations. It never changes. */
export interface CompiledContract {
  currency: Currency;
  divisorMillionths?: bigint;
  stepFemtograms?: bigint;
  zoneIndex: ZoneIndex;
  zoneReferences: readonly string[];
  serviceLevels: readonly CompiledServiceLevel[];
  /** As they are written, which is how lines are shown. */
  surcharges: readonly CompiledSurcharge[];
  /** Their numbers, each after those that it is a percentage of. */
  surchargeOrder: readonly number[];
  /** What it takes in memory, roughly, in brackets. */
  size: number;
}

export interface CompiledServiceLevel {
  reference: string;
  transitDays?: { min: number; max: number };
  /** By `laneOf` origin and destination. Most prices of a contract are never asked for: each is compiled when it is. */
  prices: ReadonlyMap<number, () => CompiledPrice>;
}

export interface CompiledPrice {
  source: Price;
  per: Per;
  /** Upper bounds in femtograms, rising; one fewer than brackets when the last is open. */
  bounds: readonly bigint[];
  brackets: readonly CompiledBracket[];
}

export interface CompiledBracket {
  /** As the contract has it, for the explanation. */
  source: Bracket;
  /** Of the bracket below; absent for the first. */
  moreThan?: Bracket['upTo'];
  moreThanFemtograms: bigint;
  /** In millionths, as all amounts. */
  amount?: bigint;
  perKg?: bigint;
  minimum?: bigint;
  perStep?: { stepFemtograms: bigint; amount: bigint };
}

interface SurchargeValue {
  /** Absent: since ever. */
  from?: string;
  to?: string;
  text: string;
  /** An amount or a percentage, in millionths. */
  millionths: bigint;
}

export interface CompiledSurcharge {
  reference: string;
  type: Surcharge['type'];
  per: Per;
  values: readonly SurchargeValue[];
  appliesTo: readonly string[];
  when?: Check;
}

/** Stands for `everywhere` among the numbers of zones. */
export const ANYWHERE = -1;

/** One number for a pair of zones. */
export function laneOf(zoneCount: number, origin: number, destination: number): number {
  return (origin + 1) * (zoneCount + 1) + destination + 1;
}

/** @param content has passed `checkContract` */
export function compileContract(content: ContractInput): CompiledContract {
  const { zones, serviceLevels, surcharges = [], volumetricDivisor, weightStep } = content;
  const zoneReferences = zones.map(({ reference }) => reference);
  const zoneNumbers = new Map(zoneReferences.map((reference, number) => [reference, number]));
  const lane = ({ origin, destination }: Price): number =>
    laneOf(zones.length, numberOf(zoneNumbers, origin), numberOf(zoneNumbers, destination));
  const areas = new Map<string, CompiledArea>(zones.map((zone) => [zone.reference, compileArea(zone, new Map())]));
  const compiledLevels = serviceLevels.map(({ reference, transitDays, prices }) => {
    const byLane = new Map<number, () => CompiledPrice>();
    // Of two prices for one lane, the first one counts.
    for (const price of prices) if (!byLane.has(lane(price))) byLane.set(lane(price), compiledOnce(price));
    return { reference, ...(transitDays === undefined ? {} : { transitDays }), prices: byLane };
  });
  return {
    currency: currencyOf(content.currency),
    ...(volumetricDivisor === undefined ? {} : { divisorMillionths: toMillionths(volumetricDivisor) }),
    ...(weightStep === undefined ? {} : { stepFemtograms: toFemtograms(weightStep) }),
    zoneIndex: indexZones(zones),
    zoneReferences,
    serviceLevels: compiledLevels,
    surcharges: surcharges.map((surcharge) => compileSurcharge(surcharge, areas)),
    surchargeOrder: orderSurcharges(surcharges),
    size: sizeOf(content),
  };
}

/** Brackets and what zones name, which is nearly all that a contract is made of. */
export function sizeOf({ zones, serviceLevels }: Pick<ContractInput, 'zones' | 'serviceLevels'>): number {
  let size = 1;
  for (const { postCodes = [], countries = [] } of zones) size += postCodes.length + countries.length;
  for (const { prices } of serviceLevels) for (const { brackets } of prices) size += brackets.length;
  return size;
}

/**
 * The numbers of the surcharges, each after those that it is a percentage of, and otherwise as they are written.
 * What is part of a cycle is left out.
 */
export function orderSurcharges(surcharges: readonly Pick<Surcharge, 'reference' | 'appliesTo'>[]): number[] {
  const numbers = new Map(surcharges.map(({ reference }, number) => [reference, number]));
  const order: number[] = [];
  const state = new Map<number, 'open' | 'done' | 'cyclic'>();
  const visit = (number: number): boolean => {
    const known = state.get(number);
    if (known !== undefined) return known === 'done';
    state.set(number, 'open');
    const bases = (surcharges[number]?.appliesTo ?? []).flatMap((reference) => numbers.get(reference) ?? []);
    const sound = bases.every(visit);
    state.set(number, sound ? 'done' : 'cyclic');
    if (sound) order.push(number);
    return sound;
  };
  for (const number of surcharges.keys()) visit(number);
  return order;
}

function numberOf(zones: ReadonlyMap<string, number>, reference: string | undefined): number {
  return reference === undefined ? ANYWHERE : (zones.get(reference) ?? ANYWHERE);
}

function compiledOnce(price: Price): () => CompiledPrice {
  let compiled: CompiledPrice | undefined;
  return () => (compiled ??= compilePrice(price));
}

function compilePrice(price: Price): CompiledPrice {
  const { per = 'shipment', brackets } = price;
  const bounds = brackets.flatMap(({ upTo }) => (upTo === undefined ? [] : [toFemtograms(upTo)]));
  return {
    source: price,
    per,
    bounds,
    brackets: brackets.map((source, index): CompiledBracket => {
      const moreThan = brackets[index - 1]?.upTo;
      const { amount, perKg, minimum, perStep } = source;
      return {
        source,
        ...(moreThan === undefined ? {} : { moreThan }),
        moreThanFemtograms: bounds[index - 1] ?? 0n,
        ...(amount === undefined ? {} : { amount: parseDecimal(amount) }),
        ...(perKg === undefined ? {} : { perKg: parseDecimal(perKg) }),
        ...(minimum === undefined ? {} : { minimum: parseDecimal(minimum) }),
        ...(perStep === undefined
          ? {}
          : { perStep: { stepFemtograms: toFemtograms(perStep.step), amount: parseDecimal(perStep.amount) } }),
      };
    }),
  };
}

function compileSurcharge(surcharge: Surcharge, areas: ReadonlyMap<string, CompiledArea>): CompiledSurcharge {
  const { reference, type, per = 'shipment', appliesTo = [], when } = surcharge;
  const values = surcharge.values ?? [surcharge];
  return {
    reference,
    type,
    per,
    appliesTo,
    values: values.map((value: { from?: string; to?: string; amount?: string; percentage?: string }) => {
      const text = (type === 'fixed' ? value.amount : value.percentage) ?? '0';
      return {
        ...(value.from === undefined ? {} : { from: value.from }),
        ...(value.to === undefined ? {} : { to: value.to }),
        text,
        millionths: parseDecimal(text),
      };
    }),
    ...(when === undefined ? {} : { when: compileCondition(when, areas) }),
  };
}
