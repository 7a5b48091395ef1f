import type { Rate } from '../../platform/rate-schemas.ts';
import type { CompiledContract, CompiledSurcharge } from './compile-contract.ts';
import type { Verdict } from './condition.ts';
import { type Currency, formatMinor, percentOf, toMinor } from './exact-money.ts';
import type { MeasuredShipment, MeasuredUnit } from './measure-shipment.ts';
import type { Line, NoPrice } from './rate-line.ts';

type Undecided = NonNullable<Rate['undecided']>;
type Value = CompiledSurcharge['values'][number];

interface Subject {
  shipment: MeasuredShipment;
  level: string;
  date: string;
}

/**
 * Adds the lines of the surcharges that apply, in the order of the contract; each is computed after those that it is a percentage of.
 * @returns why there is no price, where a surcharge that applies has no value on that day
 */
export function addSurcharges(
  contract: CompiledContract,
  subject: Subject,
  lines: Line[],
  undecided: Undecided,
): NoPrice | undefined {
  const amounts = new Map([['base', lines.reduce((sum, line) => sum + line.amountMinor, 0n)]]);
  const added: (Line | undefined)[] = [];
  for (const number of contract.surchargeOrder) {
    const surcharge = contract.surcharges[number];
    if (surcharge === undefined) continue;
    const verdicts = judge(surcharge, subject);
    const unknown = numbersOf(verdicts, undefined);
    if (unknown.length > 0) undecided.push(notKnown(surcharge, unknown));
    const charged = numbersOf(verdicts, true);
    if (charged.length === 0) continue;
    const value = valueOn(surcharge, subject.date);
    if (value === undefined) return noValue(surcharge, subject.date);
    const line =
      surcharge.type === 'fixed'
        ? fixedLine(contract.currency, surcharge, value, charged)
        : percentageLine(contract.currency, surcharge, value, amounts);
    if (line === undefined) continue;
    amounts.set(surcharge.reference, line.amountMinor);
    added[number] = line;
  }
  lines.push(...added.filter((line) => line !== undefined));
  return undefined;
}

/** For the whole shipment, or for each of its units. */
function judge({ per, when }: CompiledSurcharge, { shipment, level }: Subject): Verdict[] {
  const { origin, destination, residential, units, whole } = shipment;
  return (per === 'handlingUnit' ? units : [whole]).map(
    (unit: MeasuredUnit) =>
      when === undefined || when({ origin, destination, residential, serviceLevel: level, ...unit }),
  );
}

/** From 1, as units are numbered. */
function numbersOf(verdicts: readonly Verdict[], wanted: Verdict): number[] {
  return verdicts.flatMap((verdict, index) => (verdict === wanted ? [index + 1] : []));
}

/** Each value holds until the next one begins, or to its own last day. */
function valueOn({ values }: CompiledSurcharge, date: string): Value | undefined {
  const newest = values.findLast(({ from }) => from === undefined || from <= date);
  return newest?.to !== undefined && newest.to < date ? undefined : newest;
}

function fixedLine(currency: Currency, surcharge: CompiledSurcharge, value: Value, charged: readonly number[]): Line {
  const amountMinor = toMinor(currency, value.millionths * BigInt(charged.length));
  return {
    amountMinor,
    shown: {
      type: 'fixed',
      reference: surcharge.reference,
      amount: formatMinor(currency, amountMinor),
      basis: {
        amount: value.text,
        quantity: charged.length,
        ...(surcharge.per === 'handlingUnit' ? { handlingUnits: [...charged] } : {}),
      },
      ...(value.from === undefined ? {} : { validFrom: value.from }),
    },
  };
}

/** Undefined where nothing of what it is a percentage of is charged. */
function percentageLine(
  currency: Currency,
  surcharge: CompiledSurcharge,
  value: Value,
  amounts: ReadonlyMap<string, bigint>,
): Line | undefined {
  const of = surcharge.appliesTo.filter((reference) => amounts.has(reference));
  if (of.length === 0) return undefined;
  const basisMinor = of.reduce((sum, reference) => sum + (amounts.get(reference) ?? 0n), 0n);
  const amountMinor = percentOf(basisMinor, value.millionths);
  return {
    amountMinor,
    shown: {
      type: 'percentage',
      reference: surcharge.reference,
      amount: formatMinor(currency, amountMinor),
      percentage: value.text,
      basis: { amount: formatMinor(currency, basisMinor), of },
      ...(value.from === undefined ? {} : { validFrom: value.from }),
    },
  };
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
