import { expect, test } from 'vitest';
import { refundTooLarge } from '../../../src/modules/orders/errors.ts';

test.each([
  [500n, 'EUR', 'EUR 5.00'],
  [9_007_199_254_740_993n, 'EUR', 'EUR 90,071,992,547,409.93'],
  [1n, 'KWD', 'KWD 0.001'],
  [1500n, 'JPY', 'JPY 1,500'],
  [100n, 'HRK', 'HRK 1.00'],
])('%d minor units of %s that are left are said as %s', (leftMinor, currency, amount) => {
  const { detail, extensions } = refundTooLarge(leftMinor, currency);
  expect(detail).toMatch(new RegExp(`^At most ${amount.replaceAll('.', '\\.')} of this order is left`));
  expect(extensions).toEqual({ refundableMinor: String(leftMinor), currency });
});
