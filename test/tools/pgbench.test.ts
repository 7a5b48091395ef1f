import { expect, test } from 'vitest';
import { transactionsPerSecond } from '../../bench/pgbench.ts';

test('reads the rate from the report of pgbench', () => {
  const report =
    'number of transactions actually processed: 3042\ntps = 1013.527840 (without initial connection time)\n';
  expect(transactionsPerSecond(report)).toBe(1013.52784);
});

test('has no rate, and goes on, where pgbench finished no transaction', () => {
  const report = 'number of transactions actually processed: 0\nnumber of failed transactions: 0 (NaN%)\n';
  expect(transactionsPerSecond(report)).toBeUndefined();
});
