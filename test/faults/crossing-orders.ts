import type pg from 'pg';
import type { SagaAftermath } from './check-sagas.ts';
import { type Exchange, oneOf, type Stage, type Wish } from './crossing-stage.ts';
import type { Random } from './seeded-random.ts';
import type { Api } from './shipment-story.ts';

const ORDERS = '/v1/orders';
const WEIGHTS = { buy: 3, pay: 5, 'give-up': 4, refund: 7, 'read-order': 3 } as const;
const TOKENS = { tok_ok: 80, tok_declined: 10, tok_lost_answer: 10 } as const;
/** Of each thing, so that there is not enough of it now and then. */
const ON_HAND = 8;
/** Orders that clients cross each other about. */
const SHARED_ORDERS = 3;

export async function fillStock(database: pg.Client): Promise<void> {
  await database.query(
    `insert into orders.stock_levels (tenant_id, sku, on_hand, reserved)
      select id, 'SKU-' || number, ${ON_HAND}, 0 from authorizing.tenants, generate_series(1, 3) as number`,
  );
}

export function thinkOfOrders(stage: Stage, random: Random, key: string | undefined): Wish | undefined {
  const action = random.pick(WEIGHTS);
  const ids = stage.orderIds.slice(-SHARED_ORDERS);
  if (action === 'buy' || ids.length === 0) {
    return { action: 'buy', method: 'POST', path: ORDERS, key, body: orderInput(`wish ${stage.wishes++}`, random) };
  }
  const id = oneOf(ids, random);
  const path = `${ORDERS}/${id}`;
  if (action === 'read-order') return { action, method: 'GET', path };
  const ifMatch = random.happens(0.3) ? stage.versions.get(id) : undefined;
  const wish = { action, method: 'POST', key, ifMatch, orderId: id } as const;
  if (action === 'pay') return { ...wish, path: `${path}:pay`, body: { paymentToken: random.pick(TOKENS) } };
  if (action === 'give-up')
    return { ...wish, path: `${path}:cancel`, body: { cancelReason: 'CANCEL_REASON_CUSTOMER' } };
  const part = { amount: { currency: 'EUR', amountMinor: String(Math.ceil(random.between(1, 500))) } };
  return { ...wish, path: `${path}:refund`, body: random.happens(0.8) ? part : {} };
}

function orderInput(customerId: string, random: Random): Record<string, unknown> {
  const price = { currency: 'EUR', amountMinor: '700' };
  const skus = ['SKU-1', 'SKU-2', 'SKU-3'].filter(() => random.happens(0.6));
  const items = (skus.length === 0 ? ['SKU-1'] : skus).toSorted(() => random.between(-1, 1));
  return { customerId, items: items.map((sku) => ({ sku, qty: Math.ceil(random.between(0, 3)), price })) };
}

/** Cancels what waits for its payment: the end of its reservation would be a job for later. */
export async function endOrders(api: Api): Promise<void> {
  const { body } = await api('GET', `${ORDERS}?statuses=ORDER_STATUS_RESERVED&pageSize=100`);
  const waiting = (body['orders'] as { id: string }[] | undefined) ?? [];
  for (const { id } of waiting) await api('POST', `${ORDERS}/${id}:cancel`, {});
}

/** Each success moved money once, and what failed moved none. */
export function checkPayments(exchanges: readonly Exchange[], { ledger, orders }: SagaAftermath): string[] {
  const byWish = [...Map.groupBy(exchanges, (exchange) => exchange.wish)];
  const isDone = (all: readonly Exchange[]): boolean => all.some(({ status }) => status === 200);
  const mayBeDone = (all: readonly Exchange[]): boolean => all.some(({ status }) => status === 0 || status >= 500);
  const faults: string[] = [];
  for (const { id } of orders) {
    for (const [action, kind] of [
      ['refund', 'refund'],
      ['pay', 'capture'],
    ]) {
      const asked = byWish.filter(([wish]) => wish.orderId === id && wish.action === action).map(([, all]) => all);
      const least = asked.filter(isDone).length;
      const most = least + asked.filter((all) => !isDone(all) && mayBeDone(all)).length;
      const { length } = ledger.filter((entry) => entry.orderId === id && entry.kind === kind);
      if (length < least || length > most)
        faults.push(`order ${id} has ${length} entries ${kind}, and ${least} to ${most} were asked for`);
    }
  }
  const bought = new Set(orders.map(({ customerId }) => customerId));
  for (const { wish, status, body } of exchanges) {
    const customerId = String(wish.body?.['customerId']);
    if (wish.action === 'buy' && status === 201 && !bought.has(customerId))
      faults.push(`order ${String(body['id'])} is lost`);
  }
  return faults;
}

/** What an order's caller may be refused. */
export const ORDER_REFUSALS: Readonly<Record<string, readonly string[]>> = {
  '409 invalid-state-transition': ['pay', 'give-up', 'refund'],
  '409 order-busy': ['pay', 'give-up', 'refund'],
  '409 concurrent-change': ['pay', 'give-up', 'refund'],
  '412 precondition-failed': ['pay', 'give-up', 'refund'],
  '422 out-of-stock': ['buy'],
  '422 payment-declined': ['pay'],
  '422 refund-too-large': ['refund'],
  '503 dependency-unavailable': ['pay', 'give-up', 'refund'],
  '504 dependency-timeout': ['pay', 'give-up', 'refund'],
};
