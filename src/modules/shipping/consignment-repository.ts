import { type AuditedChange, auditRecords, insertAudit } from '../../platform/audit.ts';
import { currentRequestScope } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { addJobs, type JobRequest } from '../../platform/jobs.ts';
import type { Consignment, ConsignmentStatus, VoidingPurpose } from './consignment.ts';
import type { Shipment } from './shipment.ts';
import { createConditions } from './sql-conditions.ts';

const COLUMNS = `tenant_id as "tenantId", id, shipment_ids as "shipmentIds", carrier_reference as "carrierReference",
  service_level_reference as "serviceLevelReference", profile_id as "profileId", service_level as "serviceLevel", settings, status, booking_reference as "bookingReference",
  carrier_booking_reference as "carrierBookingReference", tracking_url as "trackingUrl", refusal, voiding_for as "voidingFor",
  called_until as "calledUntil", doubtful, track_on as "trackOn", event_sequence as "eventSequence", created_on as "createdOn", updated_on as "updatedOn"`;

type ConsignmentRow = { [Key in keyof Consignment]: Consignment[Key] | null };

const FIND: Statement = {
  name: 'find-consignment',
  text: `select ${COLUMNS} from shipping.consignments where tenant_id = $1 and id = $2`,
};

export async function findConsignment(db: Database, tenantId: string, id: string): Promise<Consignment | undefined> {
  const [row] = await query<ConsignmentRow>(db.pool, FIND, [tenantId, id]);
  return row === undefined ? undefined : toConsignment(row);
}

/** That of the shipment's newest booking, if it has been ordered. */
export async function findConsignmentOf(
  db: Database,
  { tenantId, consignmentId }: Pick<Shipment, 'tenantId' | 'consignmentId'>,
): Promise<Consignment | undefined> {
  return consignmentId === undefined ? undefined : findConsignment(db, tenantId, consignmentId);
}

const CLAIM: Statement = {
  name: 'claim-carrier-call',
  text: `with c as (
      update shipping.consignments set called_until = $4, voiding_for = coalesce($5, voiding_for), updated_on = $6,
        doubtful = doubtful or $11
      where tenant_id = $1 and id = $2 and status = $3::shipping.consignment_status and called_until = $8 and $8 <= greatest($6, now())
        and ($5::text is null or exists (
          select 1 from shipping.shipments s where s.tenant_id = $1 and s.id = any(consignments.shipment_ids)
            and (consignments.voiding_for is not null or s.status = 'Accepted') and ($12::int[] is null or s.version = any($12)) for update))
      returning *),
    jobs as (${addJobs('c', '$7')}),
    audit as (${insertAudit('$1', '$9', 'c')}),
    marked as (
      update shipping.shipments s set last_request = coalesce($10, last_request), version = version + 1 from c
      where $5::text is not null and s.tenant_id = $1 and s.id = any(c.shipment_ids))
    select ${COLUMNS}, (select count(*) from jobs) as jobs from c`,
};

export interface CarrierCallClaim {
  status: ConsignmentStatus;
  now: Date;
  until: Date;
  voidingFor?: VoidingPurpose;
  /** Of the shipment, where the caller demands one of them. */
  expectedVersions?: readonly number[] | undefined;
  /** A booking may be made under this claim. */
  mayBook?: boolean;
  /** Takes over should the claimant die; without one nothing does. */
  job?: JobRequest;
}

/**
 * Takes the sole right to call the carrier about a booking until a moment, if nobody has taken it since the booking was read. Whether
 * an earlier right has ended is asked of the database's clock too: that clock starts the job which waited for the end.
 * @returns undefined when someone else has it, or when the booking is no longer in that status.
 */
export async function claimCarrierCall(
  db: Database,
  consignment: Pick<Consignment, 'tenantId' | 'id' | 'voidingFor' | 'calledUntil'>,
  claim: CarrierCallClaim,
): Promise<Consignment | undefined> {
  const [row] = await query<ConsignmentRow & { jobs: string }>(db.pool, CLAIM, [
    consignment.tenantId,
    consignment.id,
    claim.status,
    claim.until,
    claim.voidingFor ?? null,
    claim.now,
    JSON.stringify(claim.job === undefined ? [] : [claim.job]),
    consignment.calledUntil,
    auditRecords(claim.voidingFor === undefined ? [] : [voiding(consignment, claim.voidingFor)]),
    currentRequestScope() ?? null,
    claim.mayBook ?? false,
    claim.expectedVersions ?? null,
  ]);
  return row === undefined ? undefined : toConsignment(row);
}

const YIELD: Statement = {
  name: 'yield-carrier-call',
  text: `with c as (
      update shipping.consignments set called_until = $4, voiding_for = case when $5 then null else voiding_for end,
        doubtful = coalesce($9, doubtful)
      where tenant_id = $1 and id = $2 and called_until = $3 returning id),
    jobs as (${addJobs('c', '$6')}),
    finished as (select graphile_worker.remove_job(key) from c, unnest($7::text[]) as key),
    audit as (${insertAudit('$1', '$8', 'c')})
    select (select count(*) from jobs), (select count(*) from finished)`,
};

/** Gives the right to call the carrier back before its time, with the job that goes on from there, or without one. */
export async function yieldCarrierCall(
  db: Database,
  consignment: Consignment,
  next: { calledUntil: Date; job?: JobRequest; endVoiding?: { finishedJob: string }; doubtful?: boolean },
): Promise<void> {
  await query(db.pool, YIELD, [
    consignment.tenantId,
    consignment.id,
    consignment.calledUntil,
    next.calledUntil,
    next.endVoiding !== undefined,
    JSON.stringify(next.job === undefined ? [] : [next.job]),
    next.endVoiding === undefined ? [] : [next.endVoiding.finishedJob],
    auditRecords(next.endVoiding === undefined ? [] : [voiding(consignment, undefined)]),
    next.doubtful ?? null,
  ]);
}

/** For the audit. The right to call the carrier is nobody's business but the program's; that a booking is being voided is. */
function voiding(
  { id, voidingFor }: Pick<Consignment, 'id' | 'voidingFor'>,
  after: VoidingPurpose | undefined,
): AuditedChange {
  return {
    resource: `consignment/${id}`,
    before: { voidingFor: voidingFor ?? null },
    after: { voidingFor: after ?? null },
  };
}

const CLAIM_TRACKING: Statement = {
  name: 'claim-tracking',
  text: `with due as (
      select id from shipping.consignments
      where tenant_id = $1 and profile_id = $2 and status = 'Accepted' and track_on <= $3
      order by (id = $4) desc, track_on limit $5 for update skip locked),
    c as (
      update shipping.consignments set track_on = $6 from due where tenant_id = $1 and consignments.id = due.id
      returning consignments.*),
    jobs as (
      select graphile_worker.add_job($7, queue_name => $8, payload => json_build_object('tenantId', $1::uuid, 'consignmentId', c.id),
        run_at => $6, job_key => $7 || ':' || $1 || ':' || c.id, max_attempts => 25) from c)
    select ${COLUMNS}, (select count(*) from jobs) as jobs from c`,
};

/**
 * Takes the bookings of a profile whose scans are due, the given one first, so that nobody else asks for them until a moment. Their jobs
 * come again then, should the caller not have said better by that time.
 */
export async function claimTracking(
  db: Database,
  consignment: Pick<Consignment, 'tenantId' | 'profileId' | 'id'>,
  claim: { now: Date; until: Date; limit: number; task: string; queue: string },
): Promise<Consignment[]> {
  const { tenantId, profileId, id } = consignment;
  const values = [tenantId, profileId, claim.now, id, claim.limit, claim.until, claim.task, claim.queue];
  const rows = await query<ConsignmentRow & { jobs: string }>(db.pool, CLAIM_TRACKING, values);
  return rows.map(toConsignment);
}

const PLAN_TRACKING: Statement = {
  name: 'plan-tracking',
  text: `with c as (
      update shipping.consignments set track_on = $3 where tenant_id = $1 and id = $2 and status = 'Accepted' returning id),
    jobs as (${addJobs('c', '$4')}),
    finished as (select graphile_worker.remove_job(key) from unnest($5::text[]) as key)
    select (select count(*) from jobs), (select count(*) from finished)`,
};

/** Says when a booking's scans are asked for next, or that they are not any more. */
export async function planTracking(
  db: Database,
  { tenantId, id }: Pick<Consignment, 'tenantId' | 'id'>,
  next: { job: JobRequest } | { finishedJob: string },
): Promise<void> {
  const [trackOn, jobs, finished] = 'job' in next ? [next.job.runAt, [next.job], []] : [null, [], [next.finishedJob]];
  await query(db.pool, PLAN_TRACKING, [tenantId, id, trackOn, JSON.stringify(jobs), finished]);
}

export interface ConsignmentFilter {
  status?: ConsignmentStatus;
  carrierReference?: string;
  bookingReference?: string;
  shipmentId?: string;
  limit: number;
  offset: number;
}

export async function listConsignments(
  db: Database,
  tenantId: string,
  filter: ConsignmentFilter,
): Promise<{ items: Consignment[]; total: number }> {
  const where = createConditions();
  where.add('tenant_id = ?', tenantId);
  if (filter.status !== undefined) where.add('status = ?::shipping.consignment_status', filter.status);
  if (filter.carrierReference !== undefined) where.add('carrier_reference = ?', filter.carrierReference);
  if (filter.bookingReference !== undefined) where.add('booking_reference = ?', filter.bookingReference);
  if (filter.shipmentId !== undefined) where.add('shipment_ids @> array[?::uuid]', filter.shipmentId);
  const found = `shipping.consignments where ${where.text()}`;
  const text = `select total, page.* from (select count(*)::int as total from ${found}) as counted
    left join (select ${COLUMNS} from ${found} order by id desc
      limit ${where.parameter(filter.limit)} offset ${where.parameter(filter.offset)}) as page on true`;
  const statement = { name: where.nameOf('list-consignments', text), text };
  const rows = await query<ConsignmentRow & { total: number }>(db.pool, statement, where.values);
  return { items: rows.filter((row) => row.id !== null).map(toConsignment), total: rows[0]?.total ?? 0 };
}

/** Absent members instead of nulls, as the rest of the module has them. */
function toConsignment(row: ConsignmentRow & { total?: number; jobs?: string }): Consignment {
  const { total: _total, jobs: _jobs, ...columns } = row;
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as unknown as Consignment;
}
