import { Big } from 'big.js';
import type { Weight } from '../../platform/field-schemas.ts';
import type { Length, Volume } from './v1/condition-schemas.ts';

/**
 * Weights and sizes as integers so fine that every unit is exact in them: pounds and ounces to the sixth decimal weigh a whole number of
 * femtograms, and inches measure a whole number of tenths of a nanometre. What is exactly on a bound is on it, however many parcels add up to it.
 */
const FEMTOGRAMS_PER_MILLIONTH = {
  g: 1_000_000_000n,
  kg: 1_000_000_000_000n,
  lb: 453_592_370_000n,
  oz: 28_349_523_125n,
} as const satisfies Record<Weight['unit'], bigint>;
const FEMTOGRAMS_PER_KG = 10n ** 18n;
const FEMTOGRAMS_PER_MICROGRAM = 10n ** 9n;
const MICROGRAMS_PER_KG = 1e9;

const LENGTHS_PER_MILLIONTH = { mm: 10n, cm: 100n, m: 10_000n, in: 254n } as const satisfies Record<
  Length['unit'],
  bigint
>;
const LENGTH_UNITS = { cm3: 'cm', dm3: 'cm', m3: 'm', in3: 'in' } as const satisfies Record<
  Volume['unit'],
  Length['unit']
>;

/** A weight as `femtograms / divisor`: volumetric ones need not be whole. */
export interface ExactWeight {
  femtograms: bigint;
  divisor: bigint;
}

/** Side lengths, the longest first, in 1e-7 mm; volume in the cube of that. */
export interface ExactSize {
  longestSide: bigint;
  girth: bigint;
  lengthPlusGirth: bigint;
  volume: bigint;
}

/**
 * A number in millionths, half up, by its shortest decimal text, the one that JSON shows. Six decimals are more than any scale has, and
 * few enough to take away what clients' own sums leave behind (0.30000000000000004).
 */
export function toMillionths(value: number): bigint {
  const near = Math.round(value * 1e6);
  if (near / 1e6 === value && Number.isSafeInteger(near)) return BigInt(near);
  return BigInt(new Big(value).times(1e6).round(0, Big.roundHalfUp).toFixed());
}

export function toFemtograms(weight: Weight): bigint {
  return toMillionths(weight.value) * FEMTOGRAMS_PER_MILLIONTH[weight.unit];
}

/** In 1e-7 mm. */
export function toExactLength(length: Length): bigint {
  return toMillionths(length.value) * LENGTHS_PER_MILLIONTH[length.unit];
}

/** In the cube of 1e-7 mm. */
export function toExactVolume(volume: Volume): bigint {
  const side = LENGTHS_PER_MILLIONTH[LENGTH_UNITS[volume.unit]] * 1_000_000n;
  return (toMillionths(volume.value) * side ** 3n * (volume.unit === 'dm3' ? 1_000n : 1n)) / 1_000_000n;
}

/** Which side is called the length does not matter: the girth goes around the two shorter ones. */
export function measureSides(sides: {
  length: number;
  width: number;
  height: number;
  unit: Length['unit'];
}): ExactSize {
  const { length, width, height, unit } = sides;
  const [long = 0n, middle = 0n, short = 0n] = [length, width, height]
    .map((value) => toExactLength({ value, unit }))
    .toSorted((one, other) => (one < other ? 1 : one > other ? -1 : 0));
  const girth = 2n * (middle + short);
  return { longestSide: long, girth, lengthPlusGirth: long + girth, volume: long * middle * short };
}

/** Volume / divisor: with a volume in cubes of 1e-7 mm and cubic centimetres to the kilogram in millionths, femtograms come out. */
export function volumetricWeight(volume: bigint, divisorMillionths: bigint): ExactWeight {
  return { femtograms: volume, divisor: divisorMillionths };
}

/** The greater of the two, rounded up to whole steps. An exact multiple of the step stays what it is. */
export function billableWeight(
  physicalFemtograms: bigint,
  volumetric: ExactWeight | undefined,
  stepFemtograms: bigint | undefined,
): ExactWeight {
  const greater =
    volumetric !== undefined && volumetric.femtograms > physicalFemtograms * volumetric.divisor
      ? volumetric
      : { femtograms: physicalFemtograms, divisor: 1n };
  if (stepFemtograms === undefined) return greater;
  const steps = ceilDivide(greater.femtograms, greater.divisor * stepFemtograms);
  return { femtograms: steps * stepFemtograms, divisor: 1n };
}

export function addWeights(one: ExactWeight, other: ExactWeight): ExactWeight {
  if (one.divisor === other.divisor) return { femtograms: one.femtograms + other.femtograms, divisor: one.divisor };
  return {
    femtograms: one.femtograms * other.divisor + other.femtograms * one.divisor,
    divisor: one.divisor * other.divisor,
  };
}

/** In kilograms, to the microgram, for people and programs to read; what is computed is computed from the exact weight. */
export function presentWeight({ femtograms, divisor }: ExactWeight): Weight {
  const micrograms = roundHalfUp(femtograms, divisor * FEMTOGRAMS_PER_MICROGRAM);
  return { value: Number(micrograms) / MICROGRAMS_PER_KG, unit: 'kg' };
}

/** `amount * weight`, where the amount is of a kilogram: as a fraction. */
export function timesKilograms(amount: bigint, weight: ExactWeight): { numerator: bigint; denominator: bigint } {
  return { numerator: amount * weight.femtograms, denominator: weight.divisor * FEMTOGRAMS_PER_KG };
}

export function ceilDivide(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** Half away from zero, so that a discount is the mirror image of a surcharge. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return numerator < 0n
    ? -((-2n * numerator + denominator) / (2n * denominator))
    : (2n * numerator + denominator) / (2n * denominator);
}
