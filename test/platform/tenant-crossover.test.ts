import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractInputExample, exchangeRatesExample } from '../../src/modules/rates/v1/examples.ts';
import { exampleOf, type Operation, pathOf, readOperations } from '../harness/api-operations.ts';
import { type Caller, EXAMPLE_SHIPMENT, PROBLEMS, SHIPMENTS, useTestApp } from '../harness/app.ts';
import { callerWithJwt, issuerConfig, startIdentityProvider } from '../harness/identity-provider.ts';
import { createTestDatabase } from '../harness.ts';

const provider = await startIdentityProvider();
afterAll(() => provider[Symbol.asyncDispose]());
const world = useTestApp(createTestDatabase, { config: { identity: { issuers: [issuerConfig(provider)] } } });

/** Its list has pages of another kind; it is walked below. */
const ORDERS = '/v1/orders';
const OPERATIONS = readOperations();
const ON_ONE = OPERATIONS.filter(({ template }) => template.includes('{'));
const LISTS = OPERATIONS.filter(
  ({ template, method }) =>
    !template.includes('{') && method === 'GET' && !template.endsWith('/me') && template !== ORDERS,
);

/** Another tenant's resources: the value that each path names one by. A resource that is missing here fails the walk. */
let theirs: Record<string, string>;
/** Another tenant's value for each filter of any list. */
let filters: Record<string, string>;
let other: Caller;
/** What is named beneath another tenant's resource. */
let beneath: Record<string, string>;

beforeAll(async () => {
  other = await world.server.newCaller('Other');
  const shipment = await other.orderedShipment({ reference: `THEIRS-${randomUUID()}` });
  const { body: profile } = await other.post('/api/shipping/v2/carrier-profiles', {
    reference: 'THEIR-PROFILE',
    name: 'Their account',
    carrier: 'sandbox',
    serviceLevels: [{ reference: 'THEIR-LEVEL', name: 'Standard', productCode: '1' }],
  });
  const { body: token } = await other.post('/api/authorizing/v1/tokens', {
    name: 'theirs',
    permissionGroups: ['viewer'],
  });
  const { body: group } = await other.post('/api/authorizing/v1/permission-groups', {
    reference: 'their-group',
    name: 'Their group',
    permissions: [],
  });
  const jwt = await provider.token({ tenant_id: other.tenantId, sub: 'theirs', email: 'theirs@acme.example' });
  const { body: user } = await callerWithJwt(world.server, jwt).get('/api/authorizing/v1/users/me');
  const { body: contract } = await other.post('/api/rates/v1/contracts', {
    ...contractInputExample,
    reference: 'THEIR-CONTRACT',
    carrierReference: 'THEIR-PROFILE',
  });
  await other.put('/api/rates/v1/exchange-rates', exchangeRatesExample);
  const { body: webhook } = await other.post('/api/hooks/v1/webhooks', {
    url: 'https://theirs.example/hook',
    events: ['shipment.*'],
  });
  const { body: delivery } = await other.post(`/api/hooks/v1/webhooks/${webhook.id}/test-events`, {});
  const { body: replay } = await other.post(`/api/hooks/v1/webhooks/${webhook.id}/replays`, {
    from: '2026-01-01T00:00:00Z',
  });
  beneath = { deliveryId: delivery.id, replayId: replay.id };
  // Nothing is in stock; the order is kept as canceled all the same.
  const { body: refused } = await other.post(ORDERS, {
    customerId: 'theirs',
    items: [{ sku: 'THEIR-SKU', qty: 1, price: { currency: 'EUR', amountMinor: '100' } }],
  });
  const { body: bookings } = await other.get('/api/shipping/v2/sandbox-bookings');
  const [booking] = bookings.items;
  theirs = {
    shipments: shipment.id,
    orders: refused.orderId,
    consignments: String(shipment.consignmentId),
    'carrier-profiles': profile.id,
    contracts: contract.id,
    users: user.id,
    tokens: token.id,
    'permission-groups': group.reference,
    webhooks: webhook.id,
  };
  filters = {
    shipmentId: shipment.id,
    reference: shipment.reference,
    carrierReference: 'THEIR-PROFILE',
    bookingReference: booking.bookingReference,
    createdById: booking.id,
    actorId: user.id,
    resource: `shipment/${shipment.id}`,
    email: 'theirs@acme.example',
    permissionGroup: group.reference,
  };
});

/** The resource that a path names, `shipments` in `/api/shipping/v2/shipments/{id}/order`. */
function resourceOf({ template }: Operation): string {
  return /\/([^/]+)\/\{/.exec(template)?.[1] ?? '';
}

function ask(caller: Caller, { method, file }: Operation, path: string, body: unknown): PromiseLike<Response> {
  if (file !== undefined) return caller.put(path).type(file).send('kg,DE\n2,4.95\n');
  switch (method) {
    case 'GET':
      return caller.get(path);
    case 'POST':
      return caller.post(path, body);
    case 'PUT':
      return caller.put(path, body);
    case 'DELETE':
      return caller.delete(path);
    case 'PATCH':
      throw new Error('nothing is patched yet');
    default:
      return method satisfies never;
  }
}

/** What the whole of another tenant looks like, to itself. */
async function stateOf(caller: Caller): Promise<string[]> {
  const answers = await Promise.all(LISTS.map((list) => caller.get(`${list.template}?limit=200`)));
  return answers.map(({ text }) => text.replaceAll(/"lastUsedOn":"[^"]*",?/g, ''));
}

describe('by its id', () => {
  test.each(ON_ONE.map((operation): [string, Operation] => [operation.name, operation]))(
    '%s answers another tenant’s resource as one that is not there',
    async (_, operation) => {
      const their = theirs[resourceOf(operation)];
      if (their === undefined) throw new Error(`no ${resourceOf(operation)} of another tenant was made`);
      const before = await stateOf(other);
      const none = their.includes('-group') ? 'no-such-group' : randomUUID();
      const body = operation.body === undefined ? undefined : exampleOf(operation.body);
      const parameter = operation.parameters.find((one) => one.in === 'path')?.name ?? '';
      const [crossed, missing] = await Promise.all(
        [their, none].map(async (id) => {
          const answer = await ask(world.caller, operation, pathOf(operation, { ...beneath, [parameter]: id }), body);
          const { instance, ...rest } = JSON.parse(answer.text.replaceAll(id, 'ID')) as Record<string, unknown>;
          const {
            date: _date,
            'x-request-id': _request,
            'x-correlation-id': _correlation,
            etag: _etag,
            ...headers
          } = answer.headers;
          const { 'content-length': _length, ...comparable } = headers;
          return { status: answer.status, rest, instance, headers: Object.keys(comparable).toSorted() };
        }),
      );
      expect(crossed).toMatchObject({ status: 404, rest: { type: `${PROBLEMS}/not-found` } });
      expect(crossed).toEqual(missing);
      expect(await stateOf(other)).toEqual(before);
    },
  );

  test('the walk is not in vain: the owner is answered otherwise', async () => {
    for (const operation of ON_ONE.filter(({ method }) => method === 'GET')) {
      const parameter = operation.parameters.find((one) => one.in === 'path')?.name ?? '';
      const path = pathOf(operation, { ...beneath, [parameter]: theirs[resourceOf(operation)] ?? '' });
      expect((await other.get(path)).status, operation.name).toBe(200);
    }
  });
});

describe('in lists', () => {
  test.each(LISTS.map((operation): [string, Operation] => [operation.name, operation]))(
    '%s shows nothing of another tenant, whatever is asked for',
    async (_, list) => {
      const parameters = list.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      const queries = [
        '',
        ...parameters.flatMap((name) => (filters[name] === undefined ? [] : [`${name}=${filters[name]}`])),
      ];
      const secrets = [
        ...Object.values(theirs),
        other.tenantId,
        filters['reference'] ?? '',
        filters['bookingReference'] ?? '',
      ];
      for (const query of queries) {
        const { status, body, text } = await world.caller.get(`${list.template}?limit=200&${query}`);
        expect(status, query).toBe(200);
        for (const { href } of Object.values(body._links) as { href: string }[]) {
          expect((await world.caller.get(href)).body.total).toBe(body.total);
        }
        const shown = JSON.stringify(body.items);
        expect(
          secrets.filter((secret) => shown.includes(secret)),
          text,
        ).toEqual([]);
        if (query !== '') expect(body.items.filter((item: { builtIn?: boolean }) => item.builtIn !== true)).toEqual([]);
      }
    },
  );

  test('the walk is not in vain: every resource is in the owner’s lists', async () => {
    const orders = await other.get(ORDERS);
    const all = [...(await stateOf(other)), orders.text].join('\n');
    expect(Object.values(theirs).filter((id) => !all.includes(id))).toEqual([]);
  });
});

test('the list of orders shows nothing of another tenant, and does not continue another’s pages', async () => {
  const { body } = await world.caller.get(`${ORDERS}?customerId=theirs`);
  expect(body).toEqual({ orders: [], nextPageToken: '' });
  const order = {
    customerId: 'theirs',
    items: [{ sku: 'NONE', qty: 1, price: { currency: 'EUR', amountMinor: '1' } }],
  };
  await other.post(ORDERS, order);
  const { nextPageToken } = (await other.get(`${ORDERS}?pageSize=1`)).body;
  expect((await other.get(`${ORDERS}?pageSize=1&pageToken=${nextPageToken}`)).body.orders).toHaveLength(1);
  expect((await world.caller.get(`${ORDERS}?pageSize=1&pageToken=${nextPageToken}`)).status).toBe(400);
});

test('a body cannot name another tenant’s things: its carrier, its group', async () => {
  const carrier = await world.caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, carrierReference: 'THEIR-PROFILE' });
  expect(carrier.body.type).toBe(`${PROBLEMS}/unknown-carrier`);
  expect(carrier.body.availableCarriers).toEqual(['DHLPX']);
  const token = await world.caller.post('/api/authorizing/v1/tokens', { name: 'x', permissionGroups: ['their-group'] });
  expect(token.body.type).toBe(`${PROBLEMS}/unknown-permission-group`);
  expect(token.text.match(/their-group/g)?.length).toBe(2);
});

test('an Idempotency-Key of another tenant replays nothing', async () => {
  const send = (caller: Caller) => caller.post(SHIPMENTS, EXAMPLE_SHIPMENT).set('idempotency-key', 'same-key');
  const [mine, others] = [await send(world.caller), await send(other)];
  expect([mine.status, others.status]).toEqual([201, 201]);
  expect(others.headers['idempotent-replayed']).toBeUndefined();
  expect(others.body.id).not.toBe(mine.body.id);
});
