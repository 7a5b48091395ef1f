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
  });
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
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  } finally {
    await new Promise((resolve) => listener.close(resolve));
  }
});
