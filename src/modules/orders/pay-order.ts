import { currentRequestScope, isOfThisRequest } from '../../platform/conclude.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { tokenContext } from './advance-order.ts';
import { beginChange } from './begin-change.ts';
import type { OrdersDeps } from './deps.ts';
import { paymentDeclined } from './errors.ts';
import type { Order, Payment } from './order.ts';
import { settleForCaller } from './settle-order.ts';

export interface PayOrder {
  id: string;
  paymentToken: string;
  expectedVersion: bigint | undefined;
}

/**
 * Holds the order's amount, then captures it, and confirms the order.
 *
 * An order is paid once: its payment is made with the claim, and the payment system is called under keys that follow from the order. A declined
 * payment frees the stock and cancels the order. Repeating the request under the same Idempotency-Key goes on with the same payment.
 * @throws not-found (404), precondition-failed (412), invalid-state-transition, order-busy (409), payment-declined (422),
 *   dependency-unavailable (503), dependency-timeout (504)
 */
export async function payOrder(
  deps: OrdersDeps,
  { tenantId }: Pick<Principal, 'tenantId'>,
  asked: PayOrder,
): Promise<Order> {
  const { id, paymentToken, expectedVersion } = asked;
  const begun = await beginChange(deps, {
    action: 'pay',
    tenantId,
    id,
    expectedVersion,
    isBegun: ({ payment }) => isOfThisRequest(payment?.requestedBy),
    begin: (order) => ({ ...order, payment: newPayment(deps, paymentToken) }),
  });
  return outcomeOf(await settleForCaller(deps, begun));
}

function newPayment({ secretBox, payments }: OrdersDeps, paymentToken: string): Payment {
  const id = newId();
  const requestedBy = currentRequestScope();
  return {
    id,
    status: 'PENDING',
    capturedMinor: 0n,
    token: secretBox.seal(paymentToken, tokenContext({ id })),
    provider: payments.provider,
    eventSequence: 0,
    ...(requestedBy === undefined ? {} : { requestedBy }),
  };
}

/** What others have done with it since it was paid is not this request's doing. */
function outcomeOf(order: Order): Order {
  if (order.cancellation?.reason === 'DECLINED')
    throw paymentDeclined(order.id, order.payment?.failure ?? 'no reason given');
  return order;
}
