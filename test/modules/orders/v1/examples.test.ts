import { Ajv } from 'ajv';
import addFormatsModule, { type FormatsPlugin } from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import type { Schema } from '../../../harness/api-operations.ts';
import { useTestApp } from '../../../harness/app.ts';
import { stock, useGrpc } from '../../../harness/grpc.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);
beforeAll(() => stock(grpc.mine, { 'SKU-1': 1000n }));

const ORDERS = '/v1/orders';

interface Content {
  content?: Record<string, { schema: { $ref: string } }>;
}

interface Document {
  paths: Record<
    string,
    Record<string, { operationId: string; requestBody?: Content; responses: Record<string, Content> }>
  >;
  components: { schemas: Record<string, Schema> };
}

const documentOf = async (): Promise<Document> => (await world.server.anonymous.get('/openapi/orders.v1.json')).body;
const nameOf = ({ $ref }: { $ref: string }): string => $ref.split('/').at(-1) ?? '';

test('every body that is taken or answered has an example that its schema allows', async () => {
  const { paths, components } = await documentOf();
  const ajv = new Ajv({ strict: false });
  (addFormatsModule as unknown as FormatsPlugin)(ajv);
  const bodies = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ requestBody, responses }) => [requestBody ?? {}, ...Object.values(responses)])
    .flatMap(({ content = {} }) => content['application/json'] ?? []);
  expect(bodies).toHaveLength(10);
  for (const { schema } of bodies) {
    const isValid = ajv.compile({ ...schema, components });
    const { example } = components.schemas[nameOf(schema)] ?? {};
    expect(example, nameOf(schema)).toBeDefined();
    expect(isValid(example), `${nameOf(schema)}: ${ajv.errorsText(isValid.errors)}`).toBe(true);
  }
});

test('an order that is created as the example says is the order of the example', async () => {
  const { components } = await documentOf();
  const example = components.schemas['Order']?.example as object;
  const { status, body } = await world.caller.post(ORDERS, components.schemas['CreateOrderBody']?.example);
  const { id, createdAt, updatedAt, reservedUntil } = body;
  expect([status, body]).toEqual([201, { ...example, id, createdAt, updatedAt, reservedUntil }]);
});

/** What the order is when each example has been sent about it. */
test.each([
  ['pay', 'PayOrderBody', { status: 'ORDER_STATUS_CONFIRMED' }],
  ['cancel', 'CancelOrderBody', { status: 'ORDER_STATUS_CANCELED', cancelReason: 'CANCEL_REASON_CUSTOMER' }],
  ['refund', 'RefundOrderBody', { status: 'ORDER_STATUS_CONFIRMED', refundedAmount: { amountMinor: '500' } }],
])('the example of %s is taken by a server', async (verb, schema, order) => {
  const { schemas } = (await documentOf()).components;
  const path = `${ORDERS}/${(await world.caller.post(ORDERS, schemas['CreateOrderBody']?.example)).body.id}`;
  if (verb === 'refund') await world.caller.post(`${path}:pay`, schemas['PayOrderBody']?.example);
  const answer = await world.caller.post(`${path}:${verb}`, schemas[schema]?.example);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject(order);
});
