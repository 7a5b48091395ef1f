import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listenForMetrics } from '../../src/platform/metrics-endpoint.ts';
import {
  type Caller,
  createTestDatabase,
  SHIPMENTS,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '../harness.ts';

let database: TestDatabase;
let server: TestApp;
let caller: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startTestApp({ ...database, background: false });
  caller = await server.newCaller('A very telling name');
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const read = async (): Promise<string> => (await server.anonymous.get('/metrics')).text;

test('times requests by route, method and kind of status', async () => {
  const { id } = await caller.createShipment();
  await caller.get(`${SHIPMENTS}/${id}`);
  await caller.get(`${SHIPMENTS}/${id}`);
  await caller.post(SHIPMENTS, {});
  // The answer is sent before it is counted.
  await vi.waitFor(async () => {
    const text = await read();
    const count = (labels: string): RegExp =>
      new RegExp(`^viya_http_request_duration_seconds_count\\{${labels}\\} (\\d+)$`, 'm');
    expect(count('method="GET",route="/api/shipping/v2/shipments/:id",status="2xx"').exec(text)?.[1]).toBe('2');
    expect(count('method="POST",route="/api/shipping/v2/shipments",status="4xx"').exec(text)?.[1]).toBe('1');
  }, 20_000);
});

test('names no tenant, resource or caller', async () => {
  const { id } = await caller.createShipment();
  await caller.get(`${SHIPMENTS}/${id}?limit=1`);
  const text = await read();
  for (const secret of [id, caller.tenantId, caller.apiKey, 'telling', '127.0.0.1']) expect(text).not.toContain(secret);
});

test('has one label for all paths that do not exist', async () => {
  for (let i = 0; i < 5; i++) await caller.get(`/nothing/${i}`);
  const text = await read();
  expect(text).toMatch(/^viya_http_request_duration_seconds_count\{method="any",route="none",status="4xx"\} 5$/m);
  expect(text).not.toContain('/nothing');
});

test('tells the state of the database pool, and of Redis only where there is one', async () => {
  const text = await read();
  expect(text).toMatch(/^viya_database_pool_waiting 0$/m);
  expect(text).toMatch(/^viya_database_pool_open \d+$/m);
  expect(text).not.toContain('viya_redis_up');
});

test('tells what is stuck: bookings, shipments that a person is to look at, jobs, events', async () => {
  const value = async (name: string): Promise<number> =>
    Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(await read())?.[1]);
  const [waits, held] = [await caller.createShipment(), await caller.createShipment()];
  const { pool } = server.app.db;
  const order = `update shipping.shipments set status = 'Ordered', updated_on = now() - interval '90 seconds', hold = $2 where id = $1`;
  await pool.query(order, [waits.id, null]);
  await pool.query(order, [held.id, '{"reason": "unclear"}']);
  await pool.query(`select graphile_worker.add_job('void-booking', run_at => now() - interval '40 seconds')`);
  await pool.query(`insert into platform.unstreamed_events (tenant_id, event_id) values ($1, gen_random_uuid())`, [
    caller.tenantId,
  ]);
  expect(await value('viya_shipments_held')).toBe(1);
  expect(await value('viya_bookings_unsettled_oldest_seconds')).toBeCloseTo(90, -1);
  expect(await value('viya_jobs_due_oldest_seconds{task="void-booking"}')).toBeCloseTo(40, -1);
  expect(await value('viya_jobs_due_oldest_seconds{task="reconcile-booking"}')).toBe(0);
  expect(await value('viya_events_unstreamed')).toBe(1);
  expect(await value('viya_events_unpublished')).toBe(0);
  expect(await value('viya_database_pool_max')).toBe(8);
  expect(await read()).toMatch(/^viya_build_info\{release="\d+\.\d+\.\d+",node="v\d+[^"]*"\} 1$/m);
});

test('counts what has labels from zero', async () => {
  const text = await read();
  for (const line of ['rate_limited_total{policy="write"}', 'webhook_attempts_total{outcome="failed"}'])
    expect(text).toContain(`viya_${line} 0\n`);
  expect(text).toContain('viya_unmapped_tracking_codes_total{carrier="ups"} 0\n');
});

test('asks for no credentials and is never limited', async () => {
  const answer = await server.anonymous.get('/metrics');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('text/plain');
  expect(answer.headers).not.toHaveProperty('x-ratelimit-limit');
});

test('is served on a port of its own, and only there, when one is configured', async () => {
  await using elsewhere = await startTestApp({ ...database, background: false, config: { metricsPort: 9_464 } });
  expect((await elsewhere.anonymous.get('/metrics')).status).toBe(404);
  const listener = await listenForMetrics(elsewhere.app.metrics, { host: '127.0.0.1', port: 0 });
  try {
    const { port } = listener.address() as { port: number };
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('viya_http_request_duration_seconds');
    expect((await fetch(`http://127.0.0.1:${port}/metrics?module=viya`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  } finally {
    await new Promise((resolve) => listener.close(resolve));
  }
});
