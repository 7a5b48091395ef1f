import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { checkCountryCode, countryName, isCountryCode } from '../../src/platform/country.ts';

test('knows the 249 countries of ISO 3166-1 and Kosovo', () => {
  const known = codes.map((row) => row[0] ?? '').filter(isCountryCode);
  expect(known).toHaveLength(250);
  expect(known).toContain('XK');
});

test.each(['nl', 'Nl', 'NLD', '', 'ZZ', 'EU', 'UK', 'XX', 'AC', '__proto__', 'constructor'])('refuses %j', (code) => {
  expect(isCountryCode(code)).toBe(false);
  expect(checkCountryCode(code)).toMatch(/^Unknown country code/);
});

test.each([
  ['UK', 'for the United Kingdom write GB'],
  ['EL', 'for Greece write GR'],
  ['XI', 'for the United Kingdom write GB'],
  ['IC', 'for Spain write ES'],
  ['nl', 'for the Netherlands write NL'],
  ['QQ', 'for example DE'],
])('says what to write instead of %s', (code, remedy) => {
  expect(checkCountryCode(code)).toContain(remedy);
});

test('names countries as English sentences do', () => {
  expect(['DE', 'XK', 'GB', 'CH', 'ZZ'].map(countryName)).toEqual([
    'Germany',
    'Kosovo',
    'the United Kingdom',
    'Switzerland',
    'ZZ',
  ]);
});
