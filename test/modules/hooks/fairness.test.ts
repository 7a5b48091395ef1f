import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishEvents } from '../../../src/modules/hooks/publish-events.ts';
import type { Caller, TestApp } from '../../harness/app.ts';
import { LOOPBACK_ALLOWED, type Receiver, startReceiver } from '../../harness/receiver.ts';
import { createTestDatabase, startTestApp } from '../../harness.ts';

/** An installation with a webhook whose receiver answers at once. */
interface Installation extends AsyncDisposable {
  connectionString: string;
  server: TestApp;
  caller: Caller;
  receiver: Receiver;
}

async function install(): Promise<Installation> {
  await using started = new AsyncDisposableStack();
  const { connectionString } = started.use(await createTestDatabase());
  const server = started.use(
    await startTestApp({ connectionString, config: LOOPBACK_ALLOWED, hooks: { timeoutMs: 5_000 } }),
  );
  const receiver = started.use(await startReceiver());
  const running = started.move();
  const caller = await server.newCaller();
  return { connectionString, server, caller, receiver, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

let installation: Installation;
beforeEach(async () => {
  installation = await install();
});
afterEach(() => installation[Symbol.asyncDispose]());

async function webhook({ caller }: Installation, url: string): Promise<string> {
  const answer = await caller.post('/api/hooks/v1/webhooks', { url, events: ['shipment.created'] });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

/** Deliveries that wait, written past the application. */
async function plantDeliveries({ server, caller }: Installation, webhookId: string, count: number): Promise<void> {
  await server.app.db.pool.query(
    `with planted as (
        select uuidv7() as event_id, number from generate_series(1, $3::int) as number),
      messages as (insert into hooks.messages (tenant_id, event_id, body) select $1, event_id, '{}' from planted)
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
      select $1, $2, uuidv7(), event_id, 'shipment.created', 'shipment/' || number, 1, 'Pending', 0, 0, now() from planted`,
    [caller.tenantId, webhookId, count],
  );
}

/** From the commit of an event that nothing else is done for to its receipt. */
async function delayOf({ server, caller, receiver }: Installation): Promise<number> {
  const before = receiver.received.length;
  await server.app.db.pool.query(
    `insert into platform.events (tenant_id, id, type, subject, sequence, time, data)
     values ($1, uuidv7(), 'shipment.created', 'shipment/' || uuidv7(), 1, now(), '{}')`,
    [caller.tenantId],
  );
  const committed = performance.now();
  const received = await receiver.got(before + 1);
  return Math.max(0, (received.at(-1)?.at ?? 0) - committed);
}

/** Delays of an installation and of one where nothing is amiss, in turns, so that a busy machine slows down both. */
async function compareDelays(count: number): Promise<{ here: Delays; elsewhere: Delays }> {
  await using reference = await install();
  await webhook(reference, reference.receiver.url);
  const [here, elsewhere]: [number[], number[]] = [[], []];
  for (let turn = -5; turn < count; turn++) {
    const pair = [await delayOf(installation), await delayOf(reference)] as const;
    if (turn < 0) continue;
    here.push(pair[0]);
    elsewhere.push(pair[1]);
  }
  return { here: summarize(here), elsewhere: summarize(elsewhere) };
}

interface Delays {
  median: number;
  p99: number;
}

function summarize(delays: number[]): Delays {
  const sorted = delays.toSorted((one, other) => one - other);
  const at = (quantile: number): number => sorted[Math.floor((sorted.length - 1) * quantile)] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

test('an endpoint that never answers and has 10,000 events waiting does not delay another', {
  timeout: 60_000,
}, async () => {
  await using dead = await startReceiver();
  dead.answer(() => undefined);
  await webhook(installation, installation.receiver.url);
  await plantDeliveries(installation, await webhook(installation, dead.url), 10_000);
  await dead.got(1);
  const { here, elsewhere } = await compareDelays(100);
  expect(here.median).toBeLessThan(2 * elsewhere.median + 5);
  expect(here.p99).toBeLessThan(3 * elsewhere.p99 + 20);
  // It holds its few exchanges for the whole time-out, with rests between.
  expect(dead.received.length).toBeLessThan(20);
});

test('many endpoints that never answer leave room for one that does', { timeout: 60_000 }, async () => {
  await using dead = await startReceiver();
  dead.answer(() => undefined);
  await webhook(installation, installation.receiver.url);
  await delayOf(installation);
  const webhooks = Array.from({ length: 80 }, (_, number) => webhook(installation, `${dead.url}/${number}`));
  // Each that is new may make two exchanges at a time: together more than all that are new may make.
  for (const id of await Promise.all(webhooks)) await plantDeliveries(installation, id, 2);
  await dead.got(128);
  const { here, elsewhere } = await compareDelays(20);
  expect(here.median).toBeLessThan(2 * elsewhere.median + 5);
  expect(here.p99).toBeLessThan(3 * elsewhere.p99 + 20);
});

test('two replicas share what is due, and nothing is sent twice', { timeout: 60_000 }, async () => {
  const { receiver, server } = installation;
  await using replica = await startTestApp({ ...installation, config: LOOPBACK_ALLOWED });
  await plantDeliveries(installation, await webhook(installation, receiver.url), 500);
  await receiver.got(500, 30_000);
  await vi.waitFor(async () => {
    const { rows } = await server.app.db.pool.query(`select from hooks.deliveries where status <> 'Succeeded'`);
    expect(rows).toEqual([]);
  });
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(500);
  expect(receiver.received).toHaveLength(500);
  const { rows } = await server.app.db.pool.query('select distinct claimed_by from hooks.deliveries');
  expect(rows).toHaveLength(2);
  expect(replica.app.db).toBeDefined();
});

test('what a process had claimed is sent by another soon after it died, or else once the claim has lapsed', async () => {
  const { receiver, server } = installation;
  const id = await webhook(installation, receiver.url);
  receiver.answerWith(500);
  await plantDeliveries(installation, id, 2);
  await receiver.got(2);
  const { pool } = server.app.db;
  await vi.waitFor(async () => {
    const { rows } = await pool.query('select from hooks.deliveries where attempts = 1');
    expect(rows).toHaveLength(2);
  });
  receiver.answerWith(204);
  const claim = `with dead as (insert into hooks.claimants (name) values ('process-dead'))
    update hooks.deliveries set next_attempt_on = now(), claimed_until = now() + $1::interval, claimed_by = $2`;
  const start = performance.now();
  await pool.query(claim, ['1 hour', 'process-dead']);
  const died = await receiver.got(4);
  expect(died).toHaveLength(4);
  expect((died.at(-1)?.at ?? 0) - start).toBeLessThan(10_000);
  await vi.waitFor(async () => {
    const { rows } = await pool.query(`select from hooks.deliveries where status <> 'Succeeded'`);
    expect(rows).toEqual([]);
  });
  const again = performance.now();
  await pool.query(`${claim}, status = 'Pending'`, ['1 second', 'unknown']);
  const lapsed = await receiver.got(6);
  expect((lapsed[4]?.at ?? 0) - again).toBeGreaterThan(900);
});

test('a process that is stopped gives back what it has not finished', { timeout: 30_000 }, async () => {
  const { receiver, server } = installation;
  receiver.answer(() => undefined);
  await plantDeliveries(installation, await webhook(installation, receiver.url), 1);
  await receiver.got(1);
  await server[Symbol.asyncDispose]();
  receiver.answerWith(204);
  await using next = await startTestApp({ ...installation, config: LOOPBACK_ALLOWED });
  const start = performance.now();
  await receiver.got(2);
  expect(performance.now() - start).toBeLessThan(2_000);
  const { rows } = await next.app.db.pool.query(`select name from hooks.claimants`);
  expect(rows.length).toBeLessThan(2);
});

test('publishing whose job is lost is taken up again, and an event is given to a webhook once', async () => {
  const { receiver, server } = installation;
  await webhook(installation, receiver.url);
  await delayOf(installation);
  const { rows } = await server.app.db.pool.query(
    `insert into platform.unpublished_events (tenant_id, subject, sequence, event_id)
     select tenant_id, subject, sequence, id from platform.events where type = 'shipment.created' returning tenant_id, subject`,
  );
  const wake = vi.fn<() => void>();
  const deps = { db: server.app.db, clock: () => new Date(), source: 'x', deliveries: { wake } };
  await publishEvents(deps, { tenantId: rows[0].tenant_id, subject: rows[0].subject });
  expect(wake).toHaveBeenCalledWith([]);
});
