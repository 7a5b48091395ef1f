import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { contractInputExample, exchangeRatesExample } from '../../../../src/modules/rates/v1/examples.ts';
import { openApiDocuments } from '../../../../src/platform/openapi.ts';
import { type Caller, EXAMPLE_SHIPMENT, problemOf, SHIPMENTS, shipmentIn, useTestApp } from '../../../harness/app.ts';
import { callerWithJwt, issuerConfig, startIdentityProvider } from '../../../harness/identity-provider.ts';
import { createTestDatabase } from '../../../harness.ts';

const AUDIT = '/api/authorizing/v1/audit-events';
const GROUPS = '/api/authorizing/v1/permission-groups';
const PROFILES = '/api/shipping/v2/carrier-profiles';
const TOKENS = '/api/authorizing/v1/tokens';
const USERS = '/api/authorizing/v1/users';
const CONTRACTS = '/api/rates/v1/contracts';
const WEBHOOKS = '/api/hooks/v1/webhooks';
const ORDERS = '/v1/orders';

const provider = await startIdentityProvider();
afterAll(() => provider[Symbol.asyncDispose]());
const world = useTestApp(createTestDatabase, { config: { identity: { issuers: [issuerConfig(provider)] } } });

interface AuditBody {
  action: string;
  resource: string;
  actor: { kind: string; id?: string; name: string };
  origin?: Record<string, string>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

async function auditOf(caller: Caller, query = ''): Promise<AuditBody[]> {
  return (await caller.get(`${AUDIT}?limit=200&${query}`)).body.items;
}

const CANARY = 'canary-secret-0f9e';
const profileInput = {
  reference: 'OWN',
  name: 'Own account',
  carrier: 'sandbox',
  serviceLevels: [{ reference: 'STD', name: 'Standard', productCode: '1' }],
  credentials: { username: 'acme', password: CANARY },
};
const scan = { code: 'PickedUp', occurredOn: new Date().toISOString() };

/** Every operation of the API that changes something, done once, by its operationId. */
const MUTATIONS: Record<string, (caller: Caller) => Promise<unknown>> = {
  createShipment: (caller) => caller.createShipment(),
  updateShipment: async (caller) => {
    const { id } = await caller.createShipment();
    return caller.put(`${SHIPMENTS}/${id}`, { ...EXAMPLE_SHIPMENT, reference: 'CHANGED' }).expect(200);
  },
  orderShipment: (caller) => caller.orderedShipment(),
  cancelShipment: async (caller) =>
    caller.put(`${SHIPMENTS}/${(await caller.orderedShipment()).id}/cancel`).expect(200),
  resetShipment: async (caller) => caller.put(`${SHIPMENTS}/${(await caller.orderedShipment()).id}/reset`).expect(200),
  recordTrackingEvent: async (caller) =>
    caller.post(`${SHIPMENTS}/${(await caller.orderedShipment()).id}/tracking-events`, scan).expect(201),
  createCarrierProfile: (caller) => caller.post(PROFILES, { ...profileInput, reference: randomUUID() }).expect(201),
  updateCarrierProfile: async (caller) => {
    const { body } = await caller.post(PROFILES, { ...profileInput, reference: randomUUID() });
    return caller.put(`${PROFILES}/${body.id}`, { ...profileInput, reference: randomUUID() }).expect(200);
  },
  deleteCarrierProfile: async (caller) => {
    const { body } = await caller.post(PROFILES, { ...profileInput, reference: randomUUID() });
    return caller.delete(`${PROFILES}/${body.id}`).expect(204);
  },
  createToken: (caller) => caller.post(TOKENS, { name: 'made', permissionGroups: ['viewer'] }).expect(201),
  revokeToken: async (caller) => {
    const { body } = await caller.post(TOKENS, { name: 'gone', permissionGroups: ['viewer'] });
    return caller.delete(`${TOKENS}/${body.id}`).expect(204);
  },
  createPermissionGroup: (caller) =>
    caller.post(GROUPS, { reference: 'made', name: 'Made', permissions: [] }).expect(201),
  updatePermissionGroup: async (caller) => {
    await caller.post(GROUPS, { reference: 'changed', name: 'Made', permissions: [] });
    return caller.put(`${GROUPS}/changed`, { name: 'Changed', permissions: [] }).expect(200);
  },
  deletePermissionGroup: async (caller) => {
    await caller.post(GROUPS, { reference: 'gone', name: 'Made', permissions: [] });
    return caller.delete(`${GROUPS}/gone`).expect(204);
  },
  resolveBooking: async (caller) => {
    const { id } = await shipmentIn(caller, 'Ordered');
    const hold = { reason: 'booking-outcome-unknown', detail: 'Look.', since: '2026-01-20T10:00:00.000Z' };
    await world.rows('update shipping.shipments set hold = $2 where id = $1', [id, hold]);
    return caller.put(`${SHIPMENTS}/${id}/booking-outcome`, { outcome: 'not-booked' });
  },
  createContract: (caller) => newContract(caller),
  updateContract: async (caller) =>
    caller.put(`${CONTRACTS}/${await newContract(caller)}`, { ...contractInputExample, reference: 'NEW' }).expect(200),
  endContract: async (caller) => caller.delete(`${CONTRACTS}/${await newContract(caller)}`).expect(204),
  setSurcharges: async (caller) =>
    caller.put(`${CONTRACTS}/${await newContract(caller)}/surcharges`, { surcharges: [] }).expect(200),
  importPrices: async (caller) =>
    caller
      .put(`${CONTRACTS}/${await newContract(caller)}/service-levels/DFY-B2C/prices`)
      .type('text/csv')
      .send('kg,DE-ISLANDS\norigin,NL\n2,6.95\n')
      .expect(200),
  setExchangeRates: (caller) => caller.put('/api/rates/v1/exchange-rates', exchangeRatesExample),
  createWebhook: (caller) => newWebhook(caller),
  updateWebhook: async (caller) =>
    caller.put(await newWebhook(caller), { url: 'https://b.example/', events: ['*'] }).expect(200),
  deleteWebhook: async (caller) => caller.delete(await newWebhook(caller)).expect(204),
  rotateSecret: async (caller) => caller.put(`${await newWebhook(caller)}/secret`, {}).expect(200),
  sendTestEvent: async (caller) => caller.post(`${await newWebhook(caller)}/test-events`, {}),
  redeliverEvent: async (caller) => {
    const webhook = await newWebhook(caller);
    const { body } = await caller.post(`${webhook}/test-events`, {});
    return caller.post(`${webhook}/deliveries/${body.id}/attempts`, {});
  },
  startReplay: async (caller) => caller.post(`${await newWebhook(caller)}/replays`, { from: '2026-01-01T00:00:00Z' }),
  createOrder: (caller) => newOrder(caller),
  cancelOrder: async (caller) => caller.post(`${await newOrder(caller)}:cancel`, {}).expect(200),
  payOrder: async (caller) => caller.post(`${await newOrder(caller)}:pay`, { paymentToken: 'tok_ok' }).expect(200),
  refundOrder: async (caller) => {
    const order = await newOrder(caller);
    await caller.post(`${order}:pay`, { paymentToken: 'tok_ok' }).expect(200);
    return caller.post(`${order}:refund`, {}).expect(200);
  },
  updateUser: async (caller) => {
    const { id } = await newUser(caller);
    return caller.put(`${USERS}/${id}`, { permissionGroups: ['operator'], active: true }).expect(200);
  },
};

/** Asked with POST or PUT because of their bodies, and leaving everything as it is. */
const ASKING = ['calculateRates', 'calculateBatch', 'verifyCarrierProfile'];

async function newContract(caller: Caller): Promise<string> {
  const { body } = await caller.post(CONTRACTS, { ...contractInputExample, reference: randomUUID() }).expect(201);
  return body.id;
}

async function newWebhook(caller: Caller): Promise<string> {
  const { body } = await caller.post(WEBHOOKS, { url: 'https://a.example/', events: ['*'] }).expect(201);
  return `${WEBHOOKS}/${body.id}`;
}

async function newOrder(caller: Caller): Promise<string> {
  const sku = 'SKU-1';
  await world.rows(
    'insert into orders.stock_levels (tenant_id, sku, on_hand, reserved) values ($1, $2, 9, 0) on conflict do nothing',
    [caller.tenantId, sku],
  );
  const items = [{ sku, qty: 1, price: { currency: 'EUR', amountMinor: '100' } }];
  const { body } = await caller.post(ORDERS, { customerId: 'jane', items }).expect(201);
  return `${ORDERS}/${body.id}`;
}

async function newUser(caller: Caller): Promise<{ id: string; as: typeof world.server.anonymous }> {
  const token = await provider.token({ tenant_id: caller.tenantId, sub: randomUUID(), name: 'Jane' });
  const as = callerWithJwt(world.server, token);
  return { id: (await as.get(`${USERS}/me`)).body.id, as };
}

test('every operation of every document that changes something is recorded under its operationId', async () => {
  const operations = Object.values(openApiDocuments(world.server.app.http)).flatMap((document) =>
    Object.values((document as { paths: Record<string, Record<string, { operationId: string }>> }).paths).flatMap(
      (path) =>
        Object.entries(path).flatMap(([method, { operationId }]) =>
          method === 'get' || ASKING.includes(operationId) ? [] : [operationId],
        ),
    ),
  );
  expect(Object.keys(MUTATIONS).toSorted()).toEqual(operations.toSorted());
  const caller = await world.server.newCaller();
  for (const [operationId, mutate] of Object.entries(MUTATIONS)) {
    const before = (await auditOf(caller, `action=${operationId}`)).length;
    await mutate(caller);
    expect((await auditOf(caller, `action=${operationId}`)).length, operationId).toBeGreaterThan(before);
  }
  const { body: me } = await caller.get(`${USERS}/me`);
  const byRequests = (await auditOf(caller)).filter(({ origin }) => origin !== undefined);
  const actors = byRequests.filter(({ action }) => action !== 'addUser').map(({ actor }) => actor);
  expect(actors).toEqual(actors.map(() => ({ kind: 'token', id: me.id, name: 'admin' })));
});

test('says who, from where, under which correlation id, and what it was before and after', async () => {
  const caller = await world.server.newCaller();
  const { id, as } = await newUser(caller);
  await caller.put(`${USERS}/${id}`, { permissionGroups: ['operator'], active: true });
  const created = await as
    .post(SHIPMENTS, EXAMPLE_SHIPMENT)
    .set('user-agent', 'warehouse/1.0')
    .set('x-correlation-id', 'parcel-42');
  const [event] = await auditOf(caller, `resource=shipment/${created.body.id}`);
  expect(event).toMatchObject({
    action: 'createShipment',
    actor: { kind: 'user', id, name: 'Jane' },
    origin: {
      address: expect.stringMatching(/127\.0\.0\.1$/),
      userAgent: 'warehouse/1.0',
      correlationId: 'parcel-42',
      requestId: created.headers['x-request-id'],
    },
  });
  expect(event?.before).toBeUndefined();
  expect(event?.after).toEqual(created.body);
});

test('a shipment’s records tell its whole story, each with what the one before left', async () => {
  const caller = await world.server.newCaller();
  const { id } = await caller.createShipment();
  await caller.put(`${SHIPMENTS}/${id}`, { ...EXAMPLE_SHIPMENT, reference: 'CHANGED' });
  await caller.put(`${SHIPMENTS}/${id}/order`);
  await caller.put(`${SHIPMENTS}/${id}/cancel`);
  const story = (await auditOf(caller, `resource=shipment/${id}`)).toReversed();
  expect(story.map(({ action, before, after }) => [action, before?.['status'], after?.['status']])).toEqual([
    ['createShipment', undefined, 'Created'],
    ['updateShipment', 'Created', 'Created'],
    ['orderShipment', 'Created', 'Ordered'],
    ['orderShipment', 'Ordered', 'Accepted'],
    ['cancelShipment', 'Accepted', 'Canceled'],
  ]);
  story.slice(1).forEach(({ before }, index) => expect(before).toEqual(story[index]?.after));
  const { body: shipment } = await caller.get(`${SHIPMENTS}/${id}`);
  const booking = story.find(({ after }) => after?.['status'] === 'Accepted')?.after?.['consignmentId'];
  const bookings = (await auditOf(caller, `resource=consignment/${String(booking)}`)).toReversed();
  expect(bookings.map(({ action, before, after }) => [action, before?.['status'], after?.['status'] ?? after])).toEqual(
    [
      ['orderShipment', undefined, 'Ordered'],
      ['orderShipment', 'Ordered', 'Accepted'],
      ['cancelShipment', undefined, { voidingFor: 'cancel' }],
      ['cancelShipment', 'Accepted', 'Canceled'],
    ],
  );
  // Nothing but what the API shows.
  const { body: shown } = await caller.get(`/api/shipping/v2/consignments/${String(booking)}`);
  expect(Object.keys({ voidingFor: '', ...shown })).toEqual(
    expect.arrayContaining(Object.keys(bookings[3]?.before ?? {})),
  );
  expect(shipment.status).toBe('Canceled');
});

test('what no request asked for is the system’s doing', async () => {
  const caller = await world.server.newCaller();
  await world.server.callerIn(caller, 'viewer');
  const [event] = await auditOf(caller, 'action=createToken');
  expect(event).toMatchObject({
    actor: { kind: 'system', name: 'createToken' },
    resource: expect.stringMatching(/^token\//),
  });
  expect(event?.origin).toBeUndefined();
  expect(event?.actor.id).toBeUndefined();
});

describe('in the transaction of the change', () => {
  test('a change that is refused, or comes to nothing, leaves no record', async () => {
    const caller = await world.server.newCaller();
    const { id } = await caller.createShipment();
    const before = await auditOf(caller);
    const refused = [
      caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, carrierReference: 'NOBODY' }),
      caller.put(`${SHIPMENTS}/${id}`, EXAMPLE_SHIPMENT).set('if-match', '"9"'),
      caller.post(GROUPS, { reference: 'admin', name: 'x', permissions: [] }),
      caller.post(PROFILES, { ...profileInput, reference: 'DHLPX' }),
      caller.post(TOKENS, { name: 'x', permissionGroups: ['nobody'] }),
    ];
    for (const answer of await Promise.all(refused)) expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await auditOf(caller)).toEqual(before);
  });

  test('a record that cannot be written undoes the change', async () => {
    const caller = await world.server.newCaller();
    const { id } = await caller.createShipment();
    const state = async (): Promise<unknown[]> =>
      Promise.all(
        [SHIPMENTS, TOKENS, GROUPS, PROFILES, `${SHIPMENTS}/${id}`].map(async (path) => (await caller.get(path)).body),
      );
    const before = await state();
    await world.rows(
      `alter table platform.audit_events add constraint full_disk check (tenant_id <> '${caller.tenantId}') not valid`,
    );
    const answers = await Promise.all([
      caller.post(SHIPMENTS, EXAMPLE_SHIPMENT),
      caller.put(`${SHIPMENTS}/${id}/cancel`),
      caller.post(TOKENS, { name: 'x', permissionGroups: ['viewer'] }),
      caller.post(GROUPS, { reference: 'x', name: 'x', permissions: [] }),
      caller.post(PROFILES, profileInput),
    ]);
    await world.rows('alter table platform.audit_events drop constraint full_disk');
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500]);
    expect(await state()).toEqual(before);
  });
});

test('no secret is in any record: neither credentials nor keys nor their hashes', async () => {
  const caller = await world.server.newCaller();
  const { body: token } = await caller.post(TOKENS, { name: 'made', permissionGroups: ['viewer'] });
  const { body: profile } = await caller.post(PROFILES, profileInput);
  await caller.put(`${PROFILES}/${profile.id}`, { ...profileInput, credentials: { password: `${CANARY}-2` } });
  await caller.put(`${PROFILES}/${profile.id}`, { ...profileInput, credentials: undefined });
  await caller.delete(`${PROFILES}/${profile.id}`);
  const [{ text } = { text: '' }] = await world.rows<{ text: string }>(
    `select string_agg(to_jsonb(a)::text, ' ') as text from platform.audit_events a where tenant_id = $1`,
    [caller.tenantId],
  );
  const [stored] = await world.rows<{ hash: string; credentials: string }>(
    `select encode(secret_hash, 'hex') as hash from authorizing.api_tokens where id = $1`,
    [token.id],
  );
  expect(text).toContain(token.id);
  for (const secret of [CANARY, token.apiKey.slice(21), caller.apiKey.slice(21), stored?.hash ?? 'none', 'acme']) {
    expect(text).not.toContain(secret);
  }
  const changes = (await auditOf(caller, `resource=carrier-profile/${profile.id}`)).toReversed();
  expect(
    changes.map(({ before, after }) => [
      before?.['hasCredentials'],
      after?.['hasCredentials'],
      after?.['credentialsChanged'],
    ]),
  ).toEqual([
    [undefined, true, undefined],
    [true, true, true],
    [true, true, undefined],
    [true, undefined, undefined],
  ]);
});

describe('GET /audit-events', () => {
  test('filters by actor, action, resource and time, and pages with links', async () => {
    const caller = await world.server.newCaller();
    const other = await world.server.callerIn(caller, 'admin');
    const { body: me } = await other.get(`${USERS}/me`);
    const before = new Date().toISOString();
    const { id } = await other.createShipment();
    await other.createShipment();
    await caller.createShipment();
    const actions = async (query: string): Promise<string[]> =>
      (await auditOf(caller, query)).map(({ action }) => action);
    expect(await actions(`actorId=${me.id}`)).toEqual(['createShipment', 'createShipment']);
    expect(await actions(`resource=shipment/${id}`)).toEqual(['createShipment']);
    expect(await actions(`action=createShipment&from=${before}`)).toHaveLength(3);
    expect(await actions(`action=createShipment&to=${before}`)).toEqual([]);
    const { body } = await caller.get(`${AUDIT}?action=createShipment&limit=1&offset=1`);
    expect(body).toMatchObject({ total: 3, limit: 1, offset: 1, items: [{ action: 'createShipment' }] });
    expect(body._links).toEqual({
      self: { href: `${AUDIT}?action=createShipment&limit=1&offset=1` },
      next: { href: `${AUDIT}?action=createShipment&limit=1&offset=2` },
      prev: { href: `${AUDIT}?action=createShipment&limit=1&offset=0` },
    });
    const beyond = await caller.get(`${AUDIT}?action=createShipment&offset=50`);
    expect(beyond.body).toMatchObject({ total: 3, items: [] });
  });

  test('counts no further than a thousand beyond the page, and still says that there is more', async () => {
    const caller = await world.server.newCaller();
    await world.rows(
      `insert into platform.audit_events (tenant_id, id, action, actor_kind, actor_name, resource)
        select $1, gen_random_uuid(), 'planted', 'system', 'test', 'thing/' || n from generate_series(1, 1500) n`,
      [caller.tenantId],
    );
    const page = async (offset: number) => (await caller.get(`${AUDIT}?action=planted&limit=10&offset=${offset}`)).body;
    expect(await page(0)).toMatchObject({ total: 1_010, _links: { next: {} } });
    expect(await page(600)).toMatchObject({ total: 1_500 });
    expect((await page(1_490))._links.next).toBeUndefined();
  });

  test.each(['from=yesterday', 'actorId=me', 'resource=', 'limit=0', 'limit=201', 'unknown=1', 'action=%00'])(
    'answers 400 for %s',
    async (query) => {
      expect((await world.caller.get(`${AUDIT}?${query}`)).status).toBe(400);
    },
  );

  test('answers 401 without credentials, 403 without the permission, and nothing of another tenant', async () => {
    expect(problemOf(await world.server.anonymous.get(AUDIT))).toBe('401 unauthenticated');
    const viewer = await world.server.callerIn(world.caller, 'viewer');
    expect(problemOf(await viewer.get(AUDIT))).toBe('403 forbidden');
    const { id } = await world.caller.createShipment();
    const other = await world.server.newCaller();
    expect(await auditOf(other, `resource=shipment/${id}`)).toEqual([]);
  });
});
