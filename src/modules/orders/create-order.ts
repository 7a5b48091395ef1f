import { currentRequestScope } from '../../platform/conclude.ts';
import { currencyMinorDigits } from '../../platform/currency.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { invalidField } from '../../platform/proto-validation.ts';
import { currentCorrelationId } from '../../platform/request-context.ts';
import { changeOf } from './advance-order.ts';
import type { OrdersDeps } from './deps.ts';
import { outOfStock } from './errors.ts';
import { raise } from './events.ts';
import { asReserved, type Order, type OrderLine } from './order.ts';
import { findOrderOfThisRequest, insertOrder, insertReservedOrder } from './order-creation-repository.ts';
import { reservationEnd } from './order-jobs.ts';
import { settleForCaller } from './settle-order.ts';

export interface NewOrder {
  customerId: string;
  items: readonly (OrderLine & { currency: string })[];
  expected?: { currency: string; amountMinor: bigint };
}

const MAX_INT64 = 2n ** 63n - 1n;

/**
 * Records what a customer bought and reserves its stock, all of it or none: in one statement where the stock is here and there is enough of
 * it, else step by step.
 *
 * Repeating it under the same Idempotency-Key is safe, also when the process died in between: the same order is gone on with.
 * @throws validation (400), out-of-stock (422), dependency-unavailable (503), dependency-timeout (504)
 */
export async function createOrder(
  deps: OrdersDeps,
  { tenantId }: Pick<Principal, 'tenantId'>,
  input: NewOrder,
): Promise<Order> {
  const { currency, amountMinor } = totalOf(input);
  const now = deps.clock();
  const request = currentRequestScope();
  const { order, events } = raise(undefined, {
    tenantId,
    id: newId(),
    customerId: input.customerId,
    status: 'PENDING',
    currency,
    amountMinor,
    refundedMinor: 0n,
    items: input.items.map(({ sku, qty, priceMinor }) => ({ sku, qty, priceMinor })),
    version: 1,
    eventSequence: 0,
    stock: 'none',
    correlationId: currentCorrelationId(),
    ...(request === undefined ? {} : { lastRequest: request }),
    unsettledSince: now,
    createdOn: now,
    updatedOn: now,
  });
  if (deps.isStockHere) {
    const reserved = changeOf(order, asReserved(order, reservationEnd(now)), now);
    if (await insertReservedOrder(deps.db, { order, events }, reserved)) return reserved.after;
  }
  const isNew = await insertOrder(deps.db, order, events);
  const begun = isNew ? order : await findOrderOfThisRequest(deps.db, tenantId);
  if (begun === undefined) throw new Error('the order of this request is neither new nor there');
  return outcomeOf(await settleForCaller(deps, begun));
}

/** What others have done with it since is not this request's doing. */
function outcomeOf(order: Order): Order {
  if (order.cancellation?.reason === 'INVENTORY') throw outOfStock(order.id, order.cancellation);
  return order;
}

function totalOf({ items, expected }: NewOrder): { currency: string; amountMinor: bigint } {
  const currency = items[0]?.currency ?? '';
  if (currencyMinorDigits(currency) === undefined) {
    throw invalidField(['items', 0, 'price', 'currency'], `There is no currency ${currency} in ISO 4217.`);
  }
  const amountMinor = items.reduce((sum, { qty, priceMinor }) => sum + BigInt(qty) * priceMinor, 0n);
  if (amountMinor > MAX_INT64) throw invalidField(['items'], `The total, ${amountMinor}, is more than an int64 holds.`);
  if (expected !== undefined && (expected.currency !== currency || expected.amountMinor !== amountMinor)) {
    const message = `The items come to ${amountMinor} ${currency} in minor units, not to what was expected. Show the customer the new total.`;
    throw invalidField(['expectedAmount'], message);
  }
  return { currency, amountMinor };
}
