import { type Static, Type } from '@sinclair/typebox';
import { Big } from 'big.js';
import type { HandlingUnit } from '../../shipment.ts';

type UnitMeasures = Pick<HandlingUnit, 'weightGrams' | 'dimensionsMillimetres'>;

const MAX_KILOGRAMS = 999_999_999_999;
/** Of every number that DHL takes. */
export const MYDHL_STEP = { multipleOf: 0.001 } as const;
const Centimetres = Type.Number({ ...MYDHL_STEP, minimum: 0.001, maximum: 9_999_999 });

/** Of goods; 0 where their weight is not told. */
export const MyDhlKilograms = Type.Number({ ...MYDHL_STEP, minimum: 0, maximum: MAX_KILOGRAMS });

/** Weight and size of a package, as `POST /shipments` and `POST /rates` both take them. */
export const MyDhlMeasures = Type.Object({
  weight: Type.Number({ ...MYDHL_STEP, minimum: 0.001, maximum: MAX_KILOGRAMS }),
  dimensions: Type.Optional(Type.Object({ length: Centimetres, width: Centimetres, height: Centimetres })),
});

/** Kilograms and centimetres, exact: grams and millimetres fit the three decimals that DHL takes. */
export function myDhlMeasures({
  weightGrams,
  dimensionsMillimetres: sides,
}: UnitMeasures): Static<typeof MyDhlMeasures> {
  return {
    weight: kilograms(weightGrams),
    ...(sides === undefined
      ? {}
      : { dimensions: { length: sides.length / 10, width: sides.width / 10, height: sides.height / 10 } }),
  };
}

/** Whole grams, rounded up: what weighs something is never 0. */
export function kilograms(grams: Big.BigSource): number {
  return new Big(grams).div(1000).round(3, Big.roundUp).toNumber();
}
