import { expect, test } from 'vitest';
import { afterExchange, type Lane, NEW_LANE, roomOn } from '../../../src/modules/hooks/lane.ts';
import type { Outcome } from '../../../src/modules/hooks/post-message.ts';

const IDLE = { all: 0, unproven: 0 };
const OK: Outcome = { responseStatus: 204 };
const REFUSED: Outcome = { responseStatus: 500, error: 'The receiver answered 500 instead of a 2xx.' };
const BLOCKED: Outcome = { error: 'Nothing was sent.', blocked: 'address-not-allowed' };
const SILENT: Outcome = { error: 'No complete answer within 15 seconds.' };

/** A lane after exchanges that ended like that, one after the other, all at the same moment. */
const after = (...outcomes: Outcome[]): Lane =>
  outcomes.reduce((lane, outcome) => afterExchange({ ...lane, inFlight: lane.inFlight + 1 }, outcome, 0), NEW_LANE);

test.each<[string, Outcome[], number]>([
  ['is new', [], 2],
  ['succeeded once', [OK], 4],
  ['succeeded three times', [OK, OK, OK], 16],
  ['goes on succeeding', [OK, OK, OK, OK, OK], 16],
  ['fails once', [OK, OK, OK, REFUSED], 8],
  ['goes on failing', [OK, OK, OK, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED], 1],
  ['may not be called', [BLOCKED], 1],
  ['recovers', [REFUSED, REFUSED, OK, OK], 4],
])('a receiver that %s is called so often at a time', (_name, outcomes, expected) => {
  const lane = after(...outcomes);
  expect(roomOn(lane, IDLE, 0)).toBe(expected);
  expect(roomOn({ ...lane, inFlight: expected }, IDLE, 0)).toBe(0);
});

test('one that is silent is called once at a time, with rests that grow to five seconds', () => {
  const rests = Array.from({ length: 9 }, (_, count) => after(...Array<Outcome>(count + 1).fill(SILENT)).restsUntil);
  expect(rests).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000]);
  const lane = after(OK, OK, SILENT);
  expect([roomOn(lane, IDLE, 99), roomOn(lane, IDLE, 100)]).toEqual([0, 1]);
  expect(after(SILENT, SILENT, REFUSED, SILENT).restsUntil).toBe(100);
});

test.each<[string, Lane, { all: number; unproven: number }, number]>([
  ['one that answers may use what others leave', after(OK, OK, OK), { all: 250, unproven: 0 }, 6],
  ['and nothing more', after(OK, OK, OK), { all: 256, unproven: 0 }, 0],
  ['those that have not answered may not use all', NEW_LANE, { all: 128, unproven: 127 }, 1],
  ['but half', NEW_LANE, { all: 128, unproven: 128 }, 0],
  ['which leaves room for one that answers', after(OK), { all: 128, unproven: 128 }, 4],
])('of all exchanges of a process: %s', (_name, lane, running, expected) => {
  expect(roomOn(lane, running, 0)).toBe(expected);
});
