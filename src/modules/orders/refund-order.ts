import { currentRequestScope } from '../../platform/conclude.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { invalidField } from '../../platform/proto-validation.ts';
import { beginChange } from './begin-change.ts';
import type { OrdersDeps } from './deps.ts';
import { refundRefused, refundTooLarge } from './errors.ts';
import type { Order, Refund } from './order.ts';
import { findRefund } from './order-repository.ts';
import { settleForCaller } from './settle-order.ts';

export interface RefundOrder {
  id: string;
  /** Absent: all that is left. */
  amount?: { currency: string; amountMinor: bigint };
  refundReason: string;
  reason: string;
  expectedVersion: bigint | undefined;
}

/**
 * Gives money back: part of what was captured, or all that is left, and then the order is REFUNDED and its stock free.
 *
 * Each refund is written down under its request before the payment system is asked, and asked for under that name, so that the same request
 * moves money once however often it is sent, also after others.
 * @throws validation (400), not-found (404), precondition-failed (412), invalid-state-transition, order-busy (409), refund-too-large,
 *   refund-refused (422), dependency-unavailable (503), dependency-timeout (504)
 */
export async function refundOrder(
  deps: OrdersDeps,
  { tenantId }: Pick<Principal, 'tenantId'>,
  asked: RefundOrder,
): Promise<Order> {
  const { id, amount, refundReason, reason, expectedVersion } = asked;
  const key = currentRequestScope() ?? newId();
  if (amount?.amountMinor === 0n) throw invalidField(['amount', 'amountMinor'], 'Must be more than 0.');
  const begun = await beginChange(deps, {
    action: 'refund',
    tenantId,
    id,
    expectedVersion,
    isBegun: async (order) => (await findRefund(deps.db, order, key)) !== undefined,
    begin: (order) => {
      const refund: Refund = {
        key,
        amountMinor: amountOf(order, amount),
        reason: refundReason,
        note: reason,
        status: 'running',
        createdOn: deps.clock(),
      };
      return { ...order, refund };
    },
  });
  const settled = await settleForCaller(deps, begun);
  // What this request has just concluded is not committed yet, and only its own memory knows of it.
  const refund = settled.refund?.key === key ? settled.refund : await findRefund(deps.db, settled, key);
  if (refund?.status === 'refused') throw refundRefused(id, refund.failure ?? 'no reason given');
  return settled;
}

function amountOf(order: Order, amount: RefundOrder['amount']): bigint {
  const leftMinor = order.amountMinor - order.refundedMinor;
  if (amount === undefined) return leftMinor;
  if (amount.currency !== order.currency) {
    throw invalidField(['amount', 'currency'], `Must be the order's currency, ${order.currency}.`);
  }
  if (amount.amountMinor > leftMinor) throw refundTooLarge(leftMinor, order.currency);
  return amount.amountMinor;
}
