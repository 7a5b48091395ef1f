import { expect, test } from 'vitest';
import { EXAMPLE_SHIPMENT, SHIPMENTS, shipmentIn, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

/** Scans are told on the day of their shipment, which is created today. */
const TODAY = new Date().toISOString().slice(0, 10);
const world = useTestApp(createTestDatabase);

interface EventRow {
  type: string;
  sequence: number;
  data: { id: string; status: string; version?: number; trackingEvents?: { code: string }[] };
}

/** What goes out about a subject, in its order. */
const eventsOf = (subject: string): Promise<EventRow[]> =>
  world.rows<EventRow & object>(
    'select type, sequence, data from platform.events where subject = $1 and tenant_id = $2 order by sequence',
    [subject, world.caller.tenantId],
  );

const numbered = (events: EventRow[]): string[] => events.map((event) => `${event.sequence} ${event.type}`);

test('a trip tells each step once, in order and without gaps', async () => {
  const { caller } = world;
  const { id } = await caller.createShipment();
  const self = `${SHIPMENTS}/${id}`;
  await caller.put(self, { ...EXAMPLE_SHIPMENT, reference: 'CHANGED' });
  await caller.put(`${self}/order`);
  await caller.put(`${self}/cancel`);
  await caller.put(`${self}/reset`);
  await caller.put(`${self}/order`);
  await caller.post(`${self}/tracking-events`, { code: 'PickedUp', occurredOn: `${TODAY}T16:05:00Z` });
  await caller.post(`${self}/tracking-events`, { code: 'PickedUp', occurredOn: `${TODAY}T16:05:00Z` });
  await caller.post(`${self}/tracking-events`, { code: 'Delivered', occurredOn: `${TODAY}T21:05:00Z` });
  const events = await eventsOf(`shipment/${id}`);
  expect(numbered(events)).toEqual([
    '1 shipment.created',
    '2 shipment.updated',
    '3 shipment.ordered',
    '4 shipment.accepted',
    '5 shipment.tracking_updated',
    '6 shipment.canceled',
    '7 shipment.reset',
    '8 shipment.ordered',
    '9 shipment.accepted',
    '10 shipment.tracking_updated',
    '11 shipment.executed',
    '12 shipment.tracking_updated',
    '13 shipment.tracking_updated',
  ]);
  expect(events.map((event) => event.data.status).join(' ')).toBe(
    'Created Created Ordered Accepted Accepted Canceled Created Ordered Accepted Accepted Executed Executed Executed',
  );
  // The newest tells what a reader of the API sees, and the scan that it is about.
  const { body: scans } = await caller.get(`${self}/tracking-events`);
  const delivered = scans.items.filter(({ code }: { code: string }) => code === 'Delivered');
  expect(events.at(-1)?.data).toEqual({ ...(await caller.get(self)).body, trackingEvents: delivered });
  expect(delivered).toHaveLength(1);
  expect(events.map(({ data }) => data.trackingEvents?.map(({ code }) => code).join() ?? '-').join(' ')).toBe(
    '- - - - Registered - - - - Registered - PickedUp Delivered',
  );
});

test('a refusal tells that the shipment and its consignment were declined', async () => {
  const { id, consignmentId } = await shipmentIn(world.caller, 'Declined');
  expect(numbered(await eventsOf(`shipment/${id}`))).toEqual([
    '1 shipment.created',
    '2 shipment.ordered',
    '3 shipment.declined',
  ]);
  const events = await eventsOf(`consignment/${consignmentId}`);
  expect(numbered(events)).toEqual(['1 consignment.declined']);
  expect(events[0]?.data).toEqual((await world.caller.get(`/api/shipping/v2/consignments/${consignmentId}`)).body);
});

test('an accepted booking tells that its consignment was accepted', async () => {
  const { consignmentId } = await world.caller.orderedShipment();
  const events = await eventsOf(`consignment/${consignmentId}`);
  expect(numbered(events)).toEqual(['1 consignment.accepted']);
  expect(events[0]?.data).toEqual((await world.caller.get(`/api/shipping/v2/consignments/${consignmentId}`)).body);
});

test('what is refused tells nothing', async () => {
  const { id } = await shipmentIn(world.caller, 'Executed');
  const before = await eventsOf(`shipment/${id}`);
  for (const action of ['order', 'cancel', 'reset']) await world.caller.put(`${SHIPMENTS}/${id}/${action}`);
  await world.caller.put(`${SHIPMENTS}/${id}`, EXAMPLE_SHIPMENT);
  await world.caller.post(`${SHIPMENTS}/${id}/tracking-events`, { code: 'PickedUp' });
  expect(await eventsOf(`shipment/${id}`)).toEqual(before);
});

test('no subject has a gap or two events of one number, whatever happened at the same moment', async () => {
  const { id } = await world.caller.createShipment();
  const self = `${SHIPMENTS}/${id}`;
  await Promise.all([
    world.caller.put(`${self}/order`),
    world.caller.put(`${self}/cancel`),
    world.caller.put(self, EXAMPLE_SHIPMENT),
    world.caller.put(`${self}/order`),
  ]);
  const gaps = await world.rows(
    `select subject from platform.events group by tenant_id, subject
     having min(sequence) <> 1 or max(sequence) <> count(*) or count(distinct sequence) <> count(*)`,
  );
  expect(gaps).toEqual([]);
  const kept = await world.rows<{ event_sequence: number }>(
    'select event_sequence from shipping.shipments where id = $1',
    [id],
  );
  expect((await eventsOf(`shipment/${id}`)).length).toBe(kept[0]?.event_sequence);
});
