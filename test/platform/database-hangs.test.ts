import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { isDatabaseUnavailable, openDatabase } from '../../src/platform/database.ts';
import { registerHealth } from '../../src/platform/health.ts';
import { createTestDatabase, SHIPMENTS, startTestApp } from '../harness.ts';

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
  registerHealth(app, { db, connectionString, redis: undefined, isStopping: () => false });
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

test('a pool that is used up is no reason to be taken out of the load balancer', async () => {
  await using database = await createTestDatabase();
  const db = openDatabase({ ...database, maxConnections: 2, onError: () => undefined });
  const app = fastify();
  registerHealth(app, { db, ...database, redis: undefined, isStopping: () => false });
  const taken = [await db.pool.connect(), await db.pool.connect()];
  const waiting = db.pool.query('select 1');
  const answer = await app.inject('/health/ready');
  expect(answer.json()).toMatchObject({
    status: 'ok',
    checks: { database: 'ok', migrations: 'ok', pool: 'saturated' },
  });
  expect(answer.statusCode).toBe(200);
  for (const client of taken) client.release();
  await waiting;
  expect((await app.inject('/health/ready')).json()).toMatchObject({ checks: { pool: 'ok' } });
  await app.close();
  await db.close();
});

test('a database that is empty all of a sudden is not ready, and requests get 503', async () => {
  await using database = await createTestDatabase();
  await using server = await startTestApp({ ...database, background: false });
  const caller = await server.newCaller();
  expect((await server.anonymous.get('/health/ready')).status).toBe(200);
  const schemas = ['shipping', 'platform', 'authorizing', 'rates', 'hooks', 'orders'];
  await server.app.db.pool.query(`drop table public._prisma_migrations; drop schema ${schemas.join(', ')} cascade`);
  const ready = await server.anonymous.get('/health/ready');
  expect([ready.status, ready.body.checks]).toEqual([503, expect.objectContaining({ migrations: 'pending' })]);
  const answer = await caller.get(SHIPMENTS);
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  expect(answer.body.detail).toContain('The database lacks what this release needs');
});
