import type { Principal } from '../../platform/principal.ts';
import type { OrdersDeps } from './deps.ts';
import type { Order } from './order.ts';
import { listOrders as findOrders, type OrderFilter } from './order-list-repository.ts';
import { openPageToken, sealPageToken } from './page-token.ts';

export interface ListOrders extends OrderFilter {
  /** 0: the default. More than the largest page is the largest page. */
  pageSize: number;
  /** Empty: from the beginning. */
  pageToken: string;
}

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

/** A page of the tenant's orders, newest first. @throws validation (400) for a token of another list */
export async function listOrders(
  { db, secretBox }: Pick<OrdersDeps, 'db' | 'secretBox'>,
  principal: Principal,
  { pageSize, pageToken, ...filter }: ListOrders,
): Promise<{ orders: Order[]; nextPageToken: string }> {
  const limit = Math.min(pageSize || DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const after = pageToken === '' ? undefined : openPageToken(secretBox, principal, filter, pageToken);
  const found = await findOrders(db, principal.tenantId, filter, { limit, ...(after === undefined ? {} : { after }) });
  const orders = found.slice(0, limit);
  const last = orders.at(-1);
  const isEnd = found.length <= limit || last === undefined;
  return { orders, nextPageToken: isEnd ? '' : sealPageToken(secretBox, principal, filter, last) };
}
