import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { startOwnRedis } from '../harness/own-redis.ts';
import { createTestDatabase, startTestApp } from '../harness.ts';

async function readStream(
  url: string,
  tenantId: string,
): Promise<{ type: string; sequence: number; subject: string }[]> {
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    const entries = await client.xrange(`viya:events:${tenantId}`, '-', '+');
    return entries.map(([, [name, value = '']]) => {
      expect(name).toBe('event');
      return JSON.parse(value) as { type: string; sequence: number; subject: string };
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
  await vi.waitFor(async () => expect(await ofShipment()).toHaveLength(4), { timeout: 5_000 });
  expect((await ofShipment()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  await vi.waitFor(async () => expect(await readStream(redis.url, other.tenantId)).toHaveLength(1), { timeout: 5_000 });

  await redis.kill();
  const lost = await other.createShipment();
  await redis.restart();
  await vi.waitFor(
    async () =>
      expect((await readStream(redis.url, other.tenantId)).map(({ subject }) => subject)).toEqual([
        `shipment/${lost.id}`,
      ]),
    { timeout: 5_000 },
  );
});

test('without a Redis nothing is kept for it', async () => {
  await using database = await createTestDatabase();
  await using server = await startTestApp({ ...database });
  await (await server.newCaller()).createShipment();
  const { rows } = await server.app.db.pool.query('select from platform.unstreamed_events');
  expect(rows).toEqual([]);
});
