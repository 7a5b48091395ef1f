import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { InventoryService } from '../../../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { OrderStatus } from '../../../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { useTestApp } from '../../../harness/app.ts';
import { createOrder, EXAMPLE_ORDER, getOrder, orderOf, stock, useGrpc } from '../../../harness/grpc.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);
beforeAll(() => stock(grpc.mine, { 'SKU-1': 1000n, 'SKU-2': 1000n, 'SKU-3': 3n }));

const euro = (amountMinor: bigint) => ({ currency: 'EUR', amountMinor });
const levelOf = async (sku: string) => {
  const { message } = await grpc.mine.call(InventoryService.method.getStock, { skus: [sku] });
  return message?.levels[0];
};

test('answers the order with its total, its stock reserved for 15 minutes', async () => {
  const before = await levelOf('SKU-1');
  const order = orderOf(await grpc.mine.call(createOrder, EXAMPLE_ORDER));
  expect(order).toMatchObject({
    customerId: 'customer-1',
    status: OrderStatus.RESERVED,
    amount: euro(3000n),
    refundedAmount: euro(0n),
    items: EXAMPLE_ORDER.items,
    paymentId: '',
  });
  expect(Number(order.reservedUntil?.seconds) - Number(order.createdAt?.seconds)).toBeCloseTo(900, -1);
  expect((await levelOf('SKU-1'))?.reserved).toBe((before?.reserved ?? 0n) + 2n);
  expect(orderOf(await grpc.mine.call(getOrder, { id: order.id }))).toEqual(order);
});

test('reserves nothing of an order of which one item is short, says which, and keeps the order as canceled', async () => {
  const before = await levelOf('SKU-1');
  const items = [
    { sku: 'SKU-1', qty: 2, price: euro(1n) },
    { sku: 'SKU-3', qty: 4, price: euro(1n) },
    { sku: 'NO-SUCH', qty: 1, price: euro(1n) },
  ];
  const answer = await grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, items });
  expect(answer).toMatchObject({
    code: 'FAILED_PRECONDITION',
    details: {
      ErrorInfo: { reason: 'OUT_OF_STOCK', domain: 'oms.v1', metadata: { currentStatus: 'CANCELED' } },
      PreconditionFailure: {
        violations: [
          { type: 'STOCK', subject: 'NO-SUCH', description: '1 wanted, 0 available' },
          { type: 'STOCK', subject: 'SKU-3', description: '4 wanted, 3 available' },
        ],
      },
    },
  });
  expect(await levelOf('SKU-1')).toEqual(before);
  const told = answer.details['ErrorInfo']?.['metadata'] as { orderId: string } | undefined;
  expect(orderOf(await grpc.mine.call(getOrder, { id: told?.orderId ?? '' })).status).toBe(OrderStatus.CANCELED);
});

test('lets exactly as many orders have a thing as there are, however many ask at once', async () => {
  await stock(grpc.mine, { 'SKU-RARE': 5n });
  const order = { ...EXAMPLE_ORDER, items: [{ sku: 'SKU-RARE', qty: 1, price: euro(1n) }] };
  const answers = await Promise.all(Array.from({ length: 20 }, () => grpc.mine.call(createOrder, order)));
  expect(answers.filter(({ code }) => code === 'OK')).toHaveLength(5);
  expect(answers.filter(({ code }) => code === 'FAILED_PRECONDITION')).toHaveLength(15);
  expect(await levelOf('SKU-RARE')).toMatchObject({ onHand: 5n, reserved: 5n });
});

test('counts the lines of one thing together', async () => {
  await stock(grpc.mine, { 'SKU-TWICE': 3n });
  const line = { sku: 'SKU-TWICE', qty: 2, price: euro(1n) };
  expect((await grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, items: [line, line] })).code).toBe(
    'FAILED_PRECONDITION',
  );
});

describe('under one idempotency key', () => {
  test('makes one order and answers the same bytes, also when all are sent at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => grpc.mine.call(createOrder, EXAMPLE_ORDER, { key })),
    );
    expect(new Set(answers.map(({ code, bytes }) => `${code} ${bytes?.toString('hex')}`)).size).toBe(1);
    const replays = answers.filter(({ metadata }) => metadata['idempotent-replayed'] === 'true');
    expect(replays).toHaveLength(29);
    const id = orderOf(answers[0] ?? (undefined as never)).id;
    expect(
      await world.rows(
        'select id from orders.orders where created_on >= (select created_on from orders.orders where id = $1)',
        [id],
      ),
    ).toHaveLength(1);
  });

  test('answers a refusal again, with the same details', async () => {
    const key = randomUUID();
    const request = { ...EXAMPLE_ORDER, items: [{ sku: 'NO-SUCH', qty: 1, price: euro(1n) }] };
    const [first, second] = [
      await grpc.mine.call(createOrder, request, { key }),
      await grpc.mine.call(createOrder, request, { key }),
    ];
    expect(second).toMatchObject({ code: first.code, text: first.text, details: first.details });
    expect(second.metadata['idempotent-replayed']).toBe('true');
  });

  test('answers ALREADY_EXISTS to another request', async () => {
    const key = randomUUID();
    await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key });
    const answer = await grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, customerId: 'other' }, { key });
    expect(answer).toMatchObject({
      code: 'ALREADY_EXISTS',
      details: { ErrorInfo: { reason: 'IDEMPOTENCY_KEY_REUSED', domain: 'oms.v1' } },
    });
  });

  test('goes on with the order that a process began which then died', async () => {
    const key = randomUUID();
    const order = orderOf(await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key }));
    // As if it had died after the reservation, with the answer not written.
    await world.rows(
      `update orders.orders set status = 'PENDING', stock = 'none', reserved_until = null where id = $1`,
      [order.id],
    );
    await world.rows(`update platform.idempotency_keys set status = null, headers = null, body = null where key = $1`, [
      key,
    ]);
    const again = orderOf(await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key }));
    expect(again).toMatchObject({ id: order.id, status: OrderStatus.RESERVED });
    expect(
      await world.rows('select id from orders.reservations where order_id = $1 and is_live', [order.id]),
    ).toHaveLength(1);
  });
});

describe('refuses', () => {
  const refused: [string, object, string][] = [
    ['no customer', { customerId: '' }, 'customer_id'],
    ['a customer that is too long', { customerId: 'x'.repeat(65) }, 'customer_id'],
    ['a NUL in a text', { customerId: 'a\u0000b' }, 'customer_id'],
    ['no items', { items: [] }, 'items'],
    ['too many items', { items: Array.from({ length: 501 }, () => EXAMPLE_ORDER.items[0]) }, 'items'],
    ['a quantity of none', { items: [{ ...EXAMPLE_ORDER.items[0], qty: 0 }] }, 'items[0].qty'],
    ['an item without a price', { items: [{ sku: 'SKU-1', qty: 1 }] }, 'items[0].price'],
    ['a negative price', { items: [{ sku: 'SKU-1', qty: 1, price: euro(-1n) }] }, 'items[0].price.amount_minor'],
    [
      'no currency',
      { items: [{ sku: 'SKU-1', qty: 1, price: { currency: 'euro', amountMinor: 1n } }] },
      'items[0].price.currency',
    ],
    [
      'a currency that there is not',
      { items: [{ sku: 'SKU-1', qty: 1, price: { currency: 'QQQ', amountMinor: 1n } }] },
      'items[0].price.currency',
    ],
    [
      'a currency that is no more',
      { items: [{ sku: 'SKU-1', qty: 1, price: { currency: 'HRK', amountMinor: 1n } }] },
      'items[0].price.currency',
    ],
    [
      'two currencies',
      { items: [...EXAMPLE_ORDER.items, { sku: 'SKU-1', qty: 1, price: { currency: 'USD', amountMinor: 1n } }] },
      '',
    ],
    ['a total past an int64', { items: [{ sku: 'SKU-1', qty: 1_000_000, price: euro(2n ** 62n) }] }, 'items'],
    ['another total than was expected', { expectedAmount: euro(2999n) }, 'expected_amount'],
  ];
  test.each(refused)('%s, naming the field', async (_what, changes, field) => {
    const answer = await grpc.mine.call(createOrder, { ...EXAMPLE_ORDER, ...changes });
    expect(answer).toMatchObject({
      code: 'INVALID_ARGUMENT',
      details: { ErrorInfo: { reason: 'VALIDATION', domain: 'oms.v1' } },
    });
    const { fieldViolations } = answer.details['BadRequest'] as {
      fieldViolations: { field?: string; description: string }[];
    };
    expect(fieldViolations.map((violation) => violation.field ?? '')).toContain(field);
    expect(fieldViolations.every(({ description }) => description.length > 5)).toBe(true);
  });

  test('several at once, the first in the words and with the names of the proto', async () => {
    const items = [{ sku: 'SKU-1', qty: 0, price: euro(1n) }];
    const answer = await grpc.mine.call(createOrder, { customerId: '', items });
    expect(answer.text).toBe('customer_id: Must be at least 1 characters. (and 1 more, see the field violations)');
    const one = await grpc.mine.call(createOrder, { customerId: 'c-1', items });
    expect(one.text).toMatch(/^items\[0\]\.qty: Must be /);
  });

  test('a call without an idempotency key, or with one that is none', async () => {
    const without = await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key: null });
    expect(without).toMatchObject({
      code: 'INVALID_ARGUMENT',
      details: { ErrorInfo: { reason: 'IDEMPOTENCY_KEY_REQUIRED' } },
    });
    const long = await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key: 'k'.repeat(256) });
    expect(long).toMatchObject({
      code: 'INVALID_ARGUMENT',
      details: { ErrorInfo: { reason: 'MALFORMED_IDEMPOTENCY_KEY' } },
    });
    // How HTTP/2 hands over two values of one name.
    for (const key of ['a, b', '"a", "b"']) {
      const two = await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key });
      expect(two.details['ErrorInfo']).toMatchObject({ reason: 'MALFORMED_IDEMPOTENCY_KEY' });
    }
    expect((await grpc.mine.call(createOrder, EXAMPLE_ORDER, { key: '"a, b"' })).code).toBe('OK');
  });

  test('whoever has no credentials, or lacks the permission', async () => {
    const anonymous = await grpc.mine.call(createOrder, EXAMPLE_ORDER, { authorization: null });
    expect(anonymous).toMatchObject({ code: 'UNAUTHENTICATED', details: { ErrorInfo: { reason: 'UNAUTHENTICATED' } } });
    const viewer = grpc.as(await world.server.callerIn(world.caller, 'viewer'));
    expect(await viewer.call(createOrder, EXAMPLE_ORDER)).toMatchObject({
      code: 'PERMISSION_DENIED',
      details: { ErrorInfo: { reason: 'FORBIDDEN', metadata: { permission: 'oms.orders:write' } } },
    });
  });
});

test('leaves another tenant’s stock alone', async () => {
  const other = grpc.as(await world.server.newCaller('Other'));
  expect(await other.call(createOrder, EXAMPLE_ORDER)).toMatchObject({
    code: 'FAILED_PRECONDITION',
    details: { ErrorInfo: { reason: 'OUT_OF_STOCK' } },
  });
});

test('asks the database three times (the claim, the order with its stock, the answer), and once to read it', async () => {
  const warm = orderOf(await grpc.mine.call(createOrder, EXAMPLE_ORDER));
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const namesOf = () =>
    asked.mock.calls.map(([statement]) => (statement as unknown as { name?: string }).name ?? 'unnamed');
  try {
    await grpc.mine.call(createOrder, EXAMPLE_ORDER);
    expect(namesOf()).toEqual(['claim-idempotency-key', 'insert-reserved-order', 'finish-idempotency-key']);
    asked.mockClear();
    await grpc.mine.call(getOrder, { id: warm.id });
    expect(namesOf()).toEqual(['find-order']);
  } finally {
    asked.mockRestore();
  }
});
