import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/modules/rates/answer-question.ts';
import { checkContract } from '../../../src/modules/rates/check-contract.ts';
import { compileContract } from '../../../src/modules/rates/compile-contract.ts';
import type { RateShipment } from '../../../src/modules/rates/index.ts';
import type { ContractInput } from '../../../src/modules/rates/v1/contract-schemas.ts';
import type { Calculation } from '../../../src/modules/rates/v1/schemas.ts';
import { explained } from '../../harness/rates.ts';

/** Every figure below was computed by hand. */

const kg = (value: number) => ({ value, unit: 'kg' as const });
const NL = { countryCode: 'NL', postCode: '1012AB' };
const DE = { countryCode: 'DE', postCode: '10115' };

interface Sent {
  from?: object;
  to?: object;
  date?: string;
  /** Kilograms, or whole units. */
  units?: (number | object)[];
}

const unitOf = (unit: number | object): object => (typeof unit === 'number' ? { weight: kg(unit) } : unit);

/** One price from everywhere to everywhere, and no surcharges, but for what is said. */
function contractOf(changes: object): ContractInput {
  const contract = {
    reference: 'C',
    carrierReference: 'CARRIER',
    currency: 'EUR',
    validFrom: '2026-01-01',
    zones: [],
    ...changes,
  } as unknown as ContractInput;
  checkContract(contract);
  return contract;
}

function ask(
  contract: ContractInput,
  { from = NL, to = DE, date = '2026-06-01', units = [1] }: Sent = {},
): Calculation {
  const header = { ...contract, id: 'id', version: 1 };
  const contracts = new Map([['id', compileContract(contract)]]);
  const shipment = { addresses: { sender: from, receiver: to }, handlingUnits: units.map(unitOf) } as RateShipment;
  return answerQuestion({ headers: [header], contracts, exchangeRates: [], quotes: [] }, { shipment, date });
}

const brackets = (...list: object[]): object => ({ serviceLevels: [{ reference: 'L', prices: [{ brackets: list }] }] });
const flat = (amount: string): object => brackets({ amount });

/** `5.00 EUR = base 5.00`, or the reason why there is none. */
function priceOf(contract: ContractInput, sent: Sent = {}): string {
  const answer = ask(contract, sent);
  return explained(answer)[0] ?? answer.unavailable[0]?.reason ?? 'nothing';
}

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

describe('surcharges', () => {
  const fixed = (reference: string, amount: string, more: object = {}): object => ({
    reference,
    type: 'fixed',
    amount,
    ...more,
  });
  const percent = (reference: string, percentage: string, of: string[], more: object = {}): object => ({
    reference,
    type: 'percentage',
    percentage,
    appliesTo: of,
    ...more,
  });
  const priced = (surcharges: object[], sent: Sent = {}, changes: object = {}): string =>
    priceOf(contractOf({ ...flat('10.00'), surcharges, ...changes }), sent);

  test.each<[string, object[], string]>([
    ['stand in the order of the contract', [fixed('B', '1'), fixed('A', '2')], '13.00 = base 10.00 + B 1.00 + A 2.00'],
    [
      'are a percentage of exactly what they name',
      [fixed('TOLL', '0.35'), fixed('OTHER', '5'), percent('FUEL', '12.5', ['base', 'TOLL'])],
      '16.64 = base 10.00 + TOLL 0.35 + OTHER 5.00 + FUEL 1.29',
    ],
    [
      'may be a percentage of a percentage',
      [percent('A', '10', ['base']), percent('B', '10', ['A'])],
      '11.10 = base 10.00 + A 1.00 + B 0.10',
    ],
    [
      'are rounded line by line, and percentages are of rounded lines',
      [percent('A', '0.05', ['base']), percent('B', '50', ['A'])],
      '10.02 = base 10.00 + A 0.01 + B 0.01',
    ],
    [
      'may name what stands behind them',
      [percent('FUEL', '10', ['base', 'TOLL']), fixed('TOLL', '5')],
      '16.50 = base 10.00 + FUEL 1.50 + TOLL 5.00',
    ],
    [
      'may be discounts, also of a surcharge',
      [fixed('TOLL', '1'), percent('LESS', '-50', ['TOLL']), percent('DEAL', '-10', ['base'])],
      '9.50 = base 10.00 + TOLL 1.00 + LESS -0.50 + DEAL -1.00',
    ],
    ['may take everything away', [percent('FREE', '-100', ['base'])], '0.00 = base 10.00 + FREE -10.00'],
    ['may be a fixed discount', [fixed('DEAL', '-2.50')], '7.50 = base 10.00 + DEAL -2.50'],
    [
      'half a cent is a cent, and of a discount too',
      [percent('A', '0.05', ['base']), percent('B', '-0.05', ['base'])],
      '10.00 = base 10.00 + A 0.01 + B -0.01',
    ],
    ['of nought are shown', [percent('FUEL', '0', ['base'])], '10.00 = base 10.00 + FUEL 0.00'],
    [
      'of what did not apply are none',
      [fixed('NEVER', '5', { when: { dangerousGoods: true } }), percent('FUEL', '10', ['NEVER'])],
      '10.00 = base 10.00',
    ],
    [
      'count what did apply, of what they name',
      [fixed('NEVER', '5', { when: { dangerousGoods: true } }), percent('FUEL', '10', ['NEVER', 'base'])],
      '11.00 = base 10.00 + FUEL 1.00',
    ],
  ])('%s', (_what, surcharges, expected) => {
    expect(priced(surcharges)).toBe(expected.replace(' =', ' EUR ='));
  });

  const long = { weight: kg(1), dimensions: { length: 20, width: 130, height: 10, unit: 'cm' } };
  const small = { weight: kg(1), dimensions: { length: 20, width: 10, height: 10, unit: 'cm' } };
  const oversize = (per: string): object[] => [
    fixed('OVERSIZE', '15.005', { per, when: { longestSide: { moreThan: { value: 120, unit: 'cm' } } } }),
  ];

  test.each<[string, object[], (number | object)[], string]>([
    [
      'per handling unit: once for each of which the condition holds, rounded as one line',
      oversize('handlingUnit'),
      [long, small, long],
      '40.01 = base 10.00 + OVERSIZE 30.01',
    ],
    [
      'per shipment: once, when any unit is so',
      oversize('shipment'),
      [small, long, long],
      '25.01 = base 10.00 + OVERSIZE 15.01',
    ],
    [
      'per handling unit without a condition: for each',
      [fixed('LABEL', '0.10', { per: 'handlingUnit' })],
      [small, small, 1],
      '10.30 = base 10.00 + LABEL 0.30',
    ],
  ])('%s', (_what, surcharges, units, expected) => {
    expect(priced(surcharges, { units })).toBe(expected.replace(' =', ' EUR ='));
  });

  const when = (condition: object): object[] => [fixed('X', '1', { when: condition })];
  const cm = (value: number) => ({ value, unit: 'cm' });
  const applies = (condition: object, sent: Sent, changes: object = {}): boolean =>
    priced(when(condition), sent, changes).includes('X');
  const island = { zones: [{ reference: 'ISLAND', postCodes: [{ countryCode: 'DE', prefix: '25849' }] }] };
  const TO_ISLAND = { to: { countryCode: 'DE', postCode: '25849' } };

  test.each<[string, object, Sent, boolean]>([
    ['more than a weight, on it', { weight: { moreThan: kg(30) } }, { units: [30] }, false],
    ['more than a weight, above it', { weight: { moreThan: kg(30) } }, { units: [30.000001] }, true],
    ['at least a weight, on it', { weight: { atLeast: kg(30) } }, { units: [30] }, true],
    ['less than a weight, on it', { weight: { lessThan: kg(30) } }, { units: [30] }, false],
    [
      'at most a weight, in pounds, on it',
      { weight: { atMost: { value: 5, unit: 'lb' } } },
      { units: Array(10).fill({ weight: { value: 0.5, unit: 'lb' } }) },
      true,
    ],
    ['two bounds, both kept', { weight: { moreThan: kg(1), atMost: kg(2) } }, { units: [2] }, true],
    ['two bounds, one broken', { weight: { moreThan: kg(1), atMost: kg(2) } }, { units: [2.1] }, false],
    [
      'the weight is the physical one, of the whole shipment',
      { weight: { moreThan: kg(1.5) } },
      { units: [1, 1] },
      true,
    ],
    ['the longest side is whichever is longest', { longestSide: { atLeast: cm(130) } }, { units: [long] }, true],
    // 2 x (20 + 10) = 60
    [
      'the girth goes around the shorter sides',
      { girth: { atLeast: cm(60), atMost: cm(60) } },
      { units: [long] },
      true,
    ],
    [
      'length plus girth: 130 + 60',
      { lengthPlusGirth: { atLeast: cm(190), atMost: { value: 1.9, unit: 'm' } } },
      { units: [long] },
      true,
    ],
    // 26000 cm3 + 2000 cm3
    [
      'the volume is that of all',
      { volume: { atLeast: { value: 28, unit: 'dm3' }, atMost: { value: 0.028, unit: 'm3' } } },
      { units: [long, small] },
      true,
    ],
    ['a destination country', { destination: { countries: ['DE'] } }, {}, true],
    ['an origin country', { origin: { countries: ['DE'] } }, {}, false],
    ['a postal code', { destination: { postCodes: [{ countryCode: 'DE', from: '10000', to: '10999' }] } }, {}, true],
    ['a zone', { destination: { zones: ['ISLAND'] } }, TO_ISLAND, true],
    ['another zone', { destination: { zones: ['ISLAND'] } }, {}, false],
    ['not in a zone', { not: { destination: { zones: ['ISLAND'] } } }, {}, true],
    [
      'any of several places',
      { destination: { zones: ['ISLAND'], countries: ['BE'] } },
      { to: { countryCode: 'BE', postCode: '1000' } },
      true,
    ],
    ['the service level', { serviceLevels: ['L'] }, {}, true],
    ['a private address', { residential: true }, { to: { ...DE, residential: true } }, true],
    ['an address that does not say is not private', { residential: true }, {}, false],
    ['an address that does not say is a business', { residential: false }, {}, true],
    [
      'dangerous goods in any unit',
      { dangerousGoods: true },
      { units: [1, { weight: kg(1), dangerousGoods: true }] },
      true,
    ],
    ['a unit that does not say has none', { dangerousGoods: true }, {}, false],
    ['all of several', { and: [{ weight: { atMost: kg(1) } }, { residential: true }] }, {}, false],
    ['any of several', { or: [{ weight: { atMost: kg(1) } }, { residential: true }] }, {}, true],
    ['members of one condition all hold', { weight: { atMost: kg(1) }, residential: true }, {}, false],
    ['not', { not: { residential: true } }, {}, true],
    ['not of what is not known', { not: { longestSide: { moreThan: cm(120) } } }, { units: [1] }, false],
    ['what is not known', { longestSide: { atMost: cm(120) } }, { units: [1] }, false],
    ['what one known unit decides', { longestSide: { moreThan: cm(120) } }, { units: [long, 1] }, true],
    ['what one known unit denies', { not: { longestSide: { atMost: cm(120) } } }, { units: [long, 1] }, true],
    [
      'or of a known and an unknown',
      { or: [{ girth: { moreThan: cm(1) } }, { weight: { atMost: kg(1) } }] },
      { units: [1] },
      true,
    ],
    [
      'a postal code that is not known',
      { not: { destination: { zones: ['ISLAND'] } } },
      { to: { countryCode: 'DE' } },
      false,
    ],
    [
      'a postal code that does not matter',
      { not: { destination: { zones: ['ISLAND'] } } },
      { to: { countryCode: 'BE' } },
      true,
    ],
  ])('condition: %s', (_what, condition, sent, expected) => {
    expect(applies(condition, sent, island)).toBe(expected);
  });

  test('says which could not be decided, and for which unit', () => {
    const contract = contractOf({ ...flat('10.00'), surcharges: oversize('handlingUnit') });
    const [rate] = ask(contract, { units: [long, 1, 1] }).rates;
    expect(rate?.total.amount).toBe('25.01');
    expect(rate?.undecided).toEqual([
      {
        reference: 'OVERSIZE',
        reason: 'Whether it applies for handling unit 2, 3 depends on dimensions or a postal code that are missing.',
      },
    ]);
  });

  describe('with dated values', () => {
    const fuel = (...values: object[]): object[] => [
      { reference: 'FUEL', type: 'percentage', appliesTo: ['base'], values },
    ];
    const monthly = fuel(
      { from: '2026-01-01', percentage: '10' },
      { from: '2026-02-01', to: '2026-02-28', percentage: '11' },
      { from: '2026-04-01', percentage: '12' },
    );
    test.each<[string, string]>([
      ['2026-01-01', '11.00 EUR = base 10.00 + FUEL 1.00'],
      ['2026-01-31', '11.00 EUR = base 10.00 + FUEL 1.00'],
      ['2026-02-01', '11.10 EUR = base 10.00 + FUEL 1.10'],
      ['2026-02-28', '11.10 EUR = base 10.00 + FUEL 1.10'],
      ['2026-03-01', 'no-surcharge-value'],
      ['2026-03-31', 'no-surcharge-value'],
      ['2026-04-01', '11.20 EUR = base 10.00 + FUEL 1.20'],
      ['2030-04-01', '11.20 EUR = base 10.00 + FUEL 1.20'],
    ])('on %s: %s', (date, expected) => {
      expect(priced(monthly, { date })).toBe(expected);
    });

    test('before the first there is no price, unless it does not apply', () => {
      const late = { from: '2026-07-01', percentage: '10' };
      expect(priced(fuel(late))).toBe('no-surcharge-value');
      const rarely = fuel(late).map((one) => ({ ...one, when: { residential: true } }));
      expect(priced(rarely)).toBe('10.00 EUR = base 10.00');
    });
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
