import { type Database, query, type Statement } from './database.ts';
import { firstIdAt, timeOfId } from './ids.ts';
import { COUNT_BEYOND } from './page.ts';
import type { Actor, Origin } from './request-context.ts';

/** One change, as it is read. */
export interface AuditEvent {
  id: string;
  time: Date;
  actor: Actor;
  action: string;
  resource: string;
  origin?: Origin;
  /** Absent: there was nothing before, and nothing after it. */
  before?: object;
  after?: object;
}

export interface AuditFilter {
  actorId?: string;
  action?: string;
  resource?: string;
  from?: Date;
  to?: Date;
  limit: number;
  offset: number;
}

interface AuditRow {
  id: string;
  action: string;
  actorKind: Actor['kind'];
  actorId: string | null;
  actorName: string;
  resource: string;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  correlationId: string | null;
  before: object | null;
  after: object | null;
}

const CONDITIONS = `a.tenant_id = $1
  and ($2::uuid is null or a.actor_id = $2)
  and ($3::text is null or a.action = $3)
  and ($4::text is null or a.resource = $4)
  and ($5::uuid is null or a.id >= $5)
  and ($6::uuid is null or a.id < $6)`;

// What an event holds is joined from it: each resource's events are numbered without gaps.
const LIST: Statement = {
  name: 'list-audit-events',
  text: `select counted.total, page.* from (
      select count(*)::int as total from (select from platform.audit_events a where ${CONDITIONS} limit $9) as reachable) as counted
    left join (
      select a.id, a.action, a.actor_kind as "actorKind", a.actor_id as "actorId", a.actor_name as "actorName", a.resource,
        a.address, a.user_agent as "userAgent", a.request_id as "requestId", a.correlation_id as "correlationId",
        coalesce(a.before, (select e.data from platform.events e
          where e.tenant_id = $1 and e.subject = a.resource and e.sequence = a.event_before)) as before,
        coalesce(a.after, (select e.data from platform.events e
          where e.tenant_id = $1 and e.subject = a.resource and e.sequence = a.event_after)) as after
      from (select * from platform.audit_events a where ${CONDITIONS} order by a.id desc limit $7 offset $8) as a
      order by a.id desc) as page on true`,
};

/** A tenant's changes, newest first. The total is exact up to a thousand beyond the page, and at least that where it is more. */
export async function listAuditEvents(
  db: Database,
  tenantId: string,
  filter: AuditFilter,
): Promise<{ items: AuditEvent[]; total: number }> {
  const { actorId = null, action = null, resource = null, from, to, limit, offset } = filter;
  const rows = await query<AuditRow & { total: number }>(db.pool, LIST, [
    tenantId,
    actorId,
    action,
    resource,
    from === undefined ? null : firstIdAt(from),
    to === undefined ? null : firstIdAt(to),
    limit,
    offset,
    offset + limit + COUNT_BEYOND,
  ]);
  return { items: rows.filter((row) => row.id !== null).map(toAuditEvent), total: rows[0]?.total ?? 0 };
}

function toAuditEvent(row: AuditRow): AuditEvent {
  const { id, action, resource, address, userAgent, requestId, correlationId, before, after } = row;
  return {
    id,
    time: timeOfId(id),
    actor: { kind: row.actorKind, name: row.actorName, ...(row.actorId === null ? {} : { id: row.actorId }) },
    action,
    resource,
    ...(address === null || requestId === null || correlationId === null
      ? {}
      : { origin: { address, requestId, correlationId, ...(userAgent === null ? {} : { userAgent }) } }),
    ...(before === null ? {} : { before }),
    ...(after === null ? {} : { after }),
  };
}
