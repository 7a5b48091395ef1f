import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { expect, test, vi } from 'vitest';
import type { Database } from '../../src/platform/database.ts';
import { startEventStream, streamEvents } from '../../src/platform/event-stream.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { openRedis, RedisUnavailable } from '../../src/platform/redis.ts';
import { openWorkerPresence } from '../../src/platform/worker-presence.ts';
import { startOwnRedis } from '../harness/own-redis.ts';
import { createTestDatabase, startTestApp, testRedis } from '../harness.ts';

/** Of a shipment of 999 handling units. */
const LARGE_BYTES = 187_000;

interface StreamedEvent {
  id: string;
  type: string;
  sequence: number;
  subject: string;
}

async function readStream(url: string, tenantId: string): Promise<StreamedEvent[]> {
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    const entries = await client.xrange(`viya:events:${tenantId}`, '-', '+');
    return entries.map(([, [name, value = '']]) => {
      expect(name).toBe('event');
      return JSON.parse(value) as StreamedEvent;
    });
  } finally {
    client.disconnect();
  }
}

test('events of every tenant come into its Redis Stream in order, and those of an outage when it is over', {
  timeout: 30_000,
}, async () => {
  await using database = await createTestDatabase();
  await using redis = await startOwnRedis();
  await using server = await startTestApp({ ...database, config: { redisUrl: redis.url } });
  const [one, other] = [await server.newCaller(), await server.newCaller()];
  const shipment = await one.orderedShipment();
  await other.createShipment();
  const ofShipment = async () =>
    (await readStream(redis.url, one.tenantId)).filter(({ subject }) => subject === `shipment/${shipment.id}`);
  await vi.waitFor(async () => expect(await ofShipment()).toHaveLength(4), { timeout: 20_000 });
  expect((await ofShipment()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  await vi.waitFor(async () => expect(await readStream(redis.url, other.tenantId)).toHaveLength(1), {
    timeout: 20_000,
  });

  await redis.kill();
  const lost = await other.createShipment();
  await redis.restart();
  await vi.waitFor(
    async () =>
      expect((await readStream(redis.url, other.tenantId)).map(({ subject }) => subject)).toEqual([
        `shipment/${lost.id}`,
      ]),
    { timeout: 20_000 },
  );
});

test('large events that have waited for Redis come into the stream once each', {
  timeout: 30_000,
}, async () => {
  await using database = await createTestDatabase();
  await using redis = await startOwnRedis();
  await using server = await startTestApp({ ...database, config: { redisUrl: redis.url } });
  const { db } = server.app;
  const { tenantId } = await server.newCaller();
  await redis.kill();
  await writeEvents(db.pool, tenantId, [1, 120], LARGE_BYTES);
  await redis.restart();
  await vi.waitFor(async () => expect(await waitingEvents(db)).toBe(0), { timeout: 20_000 });
  const sequences = (await readStream(redis.url, tenantId)).map(({ sequence }) => sequence);
  expect(sequences).toEqual(upTo(120));
});

test('what Redis appended although its answer was lost is not appended again, and the rest is', async () => {
  await using database = await createTestDatabase();
  await using redis = await testRedis();
  await using server = await startTestApp({ ...database, background: false });
  await using proxy = await startProxy(redis.url);
  const { db } = server.app;
  const { tenantId } = await server.newCaller();
  await keepEvents(db);
  await writeEvents(db.pool, tenantId, [1, 60], 20_000);
  const store = await openRedis(proxy.url, { log: createLogger('silent'), patienceMs: 500 });
  const sequences = async () => (await readStream(redis.url, tenantId)).map(({ sequence }) => sequence);

  for (const attempt of [1, 2]) {
    await vi.waitFor(() => expect(store.state()).toBe('ok'), { timeout: 20_000 });
    proxy.swallowAnswers(true);
    await expect(streamEvents(db, store, 'test'), `attempt ${attempt}`).rejects.toBeInstanceOf(RedisUnavailable);
    proxy.swallowAnswers(false);
    const appended = await sequences();
    expect(appended.length).toBeGreaterThan(0);
    expect(appended).toEqual(upTo(appended.length));
    expect(await waitingEvents(db)).toBe(60);
  }
  await writeEvents(db.pool, tenantId, [61, 70], 20_000);
  await vi.waitFor(() => expect(store.state()).toBe('ok'), { timeout: 20_000 });
  await streamEvents(db, store, 'test');
  expect(await sequences()).toEqual(upTo(70));
  expect(await waitingEvents(db)).toBe(0);
  await store.close();
});

test('an event whose transaction began before those in the stream and was committed after them comes into it', async () => {
  await using database = await createTestDatabase();
  await using redis = await testRedis();
  await using server = await startTestApp({ ...database, background: false });
  const { db } = server.app;
  const { tenantId } = await server.newCaller();
  await keepEvents(db);
  const store = await openRedis(redis.url, { log: createLogger('silent'), patienceMs: 2_000 });
  const early = await db.pool.connect();
  await early.query('begin');
  await writeEvents(early, tenantId, [1, 1]);
  await writeEvents(db.pool, tenantId, [2, 2]);
  await streamEvents(db, store, 'test');
  await early.query('commit');
  early.release();
  await streamEvents(db, store, 'test');
  expect((await readStream(redis.url, tenantId)).map(({ sequence }) => sequence)).toEqual([2, 1]);
  await store.close();
});

const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

async function keepEvents({ pool }: Database): Promise<void> {
  await pool.query(
    `insert into platform.event_outlets (tenant_id, outlet) values ('00000000-0000-0000-0000-000000000000', 'stream')`,
  );
}

/** Events of one subject, as a module would write them, with these sequence numbers. */
async function writeEvents(
  db: Pick<pg.ClientBase, 'query'>,
  tenantId: string,
  [first, last]: [number, number],
  bytes = 0,
): Promise<void> {
  await db.query(
    `insert into platform.events (tenant_id, id, type, subject, sequence, time, data)
     select $1, gen_random_uuid(), 'shipment.created', 'shipment/1', n, now(), jsonb_build_object('text', repeat('x', $4))
     from generate_series($2::int, $3::int) n`,
    [tenantId, first, last, bytes],
  );
}

async function waitingEvents({ pool }: Database): Promise<number> {
  const { rowCount } = await pool.query('select from platform.unstreamed_events');
  return rowCount ?? Number.NaN;
}

interface AnswerProxy extends AsyncDisposable {
  url: string;
  /** What is asked still reaches Redis. */
  swallowAnswers(swallow: boolean): void;
}

async function startProxy(redisUrl: string): Promise<AnswerProxy> {
  const target = new URL(redisUrl);
  const sockets = new Set<Socket>();
  let swallows = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => other.destroy());
    }
    client.pipe(upstream);
    upstream.on('data', (answer) => {
      if (!swallows) client.write(answer);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(redisUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    swallowAnswers: (swallow) => {
      swallows = swallow;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

test('without a Redis nothing is kept for it', async () => {
  await using database = await createTestDatabase();
  await using server = await startTestApp({ ...database });
  await (await server.newCaller()).createShipment();
  const { rows } = await server.app.db.pool.query('select from platform.unstreamed_events');
  expect(rows).toEqual([]);
});

test('a process without REDIS_URL takes nothing from one that streams, and one that streams opens again what was shut', {
  timeout: 30_000,
}, async () => {
  await using database = await createTestDatabase();
  await using redis = await testRedis();
  await using server = await startTestApp({ ...database, background: false });
  const { db } = server.app;
  const { tenantId } = await server.newCaller();
  const log = createLogger('silent');
  const presence = await openWorkerPresence(database.connectionString, log);
  const common = { db, log, presence, source: 'test', lookIntervalMs: 20 };
  const streaming = await startEventStream({ ...common, redisUrl: redis.url });
  let looks = 0;
  const observed = { ...db, pool: countQueries(db.pool, 'is-event-stream-served', () => void looks++) };
  const without = await startEventStream({ ...common, db: observed, redisUrl: undefined });
  await vi.waitFor(() => expect(looks).toBeGreaterThan(30), { timeout: 10_000 });
  await writeEvents(db.pool, tenantId, [1, 1]);
  await vi.waitFor(async () => expect(await readStream(redis.url, tenantId)).toHaveLength(1), { timeout: 20_000 });

  await db.pool.query('delete from platform.event_outlets');
  await vi.waitFor(async () => expect(await isKept(db)).toBe(true), { timeout: 20_000 });
  await Promise.all([streaming.close(), without.close()]);
  await presence.close();
});

test('once nobody streams any more, what waits is dropped, and the log says how much', {
  timeout: 30_000,
}, async () => {
  await using database = await createTestDatabase();
  await using server = await startTestApp({ ...database, background: false });
  const { db } = server.app;
  const { tenantId } = await server.newCaller();
  await keepEvents(db);
  await writeEvents(db.pool, tenantId, [1, 7]);
  const lines: string[] = [];
  const log = createLogger('warn', { write: (line) => void lines.push(line) });
  const presence = await openWorkerPresence(database.connectionString, log);
  const without = await startEventStream({
    db,
    log,
    presence,
    source: 'test',
    redisUrl: undefined,
    lookIntervalMs: 20,
  });
  await vi.waitFor(async () => expect(await isKept(db)).toBe(false), { timeout: 10_000 });
  await vi.waitFor(() => expect(lines).toHaveLength(1), 20_000);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, dropped: 7 });
  expect(await waitingEvents(db)).toBe(0);
  await without.close();
  await presence.close();
});

async function isKept({ pool }: Database): Promise<boolean> {
  const { rowCount } = await pool.query(`select from platform.event_outlets where outlet = 'stream'`);
  return rowCount === 1;
}

function countQueries(pool: pg.Pool, name: string, count: () => void): pg.Pool {
  return new Proxy(pool, {
    get: (target, member) =>
      member === 'query'
        ? (asked: { name?: string }) => {
            if (asked.name === name) count();
            return target.query(asked as never);
          }
        : (Reflect.get(target, member) as unknown),
  });
}
