import { type Database, query, type Statement } from '../../platform/database.ts';
import { isAnnounced } from '../../platform/worker-presence.ts';
import type { Attempt, ClaimedDelivery, DeliveryStatus } from './delivery.ts';

export interface WebhookKey {
  tenantId: string;
  webhookId: string;
}

// Distinct webhooks by stepping through the index from one to the next, however much waits at each.
const FIND_DUE: Statement = {
  name: 'find-webhooks-with-due-deliveries',
  text: `with recursive waiting as (
      (select tenant_id, webhook_id from hooks.deliveries where status = 'Pending' order by tenant_id, webhook_id limit 1)
      union all
      select next.tenant_id, next.webhook_id from waiting w cross join lateral (
        select d.tenant_id, d.webhook_id from hooks.deliveries d
        where d.status = 'Pending' and (d.tenant_id, d.webhook_id) > (w.tenant_id, w.webhook_id)
        order by d.tenant_id, d.webhook_id limit 1) as next)
    select tenant_id as "tenantId", webhook_id as "webhookId" from waiting w
    where exists (select from hooks.deliveries d where d.tenant_id = w.tenant_id and d.webhook_id = w.webhook_id
      and d.status = 'Pending' and d.next_attempt_on <= $1)`,
};

/** The webhooks at which something is due. */
export function findDue(db: Database, now: Date): Promise<WebhookKey[]> {
  return query<WebhookKey>(db.pool, FIND_DUE, [now]);
}

const CLAIM: Statement = {
  name: 'claim-deliveries',
  text: `with due as materialized (
      select d.tenant_id, d.webhook_id, d.id, w.url, w.secrets, w.headers, w.failing_since, w.ordering
      from jsonb_to_recordset($1::jsonb) as l("tenantId" uuid, "webhookId" uuid, room int)
      join hooks.webhooks w on w.tenant_id = l."tenantId" and w.id = l."webhookId" and w.active and w.deleted_on is null
        and (w.paused_until is null or w.paused_until <= $2)
      cross join lateral (
        select d.tenant_id, d.webhook_id, d.id from hooks.deliveries d
        where d.tenant_id = w.tenant_id and d.webhook_id = w.id and d.status = 'Pending' and d.next_attempt_on <= $2
          and (d.claimed_until is null or d.claimed_until <= $2)
          and (w.ordering = 'none' or not exists (select from hooks.deliveries e where e.tenant_id = d.tenant_id
            and e.webhook_id = d.webhook_id and e.subject = d.subject and e.sequence < d.sequence and e.status = 'Pending'))
        order by d.next_attempt_on limit l.room for update skip locked) as d),
    claimed as (
      update hooks.deliveries d set claimed_until = $3, claimed_by = $4 from due
      where d.tenant_id = due.tenant_id and d.webhook_id = due.webhook_id and d.id = due.id
      returning d.tenant_id, d.webhook_id, d.id, d.event_id, d.tries, d.attempts, d.claimed_until,
        due.url, due.secrets, due.headers, due.failing_since, due.ordering)
    select c.tenant_id as "tenantId", c.webhook_id as "webhookId", c.id, c.event_id as "eventId", c.tries, c.attempts,
      c.claimed_until as "claimedUntil", m.body, c.url, c.secrets, c.headers, c.failing_since as "failingSince",
      c.ordering <> 'none' as "isOrdered"
    from claimed c join hooks.messages m on m.tenant_id = c.tenant_id and m.event_id = c.event_id`,
};

/** Takes the right to make due deliveries, of each webhook as many as there is room for; nobody else makes them until then. */
export function claimDeliveries(
  db: Database,
  lanes: readonly (WebhookKey & { room: number })[],
  now: Date,
  until: Date,
  claimant: string,
): Promise<ClaimedDelivery[]> {
  return query<ClaimedDelivery>(db.pool, CLAIM, [JSON.stringify(lanes), now, until, claimant]);
}

const FIND_DEAD: Statement = {
  name: 'find-dead-claimants',
  text: `with me as (insert into hooks.claimants (name) values ($1) on conflict do nothing)
    select name from hooks.claimants c where name <> $1 and not ${isAnnounced('c.name')}`,
};

/** Notes that this process claims deliveries. @returns those that did so too and live no more. */
export async function findDeadClaimants(db: Database, claimant: string): Promise<string[]> {
  return (await query<{ name: string }>(db.pool, FIND_DEAD, [claimant])).map(({ name }) => name);
}

const TAKE_BACK: Statement = {
  name: 'take-back-claims',
  text: `with forgotten as (delete from hooks.claimants where name = any($1)),
    freed as (
      update hooks.deliveries set claimed_until = null
      where status = 'Pending' and claimed_until is not null and claimed_by = any($1) returning tenant_id, webhook_id)
    select distinct tenant_id as "tenantId", webhook_id as "webhookId" from freed`,
};

/** Ends the claims of processes that live no more, or deliver no more. @returns the webhooks at which something is due again. */
export function takeBackClaims(db: Database, claimants: readonly string[]): Promise<WebhookKey[]> {
  return query<WebhookKey>(db.pool, TAKE_BACK, [claimants]);
}

/** What is written down of an attempt at a claimed delivery. */
export interface AttemptOutcome extends WebhookKey {
  id: string;
  /** Of the claim under which it was made: whoever claimed it since writes his own. */
  claimedUntil: Date;
  tries: number;
  status: DeliveryStatus;
  nextAttemptOn?: Date;
  /** Until when the receiver asked to be left alone. */
  pausedUntil?: Date;
  attempt: Attempt;
}

const RECORD: Statement = {
  name: 'record-attempts',
  text: `with r as (
      select * from jsonb_to_recordset($1::jsonb) as r("tenantId" uuid, "webhookId" uuid, id uuid, "claimedUntil" timestamptz,
        tries int, status hooks.delivery_status, "nextAttemptOn" timestamptz, "pausedUntil" timestamptz, attempt jsonb)),
    saved as (
      update hooks.deliveries d set status = r.status, tries = r.tries, attempts = (r.attempt->>'number')::int,
        next_attempt_on = r."nextAttemptOn", claimed_until = null from r
      where d.tenant_id = r."tenantId" and d.webhook_id = r."webhookId" and d.id = r.id and d.claimed_until = r."claimedUntil"
      returning d.tenant_id, d.webhook_id, d.id, r.attempt),
    attempted as (
      insert into hooks.attempts (tenant_id, webhook_id, delivery_id, number, started_on, duration_ms, response_status,
        response_body, error, blocked)
      select s.tenant_id, s.webhook_id, s.id, a.number, a."startedOn", a."durationMs", a."responseStatus", a."responseBody",
        a.error, a.blocked
      from saved s cross join lateral jsonb_to_record(s.attempt) as a(number int, "startedOn" timestamptz, "durationMs" int,
        "responseStatus" int, "responseBody" text, error text, blocked text)),
    health as (
      select "tenantId", "webhookId", bool_or(status = 'Succeeded') as healed,
        min((attempt->>'startedOn')::timestamptz) as failed_on, max("pausedUntil") as paused_until
      from r group by "tenantId", "webhookId")
    update hooks.webhooks w set
      failing_since = case when h.healed then null else coalesce(w.failing_since, h.failed_on) end,
      paused_until = greatest(w.paused_until, h.paused_until)
    from health h where w.tenant_id = h."tenantId" and w.id = h."webhookId"
      and (h.healed = (w.failing_since is not null) or h.paused_until > coalesce(w.paused_until, '-infinity'))`,
};

/** Writes attempts down, with what they say about their webhooks. */
export async function recordResults(db: Database, results: readonly AttemptOutcome[]): Promise<void> {
  await query(db.pool, RECORD, [JSON.stringify(results)]);
}

/** Of all active webhooks together: what is Pending, and the age of what is due longest; for the metrics. */
const BACKLOG: Statement = {
  name: 'measure-waiting-deliveries',
  text: `select count(*)::int as waiting, extract(epoch from $1 - min(d.next_attempt_on))::float8 as "oldestSeconds"
    from hooks.deliveries d join hooks.webhooks w on w.tenant_id = d.tenant_id and w.id = d.webhook_id and w.active
    where d.status = 'Pending'`,
};

/** Deliveries of active webhooks that wait, and by how many seconds the one that waits longest is overdue. */
export async function measureBacklog(db: Database, now: Date): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = await query<{ waiting: number; oldestSeconds: number | null }>(db.pool, BACKLOG, [now]);
  return { waiting: row?.waiting ?? 0, oldestSeconds: Math.max(0, row?.oldestSeconds ?? 0) };
}
