import { expect, test } from 'vitest';
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

const resetOf = (id: string): string => `${SHIPMENTS}/${id}/reset`;

test.each(['Accepted', 'Declined', 'Canceled'] as const)(
  'answers 200 with the shipment as it was before it was %s',
  async (status) => {
    const before = await shipmentIn(world.caller, status);
    const answer = await world.caller.put(resetOf(before.id));
    expect(answer.status).toBe(200);
    const { id, reference, createdOn } = before;
    const self = `${SHIPMENTS}/${id}`;
    // Beginning to void is a change of its own.
    const version = before.version + (status === 'Accepted' ? 2 : 1);
    expect(answer.body).toEqual({
      ...EXAMPLE_SHIPMENT,
      id,
      reference,
      status: 'Created',
      version,
      handlingUnits: [{ ...EXAMPLE_SHIPMENT.handlingUnits[0], id: before.handlingUnits[0]?.id, status: 'AtOrigin' }],
      createdOn,
      updatedOn: expect.any(String) as string,
      _links: {
        self: { href: self },
        update: { href: self },
        order: { href: `${self}/order` },
        cancel: { href: `${self}/cancel` },
      },
    });
    expect(answer.headers['etag']).toBe(`"${version}"`);
    expect((await world.caller.get(self)).body).toEqual(answer.body);
  },
);

test('voids the booking of an accepted shipment at the carrier first, and its consignment with it', async () => {
  const before = await world.caller.orderedShipment();
  expect((await world.caller.put(resetOf(before.id))).status).toBe(200);
  const bookings = await world.rows('select voided_on from sandbox_carrier.bookings where shipment_id = $1', [
    before.id,
  ]);
  expect(bookings).toEqual([{ voided_on: expect.any(Date) as Date }]);
  const consignment = await world.caller.get(`/api/shipping/v2/consignments/${before.consignmentId}`);
  expect(consignment.body.status).toBe('Canceled');
});

test('a declined shipment can be corrected and ordered anew', async () => {
  const { id } = await shipmentIn(world.caller, 'Declined');
  await world.caller.put(resetOf(id));
  expect((await world.caller.put(`${SHIPMENTS}/${id}`, { ...EXAMPLE_SHIPMENT, reference: 'CORRECTED' })).status).toBe(
    200,
  );
  const answer = await world.caller.put(`${SHIPMENTS}/${id}/order`);
  expect(answer.body).toMatchObject({ status: 'Accepted', reference: 'CORRECTED' });
  expect(answer.body.refusal).toBeUndefined();
});

test('of two at the same moment one resets, and the other is told', async () => {
  for (const status of ['Canceled', 'Accepted'] as const) {
    const { id } = await shipmentIn(world.caller, status);
    const answers = await Promise.all([world.caller.put(resetOf(id)), world.caller.put(resetOf(id))]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Created');
  }
});

test('a reset and a cancellation at the same moment void the booking once, and one of them wins', async () => {
  const { id } = await world.caller.orderedShipment();
  const answers = await Promise.all([world.caller.put(resetOf(id)), world.caller.put(`${SHIPMENTS}/${id}/cancel`)]);
  const won = answers.filter((answer) => answer.status === 200).map((answer) => answer.body);
  for (const answer of answers) if (answer.status !== 200) expect(problemOf(answer)).toMatch(/^409 /);
  expect(won).toContainEqual((await world.caller.get(`${SHIPMENTS}/${id}`)).body);
  const live = 'select id from sandbox_carrier.bookings where shipment_id = $1 and voided_on is null';
  expect(await world.rows(live, [id])).toEqual([]);
  const voidings = `select id from platform.events where subject = $1 and type in ('shipment.reset', 'shipment.canceled')`;
  expect(await world.rows(voidings, [`shipment/${id}`])).toHaveLength(won.length);
});

test.each([
  ['Created', ['update', 'order', 'cancel'], /^Cannot reset shipment in 'Created' status$/],
  ['Ordered', [], /booking is under way/],
  ['Executed', [], /^Cannot reset shipment in 'Executed' status$/],
] as const)(
  'answers 409 with what can be done instead when it is %s, and changes nothing',
  async (status, allowed, detail) => {
    const shipment = await shipmentIn(world.caller, status);
    const answer = await world.caller.put(resetOf(shipment.id));
    expect(problemOf(answer)).toBe('409 invalid-state-transition');
    expect(answer.body).toMatchObject({
      detail: expect.stringMatching(detail) as string,
      currentStatus: status,
      allowedTransitions: allowed,
    });
    expect((await world.caller.get(`${SHIPMENTS}/${shipment.id}`)).body).toEqual(shipment);
  },
);

test('answers 400 for an id that is none', async () => {
  expect(problemOf(await world.caller.put(resetOf('x')))).toBe('400 validation');
});

test('answers 404 when there is no such shipment, and another tenant the same', async () => {
  const { id } = await shipmentIn(world.caller, 'Canceled');
  const stranger = await world.server.newCaller();
  const hidden = await stranger.put(resetOf(id));
  const missing = await stranger.put(resetOf(NO_SUCH_ID));
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
  expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Canceled');
});

test('answers 401 without credentials and 403 to one who may only read', async () => {
  const { id } = await shipmentIn(world.caller, 'Canceled');
  expect(problemOf(await world.server.anonymous.put(resetOf(id)))).toBe('401 unauthenticated');
  const viewer = await world.server.callerIn(world.caller, 'viewer');
  const answer = await viewer.put(resetOf(id));
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:order');
});
