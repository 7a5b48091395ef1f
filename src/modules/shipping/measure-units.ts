import { newId } from '../../platform/ids.ts';
import { toGrams, toMillimetres } from '../../platform/measure.ts';
import type { HandlingUnit } from './shipment.ts';
import type { ShipmentInput } from './v2/shipment-schemas.ts';

/** New handling units for what the client sent, numbered in its order and measured in grams and millimetres. */
export function measureUnits(inputs: ShipmentInput['handlingUnits']): HandlingUnit[] {
  return inputs.map((content, index) => {
    const { weight, dimensions } = content;
    return {
      id: newId(),
      number: index + 1,
      status: 'AtOrigin',
      weightGrams: toGrams(weight),
      ...(dimensions === undefined
        ? {}
        : {
            dimensionsMillimetres: {
              length: toMillimetres({ value: dimensions.length, unit: dimensions.unit }),
              width: toMillimetres({ value: dimensions.width, unit: dimensions.unit }),
              height: toMillimetres({ value: dimensions.height, unit: dimensions.unit }),
            },
          }),
      content,
    };
  });
}
