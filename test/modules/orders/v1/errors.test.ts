import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { status as Code } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { InventoryService } from '../../../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { PaymentService } from '../../../../src/platform/generated/proto/oms/v1/payment_service_pb.ts';
import { PaymentStatus } from '../../../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { NO_SUCH_ID, useTestApp } from '../../../harness/app.ts';
import {
  cancelOrder,
  confirmedOrder,
  createOrder,
  EXAMPLE_ORDER,
  type GrpcAnswer,
  getOrder,
  listOrders,
  payOrder,
  refundOrder,
  reservedOrder,
  stock,
  useGrpc,
} from '../../../harness/grpc.ts';
import { startStandIn } from '../../../harness/stand-in.ts';
import { createTestDatabase } from '../../../harness.ts';

const systems = await startStandIn(PaymentService);
afterAll(() => systems[Symbol.asyncDispose]());
/** The payments are another company's, which fails when it is asked to. */
const world = useTestApp(createTestDatabase, { config: { remote: { payments: { url: systems.url } } } });
const grpc = useGrpc(world);

const tokens = new Map<unknown, unknown>();
systems.answer = ({ method, message: { paymentId, paymentToken } }) => {
  if (method === 'Hold') tokens.set(paymentId, paymentToken);
  const token = tokens.get(paymentId);
  if (method === 'Capture' && token === 'tok_broken') return { code: Code.INTERNAL, details: 'a fault' };
  if (method === 'Refund' && token === 'tok_final') return { code: Code.FAILED_PRECONDITION, details: 'disputed' };
  const done = { Hold: PaymentStatus.HELD, Capture: PaymentStatus.CAPTURED }[method] ?? PaymentStatus.REFUNDED;
  const status = token === 'tok_declined' ? PaymentStatus.FAILED : done;
  return { message: { payment: { id: String(paymentId), status, provider: 'acme' } } };
};

const euro = (amountMinor: bigint) => ({ currency: 'EUR', amountMinor });
const { setStock, reserve } = InventoryService.method;
const { hold, capture } = PaymentService.method;
const CREATE = '/oms.v1.OrderService/CreateOrder';

/** A claim on a key of this call, as another process that lives would have it. Whoever repeats it waits, and is told after ten seconds. */
let inProgress: Promise<GrpcAnswer<unknown>>;
beforeAll(async () => {
  await stock(grpc.mine, { 'SKU-1': 1000n, 'SKU-2': 1000n });
  const key = randomUUID();
  await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key });
  await world.rows(
    `update platform.idempotency_keys set status = null, headers = null, body = null, claimant = 'another', claimed_on = now() + interval '1 hour'
      where key = $1`,
    [key],
  );
  inProgress = grpc.mine.call(createOrder, EXAMPLE_ORDER, { key });
});

type Row = [reason: string, code: string, what: string, ask: () => Promise<GrpcAnswer<unknown>>];

const WALK: Row[] = [
  [
    'VALIDATION',
    'INVALID_ARGUMENT',
    'a field that breaks its rule',
    () => grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, customerId: '' }),
  ],
  [
    'VALIDATION',
    'INVALID_ARGUMENT',
    'a rule that no annotation can say',
    () => grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, expectedAmount: euro(1n) }),
  ],
  [
    'VALIDATION',
    'INVALID_ARGUMENT',
    'a page token of another list',
    () => grpc.mine.call(listOrders, { pageToken: 'x' }),
  ],
  ['VALIDATION', 'INVALID_ARGUMENT', 'a negative page size', () => grpc.mine.call(listOrders, { pageSize: -1 })],
  [
    'MALFORMED_MESSAGE',
    'INVALID_ARGUMENT',
    'bytes that are no message',
    () => grpc.mine.send(CREATE, Buffer.from([0xff])),
  ],
  [
    'IDEMPOTENCY_KEY_REQUIRED',
    'INVALID_ARGUMENT',
    'a mutation without a key',
    () => grpc.mine.call(createOrder, EXAMPLE_ORDER, { key: null }),
  ],
  [
    'MALFORMED_IDEMPOTENCY_KEY',
    'INVALID_ARGUMENT',
    'a key that is too long',
    () => grpc.mine.call(createOrder, EXAMPLE_ORDER, { key: 'k'.repeat(256) }),
  ],
  [
    'IDEMPOTENCY_KEY_REUSED',
    'ALREADY_EXISTS',
    'a key that came with another request',
    async () => {
      const key = randomUUID();
      await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key });
      return grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, customerId: 'other' }, { key });
    },
  ],
  ['NOT_FOUND', 'NOT_FOUND', 'an order that is not there', () => grpc.mine.call(getOrder, { id: NO_SUCH_ID })],
  [
    'NOT_FOUND',
    'NOT_FOUND',
    'an order to pay that is not there',
    () => grpc.mine.call(payOrder, { id: NO_SUCH_ID, paymentToken: 'tok_ok' }),
  ],
  ['NOT_FOUND', 'NOT_FOUND', 'a payment that is not there', () => grpc.mine.call(capture, { paymentId: NO_SUCH_ID })],
  [
    'INVALID_STATE_TRANSITION',
    'FAILED_PRECONDITION',
    'a cancellation of what is confirmed',
    async () => grpc.mine.call(cancelOrder, { id: (await confirmedOrder(grpc.mine)).id }),
  ],
  [
    'OUT_OF_STOCK',
    'FAILED_PRECONDITION',
    'an order of what there is not',
    () => grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, items: [{ sku: 'NONE', qty: 1, price: euro(1n) }] }),
  ],
  [
    'OUT_OF_STOCK',
    'FAILED_PRECONDITION',
    'a reservation of what there is not',
    () => grpc.mine.call(reserve, { orderId: randomUUID(), items: [{ sku: 'NONE', qty: 1, price: euro(1n) }] }),
  ],
  [
    'PAYMENT_DECLINED',
    'FAILED_PRECONDITION',
    'a payment that is declined',
    async () => grpc.mine.call(payOrder, { id: (await reservedOrder(grpc.mine)).id, paymentToken: 'tok_declined' }),
  ],
  [
    'REFUND_TOO_LARGE',
    'FAILED_PRECONDITION',
    'a refund of more than is left',
    async () => grpc.mine.call(refundOrder, { id: (await confirmedOrder(grpc.mine)).id, amount: euro(3001n) }),
  ],
  [
    'REFUND_REFUSED',
    'FAILED_PRECONDITION',
    'a refund that the payment system refuses',
    async () => {
      const { id } = await reservedOrder(grpc.mine);
      await grpc.mine.call(payOrder, { id, paymentToken: 'tok_final' });
      return grpc.mine.call(refundOrder, { id });
    },
  ],
  [
    'STOCK_RESERVED',
    'FAILED_PRECONDITION',
    'less stock than is reserved',
    async () => {
      await reservedOrder(grpc.mine);
      return grpc.mine.call(setStock, { sku: 'SKU-1', onHand: 0n });
    },
  ],
  [
    'PRECONDITION_FAILED',
    'ABORTED',
    'a version that is no longer the order’s',
    async () => grpc.mine.call(cancelOrder, { id: (await reservedOrder(grpc.mine)).id, expectedVersion: 1n }),
  ],
  [
    'ORDER_BUSY',
    'ABORTED',
    'a cancellation while a payment is under way',
    async () => {
      const { id } = await reservedOrder(grpc.mine);
      await grpc.mine.call(payOrder, { id, paymentToken: 'tok_broken' });
      return grpc.mine.call(cancelOrder, { id });
    },
  ],
  [
    'CONCURRENT_CHANGE',
    'ABORTED',
    'an order that others keep changing',
    async () => {
      const { id } = await reservedOrder(grpc.mine);
      // Whatever is read is changed before it is written.
      await world.rows(`create function never() returns trigger language plpgsql as 'begin return null; end'`);
      await world.rows(
        `create trigger always_too_late before update on orders.orders for each row when (old.id = '${id}') execute function never()`,
      );
      return grpc.mine.call(cancelOrder, { id });
    },
  ],
  ['IDEMPOTENCY_IN_PROGRESS', 'UNAVAILABLE', 'a key that another process works on', () => inProgress],
  [
    'DEPENDENCY_UNAVAILABLE',
    'UNAVAILABLE',
    'a payment system that fails',
    async () => grpc.mine.call(payOrder, { id: (await reservedOrder(grpc.mine)).id, paymentToken: 'tok_broken' }),
  ],
  [
    'DEPENDENCY_TIMEOUT',
    'DEADLINE_EXCEEDED',
    'a payment system whose answer is lost',
    () => grpc.mine.call(hold, { orderId: randomUUID(), amount: euro(1n), paymentToken: 'tok_lost_answer' }),
  ],
  [
    'SERVICE_UNAVAILABLE',
    'UNAVAILABLE',
    'a database that does not answer',
    async () => {
      const lost = Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
      const query = vi.spyOn(world.server.app.db.pool, 'query').mockImplementation(() => Promise.reject(lost) as never);
      return grpc.mine.call(getOrder, { id: NO_SUCH_ID }).finally(() => query.mockRestore());
    },
  ],
  [
    'UNAUTHENTICATED',
    'UNAUTHENTICATED',
    'no credentials',
    () => grpc.mine.call(getOrder, { id: NO_SUCH_ID }, { authorization: null }),
  ],
  [
    'UNAUTHENTICATED',
    'UNAUTHENTICATED',
    'a key that nobody has',
    () => grpc.mine.call(getOrder, { id: NO_SUCH_ID }, { authorization: 'ApiKey no' }),
  ],
  [
    'FORBIDDEN',
    'PERMISSION_DENIED',
    'no permission, whether the order is there or not',
    async () =>
      grpc
        .as(await world.server.callerIn(world.caller, 'viewer'))
        .call(payOrder, { id: NO_SUCH_ID, paymentToken: 'x' }),
  ],
  [
    'RATE_LIMITED',
    'RESOURCE_EXHAUSTED',
    'more calls than are allowed',
    async () => {
      const caller = await world.server.newCaller('Small');
      await world.server.app.authorizing.setRateLimits(caller.tenantId, { read: 1 });
      await grpc.as(caller).call(listOrders, {});
      return grpc.as(caller).call(listOrders, {});
    },
  ],
  [
    'PAYLOAD_TOO_LARGE',
    'RESOURCE_EXHAUSTED',
    'a message that is too large',
    () => grpc.mine.send(CREATE, Buffer.alloc(2 * 1024 * 1024)),
  ],
  [
    'INTERNAL',
    'INTERNAL',
    'a fault of ours',
    async () => {
      const { id } = await reservedOrder(grpc.mine);
      await world.rows(`update orders.orders set items = '{}' where id = $1`, [id]);
      return grpc.mine.call(getOrder, { id });
    },
  ],
];

/** What a status of this code carries beside its ErrorInfo. */
const DETAILS: Readonly<Record<string, Record<string, unknown>>> = {
  INVALID_ARGUMENT: {
    BadRequest: {
      fieldViolations: expect.arrayContaining([expect.objectContaining({ description: expect.any(String) })]),
    },
  },
  ALREADY_EXISTS: {},
  NOT_FOUND: {
    ResourceInfo: {
      resourceType: expect.stringMatching(/^oms\.v1\.(Order|Payment)$/),
      resourceName: NO_SUCH_ID,
      description: expect.any(String),
    },
  },
  FAILED_PRECONDITION: {
    PreconditionFailure: {
      violations: expect.arrayContaining([expect.objectContaining({ type: expect.any(String) })]),
    },
  },
  ABORTED: {
    PreconditionFailure: {
      violations: expect.arrayContaining([expect.objectContaining({ description: expect.any(String) })]),
    },
  },
  UNAVAILABLE: { RetryInfo: { retryDelay: expect.stringMatching(/^\d+s$/) } },
  DEADLINE_EXCEEDED: { RetryInfo: { retryDelay: expect.stringMatching(/^\d+s$/) } },
  UNAUTHENTICATED: {},
  PERMISSION_DENIED: {},
  RESOURCE_EXHAUSTED: {
    QuotaFailure: { violations: [{ subject: expect.any(String), description: expect.any(String) }] },
  },
  INTERNAL: { RequestInfo: { requestId: expect.any(String) } },
};

describe('every error says its reason and what its code is about', () => {
  test.each(WALK)('%s is %s: %s', async (reason, code, _what, ask) => {
    const answer = await ask();
    expect(answer.code).toBe(code);
    expect(answer.details).toMatchObject({ ErrorInfo: { reason, domain: 'oms.v1' }, ...DETAILS[code] });
    expect(answer.text.length).toBeGreaterThan(20);
    expect(answer.metadata['x-correlation-id']).toBeTruthy();
  });

  test('an illegal transition says where the order is and what is allowed', async () => {
    const { id } = await confirmedOrder(grpc.mine);
    const { details } = await grpc.mine.call(payOrder, { id, paymentToken: 'tok_ok' });
    expect(details['PreconditionFailure']).toEqual({
      violations: [{ type: 'STATUS', subject: 'CONFIRMED', description: expect.stringContaining('Allowed: refund.') }],
    });
  });
});

describe('the walk', () => {
  /** Where everything that is thrown at a call is made. */
  const MAKERS = [
    'modules/orders/errors',
    'platform/grpc-call',
    'platform/admit',
    'platform/idempotency-key',
    'platform/problem',
  ];

  test('misses no error that a call can meet', async () => {
    const sources = await Promise.all(MAKERS.map((name) => readFile(`src/${name}.ts`, 'utf8')));
    const types = sources.flatMap((source) =>
      [...source.matchAll(/^ {4}type: (?!Type)(.*),$/gm)].flatMap(([, value = '']) =>
        [...value.matchAll(/'([a-z-]+)'/g)].map(([, type]) => type),
      ),
    );
    expect(types.length).toBeGreaterThan(15);
    const reasons = types.map((type = '') => type.replaceAll('-', '_').toUpperCase());
    const walked = new Set(WALK.map(([reason]) => reason));
    expect(reasons.filter((reason) => !walked.has(reason))).toEqual([]);
  });

  test('meets every code that the contract names', () => {
    expect(new Set(WALK.map(([, code]) => code))).toEqual(new Set(Object.keys(DETAILS)));
  });
});
