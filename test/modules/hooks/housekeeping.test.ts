import { expect, test, vi } from 'vitest';
import { purgeDeliveries } from '../../../src/modules/hooks/delivery-repository.ts';
import { firstIdAt } from '../../../src/platform/ids.ts';
import { type Caller, useTestApp } from '../../harness/app.ts';
import { createTestDatabase } from '../../harness.ts';

const world = useTestApp(createTestDatabase);
const HOOKS = '/api/hooks/v1/webhooks';
const NOW = new Date();
const DAY_MS = 86_400_000;
const MONTH_AGO = new Date(NOW.getTime() - 30 * DAY_MS);

async function webhook(caller: Caller): Promise<string> {
  return (await caller.post(HOOKS, { url: 'https://erp.acme.example/', events: ['*'] })).body.id;
}

interface Planted {
  number: number;
  webhookId: string;
  status: 'Pending' | 'Succeeded' | 'Failed';
  daysAgo: number;
  /** Default: now. */
  dueOn?: Date;
}

/** A delivery with its message and one attempt. @returns its id, in which the time of its making is. */
async function plant(
  { tenantId }: Caller,
  { number, webhookId, status, daysAgo, dueOn = NOW }: Planted,
): Promise<string> {
  const id = firstIdAt(new Date(NOW.getTime() - daysAgo * DAY_MS)).slice(0, -4) + String(number).padStart(4, '0');
  await world.rows(
    `with message as (insert into hooks.messages (tenant_id, event_id, body) values ($1, $3, '{}')),
      attempt as (
        insert into hooks.attempts (tenant_id, webhook_id, delivery_id, number, started_on, duration_ms) values ($1, $2, $3, 1, now(), 1))
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries, next_attempt_on)
      values ($1, $2, $3, $3, 'shipment.created', 'shipment/x', 1, $4::hooks.delivery_status, 1, 1, $5)`,
    [tenantId, webhookId, id, status, dueOn],
  );
  return id;
}

async function kept({ tenantId }: Caller): Promise<Record<'deliveries' | 'attempts' | 'messages', string[]>> {
  const idsOf = async (table: string, column: string): Promise<string[]> =>
    (await world.rows<{ id: string }>(`select ${column} as id from hooks.${table} where tenant_id = $1`, [tenantId]))
      .map(({ id }) => id)
      .toSorted();
  return {
    deliveries: await idsOf('deliveries', 'id'),
    attempts: await idsOf('attempts', 'delivery_id'),
    messages: await idsOf('messages', 'event_id'),
  };
}

test('what is older than 30 days is cleared away with its attempts and its message, unless it still waits', async () => {
  const caller = await world.server.newCaller();
  const webhookId = await webhook(caller);
  const base = { webhookId, daysAgo: 31 };
  await plant(caller, { ...base, number: 1, status: 'Succeeded' });
  await plant(caller, { ...base, number: 2, status: 'Failed' });
  const waiting = await plant(caller, { ...base, number: 3, status: 'Pending' });
  const young = await plant(caller, { ...base, number: 4, status: 'Succeeded', daysAgo: 29 });
  expect(await purgeDeliveries(world.server.app.db, MONTH_AGO, 1)).toBe(1);
  while ((await purgeDeliveries(world.server.app.db, MONTH_AGO, 1)) === 1);
  await vi.waitFor(async () => {
    await purgeDeliveries(world.server.app.db, MONTH_AGO, 1);
    expect(await kept(caller)).toEqual({
      deliveries: [waiting, young],
      attempts: [waiting, young],
      messages: [waiting, young],
    });
  }, 20_000);
});

test('what belongs to a webhook that was removed is cleared away, whatever its age', async () => {
  const caller = await world.server.newCaller();
  const [gone, stays] = [await webhook(caller), await webhook(caller)];
  await plant(caller, { number: 11, webhookId: gone, status: 'Pending', daysAgo: 0 });
  const other = await plant(caller, { number: 12, webhookId: stays, status: 'Pending', daysAgo: 0 });
  await caller.delete(`${HOOKS}/${gone}`);
  await purgeDeliveries(world.server.app.db, MONTH_AGO, 10);
  expect(await kept(caller)).toMatchObject({ deliveries: [other], attempts: [other] });
});

test('the metrics tell what waits at active webhooks, and for how long the oldest has been due', async () => {
  const read = async (): Promise<Record<string, number>> => {
    const { text } = await world.server.anonymous.get('/metrics');
    const found = text.matchAll(/^viya_webhook_(deliveries_waiting|oldest_due_seconds) (\S+)$/gm);
    return Object.fromEntries([...found].map(([, name = '', value]) => [name, Number(value)]));
  };
  await world.rows('delete from hooks.deliveries');
  expect(await read()).toEqual({ deliveries_waiting: 0, oldest_due_seconds: 0 });
  const caller = await world.server.newCaller();
  const [active, inactive] = [await webhook(caller), await webhook(caller)];
  await world.rows('update hooks.webhooks set active = false where id = $1', [inactive]);
  const base = { status: 'Pending', daysAgo: 0 } as const;
  const hourAgo = new Date(NOW.getTime() - 3_600_000);
  await plant(caller, { ...base, number: 21, webhookId: active, dueOn: hourAgo });
  await plant(caller, { ...base, number: 22, webhookId: active });
  await plant(caller, { ...base, number: 23, webhookId: active, status: 'Succeeded' });
  await plant(caller, { ...base, number: 24, webhookId: inactive, dueOn: new Date(0) });
  // The first reading is right: no gauge shows what the reading before it found.
  const { deliveries_waiting: waiting, oldest_due_seconds: seconds } = await read();
  expect(waiting).toBe(2);
  expect(seconds).toBeGreaterThanOrEqual(3_600);
  expect(seconds).toBeLessThan(3_600 + 600);
});
