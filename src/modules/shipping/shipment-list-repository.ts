import { type Database, query } from '../../platform/database.ts';
import { firstIdAt } from '../../platform/ids.ts';
import { type ProblemError, problemField, validationProblem } from '../../platform/problem.ts';
import type { Shipment, ShipmentStatus } from './shipment.ts';
import { type CreationRange, countParts, skipToOffset } from './shipment-counts-repository.ts';
import { SHIPMENT_COLUMNS, type ShipmentRow, toShipment } from './shipment-row.ts';
import { createConditions } from './sql-conditions.ts';

export interface ShipmentFilter {
  status?: readonly ShipmentStatus[];
  reference?: string;
  trackingReference?: string;
  carrierReference?: string;
  createdFrom?: Date;
  createdTo?: Date;
  sort: 'createdOn' | '-createdOn' | 'reference' | '-reference';
  limit: number;
  offset: number;
}

/** What the handling units of a page may come to: writing an answer holds everybody else up, here by some 0.2 s. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
/** From here on it pays to ask the counts first where the page begins. */
const DEEP_OFFSET = 1_000;

/**
 * One page and the exact total of one moment. The total comes from counts that are kept, not from counting, so that it costs the same at
 * any size; only what few shipments share, a reference of the shipper's or the carrier's, is counted. Where a deep page begins is looked up a moment before it is read.
 * @throws validation (400) when the page's shipments are too large to be sent together
 */
export async function listShipments(
  db: Database,
  tenantId: string,
  filter: ShipmentFilter,
): Promise<{ items: Shipment[]; total: number }> {
  const range: CreationRange = {
    ...(filter.createdFrom === undefined ? {} : { from: filter.createdFrom }),
    ...(filter.createdTo === undefined ? {} : { to: filter.createdTo }),
  };
  const isOfFew = filter.reference !== undefined || filter.trackingReference !== undefined;
  const byCreation = filter.sort.endsWith('createdOn');
  const skipped =
    filter.offset >= DEEP_OFFSET && byCreation && !isOfFew && range.from === undefined && range.to === undefined
      ? await skipToOffset(db, tenantId, filter)
      : undefined;

  const where = createConditions();
  where.add('s.tenant_id = ?', tenantId);
  if (filter.status?.length === 1) where.add('s.status = ?::shipping.shipment_status', filter.status[0]);
  else if (filter.status !== undefined) where.add('s.status = any(?::shipping.shipment_status[])', filter.status);
  if (filter.reference !== undefined) where.add('s.reference = ?', filter.reference);
  if (filter.trackingReference !== undefined) {
    const tenant = where.parameter(tenantId);
    where.add(
      `s.id in (
        select u.shipment_id from shipping.handling_units u where u.tenant_id = ${tenant} and u.tracking_reference = ?
        union all
        select b.id from shipping.shipments b where b.tenant_id = ${tenant} and b.carrier_booking_reference = ?)`,
      filter.trackingReference,
    );
  }
  if (filter.carrierReference !== undefined) where.add('s.carrier_reference = ?', filter.carrierReference);
  // Ids begin with their creation time, so the primary key serves ranges of time too.
  if (range.from !== undefined) where.add('s.id >= ?', firstIdAt(range.from));
  if (range.to !== undefined) where.add('s.id < ?', firstIdAt(range.to));
  const counted = where.text();
  const total = isOfFew
    ? `(select count(*) from shipping.shipments s where ${counted})`
    : countParts(where, tenantId, filter, range);
  if (typeof skipped === 'object') {
    if (filter.sort === '-createdOn') where.add('s.id < ?', firstIdAt(skipped.endsOn));
    else where.add('s.id >= ?', firstIdAt(skipped.startsOn));
  }
  const paged = where.text();
  const limit = skipped === 'beyond' ? 0 : filter.limit;
  const offset = typeof skipped === 'object' ? skipped.offset : filter.offset;
  const direction = filter.sort.startsWith('-') ? 'desc' : 'asc';
  const order = byCreation ? `s.id ${direction}` : `s.reference ${direction}, s.id ${direction}`;
  const text = `select ${total}::int as total, page.* from (values (1)) as one
    left join (select * from (
        select *, count(*) over () as "pageLength", sum(octet_length(units::text)) over (order by place) as bytes from (
          select ${SHIPMENT_COLUMNS}, row_number() over (order by ${order}) as place from (
            select * from shipping.shipments s where ${paged} order by ${order}
            limit ${where.parameter(limit)} offset ${where.parameter(offset)}) as s) as placed) as weighed
      where place = 1 or bytes <= ${MAX_PAGE_BYTES} order by place) as page on true`;
  const rows = await query<ShipmentRow & { total: number; pageLength: string | null }>(
    db.pool,
    { name: where.nameOf('list-shipments', text), text },
    where.values,
  );
  const [first] = rows;
  if (Number(first?.pageLength ?? 0) > rows.length) throw pageTooLarge(rows.length);
  return {
    items: rows.filter((row) => row.id !== null).map((row) => toShipment(tenantId, row)),
    total: first?.total ?? 0,
  };
}

/** @param fitting how many shipments of that page fit */
function pageTooLarge(fitting: number): ProblemError {
  const message = `These shipments have so many handling units that ${fitting} of them are as much as one answer holds: ask for at most ${fitting} here.`;
  return validationProblem([problemField(['limit'], message)]);
}
