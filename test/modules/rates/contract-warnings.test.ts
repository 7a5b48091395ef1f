import { describe, expect, test } from 'vitest';
import { cpuMillisecondsOf } from '../../harness/cpu-time.ts';
import { EXAMPLE_CONTRACT } from '../../harness/rates.ts';
import {
  BRACKETS,
  fixed,
  kg,
  warningsOf,
  withBrackets,
  withPrices,
  withSurcharges,
  withZones,
} from './change-example.ts';

describe('is taken with a warning', () => {
  const berlin = { reference: 'BERLIN', postCodes: [{ countryCode: 'DE', prefix: '1' }] };
  const price = (destination: string, origin: string | undefined = 'NL'): object => ({
    ...(origin === undefined ? {} : { origin }),
    destination,
    brackets: BRACKETS,
  });

  test.each<[string, object, RegExp[]]>([
    [
      'a zone that nothing is for',
      withZones(berlin),
      [/^\/zones\/3: No price and no surcharge is for the zone 'BERLIN'/],
    ],
    [
      'a service level without prices',
      { serviceLevels: [...EXAMPLE_CONTRACT.serviceLevels, { reference: 'EMPTY', prices: [] }] },
      [/^\/serviceLevels\/1\/prices: The service level 'EMPTY' has no prices yet/],
    ],
    [
      'a second price for a lane',
      withPrices(price('DE'), price('DE-ISLANDS'), price('DE')),
      [/^\/serviceLevels\/0\/prices\/2: The price from NL to DE can never be reached/],
    ],
    [
      'a zone that an earlier one covers',
      {
        ...withZones({ reference: 'GERMANY', countries: ['DE'] }),
        ...withPrices(price('DE'), price('DE-ISLANDS'), price('GERMANY')),
      },
      [/^\/serviceLevels\/0\/prices\/2: .*NL to GERMANY/],
    ],
    [
      'a range of which others leave nothing',
      {
        ...withZones(
          { reference: 'ALL', postCodes: [{ countryCode: 'DE', from: '1000', to: '1999' }] },
          { reference: 'LOW', postCodes: [{ countryCode: 'DE', from: '10000', to: '14999' }] },
          { reference: 'HIGH', postCodes: [{ countryCode: 'DE', from: '15000', to: '19999' }] },
        ),
        ...withPrices(price('DE'), price('DE-ISLANDS'), price('ALL'), price('LOW'), price('HIGH')),
      },
      [/^\/serviceLevels\/0\/prices\/2: .*NL to ALL/],
    ],
    [
      'a bracket between two steps',
      {
        ...withBrackets({ upTo: kg(1.2), amount: '3' }, { upTo: kg(1.4), amount: '4' }, { upTo: kg(1.5), amount: '5' }),
      },
      [/^\/zones\/2/, /^\/serviceLevels\/0\/prices\/0\/brackets\/1: No weight is ever in it: .* steps of 0.5 kg/],
    ],
    [
      'days without a value, before, between and after',
      withSurcharges({
        reference: 'FUEL',
        type: 'percentage',
        appliesTo: ['base'],
        values: [
          { from: '2026-02-01', to: '2026-02-27', percentage: '10' },
          { from: '2026-03-01', to: '2026-03-31', percentage: '11' },
        ],
      }),
      [
        /values\/0: 'FUEL' has no value from 2026-01-01 to 2026-01-31/,
        /values\/0: 'FUEL' has no value from 2026-02-28 to 2026-02-28/,
        /values\/1: 'FUEL' has no value from 2026-04-01 to 2026-12-31/,
      ],
    ],
    [
      'values outside the contract',
      withSurcharges({
        reference: 'FUEL',
        type: 'percentage',
        appliesTo: ['base'],
        values: [
          { from: '2025-01-01', percentage: '9' },
          { from: '2026-01-01', percentage: '10' },
          { from: '2027-01-01', percentage: '11' },
        ],
      }),
      [/values\/0: It holds only before the contract/, /values\/2: It holds only after the contract/],
    ],
  ])('%s', (_what, change, warnings) => {
    const found = warningsOf(change);
    expect(found).toHaveLength(warnings.length);
    warnings.forEach((warning, index) => expect(found[index]).toMatch(warning));
  });

  test.each<[string, object]>([
    [
      'a price that only addresses without a postal code reach',
      {
        ...withZones({
          reference: 'REST',
          postCodes: '0123456789'.split('').map((prefix) => ({ countryCode: 'DE', prefix })),
        }),
        ...withPrices(price('DE'), price('DE-ISLANDS'), price('REST')),
      },
    ],
    ['a less specific price behind a more specific one', withPrices(price('DE-ISLANDS'), price('DE'))],
    ['one destination from two origins', withPrices(price('DE'), price('DE', 'DE'), price('DE-ISLANDS'))],
    [
      'one from everywhere, beside one from a zone',
      withPrices(price('DE'), { destination: 'DE', brackets: BRACKETS }, price('DE-ISLANDS')),
    ],
    ['one to everywhere', withPrices(price('DE'), { brackets: BRACKETS }, price('DE-ISLANDS'))],
    [
      'a range that others leave a gap in',
      {
        ...withZones(
          { reference: 'ALL', postCodes: [{ countryCode: 'DE', prefix: '1' }] },
          { reference: 'LOW', postCodes: [{ countryCode: 'DE', from: '10000', to: '14998' }] },
          { reference: 'HIGH', postCodes: [{ countryCode: 'DE', from: '15000', to: '19999' }] },
        ),
        ...withPrices(price('DE'), price('DE-ISLANDS'), price('ALL'), price('LOW'), price('HIGH')),
      },
    ],
    [
      'a zone that only a condition names',
      { ...withZones(berlin), ...withSurcharges(fixed('A', { when: { destination: { zones: ['BERLIN'] } } })) },
    ],
  ])('but not %s', (_what, change) => {
    expect(warningsOf(change)).toEqual([]);
  });
});

test('a contract of a thousand zones and a hundred brackets each is checked in a moment', () => {
  const zones = Array.from({ length: 1_000 }, (_, number) => ({
    reference: `Z${number}`,
    postCodes: [{ countryCode: 'DE', prefix: String(10_000 + number) }],
  }));
  const brackets = Array.from({ length: 100 }, (_, number) => ({ upTo: kg(number + 1), amount: '5.00' }));
  const prices = zones.map(({ reference }) => ({ destination: reference, brackets }));
  const check = (): void => expect(warningsOf({ zones, serviceLevels: [{ reference: 'L', prices }] })).toEqual([]);
  // Seconds would mean that it looks at everything for each of them.
  expect(cpuMillisecondsOf(check)).toBeLessThan(5_000);
});
