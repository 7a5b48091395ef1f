import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInRange, keyRange, postCodeKey, rangeWidth } from '../../../src/modules/rates/post-code-key.ts';

const isIn = (country: string, code: string, from: string, to = from): boolean =>
  isInRange(postCodeKey(country, code), keyRange(country, from, to));

describe('a postal code lies in a range', () => {
  test.each<[string, string, string, string, boolean]>([
    ['DE', '26465', '26465', '26486', true],
    ['DE', '26486', '26465', '26486', true],
    ['DE', '26487', '26465', '26486', false],
    ['DE', '26464', '26465', '26486', false],
    ['DE', 'D-26470', '26465', '26486', false],
    ['DE', 'DE-26470', '26465', '26486', true],
    // Bounds of unequal lengths: each takes all codes that begin with it.
    ['DE', '10000', '1', '1099', true],
    ['DE', '10999', '1', '1099', true],
    ['DE', '11000', '1', '1099', false],
    ['DE', '19999', '1500', '1', true],
    ['DE', '14999', '1500', '1', false],
    ['PL', '00-950', '00-900', '00-999', true],
    ['PL', '00950', '00-900', '00-999', true],
    ['NL', '1012AB', '1000', '1099', true],
    ['NL', '1012 ab', '1012AA', '1012AZ', true],
    ['NL', '1012 BA', '1012AA', '1012AZ', false],
    ['NL', 'NL-1012AB', '1012', '1012', true],
    ['CA', 'K1A 0B1', 'K1A', 'K1Z', true],
    ['CA', 'K2A 0B1', 'K1A', 'K1Z', false],
    ['CA', 'x0a 0a1', 'X0A', 'X0G', true],
    ['IE', 'D6W XY00', 'D6W', 'D6W', true],
    ['IE', 'D06 XY00', 'D6W', 'D6W', false],
    ['IE', 'A65 F4E2', 'A41', 'A98', true],
    ['US', '96813-1234', '96701', '96898', true],
    ['US', '99501', '995', '999', true],
    ['PT', '9000-001', '9000', '9999', true],
    ['LV', 'LV-1010', '1000', '1099', true],
    // British districts are numbers: 3 comes before 20, and 2 is not 20.
    ['GB', 'PA2 0AA', 'PA20', 'PA49', false],
    ['GB', 'PA20 9AA', 'PA20', 'PA49', true],
    ['GB', 'PA209AA', 'PA20', 'PA49', true],
    ['GB', 'IV3 8AA', 'IV1', 'IV28', true],
    ['GB', 'IV40 8AA', 'IV1', 'IV28', false],
    ['GB', 'AB38 7RT', 'AB36', 'AB38', true],
    ['GB', 'EC1A 1BB', 'EC1', 'EC4', true],
    ['GB', 'EC4Y 0AA', 'EC1A', 'EC4Y', true],
    ['GB', 'gb-kw15 1aa', 'KW15', 'KW17', true],
    ['JE', 'JE2 3AB', 'JE1', 'JE3', true],
  ])('%s %s in %s to %s: %s', (country, code, from, to, expected) => {
    expect(isIn(country, code, from, to)).toBe(expected);
  });
});

describe('a postal code begins with a prefix', () => {
  test.each<[string, string, string, boolean]>([
    ['DE', '25849', '25849', true],
    ['DE', '25849', '258', true],
    ['DE', '25849', '26', false],
    ['GB', 'BT1 1AA', 'BT', true],
    ['GB', 'B1 1AA', 'B', true],
    ['GB', 'BT1 1AA', 'B', false],
    ['GB', 'PA2 9AA', 'PA2', true],
    ['GB', 'PA20 9AA', 'PA2', false],
    ['GB', 'PA20 9AA', 'PA', true],
    ['GB', 'PA20 9AA', 'PA20 9', true],
    ['GB', 'PA20 9AA', 'PA20 8', false],
    ['GB', 'PA2 0AA', 'PA2 0', true],
    ['GB', 'EC1A 1BB', 'EC1', true],
    ['GB', 'EC1A 1BB', 'EC1A', true],
    ['GB', 'EC1V 1BB', 'EC1A', false],
    ['GB', 'EC1A 1BB', 'EC1A1', true],
    ['GB', 'W1A 1AA', 'W1', true],
    ['GB', 'W10 5AA', 'W1', false],
    ['NL', '1012AB', '1012 A', true],
    ['XX', 'AB-12', 'ab1', true],
  ])('%s %s with %s: %s', (country, code, prefix, expected) => {
    expect(isIn(country, code, prefix)).toBe(expected);
  });
});

describe('of two ranges the narrower has fewer codes', () => {
  const width = (country: string, from: string, to = from): number => rangeWidth(country, keyRange(country, from, to));

  test.each<[string, string, string, number]>([
    ['DE', '1', '1', 10_000],
    ['DE', '19', '19', 1_000],
    ['DE', '25849', '25849', 1],
    ['DE', '26465', '26486', 22],
    ['DE', '19999', '20000', 2],
    ['DE', '1', '1099', 1_000],
    ['NL', '1012', '1012', 676],
    ['NL', '1999', '2000', 1_352],
    ['NL', '1012AA', '1012AZ', 26],
    ['GB', 'BT1 1AA', 'BT1 1AA', 1],
  ])('%s %s to %s: %i', (country, from, to, codes) => {
    expect(width(country, from, to)).toBe(codes);
  });

  test('a range within another one never has more', () => {
    const country = fc.constantFrom('DE', 'NL', 'GB', 'CA', 'IE', 'AR', 'XX');
    const text = fc
      .array(fc.constantFrom('0', '1', '5', '9', 'A', 'B', 'K', 'Z'), { minLength: 1, maxLength: 8 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(country, text, text, text, (code, from, to, prefix) => {
        const outer = keyRange(code, from, to);
        const inner = keyRange(code, prefix, prefix);
        fc.pre(outer.low <= outer.high && outer.low <= inner.low && inner.high <= outer.high);
        expect(rangeWidth(code, inner)).toBeLessThanOrEqual(rangeWidth(code, outer));
        expect(rangeWidth(code, inner)).toBeGreaterThan(0);
      }),
    );
  });
});

test('a code is in the range from itself to itself, however it is typed', () => {
  const codes: [string, string][] = [
    ['DE', '10115'],
    ['NL', '1012 AB'],
    ['GB', 'EC1A 1BB'],
    ['GB', 'M1 1AE'],
    ['CA', 'K1A 0B1'],
    ['IE', 'D02 X285'],
    ['PT', '1000-205'],
    ['JP', '100-0001'],
  ];
  for (const [country, code] of codes) {
    for (const typed of [code, code.toLowerCase(), code.replaceAll(/[ -]/g, ''), ` ${code} `]) {
      expect(isIn(country, typed, code), `${country} ${typed}`).toBe(true);
    }
  }
});
