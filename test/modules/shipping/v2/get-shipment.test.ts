import { describe, expect, test } from 'vitest';
import { fieldsOf, NO_SUCH_ID, problemOf, SHIPMENTS, shipmentIn, useTestApp, withoutId } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

/** What is offered in each status besides `self`. */
const OFFERED = {
  Created: ['update', 'order', 'cancel'],
  Ordered: ['tracking-events', 'consignment', 'carrier-calls'],
  Accepted: ['labels', 'documents', 'cancel', 'reset', 'tracking-events', 'consignment', 'carrier-calls'],
  Declined: ['cancel', 'reset', 'tracking-events', 'consignment', 'carrier-calls'],
  Canceled: ['reset', 'tracking-events'],
  Executed: ['labels', 'documents', 'tracking-events', 'consignment', 'carrier-calls'],
} as const;

describe('If-None-Match', () => {
  const readAs = (id: string, tags: string) => world.caller.get(`${SHIPMENTS}/${id}`).set('if-none-match', tags);

  test.each(['"1"', 'W/"1"', '"7", "1"', '*'])('%s answers 304 without a body while the version is 1', async (tags) => {
    const { id } = await world.caller.createShipment();
    const answer = await readAs(id, tags);
    expect(answer.status).toBe(304);
    expect(answer.text).toBe('');
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.headers['content-type']).toBeUndefined();
  });

  test.each(['"2"', '1', '"11"', ''])('%j answers 200 with the shipment while the version is 1', async (tags) => {
    const { id } = await world.caller.createShipment();
    const answer = await readAs(id, tags);
    expect([answer.status, answer.body.id]).toEqual([200, id]);
  });

  test('is not asked of what changes something', async () => {
    const { id } = await world.caller.createShipment();
    const answer = await world.caller.put(`${SHIPMENTS}/${id}/order`).set('if-none-match', '*');
    expect([answer.status, answer.body.status]).toEqual([200, 'Accepted']);
  });
});

describe.each(Object.entries(OFFERED) as [keyof typeof OFFERED, readonly string[]][])('%s', (status, offered) => {
  test('offers what the status allows and nothing else', async () => {
    const { id, consignmentId } = await shipmentIn(world.caller, status);
    const { body } = await world.caller.get(`${SHIPMENTS}/${id}`);
    const self = `${SHIPMENTS}/${id}`;
    const place = (name: string): string => {
      if (name === 'update') return self;
      return name === 'consignment' ? `/api/shipping/v2/consignments/${consignmentId}` : `${self}/${name}`;
    };
    expect(body.status).toBe(status);
    expect(body._links).toEqual(
      Object.fromEntries([['self', { href: self }], ...offered.map((name) => [name, { href: place(name) }])]),
    );
  });

  test('every link that is there works, and every action without a link is refused', async () => {
    const { id } = await shipmentIn(world.caller, status);
    const self = `${SHIPMENTS}/${id}`;
    for (const name of ['labels', 'documents', 'tracking-events', 'consignment', 'carrier-calls'] as const) {
      const links = (await world.caller.get(self)).body._links;
      if (links[name] !== undefined) expect((await world.caller.get(links[name].href)).status).toBe(200);
    }
    if (!(offered as readonly string[]).includes('labels')) {
      expect(problemOf(await world.caller.get(`${self}/labels`))).toBe('409 labels-not-available');
    }
    for (const action of ['order', 'cancel', 'reset']) {
      const shipment = await shipmentIn(world.caller, status);
      const answer = await world.caller.put(`${SHIPMENTS}/${shipment.id}/${action}`);
      // A shipment that was refused once is refused again; that is no transition error.
      if ((offered as readonly string[]).includes(action)) expect([200, 422]).toContain(answer.status);
      else expect(problemOf(answer)).toBe('409 invalid-state-transition');
    }
  });
});

test('the version is the ETag and rises with each change', async () => {
  const { id } = await world.caller.createShipment();
  const read = () => world.caller.get(`${SHIPMENTS}/${id}`);
  const before = await read();
  expect(before.headers['etag']).toBe('"1"');
  expect((await read()).body).toEqual(before.body);
  await world.caller.put(`${SHIPMENTS}/${id}/cancel`);
  const after = await read();
  expect(after.body.version).toBe(2);
  expect(after.headers['etag']).toBe('"2"');
  expect(Date.parse(after.body.updatedOn)).toBeGreaterThanOrEqual(Date.parse(before.body.updatedOn));
  expect(after.body.createdOn).toBe(before.body.createdOn);
});

test('shows why the carrier declined', async () => {
  const { id } = await shipmentIn(world.caller, 'Declined');
  const { body } = await world.caller.get(`${SHIPMENTS}/${id}`);
  expect(body.refusal).toEqual({ carrierErrorCode: 'ADDR_001', carrierMessage: 'Postleitzahl ungültig' });
});

test('finds a shipment by its id in capitals', async () => {
  const shipment = await world.caller.createShipment();
  expect((await world.caller.get(`${SHIPMENTS}/${shipment.id.toUpperCase()}`)).body).toEqual(shipment);
});

test.each(['abc', '1', `urn:uuid:${NO_SUCH_ID}`, `${NO_SUCH_ID}0`])('answers 400 for the id %s', async (id) => {
  const answer = await world.caller.get(`${SHIPMENTS}/${id}`);
  expect(problemOf(answer)).toBe('400 validation');
  expect(fieldsOf(answer)).toEqual(['Path.Id /id']);
});

test('answers 404 naming the id when there is no such shipment', async () => {
  const answer = await world.caller.get(`${SHIPMENTS}/${NO_SUCH_ID}`);
  expect(problemOf(answer)).toBe('404 not-found');
  expect(answer.body.detail).toBe(`There is no shipment with id ${NO_SUCH_ID}.`);
});

test('answers another tenant as if there were no such shipment', async () => {
  const { id } = await world.caller.createShipment();
  const stranger = await world.server.newCaller();
  const hidden = await stranger.get(`${SHIPMENTS}/${id}`);
  const missing = await stranger.get(`${SHIPMENTS}/${NO_SUCH_ID}`);
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
});

test('answers 401 without credentials, before it looks for the shipment', async () => {
  expect(problemOf(await world.server.anonymous.get(`${SHIPMENTS}/${NO_SUCH_ID}`))).toBe('401 unauthenticated');
});

test('answers 403 naming the permission to one who has none', async () => {
  const nobody = await world.server.callerIn(world.caller);
  const answer = await nobody.get(`${SHIPMENTS}/${NO_SUCH_ID}`);
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:read');
});

test('one who may only read, reads', async () => {
  const shipment = await world.caller.createShipment();
  const viewer = await world.server.callerIn(world.caller, 'viewer');
  expect((await viewer.get(`${SHIPMENTS}/${shipment.id}`)).body).toEqual(shipment);
});

test('every answer says under which id it is logged, and carries on the correlation of its caller', async () => {
  const path = `${SHIPMENTS}/${NO_SUCH_ID}`;
  const own = await world.caller.get(path);
  expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(own.headers['x-correlation-id']).toBe(own.headers['x-request-id']);
  const sent = await world.caller.get(path).set('x-correlation-id', 'order-42');
  expect(sent.headers['x-correlation-id']).toBe('order-42');
  const odd = await world.caller.get(path).set('x-correlation-id', 'with blank');
  expect(odd.headers['x-correlation-id']).toBe(odd.headers['x-request-id']);
});
