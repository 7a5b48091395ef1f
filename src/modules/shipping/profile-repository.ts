import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { hasCode } from '../../platform/error-code.ts';
import type { CarrierProfile as ProfileRow } from '../../platform/generated/prisma/client.ts';
import { type CarrierProfile, describeProfile, type ServiceLevel } from './carrier-profile.ts';
import { referenceTaken } from './errors.ts';

/** Read on the way of every booking, and so without Prisma's compiler. */
const COLUMNS = `tenant_id as "tenantId", id, reference, name, carrier, service_levels as "serviceLevels", countries, environment,
  base_url as "baseUrl", label_format as "labelFormat", settings, credentials, booking_timeout_ms as "bookingTimeoutMs",
  quote_timeout_ms as "quoteTimeoutMs", version, created_on as "createdOn", updated_on as "updatedOn", deleted_on as "deletedOn"`;

const FIND: Statement = {
  name: 'find-carrier-profile',
  text: `select ${COLUMNS} from shipping.carrier_profiles where tenant_id = $1 and id = $2`,
};

/** For bookings, which outlive their profile. */
export async function findProfileEvenIfDeleted(
  db: Database,
  tenantId: string,
  id: string,
): Promise<CarrierProfile | undefined> {
  const [row] = await query<ProfileRow>(db.pool, FIND, [tenantId, id]);
  return row === undefined ? undefined : toProfile(row);
}

const FIND_LIVE: Statement = { name: 'find-live-carrier-profile', text: `${FIND.text} and deleted_on is null` };

export async function findProfile(db: Database, tenantId: string, id: string): Promise<CarrierProfile | undefined> {
  const [row] = await query<ProfileRow>(db.pool, FIND_LIVE, [tenantId, id]);
  return row === undefined ? undefined : toProfile(row);
}

const FIND_BY_REFERENCE: Statement = {
  name: 'find-carrier-profile-by-reference',
  text: `select ${COLUMNS} from shipping.carrier_profiles where tenant_id = $1 and reference = $2 and deleted_on is null`,
};

export async function findProfileByReference(
  db: Database,
  tenantId: string,
  reference: string,
): Promise<CarrierProfile | undefined> {
  const [row] = await query<ProfileRow>(db.pool, FIND_BY_REFERENCE, [tenantId, reference]);
  return row === undefined ? undefined : toProfile(row);
}

export async function listProfileReferences(db: Database, tenantId: string): Promise<string[]> {
  const prisma = await db.prisma();
  const rows = await prisma.carrierProfile.findMany({
    where: { tenantId, deletedOn: null },
    select: { reference: true },
    orderBy: { reference: 'asc' },
    take: 50,
  });
  return rows.map((row) => row.reference);
}

export async function listProfiles(
  db: Database,
  tenantId: string,
  filter: { carrier?: string; limit: number; offset: number },
): Promise<{ items: CarrierProfile[]; total: number }> {
  const where = { tenantId, deletedOn: null, ...(filter.carrier === undefined ? {} : { carrier: filter.carrier }) };
  const prisma = await db.prisma();
  const [rows, total] = await Promise.all([
    prisma.carrierProfile.findMany({
      where,
      orderBy: { reference: 'asc' },
      take: filter.limit,
      skip: filter.offset,
    }),
    prisma.carrierProfile.count({ where }),
  ]);
  return { items: rows.map(toProfile), total };
}

const INSERT: Statement = {
  name: 'insert-carrier-profile',
  text: `with p as (
      insert into shipping.carrier_profiles (tenant_id, id, reference, name, carrier, service_levels, countries, credentials,
        booking_timeout_ms, updated_on, environment, base_url, label_format, settings, quote_timeout_ms, created_on, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)
      on conflict (tenant_id, reference) where deleted_on is null do nothing returning id),
    audit as (${insertAudit('$1', '$17', 'p')})
    select id from p`,
};

/** @throws reference-taken (409) */
export async function insertProfile(db: Database, profile: CarrierProfile): Promise<void> {
  const audit = auditRecords([{ resource: auditName(profile), after: describeProfile(profile) }]);
  const values = [...toColumns(profile), profile.createdOn, audit];
  const rows = await conclude(db, INSERT, values, (inserted) => inserted.length === 1);
  if (rows.length === 0) throw referenceTaken(profile.reference);
}

const UNIQUE_VIOLATION = '23505';

const SAVE: Statement = {
  name: 'save-carrier-profile',
  text: `with locked as materialized (
      select id from shipping.carrier_profiles
      where tenant_id = $1 and id = $2 and version = $16 and deleted_on is null for update),
    p as (
      update shipping.carrier_profiles c set reference = $3, name = $4, carrier = $5, service_levels = $6, countries = $7,
        credentials = $8, booking_timeout_ms = $9, updated_on = $10, environment = $11, base_url = $12, label_format = $13,
        settings = $14, quote_timeout_ms = $15, version = version + 1
      from locked where c.tenant_id = $1 and c.id = locked.id and not ($18 and shipping.has_live_bookings($1, locked.id))
      returning c.id),
    audit as (${insertAudit('$1', '$17', 'p')})
    select id from p`,
};

/**
 * Whether there are bookings is asked once nobody can begin one: a booking that begins shares the lock, and sees the new version after.
 * @param options.movesElsewhere nothing is saved while there are live bookings
 * @returns false when the profile is no longer at the version from which it was changed, or must not be moved. @throws reference-taken (409)
 */
export async function saveProfile(
  db: Database,
  before: CarrierProfile,
  after: CarrierProfile,
  { movesElsewhere }: { movesElsewhere: boolean },
): Promise<boolean> {
  const credentialsChanged = before.credentials !== after.credentials;
  const change = {
    resource: auditName(after),
    before: describeProfile(before),
    after: { ...describeProfile(after), ...(credentialsChanged ? { credentialsChanged } : {}) },
  };
  const values = [...toColumns(after), before.version, auditRecords([change]), movesElsewhere];
  try {
    const rows = await conclude(db, SAVE, values, (saved) => saved.length === 1);
    return rows.length === 1;
  } catch (error) {
    throw hasCode(error, UNIQUE_VIOLATION) ? referenceTaken(after.reference) : error;
  }
}

const DELETE: Statement = {
  name: 'delete-carrier-profile',
  text: `with p as (
      update shipping.carrier_profiles set deleted_on = now(), version = version + 1
      where tenant_id = $1 and id = $2 and version = $3 and deleted_on is null returning id),
    audit as (${insertAudit('$1', '$4', 'p')})
    select id from p`,
};

/** The row stays, for the bookings that were made with it. @returns false when the profile is no longer at that version. */
export async function deleteProfile(db: Database, profile: CarrierProfile): Promise<boolean> {
  const audit = auditRecords([{ resource: auditName(profile), before: describeProfile(profile) }]);
  const values = [profile.tenantId, profile.id, profile.version, audit];
  const rows = await conclude(db, DELETE, values, (deleted) => deleted.length === 1);
  return rows.length === 1;
}

const HAS_LIVE_BOOKINGS: Statement = {
  name: 'has-live-bookings',
  text: `select shipping.has_live_bookings($1, $2) as "hasLiveBookings"`,
};

/** Whether a booking that was made with this profile waits for its outcome, or may yet have to be voided. */
export async function hasLiveBookings(db: Database, tenantId: string, profileId: string): Promise<boolean> {
  const [row] = await query<{ hasLiveBookings: boolean }>(db.pool, HAS_LIVE_BOOKINGS, [tenantId, profileId]);
  return row?.hasLiveBookings === true;
}

function auditName(profile: CarrierProfile): string {
  return `carrier-profile/${profile.id}`;
}

/** The first fifteen parameters of the statements above. */
function toColumns(profile: CarrierProfile): unknown[] {
  return [
    profile.tenantId,
    profile.id,
    profile.reference,
    profile.name,
    profile.carrier,
    JSON.stringify(profile.serviceLevels),
    [...profile.countries],
    profile.credentials ?? null,
    profile.bookingTimeoutMs,
    profile.updatedOn,
    profile.environment,
    profile.baseUrl ?? null,
    profile.labelFormat,
    JSON.stringify(profile.settings),
    profile.quoteTimeoutMs,
  ];
}

function toProfile(row: ProfileRow): CarrierProfile {
  const {
    credentials,
    serviceLevels,
    deletedOn: _deletedOn,
    baseUrl,
    environment,
    labelFormat,
    settings,
    ...columns
  } = row;
  return {
    ...columns,
    environment: environment as CarrierProfile['environment'],
    labelFormat: labelFormat as CarrierProfile['labelFormat'],
    settings: settings as CarrierProfile['settings'],
    ...(baseUrl === null ? {} : { baseUrl }),
    serviceLevels: serviceLevels as unknown as ServiceLevel[],
    ...(credentials === null ? {} : { credentials }),
  };
}
