import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fingerprintOf } from '../../src/platform/idempotency-key.ts';
import { createIdempotentWork } from '../../src/platform/idempotent-work.ts';
import { createSecretBox } from '../../src/platform/secret-box.ts';
import { problemOf } from '../harness/app.ts';
import {
  type Caller,
  createTestDatabase,
  EXAMPLE_SHIPMENT,
  PROBLEMS,
  SHIPMENTS,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '../harness.ts';

let database: TestDatabase;
let server: TestApp;
let caller: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startTestApp(database);
  caller = await server.newCaller();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const create = (key: string, body: unknown = EXAMPLE_SHIPMENT) =>
  caller.post(SHIPMENTS, body).set('idempotency-key', key);

async function countShipments(reference: string): Promise<number> {
  const { body } = await caller.get(`${SHIPMENTS}?reference=${reference}`);
  return (body as { total: number }).total;
}

test('answers the same bytes to the same key and does the work once', async () => {
  const reference = `once-${randomUUID()}`;
  const key = randomUUID();
  const first = await create(key, { ...EXAMPLE_SHIPMENT, reference });
  const second = await create(`"${key}"`, { ...EXAMPLE_SHIPMENT, reference });
  expect(first.status).toBe(201);
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(second.status).toBe(201);
  expect(second.headers['idempotent-replayed']).toBe('true');
  expect(second.text).toBe(first.text);
  for (const name of ['content-type', 'etag', 'location']) expect(second.headers[name]).toBe(first.headers[name]);
  expect(await countShipments(reference)).toBe(1);
});

test('does the work once for a hundred simultaneous requests with one key', async () => {
  const reference = `hundred-${randomUUID()}`;
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 100 }, () => create(key, { ...EXAMPLE_SHIPMENT, reference })));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect(answers.filter((answer) => answer.headers['idempotent-replayed'] === undefined)).toHaveLength(1);
  expect(await countShipments(reference)).toBe(1);
});

test('a hundred requests that wait for one slow answer hold no other request up', async () => {
  const { id } = await caller.createShipment({ reference: 'SANDBOX-SLOW' });
  const other = await server.newCaller();
  const theirs = await other.createShipment();
  const key = randomUUID();
  let answered = 0;
  const orders = Array.from({ length: 100 }, async () => {
    const answer = await caller.put(`${SHIPMENTS}/${id}/order`).set('idempotency-key', key);
    answered++;
    return answer;
  });
  for (let reads = 0; reads < 5; reads++) expect((await other.get(`${SHIPMENTS}/${theirs.id}`)).status).toBe(200);
  expect(answered).toBe(0);
  const answers = await Promise.all(orders);
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});

test('answers 422 when a key comes again with another request', async () => {
  const key = randomUUID();
  await create(key);
  const answer = await create(key, { ...EXAMPLE_SHIPMENT, reference: 'another' });
  expect(answer.status).toBe(422);
  expect(answer.body.type).toBe(`${PROBLEMS}/idempotency-key-reused`);
});

test('the whole query belongs to the request, also what comes after another question mark', () => {
  const fingerprints = ['', '?a=1', '?a=1?x=1', '?a=1?x=2', '??'].map((query) =>
    fingerprintOf({ method: 'POST', url: `/things${query}`, body: undefined }).toString('hex'),
  );
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
});

test('keeps keys of different tenants, credentials and operations apart', async () => {
  const key = randomUUID();
  const other = await server.newCaller();
  const mine = await create(key);
  const theirs = await other.post(SHIPMENTS, EXAMPLE_SHIPMENT).set('idempotency-key', key);
  const ordered = await caller.put(`${SHIPMENTS}/${mine.body.id}/order`).set('idempotency-key', key);
  expect([mine.status, theirs.status, ordered.status]).toEqual([201, 201, 200]);
  expect(theirs.body.id).not.toBe(mine.body.id);
});

test('keeps keys of two credentials of one tenant apart', async () => {
  const key = randomUUID();
  const colleague = await server.callerIn(caller, 'admin');
  const mine = await create(key);
  const theirs = await colleague.post(SHIPMENTS, EXAMPLE_SHIPMENT).set('idempotency-key', key);
  expect([mine.status, theirs.status]).toEqual([201, 201]);
  expect(theirs.body.id).not.toBe(mine.body.id);
});

test('keeps that a version was not the current one', async () => {
  const key = randomUUID();
  const { id } = await caller.createShipment();
  const update = () =>
    caller.put(`${SHIPMENTS}/${id}`, EXAMPLE_SHIPMENT).set('if-match', '"9"').set('idempotency-key', key);
  const [first, second] = [await update(), await update()];
  expect([first.status, second.status]).toEqual([412, 412]);
  expect(second.headers['idempotent-replayed']).toBe('true');
});

test('a key that has expired is as good as a new one', async () => {
  const key = randomUUID();
  const first = await create(key);
  await server.app.db.pool.query(
    `update platform.idempotency_keys set expires_on = now() - interval '1 second' where key = $1`,
    [key],
  );
  const second = await create(key, { ...EXAMPLE_SHIPMENT, reference: 'another' });
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body.id).not.toBe(first.body.id);
});

test('does not keep what the caller may mend', async () => {
  const key = randomUUID();
  const invalid = await create(key, { ...EXAMPLE_SHIPMENT, reference: '' });
  const unknownCarrier = await create(key, {
    ...EXAMPLE_SHIPMENT,
    handlingUnits: [{ weight: { value: 3000, unit: 'kg' } }],
  });
  const valid = await create(key);
  expect([invalid.status, unknownCarrier.status, valid.status]).toEqual([400, 400, 201]);
});

test('keeps a refusal of the carrier', async () => {
  const { id } = await caller.createShipment({ reference: 'SANDBOX-REFUSE' });
  const key = randomUUID();
  const first = await caller.put(`${SHIPMENTS}/${id}/order`).set('idempotency-key', key);
  const second = await caller.put(`${SHIPMENTS}/${id}/order`).set('idempotency-key', key);
  expect(first.status).toBe(422);
  expect(second.text).toBe(first.text);
  expect(second.headers['idempotent-replayed']).toBe('true');
});

test.each([
  ['a path that does not exist', 'post', '/nothing', '404 not-found'],
  ['a method that does not exist', 'delete', SHIPMENTS, '405 method-not-allowed'],
] as const)(
  'a key at %s changes nothing about the answer, with credentials or without',
  async (_what, method, path, kind) => {
    for (const anyone of [caller, server.anonymous]) {
      const answers = [await anyone[method](path).set('idempotency-key', 'a'), await anyone[method](path)];
      expect(answers.map(problemOf)).toEqual([kind, kind]);
      expect(answers[0]?.headers['allow']).toBe(answers[1]?.headers['allow']);
    }
  },
);

test.each(['', ' ', '"', '""', 'ü', 'a\tb', 'x'.repeat(256)])('answers 400 to the key %j', async (key) => {
  const answer = await fetchWithKey(key);
  expect(answer.status).toBe(400);
});

/** Node's client refuses some of these before they are sent; what it does send must be refused here. */
async function fetchWithKey(key: string): Promise<{ status: number }> {
  try {
    return await create(key);
  } catch (error) {
    if (error instanceof TypeError) return { status: 400 };
    throw error;
  }
}

test('keeps an answer that holds a secret, and the secret in no readable form', async () => {
  const key = randomUUID();
  const make = () =>
    caller
      .post('/api/authorizing/v1/tokens', { name: 'Shop', permissionGroups: ['viewer'] })
      .set('idempotency-key', key);
  const first = await make();
  expect(first.status).toBe(201);
  expect((await make()).text).toBe(first.text);
  const { rows } = await server.app.db.pool.query<{ body: Buffer }>(
    'select body from platform.idempotency_keys where key = $1',
    [key],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.body.includes(first.body.apiKey)).toBe(false);
  expect(rows[0]?.body.includes('sk_live_')).toBe(false);
});

test('undoes the effect when the answer cannot be kept', async () => {
  const reference = `undone-${randomUUID()}`;
  const key = randomUUID();
  await server.app.db.pool.query(
    `alter table platform.idempotency_keys add constraint broken check (status is null) not valid`,
  );
  const failed = await create(key, { ...EXAMPLE_SHIPMENT, reference });
  await server.app.db.pool.query(`alter table platform.idempotency_keys drop constraint broken`);
  expect(failed.status).toBe(500);
  expect(await countShipments(reference)).toBe(0);
  expect((await create(key, { ...EXAMPLE_SHIPMENT, reference })).status).toBe(201);
  expect(await countShipments(reference)).toBe(1);
});

test('answers with the outcome when an order whose answer was lost is sent again', async () => {
  const { id } = await caller.createShipment({ reference: 'SANDBOX-GARBAGE' });
  const key = randomUUID();
  const order = () => caller.put(`${SHIPMENTS}/${id}/order`).set('idempotency-key', key);
  expect((await order()).status).toBe(503);
  await vi.waitFor(async () => expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted'), {
    timeout: 10_000,
  });
  const answer = await order();
  expect(answer.status).toBe(200);
  expect(answer.body.status).toBe('Accepted');
  expect((await order()).text).toBe(answer.text);
  const { body } = await caller.get(`/api/shipping/v2/sandbox-bookings?shipmentId=${id}`);
  expect(body.total).toBe(1);
});

test('does the work once when two replicas get the same key at the same moment', async () => {
  await using replica = await startTestApp(database);
  const there = replica.callerWith(caller.tenantId, caller.apiKey);
  for (let round = 0; round < 10; round++) {
    const reference = `replicas-${randomUUID()}`;
    const key = randomUUID();
    const answers = await Promise.all(
      [caller, there, caller, there].map((each) =>
        each.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, reference }).set('idempotency-key', key),
      ),
    );
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await countShipments(reference)).toBe(1);
  }
});

test('repeats an answer also at the moment when somebody else tries its key with another request', async () => {
  const secretBox = createSecretBox(Buffer.alloc(32, 7));
  const idempotentWork = createIdempotentWork({ db: server.app.db, secretBox, processName: `process-${randomUUID()}` });
  const scope = { tenantId: caller.tenantId, credentialId: randomUUID(), operation: 'PUT /', key: randomUUID() };
  const identity = { ...scope, fingerprint: Buffer.alloc(32, 1) };
  const begun = await idempotentWork.begin(identity);
  if (!('work' in begun)) throw new Error('the key is new');
  const answer = { status: 200, headers: {}, body: Buffer.from('done') };
  await idempotentWork.finish(begun.work, answer, { outcome: 'success', keep: true });
  // Whose the key is has still to be asked when the second of them comes.
  const [rival, rightful] = await Promise.allSettled([
    idempotentWork.begin({ ...scope, fingerprint: Buffer.alloc(32, 2) }),
    idempotentWork.begin(identity),
  ]);
  expect(rival).toMatchObject({ status: 'rejected', reason: { type: 'idempotency-key-reused' } });
  expect(rightful).toMatchObject({ status: 'fulfilled', value: { replay: answer } });
});

test('takes over the key of a process that died, and waits for one that lives', async () => {
  const claim = (key: string, claimant: string) =>
    server.app.db.pool.query(
      `insert into platform.idempotency_keys (tenant_id, credential_id, operation, key, fingerprint, claimant, claimed_on, expires_on)
       select tenant_id, credential_id, operation, $1, fingerprint, $2, now() - interval '10 seconds', now() + interval '1 hour'
       from platform.idempotency_keys where tenant_id = $3 and key = $4`,
      [key, claimant, caller.tenantId, template],
    );
  const template = randomUUID();
  await create(template);
  const dead = randomUUID();
  await claim(dead, 'process-that-died');
  expect((await create(dead)).status).toBe(201);

  const alive = randomUUID();
  await claim(alive, 'process-that-lives');
  const holder = await server.app.db.pool.connect();
  await holder.query(`select pg_advisory_lock(hashtextextended('process-that-lives', 0))`);
  const answer = await create(alive);
  await holder.query('select pg_advisory_unlock_all()');
  holder.release();
  expect(answer.status).toBe(409);
  expect(answer.body.type).toBe(`${PROBLEMS}/idempotency-in-progress`);
  expect(answer.headers['retry-after']).toBe('5');
});
