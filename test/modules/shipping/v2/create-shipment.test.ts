import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, createTestDatabase, EXAMPLE_SHIPMENT, PROBLEMS, SHIPMENTS, startTestApp, type TestApp, type TestDatabase } from '../../../harness.ts';

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

test('answers 201 with the shipment, its links, its place and its version', async () => {
  const answer = await caller.post(SHIPMENTS, EXAMPLE_SHIPMENT);
  expect(answer.status).toBe(201);
  const { id } = answer.body;
  expect(answer.body).toMatchObject({ ...EXAMPLE_SHIPMENT, status: 'Created', version: 1 });
  expect(answer.body._links).toEqual({
    self: { href: `${SHIPMENTS}/${id}` },
    update: { href: `${SHIPMENTS}/${id}` },
    order: { href: `${SHIPMENTS}/${id}/order` },
    cancel: { href: `${SHIPMENTS}/${id}/cancel` },
  });
  expect(answer.headers['location']).toBe(`${SHIPMENTS}/${id}`);
  expect(answer.headers['etag']).toBe('"1"');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body).toEqual(answer.body);
});

test('answers 401 without credentials, with wrong ones and with a mistyped key', async () => {
  const wrong = `${caller.apiKey.slice(0, -1)}${caller.apiKey.endsWith('A') ? 'B' : 'A'}`;
  for (const authorization of [undefined, 'Bearer x', `ApiKey ${wrong}`, 'ApiKey sk_live_x']) {
    const asked = server.anonymous.post(SHIPMENTS, EXAMPLE_SHIPMENT);
    const answer = await (authorization === undefined ? asked : asked.set('authorization', authorization));
    expect(answer.status).toBe(401);
    expect(answer.body.type).toBe(`${PROBLEMS}/unauthenticated`);
  }
});

test('answers 400 with the place in both forms when a postal code has the wrong form', async () => {
  const body = structuredClone(EXAMPLE_SHIPMENT);
  body.addresses.receiver.postCode = '1011';
  const answer = await caller.post(SHIPMENTS, body);
  expect(answer.status).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    type: `${PROBLEMS}/validation`,
    title: 'Validation Error',
    instance: SHIPMENTS,
    errors: [{ field: 'Data.Addresses.Receiver.PostCode', pointer: '/addresses/receiver/postCode' }],
  });
});
