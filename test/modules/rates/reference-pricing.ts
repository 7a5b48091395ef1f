import type { RateShipment } from '../../../src/modules/rates/index.ts';
import type { Area, Condition } from '../../../src/modules/rates/v1/condition-schemas.ts';
import type { ContractInput, Price, Surcharge } from '../../../src/modules/rates/v1/contract-schemas.ts';
import { Fraction, ZERO } from './fraction.ts';

/**
 * The rules of pricing, written down a second time: as plainly as they can be said, with fractions, by looking at everything, and with
 * nothing of the program but the types. It knows postal codes of digits only, each country with one length.
 */
export interface ReferenceRate {
  serviceLevel: string;
  /** The reference and amount of each line. */
  lines: [string, string][];
  total: string;
}

const MINOR_DIGITS: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };
const POST_CODE_DIGITS: Record<string, number> = { DE: 5, BE: 4, FR: 5 };
const KILOGRAMS: Record<string, string> = { kg: '1', g: '0.001', lb: '0.45359237', oz: '0.028349523125' };
const CENTIMETRES: Record<string, string> = { cm: '1', mm: '0.1', m: '100', in: '2.54' };
const CUBIC_CENTIMETRES: Record<string, string> = { cm3: '1', dm3: '1000', m3: '1000000', in3: '16.387064' };

interface Measured {
  value: number;
  unit: string;
}

const inUnits = (table: Record<string, string>, { value, unit }: Measured): Fraction =>
  Fraction.of(value).times(Fraction.of(table[unit] ?? ''));

/** Every service level that has a price, in the order of the contract. */
export function priceByTheRules(contract: ContractInput, shipment: RateShipment, date: string): ReferenceRate[] {
  if (date < contract.validFrom || (contract.validTo !== undefined && date > contract.validTo)) return [];
  return contract.serviceLevels.flatMap(({ reference, prices }): ReferenceRate[] => {
    const price = bestPrice(contract, prices, shipment);
    if (price === undefined) return [];
    const base: Fraction[] = [];
    for (const weight of billableWeights(contract, price, shipment)) {
      const amount = priceOfWeight(contract, price, weight);
      if (amount === undefined) return [];
      base.push(amount);
    }
    const amounts = new Map([['base', sum(base)]]);
    const surcharges = contract.surcharges ?? [];
    // As many rounds as there are surcharges settle any order of percentages of percentages.
    const lines = new Map<string, Fraction>();
    for (const _round of surcharges) {
      for (const surcharge of surcharges) {
        if (lines.has(surcharge.reference)) continue;
        const others = (surcharge.appliesTo ?? []).filter((name) => name !== 'base');
        const waits = others.some((name) => !amounts.has(name));
        if (waits) continue;
        const amount = surchargeAmount(contract, surcharge, shipment, reference, date, amounts, lines);
        if (amount === 'no value') return [];
        if (amount !== undefined) lines.set(surcharge.reference, amount);
        amounts.set(surcharge.reference, amount ?? ZERO);
      }
    }
    const digits = MINOR_DIGITS[contract.currency] ?? 2;
    const shown: [string, string][] = [
      ...base.map((amount): [string, string] => ['base', amount.toFixed(digits)]),
      ...surcharges.flatMap((surcharge): [string, string][] => {
        const amount = lines.get(surcharge.reference);
        return amount === undefined ? [] : [[surcharge.reference, amount.toFixed(digits)]];
      }),
    ];
    return [{ serviceLevel: reference, lines: shown, total: sum([...base, ...lines.values()]).toFixed(digits) }];
  });
}

function sum(amounts: readonly Fraction[]): Fraction {
  return amounts.reduce((total, amount) => total.plus(amount), ZERO);
}

function rounded({ currency }: ContractInput, amount: Fraction): Fraction {
  return Fraction.of(amount.toFixed(MINOR_DIGITS[currency] ?? 2));
}

// Zones and prices

type Address = RateShipment['addresses']['sender'];

/** How many codes the narrowest of the zone's entries has that takes the address in; a country has more than any range. */
function narrowness(area: Pick<Area, 'countries' | 'postCodes'>, address: Address): number | undefined {
  const found: number[] = [];
  if (area.countries?.includes(address.countryCode) === true) found.push(1e9);
  for (const { countryCode, prefix, from, to } of area.postCodes ?? []) {
    if (countryCode !== address.countryCode || address.postCode === undefined) continue;
    const digits = POST_CODE_DIGITS[countryCode] ?? 0;
    const first = Number((prefix ?? from ?? '').padEnd(digits, '0'));
    const last = Number((prefix ?? to ?? '').padEnd(digits, '9'));
    const code = Number(address.postCode);
    if (code >= first && code <= last) found.push(last - first + 1);
  }
  return found.length === 0 ? undefined : Math.min(...found);
}

interface Candidate {
  price: Price;
  rank: number[];
}

function bestPrice({ zones }: ContractInput, prices: readonly Price[], { addresses }: RateShipment): Price | undefined {
  const fit = (reference: string | undefined, address: Address): { narrow: number; order: number } | undefined => {
    if (reference === undefined) return { narrow: 1e12, order: 1e12 };
    const order = zones.findIndex((zone) => zone.reference === reference);
    const zone = zones[order];
    const narrow = zone === undefined ? undefined : narrowness(zone, address);
    return narrow === undefined ? undefined : { narrow, order };
  };
  const candidates = prices.flatMap((price, index): Candidate[] => {
    const destination = fit(price.destination, addresses.receiver);
    const origin = fit(price.origin, addresses.sender);
    if (destination === undefined || origin === undefined) return [];
    return [{ price, rank: [destination.narrow, origin.narrow, destination.order, origin.order, index] }];
  });
  candidates.sort((one, other) => {
    const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return (one.rank[at] ?? 0) - (other.rank[at] ?? 0);
  });
  return candidates[0]?.price;
}

// Weights and brackets

function billableWeights(contract: ContractInput, price: Price, { handlingUnits }: RateShipment): Fraction[] {
  const groups = price.per === 'handlingUnit' ? handlingUnits.map((unit) => [unit]) : [handlingUnits];
  return groups.map((units) => {
    const physical = sum(units.map(({ weight }) => inUnits(KILOGRAMS, weight)));
    const cubic = sum(units.map(volumeOf));
    const divisor = contract.volumetricDivisor;
    const volumetric = divisor === undefined ? ZERO : cubic.over(Fraction.of(divisor));
    const greater = volumetric.isMore(physical) ? volumetric : physical;
    if (contract.weightStep === undefined) return greater;
    const step = inUnits(KILOGRAMS, contract.weightStep);
    return new Fraction(greater.over(step).ceiling()).times(step);
  });
}

type Unit = RateShipment['handlingUnits'][number];

function sidesOf({ dimensions }: Unit): Fraction[] {
  if (dimensions === undefined) return [ZERO, ZERO, ZERO];
  const { length, width, height, unit } = dimensions;
  return [length, width, height].map((value) => inUnits(CENTIMETRES, { value, unit }));
}

function volumeOf(unit: Unit): Fraction {
  return sidesOf(unit).reduce((product, side) => product.times(side), new Fraction(1n));
}

function priceOfWeight(contract: ContractInput, { brackets }: Price, weight: Fraction): Fraction | undefined {
  let below = ZERO;
  for (const { upTo, amount, perKg, minimum, perStep } of brackets) {
    const bound = upTo === undefined ? undefined : inUnits(KILOGRAMS, upTo);
    if (bound !== undefined && weight.isMore(bound)) {
      below = bound;
      continue;
    }
    if (perKg !== undefined) {
      const price = Fraction.of(perKg).times(weight);
      const least = Fraction.of(minimum ?? '0');
      return rounded(contract, price.isLess(least) ? least : price);
    }
    const steps =
      perStep === undefined ? ZERO : new Fraction(weight.minus(below).over(inUnits(KILOGRAMS, perStep.step)).ceiling());
    return rounded(contract, Fraction.of(amount ?? '0').plus(steps.times(Fraction.of(perStep?.amount ?? '0'))));
  }
  return undefined;
}

// Surcharges

function surchargeAmount(
  contract: ContractInput,
  surcharge: Surcharge,
  shipment: RateShipment,
  serviceLevel: string,
  date: string,
  amounts: ReadonlyMap<string, Fraction>,
  lines: ReadonlyMap<string, Fraction>,
): Fraction | 'no value' | undefined {
  const { handlingUnits } = shipment;
  const groups = surcharge.per === 'handlingUnit' ? handlingUnits.map((unit) => [unit]) : [handlingUnits];
  const charged = groups.filter(
    (units) => surcharge.when === undefined || holds(contract, surcharge.when, shipment, units, serviceLevel) === 'yes',
  ).length;
  if (charged === 0) return undefined;
  let value: { amount?: string; percentage?: string } | undefined = surcharge;
  if (surcharge.values !== undefined) {
    value = surcharge.values.find(({ from, to }, index) => {
      const next = surcharge.values?.[index + 1]?.from;
      return date >= from && (next === undefined || date < next) && (to === undefined || date <= to);
    });
    if (value === undefined) return 'no value';
  }
  if (surcharge.type === 'fixed')
    return rounded(contract, Fraction.of(value.amount ?? '').times(new Fraction(BigInt(charged))));
  const named = (surcharge.appliesTo ?? []).filter((name) => name === 'base' || lines.has(name));
  if (named.length === 0) return undefined;
  const basis = sum(named.map((name) => amounts.get(name) ?? ZERO));
  return rounded(contract, basis.times(Fraction.of(value.percentage ?? '')).over(Fraction.of(100)));
}

type Answer = 'yes' | 'no' | 'unknown';

function holds(
  contract: ContractInput,
  condition: Condition,
  shipment: RateShipment,
  units: readonly Unit[],
  serviceLevel: string,
): Answer {
  const again = (other: Condition): Answer => holds(contract, other, shipment, units, serviceLevel);
  const yesOrNo = (is: boolean): Answer => (is ? 'yes' : 'no');
  const all = (answers: Answer[]): Answer =>
    answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
  const any = (answers: Answer[]): Answer =>
    answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
  const opposite = (answer: Answer): Answer => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown');
  const { sender, receiver } = shipment.addresses;
  const answers: Answer[] = [];

  const isWhole = units.every(({ dimensions }) => dimensions !== undefined);
  /** A measure that is at least this, and exactly this when every size is known. */
  const compare = (
    range: object | undefined,
    table: Record<string, string>,
    least: Fraction,
    isExact: boolean,
  ): void => {
    for (const [name, bound] of Object.entries(range ?? {}) as [string, Measured][]) {
      const limit = inUnits(table, bound);
      const isAbove = least.isMore(limit);
      const isEqual = !isAbove && !least.isLess(limit);
      if (name === 'moreThan') answers.push(isAbove ? 'yes' : isExact ? 'no' : 'unknown');
      if (name === 'atLeast') answers.push(isAbove || isEqual ? 'yes' : isExact ? 'no' : 'unknown');
      if (name === 'lessThan') answers.push(isAbove || isEqual ? 'no' : isExact ? 'yes' : 'unknown');
      if (name === 'atMost') answers.push(isAbove ? 'no' : isExact ? 'yes' : 'unknown');
    }
  };
  const greatest = (of: (unit: Unit) => Fraction): Fraction =>
    units.map(of).reduce((most, each) => (each.isMore(most) ? each : most), ZERO);
  const sorted = (unit: Unit): Fraction[] => sidesOf(unit).toSorted((one, other) => (one.isMore(other) ? -1 : 1));
  const longest = (unit: Unit): Fraction => sorted(unit)[0] ?? ZERO;
  const girth = (unit: Unit): Fraction => sum(sorted(unit).slice(1)).times(new Fraction(2n));
  compare(condition.weight, KILOGRAMS, sum(units.map(({ weight }) => inUnits(KILOGRAMS, weight))), true);
  compare(condition.longestSide, CENTIMETRES, greatest(longest), isWhole);
  compare(condition.girth, CENTIMETRES, greatest(girth), isWhole);
  compare(
    condition.lengthPlusGirth,
    CENTIMETRES,
    greatest((unit) => longest(unit).plus(girth(unit))),
    isWhole,
  );
  compare(condition.volume, CUBIC_CENTIMETRES, sum(units.map(volumeOf)), isWhole);

  const isIn = (area: Area, address: Address): Answer => {
    const parts = [area, ...contract.zones.filter(({ reference }) => area.zones?.includes(reference) === true)];
    if (parts.some((part) => narrowness(part, address) !== undefined)) return 'yes';
    const dependsOnCode = parts.some(
      ({ postCodes = [] }) =>
        address.postCode === undefined && postCodes.some(({ countryCode }) => countryCode === address.countryCode),
    );
    return dependsOnCode ? 'unknown' : 'no';
  };
  if (condition.origin !== undefined) answers.push(isIn(condition.origin, sender));
  if (condition.destination !== undefined) answers.push(isIn(condition.destination, receiver));
  if (condition.serviceLevels !== undefined) answers.push(yesOrNo(condition.serviceLevels.includes(serviceLevel)));
  if (condition.residential !== undefined)
    answers.push(yesOrNo((receiver.residential === true) === condition.residential));
  if (condition.dangerousGoods !== undefined)
    answers.push(yesOrNo(units.some((unit) => unit.dangerousGoods === true) === condition.dangerousGoods));
  if (condition.and !== undefined) answers.push(all(condition.and.map(again)));
  if (condition.or !== undefined) answers.push(any(condition.or.map(again)));
  if (condition.not !== undefined) answers.push(opposite(again(condition.not)));
  return all(answers);
}
