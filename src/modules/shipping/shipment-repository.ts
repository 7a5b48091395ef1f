import { type AuditedChange, auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude, currentRequestScope } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { type DomainEvent, insertEvents } from '../../platform/events.ts';
import { addJobs, type JobRequest } from '../../platform/jobs.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import type { Consignment } from './consignment.ts';
import type { ShipmentDocument } from './document-repository.ts';
import { auditedConsignment, auditedScan } from './events.ts';
import type { LabelFields } from './labels/label-fields.ts';
import type { Shipment } from './shipment.ts';
import { SHIPMENT_COLUMNS, type ShipmentRow, toShipment, toUnitRow } from './shipment-row.ts';
import { fingerprint, type TrackingEvent } from './tracking-event.ts';

/** Everything that one step changes. It is saved whole or, when someone else was faster, not at all. */
export interface ShipmentChange {
  before: Shipment;
  after: Shipment;
  events: readonly DomainEvent[];
  trackingEvents?: readonly TrackingEvent[];
  consignment?: { before?: Consignment; after: Consignment };
  /** With whom the booking begins, as it was read. It cannot change before the booking is written, nor be moved elsewhere after. */
  profile?: Pick<CarrierProfile, 'id' | 'version'>;
  /** Of the units whose labels we draw. */
  labels?: readonly { number: number; fields: LabelFields }[];
  /** What the carrier drew. */
  documents?: readonly ShipmentDocument[];
  jobs?: readonly JobRequest[];
  /** Keys of jobs that this change makes needless. */
  finishedJobs?: readonly string[];
}

const FIND: Statement = {
  name: 'find-shipment',
  text: `select ${SHIPMENT_COLUMNS} from shipping.shipments s where s.tenant_id = $1 and s.id = $2`,
};

export async function findShipment(db: Database, tenantId: string, id: string): Promise<Shipment | undefined> {
  const [row] = await query<ShipmentRow>(db.pool, FIND, [tenantId, id]);
  return row === undefined ? undefined : toShipment(tenantId, row);
}

const UNIT_RECORD = `u(id uuid, number int, status text, grams int, length int, width int, height int, tracking text, content jsonb)`;
const UNIT_COLUMNS = `(tenant_id, shipment_id, number, id, status, weight_grams, length_millimetres, width_millimetres,
  height_millimetres, tracking_reference, content)`;
const UNIT_VALUES = `u.number, u.id, u.status::shipping.handling_unit_status, u.grams, u.length, u.width, u.height, u.tracking, u.content`;

const INSERT: Statement = {
  name: 'insert-shipment',
  text: `with s as (
      insert into shipping.shipments (tenant_id, id, reference, carrier_reference, service_level_reference, status, version,
        event_sequence, content, booking_attempts, created_on, updated_on)
      select $1, $2, $3, $4, $5, 'Created', 1, 1, $6, 0, $7, $7 from shipping.carrier_profiles p
      where p.tenant_id = $1 and p.reference = $4 and p.deleted_on is null
        and p.service_levels @> jsonb_build_array(jsonb_build_object('reference', $5::text))
        and (p.countries = '{}' or $10 = any(p.countries))
      returning id),
    units as (
      insert into shipping.handling_units ${UNIT_COLUMNS}
      select $1, $2, ${UNIT_VALUES} from s, jsonb_to_recordset($8::jsonb) as ${UNIT_RECORD}),
    counted as (
      insert into shipping.shipment_count_changes (tenant_id, created_on, status, carrier_reference, change)
      select $1, $7, 'Created', $4, 1 from s),
    events as (${insertEvents('$1', '$9', 's')}),
    audit as (${insertAudit('$1', '$11', 's')})
    select id from s`,
};

/**
 * Writes a new shipment with its units and events in one statement.
 * @returns false, with nothing written, when the tenant has no carrier profile that offers what the shipment asks for.
 */
export async function insertShipment(
  db: Database,
  shipment: Shipment,
  events: readonly DomainEvent[],
): Promise<boolean> {
  const { content } = shipment;
  const values = [
    shipment.tenantId,
    shipment.id,
    content.reference,
    content.carrierReference,
    content.serviceLevelReference,
    JSON.stringify(content),
    shipment.createdOn,
    JSON.stringify(shipment.handlingUnits.map(toUnitRow)),
    JSON.stringify(events),
    content.addresses.receiver.countryCode,
    auditRecords([{ resource: `shipment/${shipment.id}`, eventAfter: shipment.eventSequence }]),
  ];
  const inserted = await conclude(db, INSERT, values, (rows) => rows.length === 1);
  return inserted.length === 1;
}

const SAVE: Statement = {
  name: 'save-shipment',
  text: `with s as (
      update shipping.shipments set version = version + 1, status = $4, event_sequence = $5, content = $6, booking_attempts = $7,
        consignment_id = $8, carrier_booking_reference = $9, tracking_url = $10, refusal = $11, updated_on = $12,
        reference = $13, carrier_reference = $14, service_level_reference = $15, last_request = coalesce($25, last_request), hold = $27, rate = $28
      where tenant_id = $1 and id = $2 and version = $3 and ($29::uuid is null or exists (
        select 1 from shipping.carrier_profiles p where p.tenant_id = $1 and p.id = $29 and p.version = $30 for share)) returning id),
    units as (
      insert into shipping.handling_units ${UNIT_COLUMNS}
      select $1, $2, ${UNIT_VALUES} from s, jsonb_to_recordset($16::jsonb) as ${UNIT_RECORD}
      on conflict (tenant_id, shipment_id, number) do update set id = excluded.id, status = excluded.status,
        weight_grams = excluded.weight_grams, length_millimetres = excluded.length_millimetres,
        width_millimetres = excluded.width_millimetres, height_millimetres = excluded.height_millimetres,
        tracking_reference = excluded.tracking_reference, content = excluded.content),
    gone as (
      delete from shipping.handling_units u using s
      where u.tenant_id = $1 and u.shipment_id = $2 and u.number > jsonb_array_length($16::jsonb)),
    events as (${insertEvents('$1', '$17', 's')}),
    tracking as (
      insert into shipping.tracking_events (tenant_id, shipment_id, id, consignment_id, handling_unit_id, source, code, reason,
        carrier_code, description, location, occurred_on, recorded_on, fingerprint)
      select $1, $2, t.id, t."consignmentId", t."handlingUnitId", t.source, t.code, t.reason, t."carrierCode", t.description,
        t.location, t."occurredOn", t."recordedOn", t.fingerprint
      from s, jsonb_to_recordset($18::jsonb) as t(id uuid, "consignmentId" uuid, "handlingUnitId" uuid, source text, code text,
        reason text, "carrierCode" text, description text, location jsonb, "occurredOn" timestamptz, "recordedOn" timestamptz,
        fingerprint text)
      on conflict (tenant_id, shipment_id, fingerprint) do nothing),
    consigned as (
      insert into shipping.consignments (tenant_id, id, shipment_ids, carrier_reference, service_level_reference, status,
        booking_reference, carrier_booking_reference, tracking_url, refusal, voiding_for, called_until, event_sequence,
        created_on, updated_on, profile_id, service_level, settings, doubtful, track_on)
      select $1, c.id, c."shipmentIds", c."carrierReference", c."serviceLevelReference", c.status::shipping.consignment_status,
        c."bookingReference", c."carrierBookingReference", c."trackingUrl", c.refusal, c."voidingFor", c."calledUntil",
        c."eventSequence", c."createdOn", c."updatedOn", c."profileId", c."serviceLevel", c.settings, c.doubtful, c."trackOn"
      from s, jsonb_to_recordset($19::jsonb) as c(id uuid, "shipmentIds" uuid[], "carrierReference" text,
        "serviceLevelReference" text, status text, "bookingReference" text, "carrierBookingReference" text, "trackingUrl" text,
        refusal jsonb, "voidingFor" text, "calledUntil" timestamptz, "eventSequence" int, "createdOn" timestamptz,
        "updatedOn" timestamptz, "profileId" uuid, "serviceLevel" jsonb, settings jsonb, doubtful boolean, "trackOn" timestamptz)
      on conflict (tenant_id, id) do update set status = excluded.status, refusal = excluded.refusal,
        carrier_booking_reference = excluded.carrier_booking_reference, tracking_url = excluded.tracking_url,
        voiding_for = excluded.voiding_for, called_until = excluded.called_until, event_sequence = excluded.event_sequence,
        updated_on = excluded.updated_on, doubtful = excluded.doubtful, track_on = excluded.track_on),
    labelled as (
      insert into shipping.labels (tenant_id, shipment_id, consignment_id, handling_unit_number, fields)
      select $1, $2, $8, l.number, l.fields from s, jsonb_to_recordset($20::jsonb) as l(number int, fields jsonb)
      on conflict do nothing),
    documented as (
      insert into shipping.documents (tenant_id, shipment_id, consignment_id, id, kind, format, handling_unit_number, content)
      select $1, $2, $8, d.id, d.kind, d.format, d."handlingUnitNumber", decode(d.content, 'base64')
      from s, jsonb_to_recordset($26::jsonb) as d(id uuid, kind text, format text, "handlingUnitNumber" int, content text)),
    counted as (
      insert into shipping.shipment_count_changes (tenant_id, created_on, status, carrier_reference, change)
      select $1, c."createdOn", c.status::shipping.shipment_status, c."carrierReference", c.change
      from s, jsonb_to_recordset($21::jsonb) as c("createdOn" timestamptz, status text, "carrierReference" text, change int)),
    jobs as (${addJobs('s', '$22')}),
    finished as (select graphile_worker.remove_job(key) from s, unnest($23::text[]) as key),
    audit as (${insertAudit('$1', '$24', 's')})
    select (select count(*)::int from s) as saved, (select count(*) from jobs) as jobs, (select count(*) from finished) as finished`,
};

/**
 * Saves a change if the shipment is still at the version from which it was made.
 * @returns false when someone else changed it first; then nothing at all is written.
 */
export async function saveShipment(db: Database, change: ShipmentChange): Promise<boolean> {
  const [result] = await query<SaveResult>(db.pool, SAVE, toSaveValues(change));
  return result?.saved === 1;
}

/** The same for the change with which an operation ends: with an Idempotency-Key it is committed together with the answer. */
export async function concludeShipment(db: Database, change: ShipmentChange): Promise<boolean> {
  const [result] = await conclude<SaveResult>(db, SAVE, toSaveValues(change), ([row]) => row?.saved === 1);
  return result?.saved === 1;
}

interface SaveResult {
  saved: number;
}

function toSaveValues(change: ShipmentChange): unknown[] {
  const { before, after } = change;
  return [
    after.tenantId,
    after.id,
    before.version,
    after.status,
    after.eventSequence,
    JSON.stringify(after.content),
    after.bookingAttempts,
    after.consignmentId ?? null,
    after.carrierBookingReference ?? null,
    after.trackingUrl ?? null,
    after.refusal === undefined ? null : JSON.stringify(after.refusal),
    after.updatedOn,
    after.content.reference,
    after.content.carrierReference,
    after.content.serviceLevelReference,
    JSON.stringify(after.handlingUnits.map(toUnitRow)),
    JSON.stringify(change.events),
    JSON.stringify((change.trackingEvents ?? []).map((event) => ({ ...event, fingerprint: fingerprint(event) }))),
    JSON.stringify(change.consignment === undefined ? [] : [change.consignment.after]),
    JSON.stringify(change.labels ?? []),
    JSON.stringify(countChanges(before, after)),
    JSON.stringify(change.jobs ?? []),
    change.finishedJobs ?? [],
    auditRecords(auditedChanges(change)),
    currentRequestScope() ?? null,
    JSON.stringify((change.documents ?? []).map(toDocumentRow)),
    after.hold === undefined ? null : JSON.stringify(after.hold),
    after.rate === undefined ? null : JSON.stringify(after.rate),
    change.profile?.id ?? null,
    change.profile?.version ?? null,
  ];
}

function toDocumentRow({ content, ...document }: ShipmentDocument): unknown {
  return { ...document, content: Buffer.from(content).toString('base64') };
}

function auditedChanges({ before, after, events, consignment, trackingEvents = [] }: ShipmentChange): AuditedChange[] {
  const shipment = {
    resource: `shipment/${after.id}`,
    eventBefore: before.eventSequence,
    eventAfter: after.eventSequence,
  };
  return [
    ...(events.length === 0 ? [] : [shipment]),
    ...(consignment === undefined ? [] : [auditedConsignment(consignment)]),
    ...trackingEvents.filter((event) => event.source !== 'carrier').map(auditedScan),
  ];
}

/** What the change does to the counts from which a list's total comes. */
function countChanges(before: Shipment, after: Shipment): unknown[] {
  if (before.status === after.status && before.content.carrierReference === after.content.carrierReference) return [];
  const count = (shipment: Shipment, change: number): unknown => ({
    createdOn: shipment.createdOn,
    status: shipment.status,
    carrierReference: shipment.content.carrierReference,
    change,
  });
  return [count(before, -1), count(after, 1)];
}
