import fastify from 'fastify';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { registerHealth } from '../../src/platform/health.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { createTestDatabase, SHIPMENTS, startTestApp } from '../harness.ts';

test('a process is not ready while the database lacks a migration of its release', async () => {
  await using database = await createTestDatabase('template0');
  const { connectionString } = database;
  const db = openDatabase({ connectionString, onError: () => undefined });
  const app = fastify();
  registerHealth(app, { db, connectionString, redis: undefined, isStopping: () => false });
  const before = await app.inject('/health/ready');
  expect(before.statusCode).toBe(503);
  expect(before.json()).toMatchObject({ status: 'unready', checks: { database: 'ok', migrations: 'pending' } });

  await migrate(connectionString, { log: createLogger('silent') });
  const after = await app.inject('/health/ready');
  expect(after.statusCode).toBe(200);
  expect(after.json()).toMatchObject({ status: 'ok', checks: { migrations: 'ok' } });
  await app.close();
  await db.close();
});

test('a process that stops lives and is not ready, and answers what it has begun', async () => {
  await using database = await createTestDatabase();
  await using server = await startTestApp({ connectionString: database.connectionString, background: false });
  const caller = await server.newCaller();
  const { id } = await caller.createShipment({ reference: 'SANDBOX-SLOW' });
  const begun = new Promise<void>((resolve) => server.app.http.server.once('request', () => resolve()));
  const order = caller.put(`${SHIPMENTS}/${id}/order`).then((answer) => answer);
  await begun;

  server.app.announceStop();
  const ready = await server.anonymous.get('/health/ready');
  expect(ready.status).toBe(503);
  expect(ready.body).toMatchObject({ status: 'unready', checks: { process: 'stopping' } });
  expect((await server.anonymous.get('/health/live')).status).toBe(200);

  const closed = server.app.http.close();
  const answer = await order;
  expect([answer.status, answer.body.status]).toEqual([200, 'Accepted']);
  await closed;
});
