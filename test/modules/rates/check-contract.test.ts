import { describe, expect, test } from 'vitest';
import { EXAMPLE_CONTRACT } from '../../harness/rates.ts';
import {
  BRACKETS,
  faultsOf,
  fixed,
  kg,
  percent,
  warningsOf,
  withBrackets,
  withPrices,
  withSurcharges,
  withZones,
} from './change-example.ts';

test('there is nothing wrong with the example, and nothing doubtful', () => {
  expect(faultsOf({})).toEqual([]);
  expect(warningsOf({})).toEqual([]);
});

describe('is refused, with its place', () => {
  test.each<[string, object, string, RegExp]>([
    ['a currency that is none', { currency: 'EUX' }, '/currency', /Unknown currency/],
    ['an end before the beginning', { validTo: '2025-12-31' }, '/validTo', /before validFrom/],
    ['a divisor too small to count', { volumetricDivisor: 1e-9 }, '/volumetricDivisor', /at least/],
    ['a step too small to count', { weightStep: kg(1e-9) }, '/weightStep/value', /at least/],
    ['a step that no ship carries', { weightStep: kg(1e308) }, '/weightStep/value', /at most/],
    [
      'a bound that is cut where it is counted',
      withBrackets({ upTo: kg(0.45359237), amount: '1.00' }),
      '/serviceLevels/0/prices/0/brackets/0/upTo/value',
      /at most 6 decimals/,
    ],
    [
      'more conditions than can be judged for each unit',
      withSurcharges({
        ...fixed('MANY'),
        when: { or: Array.from({ length: 1_000 }, () => ({ residential: true })) },
      }),
      '/surcharges',
      /at most 1000 conditions/,
    ],
    [
      'a zone that is called everywhere',
      withZones({ reference: '*', countries: ['BE'] }),
      '/zones/3/reference',
      /everywhere/,
    ],
    ['a zone twice', withZones({ reference: 'NL', countries: ['BE'] }), '/zones/3/reference', /'NL' is there twice/],
    ['a zone that is nowhere', withZones({ reference: 'X' }), '/zones/3', /nowhere/],
    [
      'a country that is none',
      withZones({ reference: 'X', countries: ['BE', 'UK'] }),
      '/zones/3/countries/1',
      /write GB/,
    ],
    [
      'postal codes of a country that is none',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'XX', prefix: '1' }] }),
      '/zones/3/postCodes/0/countryCode',
      /Unknown country/,
    ],
    [
      'a prefix and a range at once',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'DE', prefix: '1', from: '1', to: '2' }] }),
      '/zones/3/postCodes/0',
      /either `prefix`, or `from` and `to`/,
    ],
    [
      'half a range',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'DE', from: '1' }] }),
      '/zones/3/postCodes/0',
      /either `prefix`, or `from` and `to`/,
    ],
    [
      'neither prefix nor range',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'DE' }] }),
      '/zones/3/postCodes/0',
      /either/,
    ],
    [
      'a range the wrong way round',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'DE', from: '26486', to: '26465' }] }),
      '/zones/3/postCodes/0/to',
      /before from, which is '26486'/,
    ],
    [
      'a British range the wrong way round',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'GB', from: 'PA20', to: 'PA3' }] }),
      '/zones/3/postCodes/0/to',
      /before from/,
    ],
    [
      'a prefix of nothing but hyphens',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'DE', prefix: '- -' }] }),
      '/zones/3/postCodes/0/prefix',
      /letter or digit/,
    ],
    [
      'a control character in a postal code',
      withZones({ reference: 'X', postCodes: [{ countryCode: 'DE', prefix: '1\n' }] }),
      '/zones/3/postCodes/0/prefix',
      /control character/,
    ],
    [
      'a service level twice',
      { serviceLevels: [...EXAMPLE_CONTRACT.serviceLevels, { reference: 'DFY-B2C', prices: [] }] },
      '/serviceLevels/1/reference',
      /twice/,
    ],
    [
      'a longest transit shorter than the shortest',
      { serviceLevels: [{ reference: 'L', transitDays: { min: 3, max: 2 }, prices: [] }] },
      '/serviceLevels/0/transitDays/max',
      /less than min/,
    ],
    [
      'a destination that is no zone',
      withPrices({ origin: 'NL', destination: 'FR', brackets: BRACKETS }),
      '/serviceLevels/0/prices/0/destination',
      /no zone 'FR'.* It has: NL, DE, DE-ISLANDS/,
    ],
    [
      'an origin that is no zone',
      withPrices({ origin: 'nl', destination: 'DE', brackets: BRACKETS }),
      '/serviceLevels/0/prices/0/origin',
      /no zone 'nl'/,
    ],
    [
      'brackets in the wrong order',
      withBrackets({ upTo: kg(10), amount: '5' }, { upTo: kg(2), amount: '3' }),
      '/serviceLevels/0/prices/0/brackets/1/upTo',
      /Overlaps the bracket before, which ends at 10 kg/,
    ],
    [
      'one bracket twice, in two units',
      withBrackets({ upTo: kg(2), amount: '3' }, { upTo: { value: 2000, unit: 'g' }, amount: '4' }),
      '/serviceLevels/0/prices/0/brackets/1/upTo',
      /Overlaps/,
    ],
    [
      'a bracket after the open one',
      withBrackets({ amount: '3' }, { upTo: kg(2), amount: '4' }),
      '/serviceLevels/0/prices/0/brackets/0/upTo',
      /only the last bracket may be open/,
    ],
    ['a bracket without a price', withBrackets({ upTo: kg(2) }), '/serviceLevels/0/prices/0/brackets/0', /either/],
    [
      'a bracket with two prices',
      withBrackets({ upTo: kg(2), amount: '1', perKg: '1' }),
      '/serviceLevels/0/prices/0/brackets/0',
      /either `amount` or `perKg`/,
    ],
    [
      'a minimum of a flat price',
      withBrackets({ upTo: kg(2), amount: '1', minimum: '1' }),
      '/serviceLevels/0/prices/0/brackets/0/minimum',
      /Only a price `perKg`/,
    ],
    [
      'steps on a price per kilogram',
      withBrackets({ upTo: kg(2), perKg: '1', perStep: { step: kg(1), amount: '1' } }),
      '/serviceLevels/0/prices/0/brackets/0/perStep',
      /added to an `amount`/,
    ],
    [
      'steps of nothing',
      withBrackets({ upTo: kg(2), amount: '1', perStep: { step: kg(1e-9), amount: '1' } }),
      '/serviceLevels/0/prices/0/brackets/0/perStep/step/value',
      /at least/,
    ],
    ['a surcharge twice', withSurcharges(fixed('A'), fixed('A')), '/surcharges/1/reference', /twice/],
    [
      'a surcharge called base',
      withSurcharges(fixed('base')),
      '/surcharges/0/reference',
      /what the base price is called/,
    ],
    [
      'a fixed one that applies to something',
      withSurcharges(fixed('A', { appliesTo: ['base'] })),
      '/surcharges/0/appliesTo',
      /Only a percentage/,
    ],
    [
      'a fixed one with a percentage',
      withSurcharges(fixed('A', { percentage: '1' })),
      '/surcharges/0/percentage',
      /no percentage/,
    ],
    [
      'a fixed one without an amount',
      withSurcharges({ reference: 'A', type: 'fixed' }),
      '/surcharges/0/amount',
      /required of a fixed surcharge, or `values`/,
    ],
    [
      'a percentage per handling unit',
      withSurcharges({ ...percent('A', 'base'), per: 'handlingUnit' }),
      '/surcharges/0/per',
      /Only a fixed/,
    ],
    [
      'a percentage of nothing',
      withSurcharges({ reference: 'A', type: 'percentage', percentage: '1' }),
      '/surcharges/0/appliesTo',
      /required/,
    ],
    [
      'a percentage of what there is not',
      withSurcharges(percent('A', 'base', 'B')),
      '/surcharges/0/appliesTo/1',
      /no surcharge 'B'.* It has: base, A/,
    ],
    [
      'a discount of more than everything',
      withSurcharges({ ...percent('A', 'base'), percentage: '-100.000001' }),
      '/surcharges/0/percentage',
      /at most -100/,
    ],
    ['a percentage of itself', withSurcharges(percent('A', 'A')), '/surcharges/0/appliesTo/0', /A -> A/],
    [
      'a value beside dated values',
      withSurcharges(fixed('A', { values: [{ from: '2026-01-01', amount: '1' }] })),
      '/surcharges/0/amount',
      /`values` say/,
    ],
    [
      'dated values of the other kind',
      withSurcharges({ reference: 'A', type: 'fixed', values: [{ from: '2026-01-01', percentage: '1' }] }),
      '/surcharges/0/values/0/amount',
      /required/,
    ],
    [
      'dated values in the wrong order',
      withSurcharges({
        reference: 'A',
        type: 'fixed',
        values: [
          { from: '2026-02-01', amount: '1' },
          { from: '2026-01-01', amount: '1' },
        ],
      }),
      '/surcharges/0/values/1/from',
      /order of their dates/,
    ],
    [
      'dated values that overlap by a day',
      withSurcharges({
        reference: 'A',
        type: 'fixed',
        values: [
          { from: '2026-01-01', to: '2026-02-01', amount: '1' },
          { from: '2026-02-01', amount: '1' },
        ],
      }),
      '/surcharges/0/values/1/from',
      /after 2026-02-01/,
    ],
    [
      'a dated value that ends before it begins',
      withSurcharges({
        reference: 'A',
        type: 'fixed',
        values: [{ from: '2026-02-01', to: '2026-01-31', amount: '1' }],
      }),
      '/surcharges/0/values/0/to',
      /before from/,
    ],
    [
      'a condition on a zone that there is not',
      withSurcharges(fixed('A', { when: { not: { destination: { zones: ['X'] } } } })),
      '/surcharges/0/when/not/destination/zones/0',
      /no zone 'X'/,
    ],
    [
      'a condition on a service level that there is not',
      withSurcharges(fixed('A', { when: { and: [{ residential: true }, { serviceLevels: ['X'] }] } })),
      '/surcharges/0/when/and/1/serviceLevels/0',
      /no service level 'X'/,
    ],
    [
      'a condition on a country that is none',
      withSurcharges(fixed('A', { when: { or: [{ origin: { countries: ['EL'] } }] } })),
      '/surcharges/0/when/or/0/origin/countries/0',
      /write GR/,
    ],
    [
      'a condition on half a range of postal codes',
      withSurcharges(fixed('A', { when: { destination: { postCodes: [{ countryCode: 'DE', to: '1' }] } } })),
      '/surcharges/0/when/destination/postCodes/0',
      /either/,
    ],
  ])('%s', (_what, change, pointer, message) => {
    const faults = faultsOf(change);
    expect(faults[0]).toMatch(new RegExp(`^${pointer}: `));
    expect(faults[0]).toMatch(message);
  });

  test('a cycle of percentages, at each of its members, with the way around; what only leads to it is not blamed', () => {
    const change = withSurcharges(
      percent('A', 'base', 'B'),
      percent('B', 'C'),
      percent('C', 'A'),
      percent('D', 'A'),
      fixed('E'),
    );
    expect(faultsOf(change)).toEqual([
      '/surcharges/0/appliesTo/1: It would be a percentage of itself: A -> B -> C -> A. Take one of these out.',
      '/surcharges/1/appliesTo/0: It would be a percentage of itself: B -> C -> A -> B. Take one of these out.',
      '/surcharges/2/appliesTo/0: It would be a percentage of itself: C -> A -> B -> C. Take one of these out.',
    ]);
  });

  test('all of what is wrong at once, but never more than fifty', () => {
    const change = { currency: 'EUX', ...withBrackets({ upTo: kg(2) }, { upTo: kg(1), amount: '1' }) };
    expect(faultsOf(change)).toHaveLength(3);
    expect(
      faultsOf(withSurcharges(...Array.from({ length: 200 }, (_, n) => percent(`S${n}`, 'NOTHING')))),
    ).toHaveLength(50);
  });
});
