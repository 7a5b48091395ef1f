import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, NO_SUCH_ID, PROBLEMS, problemOf, useTestApp } from '../../../harness/app.ts';
import { createContract, EXAMPLE_QUESTION, questionOf, RATES } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase, { clock: () => new Date('2026-01-20T12:00:00Z') });

let caller: Caller;

beforeEach(async () => {
  caller = await world.server.newCaller();
});

const BATCH = `${RATES}/calculations`;

test('answers each item as /calculate would, byte for byte and in order', async () => {
  await createContract(caller);
  const { id } = await caller.createShipment();
  const items = [
    EXAMPLE_QUESTION,
    { shipmentId: id },
    questionOf(1, { postCode: '25849' }),
    questionOf(1, {}, { date: '2027-01-01' }),
  ];
  const { status, text } = await caller.post(BATCH, { items });
  const alone = await Promise.all(items.map((item) => caller.post(`${RATES}/calculate`, item)));
  expect(status).toBe(200);
  expect(text).toBe(`{"items":[${alone.map((answer) => answer.text).join(',')}]}`);
});

test('answers what cannot be answered with its problem, in its place', async () => {
  await createContract(caller);
  const items = [
    EXAMPLE_QUESTION,
    {},
    { shipmentId: NO_SUCH_ID },
    { ...EXAMPLE_QUESTION, colour: 'red' },
    { ...EXAMPLE_QUESTION, sources: ['carrier'] },
    'nonsense',
    null,
    questionOf(1),
  ];
  const { body, status } = await caller.post(BATCH, { items });
  expect(status).toBe(200);
  const kinds = body.items.map((item: { status?: number; type?: string; rates?: unknown[] }) =>
    item.rates === undefined ? `${item.status} ${item.type?.slice(PROBLEMS.length + 1)}` : item.rates.length,
  );
  expect(kinds).toEqual([
    1,
    '400 validation',
    '404 not-found',
    '400 validation',
    '400 validation',
    '400 validation',
    '400 validation',
    1,
  ]);
  expect(body.items[3]).toMatchObject({
    instance: `${BATCH}#/items/3`,
    errors: [{ pointer: '/colour', field: 'Data.Colour' }],
  });
});

test('takes a thousand, and no more', async () => {
  await createContract(caller);
  const { body } = await caller.post(BATCH, { items: Array(1_000).fill({ ...questionOf(1) }) });
  expect(new Set(body.items.map((item: unknown) => JSON.stringify(item))).size).toBe(1);
  expect(body.items).toHaveLength(1_000);
  expect(body.items[0].rates).toHaveLength(1);
  expect(problemOf(await caller.post(BATCH, { items: Array(1_001).fill({}) }))).toBe('400 validation');
});

test.each([[{}], [{ items: [] }], [{ items: {} }], [[]], [{ items: [{}], more: 1 }]])('refuses %j', async (body) => {
  expect(problemOf(await caller.post(BATCH, body))).toBe('400 validation');
});

test('an answer that grows too large is cut off by items that say so, and not by memory', async () => {
  const levels = Array.from({ length: 100 }, (_, number) => ({
    reference: `L${number}`,
    prices: [{ brackets: [{ amount: '1.00' }] }],
  }));
  await createContract(caller, { serviceLevels: levels });
  const { body, text } = await caller.post(BATCH, { items: Array(700).fill(questionOf(1)) });
  const cut = body.items.filter((item: { type?: string }) => item.type === `${PROBLEMS}/batch-too-large`);
  expect(cut.length).toBeGreaterThan(10);
  expect(body.items.length - cut.length).toBeGreaterThan(300);
  expect(text.length).toBeLessThan(40 * 1024 * 1024);
});

describe('the limit', () => {
  const limited = useTestApp(createTestDatabase, {
    config: { rateLimits: { read: 100, write: 100, bulk: 2, address: 100 } },
  });

  test('is that of bulk requests', async () => {
    const send = () => limited.caller.post(BATCH, { items: [EXAMPLE_QUESTION] });
    const answers = [await send(), await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect((await limited.caller.post(`${RATES}/calculate`, EXAMPLE_QUESTION)).status).toBe(200);
  });
});
