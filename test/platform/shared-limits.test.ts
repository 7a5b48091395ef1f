import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AppOptions } from '../../src/app.ts';
import { type OwnRedis, startOwnRedis } from '../harness/own-redis.ts';
import {
  type Caller,
  createTestDatabase,
  PROBLEMS,
  SHIPMENTS,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '../harness.ts';

const READS = 200;

let database: TestDatabase;
let redis: OwnRedis;
let here: TestApp;
let there: TestApp;
let without: TestApp;
let now = Date.now();

beforeAll(async () => {
  database = await createTestDatabase();
  redis = await startOwnRedis();
  const config: Partial<AppOptions['config']> = {
    redisUrl: redis.url,
    rateLimits: { read: READS, write: 20, bulk: 10, address: 30 },
  };
  const clock = (): Date => new Date(now);
  [here, there, without] = await Promise.all([
    startTestApp({ ...database, config, clock, background: false }),
    startTestApp({ ...database, config, clock, background: false }),
    startTestApp({ ...database, clock, background: false }),
  ]);
});

afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
  await without[Symbol.asyncDispose]();
  await redis[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** One tenant, calling both replicas. */
async function newCallers(): Promise<[Caller, Caller]> {
  const caller = await here.newCaller();
  return [caller, there.callerWith(caller.tenantId, caller.apiKey)];
}

const read = async (caller: Caller): Promise<{ status: number; remaining: number }> => {
  const { status, headers } = await caller.get(`${SHIPMENTS}?limit=1`);
  return { status, remaining: Number(headers['x-ratelimit-remaining']) };
};

const redisOf = async (server: TestApp): Promise<unknown> =>
  (await server.anonymous.get('/health/ready')).body.checks.redis;

const metric = async (server: TestApp, name: string): Promise<number> => {
  const { text } = await server.anonymous.get('/metrics');
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

const untilRedisIs = (state: string): Promise<void> =>
  vi.waitFor(async () => expect([await redisOf(here), await redisOf(there)]).toEqual([state, state]), {
    timeout: 20_000,
  });

/** The outcome of the first of three attempts during which neither replica had to count alone. */
async function whileRedisAnswers<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  const countedAlone = async (): Promise<number[]> =>
    Promise.all([here, there].map((server) => metric(server, 'viya_rate_limit_fallbacks_total')));
  for (let attempt = 1; ; attempt++) {
    const before = await countedAlone();
    const outcome = await work();
    const after = await countedAlone();
    if (after.join() === before.join()) return outcome;
    if (attempt === 3) throw new Error(`Redis did not answer in time: ${before.join()} -> ${after.join()}`);
    await untilRedisIs('ok');
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

test('lets two replicas together answer what one principal may ask, to the request', async () => {
  // A machine that is busy elsewhere can keep Redis from answering in time, and then each replica counts alone: that is another promise.
  const answers = await whileRedisAnswers(async () => {
    const [a, b] = await newCallers();
    return Promise.all(Array.from({ length: 15 }, () => [a.post(SHIPMENTS, {}), b.post(SHIPMENTS, {})]).flat());
  });
  const counted = answers.filter((answer) => answer.status === 400);
  expect(counted).toHaveLength(20);
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(10);
  // Every remainder from 19 to 0 was told once.
  const told = counted.map((answer) => Number(answer.headers['x-ratelimit-remaining']));
  expect(told.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 20 }, (_, left) => left));
});

test('lets two replicas together refuse an address that guesses', async () => {
  const guess = (server: TestApp) => server.anonymous.get(SHIPMENTS).then((answer) => answer.status);
  const answers = await whileRedisAnswers(async () => {
    // Another window than that of the other tests.
    now += 120_000;
    const statuses: number[] = [];
    for (let i = 0; i < 20; i++) statuses.push(await guess(here), await guess(there));
    return statuses;
  });
  expect(answers.filter((status) => status === 401)).toHaveLength(30);
  expect(answers.filter((status) => status === 429)).toHaveLength(10);
  now += 120_000;
});

test('asks Redis once for a request', async () => {
  const [caller] = await newCallers();
  await read(caller);
  const admin = new Redis(redis.url);
  const scriptCalls = async (): Promise<number> => {
    const stats = String(await admin.info('commandstats'));
    return [...stats.matchAll(/cmdstat_(?:evalsha|eval|get|incr|set):calls=(\d+)/g)].reduce(
      (sum, [, calls]) => sum + Number(calls),
      0,
    );
  };
  const before = await scriptCalls();
  for (let i = 0; i < 10; i++) await read(caller);
  expect((await scriptCalls()) - before).toBe(10);
  await admin.quit();
});

const LOSSES: [string, () => unknown, () => unknown][] = [
  ['frozen', () => redis.freeze(), () => redis.thaw()],
  ['killed', () => redis.kill(), () => redis.restart()],
  ['paused for writes', () => tellRedis('client', 'pause', 60_000, 'write'), () => tellRedis('client', 'unpause')],
  ['a replica', () => tellRedis('replicaof', '127.0.0.1', 1), () => tellRedis('replicaof', 'no', 'one')],
  ['full', () => tellRedis('config', 'set', 'maxmemory', 1), () => tellRedis('config', 'set', 'maxmemory', 0)],
];

async function tellRedis(command: string, ...args: (string | number)[]): Promise<void> {
  const admin = new Redis(redis.url);
  await admin.call(command, ...args);
  await admin.quit();
}

test.each(LOSSES)(
  'answers as fast, and by its own count, while Redis is %s, and heals by itself',
  async (_how, lose, giveBack) => {
    now += 120_000;
    const [a, b] = await newCallers();
    // Without any Redis, on the same machine at the same time: what an outage adds is the difference.
    const plain = without.callerWith(a.tenantId, a.apiKey);
    const [lastHeard] = [await read(a), await read(plain)];
    const fallbacks = await metric(here, 'viya_rate_limit_fallbacks_total');

    await lose();
    expect(await millisecondsOf(() => read(a))).toBeLessThan(1_000);
    const answers: { status: number; remaining: number }[] = [];
    const [usual, during]: [number[], number[]] = [[], []];
    for (let i = 0; i < 41; i++) {
      usual.push(await millisecondsOf(() => read(plain)));
      during.push(await millisecondsOf(async () => answers.push(await read(a))));
    }
    expect(median(during)).toBeLessThan(median(usual) + 5);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    // It goes on from what it last heard.
    const told = answers.map(({ remaining }) => remaining);
    expect(told).toEqual(told.map((_, i) => lastHeard.remaining - 2 - i));
    await read(b);
    expect((await here.anonymous.get('/health/ready')).status).toBe(200);
    await untilRedisIs('degraded');
    expect(await metric(here, 'viya_redis_up')).toBe(0);
    expect((await metric(here, 'viya_rate_limit_fallbacks_total')) - fallbacks).toBe(42);

    await giveBack();
    await untilRedisIs('ok');
    expect(await metric(here, 'viya_redis_up')).toBe(1);
    const { remaining } = await read(a);
    expect((await read(b)).remaining).toBeLessThan(remaining);
  },
);

test('still limits while Redis is away', async () => {
  now += 120_000;
  const [caller] = await newCallers();
  await redis.kill();
  const answers = [];
  for (let i = 0; i < 25; i++) answers.push(await caller.post(SHIPMENTS, {}));
  expect(answers.filter((answer) => answer.status === 400)).toHaveLength(20);
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(last?.body).toMatchObject({ type: `${PROBLEMS}/rate-limited`, policy: 'write', limit: 20 });
  expect(last?.headers).toMatchObject({ 'x-ratelimit-remaining': '0', 'x-ratelimit-limit': '20' });
  await redis.restart();
  await untilRedisIs('ok');
});
