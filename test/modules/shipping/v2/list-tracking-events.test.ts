import { expect, test } from 'vitest';
import { fieldsOf, NO_SUCH_ID, problemOf, SHIPMENTS, useTestApp, withoutId } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

/** Scans are told in the minutes of an hour before their shipment's booking; `YYYY-MM-DDTHH`. */
const HOUR = new Date(Date.now() - 2 * 3_600_000).toISOString().slice(0, 13);
const world = useTestApp(createTestDatabase);

const eventsOf = (id: string, query = ''): string => `${SHIPMENTS}/${id}/tracking-events${query}`;

/** An ordered shipment with scans in these minutes, told in this order. */
async function scannedAt(...minutes: string[]): Promise<string> {
  const { id } = await world.caller.orderedShipment();
  for (const minute of minutes) {
    await world.caller.post(eventsOf(id), { code: 'InTransit', occurredOn: `${HOUR}:${minute}:00Z` });
  }
  return id;
}

const timesOf = (body: { items: { occurredOn: string }[] }): string[] =>
  body.items.map((item) => item.occurredOn.slice(14, 16));

test('lists what happened in the order in which it happened, whenever it was told', async () => {
  const id = await scannedAt('12', '09', '15', '10');
  const { status, body } = await world.caller.get(eventsOf(id));
  expect(status).toBe(200);
  expect(timesOf({ items: body.items.slice(0, 4) })).toEqual(['09', '10', '12', '15']);
  // The booking was registered just now, after all of them.
  expect(body.items[4].code).toBe('Registered');
  expect(body).toMatchObject({ total: 5, limit: 50, offset: 0 });
  expect(body._links).toEqual({ self: { href: eventsOf(id, '?limit=50&offset=0') } });
});

test('is empty for a shipment that was never booked', async () => {
  const { id } = await world.caller.createShipment();
  expect((await world.caller.get(eventsOf(id))).body).toMatchObject({ items: [], total: 0 });
});

test('walking the pages visits each event once, and back', async () => {
  const id = await scannedAt('12', '09', '15', '10', '11', '13');
  const seen: string[] = [];
  let page: string | undefined = eventsOf(id, '?limit=3');
  let last = page;
  while (page !== undefined) {
    const { body } = await world.caller.get(page);
    seen.push(...body.items.map((item: { id: string }) => item.id));
    expect(body.total).toBe(7);
    last = page;
    page = body._links.next?.href;
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
  const { body } = await world.caller.get(last);
  expect(body.items).toHaveLength(1);
  expect(body._links.prev.href).toBe(eventsOf(id, '?limit=3&offset=3'));
});

test('a page beyond the end is empty, with the total', async () => {
  const id = await scannedAt('12');
  const { body } = await world.caller.get(eventsOf(id, '?offset=100'));
  expect(body).toMatchObject({ items: [], total: 2, offset: 100 });
  expect(body._links.next).toBeUndefined();
});

test.each([
  ['?limit=0', 'Query.Limit /limit'],
  ['?limit=201', 'Query.Limit /limit'],
  ['?limit=x', 'Query.Limit /limit'],
  ['?offset=-1', 'Query.Offset /offset'],
  ['?sort=code', 'Query.Sort /sort'],
])('answers 400 for %s', async (query, place) => {
  const { id } = await world.caller.createShipment();
  const answer = await world.caller.get(eventsOf(id, query));
  expect(problemOf(answer)).toBe('400 validation');
  expect(fieldsOf(answer)).toEqual([place]);
});

test('answers 404 when there is no such shipment, and another tenant the same', async () => {
  const { id } = await world.caller.orderedShipment();
  const stranger = await world.server.newCaller();
  const hidden = await stranger.get(eventsOf(id));
  const missing = await stranger.get(eventsOf(NO_SUCH_ID));
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
});

test('answers 401 without credentials, 403 to one who has no permission, and the events to one who may only read', async () => {
  const { id } = await world.caller.orderedShipment();
  expect(problemOf(await world.server.anonymous.get(eventsOf(id)))).toBe('401 unauthenticated');
  const answer = await (await world.server.callerIn(world.caller)).get(eventsOf(id));
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:read');
  expect((await (await world.server.callerIn(world.caller, 'viewer')).get(eventsOf(id))).status).toBe(200);
});
