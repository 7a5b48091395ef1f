import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf, NO_SUCH_ID, problemOf, useTestApp } from '../../../harness/app.ts';
import { createOrder, stock, useGrpc } from '../../../harness/grpc.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);
beforeAll(() => stock(grpc.mine, { 'SKU-1': 1000n }));

const ORDERS = '/v1/orders';
const BODY = {
  customerId: 'c-1',
  items: [{ sku: 'SKU-1', qty: 2, price: { currency: 'EUR', amountMinor: '4503599627370497' } }],
};
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  world.caller.post(path, body).set(headers);
const created = async (): Promise<Response> => {
  const answer = await post(ORDERS, BODY);
  expect(answer.status).toBe(201);
  return answer;
};
const paid = async (): Promise<Response> => {
  const { id } = (await created()).body;
  return post(`${ORDERS}/${id}:pay`, { paymentToken: 'tok_ok' });
};

test('creates, reads, lists, pays and refunds an order, int64 as strings and versions as ETags', async () => {
  const order = await created();
  const self = `${ORDERS}/${order.body.id}`;
  expect(order.headers).toMatchObject({ location: self, etag: `"${order.body.version}"` });
  // More than a double holds exactly.
  expect(order.body).toMatchObject({
    status: 'ORDER_STATUS_RESERVED',
    version: '2',
    amount: { currency: 'EUR', amountMinor: '9007199254740994' },
  });
  const read = await world.caller.get(self);
  expect([read.status, read.body, read.headers['etag']]).toEqual([200, order.body, order.headers['etag']]);
  const list = await world.caller.get(`${ORDERS}?pageSize=1&customerId=c-1&statuses=ORDER_STATUS_RESERVED`);
  expect(list.body.orders).toEqual([order.body]);
  const confirmed = await post(`${self}:pay`, { paymentToken: 'tok_ok' }, { 'if-match': order.headers['etag'] ?? '' });
  expect(confirmed.body.status).toBe('ORDER_STATUS_CONFIRMED');
  expect(confirmed.headers['etag']).toBe(`"${confirmed.body.version}"`);
  const refunded = await post(`${self}:refund`, { amount: { currency: 'EUR', amountMinor: '9007199254740993' } });
  expect(refunded.body).toMatchObject({
    status: 'ORDER_STATUS_CONFIRMED',
    refundedAmount: { amountMinor: '9007199254740993' },
  });
});

test('a tag that was read answers 304 while the order is the same', async () => {
  const { body, headers } = await created();
  const read = await world.caller.get(`${ORDERS}/${body.id}`).set('if-none-match', headers['etag'] ?? '');
  expect([read.status, read.text]).toEqual([304, '']);
});

test('a query beside a body is refused: nothing of a request is read from two places', async () => {
  const { body: order } = await created();
  for (const path of [ORDERS, `${ORDERS}/${order.id}:cancel`]) {
    expect(problemOf(await post(`${path}?reason=x`, { reason: 'y' }))).toBe('400 validation');
  }
});

/** Each change of an order that is there: what it is asked with, and an order that allows it. */
const CHANGES: [verb: string, body: object, ready: () => Promise<Response>][] = [
  ['pay', { paymentToken: 'tok_ok' }, created],
  ['cancel', { cancelReason: 'CANCEL_REASON_CUSTOMER', reason: 'too late' }, created],
  ['refund', {}, paid],
];

describe.each(CHANGES)('%s', (verb, body, ready) => {
  test('goes by If-Match: 412 for another version, 400 for what is none', async () => {
    const { body: order, headers } = await ready();
    const path = `${ORDERS}/${order.id}:${verb}`;
    const etag = headers['etag'] ?? '';
    for (const stale of ['"1"', 'W/"1"', `"1", W/${etag}`, '"1", "99"']) {
      const refused = await post(path, body, { 'if-match': stale });
      expect(problemOf(refused)).toBe('412 precondition-failed');
      expect(refused.body.currentVersion).toBe(order.version);
      expect(refused.body.detail.includes(`Send ${etag}`)).toBe(stale.includes(etag));
    }
    expect(problemOf(await post(path, body, { 'if-match': 'nonsense' }))).toBe('400 malformed-if-match');
    const done = await post(path, body, { 'if-match': `"1", ${etag}` });
    expect([done.status, Number(done.body.version) > Number(order.version)]).toEqual([200, true]);
  });

  test('is done once under an Idempotency-Key, and answered byte for byte', async () => {
    const { body: order } = await ready();
    const path = `${ORDERS}/${order.id}:${verb}`;
    const key = { 'idempotency-key': randomUUID() };
    const first = await post(path, body, key);
    const again = await post(path, body, key);
    expect([again.status, again.text, again.headers['etag']]).toEqual([
      first.status,
      first.text,
      first.headers['etag'],
    ]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(problemOf(await post(path, { ...body, expectedVersion: '9' }, key))).toBe('422 idempotency-key-reused');
  });

  test('is 404 for an order that is not there, and 409 with what is allowed for one that does not allow it', async () => {
    expect(problemOf(await post(`${ORDERS}/${NO_SUCH_ID}:${verb}`, body))).toBe('404 not-found');
    const { body: order } = await created();
    await post(`${ORDERS}/${order.id}:cancel`, {});
    const refused = await post(`${ORDERS}/${order.id}:${verb}`, body);
    expect(problemOf(refused)).toBe('409 invalid-state-transition');
    expect(refused.body).toMatchObject({ currentStatus: 'ORDER_STATUS_CANCELED', allowedTransitions: [] });
  });
});

test('an order is canceled, or refunded whole, without a body: no field of it is required', async () => {
  const { body: order } = await created();
  const canceled = await world.caller.post(`${ORDERS}/${order.id}:cancel`);
  expect(canceled.body.status).toBe('ORDER_STATUS_CANCELED');
  const { body: sold } = await paid();
  const refunded = await world.caller.post(`${ORDERS}/${sold.id}:refund`);
  expect(refunded.body).toMatchObject({ status: 'ORDER_STATUS_REFUNDED', refundedAmount: sold.amount });
  expect(problemOf(await world.caller.post(`${ORDERS}/${order.id}:pay`))).toBe('400 validation');
});

test('a page token of another list is a fault of the query', async () => {
  const refused = await world.caller.get(`${ORDERS}?pageToken=made-up`);
  expect(problemOf(refused)).toBe('400 validation');
  expect(fieldsOf(refused)).toEqual(['Query.PageToken /pageToken']);
  expect(refused.body.detail).toMatch(/^Query\.PageToken: Is not the token of a next page/);
});

test('a creation is made once under an Idempotency-Key', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const [first, again] = [await post(ORDERS, BODY, key), await post(ORDERS, BODY, key)];
  expect([again.status, again.text, again.headers['location']]).toEqual([201, first.text, first.headers['location']]);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(problemOf(await post(ORDERS, { ...BODY, customerId: 'other' }, key))).toBe('422 idempotency-key-reused');
});

test('a key that came over gRPC is another request’s over REST, and the other way round: nothing is done twice', async () => {
  const request = {
    customerId: randomUUID(),
    items: [{ sku: 'SKU-1', qty: 1, price: { currency: 'EUR', amountMinor: 1n } }],
  };
  const body = { ...request, items: [{ sku: 'SKU-1', qty: 1, price: { currency: 'EUR', amountMinor: '1' } }] };
  const [one, other] = [randomUUID(), randomUUID()];
  expect((await grpc.mine.call(createOrder, request, { key: one })).code).toBe('OK');
  expect(problemOf(await post(ORDERS, body, { 'idempotency-key': one }))).toBe('422 idempotency-key-reused');
  expect((await post(ORDERS, body, { 'idempotency-key': other })).status).toBe(201);
  expect((await grpc.mine.call(createOrder, request, { key: other })).code).toBe('ALREADY_EXISTS');
  expect((await world.caller.get(`${ORDERS}?customerId=${request.customerId}`)).body.orders).toHaveLength(2);
});

test('a problem says of the order what the order says of itself, also in the second answer to one key', async () => {
  const { body: order } = await created();
  const path = `${ORDERS}/${order.id}`;
  const key = { 'idempotency-key': randomUUID() };
  const declined = [1, 2].map(async () => post(`${path}:pay`, { paymentToken: 'tok_declined' }, key));
  const read = (await Promise.all(declined)).map(({ status, body }) => [status, body.currentStatus]);
  const { body: now } = await world.caller.get(path);
  expect(read).toEqual([1, 2].map(() => [422, now.status]));
  const short = await post(ORDERS, { ...BODY, items: [{ ...BODY.items[0], sku: 'NONE' }] });
  const { body: kept } = await world.caller.get(`${ORDERS}/${short.body.orderId}`);
  expect([short.body.currentStatus, kept.status]).toEqual([kept.status, 'ORDER_STATUS_CANCELED']);
});

describe('what is wrong is a problem document', () => {
  const refused: [string, () => Promise<Response>, string][] = [
    ['an id that is none', async () => world.caller.get(`${ORDERS}/x`), '400 validation'],
    ['an order that is not there', async () => world.caller.get(`${ORDERS}/${NO_SUCH_ID}`), '404 not-found'],
    ['a field that breaks its rule', async () => post(ORDERS, { ...BODY, customerId: '' }), '400 validation'],
    ['a field that there is not', async () => post(ORDERS, { ...BODY, customer: 'c' }), '400 validation'],
    [
      'a number that an int64 does not hold',
      async () => post(ORDERS, { ...BODY, expectedAmount: { currency: 'EUR', amountMinor: '9223372036854775808' } }),
      '400 validation',
    ],
    ['a page size that is none', async () => world.caller.get(`${ORDERS}?pageSize=-1`), '400 validation'],
    ['a page token that is none', async () => world.caller.get(`${ORDERS}?pageToken=x`), '400 validation'],
    [
      'too little stock',
      async () => post(ORDERS, { ...BODY, items: [{ ...BODY.items[0], sku: 'NONE' }] }),
      '422 out-of-stock',
    ],
    ['a verb that there is not', async () => post(`${ORDERS}/${NO_SUCH_ID}:ship`, {}), '404 not-found'],
    ['a method that the collection has not', async () => world.caller.put(ORDERS, {}), '405 method-not-allowed'],
    [
      'a method that an order has not',
      async () => world.caller.delete(`${ORDERS}/${NO_SUCH_ID}`),
      '405 method-not-allowed',
    ],
    [
      'a method that a verb has not',
      async () => world.caller.get(`${ORDERS}/${NO_SUCH_ID}:pay`),
      '405 method-not-allowed',
    ],
    ['no credentials', async () => world.server.anonymous.get(ORDERS), '401 unauthenticated'],
    [
      'no permission',
      async () => (await world.server.callerIn(world.caller, 'viewer')).post(ORDERS, BODY),
      '403 forbidden',
    ],
  ];
  test.each(refused)('%s', async (_what, ask, problem) => {
    expect(problemOf(await ask())).toBe(problem);
  });
});
