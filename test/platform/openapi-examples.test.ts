import type { Response } from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Caller, SHIPMENTS, shipmentIn, useTestApp } from '../harness/app.ts';
import { stock, useGrpc } from '../harness/grpc.ts';
import { createTestDatabase } from '../harness.ts';

// Whoever reads the documents copies the examples: what changes something is sent as it is shown, and answered as it is shown.

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);

interface Media {
  schema: { $ref: string };
  example?: object;
}
interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { example?: object }> };
}

/** By operationId: the body that the document shows, and the answer to it. */
const shown = new Map<string, { body: object | undefined; answer: (status: number) => object | undefined }>();

beforeAll(async () => {
  await stock(grpc.mine, { 'SKU-1': 100n });
  for (const name of ['authorizing.v1', 'hooks.v1', 'orders.v1', 'rates.v1', 'shipping.v2']) {
    const { paths, components }: Document = (await world.caller.get(`/openapi/${name}.json`)).body;
    const exampleOf = (content: Record<string, Media> = {}): object | undefined => {
      const { example, schema } = content['application/json'] ?? {};
      return example ?? components.schemas[schema?.$ref.split('/').at(-1) ?? '']?.example;
    };
    for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods)))
      shown.set(operation.operationId, {
        body: exampleOf(operation.requestBody?.content),
        answer: (status) => exampleOf(operation.responses[status]?.content),
      });
  }
});

const bodyOf = (operationId: string): object => shown.get(operationId)?.body ?? {};

/** A text that is another one each time, as what it is. */
const MADE: readonly (readonly [RegExp, string])[] = [
  [/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'an id'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment'],
  [/SBX[\dA-F]{16}/g, 'a booking'],
  [/VY[\dA-Z]{26}-1/g, 'our reference'],
  [/\b3952\d{14}\b/g, 'a parcel'],
  [/whsec_[\w+/=]+/g, 'a secret'],
  [/sk_live_\w+/g, 'a key'],
  [/SANDBOX-REFUSE/g, 'ORD-2026-00123'],
];
const asKind = (value: unknown): unknown =>
  JSON.parse(MADE.reduce((text, [made, kind]) => text.replaceAll(made, kind), JSON.stringify(value)));

const expectShown = (operationId: string, answer: Response): void => {
  const example = shown.get(operationId)?.answer(answer.status);
  expect(example, `${operationId} ${answer.status}: ${answer.text}`).toBeDefined();
  expect(asKind(answer.body)).toEqual(asKind(example));
};

describe('shipping', () => {
  const create = () => world.caller.post(SHIPMENTS, bodyOf('createShipment'));
  const made = async () => `${SHIPMENTS}/${(await create()).body.id}`;
  const booked = async () => `${SHIPMENTS}/${(await shipmentIn(world.caller, 'Accepted')).id}`;
  test.each<[string, number, () => Promise<Response>]>([
    ['createShipment', 201, create],
    ['updateShipment', 200, async () => world.caller.put(await made(), bodyOf('updateShipment'))],
    ['orderShipment', 200, async () => world.caller.put(`${await made()}/order`)],
    ['getShipment', 200, async () => world.caller.get(await booked())],
    ['cancelShipment', 200, async () => world.caller.put(`${await booked()}/cancel`)],
    ['resetShipment', 200, async () => world.caller.put(`${await booked()}/reset`)],
    ['listTrackingEvents', 200, async () => world.caller.get(`${await booked()}/tracking-events`)],
    [
      'createCarrierProfile',
      201,
      () => world.caller.post('/api/shipping/v2/carrier-profiles', bodyOf('createCarrierProfile')),
    ],
  ])('%s answers %i as its example', async (operationId, status, send) => {
    const answer = await send();
    expect(answer.status, answer.text).toBe(status);
    expectShown(operationId, answer);
  });

  test('recordTrackingEvent answers as its example, at a time that is near', async () => {
    const occurredOn = new Date().toISOString();
    const scan = { ...bodyOf('recordTrackingEvent'), occurredOn };
    const events = `${await booked()}/tracking-events`;
    for (const status of [201, 200]) {
      const answer = await world.caller.post(events, scan);
      expect(answer.status).toBe(status);
      expectShown('recordTrackingEvent', answer);
    }
  });
});

describe('orders', () => {
  const ORDERS = '/v1/orders';
  const create = () => world.caller.post(ORDERS, bodyOf('createOrder'));
  const made = async () => `${ORDERS}/${(await create()).body.id}`;
  const paid = async () => {
    const order = await made();
    await world.caller.post(`${order}:pay`, bodyOf('payOrder'));
    return order;
  };
  test.each<[string, () => Promise<Response>]>([
    ['createOrder', create],
    ['getOrder', async () => world.caller.get(await made())],
    ['payOrder', async () => world.caller.post(`${await made()}:pay`, bodyOf('payOrder'))],
    ['cancelOrder', async () => world.caller.post(`${await made()}:cancel`, bodyOf('cancelOrder'))],
    ['refundOrder', async () => world.caller.post(`${await paid()}:refund`, bodyOf('refundOrder'))],
  ])('%s answers as its example', async (operationId, send) => expectShown(operationId, await send()));
});

test('rates: a contract, its change, and what is calculated by it are as in the examples', async () => {
  const RATES = '/api/rates/v1';
  const caller = await world.server.newCaller('Rates');
  const contract = await caller.post(`${RATES}/contracts`, bodyOf('createContract'));
  expectShown('createContract', contract);
  expectShown('calculateRates', await caller.post(`${RATES}/calculate`, bodyOf('calculateRates')));
  expectShown('calculateBatch', await caller.post(`${RATES}/calculations`, bodyOf('calculateBatch')));
  expectShown('setExchangeRates', await caller.put(`${RATES}/exchange-rates`, bodyOf('setExchangeRates')));
  const self = contract.body._links.self.href;
  expectShown('updateContract', await caller.put(self, bodyOf('updateContract')));
  const other = await world.server.newCaller('Rates too');
  const { href } = (await other.post(`${RATES}/contracts`, bodyOf('createContract'))).body._links.self;
  expectShown('setSurcharges', await other.put(`${href}/surcharges`, bodyOf('setSurcharges')));
});

test('hooks: a webhook, its change and a test event are as in the examples', async () => {
  const WEBHOOKS = '/api/hooks/v1/webhooks';
  const webhook = await world.caller.post(WEBHOOKS, bodyOf('createWebhook'));
  expectShown('createWebhook', webhook);
  const self = `${WEBHOOKS}/${webhook.body.id}`;
  expectShown('updateWebhook', await world.caller.put(self, bodyOf('updateWebhook')));
  expectShown('rotateSecret', await world.caller.put(`${self}/secret`, bodyOf('rotateSecret')));
  expectShown('sendTestEvent', await world.caller.post(`${self}/test-events`, bodyOf('sendTestEvent')));
});

describe('the example of an event type', () => {
  interface Told {
    type: string;
    sequence: number;
    data: Record<string, unknown>;
  }
  const examples = new Map<string, Told>();
  let told: Told[] = [];
  beforeAll(async () => {
    const caller = await world.server.newCaller('Events');
    const { items } = (await caller.get('/api/hooks/v1/event-types?limit=200')).body;
    for (const { type, example } of items) examples.set(type, example);
    await bringAbout(caller);
    told = await world.rows<Told>(
      'select type, sequence, data from platform.events where tenant_id = $1 order by time, id',
      [caller.tenantId],
    );
  });

  /** Something of everything that shipping, rates and orders tell. */
  async function bringAbout(caller: Caller): Promise<void> {
    await stock(grpc.as(caller), { 'SKU-1': 100n });
    const shipment = await caller.createShipment();
    await caller.put(`${SHIPMENTS}/${shipment.id}`, bodyOf('updateShipment'));
    await shipmentIn(caller, 'Declined');
    await shipmentIn(caller, 'Executed');
    for (const end of ['cancel', 'reset']) {
      const { id } = await shipmentIn(caller, 'Accepted');
      await caller.put(`${SHIPMENTS}/${id}/${end}`);
    }
    const contract = await caller.post('/api/rates/v1/contracts', bodyOf('createContract'));
    await caller.put(contract.body._links.self.href, bodyOf('updateContract'));
    await caller.delete(contract.body._links.self.href);
    const order = await caller.post('/v1/orders', bodyOf('createOrder'));
    await caller.post(`/v1/orders/${order.body.id}:pay`, bodyOf('payOrder'));
  }

  /** Told where a carrier or a receiver does not answer; what they look like is held by the schema. */
  const SELDOM = ['shipment.held', 'webhook.disabled'];
  /** What depends on the day, or on what came before. */
  const vary = ({ endedFrom, correlationId, version, ...data }: Record<string, unknown>) => [
    asKind(data),
    ...[endedFrom, correlationId, version].map((value) => typeof value),
  ];

  test('is like the first event of that type', () => {
    expect(examples.size).toBeGreaterThan(15);
    for (const [type, example] of examples) {
      if (SELDOM.includes(type)) continue;
      const first = told.find((event) => event.type === type);
      expect(first, type).toBeDefined();
      expect(vary(example.data), type).toEqual(vary(first?.data ?? {}));
    }
  });

  test('has the sequence of the event around it, where it says it itself', () => {
    const counted = [...examples.values()].filter(({ data }) => data['seq'] !== undefined);
    expect(counted).toHaveLength(2);
    for (const { type, sequence, data } of counted) expect(data['seq'], type).toBe(String(sequence));
  });
});
