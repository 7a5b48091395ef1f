import { describe, expect, test } from 'vitest';
import { bookingReference } from '../../../../src/modules/shipping/consignment.ts';
import {
  type Caller,
  fieldsOf,
  NO_SUCH_ID,
  problemOf,
  SHIPMENTS,
  shipmentIn,
  useTestApp,
  withoutId,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const CONSIGNMENTS = '/api/shipping/v2/consignments';

const idsOf = async (caller: Caller, query: string): Promise<string[]> =>
  (await caller.get(`${CONSIGNMENTS}${query}`)).body.items.map((item: { id: string }) => item.id);

describe('reading one', () => {
  test('answers 200 with what was booked for which shipments', async () => {
    const shipment = await world.caller.orderedShipment();
    const answer = await world.caller.get(`${CONSIGNMENTS}/${shipment.consignmentId}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: shipment.consignmentId,
      status: 'Accepted',
      shipmentIds: [shipment.id],
      carrierReference: 'DHLPX',
      serviceLevelReference: 'DFY-B2C',
      bookingReference: bookingReference(shipment.id, 1),
      carrierBookingReference: shipment.carrierBookingReference,
      trackingUrl: shipment.trackingUrl,
      createdOn: expect.any(String) as string,
      updatedOn: expect.any(String) as string,
      _links: {
        self: { href: `${CONSIGNMENTS}/${shipment.consignmentId}` },
        shipments: [{ href: `${SHIPMENTS}/${shipment.id}` }],
      },
    });
  });

  test.each([
    ['Ordered', 'Ordered'],
    ['Accepted', 'Accepted'],
    ['Declined', 'Declined'],
    ['Executed', 'Accepted'],
  ] as const)('of a shipment that is %s is %s', async (shipmentStatus, status) => {
    const { consignmentId } = await shipmentIn(world.caller, shipmentStatus);
    expect((await world.caller.get(`${CONSIGNMENTS}/${consignmentId}`)).body.status).toBe(status);
  });

  test('says why it was declined', async () => {
    const { consignmentId, refusal } = await shipmentIn(world.caller, 'Declined');
    const { body } = await world.caller.get(`${CONSIGNMENTS}/${consignmentId}`);
    expect(body.refusal).toEqual(refusal);
    expect(body.carrierBookingReference).toBeUndefined();
  });

  test('answers 400 for an id that is none', async () => {
    const answer = await world.caller.get(`${CONSIGNMENTS}/x`);
    expect(problemOf(answer)).toBe('400 validation');
    expect(fieldsOf(answer)).toEqual(['Path.Id /id']);
  });

  test('answers 404 when there is none, and another tenant the same', async () => {
    const { consignmentId = '' } = await world.caller.orderedShipment();
    const stranger = await world.server.newCaller();
    const hidden = await stranger.get(`${CONSIGNMENTS}/${consignmentId}`);
    const missing = await stranger.get(`${CONSIGNMENTS}/${NO_SUCH_ID}`);
    expect(problemOf(hidden)).toBe('404 not-found');
    expect(withoutId(hidden, consignmentId)).toEqual(withoutId(missing, NO_SUCH_ID));
  });
});

describe('listing', () => {
  test('shows the newest first, and each of a shipment that was booked again', async () => {
    const caller = await world.server.newCaller();
    const first = await caller.orderedShipment();
    const second = await caller.orderedShipment();
    await caller.put(`${SHIPMENTS}/${first.id}/reset`);
    const again = (await caller.put(`${SHIPMENTS}/${first.id}/order`)).body;
    const answer = await caller.get(CONSIGNMENTS);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ total: 3, limit: 50, offset: 0 });
    expect(answer.body.items.map((item: { id: string }) => item.id)).toEqual([
      again.consignmentId,
      second.consignmentId,
      first.consignmentId,
    ]);
    expect(answer.body.items[0]).toEqual((await caller.get(`${CONSIGNMENTS}/${again.consignmentId}`)).body);
  });

  test('filters by status, carrier, booking reference and shipment, together', async () => {
    const caller = await world.server.newCaller();
    const accepted = await caller.orderedShipment();
    const declined = await shipmentIn(caller, 'Declined');
    const canceled = await caller.orderedShipment();
    await caller.put(`${SHIPMENTS}/${canceled.id}/cancel`);
    const find = (query: string) => idsOf(caller, query);
    expect(await find('?status=Accepted')).toEqual([accepted.consignmentId]);
    expect(await find('?status=Declined')).toEqual([declined.consignmentId]);
    expect(await find('?status=Canceled')).toEqual([canceled.consignmentId]);
    expect(await find('?carrierReference=DHLPX')).toHaveLength(3);
    expect(await find('?carrierReference=dhlpx')).toEqual([]);
    expect(await find(`?bookingReference=${bookingReference(accepted.id, 1)}`)).toEqual([accepted.consignmentId]);
    expect(await find(`?shipmentId=${declined.id}`)).toEqual([declined.consignmentId]);
    expect(await find(`?shipmentId=${declined.id}&status=Accepted`)).toEqual([]);
  });

  test('walking next visits each once, with the filters kept', async () => {
    const caller = await world.server.newCaller();
    for (let count = 0; count < 5; count++) await caller.orderedShipment();
    await shipmentIn(caller, 'Declined');
    const seen: string[] = [];
    let page: string | undefined = `${CONSIGNMENTS}?status=Accepted&limit=2`;
    while (page !== undefined) {
      const { body } = await caller.get(page);
      expect(body.total).toBe(5);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      page = body._links.next?.href;
    }
    expect(seen).toEqual(await idsOf(caller, '?status=Accepted'));
    expect(new Set(seen).size).toBe(5);
  });

  test('is empty for another tenant, and a page beyond the end has the total', async () => {
    const caller = await world.server.newCaller();
    await caller.orderedShipment();
    expect((await caller.get(`${CONSIGNMENTS}?offset=10`)).body).toMatchObject({ items: [], total: 1 });
    const stranger = await world.server.newCaller();
    expect((await stranger.get(CONSIGNMENTS)).body).toMatchObject({ items: [], total: 0 });
  });

  test.each([
    ['?status=Executed', 'Query.Status /status'],
    ['?shipmentId=x', 'Query.ShipmentId /shipmentId'],
    ['?bookingReference=', 'Query.BookingReference /bookingReference'],
    ['?limit=201', 'Query.Limit /limit'],
    ['?limit=0', 'Query.Limit /limit'],
    ['?offset=x', 'Query.Offset /offset'],
    ['?shipment=x', 'Query.Shipment /shipment'],
  ])('answers 400 for %s', async (query, place) => {
    const answer = await world.caller.get(`${CONSIGNMENTS}${query}`);
    expect(problemOf(answer)).toBe('400 validation');
    expect(fieldsOf(answer)).toEqual([place]);
  });
});

test.each(['', `/${NO_SUCH_ID}`])(
  'answers 401 without credentials, 403 to one who has no permission: %j',
  async (path) => {
    expect(problemOf(await world.server.anonymous.get(CONSIGNMENTS + path))).toBe('401 unauthenticated');
    const answer = await (await world.server.callerIn(world.caller)).get(CONSIGNMENTS + path);
    expect(problemOf(answer)).toBe('403 forbidden');
    expect(answer.body.permission).toBe('shipping.consignments:read');
    expect((await (await world.server.callerIn(world.caller, 'viewer')).get(CONSIGNMENTS)).status).toBe(200);
  },
);
