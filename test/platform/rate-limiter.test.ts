import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/platform/metrics.ts';
import { createRateLimiter, type RateLimiter, type RatePolicy } from '../../src/platform/rate-limiter.ts';
import { type RedisScript, RedisUnavailable } from '../../src/platform/redis.ts';

const POLICY: RatePolicy = { name: 'read', limit: 10 };

/** Does what the limiter's script does, and can be away. */
function createFakeRedis() {
  const counts = new Map<string, number>();
  const fake = {
    away: false,
    calls: 0,
    counts,
    run: async (_script: RedisScript, [key = '']: readonly string[], [by]: readonly (string | number)[]) => {
      fake.calls++;
      if (fake.away) throw new RedisUnavailable('away');
      counts.set(key, (counts.get(key) ?? 0) + Number(by));
      return counts.get(key);
    },
  };
  return fake;
}

type FakeRedis = ReturnType<typeof createFakeRedis>;

function createReplica(
  redis: FakeRedis | undefined,
  clock = (): Date => new Date(0),
): RateLimiter & { fallbacks: () => Promise<number> } {
  const { rateLimitFallbacks } = createMetrics();
  return {
    ...createRateLimiter({ clock, redis, fallbacks: rateLimitFallbacks }),
    fallbacks: async () => (await rateLimitFallbacks.get()).values[0]?.value ?? 0,
  };
}

async function take(limiter: RateLimiter, times: number, caller = 'alice'): Promise<number> {
  let allowed = 0;
  for (let i = 0; i < times; i++) if ((await limiter.take(POLICY, caller)).allowed) allowed++;
  return allowed;
}

test('allows the limit and no more in a window, and the limit again in the next', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.nat({ max: 2 ** 40 }), fc.nat({ max: 30 }), async (caller, start, times) => {
      let now = start;
      const limiter = createReplica(undefined, () => new Date(now));
      expect(await take(limiter, times, caller)).toBe(Math.min(times, 10));
      const { resetEpochSeconds, resetInSeconds } = await limiter.take(POLICY, caller);
      expect(resetEpochSeconds * 1_000).toBeGreaterThan(now);
      expect(resetEpochSeconds * 1_000 - now).toBeLessThanOrEqual(60_000);
      expect(resetInSeconds).toBe(Math.ceil(resetEpochSeconds - now / 1_000));
      now = resetEpochSeconds * 1_000;
      expect(await take(limiter, times, caller)).toBe(Math.min(times, 10));
    }),
  );
});

test('spreads the beginnings of windows over the minute', async () => {
  const limiter = createReplica(undefined);
  const resets = new Set<number>();
  for (let caller = 0; caller < 200; caller++)
    resets.add((await limiter.take(POLICY, `caller ${caller}`)).resetInSeconds);
  expect(resets.size).toBeGreaterThan(30);
});

test('allows replicas together what one may alone, however their requests interleave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.nat({ max: 2 }), { maxLength: 40 }), async (scheduler, requests) => {
      const redis = createFakeRedis();
      const slow = { ...redis, run: scheduler.scheduleFunction(redis.run) } as unknown as FakeRedis;
      const replicas = [createReplica(slow), createReplica(slow), createReplica(slow)];
      const verdicts = requests.map((replica) => Promise.resolve(replicas[replica]?.take(POLICY, 'alice')));
      await scheduler.waitIdle();
      const allowed = (await Promise.all(verdicts)).filter((verdict) => verdict?.allowed === true);
      expect(allowed).toHaveLength(Math.min(requests.length, 10));
      // Each was told another remainder, so that what they were told is true.
      expect(new Set(allowed.map((verdict) => verdict?.remaining)).size).toBe(allowed.length);
    }),
  );
});

test('asks Redis once for a request, and not at all about a caller that has nothing left', async () => {
  const redis = createFakeRedis();
  const limiter = createReplica(redis);
  await take(limiter, 10);
  expect(redis.calls).toBe(10);
  await take(limiter, 50);
  expect(redis.calls).toBe(10);
});

test('goes on from the shared count when Redis goes away, and adds what it counted alone when Redis is back', async () => {
  const redis = createFakeRedis();
  const [here, there] = [createReplica(redis), createReplica(redis)];
  await take(here, 2);
  await take(there, 2);
  expect((await here.take(POLICY, 'alice')).remaining).toBe(5);
  redis.away = true;
  expect((await here.take(POLICY, 'alice')).remaining).toBe(4);
  expect((await here.take(POLICY, 'alice')).remaining).toBe(3);
  expect(await here.fallbacks()).toBe(2);
  redis.away = false;
  expect((await here.take(POLICY, 'alice')).remaining).toBe(2);
  expect((await there.take(POLICY, 'alice')).remaining).toBe(1);
  expect(await here.fallbacks()).toBe(2);
});

test('limits by itself for as long as Redis is away', async () => {
  const redis = createFakeRedis();
  redis.away = true;
  const limiter = createReplica(redis);
  expect(await take(limiter, 30)).toBe(10);
});

test('does not begin anew when Redis is emptied', async () => {
  const redis = createFakeRedis();
  const limiter = createReplica(redis);
  await take(limiter, 10);
  redis.counts.clear();
  expect(await take(limiter, 5)).toBe(0);
});

test('knows who has nothing left without counting', async () => {
  const limiter = createReplica(undefined);
  expect(limiter.exhausted(POLICY, 'alice')).toBeUndefined();
  await take(limiter, 10);
  expect(limiter.exhausted(POLICY, 'alice')).toMatchObject({ allowed: false, remaining: 0 });
  expect(limiter.exhausted(POLICY, 'bob')).toBeUndefined();
});

test('forgets callers instead of growing without end', async () => {
  let now = 0;
  const limiter = createReplica(undefined, () => new Date(now));
  await take(limiter, 10, 'first');
  for (let caller = 0; caller < 100_000; caller++) void limiter.take(POLICY, `flood ${caller}`);
  expect(limiter.exhausted(POLICY, 'first')).toBeUndefined();
  expect(limiter.exhausted({ name: 'read', limit: 1 }, 'flood 99999')).toBeDefined();
  now = 120_000;
  await take(limiter, 1, 'later');
  expect(limiter.exhausted({ name: 'read', limit: 1 }, 'flood 99999')).toBeUndefined();
});
