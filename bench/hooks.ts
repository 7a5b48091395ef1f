import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';
import pg from 'pg';
import { Agent, request } from 'undici';
import { createApp } from '../src/app.ts';
import type { WebhookKey } from '../src/modules/hooks/claim-repository.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { createLogger } from '../src/platform/logger.ts';
import { migrate } from '../src/platform/migrate.ts';
import { createSecretBox } from '../src/platform/secret-box.ts';
import { disposeOnSignal } from '../test/harness/dispose-on-signal.ts';
import { EXAMPLE_SHIPMENT } from './example-shipment.ts';
import { deliverAsJobs } from './hooks-as-jobs.ts';
import { startLaneJobs } from './hooks-as-lane-jobs.ts';
import { report } from './report.ts';
import { measureTriggerCost } from './trigger-cost.ts';

// Deliveries a second to a receiver in another process on this machine, and the delay from the answer to the caller (after its commit) to
// the receipt, with 1 and with 200 webhooks and beside a dead endpoint; beside a bare loop of POSTs to the same receiver and deliveries that
// are made by jobs, one for each of them or for each webhook. And what events cost a tenant without webhooks.

const BACKLOG = 4_000;
const DEAD_BACKLOG = 10_000;
const SHIPMENTS = 100;
const WARM_UP = 10;
const CONCURRENCY = 16;
const SECRET_KEY = Buffer.alloc(32);

if (process.argv[2] === 'receiver') await receive();
else await bench();

/** Tells its parent when each came; on `/dead` it never answers, and tells nothing. */
async function receive(): Promise<void> {
  let times: number[] = [];
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => {
      if (incoming.url === '/dead') return;
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
  using _untilSignal = disposeOnSignal(() => running.disposeAsync());
  const dataDir = await mkdtemp(join(tmpdir(), 'viya-bench-hooks-'));
  running.defer(() => rm(dataDir, { recursive: true, force: true }));
  const log = createLogger('error');
  const starting = startEmbeddedPostgres({ dataDir, log });
  running.defer(async () => (await starting).close());
  const { connectionString } = await starting;
  await migrate(connectionString, { log });
  const receiver = fork(new URL(import.meta.url), ['receiver'], { execArgv: [] });
  running.defer(() => receiver.disconnect());
  const [{ port }] = (await once(receiver, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}/`;
  const takeTimes = async (): Promise<number[]> => {
    receiver.send('take');
    const [{ times }] = (await once(receiver, 'message')) as [{ times: number[] }];
    return times;
  };
  const untilReceived = async (count: number): Promise<void> => {
    for (let got = 0; got < count; got += (await takeTimes()).length) await wait(20);
  };
  const app = await createApp({
    connectionString,
    secretKey: SECRET_KEY,
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
  const client = new pg.Client({ connectionString });
  await client.connect();
  running.defer(() => client.end());
  const newTenant = async (name: string) => {
    const { tenantId, apiKey } = await app.createTenant(name);
    const headers = { authorization: `ApiKey ${apiKey}` };
    const post = async (path: string, payload: object): Promise<void> => {
      const { statusCode, body } = await app.http.inject({ method: 'POST', url: path, payload, headers });
      if (statusCode !== 201) throw new Error(`answered ${statusCode}: ${body}`);
    };
    return {
      tenantId,
      createShipment: () => post('/api/shipping/v2/shipments', EXAMPLE_SHIPMENT),
      createWebhook: (to: string, ...events: string[]) => post('/api/hooks/v1/webhooks', { url: to, events }),
    };
  };
  const delays = async (createShipment: () => Promise<void>): Promise<string> => {
    const found: number[] = [];
    for (let number = 0; number < SHIPMENTS + WARM_UP; number++) {
      await createShipment();
      const answered = performance.timeOrigin + performance.now();
      let times: number[] = [];
      while (times.length === 0) {
        await wait(5);
        times = await takeTimes();
      }
      if (number >= WARM_UP) found.push(Math.max(0, (times[0] ?? 0) - answered));
    }
    found.sort((one, other) => one - other);
    return `median ${at(found, 0.5)} ms, p99 ${at(found, 0.99)} ms`;
  };
  const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;
  const lines: string[] = [`${availableParallelism()} cores, ${load()} at the start`];

  report('a tenant without webhooks');
  const nobody = await newTenant('nobody listens');
  const cost = await measureTriggerCost(client, nobody.tenantId, nobody.createShipment);
  lines.push(
    `create a shipment where nobody listens: ${cost.withMs.toFixed(2)} ms with the trigger, ${cost.withoutMs.toFixed(2)} ms without (ratio ${cost.ratio.toFixed(3)}); the trigger alone ${cost.microsecondsPerEvent.toFixed(1)} µs an event`,
  );

  report('references');
  const body = JSON.stringify({ data: EXAMPLE_SHIPMENT });
  const bare = await bareLoop(url, body);
  await takeTimes();
  lines.push(`bare POST loop (undici, ${CONCURRENCY} at a time): ${bare.toFixed(0)}/s`);
  const jobs = { connectionString, url, body, concurrency: CONCURRENCY };
  for (const [name, queued, deliveries] of [
    [`jobs, ${CONCURRENCY} at a time`, false, BACKLOG],
    ['jobs, in a queue for each webhook', true, BACKLOG / 40],
  ] as const) {
    const received = (): Promise<void> => untilReceived(deliveries);
    const perSecond = await deliverAsJobs({ ...jobs, deliveries, queued, received });
    lines.push(`1 webhook by ${name}: ${perSecond.toFixed(0)}/s (${(perSecond / bare).toFixed(2)} of the bare loop)`);
  }

  for (const [webhooks, slots] of [
    [1, CONCURRENCY],
    [200, CONCURRENCY],
    [200, 4 * CONCURRENCY],
  ] as const) {
    report(`${describeCount(webhooks)} by a job for each, ${slots} at a time`);
    const { tenantId, createShipment, createWebhook } = await newTenant(`lanes ${webhooks}`);
    for (let number = 0; number < webhooks; number++)
      await createWebhook(url, number === 0 ? 'shipment.created' : 'consignment.declined');
    await using lanes = await startLaneJobs(app.db, createSecretBox(SECRET_KEY), slots);
    const delay = await delays(createShipment);
    await plant(client, { tenantId, url, body, count: BACKLOG });
    const start = performance.now();
    await lanes.wake(await webhooksOf(client, tenantId));
    await untilReceived(BACKLOG);
    const perSecond = BACKLOG / ((performance.now() - start) / 1_000);
    let beside = '';
    if (webhooks === 200) {
      for (let number = 0; number < slots; number++) await createWebhook(`${url}dead`, 'consignment.declined');
      await plant(client, { tenantId, url: `${url}dead`, body, count: slots });
      await lanes.wake(await webhooksOf(client, tenantId));
      await wait(500);
      const asked = performance.now();
      await createShipment();
      await untilReceived(1);
      beside = `; beside ${slots} that do not answer: ${((performance.now() - asked) / 1_000).toFixed(1)} s`;
    }
    lines.push(
      `${describeCount(webhooks)} by a job for each, ${slots} at a time: ${perSecond.toFixed(0)}/s (${(perSecond / bare).toFixed(2)} of the bare loop); commit to receipt: ${delay}${beside} (${load()})`,
    );
    await client.query('update hooks.webhooks set active = false where tenant_id = $1', [tenantId]);
  }

  await app.start();
  for (const webhooks of [1, 200]) {
    report(describeCount(webhooks));
    const { tenantId, createShipment, createWebhook } = await newTenant(`bench ${webhooks}`);
    // Of many webhooks each shipment concerns one, so that the delay is of the delivery and not of two hundred.
    for (let number = 0; number < webhooks; number++)
      await createWebhook(url, number === 0 ? 'shipment.created' : 'consignment.declined');
    const delay = await delays(createShipment);
    await plant(client, { tenantId, url, body, count: BACKLOG });
    const start = performance.now();
    const before = process.cpuUsage();
    await untilReceived(BACKLOG);
    const perSecond = BACKLOG / ((performance.now() - start) / 1_000);
    const { user, system } = process.cpuUsage(before);
    const cpu = ((user + system) / 1_000 / BACKLOG).toFixed(2);
    lines.push(
      `${describeCount(webhooks)}: ${perSecond.toFixed(0)}/s (${(perSecond / bare).toFixed(2)} of the bare loop, ${cpu} ms CPU each); commit to receipt: ${delay} (${load()})`,
    );
    if (webhooks > 1) continue;
    report('beside a dead endpoint');
    const alone = await delays(createShipment);
    await createWebhook(`${url}dead`, 'consignment.declined');
    await plant(client, { tenantId, url: `${url}dead`, body, count: DEAD_BACKLOG });
    const beside = await delays(createShipment);
    lines.push(
      `beside an endpoint that never answers with ${DEAD_BACKLOG} events waiting: ${beside}; just before: ${alone} (${load()})`,
    );
    await client.query('update hooks.webhooks set active = false where tenant_id = $1', [tenantId]);
  }
  console.log(lines.join('\n'));
}

function describeCount(webhooks: number): string {
  return webhooks === 1 ? '1 webhook' : `${webhooks} webhooks`;
}

/** A backlog, shared out over the tenant's webhooks with that URL. */
async function plant(
  client: pg.Client,
  { tenantId, url, body, count }: { tenantId: string; url: string; body: string; count: number },
): Promise<void> {
  await client.query(
    `with hook as (
        select id, row_number() over () - 1 as number, count(*) over () as hooks from hooks.webhooks where tenant_id = $1 and url = $4),
      planted as (select uuidv7() as event_id, number from generate_series(1, $2::int) as number),
      messages as (insert into hooks.messages select $1, event_id, $3 from planted)
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
      select $1, hook.id, uuidv7(), event_id, 'shipment.created', 'shipment/x', 1, 'Pending', 0, 0, now()
      from planted join hook on hook.number = planted.number % hook.hooks`,
    [tenantId, count, body, url],
  );
}

async function webhooksOf(client: pg.Client, tenantId: string): Promise<WebhookKey[]> {
  const { rows } = await client.query<WebhookKey>(
    `select tenant_id as "tenantId", id as "webhookId" from hooks.webhooks where tenant_id = $1`,
    [tenantId],
  );
  return rows;
}

async function bareLoop(url: string, body: string): Promise<number> {
  const dispatcher = new Agent();
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
