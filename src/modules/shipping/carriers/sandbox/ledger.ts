import type pg from 'pg';
import { query, type Statement } from '../../../../platform/database.ts';

/** What the sandbox carrier wrote down about one booking it made. */
export interface SandboxBooking {
  id: string;
  bookingReference: string;
  shipmentId: string;
  carrierBookingReference: string;
  unitReferences: string[];
  bookedOn: Date;
  voidedOn: Date | null;
}

const COLUMNS = `id, booking_reference as "bookingReference", shipment_id as "shipmentId",
  carrier_booking_reference as "carrierBookingReference", unit_references as "unitReferences",
  booked_on as "bookedOn", voided_on as "voidedOn"`;

const INSERT: Statement = {
  name: 'sandbox-insert-booking',
  text: `insert into sandbox_carrier.bookings
    (tenant_id, id, booking_reference, shipment_id, carrier_booking_reference, unit_references, booked_on)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/** Writes a booking down, unless the caller has hung up before a connection was free: what nobody waits for is not begun. */
export async function recordBooking(
  pool: pg.Pool,
  tenantId: string,
  booking: Omit<SandboxBooking, 'voidedOn'>,
  signal: AbortSignal,
): Promise<void> {
  const client = await pool.connect();
  try {
    signal.throwIfAborted();
    await query(client, INSERT, [
      tenantId,
      booking.id,
      booking.bookingReference,
      booking.shipmentId,
      booking.carrierBookingReference,
      booking.unitReferences,
      booking.bookedOn,
    ]);
    client.release();
  } catch (error) {
    // Its statement may still be under way; the pool makes a new one.
    client.release(true);
    throw error;
  }
}

const FIND: Statement = {
  name: 'sandbox-find-booking',
  text: `select ${COLUMNS} from sandbox_carrier.bookings
    where tenant_id = $1 and booking_reference = $2 and voided_on is null order by id limit 1`,
};

export async function findLiveBooking(
  pool: pg.Pool,
  tenantId: string,
  bookingReference: string,
): Promise<SandboxBooking | undefined> {
  const [booking] = await query<SandboxBooking>(pool, FIND, [tenantId, bookingReference]);
  return booking;
}

const VOID: Statement = {
  name: 'sandbox-void-booking',
  text: `update sandbox_carrier.bookings set voided_on = coalesce(voided_on, $3)
    where tenant_id = $1 and carrier_booking_reference = $2 returning id`,
};

/** Voids the booking, at most once. @returns whether there is such a booking. */
export async function voidBooking(
  pool: pg.Pool,
  tenantId: string,
  carrierBookingReference: string,
  on: Date,
): Promise<boolean> {
  const rows = await query(pool, VOID, [tenantId, carrierBookingReference, on]);
  return rows.length > 0;
}

const COUNT_CALL: Statement = {
  name: 'sandbox-count-call',
  text: `insert into sandbox_carrier.calls as c (tenant_id, booking_reference, calls) values ($1, $2, 1)
    on conflict (tenant_id, booking_reference) do update set calls = c.calls + 1 returning calls`,
};

/** Counts a call about a booking reference. @returns its number, from 1. */
export async function countCall(pool: pg.Pool, tenantId: string, bookingReference: string): Promise<number> {
  const [row] = await query<{ calls: number }>(pool, COUNT_CALL, [tenantId, bookingReference]);
  return row?.calls ?? 1;
}

const NEXT_SERIALS: Statement = {
  name: 'sandbox-next-serials',
  text: `select nextval('sandbox_carrier.unit_serial')::text as serial from generate_series(1, $1)`,
};

export async function nextSerials(pool: pg.Pool, count: number): Promise<number[]> {
  const rows = await query<{ serial: string }>(pool, NEXT_SERIALS, [count]);
  return rows.map((row) => Number(row.serial));
}

export interface SandboxBookingFilter {
  bookingReference?: string;
  shipmentId?: string;
  /** Days of UTC, as 2026-01-20. */
  bookedOn?: string;
  voidedOn?: string;
  bookedFrom?: Date;
  bookedTo?: Date;
  /** true: voided ones only; false: live ones only. */
  voided?: boolean;
  limit: number;
  offset: number;
}

const LIST: Statement = {
  name: 'sandbox-list-bookings',
  text: `with found as materialized (
      select * from sandbox_carrier.bookings
      where tenant_id = $1
        and ($2::text is null or booking_reference = $2)
        and ($3::uuid is null or shipment_id = $3)
        and ($4::timestamptz is null or booked_on >= $4)
        and ($5::timestamptz is null or booked_on < $5)
        and ($6::boolean is null or (voided_on is not null) = $6)
        and ($7::date is null or (booked_on at time zone 'UTC')::date = $7)
        and ($8::date is null or (voided_on at time zone 'UTC')::date = $8))
    select total, page.* from (select count(*)::int as total from found) as counted
    left join (select ${COLUMNS} from found order by id desc limit $9 offset $10) as page on true`,
};

/** Every booking the sandbox carrier made for the tenant, newest first, whatever its caller was told. */
export async function listBookings(
  pool: pg.Pool,
  tenantId: string,
  filter: SandboxBookingFilter,
): Promise<{ items: SandboxBooking[]; total: number }> {
  const rows = await query<SandboxBooking & { total: number }>(pool, LIST, [
    tenantId,
    filter.bookingReference ?? null,
    filter.shipmentId ?? null,
    filter.bookedFrom ?? null,
    filter.bookedTo ?? null,
    filter.voided ?? null,
    filter.bookedOn ?? null,
    filter.voidedOn ?? null,
    filter.limit,
    filter.offset,
  ]);
  // A page beyond the end is one row that holds the total only.
  const items = rows.filter((row) => row.id !== null).map(({ total: _total, ...booking }) => booking);
  return { items, total: rows[0]?.total ?? 0 };
}
