import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isBeyondHope,
  nextAttemptOn,
  parseRetryAfter,
  pausedUntil,
} from '../../../src/modules/hooks/retry-schedule.ts';

const NOW = new Date('2026-01-20T10:00:00Z');
const DISTANCES = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

test('each attempt is within a tenth of its distance from the one before it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (tries, random) => {
        const next = nextAttemptOn(tries, NOW, random, undefined);
        const seconds = ((next?.getTime() ?? 0) - NOW.getTime()) / 1_000;
        const distance = DISTANCES[tries - 1] ?? 0;
        return seconds >= distance * 0.9 - 0.001 && seconds <= distance * 1.1 + 0.001;
      },
    ),
  );
  expect(nextAttemptOn(10, NOW, 0, 5_000)).toBeUndefined();
});

test.each([
  [undefined, 5],
  [1_000, 5],
  [60_000, 60],
  [86_400_000, 3_600],
])('Retry-After of %s ms delays the second attempt to %s s', (asked, seconds) => {
  expect(nextAttemptOn(1, NOW, 0.5, asked)).toEqual(new Date(NOW.getTime() + seconds * 1_000));
});

test.each<[string | undefined, number | undefined]>([
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 20 Jan 2026 10:01:00 GMT', 60_000],
  ['Tue, 20 Jan 2026 09:00:00 GMT', 0],
  ['-1', undefined],
  ['1.5', undefined],
  ['99999999999', undefined],
  ['soon', undefined],
  ['Monday', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After: %s is %s ms', (value, expected) => {
  expect(parseRetryAfter(value, NOW)).toBe(expected);
});

test('only an overloaded receiver is left alone', () => {
  for (const status of [200, 400, 404, 410, 500]) expect(pausedUntil(status, NOW, 60_000)).toBeUndefined();
  for (const status of [429, 502, 503, 504]) {
    expect(pausedUntil(status, NOW, undefined)).toEqual(new Date(NOW.getTime() + 5_000));
    expect(pausedUntil(status, NOW, 86_400_000)).toEqual(new Date(NOW.getTime() + 3_600_000));
  }
});

test('five days are enough, and not a moment less', () => {
  const since = (ms: number): Date => new Date(NOW.getTime() - ms);
  expect(isBeyondHope(since(5 * 86_400_000 - 1), NOW)).toBe(false);
  expect(isBeyondHope(since(5 * 86_400_000), NOW)).toBe(true);
});
