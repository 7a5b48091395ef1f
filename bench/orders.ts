import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { create, type DescMethodUnary, fromBinary, toBinary } from '@bufbuild/protobuf';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { OrderService } from '../src/platform/generated/proto/oms/v1/order_service_pb.ts';
import { createLogger } from '../src/platform/logger.ts';
import { migrate } from '../src/platform/migrate.ts';
import { table } from './figures.ts';

// CreateOrder and GetOrder a second and CPU a call, beside a bare grpc-js server with the same messages and empty handlers.
// `node bench/orders.ts [SECONDS]`

const SECONDS = Number(process.argv[2] ?? 5);
const IDLE_SECONDS = 2;
const CONCURRENCY = 16;

interface Measured {
  callsPerSecond: number;
  cpuMicroseconds: number;
}

async function startServer(kind: string, connectionString: string) {
  const child = fork(new URL('orders-server.ts', import.meta.url), [kind, connectionString]);
  const [{ port, apiKey }] = (await once(child, 'message')) as [{ port: number; apiKey: string }];
  return { child, client: new Client(`127.0.0.1:${port}`, credentials.createInsecure()), apiKey };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return user + system;
}

function call(client: Client, method: DescMethodUnary, apiKey: string, bytes: Uint8Array): Promise<Buffer> {
  const metadata = new Metadata();
  metadata.set('authorization', `ApiKey ${apiKey}`);
  metadata.set('idempotency-key', randomUUID());
  const asBytes = (value: Uint8Array): Buffer => Buffer.from(value);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      `/${method.parent.typeName}/${method.name}`,
      asBytes,
      asBytes,
      bytes,
      metadata,
      (error, value) =>
        error === null && value !== undefined ? resolve(value) : reject(error ?? new Error('no answer')),
    );
  });
}

async function measure(child: ChildProcess, one: () => Promise<unknown>): Promise<Measured> {
  const run = async (seconds: number): Promise<number> => {
    const until = performance.now() + seconds * 1_000;
    let calls = 0;
    const work = async (): Promise<void> => {
      for (; performance.now() < until; calls++) await one();
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    return calls;
  };
  await run(1);
  // What looks for jobs and the like is no call's doing.
  const resting = await cpuOf(child);
  await wait(IDLE_SECONDS * 1_000);
  const before = await cpuOf(child);
  const idlePerSecond = (before - resting) / IDLE_SECONDS;
  const calls = await run(SECONDS);
  const used = (await cpuOf(child)) - before - idlePerSecond * SECONDS;
  return { callsPerSecond: calls / SECONDS, cpuMicroseconds: used / calls };
}

const directory = await mkdtemp(join(tmpdir(), 'bench-orders-'));
const log = createLogger('silent');
const postgres = await startEmbeddedPostgres({ dataDir: directory, log });
await migrate(postgres.connectionString, { log });
const { createOrder, getOrder } = OrderService.method;
const price = { currency: 'EUR', amountMinor: 1250n };
const creation = toBinary(
  createOrder.input,
  create(createOrder.input, { customerId: 'c-1', items: ['SKU-1', 'SKU-2'].map((sku) => ({ sku, qty: 1, price })) }),
);
const measured = new Map<string, Measured>();
for (const kind of ['bare', 'product']) {
  const { child, client, apiKey } = await startServer(kind, postgres.connectionString);
  const made = fromBinary(createOrder.output, await call(client, createOrder, apiKey, creation));
  const reading = toBinary(getOrder.input, create(getOrder.input, { id: made.order?.id ?? '' }));
  for (const [method, bytes] of [
    [createOrder, creation],
    [getOrder, reading],
  ] as const) {
    measured.set(`${method.name} ${kind}`, await measure(child, () => call(client, method, apiKey, bytes)));
  }
  client.close();
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
const rows = [createOrder, getOrder].map(({ name }) => {
  const [bare, product] = [measured.get(`${name} bare`), measured.get(`${name} product`)];
  if (bare === undefined || product === undefined) throw new Error(`${name} was not measured`);
  const numbers = [bare.callsPerSecond, product.callsPerSecond, bare.cpuMicroseconds, product.cpuMicroseconds];
  const ratio = product.cpuMicroseconds / bare.cpuMicroseconds;
  return [name, ...numbers.map((number) => number.toFixed(0)), ratio.toFixed(1)];
});
// Of the server, without PostgreSQL and without what it uses when it is idle.
console.log(table(['', 'bare calls/s', 'calls/s', 'bare CPU us/call', 'CPU us/call', 'ratio'], rows));
await postgres.close();
await rm(directory, { recursive: true, force: true });
