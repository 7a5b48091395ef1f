import { Big } from 'big.js';
import type { HandlingUnit } from '../../shipment.ts';

type UnitMeasures = Pick<HandlingUnit, 'weightGrams' | 'dimensionsMillimetres'>;

/** Kilograms and centimetres, exact: grams and millimetres fit the three decimals that DHL takes. */
export function myDhlMeasures({ weightGrams, dimensionsMillimetres: sides }: UnitMeasures): object {
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
