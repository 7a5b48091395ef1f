import { type AuditedChange, auditRecords, insertAudit } from '../../platform/audit.ts';
import { currentRequestScope } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { type DomainEvent, insertEvents } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { addJobs } from '../../platform/jobs.ts';
import { auditedOrder } from './events.ts';
import type { Order } from './order.ts';
import { itemsJson, jobsJson, ORDER_COLUMNS, type OrderChange, type OrderRow, toOrder } from './order-repository.ts';
import { findStock, takeStock } from './stock-repository.ts';

/** A new order with its event, its audit record and the job that looks at it next. A request makes one order only. */
function insertion(name: string, stock?: { found: string; isThere: string; taken: string }): Statement {
  return {
    name,
    text: `with ${stock === undefined ? '' : `${stock.found},`}
    o as (
      insert into orders.orders (tenant_id, id, customer_id, currency, amount_minor, refunded_minor, items, version, event_sequence,
        created_by, last_request, correlation_id, created_on, updated_on, status, stock, reserved_until, unsettled_since)
      select $1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $9, $10, $11, $11, $15, $16, $17, $18
      ${stock === undefined ? '' : `where ${stock.isThere}`}
      on conflict (tenant_id, created_by) do nothing returning id),
    ${stock === undefined ? '' : `${stock.taken},`}
    events as (${insertEvents('$1', '$12', 'o')}),
    audit as (${insertAudit('$1', '$13', 'o')}),
    jobs as (${addJobs('o', '$14')})
    select (select count(*)::int from o) as inserted, (select count(*) from jobs) as jobs`,
  };
}

const INSERT = insertion('insert-order');

/** @returns false, with nothing written, when the same request has created its order already. */
export function insertOrder(db: Database, order: Order, events: readonly DomainEvent[]): Promise<boolean> {
  return insert(db, INSERT, insertValues(order, events, [{ after: auditedOrder(order) }]));
}

const INSERT_RESERVED = insertion('insert-reserved-order', {
  found: findStock({ tenant: '$1', items: '$6' }),
  isThere: 'not exists (select from short)',
  taken: takeStock({ tenant: '$1', order: '$2', id: '$19', until: '$17', onlyIf: 'exists (select from o)' }),
});

/**
 * Creates an order and takes its stock, which is in this database, in one statement.
 * @returns false, with nothing written, when something is short, or the same request has created its order already.
 */
export function insertReservedOrder(
  db: Database,
  created: { order: Order; events: readonly DomainEvent[] },
  { after, events }: OrderChange,
): Promise<boolean> {
  const before = auditedOrder(created.order);
  const audited = [{ after: before }, { before, after: auditedOrder(after) }];
  return insert(db, INSERT_RESERVED, [...insertValues(after, [...created.events, ...events], audited), newId()]);
}

async function insert(db: Database, statement: Statement, values: readonly unknown[]): Promise<boolean> {
  const [result] = await query<{ inserted: number }>(db.pool, statement, values);
  return result?.inserted === 1;
}

function insertValues(
  order: Order,
  events: readonly DomainEvent[],
  audited: readonly Omit<AuditedChange, 'resource'>[],
): unknown[] {
  const resource = `order/${order.id}`;
  return [
    order.tenantId,
    order.id,
    order.customerId,
    order.currency,
    order.amountMinor,
    itemsJson(order),
    order.version,
    order.eventSequence,
    order.lastRequest ?? null,
    order.correlationId,
    order.createdOn,
    JSON.stringify(events),
    auditRecords(audited.map((change) => ({ ...change, resource }))),
    jobsJson(order),
    order.status,
    order.stock,
    order.reservedUntil ?? null,
    order.unsettledSince ?? null,
  ];
}

const FIND_BY_REQUEST: Statement = {
  name: 'find-order-by-request',
  text: `select ${ORDER_COLUMNS} from orders.orders o where o.tenant_id = $1 and o.created_by = $2`,
};

/** The order that the request which is being worked on created before it was interrupted. */
export async function findOrderOfThisRequest(db: Database, tenantId: string): Promise<Order | undefined> {
  const [row] = await query<OrderRow>(db.pool, FIND_BY_REQUEST, [tenantId, currentRequestScope() ?? null]);
  return row === undefined ? undefined : toOrder(tenantId, row);
}
