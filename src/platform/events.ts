/** Something that happened, as it goes into the outbox. `sequence` is the subject's own count, without gaps. */
export interface DomainEvent {
  id: string;
  type: string;
  /** `<resource>/<id>`. */
  subject: string;
  sequence: number;
  time: Date;
  data: Readonly<Record<string, unknown>>;
}

/** The columns of platform.events in a statement that writes events from a JSON array parameter, in its own transaction. */
export function insertEvents(tenant: string, events: string, onlyIf: string): string {
  return `insert into platform.events (tenant_id, id, type, subject, sequence, time, data)
    select ${tenant}, e.id, e.type, e.subject, e.sequence, e.time, e.data
    from ${onlyIf}, jsonb_to_recordset(${events}::jsonb)
      as e(id uuid, type text, subject text, sequence int, time timestamptz, data jsonb)`;
}
