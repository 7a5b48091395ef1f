import { beforeAll, describe, expect, test } from 'vitest';
import { BUILT_IN_GROUPS, PERMISSIONS } from '../../../../src/modules/authorizing/permissions.ts';
import { type Caller, problemOf, useTestApp } from '../../../harness/app.ts';
import { eventually, LOOPBACK_ALLOWED, startReceiver } from '../../../harness/receiver.ts';
import { createTestDatabase } from '../../../harness.ts';

const HOOKS = '/api/hooks/v1/webhooks';
const URL_THERE = 'https://erp.acme.example/hook';
const world = useTestApp(createTestDatabase, { background: true, config: LOOPBACK_ALLOWED });

/** May do everything with webhooks, and reads shipments and nothing else. */
let shipper: Caller;

beforeAll(async () => {
  const made = await world.caller.post('/api/authorizing/v1/permission-groups', {
    reference: 'shipper',
    name: 'Shipper',
    permissions: ['hooks.webhooks:read', 'hooks.webhooks:write', 'shipping.shipments:read'],
  });
  if (made.status !== 201) throw new Error(made.text);
  shipper = await world.server.callerIn(world.caller, 'shipper');
});

const ORDERS_MISSING = [
  { eventType: 'oms.order_status_changed', permission: 'oms.orders:read' },
  { eventType: 'oms.payment_status_changed', permission: 'oms.orders:read' },
];
const CONSIGNMENTS_MISSING = ['accepted', 'declined'].map((what) => ({
  eventType: `consignment.${what}`,
  permission: 'shipping.consignments:read',
}));

async function created(caller: Caller, events: string[], change: object = {}): Promise<{ id: string; self: string }> {
  const answer = await caller.post(HOOKS, { url: URL_THERE, events, ...change });
  if (answer.status !== 201) throw new Error(answer.text);
  return { id: answer.body.id, self: `${HOOKS}/${answer.body.id}` };
}

test('every event type names a permission to read, as its list does', async () => {
  const { body } = await world.caller.get('/api/hooks/v1/event-types?limit=200');
  expect(body.items.length).toBeGreaterThan(10);
  for (const { type, permission } of body.items) {
    expect(PERMISSIONS, type).toContain(permission);
    expect(permission, type).toMatch(/:read$/);
  }
});

test('whoever may change webhooks by a built-in group may subscribe to everything', async () => {
  const groups = Object.entries(BUILT_IN_GROUPS).filter(([, group]) =>
    group.permissions.includes('hooks.webhooks:write'),
  );
  expect(groups.map(([reference]) => reference)).toEqual(['admin', 'integrator']);
  for (const [reference] of groups) {
    const { id } = await created(await world.server.callerIn(world.caller, reference), ['*']);
    expect(id).toBeDefined();
  }
});

describe('a webhook', () => {
  test.each<[string, string[], readonly object[]]>([
    ['a type', ['shipment.created', 'consignment.accepted'], CONSIGNMENTS_MISSING.slice(0, 1)],
    ['all of a resource', ['consignment.*', 'oms.*'], [...CONSIGNMENTS_MISSING, ...ORDERS_MISSING]],
  ])(
    'that is to be told of %s that its maker may not read is refused, naming types and permissions',
    async (_name, events, missing) => {
      const answer = await shipper.post(HOOKS, { url: URL_THERE, events });
      expect(problemOf(answer)).toBe('403 events-not-readable');
      expect(answer.body.missing).toEqual(missing);
      for (const { eventType, permission } of answer.body.missing)
        expect(answer.body.detail).toContain(`${eventType} (${permission})`);
    },
  );

  test('that is to be told of everything needs every permission to read', async () => {
    const answer = await shipper.post(HOOKS, { url: URL_THERE, events: ['*'] });
    expect(problemOf(answer)).toBe('403 events-not-readable');
    const permissions = answer.body.missing.map(({ permission }: { permission: string }) => permission);
    expect([...new Set(permissions)].toSorted()).toEqual([
      'oms.orders:read',
      'rates.contracts:read',
      'shipping.consignments:read',
    ]);
    await created(shipper, ['shipment.*', 'webhook.disabled']);
  });

  test('may be changed by whoever may read less, as long as nobody is told more by it', async () => {
    const { self } = await created(world.caller, ['oms.*', 'shipment.created']);
    const same = { url: URL_THERE, events: ['shipment.*', 'oms.order_status_changed'] };
    expect((await shipper.put(self, { ...same, description: 'renamed', active: false })).status).toBe(200);
    expect((await shipper.put(self, { ...same, active: true, ordering: 'per-subject' })).status).toBe(200);
    const added = await shipper.put(self, { ...same, events: [...same.events, 'consignment.accepted'] });
    expect(problemOf(added)).toBe('403 events-not-readable');
    expect(added.body.missing).toEqual(CONSIGNMENTS_MISSING.slice(0, 1));
    expect((await world.caller.get(self)).body.events).toEqual(same.events);
  });

  test.each<[string, object]>([
    ['another URL', { url: 'https://elsewhere.example/' }],
    ['other headers', { headers: { Authorization: 'Bearer mine' } }],
  ])(
    'is not led elsewhere, with %s, by whoever may not read all that it is told or waits to be told',
    async (_name, change) => {
      const { id, self } = await created(world.caller, ['oms.*', 'shipment.created']);
      const kept = { url: URL_THERE, events: ['shipment.created'] };
      // Neither at once with giving up what may not be read,
      expect((await shipper.put(self, { ...kept, ...change })).body.missing).toEqual(ORDERS_MISSING);
      await world.rows(
        `with m as (insert into hooks.messages (tenant_id, event_id, body) values ($1, uuidv7(), '{}') returning event_id)
       insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
       select $1, $2, uuidv7(), event_id, 'oms.order_status_changed', 'order/x', 1, 'Pending', 1, 1, now() + interval '1 day' from m`,
        [world.caller.tenantId, id],
      );
      // nor after it, while some of that is still to be sent.
      expect((await shipper.put(self, kept)).status).toBe(200);
      const early = await shipper.put(self, { ...kept, ...change });
      expect(early.body.missing).toEqual(ORDERS_MISSING.slice(0, 1));
      await world.rows(`update hooks.deliveries set status = 'Failed', next_attempt_on = null where webhook_id = $1`, [
        id,
      ]);
      expect((await shipper.put(self, { ...kept, ...change })).status).toBe(200);
      const [failed] = (await shipper.get(`${self}/deliveries`)).body.items;
      const again = await shipper.post(`${failed._links.self.href}/attempts`);
      expect(problemOf(again)).toBe('403 events-not-readable');
      expect(again.body.missing).toEqual(ORDERS_MISSING.slice(0, 1));
    },
  );
});

test('what is of a type that no release knows any more is led nowhere, and its answers are shown to nobody', async () => {
  const { id, self } = await created(world.caller, ['shipment.created']);
  const input = { url: URL_THERE, events: ['shipment.created'] };
  await world.rows(
    `with m as (insert into hooks.messages (tenant_id, event_id, body) values ($1, uuidv7(), '{}') returning event_id)
     insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
     select $1, $2, uuidv7(), event_id, 'parcel.weighed', 'parcel/x', 1, 'Pending', 1, 1, now() + interval '1 day' from m`,
    [world.caller.tenantId, id],
  );
  const [waiting] = (await world.caller.get(`${self}/deliveries`)).body.items;
  for (const answer of [
    await world.caller.post(`${waiting._links.self.href}/attempts`),
    await world.caller.put(self, { ...input, url: 'https://elsewhere.example/' }),
  ]) {
    expect(problemOf(answer)).toBe('403 events-not-readable');
    expect(answer.body.missing).toEqual([{ eventType: 'parcel.weighed' }]);
    expect(answer.body.detail).toContain('parcel.weighed (no longer known, nobody may)');
  }
  expect((await world.caller.put(self, { ...input, description: 'stays where it is' })).status).toBe(200);
});

test('what a receiver answered, which can repeat the event, is shown to whoever may read that, and a test event tells nothing', async () => {
  await using receiver = await startReceiver();
  receiver.answer((_request, response, { body }) => void response.writeHead(200).end(body));
  const { self } = await created(world.caller, ['shipment.created'], { url: receiver.url });
  const stranger = await world.server.callerIn(world.caller, 'shipper');
  const sent = await stranger.post(`${self}/test-events`, { eventType: 'consignment.accepted' });
  expect(sent.status).toBe(201);
  await receiver.got(1);
  await world.caller.createShipment();
  const answered = await eventually(async () => {
    const { items } = (await shipper.get(`${self}/deliveries?status=Succeeded`)).body;
    expect(items).toHaveLength(2);
    return items as { eventType: string; _links: { self: { href: string } } }[];
  });
  for (const { eventType, _links } of answered) {
    const [all, some] = [await world.caller.get(_links.self.href), await shipper.get(_links.self.href)];
    expect(all.body.attempts[0].responseBody).toContain(eventType);
    const isReadable = eventType === 'shipment.created';
    expect(some.body.attempts[0].responseBody).toBe(isReadable ? all.body.attempts[0].responseBody : undefined);
  }
  expect(receiver.received.map(({ body }) => (JSON.parse(body) as { test?: true }).test)).toEqual([true, undefined]);
});
