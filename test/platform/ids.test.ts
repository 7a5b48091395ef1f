import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIdAt, newId, timeOfId } from '../../src/platform/ids.ts';

/** A UUIDv7 holds 48 bits of milliseconds, which end in the year 10889. */
const moment = fc.date({ min: new Date(0), max: new Date(2 ** 48 - 1), noInvalidDate: true });

test('new ids are UUIDs of version 7 that rise strictly, many within one millisecond', () => {
  const ids = Array.from({ length: 5_000 }, newId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test('an id carries the time at which it was made', () => {
  const before = Date.now();
  const time = timeOfId(newId()).getTime();
  // The generator runs ahead by a millisecond when one of them is full.
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now() + 1);
});

test('the first id of a moment carries it, to the millisecond', () => {
  expect(firstIdAt(new Date('2026-01-20T10:30:00.123Z'))).toBe('019bdaf4-44bb-7000-8000-000000000000');
  fc.assert(
    fc.property(moment, (time) => {
      expect(timeOfId(firstIdAt(time))).toEqual(time);
    }),
  );
});

test('ids made before a moment are less than its first id, and those made at or after it are not', () => {
  fc.assert(
    fc.property(moment, moment, fc.uuid({ version: 7 }), (time, boundary, random) => {
      const id = firstIdAt(time).slice(0, 15) + random.slice(15);
      expect(id < firstIdAt(boundary)).toBe(time < boundary);
    }),
  );
});

test('a moment before 1970 has the first id of all', () => {
  expect(firstIdAt(new Date('1969-07-20T20:17:40Z'))).toBe('00000000-0000-7000-8000-000000000000');
});
