import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { InventoryService } from '../../../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { PaymentService } from '../../../../src/platform/generated/proto/oms/v1/payment_service_pb.ts';
import { type Payment, PaymentStatus } from '../../../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { useTestApp } from '../../../harness/app.ts';
import { type GrpcAnswer, stock, useGrpc } from '../../../harness/grpc.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);
const euro = (amountMinor: bigint) => ({ currency: 'EUR', amountMinor });
const { reserve, release, setStock, getStock } = InventoryService.method;
const { hold, capture, refund } = PaymentService.method;
const reason = ({ details }: GrpcAnswer<unknown>) => details['ErrorInfo']?.['reason'];

describe('InventoryService', () => {
  beforeAll(() => stock(grpc.mine, { A: 10n, B: 10n }));
  const items = (qty: number) => ['A', 'B'].map((sku) => ({ sku, qty, price: euro(1n) }));
  const levels = async () => (await grpc.mine.call(getStock, { skus: ['B', 'NEVER', 'A'] })).message?.levels ?? [];

  test('reserves all items or none, once for an order, and frees them once', async () => {
    const orderId = randomUUID();
    const first = await grpc.mine.call(reserve, { orderId, items: items(4) });
    expect(first.code).toBe('OK');
    const until = Number(first.message?.reservedUntil?.seconds) * 1_000;
    expect(until - Date.now()).toBeGreaterThan(14 * 60_000);
    // Another call, under another key: it is the order that names the reservation.
    const again = await grpc.mine.call(reserve, { orderId, items: items(4) });
    expect(again.message).toEqual(first.message);
    expect(await levels()).toMatchObject([
      { sku: 'B', onHand: 10n, reserved: 4n },
      { sku: 'NEVER', onHand: 0n, reserved: 0n },
      { sku: 'A', onHand: 10n, reserved: 4n },
    ]);
    const short = await grpc.mine.call(reserve, { orderId: randomUUID(), items: items(7) });
    expect(reason(short)).toBe('OUT_OF_STOCK');
    expect((await grpc.mine.call(release, { orderId, reason: 'test' })).message?.released).toBe(true);
    expect((await grpc.mine.call(release, { orderId, reason: 'test' })).message?.released).toBe(false);
    expect(await levels()).toMatchObject([{ reserved: 0n }, { reserved: 0n }, { reserved: 0n }]);
  });

  test('never reserves for an order that was released before, so that a call which comes late takes nothing', async () => {
    const orderId = randomUUID();
    expect((await grpc.mine.call(release, { orderId })).message?.released).toBe(false);
    const late = await grpc.mine.call(reserve, { orderId, items: items(1) });
    expect(late).toMatchObject({
      details: {
        ErrorInfo: { reason: 'OUT_OF_STOCK' },
        PreconditionFailure: { violations: [{ type: 'RESERVATION', subject: orderId, description: 'released' }] },
      },
    });
    expect(await levels()).toMatchObject([{ reserved: 0n }, { reserved: 0n }, { reserved: 0n }]);
  });

  test('keeps what is reserved for as long as the caller says', async () => {
    const answer = await grpc.mine.call(reserve, {
      orderId: randomUUID(),
      items: items(1),
      ttl: { seconds: 60n, nanos: 0 },
    });
    expect(Number(answer.message?.reservedUntil?.seconds) * 1_000 - Date.now()).toBeLessThan(61_000);
  });

  test('a level that is set is in the audit, with the one before', async () => {
    await grpc.mine.call(setStock, { sku: 'AUDITED', onHand: 5n });
    await grpc.mine.call(setStock, { sku: 'AUDITED', onHand: 7n });
    const { rows } = await world.server.app.db.pool.query(
      `select action, actor_kind as kind, before, after from platform.audit_events where resource = 'stock/AUDITED' order by id`,
    );
    expect(rows).toMatchObject([
      { action: 'setStock', kind: 'token', before: null, after: { onHand: '5' } },
      { kind: 'token', before: { onHand: '5' }, after: { onHand: '7' } },
    ]);
  });

  test('is each tenant’s own', async () => {
    const other = grpc.as(await world.server.newCaller('Other'));
    expect((await other.call(getStock, { skus: ['A'] })).message?.levels).toMatchObject([{ onHand: 0n }]);
    expect((await other.call(setStock, { sku: 'A', onHand: 1n })).message?.level).toMatchObject({
      onHand: 1n,
      reserved: 0n,
    });
    expect((await grpc.mine.call(getStock, { skus: ['A'] })).message?.levels).toMatchObject([{ onHand: 10n }]);
  });
});

describe('PaymentService', () => {
  const paymentOf = (answer: GrpcAnswer<{ payment?: Payment | undefined }>): Payment => {
    const payment = answer.message?.payment;
    if (payment === undefined) throw new Error(`${answer.code}: ${answer.text}`);
    return payment;
  };
  const held = async (amountMinor = 1000n) =>
    paymentOf(await grpc.mine.call(hold, { orderId: randomUUID(), amount: euro(amountMinor), paymentToken: 'tok_ok' }));

  test('holds, captures part, gives part of it back, then the rest', async () => {
    const payment = await held();
    expect(payment).toMatchObject({
      status: PaymentStatus.HELD,
      amount: euro(1000n),
      capturedAmount: euro(0n),
      provider: 'sandbox',
    });
    const { id: paymentId } = payment;
    const captured = paymentOf(await grpc.mine.call(capture, { paymentId, amount: euro(800n) }));
    expect(captured).toMatchObject({ status: PaymentStatus.CAPTURED, capturedAmount: euro(800n) });
    const part = await grpc.mine.call(refund, { paymentId, amount: euro(300n) });
    expect(paymentOf(part)).toMatchObject({ status: PaymentStatus.PARTIALLY_REFUNDED, refundedAmount: euro(300n) });
    expect(part.message?.refundId).not.toBe('');
    expect(reason(await grpc.mine.call(refund, { paymentId, amount: euro(501n) }))).toBe('REFUND_REFUSED');
    expect(paymentOf(await grpc.mine.call(refund, { paymentId }))).toMatchObject({
      status: PaymentStatus.REFUNDED,
      refundedAmount: euro(800n),
    });
  });

  test('captures once, and nothing that was given back: another key is refused, the same one answered again', async () => {
    const { id: paymentId } = await held(1000n);
    const key = randomUUID();
    const first = await grpc.mine.call(capture, { paymentId, amount: euro(600n) }, { key });
    expect((await grpc.mine.call(capture, { paymentId, amount: euro(600n) }, { key })).bytes).toEqual(first.bytes);
    expect(await grpc.mine.call(capture, { paymentId })).toMatchObject({
      code: 'FAILED_PRECONDITION',
      text: 'Cannot capture a payment in CAPTURED status',
      details: { ErrorInfo: { reason: 'INVALID_STATE_TRANSITION', metadata: { currentStatus: 'CAPTURED' } } },
    });
    await grpc.mine.call(refund, { paymentId });
    expect(reason(await grpc.mine.call(refund, { paymentId }))).toBe('INVALID_STATE_TRANSITION');

    const { id: voided } = await held();
    await grpc.mine.call(refund, { paymentId: voided });
    for (const method of [capture, refund])
      expect(reason(await grpc.mine.call(method, { paymentId: voided }))).toBe('INVALID_STATE_TRANSITION');
    const [captured] = await world.rows(
      `select coalesce(sum(amount_minor), 0)::int as minor from sandbox_payments.entries
        where kind = 'capture' and refusal is null and payment_id = any($1::uuid[])`,
      [[paymentId, voided]],
    );
    expect(captured).toEqual({ minor: 600 });
  });

  test('a payment of one id is held once', async () => {
    const request = { orderId: randomUUID(), amount: euro(5n), paymentToken: 'tok_ok', paymentId: randomUUID() };
    expect((await grpc.mine.call(hold, request)).code).toBe('OK');
    expect(reason(await grpc.mine.call(hold, request))).toBe('INVALID_STATE_TRANSITION');
  });

  test('a capture whose answer was lost is had by asking again', async () => {
    const holding = { orderId: randomUUID(), amount: euro(5n), paymentToken: 'tok_lost_answer' };
    const key = randomUUID();
    await grpc.mine.call(hold, holding, { key });
    const { id: paymentId } = paymentOf(await grpc.mine.call(hold, holding, { key }));
    const capturing = randomUUID();
    expect((await grpc.mine.call(capture, { paymentId }, { key: capturing })).code).toBe('DEADLINE_EXCEEDED');
    const answer = await grpc.mine.call(capture, { paymentId }, { key: capturing });
    expect(paymentOf(answer)).toMatchObject({ status: PaymentStatus.CAPTURED, capturedAmount: euro(5n) });
  });

  test('gives back a hold that is not captured', async () => {
    const { id: paymentId } = await held();
    expect(paymentOf(await grpc.mine.call(refund, { paymentId }))).toMatchObject({
      status: PaymentStatus.VOIDED,
      capturedAmount: euro(0n),
    });
  });

  test('a declined hold is a payment that FAILED; more than is held is not captured', async () => {
    const answer = await grpc.mine.call(hold, {
      orderId: randomUUID(),
      amount: euro(1n),
      paymentToken: 'tok_declined',
    });
    expect(paymentOf(answer).status).toBe(PaymentStatus.FAILED);
    const { id: paymentId } = await held(1000n);
    const refused = paymentOf(await grpc.mine.call(capture, { paymentId, amount: euro(1001n) }));
    expect(refused).toMatchObject({ status: PaymentStatus.FAILED, capturedAmount: euro(0n) });
  });

  test('the same key is the same operation, and an answer that was lost is had by asking again', async () => {
    const key = randomUUID();
    const request = { orderId: randomUUID(), amount: euro(5n), paymentToken: 'tok_lost_answer' };
    expect((await grpc.mine.call(hold, request, { key })).code).toBe('DEADLINE_EXCEEDED');
    const first = await grpc.mine.call(hold, request, { key });
    expect(paymentOf(first).status).toBe(PaymentStatus.HELD);
    expect((await grpc.mine.call(hold, request, { key })).bytes).toEqual(first.bytes);
    expect(
      await world.rows('select kind from sandbox_payments.entries where order_id = $1', [request.orderId]),
    ).toHaveLength(1);
  });

  test('refuses another currency, another tenant’s payment, and whoever lacks oms.internal', async () => {
    const { id: paymentId } = await held();
    const wrong = await grpc.mine.call(capture, { paymentId, amount: { currency: 'USD', amountMinor: 1n } });
    expect(wrong).toMatchObject({
      code: 'INVALID_ARGUMENT',
      details: { BadRequest: { fieldViolations: [{ field: 'amount.currency' }] } },
    });
    const other = grpc.as(await world.server.newCaller('Another'));
    expect((await other.call(capture, { paymentId })).code).toBe('NOT_FOUND');
    const integrator = grpc.as(await world.server.callerIn(world.caller, 'integrator'));
    expect((await integrator.call(capture, { paymentId })).code).toBe('PERMISSION_DENIED');
  });
});
