import { beforeAll, describe, expect, test } from 'vitest';
import { InventoryService } from '../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { OrderService } from '../../src/platform/generated/proto/oms/v1/order_service_pb.ts';
import { PaymentService } from '../../src/platform/generated/proto/oms/v1/payment_service_pb.ts';
import { type Operation, pathOf, readOperations } from '../harness/api-operations.ts';
import { useTestApp } from '../harness/app.ts';
import { CPU_LIMIT_MS, leastCpuOf } from '../harness/cpu-time.ts';
import { useGrpc } from '../harness/grpc.ts';
import { type LargeBody, largeBodiesOf } from '../harness/large-bodies.ts';
import { createTestDatabase } from '../harness.ts';

const world = useTestApp(createTestDatabase);
const grpc = useGrpc(world);

const MIB = 1024 * 1024;

interface Sent {
  status: number;
  type: string;
  text: string;
}

async function send(operation: Operation, query: string, body?: string): Promise<Sent> {
  const {
    statusCode,
    headers,
    body: text,
  } = await world.server.app.http.inject({
    method: operation.method,
    url: pathOf(operation) + query,
    ...(body === undefined ? {} : { payload: body }),
    headers: {
      authorization: `ApiKey ${world.caller.apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
  return { status: statusCode, type: String(headers['content-type']), text };
}

const MAX_ANSWER = 40_000;

/** What is refused must be refused cheaply and in few words. What is done has its own price. */
async function faultOf(operation: Operation, { name, text }: LargeBody): Promise<string | undefined> {
  let isRefused = true;
  const faults: string[] = [];
  const cpuMs = await leastCpuOf(
    () => send(operation, '', text),
    ({ status, type, text: answer }) => {
      isRefused = status >= 400;
      if (status >= 500) faults.push(`${status} ${answer.slice(0, 200)}`);
      if (isRefused && !type.startsWith('application/problem+json')) faults.push(`${status} as ${type}`);
      if (isRefused && answer.length > MAX_ANSWER) faults.push(`an answer of ${answer.length} characters`);
      return isRefused;
    },
  );
  if (isRefused && cpuMs >= CPU_LIMIT_MS) faults.push(`${Math.round(cpuMs)} ms of CPU`);
  return faults.length === 0 ? undefined : `${name}: ${faults.join(', ')}`;
}

/** The validators of equal schemas are the same one. */
const withBodies = [
  ...Map.groupBy(
    readOperations().filter((operation) => operation.body !== undefined),
    ({ body }) => JSON.stringify(body),
  ).values(),
].flatMap(([first]) => first ?? []);

const seen = new Set<string>();

test.each(withBodies)('large bodies of every kind are answered by $name within 50 ms of CPU', async (operation) => {
  const bodies = largeBodiesOf(operation.body ?? {}, seen);
  expect(bodies.length).toBeGreaterThan(20);
  const faults: string[] = [];
  for (const body of bodies) {
    const fault = await faultOf(operation, body);
    if (fault !== undefined) faults.push(fault);
  }
  expect(faults).toEqual([]);
});

const letter = (at: number): string => String.fromCharCode(97 + (at % 26));
const numbered = <Item>(length: number, item: (name: string) => Item): Item[] =>
  Array.from({ length }, (_, at) => item(`${letter(at / 26)}${letter(at)}`));

/** Sound by their schemas, which is why no body of those above looks like them. */
const FAULTY_LISTS: [string, string, object][] = [
  [
    'unknown event types',
    'hooks.v1 createWebhook',
    {
      url: 'https://erp.acme.example/hook',
      events: numbered(100, (name) => `${'x'.repeat(48)}.${'y'.repeat(49)}${name}`),
    },
  ],
  [
    'unknown currencies, each twice and worth nothing',
    'rates.v1 setExchangeRates',
    {
      base: 'XQA',
      validFrom: '2026-01-20',
      rates: numbered(100, (name) => ({ currency: `Q${name.toUpperCase()}`, rate: '0' })).flatMap((rate) => [
        rate,
        rate,
      ]),
    },
  ],
  [
    'service levels of the same reference, and unknown countries',
    'shipping.v2 createCarrierProfile',
    {
      reference: 'DHLPX',
      name: 'DHL',
      carrier: 'sandbox',
      serviceLevels: Array(100).fill({ reference: '"'.repeat(64), name: 'L', productCode: 'P' }),
      countries: Array(250).fill('ZZ'),
    },
  ],
];

test.each(FAULTY_LISTS)('of a list full of %s the first fifty faults are told', async (_what, name, body) => {
  const operation = readOperations().find((each) => each.name === name);
  expect(operation).toBeDefined();
  const answer = await send(operation as Operation, '', JSON.stringify(body));
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.text).errors).toHaveLength(50);
  expect(answer.text.length).toBeLessThan(MAX_ANSWER);
});

const QUERIES: readonly string[] = [
  Array.from({ length: 900 }, (_, at) => `k${at}=1`).join('&'),
  'a=1&'.repeat(1_900),
  '&'.repeat(7_900),
  '='.repeat(7_900),
  `a=${'%F0%9F%92%A9'.repeat(600)}`,
  `a=${'+'.repeat(7_900)}`,
];

test('queries as long as can be, and each parameter a thousand times or without end, are answered within 50 ms of CPU', async () => {
  for (const operation of readOperations().filter(({ method }) => method === 'GET')) {
    const own = operation.parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap(({ name }) => [`${name}=1&`.repeat(7_900 / (name.length + 3)), `${name}=${'1 '.repeat(1_900)}`]);
    for (const query of [...QUERIES, ...own]) {
      const cpuMs = await leastCpuOf(
        () => send(operation, `?${query.slice(0, 7_800)}`),
        ({ status }) => expect({ operation: operation.name, status }).not.toMatchObject({ status: 500 }),
      );
      expect({ operation: operation.name, query: query.slice(0, 30), cpuMs }).toSatisfy(() => cpuMs < CPU_LIMIT_MS);
    }
  }
});

const repeated = (hex: string, bytes = MIB): Buffer => {
  const one = Buffer.from(hex, 'hex');
  return Buffer.concat(Array(Math.floor(bytes / one.length)).fill(one));
};
/** One field with a megabyte in it, less what fits. */
const long = (tag: string, content: Buffer): Buffer => {
  const length = content.length;
  const varint = [(length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14];
  return Buffer.concat([Buffer.from(tag, 'hex'), Buffer.from(varint), content]);
};
const INNER = MIB - 16;

const MESSAGES: [string, Buffer][] = [
  ['an empty field 1 again and again', repeated('0a00')],
  ['an empty field 2 again and again', repeated('1200')],
  ['an empty field 3 again and again', repeated('1a00')],
  ['a number in field 4 again and again', repeated('2001')],
  ['unknown numbers', repeated('980601')],
  ['unknown texts', repeated('9a0600')],
  ['empty groups', repeated('9b069c06')],
  ['groups that are never closed', repeated('9b06')],
  ['a text in field 1', long('0a', Buffer.alloc(INNER, 'a'))],
  ['empty items within field 2', long('12', repeated('1a00', INNER))],
  ['unknown numbers within field 2', long('12', repeated('980601', INNER - 1))],
  ['numbers packed in field 4', long('22', Buffer.alloc(INNER, 1))],
  ['an unknown text', long('9a06', Buffer.alloc(INNER, 'a'))],
];

describe('over gRPC', () => {
  const methods = [OrderService, InventoryService, PaymentService].flatMap((service) => service.methods);
  // The client, the compiler of expressions and the connection are there before anything is measured.
  beforeAll(async () => {
    for (const { name, parent } of methods) await grpc.mine.send(`/${parent.typeName}/${name}`, Buffer.alloc(0));
  });

  test.each(MESSAGES)('a megabyte of %s is refused by every method within 50 ms of CPU', async (_what, bytes) => {
    expect(bytes.length).toBeGreaterThan(MIB - 100);
    for (const { name, parent } of methods) {
      const cpuMs = await leastCpuOf(
        () => grpc.mine.send(`/${parent.typeName}/${name}`, bytes),
        ({ code, details }) => {
          expect({ name, code }).toEqual({
            name,
            code: expect.stringMatching(/^(INVALID_ARGUMENT|RESOURCE_EXHAUSTED)$/),
          });
          expect(details['ErrorInfo']).toBeDefined();
        },
      );
      expect({ name, cpuMs }).toSatisfy(() => cpuMs < CPU_LIMIT_MS);
    }
  });
});
