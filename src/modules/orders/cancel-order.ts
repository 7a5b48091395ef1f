import { isOfThisRequest } from '../../platform/conclude.ts';
import type { Principal } from '../../platform/principal.ts';
import { beginChange } from './begin-change.ts';
import type { OrdersDeps } from './deps.ts';
import type { CancelReason, Order } from './order.ts';
import { settleForCaller } from './settle-order.ts';

export interface CancelOrder {
  id: string;
  cancelReason: CancelReason;
  /** Free text, kept in the event. */
  reason: string;
  expectedVersion: bigint | undefined;
}

/**
 * Cancels an order that is not paid, and frees its stock. From the claim on it is canceled, whatever dies; the status says so when the
 * stock is free.
 * @throws not-found (404), precondition-failed (412), invalid-state-transition, order-busy (409), dependency-unavailable (503),
 *   dependency-timeout (504)
 */
export async function cancelOrder(
  deps: OrdersDeps,
  { tenantId }: Pick<Principal, 'tenantId'>,
  { id, cancelReason, reason, expectedVersion }: CancelOrder,
): Promise<Order> {
  const begun = await beginChange(deps, {
    action: 'cancel',
    tenantId,
    id,
    expectedVersion,
    isBegun: ({ cancellation, lastRequest }) => cancellation !== undefined && isOfThisRequest(lastRequest),
    begin: (order) => ({ ...order, cancellation: { reason: cancelReason, note: reason } }),
  });
  return settleForCaller(deps, begun);
}
