import type pg from 'pg';
import { EXAMPLE_SHIPMENT } from './example-shipment.ts';

/** A tenant's shipments at equal distances in time, so that the id of each follows from its number. */
export interface RowsTenant {
  tenantId: string;
  rows: number;
  /** Creation time of row 0, and from each to the next. */
  firstMs: number;
  stepMs: number;
}

const DAYS = 90;
const DAY_MS = 86_400_000;

/** The SQL of a UUIDv7 made of a time and a number that sets ids of the same millisecond apart. */
export function idExpression(ms: string, number: string): string {
  return `(lpad(to_hex((${ms})::bigint), 12, '0') || '70008' || lpad(to_hex((${number})::bigint), 15, '0'))::uuid`;
}

export function idOfRow({ firstMs, stepMs }: RowsTenant, row: number): string {
  const hex = `${(firstMs + row * stepMs).toString(16).padStart(12, '0')}70008${row.toString(16).padStart(15, '0')}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Fills a tenant with shipments of one unit each, spread over the last 90 days, with the counts that its list's totals come from.
 * Half are Created, a quarter Accepted, a fifth Executed, the rest Canceled; one in five of each is another carrier's.
 */
export async function insertRows(client: pg.Client, tenantId: string, rows: number): Promise<RowsTenant> {
  const stepMs = Math.floor((DAYS * DAY_MS) / rows);
  const firstMs = Date.now() - rows * stepMs;
  const { handlingUnits, ...content } = EXAMPLE_SHIPMENT;
  await client.query('begin');
  await client.query(
    `insert into shipping.shipments (tenant_id, id, reference, carrier_reference, service_level_reference, status, version,
        event_sequence, content, booking_attempts, created_on, updated_on)
      select $1, ${idExpression('ms', 'row')}, 'ORD-' || lpad(row::text, 9, '0'), carrier, 'DFY-B2C', status, 1, 1,
        $2::jsonb || jsonb_build_object('reference', 'ORD-' || lpad(row::text, 9, '0'), 'carrierReference', carrier),
        0, to_timestamp(ms / 1000.0), to_timestamp(ms / 1000.0)
      from (select row, $3::bigint + row * $4::bigint as ms,
          (case when row % 20 < 10 then 'Created' when row % 20 < 15 then 'Accepted' when row % 20 < 19 then 'Executed'
            else 'Canceled' end)::shipping.shipment_status as status,
          case when row / 20 % 5 = 0 then 'UPS' else 'DHLPX' end as carrier
        from generate_series(0, $5::bigint - 1) as row) as numbered`,
    [tenantId, JSON.stringify(content), firstMs, stepMs, rows],
  );
  await client.query(
    `insert into shipping.handling_units (tenant_id, shipment_id, number, id, status, weight_grams, length_millimetres,
        width_millimetres, height_millimetres, content)
      select $1, ${idExpression('ms', 'row')}, 1, ${idExpression('ms', 'row')}, 'AtOrigin', 2500, 300, 200, 150, $2::jsonb
      from (select row, $3::bigint + row * $4::bigint as ms from generate_series(0, $5::bigint - 1) as row) as numbered`,
    [tenantId, JSON.stringify(handlingUnits[0]), firstMs, stepMs, rows],
  );
  await client.query(
    `insert into shipping.shipment_counts (tenant_id, period, starts_on, status, carrier_reference, shipments)
      select tenant_id, period, case period when 'all' then 'epoch' else date_trunc(period, created_on, 'UTC') end, status,
        carrier_reference, count(*)
      from shipping.shipments, unnest(array['all', 'day', 'hour']) as period where tenant_id = $1 group by 1, 2, 3, 4, 5`,
    [tenantId],
  );
  await client.query('commit');
  return { tenantId, rows, firstMs, stepMs };
}

/** What autovacuum would have done by the time a tenant has grown this large. */
export async function settleRows(client: pg.Client): Promise<void> {
  await client.query('vacuum analyze shipping.shipments, shipping.handling_units, shipping.shipment_counts');
}
