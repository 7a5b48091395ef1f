import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishEvents } from '../../../src/modules/hooks/publish-events.ts';
import type { Caller, TestApp } from '../../harness/app.ts';
import { eventually, LOOPBACK_ALLOWED, type Receiver, startReceiver } from '../../harness/receiver.ts';
import { createTestDatabase, startTestApp } from '../../harness.ts';

/** An installation with a webhook whose receiver answers at once. */
interface Installation extends AsyncDisposable {
  connectionString: string;
  server: TestApp;
  caller: Caller;
  receiver: Receiver;
  stop(): Promise<void>;
}

async function install(timeoutMs = 5_000): Promise<Installation> {
  const started = new AsyncDisposableStack();
  const { connectionString } = started.use(await createTestDatabase());
  const receiver = started.use(await startReceiver());
  const server = await startTestApp({ connectionString, config: LOOPBACK_ALLOWED, hooks: { timeoutMs } });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => (stopped ??= Promise.resolve(server[Symbol.asyncDispose]()));
  started.defer(stop);
  const caller = await server.newCaller();
  return { connectionString, server, caller, receiver, stop, [Symbol.asyncDispose]: () => started.disposeAsync() };
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

/** Deliveries that wait, so many at each webhook, written past the application. */
async function plantDeliveries(
  { server, caller }: Installation,
  count: number,
  ...webhookIds: readonly string[]
): Promise<void> {
  await server.app.db.pool.query(
    `with planted as (
        select webhook_id, uuidv7() as event_id, number from unnest($2::uuid[]) as webhook_id, generate_series(1, $3::int) as number),
      messages as (insert into hooks.messages (tenant_id, event_id, body) select $1, event_id, '{}' from planted)
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
      select $1, webhook_id, uuidv7(), event_id, 'shipment.created', 'shipment/' || number, 1, 'Pending', 0, 0, now() from planted`,
    [caller.tenantId, webhookIds, count],
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

/** Another installation, where nothing will be amiss; both have delivered before. */
async function installReference(): Promise<Installation> {
  const reference = await install();
  for (const each of [installation, reference]) {
    await webhook(each, each.receiver.url);
    for (let turn = 0; turn < 5; turn++) await delayOf(each);
  }
  return reference;
}

/** By how much the delays here exceed what those of the reference allow; taken in turns, so that a busy machine slows down both. */
async function compareDelays(
  reference: Installation,
  turns: number,
): Promise<Record<'medianExcessMs' | 'greatestExcessMs', number>> {
  const [here, there]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    here.push(await delayOf(installation));
    there.push(await delayOf(reference));
  }
  const median = (delays: number[]): number =>
    delays.toSorted((one, other) => one - other)[Math.floor(delays.length / 2)] ?? 0;
  return {
    medianExcessMs: median(here) - (4 * median(there) + 20),
    // The greatest, since whoever is held up once, for a time-out of five seconds, is not asked again meanwhile.
    greatestExcessMs: Math.max(...here) - (3 * Math.max(...there) + 500),
  };
}

test('an endpoint that never answers and has 10,000 events waiting does not delay another', {
  timeout: 120_000,
}, async () => {
  await using dead = await startReceiver();
  dead.answer(() => undefined);
  await using reference = await installReference();
  await plantDeliveries(installation, 10_000, await webhook(installation, dead.url));
  await dead.got(1);
  const { medianExcessMs, greatestExcessMs } = await compareDelays(reference, 30);
  expect(medianExcessMs).toBeLessThan(0);
  expect(greatestExcessMs).toBeLessThan(0);
  // It holds its few exchanges for the whole time-out, with rests between.
  expect(dead.received.length).toBeLessThan(20);
});

test('many endpoints that never answer leave room for one that does', { timeout: 120_000 }, async () => {
  await using dead = await startReceiver();
  dead.answer(() => undefined);
  await using reference = await installReference();
  const webhooks = Array.from({ length: 128 }, (_, number) => webhook(installation, `${dead.url}/${number}`));
  // Each that is new may make two exchanges at a time: together more than all that are new may make.
  await plantDeliveries(installation, 2, ...(await Promise.all(webhooks)));
  await dead.got(128);
  const { medianExcessMs, greatestExcessMs } = await compareDelays(reference, 20);
  expect(medianExcessMs).toBeLessThan(0);
  expect(greatestExcessMs).toBeLessThan(0);
});

test('two replicas share what is due, and nothing is sent twice', { timeout: 120_000 }, async () => {
  const { receiver, server } = installation;
  await using replica = new AsyncDisposableStack();
  replica.use(await startTestApp({ ...installation, config: LOOPBACK_ALLOWED }));
  await plantDeliveries(installation, 500, await webhook(installation, receiver.url));
  await receiver.got(500, 30_000);
  await eventually(async () => {
    const { rows } = await server.app.db.pool.query(`select from hooks.deliveries where status <> 'Succeeded'`);
    expect(rows).toEqual([]);
  });
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(500);
  expect(receiver.received).toHaveLength(500);
  const { rows } = await server.app.db.pool.query('select distinct claimed_by from hooks.deliveries');
  expect(rows).toHaveLength(2);
});

test('what a process had claimed is sent by another soon after it died, or else once the claim has lapsed', async () => {
  const { receiver, server } = installation;
  const id = await webhook(installation, receiver.url);
  receiver.answerWith(500);
  await plantDeliveries(installation, 2, id);
  await receiver.got(2);
  const { pool } = server.app.db;
  await eventually(async () => {
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
  await eventually(async () => {
    const { rows } = await pool.query(`select from hooks.deliveries where status <> 'Succeeded'`);
    expect(rows).toEqual([]);
  });
  const again = performance.now();
  await pool.query(`${claim}, status = 'Pending'`, ['1 second', 'unknown']);
  const lapsed = await receiver.got(6);
  expect((lapsed[4]?.at ?? 0) - again).toBeGreaterThan(900);
});

test('a process that is stopped gives back what it has not finished', { timeout: 30_000 }, async () => {
  const { receiver, stop } = installation;
  receiver.answer(() => undefined);
  await plantDeliveries(installation, 1, await webhook(installation, receiver.url));
  await receiver.got(1);
  await stop();
  receiver.answerWith(204);
  await using next = await startTestApp({ ...installation, config: LOOPBACK_ALLOWED });
  const start = performance.now();
  await receiver.got(2);
  expect(performance.now() - start).toBeLessThan(2_000);
  const { rows } = await next.app.db.pool.query(`select name from hooks.claimants`);
  expect(rows.length).toBeLessThan(2);
});

test('what a process that is stopped is still at is not sent by another as well', { timeout: 30_000 }, async () => {
  await using leaving = await install(15_000);
  const { receiver, server, stop } = leaving;
  const held: ServerResponse[] = [];
  receiver.answer((_request, response) => void held.push(response));
  await plantDeliveries(leaving, 2, await webhook(leaving, receiver.url));
  await receiver.got(2);
  await using replica = new AsyncDisposableStack();
  const { pool } = replica.use(await startTestApp({ ...leaving, config: LOOPBACK_ALLOWED })).app.db;
  await eventually(async () => {
    expect((await server.app.db.pool.query('select from hooks.claimants')).rows).toHaveLength(2);
  });
  const stopped = stop();
  // Longer than the replica waits before it looks for processes that died.
  await delay(2_500);
  for (const response of held) response.writeHead(204).end();
  await stopped;
  await eventually(async () => {
    expect((await pool.query(`select from hooks.deliveries where status <> 'Succeeded'`)).rows).toEqual([]);
  });
  expect(receiver.received).toHaveLength(2);
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
