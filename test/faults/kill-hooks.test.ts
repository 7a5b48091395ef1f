import { expect, test } from 'vitest';
import { describeHooksReport, killHooks } from './kill-hooks.ts';

test('every event arrives under one id although the server is killed while they are caused and sent', {
  timeout: 180_000,
}, async () => {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const report = await killHooks({ events: 120, kills: 4, seed: 'hooks', print });
  expect(report.violations, [...lines, describeHooksReport(report)].join('\n')).toEqual([]);
  expect(report.caused).toBe(120);
});
