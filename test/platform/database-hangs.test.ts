import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { isDatabaseUnavailable, openDatabase } from '../../src/platform/database.ts';
import { registerHealth } from '../../src/platform/health.ts';
import { createTestDatabase } from '../harness.ts';

/** A way to the database on which everything can come to a stop, connections and all, without any of them being closed. */
async function openWay(connectionString: string) {
  const target = new URL(connectionString);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    sockets.push(near, far);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const way = new URL(connectionString);
  way.hostname = '127.0.0.1';
  way.port = String((server.address() as AddressInfo).port);
  return {
    connectionString: way.href,
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

test('a database that hangs is unavailable once a statement has had its time, and not ready after two seconds', async () => {
  await using database = await createTestDatabase();
  await using way = await openWay(database.connectionString);
  const { connectionString } = way;
  const db = openDatabase({ connectionString, statementTimeoutMs: 1_500, maxConnections: 4, onError: () => undefined });
  const app = fastify();
  registerHealth(app, { db, redis: undefined, isStopping: () => false });
  expect((await app.inject('/health/ready')).statusCode).toBe(200);
  // One for the statement, one for the probe.
  await Promise.all([db.pool.query('select pg_sleep(0.1)'), db.pool.query('select pg_sleep(0.1)')]);

  way.freeze();
  const probe = app.inject('/health/ready');
  const failure: unknown = await db.pool.query('select 1').catch((error: unknown) => error);
  expect(isDatabaseUnavailable(failure)).toBe(true);
  expect((await probe).json()).toMatchObject({ status: 'unready', checks: { database: 'unreachable' } });
  await app.close();
  await db.close();
});
