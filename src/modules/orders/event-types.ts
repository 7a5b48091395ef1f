import type { EventType } from '../../platform/events.ts';
import {
  OrderStatusChangedSchema,
  PaymentStatusChangedSchema,
} from '../../platform/generated/proto/oms/v1/events_pb.ts';
import { createProtoSchemas, objectOf } from '../../platform/proto-schema.ts';
import { ORDER_STATUS_CHANGED, PAYMENT_STATUS_CHANGED } from './events.ts';

const PAYMENT_ID = '01890a5d-ac97-7ae2-9d3f-6a3f1f0c2b11';
const EXAMPLE = {
  orderId: '01890a5d-ac96-774b-bcce-b302099a8057',
  // As the `sequence` of the event around it.
  seq: '1',
  occurredAt: '2026-01-20T10:30:00Z',
  schemaVersion: 1,
  correlationId: 'web-shop-4711',
};

/** Every event of this module. Its data is the message of oms/v1/events.proto in protobuf's JSON form. */
export function eventTypes(): readonly EventType[] {
  const { fieldsOf, components } = createProtoSchemas();
  const order = objectOf(fieldsOf(OrderStatusChangedSchema));
  const payment = objectOf(fieldsOf(PaymentStatusChangedSchema));
  return [
    {
      type: ORDER_STATUS_CHANGED,
      description: "An order's status is another than before.",
      permission: 'oms.orders:read',
      data: order,
      definitions: components(),
      example: { ...EXAMPLE, prevStatus: 'ORDER_STATUS_UNSPECIFIED', newStatus: 'ORDER_STATUS_PENDING', reason: '' },
      exampleSubject: `order/${EXAMPLE.orderId}`,
    },
    {
      type: PAYMENT_STATUS_CHANGED,
      description: "A payment's status is another than before.",
      permission: 'oms.orders:read',
      data: payment,
      definitions: components(),
      example: {
        ...EXAMPLE,
        paymentId: PAYMENT_ID,
        prevStatus: 'PAYMENT_STATUS_UNSPECIFIED',
        newStatus: 'PAYMENT_STATUS_PENDING',
        provider: 'sandbox',
        externalId: '',
      },
      exampleSubject: `payment/${PAYMENT_ID}`,
    },
  ];
}
