import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';
import pg from 'pg';
import { Agent, request } from 'undici';
import { createApp } from '../src/app.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { createLogger } from '../src/platform/logger.ts';
import { migrate } from '../src/platform/migrate.ts';
import { EXAMPLE_SHIPMENT } from './example-shipment.ts';
import { report } from './report.ts';

// Deliveries a second to a receiver in another process on this machine, and the delay from the answer to the caller (after its commit) to
// the receipt, with 1 and with 200 webhooks; beside a bare loop of POSTs to the same receiver.

const BACKLOG = 4_000;
const SHIPMENTS = 100;
const CONCURRENCY = 16;

if (process.argv[2] === 'receiver') await receive();
else await bench();

/** Tells its parent how many it has got, and when each came. */
async function receive(): Promise<void> {
  let times: number[] = [];
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => {
      times.push(performance.timeOrigin + performance.now());
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.({ port: (server.address() as AddressInfo).port });
  process.on('message', () => {
    process.send?.({ times });
    times = [];
  });
  process.on('disconnect', () => process.exit(0));
}

async function bench(): Promise<void> {
  await using running = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'viya-bench-hooks-'));
  running.defer(() => rm(dataDir, { recursive: true, force: true }));
  const log = createLogger('error');
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  running.defer(() => postgres.close());
  await migrate(postgres.connectionString, { log });
  const receiver = fork(new URL(import.meta.url), ['receiver'], { execArgv: [] });
  running.defer(() => receiver.disconnect());
  const [{ port }] = (await once(receiver, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}/`;
  const takeTimes = async (): Promise<number[]> => {
    receiver.send('take');
    const [{ times }] = (await once(receiver, 'message')) as [{ times: number[] }];
    return times;
  };
  const app = await createApp({
    connectionString: postgres.connectionString,
    secretKey: Buffer.alloc(32),
    log,
    config: {
      publicUrl: 'http://localhost',
      problemBaseUrl: 'https://viya.shipitsmarter.com/errors',
      rateLimits: { read: 1e9, write: 1e9, bulk: 1e9, address: 1e9 },
      corsOrigins: [],
      hooksAllowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')],
    },
  });
  running.defer(() => app.close());
  await app.start();
  const client = new pg.Client({ connectionString: postgres.connectionString });
  await client.connect();
  running.defer(() => client.end());

  const bare = await bareLoop(url);
  await takeTimes();
  const lines = [`bare POST loop (undici, ${CONCURRENCY} at a time): ${bare.toFixed(0)}/s`];
  for (const webhooks of [1, 200]) {
    report(`${webhooks} webhooks`);
    const { tenantId, apiKey } = await app.createTenant(`bench ${webhooks}`);
    const post = (path: string, body: unknown) =>
      app.http.inject({
        method: 'POST',
        url: path,
        payload: body as object,
        headers: { authorization: `ApiKey ${apiKey}` },
      });
    for (let number = 0; number < webhooks; number++) {
      // Of many webhooks each shipment concerns one, so that the delay is of the delivery and not of two hundred.
      const events = number === 0 ? ['shipment.created'] : ['consignment.declined'];
      await post('/api/hooks/v1/webhooks', { url, events });
    }
    const delays: number[] = [];
    for (let number = 0; number < SHIPMENTS + 10; number++) {
      const { statusCode } = await post('/api/shipping/v2/shipments', EXAMPLE_SHIPMENT);
      const answered = performance.timeOrigin + performance.now();
      if (statusCode !== 201) throw new Error(`answered ${statusCode}`);
      let times: number[] = [];
      while (times.length === 0) {
        await wait(5);
        times = await takeTimes();
      }
      if (number >= 10) delays.push(Math.max(0, (times[0] ?? 0) - answered));
    }
    delays.sort((one, other) => one - other);
    await plant(client, tenantId);
    const start = performance.now();
    const before = process.cpuUsage();
    let got = 0;
    while (got < BACKLOG) {
      await wait(20);
      got += (await takeTimes()).length;
    }
    const perSecond = BACKLOG / ((performance.now() - start) / 1_000);
    const cpu = process.cpuUsage(before);
    lines.push(
      `${webhooks} webhooks: ${perSecond.toFixed(0)}/s (${(perSecond / bare).toFixed(2)} of the bare loop, ${((cpu.user + cpu.system) / 1_000 / BACKLOG).toFixed(2)} ms CPU each); commit to receipt: median ${at(delays, 0.5)} ms, p99 ${at(delays, 0.99)} ms`,
    );
  }
  console.log(lines.join('\n'));
}

/** A backlog, shared out over all the tenant's webhooks. */
async function plant(client: pg.Client, tenantId: string): Promise<void> {
  await client.query(
    `with hook as (select id, row_number() over () - 1 as number, count(*) over () as hooks from hooks.webhooks where tenant_id = $1),
      planted as (select uuidv7() as event_id, number from generate_series(1, $2::int) as number),
      messages as (insert into hooks.messages select $1, event_id, $3 from planted)
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
      select $1, hook.id, uuidv7(), event_id, 'shipment.created', 'shipment/x', 1, 'Pending', 0, 0, now()
      from planted join hook on hook.number = planted.number % hook.hooks`,
    [tenantId, BACKLOG, JSON.stringify({ data: EXAMPLE_SHIPMENT })],
  );
}

async function bareLoop(url: string): Promise<number> {
  const dispatcher = new Agent();
  const body = JSON.stringify({ data: EXAMPLE_SHIPMENT });
  let left = BACKLOG;
  const start = performance.now();
  const loop = async (): Promise<void> => {
    while (left-- > 0) await (await request(url, { dispatcher, method: 'POST', body })).body.dump();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, loop));
  const perSecond = BACKLOG / ((performance.now() - start) / 1_000);
  await dispatcher.close();
  return perSecond;
}

function at(sorted: readonly number[], quantile: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0).toFixed(1);
}
