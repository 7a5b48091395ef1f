import type { DescMessage } from '@bufbuild/protobuf';
import type { TSchema } from '@sinclair/typebox';
import type { DomainEvent } from '../../platform/events.ts';
import {
  OrderStatusChangedSchema,
  PaymentStatusChangedSchema,
} from '../../platform/generated/proto/oms/v1/events_pb.ts';
import { newId } from '../../platform/ids.ts';
import { createProtoSchemas, objectOf } from '../../platform/proto-schema.ts';
import type { Order } from './order.ts';
import { presentOrderStatusChanged, presentPaymentStatusChanged } from './v1/present.ts';

const ORDER_STATUS_CHANGED = 'oms.order_status_changed';
const PAYMENT_STATUS_CHANGED = 'oms.payment_status_changed';

/** What the module tells others, for whoever delivers it. `data` is protobuf's JSON form of the message. */
export const ORDER_EVENT_TYPES = [
  {
    type: ORDER_STATUS_CHANGED,
    description: "An order's status is another than before (oms.v1.OrderStatusChanged).",
    schema: messageSchema(OrderStatusChangedSchema),
    example: {
      orderId: '01890a5d-ac96-774b-bcce-b302099a8057',
      prevStatus: 'ORDER_STATUS_PENDING',
      newStatus: 'ORDER_STATUS_RESERVED',
      reason: '',
      seq: '2',
      occurredAt: '2026-01-20T10:30:00Z',
      schemaVersion: 1,
      correlationId: 'shop-4711',
    },
  },
  {
    type: PAYMENT_STATUS_CHANGED,
    description: "A payment's status is another than before (oms.v1.PaymentStatusChanged).",
    schema: messageSchema(PaymentStatusChangedSchema),
    example: {
      orderId: '01890a5d-ac96-774b-bcce-b302099a8057',
      paymentId: '01890a5d-ac96-774b-bcce-b302099a8058',
      prevStatus: 'PAYMENT_STATUS_HELD',
      newStatus: 'PAYMENT_STATUS_CAPTURED',
      provider: 'sandbox',
      externalId: 'SBX-b302099a8058',
      seq: '3',
      occurredAt: '2026-01-20T10:30:01Z',
      schemaVersion: 1,
      correlationId: 'shop-4711',
    },
  },
] as const;

function messageSchema(message: DescMessage): TSchema {
  return objectOf(createProtoSchemas().fieldsOf(message), { additionalProperties: true });
}

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

function event(type: string, subject: string, sequence: number, { updatedOn: time }: Order, data: object): DomainEvent {
  return { id: newId(), type, subject, sequence, time, data: { ...data } };
}

/** `CUSTOMER: changed my mind`; only cancellations have one. */
function reasonOf({ cancellation }: Order): string {
  if (cancellation === undefined) return '';
  return cancellation.note === '' ? cancellation.reason : `${cancellation.reason}: ${cancellation.note}`;
}
