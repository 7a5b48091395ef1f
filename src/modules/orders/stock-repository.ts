import type pg from 'pg';
import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { hasCode } from '../../platform/error-code.ts';
import { newId } from '../../platform/ids.ts';
import { DependencyUnavailable } from './dependency.ts';
import type { Inventory, NotReserved, ReservationRequest, Reserved } from './inventory.ts';

export interface StockLevel {
  sku: string;
  onHand: bigint;
  reserved: bigint;
}

const DEADLOCK_DETECTED = '40P01';

interface ReserveRow {
  reservationId: string | null;
  reservedUntil: Date | null;
  isLive: boolean | null;
  shortages: { sku: string; wanted: string; available: string }[] | null;
}

interface StockParameters {
  tenant: string;
  /** A JSON array of things with sku and qty. */
  items: string;
  onlyIf?: string;
}

/**
 * Parts of a statement that takes stock: `wanted`, and what of it is `short`. Rows of stock are locked in one order, so that two orders of the
 * same things wait for each other and do not block each other.
 */
export function findStock({ tenant, items, onlyIf = 'true' }: StockParameters): string {
  return `wanted as materialized (
      select sku, sum(qty)::bigint as qty from jsonb_to_recordset(${items}::jsonb) as i(sku text, qty int) group by sku),
    locked as materialized (
      select s.sku, s.on_hand, s.reserved from orders.stock_levels s
      where s.tenant_id = ${tenant} and s.sku in (select sku from wanted) and ${onlyIf} order by s.sku for update),
    short as materialized (
      select w.sku, w.qty as wanted, coalesce(l.on_hand - l.reserved, 0) as available from wanted w left join locked l using (sku)
      where ${onlyIf} and coalesce(l.on_hand - l.reserved, 0) < w.qty)`;
}

/** The parts behind: the reservation that is `made`, unless there is one, and the stock that is `taken` for it. */
export function takeStock(parameters: {
  tenant: string;
  order: string;
  /** Of the new reservation. */
  id: string;
  until: string;
  onlyIf: string;
}): string {
  const { tenant, order, id, until, onlyIf } = parameters;
  return `made as (
      insert into orders.reservations (tenant_id, order_id, id, is_live, items, reserved_until)
      select ${tenant}, ${order}, ${id}, true, (select jsonb_agg(jsonb_build_object('sku', sku, 'qty', qty) order by sku) from wanted), ${until}
      where ${onlyIf}
      on conflict (tenant_id, order_id) do nothing returning id, is_live, reserved_until),
    taken as (
      update orders.stock_levels s set reserved = s.reserved + w.qty from wanted w, made where s.tenant_id = ${tenant} and s.sku = w.sku)`;
}

const RESERVE: Statement = {
  name: 'reserve-stock',
  text: `with known as materialized (
      select r.id, r.is_live, r.reserved_until from orders.reservations r where r.tenant_id = $1 and r.order_id = $2),
    ${findStock({ tenant: '$1', items: '$4', onlyIf: 'not exists (select from known)' })},
    ${takeStock({
      tenant: '$1',
      order: '$2',
      id: '$3',
      until: '$5',
      onlyIf: 'not exists (select from known) and not exists (select from short)',
    })}
    select r.id as "reservationId", r.reserved_until as "reservedUntil", r.is_live as "isLive",
      (select jsonb_agg(jsonb_build_object('sku', sku, 'wanted', wanted::text, 'available', available::text) order by sku) from short) as shortages
    from (values (1)) as one left join (select * from known union all select * from made) as r on true`,
};

const RELEASE: Statement = {
  name: 'release-stock',
  text: `with freed as (
      insert into orders.reservations as r (tenant_id, order_id, id, is_live, items, reserved_until)
      values ($1, $2, $3, false, '[]', now())
      on conflict (tenant_id, order_id) do update set is_live = false where r.is_live returning r.items),
    items as materialized (
      select i.sku, i.qty from freed, jsonb_to_recordset(freed.items) as i(sku text, qty bigint)),
    locked as materialized (
      select s.sku from orders.stock_levels s where s.tenant_id = $1 and s.sku in (select sku from items) order by s.sku for update),
    given as (
      update orders.stock_levels s set reserved = s.reserved - i.qty from items i join locked using (sku)
      where s.tenant_id = $1 and s.sku = i.sku returning s.sku)
    select exists (select from given) as released`,
};

/** The stock of this installation, as the orders reserve it. */
export function createStock(db: Database): Inventory {
  return {
    reserve: (request) =>
      // Whoever asked for the same order at the same moment may be what was in the way; asked again, it shows as the reservation.
      tryReserve(db, request).then((made) => (made.outcome === 'reserved' ? made : tryReserve(db, request))),
    release: async ({ tenantId, id }) => {
      const [row] = await askStock<{ released: boolean }>(db, RELEASE, [tenantId, id, newId()]);
      return { released: row?.released ?? false };
    },
  };
}

async function tryReserve(
  db: Database,
  { tenantId, id, items, until }: ReservationRequest,
): Promise<Reserved | NotReserved> {
  const wanted = JSON.stringify(items.map(({ sku, qty }) => ({ sku, qty })));
  const [row] = await askStock<ReserveRow>(db, RESERVE, [tenantId, id, newId(), wanted, until]);
  if (row?.isLive === true && row.reservationId !== null && row.reservedUntil !== null) {
    return { outcome: 'reserved', reservationId: row.reservationId, reservedUntil: row.reservedUntil };
  }
  const shortages = (row?.shortages ?? []).map((short) => ({
    sku: short.sku,
    wanted: BigInt(short.wanted),
    available: BigInt(short.available),
  }));
  return { outcome: 'refused', shortages };
}

/** A reservation and its release that meet at the same moment may block each other; PostgreSQL ends one of them, and it is tried again. */
async function askStock<Row extends pg.QueryResultRow>(
  db: Database,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  try {
    return await query<Row>(db.pool, statement, values);
  } catch (error) {
    if (hasCode(error, DEADLOCK_DETECTED)) {
      throw new DependencyUnavailable('inventory', { cause: error });
    }
    throw error;
  }
}

const SET: Statement = {
  name: 'set-stock',
  text: `with s as (
      insert into orders.stock_levels as s (tenant_id, sku, on_hand, reserved) values ($1, $2, $3, 0)
      on conflict (tenant_id, sku) do update set on_hand = excluded.on_hand where s.reserved <= excluded.on_hand
      returning s.on_hand, s.reserved),
    before as (select on_hand from orders.stock_levels where tenant_id = $1 and sku = $2),
    records as (select coalesce(
      (select jsonb_set($4::jsonb, '{0,before}', jsonb_build_object('onHand', on_hand::text)) from before), $4::jsonb) as json),
    audit as (${insertAudit('$1', '(select json from records)', 's')})
    select true as "isSet", on_hand as "onHand", reserved from s
    union all
    select false, on_hand, reserved from orders.stock_levels where tenant_id = $1 and sku = $2 and not exists (select from s)`,
};

/** @returns the level as it is then; `isSet` false when more is reserved than there would be. */
export async function setStock(
  db: Database,
  tenantId: string,
  sku: string,
  onHand: bigint,
): Promise<{ isSet: boolean; level: StockLevel }> {
  const [row] = await query<{ isSet: boolean; onHand: string; reserved: string }>(db.pool, SET, [
    tenantId,
    sku,
    onHand,
    auditRecords([{ resource: `stock/${sku}`, after: { onHand: onHand.toString() } }]),
  ]);
  if (row === undefined) throw new Error(`the stock of ${sku} was neither set nor found`);
  return { isSet: row.isSet, level: { sku, onHand: BigInt(row.onHand), reserved: BigInt(row.reserved) } };
}

const LEVELS: Statement = {
  name: 'list-stock',
  text: `select w.sku, coalesce(s.on_hand, 0) as "onHand", coalesce(s.reserved, 0) as reserved
    from unnest($2::text[]) with ordinality as w(sku, place) left join orders.stock_levels s on s.tenant_id = $1 and s.sku = w.sku
    order by w.place`,
};

/** In the order asked for; what is unknown is at 0. */
export async function listStock(db: Database, tenantId: string, skus: readonly string[]): Promise<StockLevel[]> {
  const rows = await query<{ sku: string; onHand: string; reserved: string }>(db.pool, LEVELS, [tenantId, skus]);
  return rows.map(({ sku, onHand, reserved }) => ({ sku, onHand: BigInt(onHand), reserved: BigInt(reserved) }));
}
