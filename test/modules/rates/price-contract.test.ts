import { describe, expect, test } from 'vitest';
import { explained } from '../../harness/rates.ts';
import { ask, brackets, contractOf, DE, flat, kg, priceOf } from './ask-contract.ts';

/** Every figure below was computed by hand. */

describe('brackets', () => {
  const grid = contractOf(
    brackets(
      { upTo: kg(2), amount: '5.00' },
      { upTo: kg(31.5), amount: '9.00' },
      { upTo: kg(70), perKg: '0.30', minimum: '10.00' },
      { upTo: kg(100), amount: '20.00', perStep: { step: kg(10), amount: '2.50' } },
      { perKg: '0.333333' },
    ),
  );
  test.each<[number, string]>([
    [0.001, '5.00'],
    [2, '5.00'],
    [2.000001, '9.00'],
    [31.5, '9.00'],
    // 0.30 x 32 = 9.60, which is less than the minimum.
    [32, '10.00'],
    // 0.30 x 33.333333 = 9.9999999: still less, if only by a hair.
    [33.333333, '10.00'],
    [33.4, '10.02'],
    [70, '21.00'],
    // 20.00 and for each begun 10 kg above 70 kg another 2.50.
    [70.000001, '22.50'],
    [80, '22.50'],
    [80.000001, '25.00'],
    [100, '27.50'],
    // 0.333333 x 150 = 49.99995
    [150, '50.00'],
  ])('%d kg cost %s', (weight, amount) => {
    expect(priceOf(grid, { units: [weight] })).toBe(`${amount} EUR = base ${amount}`);
  });

  test('above the last one there is no price', () => {
    const answer = ask(contractOf(brackets({ upTo: kg(31.5), amount: '9.00' })), { units: [31.5, 0.001] });
    expect(answer).toMatchObject({
      rates: [],
      unavailable: [
        {
          serviceLevelReference: 'L',
          reason: 'weight-not-covered',
          detail: 'The billable weight is 31.501 kg; the last bracket ends at 31.5 kg.',
        },
      ],
    });
  });

  test.each<[string, object, object[], string]>([
    [
      '5 lb in ten parcels of half a pound',
      { value: 5, unit: 'lb' },
      Array(10).fill({ weight: { value: 0.5, unit: 'lb' } }),
      '5.00',
    ],
    [
      'a pound in sixteen ounces',
      { value: 1, unit: 'lb' },
      Array(16).fill({ weight: { value: 1, unit: 'oz' } }),
      '5.00',
    ],
    [
      'an ounce in ten tenths',
      { value: 1, unit: 'oz' },
      Array(10).fill({ weight: { value: 0.1, unit: 'oz' } }),
      '5.00',
    ],
    ['0.3 kg as a computer adds 0.1 and 0.2', kg(0.3), [{ weight: kg(0.1 + 0.2) }], '5.00'],
    ['31.5 kg in grams', kg(31.5), [{ weight: { value: 31_500, unit: 'g' } }], '5.00'],
    ['a milligram more', kg(2), [{ weight: kg(2.000001) }], '9.00'],
  ])('a bound is met exactly by %s', (_what, upTo, units, amount) => {
    const contract = contractOf(brackets({ upTo, amount: '5.00' }, { amount: '9.00' }));
    expect(priceOf(contract, { units })).toBe(`${amount} EUR = base ${amount}`);
  });
});

describe('billable weight', () => {
  const box = (weight: number, length: number, width: number, height: number, unit = 'cm'): object => ({
    weight: kg(weight),
    dimensions: { length, width, height, unit },
  });

  test.each<[string, object, (number | object)[], number[]]>([
    // Physical, volumetric, billable.
    ['the heavier of the two: 60 x 40 x 30 / 5000 = 14.4', {}, [box(10, 60, 40, 30)], [10, 14.4, 14.4]],
    ['physical when that is heavier', {}, [box(20, 60, 40, 30)], [20, 14.4, 20]],
    ['of the whole shipment, not unit by unit', {}, [box(20, 10, 10, 10), box(1, 60, 40, 30)], [21, 14.6, 21]],
    ['rounded up to the step', { weightStep: kg(0.5) }, [box(10, 60, 40, 30)], [10, 14.4, 14.5]],
    ['an exact multiple of the step stays', { weightStep: kg(0.5) }, [2.5], [2.5, 2.5]],
    ['a milligram more is another step', { weightStep: kg(0.5) }, [2.500001], [2.500001, 3]],
    [
      'ten times half a pound is five steps of a pound',
      { weightStep: { value: 1, unit: 'lb' } },
      Array(10).fill({ weight: { value: 0.5, unit: 'lb' } }),
      [2.26796185, 2.26796185],
    ],
    [
      'a divisor that does not divide: 10000 / 6000',
      { volumetricDivisor: 6000 },
      [box(1, 100, 10, 10)],
      [1, 1.666666667, 1.666666667],
    ],
    ['inches: 10 x 10 x 10 in are 16387.064 cm3', {}, [box(1, 10, 10, 10, 'in')], [1, 3.2774128, 3.2774128]],
    ['without dimensions there is none', {}, [3], [3, 3]],
    ['what has no dimensions adds no volume', {}, [3, box(1, 60, 40, 30)], [4, 14.4, 14.4]],
    ['without a divisor size does not matter', { volumetricDivisor: undefined }, [box(1, 60, 40, 30)], [1, 1]],
  ])('%s', (_what, changes, units, weights) => {
    const contract = contractOf({ volumetricDivisor: 5000, ...flat('5.00'), ...changes });
    const [rate] = ask(contract, { units }).rates;
    const shown = [rate?.physicalWeight, rate?.volumetricWeight, rate?.billableWeight].flatMap(
      (weight) => weight?.value ?? [],
    );
    expect(shown).toEqual(weights);
  });

  test('per handling unit each is weighed, rounded and priced by itself', () => {
    const contract = contractOf({
      volumetricDivisor: 5000,
      weightStep: kg(0.5),
      serviceLevels: [
        {
          reference: 'L',
          prices: [{ per: 'handlingUnit', brackets: [{ upTo: kg(1), amount: '4.00' }, { perKg: '1.005' }] }],
        },
      ],
    });
    const answer = ask(contract, { units: [0.7, 1.2, box(0.1, 30, 20, 10)] });
    // 1.2 kg, by weight or by 6000 cm3, are 1.5 kg in steps, and 1.5 x 1.005 = 1.5075.
    expect(explained(answer)).toEqual(['7.02 EUR = base 4.00 + base 1.51 + base 1.51']);
    const shown = answer.rates[0]?.lines.map(({ handlingUnit, billableWeight }) => [
      handlingUnit,
      billableWeight?.value,
    ]);
    expect(shown).toEqual([
      [1, 1],
      [2, 1.5],
      [3, 1.5],
    ]);
    expect(answer.rates[0]?.billableWeight).toEqual(kg(4));
  });
});

describe('the price for a lane', () => {
  const zones = [
    { reference: 'EU', countries: ['DE', 'NL', 'BE', 'GB'] },
    { reference: 'DE', countries: ['DE'] },
    { reference: 'DE-1', postCodes: [{ countryCode: 'DE', prefix: '1' }] },
    { reference: 'BERLIN', postCodes: [{ countryCode: 'DE', from: '10115', to: '14199' }] },
    { reference: 'MITTE', postCodes: [{ countryCode: 'DE', prefix: '10115' }] },
    { reference: 'NL', countries: ['NL'] },
    { reference: 'AMSTERDAM', postCodes: [{ countryCode: 'NL', from: '1000', to: '1109' }] },
    { reference: 'BELFAST', postCodes: [{ countryCode: 'GB', prefix: 'BT' }] },
    { reference: 'BIRMINGHAM', postCodes: [{ countryCode: 'GB', prefix: 'B' }] },
  ];
  /** `NL>DE 5.00` */
  const prices = (...list: string[]): object => ({
    zones,
    serviceLevels: [
      {
        reference: 'L',
        prices: list.map((text) => {
          const [, origin = '', destination = '', amount] = /^(.*)>(.*) (.*)$/.exec(text) ?? [];
          return {
            ...(origin === '' ? {} : { origin }),
            ...(destination === '' ? {} : { destination }),
            brackets: [{ amount }],
          };
        }),
      },
    ],
  });

  test.each<[string, string[], object, string]>([
    ['a country in a zone', ['>EU 1'], DE, '1'],
    ['a postal code beats a country', ['>DE 1', '>DE-1 2'], DE, '2'],
    ['the narrower postal codes beat the wider', ['>DE-1 1', '>MITTE 3', '>BERLIN 2'], DE, '3'],
    ['a range beats a prefix that holds more codes', ['>DE-1 1', '>BERLIN 2'], DE, '2'],
    ['outside the range the prefix counts', ['>DE-1 1', '>BERLIN 2'], { countryCode: 'DE', postCode: '14200' }, '1'],
    ['the last code of a range is in it', ['>DE-1 1', '>BERLIN 2'], { countryCode: 'DE', postCode: '14199' }, '2'],
    ['of equally specific zones the first counts', ['>DE 2', '>EU 1'], DE, '1'],
    ['everywhere is the least specific', ['> 9', '>EU 1'], DE, '1'],
    ['everywhere takes what is in no zone', ['> 9', '>EU 1'], { countryCode: 'US', postCode: '10001' }, '9'],
    ['the destination counts before the origin', ['AMSTERDAM>DE 1', '>BERLIN 2'], DE, '2'],
    ['of one destination the more specific origin', ['>DE 1', 'NL>DE 2', 'AMSTERDAM>DE 3'], DE, '3'],
    ['a more specific destination from elsewhere is no price', ['DE>MITTE 1', 'NL>DE 2'], DE, '2'],
    ['of equally specific destinations the more specific origin', ['>EU 1', 'NL>DE 2'], DE, '2'],
    ['of two for one lane the first', ['NL>DE 1', 'NL>DE 2'], DE, '1'],
    ['without a postal code only countries are known', ['>DE 1', '>DE-1 2'], { countryCode: 'DE' }, '1'],
    ['a code is one of its country', ['>DE-1 1', '> 9'], { countryCode: 'BE', postCode: '1000' }, '9'],
    ['however it is typed', ['>DE 1', '>MITTE 2'], { countryCode: 'DE', postCode: ' de-10115 ' }, '2'],
    ['Belfast is not Birmingham', ['>BIRMINGHAM 1', '>BELFAST 2'], { countryCode: 'GB', postCode: 'BT1 1AA' }, '2'],
    ['Birmingham is not Belfast', ['>BIRMINGHAM 1', '>BELFAST 2'], { countryCode: 'GB', postCode: 'b1 1aa' }, '1'],
  ])('%s', (_what, list, to, amount) => {
    expect(priceOf(contractOf(prices(...list)), { to })).toBe(`${amount}.00 EUR = base ${amount}.00`);
  });

  test('is the most specific one, even where that has no bracket for the weight', () => {
    const contract = contractOf({
      zones,
      serviceLevels: [
        {
          reference: 'L',
          prices: [
            { destination: 'DE', brackets: [{ amount: '5.00' }] },
            { destination: 'MITTE', brackets: [{ upTo: kg(2), amount: '4.00' }] },
          ],
        },
      ],
    });
    expect([1, 3].map((weight) => priceOf(contract, { units: [weight] }))).toEqual([
      '4.00 EUR = base 4.00',
      'weight-not-covered',
    ]);
  });

  test('says which zones both ends are in when there is none', () => {
    const [none] = ask(contractOf(prices('DE>NL 1')), {}).unavailable;
    expect(none).toMatchObject({
      reason: 'no-price-for-lane',
      detail: 'L has no price from NL 1012AB (in AMSTERDAM, EU, NL) to DE 10115 (in MITTE, BERLIN, DE-1, EU, DE).',
    });
  });

  test('warns where a postal code is missing on which the zone depends', () => {
    const [rate] = ask(contractOf(prices('>DE 1', '>DE-1 2')), { to: { countryCode: 'DE' } }).rates;
    expect(rate?.undecided).toEqual([
      { reference: 'base', reason: 'The receiver has no postal code, on which the zone depends.' },
    ]);
  });
});

describe('currencies', () => {
  test.each<[string, string, string]>([
    ['EUR', '6.955', '6.96'],
    ['EUR', '6.9549', '6.95'],
    ['JPY', '1234.5', '1235'],
    ['JPY', '1234.49', '1234'],
    ['KWD', '1.2345', '1.235'],
    ['KWD', '1.2344', '1.234'],
    ['MRU', '6.955', '6.96'],
  ])('a price in %s of %s is %s', (currency, amount, expected) => {
    expect(priceOf(contractOf({ currency, ...flat(amount) }))).toBe(`${expected} ${currency} = base ${expected}`);
  });

  test('amounts as large as they may be stay exact', () => {
    const contract = contractOf({
      ...flat('999999999999.994999'),
      surcharges: [{ reference: 'A', type: 'percentage', percentage: '9999.999999', appliesTo: ['base'] }],
    });
    // 999999999999.99 x 99.99999999
    expect(priceOf(contract)).toBe('100999999989998.99 EUR = base 999999999999.99 + A 99999999989999.00');
  });
});

describe('validity', () => {
  const contract = contractOf({ ...flat('1.00'), validFrom: '2026-02-28', validTo: '2026-03-01' });
  test.each([
    ['2026-02-27', 'not-valid-on-date'],
    ['2026-02-28', '1.00 EUR = base 1.00'],
    ['2026-03-01', '1.00 EUR = base 1.00'],
    ['2026-03-02', 'not-valid-on-date'],
  ])('on %s: %s', (date, expected) => {
    expect(priceOf(contract, { date })).toBe(expected);
  });
});
