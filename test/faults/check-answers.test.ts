import { expect, test } from 'vitest';
import { checkAnswers } from './check-answers.ts';
import type { FoundEvent } from './check-orders.ts';
import type { Exchange, Wish } from './crossing-stage.ts';

const SELF = '/api/shipping/v2/shipments/s1';

function event(sequence: number, type: string, status: string, version: number, rest: object = {}): FoundEvent {
  return { subject: 'shipment/s1', sequence, type, data: { id: 's1', status, version, ...rest } };
}

/** A shipment that was changed, ordered and canceled. */
const EVENTS = [
  event(1, 'shipment.created', 'Created', 1, { instructions: 'wish 0' }),
  event(2, 'shipment.updated', 'Created', 2, { instructions: 'wish 1' }),
  event(3, 'shipment.ordered', 'Ordered', 3),
  event(4, 'shipment.accepted', 'Accepted', 4, { carrierBookingReference: 'SBX1' }),
  event(5, 'shipment.canceled', 'Canceled', 6),
];

let now = 0;

function exchange(
  wish: Partial<Wish> & Pick<Wish, 'action'>,
  status: number,
  body: object,
  rest: Partial<Exchange> = {},
) {
  const shipmentId = wish.action === 'create' ? undefined : 's1';
  const whole: Wish = { method: 'PUT', path: `${SELF}/${wish.action}`, shipmentId, ...wish };
  return { wish: whole, ...answer(status, body), ...rest };
}

function answer(status: number, body: object): Omit<Exchange, 'wish'> {
  const [sentAt, answeredAt] = [now++, now++];
  const told = { ...body };
  return { sentAt, answeredAt, status, body: told, text: JSON.stringify(told), isReplayed: false, saysRetry: false };
}

const problem = (type: string, members: object = {}) => ({ type: `http://localhost/errors/${type}`, ...members });
const bodyAt = (version: number) => EVENTS.find(({ data }) => data['version'] === version)?.data ?? {};

function story() {
  const create = exchange({ action: 'create', key: 'k1', body: { instructions: 'wish 0' } }, 201, bodyAt(1));
  const update = exchange({ action: 'update', ifMatch: 1, body: { instructions: 'wish 1' } }, 200, bodyAt(2));
  const order = exchange({ action: 'order', ifMatch: 2 }, 200, bodyAt(4));
  const cancel = exchange({ action: 'cancel', ifMatch: 4, key: 'k2' }, 200, bodyAt(6));
  return { create, update, order, cancel };
}

test('finds nothing amiss where nothing is', () => {
  const { cancel, ...before } = story();
  const again = { ...cancel, ...answer(200, cancel.body), isReplayed: true };
  const late = exchange({ action: 'update', body: { instructions: 'wish 2' } }, 409, {
    ...problem('invalid-state-transition', { currentStatus: 'Canceled' }),
  });
  expect(checkAnswers([...Object.values(before), cancel, again, late], EVENTS)).toEqual([]);
});

test.each<[what: string, spoil: (told: ReturnType<typeof story>) => Exchange[], events: FoundEvent[], finds: RegExp]>([
  [
    'a fault of the program',
    () => [exchange({ action: 'read', method: 'GET', path: SELF }, 500, problem('internal'))],
    EVENTS,
    /500 .* is none of the answers to it/,
  ],
  [
    'a refusal by a status that allows it',
    () => [exchange({ action: 'cancel' }, 409, problem('invalid-state-transition', { currentStatus: 'Accepted' }))],
    EVENTS,
    /is refused by a status that allows it/,
  ],
  [
    'a refusal by the version that was demanded',
    () => [exchange({ action: 'reset', ifMatch: 6 }, 412, problem('precondition-failed', { currentVersion: 6 }))],
    EVENTS,
    /is refused by the version that was demanded/,
  ],
  [
    'two states of one version',
    () => [exchange({ action: 'read', method: 'GET', path: SELF }, 200, { ...bodyAt(6), status: 'Created' })],
    EVENTS,
    /s1 version 6 is told as/,
  ],
  [
    'an older version after a newer one',
    () => [exchange({ action: 'read', method: 'GET', path: SELF }, 200, bodyAt(2))],
    EVENTS,
    /s1 is told as version 2 after 6/,
  ],
  [
    'another answer under the same key',
    ({ create }) => [{ ...create, ...answer(201, { ...create.body, id: 's2' }), isReplayed: true }],
    EVENTS,
    /create .* 201 .* and then create/,
  ],
  [
    'what is done twice under one key',
    ({ create }) => [{ ...create, ...answer(201, create.body) }],
    EVENTS,
    /was done 2 times/,
  ],
  [
    'a rightful repetition that is refused',
    ({ create }) => [{ ...create, ...answer(422, problem('idempotency-key-reused')) }],
    EVENTS,
    /201 .* and then .*idempotency-key-reused/,
  ],
  [
    'two requests under one key',
    ({ create }) => [exchange({ ...create.wish, body: { instructions: 'rival' } }, 201, { id: 's9', version: 1 })],
    [
      ...EVENTS,
      { ...event(1, 'shipment.created', 'Created', 1), data: { id: 's9', version: 1, instructions: 'rival' } },
    ],
    /key k1 had effects with 2 bodies/,
  ],
  [
    'a change that is lost',
    () => [],
    EVENTS.filter(({ type }) => type !== 'shipment.updated'),
    /'wish 1' has 0 events/,
  ],
  [
    'a change that nobody asked for',
    () => [],
    [...EVENTS, event(6, 'shipment.reset', 'Created', 7)],
    /has 1 events shipment.reset, and 0 to 0/,
  ],
  [
    'a change that was made from another version than was demanded',
    ({ cancel }) => [{ ...cancel, wish: { ...cancel.wish, key: undefined, ifMatch: 3 } }],
    [...EVENTS, event(6, 'shipment.canceled', 'Canceled', 7)],
    /was done from another version than was demanded/,
  ],
  [
    'a scan that is recorded twice',
    () =>
      ['t1', 't2'].map((id) => exchange({ action: 'scan', method: 'POST', body: { code: 'Delayed' } }, 201, { id })),
    EVENTS,
    /was recorded 2 times, as t1, t2/,
  ],
])('finds %s', (_what, spoil, events, finds) => {
  const told = story();
  expect(checkAnswers([...Object.values(told), ...spoil(told)], events).join('\n')).toMatch(finds);
});
