import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../harness/own-redis.ts';
import {
  type Caller,
  createTestDatabase,
  EXAMPLE_SHIPMENT,
  SHIPMENTS,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '../harness.ts';

let database: TestDatabase;
let redis: OwnRedis;
let here: TestApp;
let there: TestApp;
/** One tenant, calling both replicas. */
let callers: [Caller, Caller];

beforeAll(async () => {
  database = await createTestDatabase();
  redis = await startOwnRedis();
  const config = { redisUrl: redis.url };
  here = await startTestApp({ ...database, config });
  there = await startTestApp({ ...database, config });
  const caller = await here.newCaller();
  callers = [caller, there.callerWith(caller.tenantId, caller.apiKey)];
});

afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
  await redis[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const untilRedisIs = (state: string): Promise<void> =>
  vi.waitFor(
    async () => {
      const answers = await Promise.all([here, there].map((server) => server.anonymous.get('/health/ready')));
      expect(answers.map(({ body }) => body.checks.redis)).toEqual([state, state]);
    },
    { timeout: 20_000 },
  );

async function flush(): Promise<void> {
  const admin = new Redis(redis.url);
  await admin.flushall();
  await admin.quit();
}

const nothing = (): undefined => undefined;

interface Loss {
  before?: () => unknown;
  meanwhile?: () => unknown;
  giveBack: () => unknown;
}

const LOSSES: [string, Loss][] = [
  ['is absent', { before: () => redis.kill(), giveBack: () => redis.restart() }],
  ['is killed while the work is done', { meanwhile: () => redis.kill(), giveBack: () => redis.restart() }],
  ['is frozen while the work is done', { meanwhile: () => redis.freeze(), giveBack: () => redis.thaw() }],
  ['is emptied while the work is done', { meanwhile: flush, giveBack: nothing }],
];

test.each(LOSSES)(
  'books once and answers the same bytes on both replicas when Redis %s',
  async (_how, { before = nothing, meanwhile = nothing, giveBack }) => {
    const [caller, other] = callers;
    const { id } = await caller.createShipment({ reference: 'SANDBOX-SLOW' });
    const key = randomUUID();
    // Sent when it is called, where a request of supertest's would wait to be awaited.
    const order = (each: Caller) =>
      each
        .put(`${SHIPMENTS}/${id}/order`)
        .set('idempotency-key', key)
        .then((answer) => answer);
    await untilRedisIs('ok');
    await before();
    const first = order(caller);
    await vi.waitFor(async () => expect((await other.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered'), 20_000);
    await meanwhile();
    const answers = await Promise.all([first, order(other), order(caller)]);
    answers.push(await order(other), await order(caller));
    await giveBack();
    await untilRedisIs('ok');
    answers.push(await order(other), await order(caller));

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    const { body } = await caller.get(`/api/shipping/v2/sandbox-bookings?shipmentId=${id}`);
    expect(body.total).toBe(1);
  },
);

test('Redis serves a replay without a word to the database, and once it is emptied PostgreSQL serves the same bytes', async () => {
  const [caller] = callers;
  // Without jobs, which would ask the database for their own ends.
  await using quiet = await startTestApp({ ...database, config: { redisUrl: redis.url }, background: false });
  const other = quiet.callerWith(caller.tenantId, caller.apiKey);
  const key = randomUUID();
  const create = (each: Caller) => each.post(SHIPMENTS, EXAMPLE_SHIPMENT).set('idempotency-key', key);
  await untilRedisIs('ok');
  const first = await create(caller);
  expect(first.status).toBe(201);
  // Whose API key it is, the other replica knows from here on.
  await other.get(`${SHIPMENTS}?limit=1`).expect(200);

  const { pool } = quiet.app.db;
  const query = vi.spyOn(pool, 'query');
  const connect = vi.spyOn(pool, 'connect');
  const cached = await create(other);
  expect([query.mock.calls, connect.mock.calls]).toEqual([[], []]);
  await flush();
  const stored = await create(other);
  expect(query.mock.calls.map(([statement]) => (statement as unknown as { name?: string }).name)).toEqual([
    'claim-idempotency-key',
  ]);
  query.mockRestore();
  connect.mockRestore();

  for (const replay of [cached, stored]) {
    expect(replay.text).toBe(first.text);
    expect(replay.headers).toMatchObject({ 'idempotent-replayed': 'true', etag: '"1"' });
    expect(replay.headers['location']).toBe(first.headers['location']);
  }
});
