import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { firstIdAt, timeOfId } from '../../platform/ids.ts';
import { COUNT_BEYOND } from '../../platform/page.ts';
import type { Attempt, Delivery, DeliveryStatus } from './delivery.ts';

export interface DeliveryFilter {
  status?: DeliveryStatus;
  eventType?: string;
  eventId?: string;
  from?: Date;
  to?: Date;
  limit: number;
  offset: number;
}

type AttemptRow = Omit<Attempt, 'startedOn'> & { startedOn: string };

interface DeliveryRow {
  id: string;
  eventId: string;
  eventType: string;
  subject: string;
  status: DeliveryStatus;
  nextAttemptOn: Date | null;
  attempts: AttemptRow[];
}

const columns = (
  body: string,
): string => `d.id, d.event_id as "eventId", d.event_type as "eventType", d.subject, d.status,
  d.next_attempt_on as "nextAttemptOn", coalesce((
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', a.number, 'startedOn', a.started_on, 'durationMs', a.duration_ms,
      'responseStatus', a.response_status, 'responseBody', ${body}, 'error', a.error, 'blocked', a.blocked)) order by a.number)
    from hooks.attempts a where a.tenant_id = d.tenant_id and a.webhook_id = d.webhook_id and a.delivery_id = d.id), '[]') as attempts`;

const CONDITIONS = `d.tenant_id = $1 and d.webhook_id = $2
  and ($3::hooks.delivery_status is null or d.status = $3)
  and ($4::text is null or d.event_type = $4)
  and ($5::uuid is null or d.event_id = $5)
  and ($6::uuid is null or d.id >= $6)
  and ($7::uuid is null or d.id < $7)`;

const LIST: Statement = {
  name: 'list-deliveries',
  text: `select counted.total, page.* from (
      select count(*)::int as total from (select from hooks.deliveries d where ${CONDITIONS} limit $10) as reachable) as counted
    left join (
      select ${columns('null::text')} from (
        select * from hooks.deliveries d where ${CONDITIONS} order by d.id desc limit $8 offset $9) as d
      order by d.id desc) as page on true`,
};

/** A webhook's deliveries, newest first, without what was answered. The total is exact up to a thousand beyond the page. */
export async function listDeliveries(
  db: Database,
  webhook: { tenantId: string; id: string },
  filter: DeliveryFilter,
): Promise<{ items: Delivery[]; total: number }> {
  const { status = null, eventType = null, eventId = null, from, to, limit, offset } = filter;
  const rows = await query<DeliveryRow & { total: number }>(db.pool, LIST, [
    webhook.tenantId,
    webhook.id,
    status,
    eventType,
    eventId,
    from === undefined ? null : firstIdAt(from),
    to === undefined ? null : firstIdAt(to),
    limit,
    offset,
    offset + limit + COUNT_BEYOND,
  ]);
  const items = rows.filter((row) => row.id !== null).map((row) => toDelivery(webhook, row));
  return { items, total: rows[0]?.total ?? 0 };
}

const FIND: Statement = {
  name: 'find-delivery',
  text: `select ${columns('a.response_body')} from hooks.deliveries d
    where d.tenant_id = $1 and d.webhook_id = $2 and d.id = $3`,
};

export async function findDelivery(
  db: Database,
  webhook: { tenantId: string; id: string },
  id: string,
): Promise<Delivery | undefined> {
  const [row] = await query<DeliveryRow>(db.pool, FIND, [webhook.tenantId, webhook.id, id]);
  return row === undefined ? undefined : toDelivery(webhook, row);
}

const WAITING_TYPES: Statement = {
  name: 'find-waiting-event-types',
  text: `select distinct event_type as type from hooks.deliveries where tenant_id = $1 and webhook_id = $2 and status = 'Pending'`,
};

/** The types of the events that are still to be sent to a webhook, also those that it no longer wants. */
export async function findWaitingTypes(
  db: Database,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<string[]> {
  return (await query<{ type: string }>(db.pool, WAITING_TYPES, [tenantId, id])).map(({ type }) => type);
}

// One that is being made just now is thereby made.
const REDELIVER: Statement = {
  name: 'redeliver',
  text: `with d as (
      update hooks.deliveries d set status = 'Pending', tries = 0, next_attempt_on = $4
      where d.tenant_id = $1 and d.webhook_id = $2 and d.id = $3
        and exists (select from hooks.messages m where m.tenant_id = d.tenant_id and m.event_id = d.event_id) returning d.id),
    audit as (${insertAudit('$1', '$5', 'd')})
    select id from d`,
};

/** Makes a delivery due now, as if it had never been tried. @returns false when its message is no longer kept. */
export async function redeliver(db: Database, delivery: Delivery, now: Date): Promise<boolean> {
  const { tenantId, webhookId, id, status } = delivery;
  const audit = auditRecords([
    { resource: `webhook-delivery/${id}`, before: { status }, after: { status: 'Pending' } },
  ]);
  const rows = await conclude(db, REDELIVER, [tenantId, webhookId, id, now, audit], (done) => done.length === 1);
  return rows.length === 1;
}

const INSERT_TEST: Statement = {
  name: 'insert-test-delivery',
  text: `with m as (
      insert into hooks.messages (tenant_id, event_id, body) values ($1, $4, $8) returning event_id),
    d as (
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries,
        next_attempt_on)
      select $1, $2, $3, $4, $5, $6, 0, 'Pending', 0, 0, $7 from m returning id),
    audit as (${insertAudit('$1', '$9', 'd')})
    select id from d`,
};

/** A delivery of a message that is no event. */
export async function insertTestDelivery(db: Database, delivery: Delivery, body: string): Promise<void> {
  const { tenantId, webhookId, id, eventId, eventType, subject, nextAttemptOn } = delivery;
  const audit = auditRecords([{ resource: `webhook-delivery/${id}`, after: { eventType, test: true } }]);
  const values = [tenantId, webhookId, id, eventId, eventType, subject, nextAttemptOn, body, audit];
  await conclude(db, INSERT_TEST, values, (rows) => rows.length === 1);
}

const PURGE: Statement = {
  name: 'purge-deliveries',
  text: `with old as (
      select d.tenant_id, d.webhook_id, d.id from hooks.deliveries d
      where d.id < $1 and d.status <> 'Pending' or exists (select from hooks.webhooks w
        where w.tenant_id = d.tenant_id and w.id = d.webhook_id and w.deleted_on is not null)
      limit $2 for update skip locked),
    attempts as (
      delete from hooks.attempts a using old
      where a.tenant_id = old.tenant_id and a.webhook_id = old.webhook_id and a.delivery_id = old.id),
    gone as (
      delete from hooks.deliveries d using old where d.tenant_id = old.tenant_id and d.webhook_id = old.webhook_id and d.id = old.id)
    select count(*)::int as purged from old`,
};

const PURGE_MESSAGES: Statement = {
  name: 'purge-messages',
  text: `with old as (
      select m.tenant_id, m.event_id from hooks.messages m where m.event_id < $1
        and not exists (select from hooks.deliveries d where d.tenant_id = m.tenant_id and d.event_id = m.event_id and d.status = 'Pending'
          and d.webhook_id in (select w.id from hooks.webhooks w where w.tenant_id = m.tenant_id))
      limit $2)
    delete from hooks.messages m using old where m.tenant_id = old.tenant_id and m.event_id = old.event_id`,
};

/** Clears away some of what is older than that and waits for nothing, and of what belongs to removed webhooks. @returns how many deliveries */
export async function purgeDeliveries(db: Database, before: Date, limit: number): Promise<number> {
  const values = [firstIdAt(before), limit];
  const [row] = await query<{ purged: number }>(db.pool, PURGE, values);
  await query(db.pool, PURGE_MESSAGES, values);
  return row?.purged ?? 0;
}

function toDelivery(webhook: { tenantId: string; id: string }, row: DeliveryRow): Delivery {
  const { id, eventId, eventType, subject, status, nextAttemptOn, attempts } = row;
  return {
    tenantId: webhook.tenantId,
    webhookId: webhook.id,
    id,
    eventId,
    eventType,
    subject,
    status,
    ...(nextAttemptOn === null ? {} : { nextAttemptOn }),
    attempts: attempts.map((attempt) => ({ ...attempt, startedOn: new Date(attempt.startedOn) })),
    createdOn: timeOfId(id),
  };
}
