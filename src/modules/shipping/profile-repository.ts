import type { Database } from '../../platform/database.ts';
import type { CarrierProfile as ProfileRow, Prisma } from '../../platform/generated/prisma/client.ts';
import type { CarrierProfile, ServiceLevel } from './carrier-profile.ts';
import { referenceTaken } from './errors.ts';

export async function findProfile(db: Database, tenantId: string, id: string): Promise<CarrierProfile | undefined> {
  const row = await db.prisma.carrierProfile.findUnique({ where: { tenantId_id: { tenantId, id } } });
  return row === null ? undefined : toProfile(row);
}

export async function findProfileByReference(
  db: Database,
  tenantId: string,
  reference: string,
): Promise<CarrierProfile | undefined> {
  const row = await db.prisma.carrierProfile.findUnique({ where: { tenantId_reference: { tenantId, reference } } });
  return row === null ? undefined : toProfile(row);
}

export async function listProfileReferences(db: Database, tenantId: string): Promise<string[]> {
  const rows = await db.prisma.carrierProfile.findMany({
    where: { tenantId },
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
  const where = { tenantId, ...(filter.carrier === undefined ? {} : { carrier: filter.carrier }) };
  const [rows, total] = await Promise.all([
    db.prisma.carrierProfile.findMany({
      where,
      orderBy: { reference: 'asc' },
      take: filter.limit,
      skip: filter.offset,
    }),
    db.prisma.carrierProfile.count({ where }),
  ]);
  return { items: rows.map(toProfile), total };
}

/** @throws reference-taken (409) */
export async function insertProfile(db: Database, profile: CarrierProfile): Promise<void> {
  try {
    await db.prisma.carrierProfile.create({
      data: {
        tenantId: profile.tenantId,
        id: profile.id,
        ...toColumns(profile),
        version: 1,
        createdOn: profile.createdOn,
      },
    });
  } catch (error) {
    throw isDuplicate(error) ? referenceTaken(profile.reference) : error;
  }
}

/** @returns false when the profile is no longer at that version. @throws reference-taken (409) */
export async function saveProfile(db: Database, profile: CarrierProfile, expectedVersion: number): Promise<boolean> {
  try {
    const { count } = await db.prisma.carrierProfile.updateMany({
      where: { tenantId: profile.tenantId, id: profile.id, version: expectedVersion },
      data: { ...toColumns(profile), version: { increment: 1 } },
    });
    return count === 1;
  } catch (error) {
    throw isDuplicate(error) ? referenceTaken(profile.reference) : error;
  }
}

/** @returns false when there is no such profile. */
export async function deleteProfile(db: Database, tenantId: string, id: string): Promise<boolean> {
  const { count } = await db.prisma.carrierProfile.deleteMany({ where: { tenantId, id } });
  return count === 1;
}

/** Whether a booking of this profile is waiting for its outcome, and so needs its profile. */
export async function hasBookingsUnderWay(db: Database, tenantId: string, reference: string): Promise<boolean> {
  const row = await db.prisma.consignment.findFirst({
    where: { tenantId, carrierReference: reference, status: 'Ordered' },
    select: { id: true },
  });
  return row !== null;
}

function toColumns(
  profile: CarrierProfile,
): Omit<Prisma.CarrierProfileUncheckedCreateInput, 'tenantId' | 'id' | 'version' | 'createdOn'> {
  return {
    reference: profile.reference,
    name: profile.name,
    carrier: profile.carrier,
    serviceLevels: profile.serviceLevels.map((level) => ({ ...level })),
    countries: [...profile.countries],
    credentials: profile.credentials === undefined ? null : Uint8Array.from(profile.credentials),
    bookingTimeoutMs: profile.bookingTimeoutMs,
    updatedOn: profile.updatedOn,
  };
}

function toProfile(row: ProfileRow): CarrierProfile {
  const { credentials, serviceLevels, ...columns } = row;
  return {
    ...columns,
    serviceLevels: serviceLevels as unknown as ServiceLevel[],
    ...(credentials === null ? {} : { credentials }),
  };
}

/** Prisma's code for a broken unique constraint. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
