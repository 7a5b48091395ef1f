import { expect, test } from 'vitest';
import { describeReport, killOrders } from './kill-orders.ts';

test('loses nothing and books nothing twice when everything is killed', { timeout: 180_000 }, async () => {
  const lines: string[] = [];
  const report = await killOrders({ rounds: 5, seed: 'five', clients: 6, print: (line) => void lines.push(line) });
  expect(report.violations, [...lines, describeReport(report)].join('\n')).toEqual([]);
  expect(Object.values(report.kills).reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(5);
  expect(report.bookings.live).toBeGreaterThan(10);
});
