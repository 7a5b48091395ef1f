import { expect, test } from 'vitest';
import { type Aftermath, checkOrders, type FoundEvent } from './check-orders.ts';
import { newHistory, record, type ShipmentHistory } from './shipment-history.ts';

const UNIT = '395212340000000018';

/** One shipment that was ordered and accepted, as it should be. */
function accepted(): { histories: ShipmentHistory[]; found: Aftermath } {
  const history = record(newHistory({ id: 's1', reference: 'R1', unitCount: 1 }), [
    { action: 'order', answer: { kind: 'done', status: 'Accepted', carrierBookingReference: 'SBX1' } },
  ]);
  const event = (sequence: number, type: string, status: string): FoundEvent => ({
    subject: 'shipment/s1',
    sequence,
    type,
    data: { status, ...(status === 'Accepted' ? { carrierBookingReference: 'SBX1' } : {}) },
  });
  return {
    histories: [history],
    found: {
      shipments: [
        {
          id: 's1',
          status: 'Accepted',
          reference: 'R1',
          consignmentId: 'c1',
          carrierBookingReference: 'SBX1',
          unitReferences: [UNIT],
        },
      ],
      consignments: [{ id: 'c1', status: 'Accepted', carrierBookingReference: 'SBX1' }],
      bookings: [{ shipmentId: 's1', carrierBookingReference: 'SBX1', unitReferences: [UNIT], isLive: true }],
      events: [
        event(1, 'shipment.created', 'Created'),
        event(2, 'shipment.ordered', 'Ordered'),
        event(3, 'shipment.accepted', 'Accepted'),
        event(4, 'shipment.tracking_updated', 'Accepted'),
        { subject: 'consignment/c1', sequence: 1, type: 'consignment.accepted', data: {} },
      ],
      totals: [{ of: 'all', listed: 1, counted: 1 }],
      jobsLeft: [],
      labels: new Map([['s1', 1]]),
    },
  };
}

test('finds nothing amiss where nothing is', () => {
  const { histories, found } = accepted();
  expect(checkOrders(histories, found)).toEqual([]);
});

test('a shipment that waited for a person goes on as he says', () => {
  const { histories, found } = accepted();
  const held = { subject: 'shipment/s1', sequence: 3, type: 'shipment.held', data: { status: 'Ordered' } };
  const events = found.events.map((each) =>
    each.subject === held.subject && each.sequence >= held.sequence ? { ...each, sequence: each.sequence + 1 } : each,
  );
  expect(checkOrders(histories, { ...found, events: [...events, held] })).toEqual([]);
  const early = { ...held, sequence: 2 };
  const neverOrdered = found.events.map((each) => (each.type === 'shipment.ordered' ? early : each));
  expect(checkOrders(histories, { ...found, events: neverOrdered })).toEqual([
    expect.stringMatching(/event shipment.held follows status Created/),
  ]);
});

type Spoil = (found: Aftermath) => Partial<Aftermath>;

const PLANTED: Readonly<Record<string, { spoil: Spoil; finds: RegExp }>> = {
  'a shipment that was booked twice': {
    spoil: ({ bookings }) => ({
      bookings: [
        ...bookings,
        { shipmentId: 's1', carrierBookingReference: 'SBX2', unitReferences: [UNIT], isLive: true },
      ],
    }),
    finds: /has 2 live bookings: SBX1, SBX2/,
  },
  'an accepted shipment whose booking is void': {
    spoil: ({ bookings }) => ({ bookings: bookings.map((booking) => ({ ...booking, isLive: false })) }),
    finds: /has 0 live bookings/,
  },
  'another booking than the carrier has': {
    spoil: ({ shipments }) => ({ shipments: shipments.map((each) => ({ ...each, carrierBookingReference: 'SBX9' })) }),
    finds: /says SBX9, and the carrier SBX1/,
  },
  'a shipment that is lost': { spoil: () => ({ shipments: [] }), finds: /s1 \(R1\) is lost/ },
  'a shipment that was created twice': {
    spoil: ({ shipments }) => ({
      shipments: [...shipments, ...shipments.map((each) => ({ ...each, id: 's2', status: 'Created' as const }))],
    }),
    finds: /there are 2 shipments R1/,
  },
  'a booking of a shipment that is lost': {
    spoil: () => ({ shipments: [] }),
    finds: /booking of an unknown shipment s1/,
  },
  'an order that is still under way': {
    spoil: ({ shipments }) => ({ shipments: shipments.map((each) => ({ ...each, status: 'Ordered' as const })) }),
    finds: /is Ordered and not Accepted/,
  },
  'an answer that is no longer true': {
    spoil: () => ({ bookings: [] }),
    finds: /was answered with booking SBX1, which the carrier does not know/,
  },
  'a gap in the events': {
    spoil: ({ events }) => ({ events: events.filter((event) => event.sequence !== 2) }),
    finds: /events of shipment\/s1 are numbered 1, 3, 4/,
  },
  'an event told twice': {
    spoil: ({ events }) => ({ events: [...events, ...events.slice(-1)] }),
    finds: /events of consignment\/c1 are numbered 1, 1/,
  },
  'events that end elsewhere than the shipment': {
    spoil: ({ events }) => ({ events: events.filter((event) => event.sequence < 3) }),
    finds: /its events end with status Ordered/,
  },
  'an event that no status allows': {
    spoil: ({ events }) => ({
      events: events.map((event) => (event.sequence === 2 ? { ...event, type: 'shipment.reset' } : event)),
    }),
    finds: /event shipment.reset follows status Created/,
  },
  'a consignment left behind': {
    spoil: ({ consignments }) => ({ consignments: consignments.map((each) => ({ ...each, status: 'Ordered' })) }),
    finds: /has consignment c1 that is Ordered/,
  },
  'a label too few': { spoil: () => ({ labels: new Map() }), finds: /has 1 units and no labels/ },
  'a unit with another barcode': {
    spoil: ({ shipments }) => ({ shipments: shipments.map((each) => ({ ...each, unitReferences: ['0'] })) }),
    finds: /has units 0, and the carrier/,
  },
  'a total that is not what is there': {
    spoil: () => ({ totals: [{ of: 'all', listed: 2, counted: 1 }] }),
    finds: /the list says 2 of all, and 1 are there/,
  },
  'a job that nobody runs': { spoil: () => ({ jobsLeft: ['reconcile-booking'] }), finds: /a job is left over/ },
  'content that is lost': {
    spoil: ({ shipments }) => ({ shipments: shipments.map((each) => ({ ...each, instructions: 'Ring twice' })) }),
    finds: /has lost its content/,
  },
};

test.each(Object.entries(PLANTED))('finds %s', (_name, { spoil, finds }) => {
  const { histories, found } = accepted();
  expect(checkOrders(histories, { ...found, ...spoil(found) }).join('\n')).toMatch(finds);
});

const created = newHistory({ id: 's1', reference: 'R1', unitCount: 1 });
const ACCEPTED = { kind: 'done', status: 'Accepted', carrierBookingReference: 'SBX1' } as const;

test('leaves open what a lost answer leaves open, and closes it when a conflict shows the status', () => {
  const lost = record(created, [{ action: 'order', answer: { kind: 'lost' } }]);
  expect([...lost.possible].sort()).toEqual(['Accepted', 'Created']);
  const seen = record(lost, [{ action: 'order', answer: { kind: 'conflict', currentStatus: 'Ordered' } }]);
  expect([...seen.possible]).toEqual(['Accepted']);
});

test('holds the product to a voiding that it has begun', () => {
  const canceling = [
    { action: 'order', answer: ACCEPTED },
    { action: 'cancel', answer: { kind: 'unsettled' } },
    { action: 'order', answer: { kind: 'conflict', currentStatus: 'Accepted' } },
  ] as const;
  const history = canceling.reduce((known, step) => record(known, [step]), created);
  expect([...history.possible]).toEqual(['Canceled']);
  expect(history.contradictions).toEqual([]);
});

test('accepts any order of two requests at the same moment, and complains when none explains the answers', () => {
  const order = { action: 'order', answer: ACCEPTED } as const;
  const cancel = { action: 'cancel', answer: { kind: 'done', status: 'Canceled' } } as const;
  expect([...record(created, [cancel, order]).possible]).toEqual(['Canceled']);
  const again = { action: 'order', answer: { ...ACCEPTED, carrierBookingReference: 'SBX2' } } as const;
  expect(record(created, [order, again]).contradictions).toHaveLength(1);
});

test('takes what a request has done for the work of its repetition, and of nothing else', () => {
  const unsettled = record(created, [{ action: 'order', answer: { kind: 'unsettled' } }]);
  const again = { action: 'order', answer: ACCEPTED } as const;
  expect(record(unsettled, [{ ...again, isRepeated: true }]).contradictions).toEqual([]);
  expect(record(unsettled, [again]).contradictions).toHaveLength(1);
});

test('complains about answers that are none', () => {
  const answer = { kind: 'absurd', what: '500 internal to order' } as const;
  const { histories, found } = accepted();
  const spoilt = histories.map((history) => record(history, [{ action: 'order', answer }]));
  expect(checkOrders(spoilt, found).join()).toMatch(/was answered 500 internal/);
});
