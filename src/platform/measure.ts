import { Big } from 'big.js';
import type { FieldError } from './field-error.ts';
import type { Dimensions, Weight } from './field-schemas.ts';

export interface Length {
  value: number;
  unit: Dimensions['unit'];
}

/** Exact by definition: the international pound and inch of 1959, the ounce a sixteenth of the pound. */
const GRAMS_PER = { kg: '1000', g: '1', lb: '453.59237', oz: '28.349523125' } as const satisfies Record<
  Weight['unit'],
  string
>;
const MILLIMETRES_PER = { m: '1000', cm: '10', mm: '1', in: '25.4' } as const satisfies Record<Length['unit'], string>;

/** A heavy industrial pallet. Above it, it is a load and not a unit. Below a milligram it is a mistake of the client's arithmetic. */
const GRAMS = { min: 0.001, max: 2_500_000, rule: 'A handling unit weighs at least 1 mg and at most 2500 kg' };
/** More than a trailer is long. */
const MILLIMETRES = { min: 0.001, max: 15_000, rule: 'A side is at least 0.001 mm and at most 15 m long' };

const SIDES = ['length', 'width', 'height'] as const;

/**
 * Whole grams, rounded half up, at least 1. The number counts as its shortest decimal text, the one that JSON shows, so
 * that 1.005 kg is 1005 g and not the 1004.99… that the double holds.
 */
export function toGrams(weight: Weight): number {
  return rounded(exactGrams(weight));
}

/**
 * Whole millimetres, rounded half up, at least 1: no side of a real parcel is 0. Half up, not always up, because clients
 * compute: 0.1 + 0.2 metres arrive as 0.30000000000000004 and are 300 mm.
 */
export function toMillimetres(length: Length): number {
  return rounded(exactMillimetres(length));
}

/** Grams without rounding, for sums and other units of weight. */
export function exactGrams(weight: Weight): Big {
  return new Big(weight.value).times(GRAMS_PER[weight.unit]);
}

/** Millimetres without rounding, for other units of length. */
export function exactMillimetres(length: Length): Big {
  return new Big(length.value).times(MILLIMETRES_PER[length.unit]);
}

/** The broken rules of a handling unit's weight; `path` is where the weight is. */
export function checkWeight(weight: Weight, path: FieldError['path']): FieldError[] {
  const message = isPositive(weight.value)
    ? checkBounds(weight.value, weight.unit, exactGrams(weight), GRAMS)
    : 'The weight must be more than 0.';
  return message === undefined ? [] : [{ path: [...path, 'value'], message }];
}

/** The broken rules of a handling unit's sides; `path` is where the dimensions are. */
export function checkDimensions(dimensions: Dimensions, path: FieldError['path']): FieldError[] {
  const { unit } = dimensions;
  return SIDES.flatMap((side) => {
    const value = dimensions[side];
    const message = isPositive(value)
      ? checkBounds(value, unit, exactMillimetres({ value, unit }), MILLIMETRES)
      : `The ${side} must be more than 0.`;
    return message === undefined ? [] : [{ path: [...path, side], message }];
  });
}

function checkBounds(value: number, unit: string, exact: Big, bounds: typeof GRAMS): string | undefined {
  return exact.lt(bounds.min) || exact.gt(bounds.max)
    ? `${bounds.rule}; this is ${value} ${unit}. Check the unit.`
    : undefined;
}

function rounded(exact: Big): number {
  return Math.max(1, exact.round(0, Big.roundHalfUp).toNumber());
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}
