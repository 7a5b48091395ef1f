import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, createTestDatabase, EXAMPLE_SHIPMENT, PROBLEMS, SHIPMENTS, startTestApp, type TestApp, type TestDatabase } from '../harness.ts';

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

const create = (key: string, body: unknown = EXAMPLE_SHIPMENT) => caller.post(SHIPMENTS, body).set('idempotency-key', key);

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

test('answers 422 when a key comes again with another request', async () => {
  const key = randomUUID();
  await create(key);
  const answer = await create(key, { ...EXAMPLE_SHIPMENT, reference: 'another' });
  expect(answer.status).toBe(422);
  expect(answer.body.type).toBe(`${PROBLEMS}/idempotency-key-reused`);
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

test('does not keep what the caller may mend', async () => {
  const key = randomUUID();
  const invalid = await create(key, { ...EXAMPLE_SHIPMENT, reference: '' });
  const unknownCarrier = await create(key, { ...EXAMPLE_SHIPMENT, handlingUnits: [{ weight: { value: 3000, unit: 'kg' } }] });
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

test('undoes the effect when the answer cannot be kept', async () => {
  const reference = `undone-${randomUUID()}`;
  const key = randomUUID();
  await server.app.db.pool.query(`alter table platform.idempotency_keys add constraint broken check (status is null) not valid`);
  const failed = await create(key, { ...EXAMPLE_SHIPMENT, reference });
  await server.app.db.pool.query(`alter table platform.idempotency_keys drop constraint broken`);
  expect(failed.status).toBe(500);
  expect(await countShipments(reference)).toBe(0);
  expect((await create(key, { ...EXAMPLE_SHIPMENT, reference })).status).toBe(201);
  expect(await countShipments(reference)).toBe(1);
});
