import { expect, test } from 'vitest';
import { createTestDatabase } from '../harness.ts';
import { describeReport, killSagas, type SagaKillOptions } from './kill-sagas.ts';

async function killFewSagas(options: Pick<SagaKillOptions, 'seed'> & Partial<SagaKillOptions>) {
  await using database = await createTestDatabase();
  const { connectionString } = database;
  const few = { kills: 3, orders: 30, clients: 6, replicas: 2, print: () => undefined };
  return await killSagas({ ...few, connectionString, ...options });
}

test('breaks no promise when processes are killed while orders are worked on', { timeout: 120_000 }, async () => {
  const report = await killFewSagas({ seed: 'short' });
  expect(report.violations, describeReport(report)).toEqual([]);
  expect(Object.values(report.orders).reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(25);
});

/** What is broken is there to be seen before it would have to be settled. */
const BROKEN = { orders: 8, settlePatienceMs: 0 };

test('finds the captures of a program that takes a new key for each try', { timeout: 60_000 }, async () => {
  const tokens = { tok_lost_answer: 1 };
  const report = await killFewSagas({ ...BROKEN, tokens, kills: 0, replicas: 1, seed: 'new', breakage: 'new-keys' });
  expect(report.violations.join('\n')).toMatch(/was captured \d+ times/);
});

test('finds the orders of a program that enqueues their jobs after the change', { timeout: 60_000 }, async () => {
  const report = await killFewSagas({ ...BROKEN, kills: 2, seed: 'apart', breakage: 'apart' });
  expect(report.violations.join('\n')).toMatch(/no job looks after it/);
});
