import { create, type DescMessage, toBinary } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import {
  OrderStatusChangedSchema,
  PaymentStatusChangedSchema,
} from '../../src/platform/generated/proto/oms/v1/events_pb.ts';
import {
  ListOrdersRequestSchema,
  ListOrdersResponseSchema,
} from '../../src/platform/generated/proto/oms/v1/order_service_pb.ts';
import { OrderStatus } from '../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { requireModestMessage, wireLimitsOf } from '../../src/platform/proto-limits.ts';

test.each<[string, DescMessage, string]>([
  ['text', OrderStatusChangedSchema, 'a text in a request needs a rule that bounds its length'],
  ['text of another message', PaymentStatusChangedSchema, 'a text in a request needs a rule that bounds its length'],
  ['list', ListOrdersResponseSchema, 'a list in a request needs a rule that bounds its items'],
])('a request with a %s that no rule bounds does not start', (_what, schema, message) => {
  expect(() => wireLimitsOf(schema)).toThrow(message);
});

/** As a client writes it that packs no numbers: a field for each. */
const unpacked = (count: number): Uint8Array => Uint8Array.from({ length: 2 * count }, (_, at) => (at % 2 ? 2 : 0x20));
const packed = (count: number): Uint8Array =>
  toBinary(
    ListOrdersRequestSchema,
    create(ListOrdersRequestSchema, { statuses: Array(count).fill(OrderStatus.RESERVED) }),
  );
/** Each number in two bytes where one would do. */
const packedWide = (count: number): Uint8Array =>
  Uint8Array.of(0x22, 2 * count, ...Array(count).fill([0x82, 0x00]).flat());

test.each([
  ['one by one', unpacked],
  ['packed', packed],
  ['packed in more bytes than they need', packedWide],
])('numbers of a list are counted before they are read, %s', (_how, write) => {
  const limits = wireLimitsOf(ListOrdersRequestSchema);
  expect(() => requireModestMessage(limits, write(6))).not.toThrow();
  expect(() => requireModestMessage(limits, write(7))).toThrow('Data.Statuses: Must have at most 6 items.');
});
