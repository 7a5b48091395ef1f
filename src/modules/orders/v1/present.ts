import { create, type DescEnum, type MessageInitShape, toJson } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  OrderStatusChangedSchema,
  PaymentStatusChangedSchema,
} from '../../../platform/generated/proto/oms/v1/events_pb.ts';
import {
  CancelReason,
  type MoneySchema,
  type Order as OrderMessage,
  OrderSchema,
  OrderStatus,
  PaymentStatus,
} from '../../../platform/generated/proto/oms/v1/types_pb.ts';
import type { Order, Payment, PaymentStatus as PaymentState, OrderStatus as Status } from '../order.ts';

const SCHEMA_VERSION = 1;

/** An order as oms.v1 shows it. */
export function presentOrder(order: Order): OrderMessage {
  const { currency, status, payment, cancellation, reservedUntil } = order;
  return create(OrderSchema, {
    id: order.id,
    customerId: order.customerId,
    status: OrderStatus[status],
    amount: money(order.amountMinor, currency),
    items: order.items.map(({ sku, qty, priceMinor }) => ({ sku, qty, price: money(priceMinor, currency) })),
    version: BigInt(order.version),
    refundedAmount: money(order.refundedMinor, currency),
    paymentId: payment?.id ?? '',
    createdAt: timestampFromDate(order.createdOn),
    updatedAt: timestampFromDate(order.updatedOn),
    ...(cancellation === undefined ? {} : { cancelReason: CancelReason[cancellation.reason] }),
    ...(status !== 'RESERVED' || reservedUntil === undefined
      ? {}
      : { reservedUntil: timestampFromDate(reservedUntil) }),
  });
}

export interface StatusChange {
  before: Status | undefined;
  reason: string;
  sequence: number;
}

/** Protobuf's JSON form, of which every consumer of the event can make the message. */
export function presentOrderStatusChanged(order: Order, { before, reason, sequence }: StatusChange): object {
  return toJson(
    OrderStatusChangedSchema,
    create(OrderStatusChangedSchema, {
      orderId: order.id,
      prevStatus: before === undefined ? OrderStatus.UNSPECIFIED : OrderStatus[before],
      newStatus: OrderStatus[order.status],
      reason,
      seq: BigInt(sequence),
      occurredAt: timestampFromDate(order.updatedOn),
      schemaVersion: SCHEMA_VERSION,
      correlationId: order.correlationId,
    }),
    { alwaysEmitImplicit: true },
  ) as object;
}

export function presentPaymentStatusChanged(
  order: Order,
  payment: Payment,
  { before, sequence }: { before: PaymentState | undefined; sequence: number },
): object {
  return toJson(
    PaymentStatusChangedSchema,
    create(PaymentStatusChangedSchema, {
      orderId: order.id,
      paymentId: payment.id,
      prevStatus: before === undefined ? PaymentStatus.UNSPECIFIED : PaymentStatus[before],
      newStatus: PaymentStatus[payment.status],
      provider: payment.provider,
      externalId: payment.externalId ?? '',
      seq: BigInt(sequence),
      occurredAt: timestampFromDate(order.updatedOn),
      schemaVersion: SCHEMA_VERSION,
      correlationId: order.correlationId,
    }),
    { alwaysEmitImplicit: true },
  ) as object;
}

/** The name of a value without its enum's prefix, `CUSTOMER` of CANCEL_REASON_CUSTOMER. */
export function enumName(description: DescEnum, number: number): string {
  return description.value[number]?.localName ?? String(number);
}

function money(amountMinor: bigint, currency: string): MessageInitShape<typeof MoneySchema> {
  return { currency, amountMinor };
}
