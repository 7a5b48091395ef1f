import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Client } from '@grpc/grpc-js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { OrderStatus } from '../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { startTestApp, useTestApp } from '../harness/app.ts';
import {
  createOrder,
  EXAMPLE_ORDER,
  listOrders,
  orderOf,
  payOrder,
  reservedOrder,
  stock,
  useGrpc,
} from '../harness/grpc.ts';
import { createTestDatabase } from '../harness.ts';

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);
beforeAll(() => stock(grpc.mine, { 'SKU-1': 1000n, 'SKU-2': 1000n }));

/** `HealthCheckRequest { service }` in, `HealthCheckResponse { status }` out, both of one field, by hand. */
function check(client: Client, service: string): Promise<string> {
  const name = Buffer.from(service);
  return new Promise((resolve) => {
    client.makeUnaryRequest(
      '/grpc.health.v1.Health/Check',
      (bytes: Buffer) => bytes,
      (bytes) => ['UNKNOWN', 'SERVING', 'NOT_SERVING'][bytes[1] ?? 0] ?? 'nothing',
      Buffer.concat([Buffer.from([0x0a, name.length]), name]),
      (error, status) => resolve(error === null ? String(status) : `code ${error.code}`),
    );
  });
}

describe('health', () => {
  test('says SERVING for the server and each service, without credentials, and NOT_FOUND for others', async () => {
    const names = ['', 'oms.v1.OrderService', 'oms.v1.InventoryService', 'oms.v1.PaymentService', 'oms.v1.NoService'];
    const statuses = await Promise.all(names.map((name) => check(grpc.client, name)));
    expect(statuses).toEqual(['SERVING', 'SERVING', 'SERVING', 'SERVING', 'code 5']);
  });
});

describe('an unmodified client', () => {
  const buf = async (...args: string[]): Promise<string> => {
    const url = `http://127.0.0.1:${grpc.port}`;
    const [first = '', ...others] = args;
    const command = ['curl', '--protocol', 'grpc', '--http2-prior-knowledge', ...others, `${url}${first}`];
    const { stdout } = await promisify(execFile)('node_modules/.bin/buf', command);
    return stdout;
  };

  test('learns the services and their methods by reflection', async () => {
    expect((await buf('', '--list-services')).trim().split('\n').sort()).toEqual(
      expect.arrayContaining(['oms.v1.InventoryService', 'oms.v1.OrderService', 'oms.v1.PaymentService']),
    );
    expect((await buf('', '--list-methods')).split('\n')).toContain('oms.v1.OrderService/CreateOrder');
  });

  test('calls them by reflection alone, with metadata', async () => {
    const order = {
      customerId: 'by-reflection',
      items: [{ sku: 'SKU-1', qty: 2, price: { currency: 'EUR', amountMinor: '1250' } }],
    };
    const headers = [`authorization: ApiKey ${world.caller.apiKey}`, 'idempotency-key: buf-1'].flatMap((header) => [
      '-H',
      header,
    ]);
    const answer = await buf('/oms.v1.OrderService/CreateOrder', ...headers, '-d', JSON.stringify(order));
    expect(JSON.parse(answer)).toMatchObject({
      order: { customerId: 'by-reflection', status: 'ORDER_STATUS_RESERVED' },
    });
  });
});

describe('limits', () => {
  test('a caller’s calls are counted with his requests, and he is told where he stands and when to come back', async () => {
    const caller = await world.server.newCaller('Limited');
    await world.server.app.authorizing.setRateLimits(caller.tenantId, { read: 3, write: 1 });
    const mine = grpc.as(caller);
    const first = await mine.call(listOrders, {});
    expect(first.metadata).toMatchObject({ 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '2' });
    expect((await caller.get('/v1/orders')).headers['x-ratelimit-remaining']).toBe('1');
    await mine.call(listOrders, {});
    const refused = await mine.call(listOrders, {});
    expect(refused).toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      details: {
        ErrorInfo: { reason: 'RATE_LIMITED' },
        QuotaFailure: { violations: [{ subject: 'read' }] },
        RetryInfo: { retryDelay: expect.stringMatching(/^\d+s$/) },
      },
    });
    expect(refused.metadata['x-ratelimit-remaining']).toBe('0');
    // Changes are counted apart.
    expect((await mine.call(createOrder, { ...EXAMPLE_ORDER, customerId: '' })).code).toBe('INVALID_ARGUMENT');
    expect((await mine.call(createOrder, EXAMPLE_ORDER)).code).toBe('RESOURCE_EXHAUSTED');
  });

  test('what is much too large is not read', async () => {
    const answer = await grpc.mine.send('/oms.v1.OrderService/CreateOrder', Buffer.alloc(5 * 1024 * 1024));
    expect(answer.code).toBe('RESOURCE_EXHAUSTED');
  });
});

test('a port that is taken is an error that names GRPC_PORT and the address', async () => {
  await using database = await createTestDatabase();
  await using other = await startTestApp({ connectionString: database.connectionString, background: false });
  await expect(other.app.grpc.listen({ host: '127.0.0.1', port: grpc.port })).rejects.toThrow(
    new RegExp(`^GRPC_PORT: gRPC cannot listen on 127\\.0\\.0\\.1:${grpc.port}`),
  );
});

// The last: it stops the server that the others share.
test('a server that stops says so to health checks, ends the calls in flight, and takes no more', async () => {
  const { id } = await reservedOrder(grpc.mine);
  const paying = grpc.mine.call(payOrder, { id, paymentToken: 'tok_slow' });
  // Half of it is done, and the other half takes two seconds.
  const isHeld = () => world.rows(`select from orders.payments where order_id = $1 and status = 'HELD'`, [id]);
  await vi.waitFor(async () => expect(await isHeld()).toHaveLength(1), { timeout: 10_000, interval: 20 });
  world.server.app.grpc.announceStop();
  expect(await check(grpc.client, 'oms.v1.OrderService')).toBe('NOT_SERVING');
  const closing = world.server.app.grpc.close();
  const late = grpc.mine.call(listOrders, {});
  expect(orderOf(await paying).status).toBe(OrderStatus.CONFIRMED);
  await closing;
  expect((await late).code).toBe('UNAVAILABLE');
});
