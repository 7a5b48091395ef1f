import { describe, expect, test } from 'vitest';
import { measureUnits } from '../../../../../src/modules/shipping/measure-units.ts';
import type { HandlingUnit } from '../../../../../src/modules/shipping/shipment.ts';
import { at } from '../json-at.ts';
import { laneOf } from '../lane.ts';
import { asked, booked } from './ups-sent.ts';

type Content = HandlingUnit['content'];
type Weight = Content['weight'];
type Dimensions = NonNullable<Content['dimensions']>;
type Measures = Pick<Content, 'weight' | 'dimensions'>;

/** What UPS is told of such a unit by a booking and by a question for prices, which are the same. */
function told(from: 'US' | 'DE', measures: Measures): { weight: unknown; sides: unknown[]; total: unknown } {
  const lane = laneOf(from, from);
  const request = { ...lane, handlingUnits: measureUnits([{ packageType: 'Box', ...measures }]) };
  const [booking, question] = [booked(request), asked(request)];
  const read = (shipment: unknown) => ({
    weight: at(shipment, 'Package', 'PackageWeight', 'Weight'),
    sides: ['Length', 'Width', 'Height'].map((side) => at(shipment, 'Package', 'Dimensions', side)),
  });
  expect(read(question)).toEqual(read(booking));
  return { ...read(booking), total: at(question, 'ShipmentTotalWeight', 'Weight') };
}

const weigh = (from: 'US' | 'DE', weight: Weight): unknown[] => {
  const { weight: each, total } = told(from, { weight });
  return [each, total];
};
const measure = (from: 'US' | 'DE', dimensions: Dimensions): unknown[] =>
  told(from, { weight: { value: 1, unit: 'kg' }, dimensions }).sides;
const whole = (max: number): number[] => Array.from({ length: max }, (_, index) => index + 1);

describe('what is sent in the unit in which UPS is told', () => {
  test('every whole pound and every tenth of one is told as itself', () => {
    for (const tenths of whole(1_500)) {
      const value = tenths / 10;
      expect(weigh('US', { value, unit: 'lb' }), `${value} lb`).toEqual([String(value), String(value)]);
    }
  });

  test('every whole inch is told as itself', () => {
    for (const inches of whole(108)) {
      const side = String(inches);
      expect(measure('US', { length: inches, width: inches, height: inches, unit: 'in' })).toEqual([side, side, side]);
    }
  });

  test('every tenth of a kilogram is told as itself', () => {
    for (const tenths of whole(700)) {
      const value = tenths / 10;
      expect(weigh('DE', { value, unit: 'kg' }), `${value} kg`).toEqual([String(value), String(value)]);
    }
  });

  test('every whole centimetre is told as itself, and a tenth more as the next', () => {
    for (const length of whole(270)) {
      const tenth = Number(`${length}.1`);
      expect(measure('DE', { length: tenth, width: length, height: length, unit: 'cm' })).toEqual(
        [length + 1, length, length].map(String),
      );
    }
  });
});

test.each<[string, 'US' | 'DE', Weight, string]>([
  ['a true fraction', 'US', { value: 5.01, unit: 'lb' }, '5.1'],
  ['sixteen ounces', 'US', { value: 16, unit: 'oz' }, '1'],
  ['seventeen ounces', 'US', { value: 17, unit: 'oz' }, '1.1'],
  ['pounds in kilograms, to five decimals', 'US', { value: 2.26796, unit: 'kg' }, '5'],
  ['a kilogram', 'US', { value: 1, unit: 'kg' }, '2.3'],
  ['a pound', 'DE', { value: 1, unit: 'lb' }, '0.5'],
  ['a true fraction', 'DE', { value: 1.0001, unit: 'kg' }, '1.1'],
  ['what a double makes of a sum', 'DE', { value: 0.1 + 0.2, unit: 'kg' }, '0.3'],
  ['the lightest that there is', 'US', { value: 0.001, unit: 'g' }, '0.1'],
])('%s from %s, %j, weighs %s', (_name, from, weight, expected) => {
  expect(weigh(from, weight)).toEqual([expected, expected]);
});

test.each<[string, 'US' | 'DE', Dimensions, string[]]>([
  ['an inch in centimetres', 'US', { length: 30.48, width: 2.54, height: 2.55, unit: 'cm' }, ['12', '2', '1']],
  ['a true fraction', 'US', { length: 12.01, width: 12, height: 11.5, unit: 'in' }, ['13', '12', '12']],
  ['what a double makes of a sum', 'DE', { length: 0.1 + 0.2, width: 0.1, height: 0.1, unit: 'm' }, ['30', '10', '10']],
  ['the shortest that there is', 'US', { length: 0.001, width: 0.001, height: 0.001, unit: 'mm' }, ['1', '1', '1']],
])('%s from %s, %j, measures %j', (_name, from, dimensions, expected) => {
  expect(measure(from, dimensions)).toEqual(expected);
});

test('the shipment weighs what its units weigh exactly', () => {
  const request = laneOf('US', 'US');
  const units = measureUnits(whole(10).map(() => ({ packageType: 'Box', weight: { value: 5, unit: 'lb' } }) as const));
  expect(at(asked({ ...request, handlingUnits: units }), 'ShipmentTotalWeight', 'Weight')).toBe('50');
});
