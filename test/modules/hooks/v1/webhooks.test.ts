import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { timeOfId } from '../../../../src/platform/ids.ts';
import { type Caller, fieldsOf, NO_SUCH_ID, problemOf, useTestApp, withoutId } from '../../../harness/app.ts';
import {
  eventually,
  LOOPBACK_ALLOWED,
  type Received,
  type Receiver,
  startReceiver,
} from '../../../harness/receiver.ts';
import { createTestDatabase } from '../../../harness.ts';

const HOOKS = '/api/hooks/v1/webhooks';
const CANARY = 'c4n4ry';
let now = new Date();
const world = useTestApp(createTestDatabase, { background: true, config: LOOPBACK_ALLOWED, clock: () => now });
let receiver: Receiver;
let caller: Caller;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver[Symbol.asyncDispose]());
beforeEach(async () => {
  caller = await world.server.newCaller();
  receiver.received.length = 0;
});

const INPUT = {
  url: 'https://erp.acme.example/hook?token=1',
  events: ['shipment.accepted', 'consignment.*'],
  description: 'ERP',
  headers: { 'X-Api-Key': CANARY },
};
const { headers: _headers, ...SHOWN } = INPUT;
const signatureOf = ({ headers }: Received): Record<string, string> => ({
  'webhook-id': String(headers['webhook-id']),
  'webhook-timestamp': String(headers['webhook-timestamp']),
  'webhook-signature': String(headers['webhook-signature']),
});

/** What the receiver makes of it at this time. @throws WebhookVerificationError */
function verify(secret: string, received: Received): unknown {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  try {
    return new Webhook(secret).verify(received.body, signatureOf(received));
  } finally {
    vi.useRealTimers();
  }
}

async function created(change: object = {}): Promise<{ id: string; secret: string }> {
  const answer = await caller.post(HOOKS, { ...INPUT, ...change });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

/** A webhook beside the one under test: what it got has been given to every webhook that was to have it. */
async function witness(): Promise<{ got(count: number): Promise<void> }> {
  const own = await startReceiver();
  onTestFinished(() => own[Symbol.asyncDispose]());
  await created({ url: own.url, events: ['shipment.created'] });
  return { got: async (count) => void (await own.got(count)) };
}

describe('creating one', () => {
  test('answers 201 with its secret, which is nowhere else, and never with the values of its headers', async () => {
    const answer = await caller.post(HOOKS, INPUT);
    expect(answer.status).toBe(201);
    const { id, secret, createdOn } = answer.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = {
      ...SHOWN,
      id,
      version: 1,
      headerNames: ['X-Api-Key'],
      ordering: 'none',
      active: true,
      createdOn,
      updatedOn: createdOn,
      _links: { self: { href: `${HOOKS}/${id}` }, deliveries: { href: `${HOOKS}/${id}/deliveries` } },
    };
    expect(answer.body).toEqual({ ...shown, secret });
    expect(answer.headers).toMatchObject({ location: `${HOOKS}/${id}`, etag: '"1"' });
    expect((await caller.get(`${HOOKS}/${id}`)).body).toEqual(shown);
    const texts = [
      (await caller.get(HOOKS)).text,
      (await caller.put(`${HOOKS}/${id}`, INPUT)).text,
      (await caller.get('/api/authorizing/v1/audit-events')).text,
      JSON.stringify(await world.rows('select to_jsonb(w) from hooks.webhooks w where id = $1', [id])),
    ];
    for (const text of texts) {
      for (const hidden of [CANARY, Buffer.from(CANARY).toString('hex'), secret.slice(6)])
        expect(text).not.toContain(hidden);
    }
    expect(texts[2]).toContain(`webhook/${id}`);
  });

  test.each<[string, object, string, RegExp]>([
    ['a URL that is none', { url: 'erp' }, '/url', /absolute URL/],
    ['another protocol', { url: 'ftp://erp.example/' }, '/url', /absolute URL/],
    ['a user name', { url: 'https://a:b@erp.example/' }, '/url', /headers/],
    ['a fragment', { url: 'https://erp.example/#x' }, '/url', /fragment/],
    ['a private address', { url: 'https://10.0.0.1/' }, '/url', /HOOKS_ALLOWED_NETWORKS/],
    ['the metadata service', { url: 'http://169.254.169.254/latest' }, '/url', /HOOKS_ALLOWED_NETWORKS/],
    ['an address in disguise', { url: 'https://0x0a000001/' }, '/url', /HOOKS_ALLOWED_NETWORKS/],
    ['a public address without TLS', { url: 'http://93.184.216.34/' }, '/url', /https/],
    ['an unknown type', { events: ['shipment.lost'] }, '/events/0', /There is no event type/],
    ['no types', { events: [] }, '/events', /at least 1/],
    ['a type twice', { events: ['*', '*'] }, '/events', /.+/],
    ['a header of the exchange', { headers: { Host: 'x' } }, '/headers/Host', /sender itself/],
    ['a signature', { headers: { 'Webhook-Id': 'x' } }, '/headers/Webhook-Id', /sender itself/],
    ['a header with a line break', { headers: { 'X-A': 'a\r\nb' } }, '/headers/X-A', /.+/],
    ['another content type', { headers: { 'Content-Type': 'text/xml' } }, '/headers/Content-Type', /json/],
    ['an unknown ordering', { ordering: 'strict' }, '/ordering', /one of/],
  ])('answers 400 for %s', async (_name, change, pointer, message) => {
    const answer = await caller.post(HOOKS, { ...INPUT, ...change });
    expect(problemOf(answer)).toBe('400 validation');
    expect(answer.body.errors).toMatchObject([{ pointer, message: expect.stringMatching(message) as string }]);
  });

  test('answers 409 for the 501st', async () => {
    await world.rows(
      `insert into hooks.webhooks (tenant_id, id, url, events, ordering, active, secrets, header_names, event_sequence, version, created_on, updated_on)
       select $1, uuidv7(), 'https://a.example', '{*}', 'none', false, '', '{}', 0, 1, now(), now() from generate_series(1, 500)`,
      [caller.tenantId],
    );
    expect(problemOf(await caller.post(HOOKS, INPUT))).toBe('409 too-many-webhooks');
  });
});

describe('changing one', () => {
  test('keeps the headers that are left out, and takes them away when there are none', async () => {
    const { id } = await created({ url: receiver.url, events: ['*'] });
    const kept = await caller.put(`${HOOKS}/${id}`, { url: receiver.url, events: ['*'] });
    expect(kept.body).toMatchObject({ version: 2, headerNames: ['X-Api-Key'] });
    await caller.createShipment();
    expect((await receiver.got(1))[0]?.headers['x-api-key']).toBe(CANARY);
    const none = await caller.put(`${HOOKS}/${id}`, { url: receiver.url, events: ['*'], headers: {} });
    expect(none.body.headerNames).toEqual([]);
  });

  test('answers 412 for a version that is not the newest', async () => {
    const { id } = await created();
    expect((await caller.put(`${HOOKS}/${id}`, INPUT).set('if-match', '"1"')).status).toBe(200);
    expect(problemOf(await caller.put(`${HOOKS}/${id}`, INPUT).set('if-match', '"1"'))).toBe('412 precondition-failed');
  });

  test('to inactive ends what is sent, and removing it answers 404 from then on', async () => {
    const { got } = await witness();
    const { id } = await created({ url: receiver.url, events: ['*'] });
    await caller.put(`${HOOKS}/${id}`, { url: receiver.url, events: ['*'], active: false });
    await caller.createShipment();
    await got(1);
    expect((await caller.get(`${HOOKS}/${id}/deliveries`)).body.items).toEqual([]);
    expect(problemOf(await caller.post(`${HOOKS}/${id}/test-events`, {}))).toBe('409 webhook-inactive');
    expect((await caller.delete(`${HOOKS}/${id}`)).status).toBe(204);
    expect(problemOf(await caller.get(`${HOOKS}/${id}`))).toBe('404 not-found');
    expect(receiver.received).toEqual([]);
  });
});

describe('the count of failures', () => {
  const failing = new Date('2026-01-18T08:00:00Z');
  const since = async (self: string): Promise<unknown> => (await caller.get(self)).body.failingSince;

  test.each<[string, object, boolean]>([
    ['a description', { description: 'renamed' }, false],
    ['events, headers and ordering', { events: ['shipment.*'], headers: { a: 'b' }, ordering: 'per-subject' }, false],
    ['nothing', {}, false],
    ['being inactive', { active: false }, false],
    ['the URL', { url: 'https://elsewhere.example/hook' }, true],
  ])('that changes with %s begins anew only where the receiver is another', async (_, change, isForgiven) => {
    const { id } = await created();
    const self = `${HOOKS}/${id}`;
    await world.rows('update hooks.webhooks set failing_since = $2 where id = $1', [id, failing]);
    const { url, events } = (await caller.get(self)).body;
    const changed = await caller.put(self, { url, events, ...change });
    const expected = isForgiven ? undefined : failing.toISOString();
    expect([changed.status, changed.body.failingSince, await since(self)]).toEqual([200, expected, expected]);
    if ('active' in change) {
      expect((await caller.put(self, { url, events })).status).toBe(200);
      expect(await since(self)).toBeUndefined();
    }
  });
});

describe('a body that may be empty', () => {
  test.each([
    ['put', 'secret', 200],
    ['post', 'test-events', 201],
  ] as const)('may be left out: %s %s', async (method, name, status) => {
    const { id } = await created();
    const answer = await caller[method](`${HOOKS}/${id}/${name}`);
    expect([answer.status, answer.text]).toEqual([status, expect.any(String)]);
    const none = await caller[method](`${HOOKS}/${id}/${name}`).set('content-type', 'application/json').send('null');
    expect([problemOf(none), fieldsOf(none)]).toEqual(['400 validation', ['Data ']]);
    const { paths } = (await caller.get('/openapi/hooks.v1.json').then(({ text }) => JSON.parse(text))) as {
      paths: Record<string, Record<string, { requestBody: { required: boolean } }>>;
    };
    expect(paths[`/api/hooks/v1/webhooks/{id}/${name}`]?.[method]?.requestBody.required).toBe(false);
  });
});

describe('the secret', () => {
  test('when rotated signs beside the former one for 24 hours, and then alone', async () => {
    const { id, secret } = await created({ url: receiver.url, events: ['*'] });
    const mine = `whsec_${randomBytes(24).toString('base64')}`;
    const rotated = await caller.put(`${HOOKS}/${id}/secret`, { secret: mine });
    expect(rotated.body).toEqual({
      secret: mine,
      previousExpiresOn: new Date(now.getTime() + 86_400_000).toISOString(),
    });
    await caller.createShipment();
    const [first] = (await receiver.got(1)) as [Received];
    for (const live of [secret, mine]) verify(live, first);
    now = new Date(now.getTime() + 86_400_000);
    await caller.createShipment();
    const [, second] = (await receiver.got(2)) as [Received, Received];
    verify(mine, second);
    expect(() => verify(secret, second)).toThrow('No matching signature');
  });

  test('is given anew where the former ones were kept under another secret key', async () => {
    const { id } = await created({ url: receiver.url, events: ['*'] });
    await world.rows('update hooks.webhooks set secrets = $2 where id = $1', [id, Buffer.alloc(64)]);
    const rotated = await caller.put(`${HOOKS}/${id}/secret`, {});
    expect(rotated.status).toBe(200);
    await caller.createShipment();
    const [message] = (await receiver.got(1)) as [Received];
    verify(String(rotated.body.secret), message);
  });

  test('cannot be short, and no more than five are live', async () => {
    const { id } = await created();
    expect(fieldsOf(await caller.put(`${HOOKS}/${id}/secret`, { secret: 'whsec_c2hvcnQ=' }))).toEqual([
      'Data.Secret /secret',
    ]);
    for (let turn = 1; turn <= 4; turn++) expect((await caller.put(`${HOOKS}/${id}/secret`, {})).status).toBe(200);
    expect(problemOf(await caller.put(`${HOOKS}/${id}/secret`, {}))).toBe('409 too-many-secrets');
  });
});

describe('sending again', () => {
  test('a test event is an example, signed, marked and recorded', async () => {
    const { id, secret } = await created({ url: receiver.url });
    const sent = await caller.post(`${HOOKS}/${id}/test-events`, { eventType: 'shipment.canceled' });
    expect(sent.status).toBe(201);
    const [first] = (await receiver.got(1)) as [Received];
    expect(first.headers['webhook-id']).toBe(sent.body.eventId);
    expect(JSON.parse(first.body)).toMatchObject({ type: 'shipment.canceled', test: true });
    expect(verify(secret, first)).toMatchObject({ id: sent.body.eventId });
    const self = sent.body._links.self.href;
    await eventually(async () => expect((await caller.get(self)).body.status).toBe('Succeeded'));
    expect(fieldsOf(await caller.post(`${HOOKS}/${id}/test-events`, { eventType: 'no.such' }))).toEqual([
      'Data.EventType /eventType',
    ]);
  });

  test('where a webhook wants no type that there is, a test event has to be named', async () => {
    const { id } = await created({ url: receiver.url });
    await world.rows(`update hooks.webhooks set events = '{parcel.weighed}' where id = $1`, [id]);
    const { body } = await caller.post(`${HOOKS}/${id}/test-events`, {});
    expect(body.errors).toMatchObject([
      { pointer: '/eventType', message: expect.stringMatching(/^Is required, .*shipment\.created/) },
    ]);
  });

  test('a delivery is sent again with the same id, as a further attempt', async () => {
    const { id } = await created({ url: receiver.url, events: ['shipment.created'] });
    await caller.createShipment();
    const [delivery] = await eventually(async () => {
      const { items } = (await caller.get(`${HOOKS}/${id}/deliveries?status=Succeeded`)).body;
      expect(items).toHaveLength(1);
      return items;
    });
    const again = await caller.post(`${delivery._links.self.href}/attempts`);
    expect(again.status).toBe(202);
    const received = await receiver.got(2);
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([delivery.eventId]));
    await eventually(async () => {
      const { body } = await caller.get(delivery._links.self.href);
      expect(body).toMatchObject({ status: 'Succeeded', attempts: [{ number: 1 }, { number: 2 }] });
    });
  });

  test('a replay sends what was missed, and says how far it has come', async () => {
    const { got } = await witness();
    const { id } = await created({ url: receiver.url, events: ['shipment.created'], active: false });
    for (let count = 0; count < 5; count++) await caller.createShipment();
    // Who is to have an event is decided when it is published, a moment after it happened.
    await got(5);
    const input = { url: receiver.url, events: ['shipment.created'] };
    await caller.put(`${HOOKS}/${id}`, input);
    await caller.createShipment();
    await receiver.got(1);
    const from = new Date(Date.now() - 60_000).toISOString();
    const to = new Date(Date.now() + 60_000).toISOString();
    const replay = await caller.post(`${HOOKS}/${id}/replays`, { from, to, status: 'Missing' });
    expect(replay.body).toMatchObject({ status: 'Running', total: 6, examined: 0, queued: 0, deliveries: 'Missing' });
    expect(replay.status).toBe(202);
    await receiver.got(6);
    await eventually(async () =>
      expect((await caller.get(replay.body._links.self.href)).body).toMatchObject({
        status: 'Completed',
        examined: 6,
        queued: 5,
      }),
    );
    expect(fieldsOf(await caller.post(`${HOOKS}/${id}/replays`, { from: to, to: from }))).toEqual(['Data.From /from']);
  });

  test('a replay of what failed sends that, of the range that was asked for, and nothing else', async () => {
    const { id } = await created({ url: receiver.url, events: ['shipment.created'] });
    const shipments = [];
    for (let count = 0; count < 4; count++) shipments.push(await caller.createShipment());
    await receiver.got(4);
    const [early, failed, , late] = shipments;
    await eventually(async () =>
      expect((await caller.get(`${HOOKS}/${id}/deliveries?status=Succeeded`)).body.items).toHaveLength(4),
    );
    await world.rows(`update hooks.deliveries set status = 'Failed' where webhook_id = $1 and subject = any($2)`, [
      id,
      [early, failed, late].map((each) => `shipment/${each?.id}`),
    ]);
    const happened = async (shipment: typeof early): Promise<Date> => {
      const [event] = await world.rows<{ id: string }>('select id from platform.events where subject = $1', [
        `shipment/${shipment?.id}`,
      ]);
      return timeOfId(event?.id ?? '');
    };
    const range = {
      from: new Date((await happened(early)).getTime() + 1).toISOString(),
      to: (await happened(late)).toISOString(),
    };
    const replay = await caller.post(`${HOOKS}/${id}/replays`, { ...range, status: 'Failed' });
    await receiver.got(5);
    expect(JSON.parse(receiver.received[4]?.body ?? '')).toMatchObject({ subject: `shipment/${failed?.id}` });
    await eventually(async () =>
      expect((await caller.get(replay.body._links.self.href)).body).toMatchObject({ status: 'Completed', queued: 1 }),
    );
  });
});

test('the event types come with a schema that their example obeys, and no reference that leads nowhere', async () => {
  const { body } = await caller.get('/api/hooks/v1/event-types?limit=200');
  const types = body.items.map(({ type }: { type: string }) => type);
  expect(types).toEqual(expect.arrayContaining(['shipment.created', 'consignment.accepted', 'webhook.disabled']));
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { fullFormats } = await import('ajv-formats/dist/formats.js');
  for (const { dataSchema, example } of body.items) {
    expect(example.subject).toMatch(/^(shipment|consignment|contract|order|payment|webhook)\/[0-9a-f-]{36}$/);
    const validate = new Ajv2020({ formats: fullFormats as never, strict: false }).compile(dataSchema);
    expect([example.type, validate(example.data), validate.errors]).toEqual([example.type, true, null]);
  }
});

test('another tenant’s webhook, delivery and replay are not there, exactly like what never was', async () => {
  const { id } = await created({ url: receiver.url });
  const test = await caller.post(`${HOOKS}/${id}/test-events`, {});
  const stranger = await world.server.newCaller();
  const delivery = test.body.id;
  const asks: ((webhook: string) => PromiseLike<Parameters<typeof problemOf>[0]>)[] = [
    (each) => stranger.get(`${HOOKS}/${each}`),
    (each) => stranger.put(`${HOOKS}/${each}`, INPUT),
    (each) => stranger.delete(`${HOOKS}/${each}`),
    (each) => stranger.put(`${HOOKS}/${each}/secret`, {}),
    (each) => stranger.post(`${HOOKS}/${each}/test-events`, {}),
    (each) => stranger.get(`${HOOKS}/${each}/deliveries`),
    (each) => stranger.get(`${HOOKS}/${each}/deliveries/${delivery}`),
    (each) => stranger.post(`${HOOKS}/${each}/deliveries/${delivery}/attempts`),
    (each) => stranger.post(`${HOOKS}/${each}/replays`, { from: '2026-01-01T00:00:00Z' }),
    (each) => stranger.get(`${HOOKS}/${each}/replays/${delivery}`),
  ];
  for (const ask of asks) {
    const [hidden, missing] = [await ask(id), await ask(NO_SUCH_ID)];
    expect(problemOf(hidden)).toBe('404 not-found');
    expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
  }
  expect((await stranger.get(HOOKS)).body.items).toEqual([]);
});

test('answers 401 without credentials and 403 naming the permission', async () => {
  const { anonymous } = world.server;
  expect(problemOf(await anonymous.get(HOOKS))).toBe('401 unauthenticated');
  const viewer = await world.server.callerIn(caller, 'viewer');
  const operator = await world.server.callerIn(caller, 'operator');
  const integrator = await world.server.callerIn(caller, 'integrator');
  expect((await viewer.get(HOOKS)).body.permission).toBe('hooks.webhooks:read');
  expect((await integrator.post(HOOKS, INPUT)).status).toBe(201);
  expect((await operator.get(HOOKS)).status).toBe(200);
  expect((await operator.post(HOOKS, INPUT)).body.permission).toBe('hooks.webhooks:write');
});
