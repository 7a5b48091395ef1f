import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../../src/platform/logger.ts';
import {
  openRedis,
  type RedisScript,
  type RedisState,
  type RedisStore,
  RedisUnavailable,
} from '../../src/platform/redis.ts';
import { type OwnRedis, startOwnRedis } from '../harness/own-redis.ts';
import { testRedis } from '../harness.ts';

const ADD: RedisScript = { name: 'addForTest', lua: "return redis.call('incrby', KEYS[1], ARGV[1])" };

interface Opened extends AsyncDisposable {
  store: RedisStore;
  states: RedisState[];
}

async function open(url: string): Promise<Opened> {
  const states: RedisState[] = [];
  const store = await openRedis(url, { log: createLogger('silent'), onState: (state) => states.push(state) });
  return { store, states, [Symbol.asyncDispose]: () => store.close() };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work().catch(() => undefined);
  return performance.now() - begun;
}

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await millisecondsOf(work));
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** @returns how long it took. */
function untilState(store: RedisStore, state: RedisState): Promise<number> {
  return millisecondsOf(() => vi.waitFor(() => expect(store.state()).toBe(state), { timeout: 5_000, interval: 5 }));
}

const LOSSES: [string, (redis: OwnRedis) => unknown, (redis: OwnRedis) => unknown][] = [
  ['frozen', (redis) => redis.freeze(), (redis) => redis.thaw()],
  ['killed', (redis) => redis.kill(), (redis) => redis.restart()],
];

test('keeps bytes for as long as it is told', async () => {
  await using redis = await testRedis();
  await using opened = await open(redis.url);
  const { store } = opened;
  const bytes = Buffer.from([0, 0xff, 0x0d, 0x0a]);
  expect(await store.getBuffer('key')).toBeUndefined();
  await store.set('key', bytes, { ttlMs: 60_000 });
  expect(await store.getBuffer('key')).toEqual(bytes);
  expect(
    await store.run({ name: 'lifeForTest', lua: "return redis.call('pttl', KEYS[1])" }, ['key'], []),
  ).toBeLessThanOrEqual(60_000);
});

test.each(LOSSES)(
  'fails soon at first and then at once while Redis is %s, and heals by itself',
  async (_how, lose, giveBack) => {
    await using redis = await startOwnRedis();
    await using opened = await open(redis.url);
    const { store, states } = opened;
    await store.run(ADD, ['count'], [1]);

    await lose(redis);
    const first = await millisecondsOf(() => Promise.all([store.getBuffer('a'), store.getBuffer('b')]));
    expect(first).toBeLessThan(500);
    expect(store.state()).toBe('degraded');
    expect(await medianOf(51, () => store.getBuffer('a'))).toBeLessThan(5);
    await expect(store.run(ADD, ['count'], [1])).rejects.toBeInstanceOf(RedisUnavailable);

    await giveBack(redis);
    // About 250 ms on an idle machine.
    expect(await untilState(store, 'ok')).toBeLessThan(2_500);
    expect(await store.run(ADD, ['other'], [1])).toBe(1);
    expect(states).toEqual(['ok', 'degraded', 'ok']);
  },
);

type Command = [name: string, ...args: (string | number)[]];

/** Each as an operator says it, and takes it back. */
const REFUSALS: [string, Command[], Command[]][] = [
  ['is paused for writes', [['client', 'pause', 60_000, 'write']], [['client', 'unpause']]],
  ['has become a replica', [['replicaof', '127.0.0.1', 1]], [['replicaof', 'no', 'one']]],
  [
    'is full',
    [
      ['config', 'set', 'maxmemory-policy', 'noeviction'],
      ['config', 'set', 'maxmemory', 1],
    ],
    [['config', 'set', 'maxmemory', 0]],
  ],
  ['must not be written to', [['acl', 'setuser', 'default', '-@write']], [['acl', 'setuser', 'default', '+@all']]],
];

test.each(REFUSALS)(
  'is degraded for as long as Redis answers but %s, asks it nothing meanwhile, and heals by itself',
  async (_how, lose, giveBack) => {
    await using redis = await startOwnRedis();
    await using operator = new Operator(redis.url);
    await using opened = await open(redis.url);
    const { store, states } = opened;
    await store.run(ADD, ['count'], [1]);

    await operator.say(lose);
    await expect(store.run(ADD, ['count'], [1])).rejects.toBeInstanceOf(RedisUnavailable);
    expect(store.state()).toBe('degraded');
    // It has looked several times whether Redis is back.
    const connections = await operator.connections();
    await vi.waitFor(
      async () => {
        await expect(store.getBuffer('count')).rejects.toBeInstanceOf(RedisUnavailable);
        expect(await operator.connections()).toBeGreaterThan(connections + 2);
      },
      { timeout: 10_000 },
    );
    expect(states).toEqual(['ok', 'degraded']);

    await operator.say(giveBack);
    expect(await untilState(store, 'ok')).toBeLessThan(2_500);
    expect(await store.run(ADD, ['count'], [1])).toBe(2);
    expect(states).toEqual(['ok', 'degraded', 'ok']);
  },
  20_000,
);

class Operator implements AsyncDisposable {
  readonly #client: Redis;
  constructor(url: string) {
    this.#client = new Redis(url);
  }
  async say(commands: readonly Command[]): Promise<void> {
    for (const [name, ...args] of commands) await this.#client.call(name, ...args);
  }
  /** How many it has seen in all. */
  async connections(): Promise<number> {
    return Number(/total_connections_received:(\d+)/.exec(await this.#client.info('stats'))?.[1]);
  }
  async replicates(): Promise<boolean> {
    return /master_link_status:up/.test(await this.#client.info('replication'));
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#client.disconnect();
  }
}

test('opens degraded on a replica of a primary that lives, and is well when that is made the primary', async () => {
  await using primary = await startOwnRedis();
  await using redis = await startOwnRedis();
  await using operator = new Operator(redis.url);
  await using operatorOfPrimary = new Operator(primary.url);
  await operatorOfPrimary.say([['config', 'set', 'repl-diskless-sync-delay', 0]]);
  await operator.say([['replicaof', '127.0.0.1', new URL(primary.url).port]]);
  await vi.waitFor(async () => expect(await operator.replicates()).toBe(true), { timeout: 10_000 });
  await using opened = await open(redis.url);
  expect(opened.states).toEqual(['degraded']);
  await operator.say([['replicaof', 'no', 'one']]);
  await untilState(opened.store, 'ok');
  expect(opened.states).toEqual(['degraded', 'ok']);
});

test.each([
  'MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist to disk.',
  'NOREPLICAS Not enough good replicas to write.',
  "ERR Error running script (call to f_1): @user_script:1: @user_script: 1: -READONLY You can't write against a read only replica.",
])('takes the answer "%s" for an outage', async (answer) => {
  await using redis = await testRedis();
  await using opened = await open(redis.url);
  const refuse: RedisScript = { name: 'refuseForTest', lua: 'return redis.error_reply(ARGV[1])' };
  await expect(opened.store.run(refuse, [], [answer])).rejects.toBeInstanceOf(RedisUnavailable);
  expect(opened.states).toEqual(['ok', 'degraded']);
});

test('does not do later what it said had failed', async () => {
  await using redis = await startOwnRedis();
  await using opened = await open(redis.url);
  const { store } = opened;
  await redis.kill();
  await vi.waitFor(() => expect(store.state()).toBe('degraded'), 20_000);
  await expect(store.set('ghost', 'x', { ttlMs: 60_000 })).rejects.toBeInstanceOf(RedisUnavailable);
  await redis.restart();
  await untilState(store, 'ok');
  expect(await store.getBuffer('ghost')).toBeUndefined();
});

test('opens without Redis, says so, and finds it when it comes', async () => {
  await using redis = await startOwnRedis();
  await redis.kill();
  await using opened = await open(redis.url);
  expect(opened.store.state()).toBe('degraded');
  expect(opened.states).toEqual(['degraded']);
  await redis.restart();
  await untilState(opened.store, 'ok');
  expect(opened.states).toEqual(['degraded', 'ok']);
});

test('runs a script that Redis has forgotten', async () => {
  await using redis = await testRedis();
  await using opened = await open(redis.url);
  await opened.store.run(ADD, ['count'], [1]);
  await opened.store.run({ name: 'forgetForTest', lua: "return redis.call('get', KEYS[1])" }, ['count'], []);
  await using other = await open(redis.url);
  expect(await other.store.run(ADD, ['count'], [2])).toBe(3);
});

test('is not degraded by a pause of this process', async () => {
  await using redis = await testRedis();
  await using opened = await open(redis.url);
  const asked = opened.store.getBuffer('key');
  const end = performance.now() + 150;
  while (performance.now() < end);
  expect(await asked).toBeUndefined();
  expect(opened.store.state()).toBe('ok');
});

test('refuses one command and goes on when Redis itself refuses it', async () => {
  await using redis = await testRedis();
  await using opened = await open(redis.url);
  await opened.store.set('text', 'not a number', { ttlMs: 60_000 });
  await expect(opened.store.run(ADD, ['text'], [1])).rejects.toBeInstanceOf(RedisUnavailable);
  expect(opened.store.state()).toBe('ok');
});
