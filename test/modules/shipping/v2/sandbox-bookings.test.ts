import { expect, test } from 'vitest';
import { bookingReference } from '../../../../src/modules/shipping/consignment.ts';
import { type Caller, fieldsOf, problemOf, SHIPMENTS, shipmentIn, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

let now = new Date('2026-01-20T10:30:00.000Z');
const world = useTestApp(createTestDatabase, { clock: () => now });

const BOOKINGS = '/api/shipping/v2/sandbox-bookings';

const shipmentsOf = async (caller: Caller, query = ''): Promise<string[]> =>
  (await caller.get(`${BOOKINGS}${query}`)).body.items.map((item: { shipmentId: string }) => item.shipmentId);

test('answers 200 with each booking as the carrier made it', async () => {
  const caller = await world.server.newCaller();
  const { id, carrierBookingReference, handlingUnits } = await caller.orderedShipment();
  const { status, body } = await caller.get(BOOKINGS);
  expect(status).toBe(200);
  expect(body).toMatchObject({ total: 1, limit: 50, offset: 0 });
  expect(body.items).toEqual([
    {
      id: expect.any(String) as string,
      bookingReference: bookingReference(id, 1),
      shipmentId: id,
      carrierBookingReference,
      unitReferences: handlingUnits.map((unit) => unit.trackingReference),
      bookedOn: '2026-01-20T10:30:00.000Z',
    },
  ]);
});

test('has no booking of what was refused, and two of what was booked twice', async () => {
  const caller = await world.server.newCaller();
  await shipmentIn(caller, 'Declined');
  expect(await shipmentsOf(caller)).toEqual([]);
  const { id } = await caller.orderedShipment();
  await caller.put(`${SHIPMENTS}/${id}/reset`);
  await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(await shipmentsOf(caller)).toEqual([id, id]);
});

test('filters by reference, shipment, time and whether it is void', async () => {
  const caller = await world.server.newCaller();
  now = new Date('2026-01-20T11:00:00.000Z');
  const early = await caller.orderedShipment();
  now = new Date('2026-01-20T11:00:00.001Z');
  const late = await caller.orderedShipment();
  now = new Date('2026-01-20T12:00:00.000Z');
  await caller.put(`${SHIPMENTS}/${early.id}/cancel`);
  const find = (query: string) => shipmentsOf(caller, query);
  expect(await find('')).toEqual([late.id, early.id]);
  expect(await find(`?bookingReference=${bookingReference(late.id, 1)}`)).toEqual([late.id]);
  expect(await find(`?shipmentId=${early.id}`)).toEqual([early.id]);
  expect(await find('?voided=true')).toEqual([early.id]);
  expect(await find('?voided=false')).toEqual([late.id]);
  expect(await find('?bookedFrom=2026-01-20T11:00:00.001Z')).toEqual([late.id]);
  expect(await find('?bookedTo=2026-01-20T11:00:00.001Z')).toEqual([early.id]);
  expect(await find('?bookedFrom=2026-01-20T12:00:00.001%2B01:00&voided=false')).toEqual([late.id]);
  expect(await find('?bookedOn=2026-01-20')).toEqual([late.id, early.id]);
  expect(await find('?bookedOn=2026-01-21')).toEqual([]);
  expect(await find('?voidedOn=2026-01-20')).toEqual([early.id]);
  expect(await find('?voidedOn=2026-01-19')).toEqual([]);
  const { body } = await caller.get(`${BOOKINGS}?voided=true`);
  expect(body.items[0].voidedOn).toBe('2026-01-20T12:00:00.000Z');
});

test('walking next visits each once, with the filters kept', async () => {
  const caller = await world.server.newCaller();
  const ordered: string[] = [];
  for (let count = 0; count < 5; count++) ordered.unshift((await caller.orderedShipment()).id);
  const { id } = await caller.orderedShipment();
  await caller.put(`${SHIPMENTS}/${id}/cancel`);
  const seen: string[] = [];
  let page: string | undefined = `${BOOKINGS}?voided=false&limit=2`;
  while (page !== undefined) {
    const { body } = await caller.get(page);
    seen.push(...body.items.map((item: { shipmentId: string }) => item.shipmentId));
    page = body._links.next?.href;
  }
  expect(seen).toEqual(ordered);
});

test('shows nothing of another tenant', async () => {
  const { id } = await world.caller.orderedShipment();
  const stranger = await world.server.newCaller();
  expect((await stranger.get(`${BOOKINGS}?shipmentId=${id}`)).body).toMatchObject({ items: [], total: 0 });
});

test.each([
  ['?voided=maybe', 'Query.Voided /voided'],
  ['?bookedFrom=yesterday', 'Query.BookedFrom /bookedFrom'],
  ['?bookedTo=2016-12-31T23:59:60Z', 'Query.BookedTo /bookedTo'],
  ['?shipmentId=1', 'Query.ShipmentId /shipmentId'],
  ['?limit=201', 'Query.Limit /limit'],
  ['?status=Accepted', 'Query.Status /status'],
])('answers 400 for %s', async (query, place) => {
  const answer = await world.caller.get(`${BOOKINGS}${query}`);
  expect(problemOf(answer)).toBe('400 validation');
  expect(fieldsOf(answer)).toEqual([place]);
});

test('answers 401 without credentials, 403 to one who has no permission, and the ledger to one who may only read', async () => {
  expect(problemOf(await world.server.anonymous.get(BOOKINGS))).toBe('401 unauthenticated');
  const answer = await (await world.server.callerIn(world.caller)).get(BOOKINGS);
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.consignments:read');
  expect((await (await world.server.callerIn(world.caller, 'viewer')).get(BOOKINGS)).status).toBe(200);
});
