import { describe, expect, test } from 'vitest';
import { isSscc } from '../../../../src/modules/shipping/labels/sscc.ts';
import {
  EXAMPLE_SHIPMENT,
  NO_SUCH_ID,
  problemOf,
  SHIPMENTS,
  shipmentIn,
  useTestApp,
  withoutId,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const UNIT = EXAMPLE_SHIPMENT.handlingUnits[0];
const PROFILES = '/api/shipping/v2/carrier-profiles';
const orderOf = (id: string): string => `${SHIPMENTS}/${id}/order`;
const bookingsOf = (id: string) => world.rows('select * from sandbox_carrier.bookings where shipment_id = $1', [id]);

test("answers 200 with the settled status, the carrier's references and what can be done next", async () => {
  const created = await world.caller.createShipment();
  const answer = await world.caller.put(orderOf(created.id));
  expect(answer.status).toBe(200);
  const { carrierBookingReference, consignmentId, handlingUnits, updatedOn } = answer.body;
  const self = `${SHIPMENTS}/${created.id}`;
  expect(answer.body).toEqual({
    ...created,
    status: 'Accepted',
    version: 3,
    carrierBookingReference: expect.stringMatching(/^SBX[0-9A-F]{16}$/) as string,
    trackingUrl: `https://sandbox.invalid/track/${carrierBookingReference}`,
    consignmentId: expect.any(String) as string,
    handlingUnits: [{ ...created.handlingUnits[0], trackingReference: handlingUnits[0].trackingReference }],
    updatedOn,
    _links: {
      self: { href: self },
      labels: { href: `${self}/labels` },
      cancel: { href: `${self}/cancel` },
      reset: { href: `${self}/reset` },
      'tracking-events': { href: `${self}/tracking-events` },
      documents: { href: `${self}/documents` },
      'carrier-calls': { href: `${self}/carrier-calls` },
      consignment: { href: `/api/shipping/v2/consignments/${consignmentId}` },
    },
  });
  expect(isSscc(handlingUnits[0].trackingReference)).toBe(true);
  expect(answer.headers['etag']).toBe('"3"');
  expect((await world.caller.get(self)).body).toEqual(answer.body);
});

test('the booking is registered as a tracking event of the carrier', async () => {
  const shipment = await world.caller.orderedShipment();
  const { body } = await world.caller.get(`${SHIPMENTS}/${shipment.id}/tracking-events`);
  expect(body).toMatchObject({
    total: 1,
    items: [
      {
        source: 'carrier',
        code: 'Registered',
        carrierCode: 'SBX-REG',
        description: 'Booking registered',
        consignmentId: shipment.consignmentId,
      },
    ],
  });
});

test('the booking is a consignment of the shipment, and is found by its reference at the carrier', async () => {
  const shipment = await world.caller.orderedShipment();
  const { body } = await world.caller.get(`/api/shipping/v2/consignments/${shipment.consignmentId}`);
  expect(body).toMatchObject({
    status: 'Accepted',
    shipmentIds: [shipment.id],
    carrierReference: 'DHLPX',
    serviceLevelReference: 'DFY-B2C',
    carrierBookingReference: shipment.carrierBookingReference,
    trackingUrl: shipment.trackingUrl,
  });
  expect(await bookingsOf(shipment.id)).toMatchObject([
    {
      booking_reference: body.bookingReference,
      carrier_booking_reference: shipment.carrierBookingReference,
      unit_references: shipment.handlingUnits.map((unit) => unit.trackingReference),
      voided_on: null,
    },
  ]);
});

test('every handling unit gets a barcode of its own, up to 999 of them', async () => {
  const shipment = await world.caller.orderedShipment({ handlingUnits: Array(999).fill(UNIT) });
  const references = shipment.handlingUnits.map((unit) => unit.trackingReference ?? '');
  expect(references.every(isSscc)).toBe(true);
  expect(new Set(references).size).toBe(999);
});

test('books once when many order the same shipment at the same moment', async () => {
  const { id } = await world.caller.createShipment();
  const answers = await Promise.all(Array.from({ length: 6 }, () => world.caller.put(orderOf(id))));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  for (const answer of answers)
    if (answer.status !== 200) expect(problemOf(answer)).toBe('409 invalid-state-transition');
  expect(await bookingsOf(id)).toHaveLength(1);
});

test('what is ordered anew after a reset is a new booking under a new reference', async () => {
  const first = await world.caller.orderedShipment();
  expect((await world.caller.put(`${SHIPMENTS}/${first.id}/reset`)).status).toBe(200);
  const second = (await world.caller.put(orderOf(first.id))).body;
  expect(second.status).toBe('Accepted');
  expect(second.carrierBookingReference).not.toBe(first.carrierBookingReference);
  expect(second.consignmentId).not.toBe(first.consignmentId);
  const references = (await bookingsOf(first.id)).map((booking) => booking['booking_reference']);
  expect(references.map((reference) => String(reference).split('-')[1]).toSorted()).toEqual(['1', '2']);
});

test('takes no notice of a body', async () => {
  const { id } = await world.caller.createShipment();
  expect((await world.caller.put(orderOf(id), {})).status).toBe(200);
});

test.each([
  ['Ordered', []],
  ['Accepted', ['cancel', 'reset']],
  ['Declined', ['cancel', 'reset']],
  ['Canceled', ['reset']],
  ['Executed', []],
] as const)('answers 409 with what can be done instead when it is %s, and books nothing', async (status, allowed) => {
  const shipment = await shipmentIn(world.caller, status);
  const booked = await bookingsOf(shipment.id);
  const answer = await world.caller.put(orderOf(shipment.id));
  expect(problemOf(answer)).toBe('409 invalid-state-transition');
  expect(answer.body).toMatchObject({ currentStatus: status, allowedTransitions: allowed });
  expect(answer.body.detail).toMatch(new RegExp(`^Cannot order shipment in '${status}' status`));
  expect(await bookingsOf(shipment.id)).toEqual(booked);
  expect((await world.caller.get(`${SHIPMENTS}/${shipment.id}`)).body).toEqual(shipment);
});

test("answers 422 in the carrier's own words when it refuses", async () => {
  const { id } = await world.caller.createShipment({ reference: 'SANDBOX-REFUSE' });
  const answer = await world.caller.put(orderOf(id));
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body).toMatchObject({
    title: 'Carrier Rejected Request',
    detail: 'DHLPX rejected booking: Postleitzahl ungültig',
    carrier: 'DHLPX',
    carrierErrorCode: 'ADDR_001',
    carrierMessage: 'Postleitzahl ungültig',
  });
});

test.each(['SANDBOX-REFUSE', 'SANDBOX-REFUSE1', 'SANDBOX-REFUSED', 'SANDBOX-REFUSE-2'])(
  'the sandbox refuses whatever begins with SANDBOX-REFUSE: %s',
  async (reference) => {
    const { id } = await world.caller.createShipment({ reference });
    expect(problemOf(await world.caller.put(orderOf(id)))).toBe('422 carrier-error');
    expect(await bookingsOf(id)).toEqual([]);
  },
);

describe('a profile that changed since the shipment was created', () => {
  const profile = {
    reference: 'SHORT-LIVED',
    name: 'Short-lived',
    carrier: 'sandbox',
    serviceLevels: [{ reference: 'DFY-B2C', name: 'Day', productCode: '01' }],
  };

  test.each([
    ['422 unknown-carrier', undefined],
    ['422 unknown-service-level', { serviceLevels: [{ reference: 'OTHER', name: 'Other', productCode: '02' }] }],
    ['422 country-not-served', { countries: ['NL'] }],
  ])('answers %s, and the shipment stays Created', async (problem, change) => {
    const { body } = await world.caller.post(PROFILES, profile);
    const { id } = await world.caller.createShipment({ carrierReference: 'SHORT-LIVED' });
    if (change !== undefined) await world.caller.put(`${PROFILES}/${body.id}`, { ...profile, ...change });
    else await world.caller.delete(`${PROFILES}/${body.id}`);
    expect(problemOf(await world.caller.put(orderOf(id)))).toBe(problem);
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({ status: 'Created', version: 1 });
    if (change !== undefined) expect((await world.caller.delete(`${PROFILES}/${body.id}`)).status).toBe(204);
  });
});

test('answers 400 for an id that is none, and 415 for a body that is not JSON', async () => {
  expect(problemOf(await world.caller.put(orderOf('x')))).toBe('400 validation');
  const { id } = await world.caller.createShipment();
  const answer = await world.caller.put(orderOf(id)).set('content-type', 'text/plain').send('now');
  expect(problemOf(answer)).toBe('415 unsupported-media-type');
});

test('answers 404 when there is no such shipment, and another tenant the same', async () => {
  const { id } = await world.caller.createShipment();
  const stranger = await world.server.newCaller();
  const hidden = await stranger.put(orderOf(id));
  const missing = await stranger.put(orderOf(NO_SUCH_ID));
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
  expect(await bookingsOf(id)).toEqual([]);
});

test('answers 401 without credentials and 403 to one who may only read', async () => {
  const { id } = await world.caller.createShipment();
  expect(problemOf(await world.server.anonymous.put(orderOf(id)))).toBe('401 unauthenticated');
  const viewer = await world.server.callerIn(world.caller, 'viewer');
  const answer = await viewer.put(orderOf(id));
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:order');
  expect(await bookingsOf(id)).toEqual([]);
});
