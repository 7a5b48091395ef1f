import { type AuditedChange, auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude, currentRequestScope } from '../../platform/conclude.ts';
import { type Database, named, query, type Statement } from '../../platform/database.ts';
import { type DomainEvent, insertEvents } from '../../platform/events.ts';
import { addJobs, type JobRequest } from '../../platform/jobs.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import type { Consignment } from './consignment.ts';
import type { ShipmentDocument } from './document-repository.ts';
import { auditedConsignment, auditedScan } from './events.ts';
import type { LabelFields } from './labels/label-fields.ts';
import type { Shipment, ShipmentStatus } from './shipment.ts';
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

/** What a shipment is inserted with; JSON as text. */
interface InsertValues {
  tenantId: string;
  id: string;
  reference: string;
  carrierReference: string;
  serviceLevelReference: string;
  content: string;
  createdOn: Date;
  units: string;
  events: string;
  countryCode: string;
  audit: string;
}

const INSERT = named<InsertValues>(
  'insert-shipment',
  `with s as (
      insert into shipping.shipments (tenant_id, id, reference, carrier_reference, service_level_reference, status, version,
        event_sequence, content, booking_attempts, created_on, updated_on)
      select :tenantId, :id, :reference, :carrierReference, :serviceLevelReference, 'Created', 1, 1, :content, 0, :createdOn, :createdOn
      from shipping.carrier_profiles p
      where p.tenant_id = :tenantId and p.reference = :carrierReference and p.deleted_on is null
        and p.service_levels @> jsonb_build_array(jsonb_build_object('reference', :serviceLevelReference::text))
        and (p.countries = '{}' or :countryCode = any(p.countries))
      returning id),
    units as (
      insert into shipping.handling_units ${UNIT_COLUMNS}
      select :tenantId, :id, ${UNIT_VALUES} from s, jsonb_to_recordset(:units::jsonb) as ${UNIT_RECORD}),
    counted as (
      insert into shipping.shipment_count_changes (tenant_id, created_on, status, carrier_reference, change)
      select :tenantId, :createdOn, 'Created', :carrierReference, 1 from s),
    events as (${insertEvents(':tenantId', ':events', 's')}),
    audit as (${insertAudit(':tenantId', ':audit', 's')})
    select id from s`,
);

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
  const values = INSERT.valuesOf({
    tenantId: shipment.tenantId,
    id: shipment.id,
    reference: content.reference,
    carrierReference: content.carrierReference,
    serviceLevelReference: content.serviceLevelReference,
    content: JSON.stringify(content),
    createdOn: shipment.createdOn,
    units: JSON.stringify(shipment.handlingUnits.map(toUnitRow)),
    events: JSON.stringify(events),
    countryCode: content.addresses.receiver.countryCode,
    audit: auditRecords([{ resource: `shipment/${shipment.id}`, eventAfter: shipment.eventSequence }]),
  });
  const inserted = await conclude(db, INSERT, values, (rows) => rows.length === 1);
  return inserted.length === 1;
}

/** What a shipment is saved with; JSON as text. `version` is the one that is saved over. */
interface SaveValues extends Omit<InsertValues, 'createdOn' | 'countryCode'> {
  version: number;
  status: ShipmentStatus;
  eventSequence: number;
  bookingAttempts: number;
  consignmentId: string | null;
  carrierBookingReference: string | null;
  trackingUrl: string | null;
  refusal: string | null;
  updatedOn: Date;
  scans: string;
  consignments: string;
  labels: string;
  counts: string;
  jobs: string;
  finishedJobs: readonly string[];
  request: string | null;
  documents: string;
  hold: string | null;
  rate: string | null;
  profileId: string | null;
  profileVersion: number | null;
}

const SAVE = named<SaveValues>(
  'save-shipment',
  `with s as (
      update shipping.shipments set version = version + 1, status = :status, event_sequence = :eventSequence, content = :content,
        reference = :reference, carrier_reference = :carrierReference, service_level_reference = :serviceLevelReference,
        booking_attempts = :bookingAttempts, consignment_id = :consignmentId, carrier_booking_reference = :carrierBookingReference,
        tracking_url = :trackingUrl, refusal = :refusal, hold = :hold, rate = :rate,
        last_request = coalesce(:request, last_request), updated_on = :updatedOn
      where tenant_id = :tenantId and id = :id and version = :version and (:profileId::uuid is null or exists (
        select 1 from shipping.carrier_profiles p
        where p.tenant_id = :tenantId and p.id = :profileId and p.version = :profileVersion for share))
      returning id),
    units as (
      insert into shipping.handling_units ${UNIT_COLUMNS}
      select :tenantId, :id, ${UNIT_VALUES} from s, jsonb_to_recordset(:units::jsonb) as ${UNIT_RECORD}
      on conflict (tenant_id, shipment_id, number) do update set id = excluded.id, status = excluded.status,
        weight_grams = excluded.weight_grams, length_millimetres = excluded.length_millimetres,
        width_millimetres = excluded.width_millimetres, height_millimetres = excluded.height_millimetres,
        tracking_reference = excluded.tracking_reference, content = excluded.content),
    gone as (
      delete from shipping.handling_units u using s
      where u.tenant_id = :tenantId and u.shipment_id = :id and u.number > jsonb_array_length(:units::jsonb)),
    events as (${insertEvents(':tenantId', ':events', 's')}),
    tracking as (
      insert into shipping.tracking_events (tenant_id, shipment_id, id, consignment_id, handling_unit_id, source, code, reason,
        carrier_code, description, location, occurred_on, recorded_on, fingerprint)
      select :tenantId, :id, t.id, t."consignmentId", t."handlingUnitId", t.source, t.code, t.reason, t."carrierCode", t.description,
        t.location, t."occurredOn", t."recordedOn", t.fingerprint
      from s, jsonb_to_recordset(:scans::jsonb) as t(id uuid, "consignmentId" uuid, "handlingUnitId" uuid, source text, code text,
        reason text, "carrierCode" text, description text, location jsonb, "occurredOn" timestamptz, "recordedOn" timestamptz,
        fingerprint text)
      on conflict (tenant_id, shipment_id, fingerprint) do nothing),
    consigned as (
      insert into shipping.consignments (tenant_id, id, shipment_ids, carrier_reference, service_level_reference, status,
        booking_reference, carrier_booking_reference, tracking_url, refusal, voiding_for, called_until, event_sequence,
        created_on, updated_on, profile_id, service_level, settings, doubtful, track_on)
      select :tenantId, c.id, c."shipmentIds", c."carrierReference", c."serviceLevelReference", c.status::shipping.consignment_status,
        c."bookingReference", c."carrierBookingReference", c."trackingUrl", c.refusal, c."voidingFor", c."calledUntil",
        c."eventSequence", c."createdOn", c."updatedOn", c."profileId", c."serviceLevel", c.settings, c.doubtful, c."trackOn"
      from s, jsonb_to_recordset(:consignments::jsonb) as c(id uuid, "shipmentIds" uuid[], "carrierReference" text,
        "serviceLevelReference" text, status text, "bookingReference" text, "carrierBookingReference" text, "trackingUrl" text,
        refusal jsonb, "voidingFor" text, "calledUntil" timestamptz, "eventSequence" int, "createdOn" timestamptz,
        "updatedOn" timestamptz, "profileId" uuid, "serviceLevel" jsonb, settings jsonb, doubtful boolean, "trackOn" timestamptz)
      on conflict (tenant_id, id) do update set status = excluded.status, refusal = excluded.refusal,
        carrier_booking_reference = excluded.carrier_booking_reference, tracking_url = excluded.tracking_url,
        voiding_for = excluded.voiding_for, called_until = excluded.called_until, event_sequence = excluded.event_sequence,
        updated_on = excluded.updated_on, doubtful = excluded.doubtful, track_on = excluded.track_on),
    labelled as (
      insert into shipping.labels (tenant_id, shipment_id, consignment_id, handling_unit_number, fields)
      select :tenantId, :id, :consignmentId, l.number, l.fields from s, jsonb_to_recordset(:labels::jsonb) as l(number int, fields jsonb)
      on conflict do nothing),
    documented as (
      insert into shipping.documents (tenant_id, shipment_id, consignment_id, id, kind, format, handling_unit_number, content)
      select :tenantId, :id, :consignmentId, d.id, d.kind, d.format, d."handlingUnitNumber", decode(d.content, 'base64')
      from s, jsonb_to_recordset(:documents::jsonb) as d(id uuid, kind text, format text, "handlingUnitNumber" int, content text)),
    counted as (
      insert into shipping.shipment_count_changes (tenant_id, created_on, status, carrier_reference, change)
      select :tenantId, c."createdOn", c.status::shipping.shipment_status, c."carrierReference", c.change
      from s, jsonb_to_recordset(:counts::jsonb) as c("createdOn" timestamptz, status text, "carrierReference" text, change int)),
    jobs as (${addJobs('s', ':jobs')}),
    finished as (select graphile_worker.remove_job(key) from s, unnest(:finishedJobs::text[]) as key),
    audit as (${insertAudit(':tenantId', ':audit', 's')})
    select (select count(*)::int from s) as saved, (select count(*) from jobs) as jobs, (select count(*) from finished) as finished`,
);

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
  return SAVE.valuesOf({
    tenantId: after.tenantId,
    id: after.id,
    version: before.version,
    status: after.status,
    eventSequence: after.eventSequence,
    content: JSON.stringify(after.content),
    bookingAttempts: after.bookingAttempts,
    consignmentId: after.consignmentId ?? null,
    carrierBookingReference: after.carrierBookingReference ?? null,
    trackingUrl: after.trackingUrl ?? null,
    refusal: after.refusal === undefined ? null : JSON.stringify(after.refusal),
    updatedOn: after.updatedOn,
    reference: after.content.reference,
    carrierReference: after.content.carrierReference,
    serviceLevelReference: after.content.serviceLevelReference,
    units: JSON.stringify(after.handlingUnits.map(toUnitRow)),
    events: JSON.stringify(change.events),
    scans: JSON.stringify(
      (change.trackingEvents ?? []).map((event) => ({ ...event, fingerprint: fingerprint(event) })),
    ),
    consignments: JSON.stringify(change.consignment === undefined ? [] : [change.consignment.after]),
    labels: JSON.stringify(change.labels ?? []),
    counts: JSON.stringify(countChanges(before, after)),
    jobs: JSON.stringify(change.jobs ?? []),
    finishedJobs: change.finishedJobs ?? [],
    audit: auditRecords(auditedChanges(change)),
    request: currentRequestScope() ?? null,
    documents: JSON.stringify((change.documents ?? []).map(toDocumentRow)),
    hold: after.hold === undefined ? null : JSON.stringify(after.hold),
    rate: after.rate === undefined ? null : JSON.stringify(after.rate),
    profileId: change.profile?.id ?? null,
    profileVersion: change.profile?.version ?? null,
  });
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
