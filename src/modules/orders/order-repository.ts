import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { type DomainEvent, insertEvents } from '../../platform/events.ts';
import { addJobs } from '../../platform/jobs.ts';
import type { Shortage } from './dependency.ts';
import { auditedOrder } from './events.ts';
import type { Cancellation, CancelReason, Order, Payment, Refund } from './order.ts';
import { lookAgainAt, orderJob, orderJobKey } from './order-jobs.ts';

/** Everything that one step changes. It is saved whole or, when someone else was faster, not at all. */
export interface OrderChange {
  before: Order;
  after: Order;
  events: readonly DomainEvent[];
}

export interface OrderRow {
  id: string;
  customerId: string;
  status: Order['status'];
  currency: string;
  amountMinor: string;
  refundedMinor: string;
  items: { sku: string; qty: number; priceMinor: string }[];
  version: number;
  eventSequence: number;
  stock: Order['stock'];
  reservedUntil: Date | null;
  cancelReason: CancelReason | null;
  cancelNote: string | null;
  shortages: ShortageRow[] | null;
  lastRequest: string | null;
  correlationId: string;
  unsettledSince: Date | null;
  alarmedOn: Date | null;
  createdOn: Date;
  updatedOn: Date;
  payment: PaymentRow | null;
  refund: RefundRow | null;
}

interface ShortageRow {
  sku: string;
  wanted: string;
  available: string;
}

interface PaymentRow extends Omit<Payment, 'capturedMinor' | 'token'> {
  capturedMinor: string;
  /** In hexadecimal. */
  token?: string | null;
}

interface RefundRow extends Omit<Refund, 'amountMinor' | 'createdOn'> {
  amountMinor: string;
  createdOn: string;
}

/** The columns of an order with its payment and the refund that is under way; `o` is orders.orders. Numbers that JSON would round are texts. */
export const ORDER_COLUMNS = `o.id, o.customer_id as "customerId", o.status, o.currency, o.amount_minor as "amountMinor",
  o.refunded_minor as "refundedMinor", o.items, o.version, o.event_sequence as "eventSequence", o.stock,
  o.reserved_until as "reservedUntil", o.cancel_reason as "cancelReason", o.cancel_note as "cancelNote",
  o.shortages, o.last_request as "lastRequest", o.correlation_id as "correlationId", o.unsettled_since as "unsettledSince",
  o.alarmed_on as "alarmedOn", o.created_on as "createdOn", o.updated_on as "updatedOn",
  (select jsonb_strip_nulls(jsonb_build_object('id', p.id, 'status', p.status, 'capturedMinor', p.captured_minor::text,
      'token', encode(p.token, 'hex'), 'provider', p.provider, 'systemId', p.system_id, 'externalId', p.external_id,
      'failure', p.failure, 'eventSequence', p.event_sequence, 'requestedBy', p.requested_by))
    from orders.payments p where p.tenant_id = o.tenant_id and p.order_id = o.id) as payment,
  (select jsonb_build_object('key', r.key, 'amountMinor', r.amount_minor::text, 'reason', r.reason, 'note', r.note,
      'status', r.status, 'createdOn', r.created_on)
    from orders.refunds r where r.tenant_id = o.tenant_id and r.order_id = o.id and r.status = 'running') as refund`;

const FIND: Statement = {
  name: 'find-order',
  text: `select ${ORDER_COLUMNS} from orders.orders o where o.tenant_id = $1 and o.id = $2`,
};

export async function findOrder(db: Database, tenantId: string, id: string): Promise<Order | undefined> {
  const [row] = await query<OrderRow>(db.pool, FIND, [tenantId, id]);
  return row === undefined ? undefined : toOrder(tenantId, row);
}

const SAVE: Statement = {
  name: 'save-order',
  text: `with o as (
      update orders.orders set version = version + 1, status = $4, refunded_minor = $5, event_sequence = $6, stock = $7,
        reserved_until = $8, cancel_reason = $9, cancel_note = $10, shortages = $22, last_request = $11, correlation_id = $12,
        unsettled_since = $13, alarmed_on = $14, updated_on = $15
      where tenant_id = $1 and id = $2 and version = $3 returning id),
    paid as (
      insert into orders.payments as p (tenant_id, order_id, id, status, captured_minor, token, provider, system_id, external_id,
        failure, event_sequence, requested_by)
      select $1, $2, n.id, n.status::orders.payment_status, n."capturedMinor", decode(n.token, 'hex'), n.provider, n."systemId",
        n."externalId", n.failure, n."eventSequence", n."requestedBy"
      from o, jsonb_to_recordset($16::jsonb) as n(id uuid, status text, "capturedMinor" bigint, token text, provider text,
        "systemId" text, "externalId" text, failure text, "eventSequence" int, "requestedBy" text)
      on conflict (tenant_id, order_id) do update set status = excluded.status, captured_minor = excluded.captured_minor,
        token = excluded.token, provider = excluded.provider, system_id = excluded.system_id, external_id = excluded.external_id,
        failure = excluded.failure, event_sequence = excluded.event_sequence),
    refunded as (
      insert into orders.refunds (tenant_id, order_id, key, amount_minor, reason, note, status, failure, created_on)
      select $1, $2, n.key, n."amountMinor", n.reason, n.note, n.status, n.failure, n."createdOn"
      from o, jsonb_to_recordset($17::jsonb) as n(key text, "amountMinor" bigint, reason text, note text, status text, failure text,
        "createdOn" timestamptz)
      on conflict (tenant_id, order_id, key) do update set status = excluded.status, failure = excluded.failure),
    events as (${insertEvents('$1', '$18', 'o')}),
    audit as (${insertAudit('$1', '$19', 'o')}),
    jobs as (${addJobs('o', '$20')}),
    finished as (select graphile_worker.remove_job(key) from o, unnest($21::text[]) as key)
    select (select count(*)::int from o) as saved, (select count(*) from jobs) as jobs, (select count(*) from finished) as finished`,
};

interface SaveResult {
  saved: number;
}

/**
 * Saves a change if the order is still at the version from which it was made, with the job that looks at it next.
 * @returns false when someone else changed it first; then nothing at all is written.
 */
export async function saveOrder(db: Database, change: OrderChange): Promise<boolean> {
  const [result] = await query<SaveResult>(db.pool, SAVE, toSaveValues(change));
  return result?.saved === 1;
}

/** The same for the change with which an operation ends: with an Idempotency-Key it is committed together with the answer. */
export async function concludeOrder(db: Database, change: OrderChange): Promise<boolean> {
  const [result] = await conclude<SaveResult>(db, SAVE, toSaveValues(change), ([row]) => row?.saved === 1);
  return result?.saved === 1;
}

function toSaveValues({ before, after, events }: OrderChange): unknown[] {
  const { payment, cancellation, refund } = after;
  const job = jobsJson(after);
  return [
    after.tenantId,
    after.id,
    before.version,
    after.status,
    after.refundedMinor,
    after.eventSequence,
    after.stock,
    after.reservedUntil ?? null,
    cancellation?.reason ?? null,
    cancellation?.note ?? null,
    after.lastRequest ?? null,
    after.correlationId,
    after.unsettledSince ?? null,
    after.alarmedOn ?? null,
    after.updatedOn,
    JSON.stringify(payment === undefined ? [] : [toPaymentRow(payment)]),
    JSON.stringify(refund === undefined ? [] : [{ ...refund, amountMinor: String(refund.amountMinor) }]),
    JSON.stringify(events),
    auditRecords([{ resource: `order/${after.id}`, before: auditedOrder(before), after: auditedOrder(after) }]),
    job,
    job === '[]' ? [orderJobKey(after)] : [],
    cancellation?.shortages === undefined ? null : JSON.stringify(cancellation.shortages.map(toShortageRow)),
  ];
}

/** By the clock that decides when jobs begin. */
const NOT_AT_ONCE = `greatest(j."runAt", now() + interval '1 second')`;

const POSTPONE: Statement = {
  name: 'postpone-order',
  text: `with o as (
      update orders.orders set alarmed_on = coalesce(alarmed_on, $4) where tenant_id = $1 and id = $2 and version = $3 returning id),
    jobs as (${addJobs('o', '$5', NOT_AT_ONCE)})
    select (select count(*) from jobs) as jobs`,
};

/** Has an order looked at again, because a dependency did not answer. Nothing happens when it has moved on meanwhile. */
export async function postponeOrder(
  db: Database,
  order: Order,
  { runAt, alarmedOn }: { runAt: Date; alarmedOn?: Date },
): Promise<void> {
  const job = JSON.stringify([orderJob(order, runAt)]);
  await query(db.pool, POSTPONE, [order.tenantId, order.id, order.version, alarmedOn ?? null, job]);
}

const FIND_REFUND: Statement = {
  name: 'find-refund',
  text: `select amount_minor as "amountMinor", reason, note, status, failure, created_on as "createdOn"
    from orders.refunds where tenant_id = $1 and order_id = $2 and key = $3`,
};

export async function findRefund(
  db: Database,
  { tenantId, id }: Pick<Order, 'tenantId' | 'id'>,
  key: string,
): Promise<Refund | undefined> {
  type Row = Omit<Refund, 'amountMinor' | 'failure' | 'key'> & { amountMinor: string; failure: string | null };
  const [row] = await query<Row>(db.pool, FIND_REFUND, [tenantId, id, key]);
  if (row === undefined) return undefined;
  const { failure, amountMinor, ...refund } = row;
  return { ...refund, key, amountMinor: BigInt(amountMinor), ...(failure === null ? {} : { failure }) };
}

export function jobsJson(order: Order): string {
  const runAt = lookAgainAt(order, order.updatedOn);
  return JSON.stringify(runAt === undefined ? [] : [orderJob(order, runAt)]);
}

export function itemsJson({ items }: Order): string {
  return JSON.stringify(items.map(({ priceMinor, ...item }) => ({ ...item, priceMinor: String(priceMinor) })));
}

function toPaymentRow({ token, capturedMinor, ...payment }: Payment): PaymentRow {
  return { ...payment, capturedMinor: String(capturedMinor), token: token?.toString('hex') ?? null };
}

export function toOrder(tenantId: string, row: OrderRow): Order {
  const { payment, refund } = row;
  return {
    tenantId,
    id: row.id,
    customerId: row.customerId,
    status: row.status,
    currency: row.currency,
    amountMinor: BigInt(row.amountMinor),
    refundedMinor: BigInt(row.refundedMinor),
    items: row.items.map(({ priceMinor, ...item }) => ({ ...item, priceMinor: BigInt(priceMinor) })),
    version: row.version,
    eventSequence: row.eventSequence,
    stock: row.stock,
    correlationId: row.correlationId,
    createdOn: row.createdOn,
    updatedOn: row.updatedOn,
    ...(row.reservedUntil === null ? {} : { reservedUntil: row.reservedUntil }),
    ...(row.cancelReason === null ? {} : { cancellation: toCancellation(row, row.cancelReason) }),
    ...(row.lastRequest === null ? {} : { lastRequest: row.lastRequest }),
    ...(row.unsettledSince === null ? {} : { unsettledSince: row.unsettledSince }),
    ...(row.alarmedOn === null ? {} : { alarmedOn: row.alarmedOn }),
    ...(payment === null ? {} : { payment: toPayment(payment) }),
    ...(refund === null
      ? {}
      : { refund: { ...refund, amountMinor: BigInt(refund.amountMinor), createdOn: new Date(refund.createdOn) } }),
  };
}

function toCancellation({ cancelNote, shortages }: OrderRow, reason: CancelReason): Cancellation {
  return { reason, note: cancelNote ?? '', ...(shortages === null ? {} : { shortages: shortages.map(toShortage) }) };
}

function toShortageRow({ sku, wanted, available }: Shortage): ShortageRow {
  return { sku, wanted: String(wanted), available: String(available) };
}

function toShortage({ sku, wanted, available }: ShortageRow): Shortage {
  return { sku, wanted: BigInt(wanted), available: BigInt(available) };
}

function toPayment({ token, capturedMinor, ...payment }: PaymentRow): Payment {
  return {
    ...payment,
    capturedMinor: BigInt(capturedMinor),
    ...(token === undefined || token === null ? {} : { token: Buffer.from(token, 'hex') }),
  };
}
