import type { CompiledArea } from './area.ts';
import { type Check, compileCondition } from './condition.ts';
import { type Currency, formatMinor, parseDecimal, toMinor } from './exact-money.ts';
import type { Line } from './rate-line.ts';
import type { Per, Surcharge } from './v1/contract-schemas.ts';

export interface SurchargeValue {
  /** Absent: since ever. */
  from?: string;
  to?: string;
  text: string;
  /** An amount or a percentage, in millionths. */
  millionths: bigint;
  /** Of what is charged once or not at all, the line that it then is. */
  line?: Line;
}

export interface CompiledSurcharge {
  reference: string;
  type: Surcharge['type'];
  per: Per;
  values: readonly SurchargeValue[];
  appliesTo: readonly { reference: string; number: number }[];
  when?: Check;
}

/** Stands for the base price among the numbers of surcharges. */
export const BASE_NUMBER = -1;

export function compileSurcharges(
  surcharges: readonly Surcharge[],
  currency: Currency,
  areaOf: (zoneReference: string) => CompiledArea | undefined,
): CompiledSurcharge[] {
  const numbers = new Map(surcharges.map(({ reference }, number) => [reference, number]));
  return surcharges.map((surcharge): CompiledSurcharge => {
    const { reference, type, per = 'shipment', appliesTo = [], when } = surcharge;
    return {
      reference,
      type,
      per,
      values: (surcharge.values ?? [surcharge]).map((value) => compileValue(currency, { reference, type, per }, value)),
      appliesTo: appliesTo.map((name) => ({ reference: name, number: numbers.get(name) ?? BASE_NUMBER })),
      ...(when === undefined ? {} : { when: compileCondition(when, areaOf) }),
    };
  });
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

/** @param units the numbers of those it is charged for, where it is charged for units */
export function fixedLine(
  currency: Currency,
  reference: string,
  { from, text, millionths }: SurchargeValue,
  units?: readonly number[],
): Line {
  const quantity = units?.length ?? 1;
  const amountMinor = toMinor(currency, millionths * BigInt(quantity));
  return {
    amountMinor,
    shown: {
      type: 'fixed',
      reference,
      amount: formatMinor(currency, amountMinor),
      basis: { amount: text, quantity, ...(units === undefined ? {} : { handlingUnits: [...units] }) },
      ...(from === undefined ? {} : { validFrom: from }),
    },
  };
}

function compileValue(
  currency: Currency,
  { reference, type, per }: Pick<CompiledSurcharge, 'reference' | 'type' | 'per'>,
  { from, to, amount, percentage }: { from?: string; to?: string; amount?: string; percentage?: string },
): SurchargeValue {
  const text = (type === 'fixed' ? amount : percentage) ?? '0';
  const value: SurchargeValue = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    text,
    millionths: parseDecimal(text),
  };
  return type === 'fixed' && per === 'shipment' ? { ...value, line: fixedLine(currency, reference, value) } : value;
}
