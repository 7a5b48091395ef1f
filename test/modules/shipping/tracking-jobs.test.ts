import { expect, test } from 'vitest';
import { firstTracking, nextTracking } from '../../../src/modules/shipping/tracking-jobs.ts';

const HEARD_ON = new Date('2026-01-20T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const later = (ms: number): Date => new Date(HEARD_ON.getTime() + ms);

test('a booking is asked about for the first time after a quarter of an hour', () => {
  expect(firstTracking(HEARD_ON)).toEqual(later(15 * MINUTE));
});

test.each([
  ['at once', 0, 15 * MINUTE],
  ['an hour', HOUR, 15 * MINUTE],
  ['four hours', 4 * HOUR, HOUR],
  ['a day', DAY, 6 * HOUR],
  ['a month', 30 * DAY, 6 * HOUR],
  ['a scan to come', -DAY, 15 * MINUTE],
])(
  'of what was heard of %s ago is asked again after a quarter of that, between 15 minutes and 6 hours',
  (_name, silentMs, waitMs) => {
    expect(nextTracking(HEARD_ON, later(silentMs))).toEqual(later(silentMs + waitMs));
  },
);

test('of what nothing was heard for 60 days is not asked any more', () => {
  expect(nextTracking(HEARD_ON, later(60 * DAY - 1))).toBeDefined();
  expect(nextTracking(HEARD_ON, later(60 * DAY))).toBeUndefined();
});
