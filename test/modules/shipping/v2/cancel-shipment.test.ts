import { expect, test } from 'vitest';
import { NO_SUCH_ID, problemOf, SHIPMENTS, shipmentIn, useTestApp, withoutId } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const cancelOf = (id: string): string => `${SHIPMENTS}/${id}/cancel`;
const bookingsOf = (id: string) =>
  world.rows('select booking_reference, voided_on from sandbox_carrier.bookings where shipment_id = $1', [id]);

test.each(['Created', 'Declined'] as const)('answers 200 with the shipment Canceled when it is %s', async (status) => {
  const before = await shipmentIn(world.caller, status);
  const answer = await world.caller.put(cancelOf(before.id));
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    ...before,
    status: 'Canceled',
    version: before.version + 1,
    updatedOn: expect.any(String) as string,
    _links: {},
  });
  expect(Object.keys(answer.body._links)).toContain('reset');
  expect(answer.headers['etag']).toBe(`"${before.version + 1}"`);
  expect((await world.caller.get(`${SHIPMENTS}/${before.id}`)).body).toEqual(answer.body);
  expect(await bookingsOf(before.id)).toEqual([]);
});

test('voids the booking of an accepted shipment at the carrier first, and its consignment with it', async () => {
  const before = await world.caller.orderedShipment();
  const answer = await world.caller.put(cancelOf(before.id));
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    status: 'Canceled',
    carrierBookingReference: before.carrierBookingReference,
    consignmentId: before.consignmentId,
  });
  expect(answer.body._links.labels).toBeUndefined();
  expect(await bookingsOf(before.id)).toMatchObject([{ voided_on: expect.any(Date) as Date }]);
  const consignment = await world.caller.get(`/api/shipping/v2/consignments/${before.consignmentId}`);
  expect(consignment.body.status).toBe('Canceled');
});

test('voids what was booked, whatever its profile offers by now', async () => {
  const profiles = '/api/shipping/v2/carrier-profiles';
  const profile = {
    reference: 'NARROWED',
    name: 'Narrowed',
    carrier: 'sandbox',
    serviceLevels: [{ reference: 'DFY-B2C', name: 'Day', productCode: '01' }],
  };
  const { body } = await world.caller.post(profiles, profile);
  const { id } = await world.caller.orderedShipment({ carrierReference: 'NARROWED' });
  const serviceLevels = [{ reference: 'OTHER', name: 'Other', productCode: '02' }];
  await world.caller.put(`${profiles}/${body.id}`, { ...profile, serviceLevels, countries: ['NL'] });
  expect((await world.caller.put(cancelOf(id))).body.status).toBe('Canceled');
  expect(await bookingsOf(id)).toMatchObject([{ voided_on: expect.any(Date) as Date }]);
});

test('of two at the same moment one cancels, and the other is told', async () => {
  for (const status of ['Created', 'Accepted'] as const) {
    const { id } = await shipmentIn(world.caller, status);
    const answers = await Promise.all([world.caller.put(cancelOf(id)), world.caller.put(cancelOf(id))]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Canceled');
  }
});

test("answers 422 in the carrier's own words when it will not void, and the shipment stays Accepted", async () => {
  const { id } = await world.caller.orderedShipment();
  await world.rows('delete from sandbox_carrier.bookings where shipment_id = $1', [id]);
  const answer = await world.caller.put(cancelOf(id));
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body).toMatchObject({
    detail: 'DHLPX rejected cancellation: Buchung nicht gefunden',
    carrier: 'DHLPX',
    carrierErrorCode: 'BOOKING_404',
    carrierMessage: 'Buchung nicht gefunden',
  });
  expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
});

test('what the carrier will not void goes on its way: its scans are recorded again', async () => {
  const { id } = await world.caller.orderedShipment();
  await world.rows('delete from sandbox_carrier.bookings where shipment_id = $1', [id]);
  expect(problemOf(await world.caller.put(cancelOf(id)))).toBe('422 carrier-error');
  const scan = { code: 'PickedUp', occurredOn: new Date().toISOString() };
  expect((await world.caller.post(`${SHIPMENTS}/${id}/tracking-events`, scan)).status).toBe(201);
  expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Executed');
});

test.each([
  ['Ordered', [], /booking is under way/],
  ['Canceled', ['reset'], /^Cannot cancel shipment in 'Canceled' status$/],
  ['Executed', [], /^Cannot cancel shipment in 'Executed' status$/],
] as const)(
  'answers 409 with what can be done instead when it is %s, and changes nothing',
  async (status, allowed, detail) => {
    const shipment = await shipmentIn(world.caller, status);
    const answer = await world.caller.put(cancelOf(shipment.id));
    expect(problemOf(answer)).toBe('409 invalid-state-transition');
    expect(answer.body).toMatchObject({
      title: 'Invalid State Transition',
      detail: expect.stringMatching(detail) as string,
      currentStatus: status,
      allowedTransitions: allowed,
    });
    expect((await world.caller.get(`${SHIPMENTS}/${shipment.id}`)).body).toEqual(shipment);
  },
);

test('answers 400 for an id that is none', async () => {
  expect(problemOf(await world.caller.put(cancelOf('x')))).toBe('400 validation');
});

test('answers 404 when there is no such shipment, and another tenant the same', async () => {
  const { id } = await world.caller.createShipment();
  const stranger = await world.server.newCaller();
  const hidden = await stranger.put(cancelOf(id));
  const missing = await stranger.put(cancelOf(NO_SUCH_ID));
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
  expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Created');
});

test('answers 401 without credentials and 403 to one who may only read', async () => {
  const { id } = await world.caller.createShipment();
  expect(problemOf(await world.server.anonymous.put(cancelOf(id)))).toBe('401 unauthenticated');
  const viewer = await world.server.callerIn(world.caller, 'viewer');
  const answer = await viewer.put(cancelOf(id));
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:order');
});
