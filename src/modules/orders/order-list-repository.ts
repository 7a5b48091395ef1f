import { type Database, query, type Statement } from '../../platform/database.ts';
import type { Order, OrderStatus } from './order.ts';
import { ORDER_COLUMNS, type OrderRow, toOrder } from './order-repository.ts';

export interface OrderFilter {
  customerId?: string;
  /** Empty: all. */
  statuses: readonly OrderStatus[];
}

/** Where a page ends. */
export interface Place {
  createdOn: Date;
  id: string;
}

// One statement for each set of filters, so that each is planned for the index that serves it.
const LISTS = new Map<string, Statement>();

function statementFor(filter: OrderFilter, after: Place | undefined): Statement {
  const byCustomer = filter.customerId !== undefined;
  const byStatus = filter.statuses.length > 0;
  const name = `list-orders${byCustomer ? '-customer' : ''}${byStatus ? '-status' : ''}${after === undefined ? '' : '-after'}`;
  const known = LISTS.get(name);
  if (known !== undefined) return known;
  const conditions = [
    'o.tenant_id = $1',
    ...(byCustomer ? ['o.customer_id = $3'] : ['$3::text is null']),
    ...(byStatus ? ['o.status = any($4::orders.order_status[])'] : ['$4::text[] is not null']),
    ...(after === undefined
      ? ['$5::timestamptz is null', '$6::uuid is null']
      : ['(o.created_on, o.id) < ($5::timestamptz, $6::uuid)']),
  ];
  const statement = {
    name,
    text: `select ${ORDER_COLUMNS} from orders.orders o where ${conditions.join(' and ')} order by o.created_on desc, o.id desc limit $2`,
  };
  LISTS.set(name, statement);
  return statement;
}

/** Newest first. @returns one more than `limit` where there are more */
export async function listOrders(
  db: Database,
  tenantId: string,
  filter: OrderFilter,
  { limit, after }: { limit: number; after?: Place },
): Promise<Order[]> {
  const rows = await query<OrderRow>(db.pool, statementFor(filter, after), [
    tenantId,
    limit + 1,
    filter.customerId ?? null,
    filter.statuses,
    after?.createdOn ?? null,
    after?.id ?? null,
  ]);
  return rows.map((row) => toOrder(tenantId, row));
}
