import { randomUUID } from 'node:crypto';
import { fromJson, toBinary } from '@bufbuild/protobuf';
import { beforeAll, describe, expect, test } from 'vitest';
import { OrderStatusChangedSchema } from '../../../../src/platform/generated/proto/oms/v1/events_pb.ts';
import { InventoryService } from '../../../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { CancelReason, OrderStatus } from '../../../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { NO_SUCH_ID, problemOf, useTestApp } from '../../../harness/app.ts';
import {
  cancelOrder,
  confirmedOrder,
  getOrder,
  listOrders,
  orderOf,
  payOrder,
  refundOrder,
  reservedOrder,
  stock,
  useGrpc,
} from '../../../harness/grpc.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);
beforeAll(() => stock(grpc.mine, { 'SKU-1': 1000n, 'SKU-2': 1000n }));

const euro = (amountMinor: bigint) => ({ currency: 'EUR', amountMinor });
const reason = (answer: { details: Record<string, Record<string, unknown>> }) =>
  answer.details['ErrorInfo']?.['reason'];
const isReserved = async (id: string) =>
  (await world.rows('select from orders.reservations where order_id = $1 and is_live', [id])).length === 1;

describe('PayOrder', () => {
  test('captures once, confirms, and keeps the stock', async () => {
    const order = await confirmedOrder(grpc.mine);
    expect(order).toMatchObject({ status: OrderStatus.CONFIRMED });
    expect(order.paymentId).not.toBe('');
    const entries = await world.rows('select kind, amount_minor from sandbox_payments.entries where order_id = $1', [
      order.id,
    ]);
    expect(entries).toEqual(
      expect.arrayContaining([
        { kind: 'hold', amount_minor: '3000' },
        { kind: 'capture', amount_minor: '3000' },
      ]),
    );
    expect(entries).toHaveLength(2);
    expect(await isReserved(order.id)).toBe(true);
  });

  test('a declined payment frees the stock and cancels the order, and says so again under its key', async () => {
    const { id } = await reservedOrder(grpc.mine);
    const key = randomUUID();
    const first = await grpc.mine.call(payOrder, { id, paymentToken: 'tok_declined' }, { key });
    expect(first).toMatchObject({ code: 'FAILED_PRECONDITION' });
    expect(reason(first)).toBe('PAYMENT_DECLINED');
    expect((await grpc.mine.call(payOrder, { id, paymentToken: 'tok_declined' }, { key })).details).toEqual(
      first.details,
    );
    expect(orderOf(await grpc.mine.call(getOrder, { id })).status).toBe(OrderStatus.CANCELED);
    expect(await isReserved(id)).toBe(false);
  });

  test('an answer that is lost is DEADLINE_EXCEEDED with RetryInfo, and the same key goes on with the same payment', async () => {
    const { id } = await reservedOrder(grpc.mine);
    const key = randomUUID();
    const request = { id, paymentToken: 'tok_lost_answer' };
    const lost = await grpc.mine.call(payOrder, request, { key });
    expect(lost).toMatchObject({ code: 'DEADLINE_EXCEEDED', details: { RetryInfo: { retryDelay: '2s' } } });
    const other = await grpc.mine.call(payOrder, { id, paymentToken: 'tok_ok' });
    expect(other).toMatchObject({ code: 'ABORTED', details: { RetryInfo: { retryDelay: '1s' } } });
    expect(reason(other)).toBe('ORDER_BUSY');
    expect((await grpc.mine.call(payOrder, request, { key })).code).toBe('DEADLINE_EXCEEDED');
    expect(orderOf(await grpc.mine.call(payOrder, request, { key })).status).toBe(OrderStatus.CONFIRMED);
    const kinds = await world.rows('select kind, calls from sandbox_payments.entries where order_id = $1', [id]);
    expect(kinds).toHaveLength(2);
  });

  test('an order is paid once, whoever asks at the same moment', async () => {
    const { id } = await reservedOrder(grpc.mine);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => grpc.mine.call(payOrder, { id, paymentToken: 'tok_ok' })),
    );
    expect(answers.filter(({ code }) => code === 'OK')).toHaveLength(1);
    const captures = await world.rows(`select from sandbox_payments.entries where order_id = $1 and kind = 'capture'`, [
      id,
    ]);
    expect(captures).toHaveLength(1);
  });
});

describe('CancelOrder', () => {
  test('frees the stock, and the same key is answered the same', async () => {
    const { id } = await reservedOrder(grpc.mine);
    const key = randomUUID();
    const first = await grpc.mine.call(cancelOrder, { id, reason: 'changed my mind' }, { key });
    expect(orderOf(first).status).toBe(OrderStatus.CANCELED);
    expect((await grpc.mine.call(cancelOrder, { id, reason: 'changed my mind' }, { key })).bytes).toEqual(first.bytes);
    expect(await isReserved(id)).toBe(false);
  });

  test('keeps the reason that was given, and invents none', async () => {
    for (const cancelReason of [CancelReason.FRAUD, CancelReason.UNSPECIFIED]) {
      const { id } = await reservedOrder(grpc.mine);
      expect(orderOf(await grpc.mine.call(cancelOrder, { id, cancelReason })).cancelReason).toBe(cancelReason);
    }
  });

  test('of a confirmed order is FAILED_PRECONDITION that says what is allowed', async () => {
    const { id } = await confirmedOrder(grpc.mine);
    expect(await grpc.mine.call(cancelOrder, { id })).toMatchObject({
      code: 'FAILED_PRECONDITION',
      details: {
        ErrorInfo: { reason: 'INVALID_STATE_TRANSITION', metadata: { currentStatus: 'CONFIRMED' } },
        PreconditionFailure: {
          violations: [
            { type: 'STATUS', subject: 'CONFIRMED', description: expect.stringContaining('Allowed: refund.') },
          ],
        },
      },
    });
  });
});

describe('RefundOrder', () => {
  test('gives back in parts, then all that is left, and never more', async () => {
    const { id } = await confirmedOrder(grpc.mine);
    const first = orderOf(await grpc.mine.call(refundOrder, { id, amount: euro(1000n) }));
    expect(first).toMatchObject({ status: OrderStatus.CONFIRMED, refundedAmount: euro(1000n) });
    const tooMuch = await grpc.mine.call(refundOrder, { id, amount: euro(2001n) });
    expect(reason(tooMuch)).toBe('REFUND_TOO_LARGE');
    expect(tooMuch.text).toContain('At most EUR 20.00 of this order is left to refund.');
    const rest = orderOf(await grpc.mine.call(refundOrder, { id }));
    expect(rest).toMatchObject({ status: OrderStatus.REFUNDED, refundedAmount: euro(3000n) });
    expect(await isReserved(id)).toBe(false);
  });

  test('is known by its key after other refunds, also when its answer was lost with its process', async () => {
    const { id } = await confirmedOrder(grpc.mine);
    const key = randomUUID();
    await grpc.mine.call(refundOrder, { id, amount: euro(100n) }, { key });
    await world.rows('update platform.idempotency_keys set status = null, headers = null, body = null where key = $1', [
      key,
    ]);
    await grpc.mine.call(refundOrder, { id, amount: euro(50n) });
    const again = orderOf(await grpc.mine.call(refundOrder, { id, amount: euro(100n) }, { key }));
    expect(again.refundedAmount).toMatchObject(euro(150n));
  });
});

test('a version that is no longer the order’s is ABORTED, and 412 over REST', async () => {
  const { id, version } = await reservedOrder(grpc.mine);
  const answer = await grpc.mine.call(payOrder, { id, paymentToken: 'tok_ok', expectedVersion: version - 1n });
  expect(answer).toMatchObject({
    code: 'ABORTED',
    details: { PreconditionFailure: { violations: [{ type: 'VERSION' }] } },
  });
  const rest = await world.caller.post(`/v1/orders/${id}:cancel`, {}).set('if-match', '"1"');
  expect(problemOf(rest)).toBe('412 precondition-failed');
  const done = await world.caller.post(`/v1/orders/${id}:cancel`, {}).set('if-match', `"${version}"`);
  expect([done.status, done.body.status, done.headers['etag']]).toEqual([
    200,
    'ORDER_STATUS_CANCELED',
    `"${done.body.version}"`,
  ]);
});

test('an order that is not there, or another tenant’s, is NOT_FOUND with ResourceInfo; permission comes first', async () => {
  const other = grpc.as(await world.server.newCaller('Other'));
  const { id } = await reservedOrder(grpc.mine);
  for (const answer of [await grpc.mine.call(getOrder, { id: NO_SUCH_ID }), await other.call(getOrder, { id })]) {
    expect(answer).toMatchObject({ code: 'NOT_FOUND', details: { ResourceInfo: { resourceType: 'oms.v1.Order' } } });
  }
  const viewer = grpc.as(await world.server.callerIn(world.caller, 'viewer'));
  expect((await viewer.call(payOrder, { id: NO_SUCH_ID, paymentToken: 'tok_ok' })).code).toBe('PERMISSION_DENIED');
});

test('pages through a list, newest first, and a token is good for that list and that caller only', async () => {
  const customerId = randomUUID();
  const made: string[] = [];
  for (let each = 0; each < 5; each++) made.push((await reservedOrder(grpc.mine, { customerId })).id);
  const seen: string[] = [];
  let pageToken = '';
  do {
    const { message } = await grpc.mine.call(listOrders, { customerId, pageSize: 2, pageToken });
    seen.push(...(message?.orders ?? []).map(({ id }) => id));
    pageToken = message?.nextPageToken ?? '';
  } while (pageToken !== '');
  expect(seen).toEqual(made.toReversed());
  const first = (await grpc.mine.call(listOrders, { customerId, pageSize: 2 })).message?.nextPageToken ?? '';
  const elsewhere = [
    await grpc.mine.call(listOrders, { pageToken: first }),
    await grpc
      .as(await world.server.callerIn(world.caller, 'admin'))
      .call(listOrders, { customerId, pageToken: first }),
    await grpc.mine.call(listOrders, { customerId, pageToken: `${first.slice(0, -2)}xx` }),
    await grpc.mine.call(listOrders, { pageSize: -1 }),
  ];
  expect(elsewhere.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'INVALID_ARGUMENT'));
});

test('events have no gaps, follow one another, name the request, and are readable as protobuf', async () => {
  const { id } = await reservedOrder(grpc.mine);
  const metadata = { 'x-correlation-id': 'shop-4711' };
  const paid = await grpc.mine.call(payOrder, { id, paymentToken: 'tok_ok' }, { metadata });
  expect(paid.metadata['x-correlation-id']).toBe('shop-4711');
  const events = await world.rows<{ sequence: number; data: Record<string, unknown> }>(
    'select sequence, data from platform.events where subject = $1 order by sequence',
    [`order/${id}`],
  );
  const messages = events.map(({ data }) => fromJson(OrderStatusChangedSchema, data as never));
  expect(messages.map(({ seq, newStatus }) => [Number(seq), newStatus])).toEqual([
    [1, OrderStatus.PENDING],
    [2, OrderStatus.RESERVED],
    [3, OrderStatus.PAID],
    [4, OrderStatus.CONFIRMED],
  ]);
  expect(messages.map(({ schemaVersion }) => schemaVersion)).toEqual([1, 1, 1, 1]);
  expect(messages[3]?.correlationId).toBe('shop-4711');
  expect(toBinary(OrderStatusChangedSchema, messages[0] ?? (undefined as never)).length).toBeGreaterThan(40);
});

test('the internal services are for holders of oms.internal only, and stock cannot fall below what is reserved', async () => {
  await reservedOrder(grpc.mine);
  const { setStock } = InventoryService.method;
  expect(reason(await grpc.mine.call(setStock, { sku: 'SKU-1', onHand: 0n }))).toBe('STOCK_RESERVED');
  const integrator = grpc.as(await world.server.callerIn(world.caller, 'integrator'));
  expect((await integrator.call(setStock, { sku: 'SKU-1', onHand: 1n })).code).toBe('PERMISSION_DENIED');
});

test('a list of half a million empty items is refused before they are looked at', async () => {
  const before = process.cpuUsage();
  const answer = await grpc.mine.send('/oms.v1.OrderService/CreateOrder', Buffer.from('1200'.repeat(500_000), 'hex'));
  const { user, system } = process.cpuUsage(before);
  expect(answer.code).toBe('INVALID_ARGUMENT');
  expect(answer.details['BadRequest']).toMatchObject({
    fieldViolations: [{ description: 'Must have at most 500 items.' }],
  });
  // It took some twenty seconds.
  expect((user + system) / 1_000).toBeLessThan(4_000);
});

test('bytes that are no message are INVALID_ARGUMENT, too many are RESOURCE_EXHAUSTED', async () => {
  const path = '/oms.v1.OrderService/CreateOrder';
  const ill = await grpc.mine.send(path, Buffer.from([0xff, 0xff, 0xff, 0x01]));
  expect(ill).toMatchObject({ code: 'INVALID_ARGUMENT', details: { ErrorInfo: { reason: 'MALFORMED_MESSAGE' } } });
  expect((await grpc.mine.send(path, Buffer.alloc(2 * 1024 * 1024))).code).toBe('RESOURCE_EXHAUSTED');
});
