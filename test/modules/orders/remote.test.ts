import { randomUUID } from 'node:crypto';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { InventoryService } from '../../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { PaymentService } from '../../../src/platform/generated/proto/oms/v1/payment_service_pb.ts';
import { OrderStatus, PaymentStatus } from '../../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { useTestApp } from '../../harness/app.ts';
import {
  cancelOrder,
  createOrder,
  EXAMPLE_ORDER,
  getOrder,
  orderOf,
  payOrder,
  refundOrder,
  reservedOrder,
  useGrpc,
} from '../../harness/grpc.ts';
import { type StandInAnswer, type StandInCall, startStandIn } from '../../harness/stand-in.ts';
import { createTestDatabase } from '../../harness.ts';

const systems = await startStandIn(InventoryService, PaymentService);
afterAll(() => systems[Symbol.asyncDispose]());
const remote = {
  inventory: { url: systems.url, authorization: 'Bearer stock-secret' },
  payments: { url: systems.url, authorization: 'Bearer payment-secret' },
};
const world = useTestApp(createTestDatabase, { config: { remote } });
const grpc = useGrpc(world);

const paid = (changes: object): StandInAnswer => ({
  message: { payment: { id: PAYMENT_ID, provider: 'acme', externalId: 'ch_1', ...changes } },
});
const PAYMENT_ID = randomUUID();
const RESERVED_UNTIL = new Date('2030-01-01T00:00:00Z');
const WELL: Record<string, StandInAnswer> = {
  Reserve: { message: { reservationId: 'r-1', reservedUntil: timestampFromDate(RESERVED_UNTIL) } },
  Release: { message: { released: true } },
  Hold: paid({ status: PaymentStatus.HELD }),
  Capture: paid({ status: PaymentStatus.CAPTURED }),
  Refund: paid({ status: PaymentStatus.REFUNDED }),
};
const well = ({ method }: StandInCall): StandInAnswer => WELL[method] ?? 'silence';

/** Answers the first calls of a method otherwise, one by one, and then well. */
function first(method: string, ...answers: StandInAnswer[]): void {
  const left = [...answers];
  systems.answer = (call) => (call.method === method ? left.shift() : undefined) ?? well(call);
}
const callsOf = (method: string): StandInCall[] => systems.calls.filter((call) => call.method === method);

beforeEach(() => {
  systems.calls.length = 0;
  systems.answer = well;
});

test('an order is reserved, paid and refunded by the company’s own systems, each call under its fixed key', async () => {
  const metadata = { 'x-correlation-id': 'cart-9' };
  const order = orderOf(await grpc.mine.call(createOrder, EXAMPLE_ORDER, { metadata }));
  expect(order).toMatchObject({ status: OrderStatus.RESERVED, reservedUntil: timestampFromDate(RESERVED_UNTIL) });
  const { id } = order;
  expect(orderOf(await grpc.mine.call(payOrder, { id, paymentToken: 'tok_1' }))).toMatchObject({
    status: OrderStatus.CONFIRMED,
  });
  expect(orderOf(await grpc.mine.call(refundOrder, { id })).status).toBe(OrderStatus.REFUNDED);
  const amount = { currency: 'EUR', amountMinor: '3000' };
  expect(
    systems.calls.map(({ method, message, metadata: sent }) => [method, sent['idempotency-key'], message]),
  ).toMatchObject([
    [
      'Reserve',
      `${id}:reserve`,
      {
        orderId: id,
        items: [
          { sku: 'SKU-1', qty: 2 },
          { sku: 'SKU-2', qty: 1 },
        ],
      },
    ],
    ['Hold', `${id}:hold`, { orderId: id, paymentToken: 'tok_1', amount }],
    ['Capture', `${id}:capture`, { paymentId: PAYMENT_ID, amount }],
    ['Refund', expect.stringMatching(`^${id}:refund:.`), { paymentId: PAYMENT_ID, amount }],
    ['Release', `${id}:release`, { orderId: id }],
  ]);
  expect(callsOf('Reserve')[0]?.metadata).toMatchObject({
    authorization: 'Bearer stock-secret',
    'x-tenant-id': world.caller.tenantId,
    'x-correlation-id': 'cart-9',
  });
  expect(callsOf('Hold')[0]?.metadata).toMatchObject({ authorization: 'Bearer payment-secret' });
  const [payment] = await world.rows('select provider, external_id from orders.payments where order_id = $1', [id]);
  expect(payment).toEqual({ provider: 'acme', external_id: 'ch_1' });
});

test('what the stock system refuses is out of stock in its own words, and released all the same', async () => {
  first('Reserve', { code: status.FAILED_PRECONDITION, details: 'SKU-1 is recalled' });
  const answer = await grpc.mine.call(createOrder, EXAMPLE_ORDER);
  expect(answer).toMatchObject({
    code: 'FAILED_PRECONDITION',
    details: {
      ErrorInfo: { reason: 'OUT_OF_STOCK' },
      PreconditionFailure: { violations: [{ type: 'STOCK', description: 'SKU-1 is recalled' }] },
    },
  });
  expect(callsOf('Release')).toHaveLength(1);
});

test('a payment that is declined is canceled; one whose capture is refused has its hold given back first', async () => {
  const { id } = await reservedOrder(grpc.mine);
  first('Hold', paid({ status: PaymentStatus.FAILED }));
  expect(await grpc.mine.call(payOrder, { id, paymentToken: 'tok' })).toMatchObject({
    details: { ErrorInfo: { reason: 'PAYMENT_DECLINED' } },
  });
  expect(callsOf('Refund')).toHaveLength(0);

  const other = await reservedOrder(grpc.mine);
  first('Capture', { code: status.FAILED_PRECONDITION, details: 'the hold has expired' });
  expect(await grpc.mine.call(payOrder, { id: other.id, paymentToken: 'tok' })).toMatchObject({
    details: { ErrorInfo: { reason: 'PAYMENT_DECLINED' } },
  });
  expect(callsOf('Refund').map(({ metadata }) => metadata['idempotency-key'])).toEqual([`${other.id}:void`]);
  expect(orderOf(await grpc.mine.call(getOrder, { id: other.id })).status).toBe(OrderStatus.CANCELED);
});

describe('an outcome that is not known', () => {
  const unavailable = { code: status.UNAVAILABLE, details: 'starting' };

  test('UNAVAILABLE is sent again at once, under the same key', async () => {
    first('Reserve', unavailable, unavailable);
    expect((await reservedOrder(grpc.mine)).status).toBe(OrderStatus.RESERVED);
    expect(new Set(callsOf('Reserve').map(({ metadata }) => metadata['idempotency-key'])).size).toBe(1);
    expect(callsOf('Reserve')).toHaveLength(3);
  });

  test('after three times it is the caller’s UNAVAILABLE, and the same key goes on', async () => {
    first('Reserve', unavailable, unavailable, unavailable);
    const key = randomUUID();
    const answer = await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key });
    expect(answer).toMatchObject({
      code: 'UNAVAILABLE',
      details: { ErrorInfo: { reason: 'DEPENDENCY_UNAVAILABLE' }, RetryInfo: { retryDelay: '2s' } },
    });
    expect(orderOf(await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key })).status).toBe(OrderStatus.RESERVED);
    expect(new Set(callsOf('Reserve').map(({ message }) => message['orderId'])).size).toBe(1);
  });

  test('INTERNAL and UNKNOWN are not sent again at once, and leave it open', async () => {
    const { id } = await reservedOrder(grpc.mine);
    first('Hold', { code: status.INTERNAL, details: 'a fault' }, { code: status.UNKNOWN, details: 'a fault' });
    const key = randomUUID();
    const request = { id, paymentToken: 'tok' };
    expect((await grpc.mine.call(payOrder, request, { key })).code).toBe('UNAVAILABLE');
    expect(callsOf('Hold')).toHaveLength(1);
    expect((await grpc.mine.call(payOrder, request, { key })).code).toBe('UNAVAILABLE');
    expect(orderOf(await grpc.mine.call(payOrder, request, { key })).status).toBe(OrderStatus.CONFIRMED);
    expect(new Set(callsOf('Hold').map(({ metadata }) => metadata['idempotency-key'])).size).toBe(1);
  });

  test('silence is DEADLINE_EXCEEDED after the call’s deadline, and the same key goes on', async () => {
    const { id } = await reservedOrder(grpc.mine);
    first('Capture', 'silence');
    const key = randomUUID();
    const request = { id, paymentToken: 'tok' };
    const startedAt = performance.now();
    expect(await grpc.mine.call(payOrder, request, { key })).toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      details: { ErrorInfo: { reason: 'DEPENDENCY_TIMEOUT' }, RetryInfo: { retryDelay: '2s' } },
    });
    expect(performance.now() - startedAt).toBeGreaterThan(3_500);
    expect(orderOf(await grpc.mine.call(payOrder, request, { key })).status).toBe(OrderStatus.CONFIRMED);
    expect(callsOf('Hold')).toHaveLength(1);
    expect(callsOf('Capture')).toHaveLength(2);
  });

  test('a release that the stock system knows nothing of is a release', async () => {
    const { id } = await reservedOrder(grpc.mine);
    first('Release', { code: status.NOT_FOUND, details: 'no such order' });
    expect(orderOf(await grpc.mine.call(cancelOrder, { id })).status).toBe(OrderStatus.CANCELED);
  });
});
