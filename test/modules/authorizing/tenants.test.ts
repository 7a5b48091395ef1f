import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Caller,
  createTestDatabase,
  SHIPMENTS,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '../../harness.ts';

const INSTALLATION = { read: 50, write: 20, bulk: 10, address: 1_000 };

let database: TestDatabase;
let here: TestApp;
let there: TestApp;
let now = Date.parse('2026-01-20T10:30:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { ...database, clock: () => new Date(now), config: { rateLimits: INSTALLATION }, background: false };
  here = await startTestApp(options);
  there = await startTestApp(options);
});

afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const limitOf = async (caller: Caller): Promise<Record<'read' | 'write', number>> => ({
  read: Number((await caller.get(SHIPMENTS)).headers['x-ratelimit-limit']),
  write: Number((await caller.post(SHIPMENTS, {})).headers['x-ratelimit-limit']),
});

test("a tenant's own limits hold for its principals and for nobody else's", async () => {
  const [caller, other] = [await here.newCaller(), await here.newCaller()];
  expect(await limitOf(caller)).toEqual({ read: 50, write: 20 });
  await here.app.authorizing.setRateLimits(caller.tenantId, { read: 3 });
  expect(await limitOf(caller)).toEqual({ read: 3, write: 20 });
  expect(await limitOf(other)).toEqual({ read: 50, write: 20 });

  const second = await here.callerIn(caller, 'viewer');
  expect((await second.get(SHIPMENTS)).headers['x-ratelimit-limit']).toBe('3');
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await caller.get(SHIPMENTS)).status);
  expect(statuses.at(-1)).toBe(429);
});

test('what a change does not name stays, and what is set to nothing is gone', async () => {
  const caller = await here.newCaller();
  await here.app.authorizing.setRateLimits(caller.tenantId, { read: 7, write: 8, bulk: 9 });
  expect(await limitOf(caller)).toEqual({ read: 7, write: 8 });
  expect(await here.app.authorizing.setRateLimits(caller.tenantId, { write: 9 })).toEqual({
    read: 7,
    write: 9,
    bulk: 9,
  });
  expect(await limitOf(caller)).toEqual({ read: 7, write: 9 });
  expect(await here.app.authorizing.setRateLimits(caller.tenantId, { read: undefined })).toEqual({ write: 9, bulk: 9 });
  await here.app.authorizing.setRateLimits(caller.tenantId, { write: undefined, bulk: undefined });
  expect(await limitOf(caller)).toEqual({ read: 50, write: 20 });
});

test('another replica goes by them within five seconds', async () => {
  const caller = await here.newCaller();
  const elsewhere = there.callerWith(caller.tenantId, caller.apiKey);
  expect(await limitOf(elsewhere)).toEqual({ read: 50, write: 20 });
  await here.app.authorizing.setRateLimits(caller.tenantId, { read: 7 });
  now += 5_000;
  expect(await limitOf(elsewhere)).toEqual({ read: 7, write: 20 });
});

test('who set them to what is on record', async () => {
  const caller = await here.newCaller();
  await here.app.authorizing.setRateLimits(caller.tenantId, { bulk: 100 });
  const { rows } = await here.app.db.pool.query(
    `select before, after from platform.audit_events where tenant_id = $1 and action = 'setRateLimits'`,
    [caller.tenantId],
  );
  expect(rows).toEqual([{ before: { rateLimits: {} }, after: { rateLimits: { bulk: 100 } } }]);
});

test('a tenant that does not exist is not found', async () => {
  const unknown = here.app.authorizing.setRateLimits('01890a5d-ac96-774b-bcce-b302099a8057', { read: 1 });
  await expect(unknown).rejects.toMatchObject({ type: 'not-found', status: 404 });
});

test('the tenants are listed in the order in which they came', async () => {
  const first = await here.newCaller('First');
  const second = await here.newCaller('Second');
  const listed = (await here.app.authorizing.listTenants()).slice(-2);
  expect(listed.map(({ id, name }) => ({ id, name }))).toEqual([
    { id: first.tenantId, name: 'First' },
    { id: second.tenantId, name: 'Second' },
  ]);
});
