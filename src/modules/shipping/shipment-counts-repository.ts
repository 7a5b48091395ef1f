import { type Database, query, type Statement } from '../../platform/database.ts';
import { firstIdAt } from '../../platform/ids.ts';
import type { ShipmentStatus } from './shipment.ts';
import { type Conditions, createConditions } from './sql-conditions.ts';

export interface CountFilter {
  status?: readonly ShipmentStatus[];
  carrierReference?: string;
}

export interface CreationRange {
  from?: Date;
  to?: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EPOCH = new Date(0);
const FAR = new Date(Date.UTC(9999, 0));

/** A piece of time whose shipments are known: from the counts of whole periods, or by counting them. */
interface Piece {
  period: 'all' | 'day' | 'hour' | 'exact';
  from: Date;
  to: Date;
}

/** Cuts a range into whole days, the whole hours beside them, and the odd minutes at its ends. */
function cutIntoPeriods(range: CreationRange): Piece[] {
  if (range.from === undefined && range.to === undefined) return [{ period: 'all', from: EPOCH, to: FAR }];
  const from = (range.from ?? EPOCH).getTime();
  const to = (range.to ?? FAR).getTime();
  const pieces: Piece[] = [];
  const add = (period: Piece['period'], begin: number, end: number): void => {
    if (begin < end) pieces.push({ period, from: new Date(begin), to: new Date(end) });
  };
  const firstHour = Math.min(to, Math.ceil(from / HOUR_MS) * HOUR_MS);
  const lastHour = Math.max(firstHour, Math.floor(to / HOUR_MS) * HOUR_MS);
  const firstDay = Math.min(lastHour, Math.ceil(firstHour / DAY_MS) * DAY_MS);
  const lastDay = Math.max(firstDay, Math.floor(lastHour / DAY_MS) * DAY_MS);
  add('exact', from, firstHour);
  add('hour', firstHour, firstDay);
  add('day', firstDay, lastDay);
  add('hour', lastDay, lastHour);
  add('exact', lastHour, to);
  return pieces;
}

/** The SQL of a total: the kept counts, what is not yet folded into them, and the odd minutes counted. Adds its values to `where`. */
export function countParts(where: Conditions, tenantId: string, filter: CountFilter, range: CreationRange): string {
  const pieces = cutIntoPeriods(range);
  // PostgreSQL refuses a statement with a value that it does not use.
  if (pieces.length === 0) return '0';
  const tenant = where.parameter(tenantId);
  const filtered = filterOf(where, filter);
  const parts = pieces.map((piece) => {
    if (piece.period === 'exact') {
      return `(select count(*) from shipping.shipments where tenant_id = ${tenant}${filtered}
        and id >= ${where.parameter(firstIdAt(piece.from))} and id < ${where.parameter(firstIdAt(piece.to))})`;
    }
    const from = where.parameter(piece.from);
    const to = where.parameter(piece.to);
    return `coalesce((select sum(shipments) from shipping.shipment_counts where tenant_id = ${tenant} and period = '${piece.period}'
        and starts_on >= ${from} and starts_on < ${to}${filtered}), 0)
      + coalesce((select sum(change) from shipping.shipment_count_changes where tenant_id = ${tenant}
        and created_on >= ${from} and created_on < ${to}${filtered}), 0)`;
  });
  return `(${parts.join(' + ')})`;
}

/** The filter as it follows other conditions, of any of the three tables. */
function filterOf(where: Conditions, { status, carrierReference }: CountFilter): string {
  return [
    status === undefined ? '' : ` and status = any(${where.parameter(status)}::shipping.shipment_status[])`,
    carrierReference === undefined ? '' : ` and carrier_reference = ${where.parameter(carrierReference)}`,
  ].join('');
}

export interface Skipped {
  /** The hour in which the page begins. */
  startsOn: Date;
  endsOn: Date;
  /** What is left to skip from that hour on. */
  offset: number;
}

/** Finds the hour in which the offset falls, through the counts of days and then of hours; 'beyond' when it is beyond the end. */
export async function skipToOffset(
  db: Database,
  tenantId: string,
  filter: CountFilter & { sort: string; offset: number },
): Promise<Skipped | 'beyond'> {
  const day = await findPeriod(db, tenantId, filter, 'day', filter.offset, {});
  if (day === undefined) return 'beyond';
  const within = { from: day.startsOn, to: new Date(day.startsOn.getTime() + DAY_MS) };
  const hour = await findPeriod(db, tenantId, filter, 'hour', filter.offset - day.before, within);
  if (hour === undefined) return 'beyond';
  return {
    startsOn: hour.startsOn,
    endsOn: new Date(hour.startsOn.getTime() + HOUR_MS),
    offset: filter.offset - day.before - hour.before,
  };
}

async function findPeriod(
  db: Database,
  tenantId: string,
  filter: CountFilter & { sort: string },
  period: 'day' | 'hour',
  offset: number,
  within: CreationRange,
): Promise<{ startsOn: Date; before: number } | undefined> {
  const where = createConditions();
  const tenant = where.parameter(tenantId);
  const from = where.parameter(within.from ?? EPOCH);
  const to = where.parameter(within.to ?? FAR);
  const filtered = filterOf(where, filter);
  const direction = filter.sort.startsWith('-') ? 'desc' : 'asc';
  const text = `with counted as (
      select starts_on, sum(shipments) as shipments from (
        select starts_on, shipments from shipping.shipment_counts
        where tenant_id = ${tenant} and period = '${period}' and starts_on >= ${from} and starts_on < ${to}${filtered}
        union all
        select date_trunc('${period}', created_on, 'UTC'), change from shipping.shipment_count_changes
        where tenant_id = ${tenant} and created_on >= ${from} and created_on < ${to}${filtered}) as parts
      group by starts_on),
    running as (select starts_on, shipments, sum(shipments) over (order by starts_on ${direction}) as through from counted)
    select starts_on as "startsOn", (through - shipments)::int as before from running
    where through > ${where.parameter(offset)} order by starts_on ${direction} limit 1`;
  const [row] = await query<{ startsOn: Date; before: number }>(
    db.pool,
    { name: where.nameOf('find-period', text), text },
    where.values,
  );
  return row;
}

const FOLD: Statement = {
  name: 'fold-shipment-counts',
  text: `with turn as materialized (select pg_try_advisory_xact_lock(hashtextextended('fold-shipment-counts', 0)) as mine),
    folded as (
      delete from shipping.shipment_count_changes where (tenant_id, id) in (
        select tenant_id, id from shipping.shipment_count_changes where (select mine from turn) limit 20000)
      returning tenant_id, created_on, status, carrier_reference, change),
    sums as (
      select tenant_id, period, case period when 'all' then 'epoch' else date_trunc(period, created_on, 'UTC') end as starts_on, status,
        carrier_reference, sum(change) as shipments
      from folded, unnest(array['all', 'day', 'hour']) as period group by 1, 2, 3, 4, 5)
    insert into shipping.shipment_counts as c (tenant_id, period, starts_on, status, carrier_reference, shipments)
    select * from sums where shipments <> 0
    on conflict (tenant_id, period, starts_on, status, carrier_reference) do update set shipments = c.shipments + excluded.shipments`,
};

/** Adds up what changed since the last time. Totals are exact before and after; folding only keeps them cheap. */
export async function foldShipmentCounts(db: Database): Promise<void> {
  await query(db.pool, FOLD, []);
}

// Tenant by tenant, as the index begins with it: what is not Ordered is not looked at.
const BOOKINGS: Statement = {
  name: 'measure-bookings',
  text: `with recursive tenants as (
      (select tenant_id from shipping.shipments order by tenant_id limit 1)
      union all
      select (select s.tenant_id from shipping.shipments s where s.tenant_id > t.tenant_id order by s.tenant_id limit 1)
      from tenants t where t.tenant_id is not null)
    select count(s.hold)::int as held, extract(epoch from $1 - min(s.updated_on) filter (where s.hold is null))::float8 as "oldestSeconds"
    from tenants t join shipping.shipments s on s.tenant_id = t.tenant_id and s.status = 'Ordered'`,
};

/** For the metrics: the shipments that wait for a person, and for how long the one that waits longest has waited for its carrier alone. */
export async function measureBookings(
  db: Database,
  now: Date,
): Promise<{ held: number; unsettledOldestSeconds: number }> {
  const [row] = await query<{ held: number; oldestSeconds: number | null }>(db.pool, BOOKINGS, [now]);
  return { held: row?.held ?? 0, unsettledOldestSeconds: Math.max(0, row?.oldestSeconds ?? 0) };
}
