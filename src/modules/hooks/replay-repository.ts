import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import type { DomainEvent } from '../../platform/events.ts';
import type { Replay as ReplayRow } from '../../platform/generated/prisma/client.ts';
import { firstIdAt } from '../../platform/ids.ts';
import type { Replay, ReplayedStatus } from './replay.ts';
import { namesForSql } from './subscription.ts';
import type { Webhook } from './webhook.ts';

export const REPLAY_TASK = 'replay-events';

/** Looks at the events of a replay, `e`, in the order in which they happened: those that the webhook `w` wants. */
const REPLAYED = `platform.events e where e.tenant_id = $1 and e.id >= $3 and e.id < $4
  and $5::text[] && ${namesForSql('e.type')}`;

const INSERT: Statement = {
  name: 'insert-replay',
  text: `with r as (
      insert into hooks.replays (tenant_id, webhook_id, id, from_time, to_time, deliveries, status, examined, total, queued, created_on)
      select $1, $2, $6, $7, $8, $9, 'Running', 0, (select count(*) from ${REPLAYED}), 0, $10 returning id, total),
    job as (
      select graphile_worker.add_job('${REPLAY_TASK}', $11::json, job_key => '${REPLAY_TASK}:' || r.id, priority => 20, max_attempts => 25) from r),
    audit as (${insertAudit('$1', '$12', 'r')})
    select total, (select count(*) from job) as jobs from r`,
};

/** Writes a replay down with the job that carries it out. @returns how many events it will look at */
export async function insertReplay(db: Database, webhook: Webhook, replay: Omit<Replay, 'total'>): Promise<number> {
  const { tenantId, webhookId, id, from, to, deliveries = null, createdOn } = replay;
  const audit = auditRecords([{ resource: `webhook-replay/${id}`, after: { webhookId, from, to, deliveries } }]);
  const rows = await conclude<{ total: number }>(
    db,
    INSERT,
    [
      tenantId,
      webhookId,
      firstIdAt(from),
      firstIdAt(to),
      [...webhook.events],
      id,
      from,
      to,
      deliveries,
      createdOn,
      JSON.stringify({ tenantId, webhookId, id }),
      audit,
    ],
    (inserted) => inserted.length === 1,
  );
  return rows[0]?.total ?? 0;
}

export async function findReplay(
  db: Database,
  webhook: { tenantId: string; id: string },
  id: string,
): Promise<(Replay & { cursor?: string }) | undefined> {
  const prisma = await db.prisma();
  const row = await prisma.replay.findUnique({
    where: { tenantId_webhookId_id: { tenantId: webhook.tenantId, webhookId: webhook.id, id } },
  });
  return row === null ? undefined : toReplay(row);
}

const NEXT: Statement = {
  name: 'next-replayed-events',
  text: `select e.id, e.type, e.subject, e.sequence, e.time, e.data, coalesce(d.status::text, 'Missing') as delivery
    from (select * from ${REPLAYED} and ($6::uuid is null or e.id > $6) order by e.id limit $7) as e
    left join hooks.deliveries d on d.tenant_id = $1 and d.webhook_id = $2 and d.event_id = e.id order by e.id`,
};

export type ReplayedEvent = DomainEvent & { delivery: ReplayedStatus | 'Pending' };

/** The next events to look at, each with what became of its delivery. */
export function nextReplayed(
  db: Database,
  webhook: Webhook,
  replay: Replay & { cursor?: string },
  limit: number,
): Promise<ReplayedEvent[]> {
  const range = [firstIdAt(replay.from), firstIdAt(replay.to)];
  const values = [webhook.tenantId, webhook.id, ...range, [...webhook.events], replay.cursor ?? null, limit];
  return query<ReplayedEvent>(db.pool, NEXT, values);
}

const ADVANCE: Statement = {
  name: 'advance-replay',
  text: `with r as (
      update hooks.replays set cursor = coalesce($4, cursor), examined = examined + $5, queued = queued + cardinality($7::uuid[]),
        status = $6::hooks.replay_status, finished_on = case when $6 = 'Running' then null else $12::timestamptz end
      where tenant_id = $1 and webhook_id = $2 and id = $3 and status = 'Running' and cursor is not distinct from $13 returning id),
    e as (
      select e.* from r, unnest($7::uuid[], $8::text[], $9::text[], $10::int[], $11::text[]) as e(event_id, type, subject, sequence, body)),
    messages as (
      insert into hooks.messages (tenant_id, event_id, body) select $1, event_id, body from e on conflict do nothing),
    made as (
      insert into hooks.deliveries as d (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries,
        next_attempt_on)
      select $1, $2, uuidv7(), event_id, type, subject, sequence, 'Pending', 0, 0, $12 from e
      on conflict (tenant_id, webhook_id, event_id) do update set status = 'Pending', tries = 0, next_attempt_on = $12
        where d.status <> 'Pending')
    select id from r`,
};

export interface ReplayStep {
  status: Replay['status'];
  examined: number;
  cursor?: string;
  messages: readonly { eventId: string; type: string; subject: string; sequence: number; body: string }[];
}

/** Makes the deliveries of one step and writes down how far the replay has come, together. Someone else's step in between undoes it. */
export async function advanceReplay(
  db: Database,
  replay: Replay & { cursor?: string },
  { status, examined, cursor, messages }: ReplayStep,
  now: Date,
): Promise<void> {
  await query(db.pool, ADVANCE, [
    replay.tenantId,
    replay.webhookId,
    replay.id,
    cursor ?? null,
    examined,
    status,
    messages.map((each) => each.eventId),
    messages.map((each) => each.type),
    messages.map((each) => each.subject),
    messages.map((each) => each.sequence),
    messages.map((each) => each.body),
    now,
    replay.cursor ?? null,
  ]);
}

const COUNT_DUE: Statement = {
  name: 'count-due-deliveries',
  text: `select count(*)::int as due from (select from hooks.deliveries
    where tenant_id = $1 and webhook_id = $2 and status = 'Pending' and next_attempt_on <= $3 limit $4) as due`,
};

/** How many deliveries of a webhook are due, counted up to a limit. */
export async function countDue(db: Database, webhook: Webhook, now: Date, limit: number): Promise<number> {
  const [row] = await query<{ due: number }>(db.pool, COUNT_DUE, [webhook.tenantId, webhook.id, now, limit]);
  return row?.due ?? 0;
}

const CONTINUE: Statement = {
  name: 'continue-replay',
  text: `select graphile_worker.add_job('${REPLAY_TASK}', $1::json, run_at => now() + $2 * interval '1 millisecond',
    job_key => '${REPLAY_TASK}:' || ($1::json->>'id'), priority => 20, max_attempts => 25)`,
};

/** Enqueues the next part of a replay. */
export async function continueReplay(
  db: Database,
  { tenantId, webhookId, id }: Replay,
  delayMs: number,
): Promise<void> {
  await query(db.pool, CONTINUE, [JSON.stringify({ tenantId, webhookId, id }), delayMs]);
}

function toReplay({
  fromTime,
  toTime,
  deliveries,
  finishedOn,
  cursor,
  ...row
}: ReplayRow): Replay & { cursor?: string } {
  return {
    ...row,
    from: fromTime,
    to: toTime,
    ...(cursor === null ? {} : { cursor }),
    ...(deliveries === null ? {} : { deliveries: deliveries as ReplayedStatus }),
    ...(finishedOn === null ? {} : { finishedOn }),
  };
}
