import { describe, expect, test } from 'vitest';
import {
  allowedTransitions,
  allows,
  nextStatus,
  type ShipmentAction,
  type ShipmentStatus,
} from '../../../src/modules/shipping/shipment.ts';

const STATUSES = ['Created', 'Ordered', 'Accepted', 'Declined', 'Canceled', 'Executed'] as const;
const ACTIONS = ['update', 'order', 'accept', 'decline', 'cancel', 'execute', 'reset'] as const;

/** The domain's table of legal moves: from, action, to. */
const LEGAL: readonly [ShipmentStatus, ShipmentAction, ShipmentStatus][] = [
  ['Created', 'update', 'Created'],
  ['Created', 'order', 'Ordered'],
  ['Ordered', 'accept', 'Accepted'],
  ['Ordered', 'decline', 'Declined'],
  ['Created', 'cancel', 'Canceled'],
  ['Accepted', 'cancel', 'Canceled'],
  ['Declined', 'cancel', 'Canceled'],
  ['Accepted', 'execute', 'Executed'],
  ['Accepted', 'reset', 'Created'],
  ['Declined', 'reset', 'Created'],
  ['Canceled', 'reset', 'Created'],
];

const CALLERS_MOVES: readonly [ShipmentStatus, ShipmentAction[]][] = [
  ['Created', ['update', 'order', 'cancel']],
  ['Ordered', []],
  ['Accepted', ['cancel', 'reset']],
  ['Declined', ['cancel', 'reset']],
  ['Canceled', ['reset']],
  ['Executed', []],
];

describe.each(STATUSES)('from %s', (from) => {
  test.each(ACTIONS)('%s', (action) => {
    const to = LEGAL.find(([status, move]) => status === from && move === action)?.[2];
    expect(allows(from, action)).toBe(to !== undefined);
    if (to !== undefined) {
      expect(nextStatus(from, action)).toBe(to);
      return;
    }
    expect(() => nextStatus(from, action)).toThrow(
      expect.objectContaining({
        type: 'invalid-state-transition',
        status: 409,
        detail: expect.stringMatching(new RegExp(`^Cannot ${action} shipment in '${from}' status`)) as string,
        extensions: { currentStatus: from, allowedTransitions: allowedTransitions(from) },
      }),
    );
  });
});

test.each(CALLERS_MOVES)('a caller may do this to a shipment that is %s: %j', (status, moves) => {
  expect(allowedTransitions(status)).toEqual(moves);
});

test('says it as the specification does', () => {
  expect(() => nextStatus('Executed', 'cancel')).toThrow("Cannot cancel shipment in 'Executed' status");
});

test('tells who moves a shipment whose booking is under way to wait for its outcome', () => {
  expect(() => nextStatus('Ordered', 'cancel')).toThrow(/booking is under way: read the shipment until/);
});
