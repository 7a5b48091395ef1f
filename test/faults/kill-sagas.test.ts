import { expect, test } from 'vitest';
import { describeReport, killSagas } from './kill-sagas.ts';

const SHORT = { kills: 8, orders: 56, clients: 6, replicas: 2, print: () => undefined };

test('breaks no promise when processes are killed while orders are worked on', { timeout: 240_000 }, async () => {
  const report = await killSagas({ ...SHORT, seed: 'short' });
  expect(report.violations, describeReport(report)).toEqual([]);
  expect(Object.values(report.orders).reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(50);
});

test('finds the captures of a program that takes a new key for each try', { timeout: 240_000 }, async () => {
  const report = await killSagas({ ...SHORT, kills: 1, seed: 'new keys', breakage: 'new-keys' });
  expect(report.violations.join('\n')).toMatch(/was captured \d+ times/);
});
