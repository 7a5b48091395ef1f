import { type Static, Type } from '@sinclair/typebox';
import type { HandlingUnit } from '../../shipment.ts';

/** Of a unit, and of a piece of the goods in it. */
export const MAX_GRAMS = 31_500;

export const DhlWeight = Type.Object({
  uom: Type.Literal('g'),
  value: Type.Number({ minimum: 0, maximum: MAX_GRAMS }),
});

const side = Type.Integer({ minimum: 1 });
const Dimensions = Type.Object({ uom: Type.Literal('mm'), length: side, width: side, height: side });

export const DhlDetails = Type.Object({ weight: DhlWeight, dim: Type.Optional(Dimensions) });

export function dhlWeight(grams: number): Static<typeof DhlWeight> {
  return { uom: 'g', value: grams };
}

export function dhlDetails({ weightGrams, dimensionsMillimetres }: HandlingUnit): Static<typeof DhlDetails> {
  return {
    weight: dhlWeight(weightGrams),
    ...(dimensionsMillimetres === undefined ? {} : { dim: { uom: 'mm', ...dimensionsMillimetres } }),
  };
}
