import { newId } from './ids.ts';
import { currentContext } from './request-context.ts';

/**
 * One change of one resource. What it was before and after is told in the form in which the API shows it, and so without secrets;
 * or, where an event of the resource holds it already, by that event's sequence, so that nothing is kept twice.
 */
export interface AuditedChange {
  /** `<resource>/<id>`, the subject of the resource's events. */
  resource: string;
  before?: object;
  after?: object;
  /** Instead of `before`; 0: there was no event yet. */
  eventBefore?: number;
  /** Instead of `after`. */
  eventAfter?: number;
}

/** The changes of one statement as records of who made them, for `insertAudit`. @throws Error when nobody acts */
export function auditRecords(changes: readonly AuditedChange[]): string {
  const { actor, action, origin } = currentContext();
  return JSON.stringify(
    changes.map((change) => ({
      ...change,
      id: newId(),
      action,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      ...origin,
    })),
  );
}

/** The columns of platform.audit_events in a statement that makes changes, from `auditRecords` as a parameter. */
export function insertAudit(tenant: string, records: string, onlyIf: string): string {
  return `insert into platform.audit_events (tenant_id, id, action, actor_kind, actor_id, actor_name, resource, address, user_agent,
      request_id, correlation_id, before, after, event_before, event_after)
    select ${tenant}, a.id, a.action, a."actorKind", a."actorId", a."actorName", a.resource, a.address, a."userAgent",
      a."requestId", a."correlationId", a.before, a.after, nullif(a."eventBefore", 0), a."eventAfter"
    from ${onlyIf}, jsonb_to_recordset(${records}::jsonb) as a(id uuid, action text, "actorKind" text, "actorId" uuid,
      "actorName" text, resource text, address text, "userAgent" text, "requestId" uuid, "correlationId" text, before jsonb,
      after jsonb, "eventBefore" int, "eventAfter" int)`;
}
