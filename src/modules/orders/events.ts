import { toJson } from '@bufbuild/protobuf';
import type { DomainEvent } from '../../platform/events.ts';
import { OrderSchema } from '../../platform/generated/proto/oms/v1/types_pb.ts';
import { newId } from '../../platform/ids.ts';
import type { Order } from './order.ts';
import { presentOrder, presentOrderStatusChanged, presentPaymentStatusChanged } from './v1/present.ts';

export const ORDER_STATUS_CHANGED = 'oms.order_status_changed';
export const PAYMENT_STATUS_CHANGED = 'oms.payment_status_changed';

/**
 * The events of one change: one for the order and one for its payment, each if its status is another than before. `seq` is the count of the
 * order's events of that type. The outbox counts by subject; an order has one payment at most, so that with `order/<id>` and
 * `payment/<id>` as subjects both counts are one.
 */
export function raise(before: Order | undefined, after: Order): { order: Order; events: DomainEvent[] } {
  const events: DomainEvent[] = [];
  let order = after;
  if (before?.status !== after.status) {
    const sequence = after.eventSequence + 1;
    order = { ...order, eventSequence: sequence };
    const change = { before: before?.status, reason: reasonOf(after), sequence };
    events.push(
      event(ORDER_STATUS_CHANGED, `order/${after.id}`, sequence, after, presentOrderStatusChanged(after, change)),
    );
  }
  const { payment } = after;
  if (payment !== undefined && payment.status !== before?.payment?.status) {
    const sequence = payment.eventSequence + 1;
    order = { ...order, payment: { ...payment, eventSequence: sequence } };
    const data = presentPaymentStatusChanged(after, payment, { before: before?.payment?.status, sequence });
    events.push(event(PAYMENT_STATUS_CHANGED, `payment/${payment.id}`, sequence, after, data));
  }
  return { order, events };
}

/** For the audit: what of an order can change. */
export function auditedOrder(order: Order): object {
  const { items: _items, ...changing } = toJson(OrderSchema, presentOrder(order)) as Record<string, unknown>;
  return changing;
}

function event(type: string, subject: string, sequence: number, { updatedOn: time }: Order, data: object): DomainEvent {
  return { id: newId(), type, subject, sequence, time, data: { ...data } };
}

/** `CUSTOMER: changed my mind`; only cancellations have one. */
function reasonOf({ cancellation }: Order): string {
  if (cancellation === undefined) return '';
  return cancellation.note === '' ? cancellation.reason : `${cancellation.reason}: ${cancellation.note}`;
}
