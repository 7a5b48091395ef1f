import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Weight } from '../../src/platform/field-schemas.ts';
import {
  checkDimensions,
  checkWeight,
  exactGrams,
  type Length,
  toGrams,
  toMillimetres,
} from '../../src/platform/measure.ts';

const weightUnit = fc.constantFrom<Weight['unit']>('kg', 'g', 'lb', 'oz');
const lengthUnit = fc.constantFrom<Length['unit']>('cm', 'mm', 'm', 'in');
const positive = fc.double({ min: 5e-324, max: 1e6, noNaN: true });

describe('weights', () => {
  test.each<[number, Weight['unit'], number]>([
    [2.5, 'kg', 2500],
    [31.5, 'kg', 31500],
    [1.005, 'kg', 1005],
    [0.0005, 'kg', 1],
    [1.0005, 'kg', 1001],
    [1.0004999, 'kg', 1000],
    [0.1 + 0.2, 'kg', 300],
    [1, 'g', 1],
    [0.5, 'g', 1],
    [1.5, 'g', 2],
    [2.4999999999999996, 'g', 2],
    [0.0001, 'g', 1],
    [1e-7, 'kg', 1],
    [5e-324, 'oz', 1],
    [1, 'lb', 454],
    [10, 'lb', 4536],
    [100_000, 'lb', 45_359_237],
    [1, 'oz', 28],
    [16, 'oz', 454],
    [1e21, 'g', 1e21],
  ])('%d %s is %d g', (value, unit, grams) => {
    expect(toGrams({ value, unit })).toBe(grams);
  });

  test('a kilogram is 1000 g, to the last of three decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_500_000 }), (grams) => {
        expect(toGrams({ value: Number(`${grams}e-3`), unit: 'kg' })).toBe(grams);
        expect(toGrams({ value: grams, unit: 'g' })).toBe(grams);
      }),
      { numRuns: 1000 },
    );
  });

  test('16 oz are 1 lb exactly, and 100,000 lb are 45,359,237 g', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (pounds) => {
        expect(exactGrams({ value: pounds * 16, unit: 'oz' }).eq(exactGrams({ value: pounds, unit: 'lb' }))).toBe(true);
        expect(exactGrams({ value: pounds, unit: 'lb' }).times(100_000).toFixed()).toBe(
          String(BigInt(pounds) * 45_359_237n),
        );
      }),
    );
  });

  test('more is never less, and nothing is 0', () => {
    fc.assert(
      fc.property(positive, positive, weightUnit, (a, b, unit) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const grams = toGrams({ value: less, unit });
        expect(grams).toBeGreaterThanOrEqual(1);
        expect(Number.isInteger(grams)).toBe(true);
        expect(grams).toBeLessThanOrEqual(toGrams({ value: more, unit }));
      }),
    );
  });
});

describe('lengths', () => {
  test.each<[number, Length['unit'], number]>([
    [30, 'cm', 300],
    [30.05, 'cm', 301],
    [30.04, 'cm', 300],
    [0.1 + 0.2, 'm', 300],
    [1.2, 'm', 1200],
    [12, 'in', 305],
    [10, 'in', 254],
    [0.5, 'in', 13],
    [0.1, 'mm', 1],
    [0.5, 'mm', 1],
    [1.5, 'mm', 2],
  ])('%d %s is %d mm', (value, unit, millimetres) => {
    expect(toMillimetres({ value, unit })).toBe(millimetres);
  });

  test('more is never less, and nothing is 0', () => {
    fc.assert(
      fc.property(positive, positive, lengthUnit, (a, b, unit) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const millimetres = toMillimetres({ value: less, unit });
        expect(millimetres).toBeGreaterThanOrEqual(1);
        expect(millimetres).toBeLessThanOrEqual(toMillimetres({ value: more, unit }));
      }),
    );
  });

  test('a metre is 100 cm is 1000 mm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15_000 }), (millimetres) => {
        expect(toMillimetres({ value: Number(`${millimetres}e-3`), unit: 'm' })).toBe(millimetres);
        expect(toMillimetres({ value: Number(`${millimetres}e-1`), unit: 'cm' })).toBe(millimetres);
      }),
    );
  });
});

describe('bounds', () => {
  const path = ['handlingUnits', 0, 'weight'];

  test.each<[number, Weight['unit']]>([
    [2500, 'kg'],
    [2_500_000, 'g'],
    [5511.55, 'lb'],
    [0.001, 'g'],
  ])('%d %s is a possible weight', (value, unit) => {
    expect(checkWeight({ value, unit }, path)).toEqual([]);
  });

  test('a heavier unit and one of no weight at all are told their bounds', () => {
    expect(checkWeight({ value: 2500.0001, unit: 'kg' }, path)).toEqual([
      {
        path: ['handlingUnits', 0, 'weight', 'value'],
        message: 'A handling unit weighs at least 1 mg and at most 2500 kg; this is 2500.0001 kg. Check the unit.',
      },
    ]);
    expect(checkWeight({ value: 1e-320, unit: 'kg' }, path)).toMatchObject([
      { message: expect.stringMatching(/^A handling unit weighs at least 1 mg .* this is 1e-320 kg/) as string },
    ]);
    expect(checkWeight({ value: 9e-4, unit: 'g' }, path)).toHaveLength(1);
    expect(checkWeight({ value: 5512, unit: 'lb' }, path)).toHaveLength(1);
    expect(checkWeight({ value: Number.MAX_VALUE, unit: 'oz' }, path)).toHaveLength(1);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is no measure', (value) => {
    expect(checkWeight({ value, unit: 'kg' }, path)).toHaveLength(1);
    expect(checkDimensions({ length: value, width: 1, height: 1, unit: 'cm' }, []).map((error) => error.path)).toEqual([
      ['length'],
    ]);
  });

  test('each side that is too long or nothing is named', () => {
    expect(checkDimensions({ length: 15, width: 15, height: 0.01, unit: 'm' }, [])).toEqual([]);
    expect(checkDimensions({ length: 1, width: 1e-9, height: 1, unit: 'm' }, [])).toMatchObject([{ path: ['width'] }]);
    expect(
      checkDimensions({ length: 1501, width: 20, height: 15_000, unit: 'cm' }, ['handlingUnits', 3, 'dimensions']),
    ).toEqual([
      {
        path: ['handlingUnits', 3, 'dimensions', 'length'],
        message: 'A side is at least 0.001 mm and at most 15 m long; this is 1501 cm. Check the unit.',
      },
      {
        path: ['handlingUnits', 3, 'dimensions', 'height'],
        message: 'A side is at least 0.001 mm and at most 15 m long; this is 15000 cm. Check the unit.',
      },
    ]);
  });
});
