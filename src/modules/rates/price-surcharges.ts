import type { Rate, RateLine } from '../../platform/rate-schemas.ts';
import type { CompiledContract } from './compile-contract.ts';
import { BASE_NUMBER, type CompiledSurcharge, fixedLine, type SurchargeValue } from './compile-surcharge.ts';
import type { Circumstances, Verdict } from './condition.ts';
import { type Currency, formatMinor, percentOf } from './exact-money.ts';
import type { MeasuredShipment } from './measure-shipment.ts';
import type { NoPrice } from './no-price.ts';
import type { Line } from './rate-line.ts';

type Undecided = NonNullable<Rate['undecided']>;

interface Subject {
  shipment: MeasuredShipment;
  circumstances: Circumstances;
  date: string;
}

/** For whom a surcharge is charged, and for whom that is not known: the whole shipment, as 1, or units by their numbers. */
interface Charged {
  yes: readonly number[];
  unknown: readonly number[];
}

/**
 * Adds the lines of the surcharges that apply, in the order of the contract; each is computed after those that it is a percentage of.
 * @returns why there is no price, where a surcharge that applies has no value on that day
 */
export function addSurcharges(
  { currency, surcharges, surchargeOrder }: CompiledContract,
  subject: Subject,
  lines: Line[],
  undecided: Undecided,
): NoPrice | undefined {
  let baseMinor = 0n;
  for (const { amountMinor } of lines) baseMinor += amountMinor;
  const added: (Line | undefined)[] = surcharges.map(() => undefined);
  for (const number of surchargeOrder) {
    const surcharge = surcharges[number];
    if (surcharge === undefined) continue;
    const charged = judge(surcharge, subject);
    if (charged.unknown.length > 0) undecided.push(notKnown(surcharge, charged.unknown));
    if (charged.yes.length === 0) continue;
    const value = valueOn(surcharge, subject.date);
    if (value === undefined) return noValue(surcharge, subject.date);
    added[number] =
      surcharge.type === 'fixed'
        ? (value.line ?? fixedLine(currency, surcharge.reference, value, charged.yes))
        : percentageLine(currency, surcharge, value, baseMinor, added);
  }
  for (const line of added) if (line !== undefined) lines.push(line);
  return undefined;
}

const ONLY_YES: Charged = { yes: [1], unknown: [] };
const ONLY_NO: Charged = { yes: [], unknown: [] };
const ONLY_UNKNOWN: Charged = { yes: [], unknown: [1] };

/** For the whole shipment, or for each of its units. */
function judge({ per, when }: CompiledSurcharge, { shipment, circumstances }: Subject): Charged {
  if (per === 'shipment') return asWhole(when === undefined || when(shipment.whole, circumstances));
  const yes: number[] = [];
  const unknown: number[] = [];
  for (const [index, unit] of shipment.units.entries()) {
    const verdict = when === undefined || when(unit, circumstances);
    if (verdict !== false) (verdict === undefined ? unknown : yes).push(index + 1);
  }
  return { yes, unknown };
}

function asWhole(verdict: Verdict): Charged {
  return verdict === undefined ? ONLY_UNKNOWN : verdict ? ONLY_YES : ONLY_NO;
}

/** Each value holds until the next one begins, or to its own last day. */
function valueOn({ values }: CompiledSurcharge, date: string): SurchargeValue | undefined {
  const newest = values.findLast(({ from }) => from === undefined || from <= date);
  return newest?.to !== undefined && newest.to < date ? undefined : newest;
}

/** Undefined where nothing of what it is a percentage of is charged. */
function percentageLine(
  currency: Currency,
  { reference, appliesTo }: CompiledSurcharge,
  value: SurchargeValue,
  baseMinor: bigint,
  added: readonly (Line | undefined)[],
): Line | undefined {
  const of: string[] = [];
  let basisMinor = 0n;
  for (const base of appliesTo) {
    const amountMinor = base.number === BASE_NUMBER ? baseMinor : added[base.number]?.amountMinor;
    if (amountMinor === undefined) continue;
    basisMinor += amountMinor;
    of.push(base.reference);
  }
  if (of.length === 0) return undefined;
  const amountMinor = percentOf(basisMinor, value.millionths);
  const shown: RateLine = {
    type: 'percentage',
    reference,
    amount: formatMinor(currency, amountMinor),
    percentage: value.text,
    basis: { amount: formatMinor(currency, basisMinor), of },
  };
  if (value.from !== undefined) shown.validFrom = value.from;
  return { amountMinor, shown };
}

function notKnown({ reference, per }: CompiledSurcharge, units: readonly number[]): Undecided[number] {
  const where = per === 'handlingUnit' ? ` for handling unit ${units.join(', ')}` : '';
  return {
    reference,
    reason: `Whether it applies${where} depends on dimensions or a postal code that are missing.`,
  };
}

function noValue({ reference, values }: CompiledSurcharge, date: string): NoPrice {
  const first = values[0]?.from;
  const since = first === undefined ? '' : `; its first value holds from ${first}`;
  return { reason: 'no-surcharge-value', detail: `The surcharge ${reference} has no value on ${date}${since}.` };
}
