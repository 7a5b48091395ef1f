import type { TSchema } from '@sinclair/typebox';
import { Link } from './schema.ts';

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

/** A kind of event, as whoever listens is told of it. Each module declares its own. */
export interface EventType {
  /** `<resource>.<what_happened>`, both in small letters. */
  type: string;
  /** When it happens, in one sentence. */
  description: string;
  /** What whoever is told must hold: it reads the resource. */
  permission: string;
  /** The schema of `data`. */
  data: TSchema;
  /** The schemas that `data` refers to by their `$id`, and more if that is easier. */
  definitions?: readonly TSchema[];
  /** Of `data`, and whose that is. */
  example: object;
  exampleSubject: string;
}

/** The columns of platform.events in a statement that writes events from a JSON array parameter, in its own transaction. */
export function insertEvents(tenant: string, events: string, onlyIf: string): string {
  return `insert into platform.events (tenant_id, id, type, subject, sequence, time, data)
    select ${tenant}, e.id, e.type, e.subject, e.sequence, e.time, e.data
    from ${onlyIf}, jsonb_to_recordset(${events}::jsonb)
      as e(id uuid, type text, subject text, sequence int, time timestamptz, data jsonb)`;
}

/** Who hears of events: `webhooks` of their own tenant, `stream` of every tenant's. */
export type EventOutlet = 'webhooks' | 'stream';

/** The columns of platform.event_outlets in a statement after which the tenant's events are kept for an outlet until it has taken them. */
export function listenFor(tenant: string, outlet: EventOutlet, onlyIf: string): string {
  return `insert into platform.event_outlets (tenant_id, outlet) select ${tenant}, '${outlet}' from ${onlyIf} on conflict do nothing`;
}

/** An event as everyone outside gets it: CloudEvents 1.0 in JSON, with `tenantid` and `sequence` as extensions. */
export function cloudEvent(
  event: DomainEvent & { tenantId: string },
  source: string,
  extensions: Readonly<Record<string, boolean>> = {},
): string {
  const { id, type, subject, time, data, tenantId, sequence } = event;
  return JSON.stringify({
    specversion: '1.0',
    id,
    source,
    type,
    subject,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    tenantid: tenantId,
    sequence,
    ...extensions,
    data,
  });
}

/** The schema of an event's `data` as a JSON Schema document that needs no other: what it refers to is in `$defs`. */
export function dataSchemaOf({ data, definitions = [] }: EventType): object {
  const known = new Map([Link, ...definitions].map((schema) => [String(schema.$id), schema]));
  const reached = new Map<string, object>();
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    const { $id: _id, $ref, ...rest } = value as { $id?: string; $ref?: string };
    const members = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, copy(each)]));
    return $ref === undefined ? members : { $ref: `#/$defs/${reach($ref.replace(/#$/, ''))}`, ...members };
  };
  const reach = (name: string): string => {
    const schema = known.get(name);
    if (schema === undefined)
      throw new Error(`The data of an event refers to ${name}, which is not among its definitions`);
    if (!reached.has(name)) {
      reached.set(name, {});
      reached.set(name, copy(schema) as object);
    }
    return name;
  };
  const root = copy(data) as object;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...root,
    ...(reached.size === 0 ? {} : { $defs: Object.fromEntries(reached) }),
  };
}
