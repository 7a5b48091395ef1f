import { type Database, query, type Statement } from '../../platform/database.ts';
import type { Shipment } from './shipment.ts';
import { TRACKING_CODES, type TrackingEvent, unitStatusAfter } from './tracking-event.ts';

const COLUMNS = `id, consignment_id as "consignmentId", handling_unit_id as "handlingUnitId", source, code, reason,
  carrier_code as "carrierCode", description, location, occurred_on as "occurredOn", recorded_on as "recordedOn"`;

type TrackingRow = { [Key in keyof TrackingEvent]: TrackingEvent[Key] | null };

const LIST_AT: Statement = {
  name: 'list-tracking-events-at',
  text: `select ${COLUMNS} from shipping.tracking_events
    where tenant_id = $1 and shipment_id = $2 and occurred_on = any($3::timestamptz[]) order by id`,
};

/** A shipment's recorded scans of these moments. */
export async function listTrackingEventsAt(
  db: Database,
  tenantId: string,
  shipmentId: string,
  moments: readonly Date[],
): Promise<TrackingEvent[]> {
  const rows = await query<TrackingRow>(db.pool, LIST_AT, [tenantId, shipmentId, moments]);
  return rows.map(toTrackingEvent);
}

const FIND_LAST_SEEN: Statement = {
  name: 'find-last-seen',
  text: `select u.id, max(e.occurred_on) as "occurredOn" from shipping.handling_units u
    join shipping.tracking_events e on e.tenant_id = u.tenant_id and e.shipment_id = u.shipment_id
      and (e.handling_unit_id is null or e.handling_unit_id = u.id)
    where u.tenant_id = $1 and u.shipment_id = $2 and e.consignment_id is not distinct from $3 and e.code = any($4)
    group by u.id`,
};

/** When each of a shipment's units was seen last since it was booked, by the unit's id; none for a unit that no scan has moved. */
export async function findLastSeen(db: Database, shipment: Shipment): Promise<Map<string, Date>> {
  const codes = TRACKING_CODES.filter((code) => unitStatusAfter(code) !== undefined);
  const values = [shipment.tenantId, shipment.id, shipment.consignmentId ?? null, codes];
  const rows = await query<{ id: string; occurredOn: Date }>(db.pool, FIND_LAST_SEEN, values);
  return new Map(rows.map((row) => [row.id, row.occurredOn]));
}

const LIST: Statement = {
  name: 'list-tracking-events',
  text: `select total, page.* from (
      select (select count(*)::int from shipping.tracking_events where tenant_id = $1 and shipment_id = $2) as total
      from shipping.shipments where tenant_id = $1 and id = $2) as counted
    left join (
      select ${COLUMNS} from shipping.tracking_events where tenant_id = $1 and shipment_id = $2
      order by occurred_on, id limit $3 offset $4) as page on true`,
};

/** A shipment's scans in the order in which they happened; undefined when there is no such shipment. */
export async function listTrackingEvents(
  db: Database,
  tenantId: string,
  shipmentId: string,
  page: { limit: number; offset: number },
): Promise<{ items: TrackingEvent[]; total: number } | undefined> {
  const rows = await query<TrackingRow & { total: number }>(db.pool, LIST, [
    tenantId,
    shipmentId,
    page.limit,
    page.offset,
  ]);
  const [first] = rows;
  if (first === undefined) return undefined;
  return { items: rows.filter((row) => row.id !== null).map(toTrackingEvent), total: first.total };
}

function toTrackingEvent(row: TrackingRow & { total?: number }): TrackingEvent {
  const { total: _total, ...columns } = row;
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as unknown as TrackingEvent;
}
