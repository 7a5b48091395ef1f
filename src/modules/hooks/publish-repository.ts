import { type Database, query, type Statement } from '../../platform/database.ts';
import type { DomainEvent } from '../../platform/events.ts';
import { namesForSql } from './subscription.ts';

/** What is written for an event that some webhook wants. */
export interface NewMessage {
  eventId: string;
  type: string;
  sequence: number;
  body: string;
}

const FIND_UNPUBLISHED: Statement = {
  name: 'find-unpublished-events',
  text: `select e.id, e.type, e.subject, e.sequence, e.time, e.data
    from platform.unpublished_events u join platform.events e on e.tenant_id = u.tenant_id and e.id = u.event_id
    where u.tenant_id = $1 and u.subject = $2 order by u.sequence limit 100`,
};

export function findUnpublished(db: Database, tenantId: string, subject: string): Promise<DomainEvent[]> {
  return query<DomainEvent>(db.pool, FIND_UNPUBLISHED, [tenantId, subject]);
}

// Two that publish the same subject wait for each other at the first row that both want: what a later event finds published is committed.
const PUBLISH: Statement = {
  name: 'publish-events',
  text: `with taken as (
      delete from platform.unpublished_events where tenant_id = $1 and subject = $2 and event_id = any($3::uuid[]) returning event_id),
    wanted as (
      select w.id as webhook_id, e.* from taken t
      join unnest($3::uuid[], $4::text[], $5::int[], $6::text[]) as e(event_id, type, sequence, body) on e.event_id = t.event_id
      join hooks.webhooks w on w.tenant_id = $1 and w.active and w.deleted_on is null
        and w.events && ${namesForSql('e.type')}),
    messages as (
      insert into hooks.messages (tenant_id, event_id, body)
      select distinct on (event_id) $1::uuid, event_id, body from wanted on conflict do nothing),
    made as (
      insert into hooks.deliveries (tenant_id, webhook_id, id, event_id, event_type, subject, sequence, status, attempts, tries,
        next_attempt_on)
      select $1, webhook_id, uuidv7(), event_id, type, $2, sequence, 'Pending', 0, 0, $7 from wanted
      on conflict do nothing returning webhook_id)
    select distinct webhook_id as "webhookId" from made`,
};

/** Makes a delivery for each webhook that wants one of the events. @returns those webhooks' ids. */
export async function publish(
  db: Database,
  subject: { tenantId: string; subject: string },
  messages: readonly NewMessage[],
  now: Date,
): Promise<string[]> {
  const rows = await query<{ webhookId: string }>(db.pool, PUBLISH, [
    subject.tenantId,
    subject.subject,
    messages.map((each) => each.eventId),
    messages.map((each) => each.type),
    messages.map((each) => each.sequence),
    messages.map((each) => each.body),
    now,
  ]);
  return rows.map((row) => row.webhookId);
}

/** The trigger that queues events names it. */
export const PUBLISH_TASK = 'publish-events';

const REMIND: Statement = {
  name: 'remind-of-unpublished-events',
  text: `select count(graphile_worker.add_job('${PUBLISH_TASK}', json_build_object('tenantId', tenant_id, 'subject', subject), priority => 10))
    from (select distinct u.tenant_id, u.subject from platform.unpublished_events u
      join platform.events e on e.tenant_id = u.tenant_id and e.id = u.event_id and e.time < $1 limit 1000) as forgotten`,
};

/** Enqueues the publishing of what is older than that anew: its job has failed for good. */
export async function remindOfUnpublished(db: Database, before: Date): Promise<void> {
  await query(db.pool, REMIND, [before]);
}
