import { expect, test } from 'vitest';
import { describeHooksReport, killHooks } from './kill-hooks.ts';

test('every event arrives under one id although the server is killed while they are caused and sent', {
  timeout: 180_000,
}, async () => {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  // With this seed once with its database and once without.
  const report = await killHooks({ events: 100, kills: 2, seed: 'hooks', print });
  expect(report.violations, [...lines, describeHooksReport(report)].join('\n')).toEqual([]);
  expect(lines).toEqual([expect.stringContaining('of everything'), expect.stringContaining('of program')]);
  expect(report.caused).toBe(100);
});
