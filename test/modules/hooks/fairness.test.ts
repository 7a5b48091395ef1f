import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Caller, TestApp } from '../../harness/app.ts';
import { LOOPBACK_ALLOWED, type Receiver, startReceiver } from '../../harness/receiver.ts';
import { createTestDatabase, startTestApp, type TestDatabase } from '../../harness.ts';

const HOOKS = '/api/hooks/v1/webhooks';
let database: TestDatabase;
let server: TestApp;
let caller: Caller;
let receiver: Receiver;

beforeEach(async () => {
  database = await createTestDatabase();
  server = await startTestApp({ ...database, config: LOOPBACK_ALLOWED, hooks: { timeoutMs: 5_000 } });
  caller = await server.newCaller();
  receiver = await startReceiver();
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

async function webhook(url: string, change: object = {}): Promise<string> {
  const answer = await caller.post(HOOKS, { url, events: ['shipment.created'], ...change });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

/** Deliveries that wait, written past the application. */
async function plantDeliveries(webhookId: string, count: number, dueOn: Date): Promise<void> {
  await server.app.db.pool.query(
    `with planted as (
        select uuidv7() as event_id, number from generate_series(1, $3::int) as number),
      messages as (insert into hooks.messages (tenant_id, event_id, body) select $1, event_id, '{}' from planted)
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
      select $1, $2, uuidv7(), event_id, 'shipment.created', 'shipment/' || number, 1, 'Pending', 0, 0, $4::timestamptz from planted`,
    [caller.tenantId, webhookId, count, dueOn],
  );
}

/** From the answer to the caller to the receipt of the event, of one shipment after the other. */
async function delays(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let number = 0; number < count; number++) {
    const before = receiver.received.length;
    const start = performance.now();
    await caller.createShipment();
    const received = await receiver.got(before + 1);
    found.push((received.at(-1)?.at ?? 0) - start);
  }
  return found.toSorted((one, other) => one - other);
}

test('an endpoint that never answers and has 10,000 events waiting does not delay another', {
  timeout: 60_000,
}, async () => {
  const dead = await startReceiver();
  dead.answer(() => undefined);
  await webhook(receiver.url);
  await delays(20);
  const alone = await delays(60);
  const deadId = await webhook(dead.url);
  await plantDeliveries(deadId, 10_000, new Date());
  await dead.got(1);
  const beside = await delays(60);
  const [p99Alone, p99Beside] = [alone.at(-1) ?? 0, beside.at(-1) ?? 0];
  // It holds its few exchanges for the whole time-out; the other neither waits for them nor for the 10,000 rows.
  expect(p99Beside).toBeLessThan(Math.max(3 * p99Alone, 250));
  expect(dead.received.length).toBeLessThan(20);
  await dead[Symbol.asyncDispose]();
});

test('many endpoints that never answer leave room for one that does', { timeout: 60_000 }, async () => {
  const dead = await startReceiver();
  dead.answer(() => undefined);
  await webhook(receiver.url);
  await delays(5);
  for (let number = 0; number < 150; number++) await webhook(`${dead.url}/${number}`);
  await delays(3);
  await dead.got(64);
  const beside = await delays(10);
  expect(beside.at(-1)).toBeLessThan(2_500);
  await dead[Symbol.asyncDispose]();
});

test('two replicas share what is due, and nothing is sent twice', { timeout: 60_000 }, async () => {
  await using replica = await startTestApp({ ...database, config: LOOPBACK_ALLOWED });
  const id = await webhook(receiver.url);
  await plantDeliveries(id, 500, new Date());
  await receiver.got(500, 30_000);
  await vi.waitFor(async () => {
    const { rows } = await server.app.db.pool.query(`select from hooks.deliveries where status <> 'Succeeded'`);
    expect(rows).toEqual([]);
  });
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(500);
  expect(receiver.received).toHaveLength(500);
  expect(replica.app.db).toBeDefined();
});

test('what a process had claimed when it died is sent by another, once the claim has lapsed', async () => {
  const id = await webhook(receiver.url);
  await plantDeliveries(id, 1, new Date(Date.now() + 3_600_000));
  const claimed = `update hooks.deliveries set next_attempt_on = now(), claimed_until = now() + interval '1 second'`;
  const start = performance.now();
  await server.app.db.pool.query(claimed);
  const [first] = await receiver.got(1);
  expect((first?.at ?? 0) - start).toBeGreaterThan(900);
});

test('a process that is stopped gives back what it has not finished', { timeout: 30_000 }, async () => {
  receiver.answer(() => undefined);
  const id = await webhook(receiver.url);
  {
    await using stopping = await startTestApp({ ...database, config: LOOPBACK_ALLOWED });
    await plantDeliveries(id, 1, new Date());
    await receiver.got(1);
    expect(stopping.app.db).toBeDefined();
    await server[Symbol.asyncDispose]();
  }
  const restarted = await startTestApp({ ...database, config: LOOPBACK_ALLOWED });
  receiver.answerWith(204);
  await receiver.got(2);
  server = restarted;
});

test('publishing whose job is lost is taken up again, and an event is given to a webhook once', async () => {
  await webhook(receiver.url);
  await caller.createShipment();
  await receiver.got(1);
  const { publishEvents } = await import('../../../src/modules/hooks/publish-events.ts');
  const { rows } = await server.app.db.pool.query(
    `insert into platform.unpublished_events (tenant_id, subject, sequence, event_id)
     select tenant_id, subject, sequence, id from platform.events where type = 'shipment.created' returning tenant_id, subject`,
  );
  const wake = vi.fn<() => void>();
  const deps = { db: server.app.db, clock: () => new Date(), source: 'x', deliveries: { wake } };
  await publishEvents(deps, { tenantId: rows[0].tenant_id, subject: rows[0].subject });
  expect(wake).toHaveBeenCalledWith([]);
});
