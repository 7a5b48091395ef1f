import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf, toCarrierScan } from '../../../../src/modules/shipping/carriers/carrier-scan.ts';
import type { StandardisedCode } from '../../../../src/modules/shipping/carriers/tracking-codes/code-table.ts';

test.each<[string, string | undefined]>([
  ['2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
  ['2026-12-01T10:00:00+01:00', '2026-12-01T09:00:00.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ['0000-12-31T23:59:59Z', undefined],
  ['0001-01-01T00:00:00+01:00', undefined],
  ['9999-12-31T23:59:59-01:00', undefined],
  ['2026-02-30T25:00:00Z', undefined],
  ['2026-12-01T10:00:00+99:99', undefined],
  ['', undefined],
])('%s is the moment %s', (told, moment) => {
  expect(momentOf(told)?.toISOString()).toBe(moment);
});

test('a code that no table has is told apart from one that is Unknown on purpose, and from none', () => {
  const occurredOn = new Date();
  const scanOf = (carrierCode: string | undefined, standardised: StandardisedCode | undefined) =>
    toCarrierScan({ standardised, carrierCode, description: undefined, occurredOn });
  expect(scanOf('ZZ', undefined)).toEqual({ code: 'Unknown', carrierCode: 'ZZ', isUnmapped: true, occurredOn });
  expect(scanOf('000', { code: 'Unknown' })).toEqual({ code: 'Unknown', carrierCode: '000', occurredOn });
  expect(scanOf('OR', { code: 'AtHub' })).toEqual({ code: 'AtHub', carrierCode: 'OR', occurredOn });
  expect(scanOf(undefined, undefined)).toEqual({ code: 'Unknown', occurredOn });
});

test.each<[string | undefined, string | undefined]>([
  ['DE', 'DE'],
  ['Deutschland', undefined],
  ['DEU', undefined],
  ['de', undefined],
])('the country %s of a scan is the code %s', (country, countryCode) => {
  const told = { standardised: undefined, carrierCode: 'X', description: 'x', occurredOn: new Date() };
  const { location } = toCarrierScan({ ...told, city: 'Bonn', country });
  expect(location).toEqual({ city: 'Bonn', ...(countryCode === undefined ? {} : { countryCode }) });
});

test('whatever a carrier says of a scan, it is kept in its lengths and in whole characters', () => {
  const text = fc.option(fc.string({ unit: 'grapheme', minLength: 40, maxLength: 600, size: 'max' }), {
    nil: undefined,
  });
  const told = fc.record({ carrierCode: text, description: text, city: text, postCode: text });
  fc.assert(
    fc.property(told, fc.nat(), (texts, shift) => {
      const shifted = Object.fromEntries(
        Object.entries(texts).map(([name, value]) => [name, value && `${'a'.repeat(shift % 2)}${value}`]),
      ) as typeof texts;
      const {
        carrierCode = '',
        description = '',
        location,
      } = toCarrierScan({
        ...shifted,
        standardised: undefined,
        occurredOn: new Date(),
      });
      const kept: [string, string | undefined, number][] = [
        [carrierCode, shifted.carrierCode, 64],
        [description, shifted.description, 500],
        [location?.city ?? '', shifted.city, 64],
        [location?.postCode ?? '', shifted.postCode, 16],
      ];
      for (const [value, whole = '', maxLength] of kept) {
        expect(value.isWellFormed()).toBe(true);
        expect(value.length).toBeLessThanOrEqual(maxLength);
        expect(value.length).toBeGreaterThanOrEqual(Math.min(whole.length, maxLength) - 1);
        expect(whole.startsWith(value)).toBe(true);
      }
    }),
  );
});
