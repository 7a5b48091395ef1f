import { gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { exampleOf, type Operation, pathOf, readOperations } from '../harness/api-operations.ts';
import { useTestApp } from '../harness/app.ts';
import { CPU_LIMIT_MS, leastCpuOf } from '../harness/cpu-time.ts';
import { createTestDatabase, EXAMPLE_SHIPMENT, PROBLEMS, SHIPMENTS } from '../harness.ts';

const world = useTestApp(createTestDatabase);

const withBody = readOperations().filter((operation) => operation.body !== undefined);

interface Answer {
  status: number;
  type: string;
  text: string;
}

async function send(
  operation: Pick<Operation, 'method'>,
  url: string,
  payload: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const options: InjectOptions = {
    method: operation.method,
    url,
    payload,
    headers: { authorization: `ApiKey ${world.caller.apiKey}`, 'content-type': 'application/json', ...headers },
  };
  const { statusCode, headers: received, body } = await world.server.app.http.inject(options);
  return { status: statusCode, type: String(received['content-type']), text: body };
}

const MIB = 1024 * 1024;
const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);
const keys = (count: number): string => `{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join(',')}}`;

const BODIES: [string, number, string | Buffer][] = [
  ['no JSON', 400, '{"reference": "x"'],
  ['two JSON texts', 400, '{}{}'],
  ['a comment', 400, '{/* x */}'],
  ['a trailing comma', 400, '{"reference":"x",}'],
  ['NaN', 400, '{"a":NaN}'],
  ['a byte order mark', 400, '\ufeff{}'],
  ['UTF-16', 400, Buffer.from('{}', 'utf16le')],
  ['invalid UTF-8', 400, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['overlong UTF-8', 400, Buffer.from([0x22, 0xc0, 0x80, 0x22])],
  ['UTF-8 of half a surrogate pair', 400, Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['an escaped NUL', 400, '{"reference":"a\\u0000b"}'],
  ['half a surrogate pair', 400, '{"reference":"\\ud800"}'],
  ['the other half', 400, '{"reference":"\\udc00\\ud800"}'],
  ['half a pair as a key', 400, '{"\\ud800":1}'],
  ['100,000 arrays in one another', 400, nested('[', ']', 100_000)],
  ['100,000 objects in one another', 400, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['arrays that are never closed', 400, '['.repeat(MIB - 1)],
  ['90,000 keys', 400, keys(90_000)],
  ['29,000 keys', 400, keys(29_000)],
  ['40,000 times the same key', 400, `{${'"reference":1,'.repeat(40_000)}"reference":1}`],
  ['half a million values', 400, `[${'0,'.repeat(MIB / 2 - 2)}0]`],
  ['a __proto__ key', 400, '{"__proto__":{"isAdmin":true}}'],
  ['an escaped __proto__ key', 400, '{"\\u005f_proto__":{"isAdmin":true}}'],
  ['a constructor key', 400, '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ['a megabyte of text', 400, `"${'a'.repeat(MIB - 2)}"`],
  ['a megabyte of escapes', 400, `"${'\\u0041'.repeat(Math.floor(MIB / 6) - 1)}"`],
  ['a megabyte of quotes', 400, `"${'\\"'.repeat(MIB / 2 - 1)}"`],
  ['a megabyte of blanks', 400, ' '.repeat(MIB)],
  ['a number of a million digits', 400, '1'.repeat(MIB)],
  ['10 MB', 413, `"${'a'.repeat(10_000_000)}"`],
  ['a byte more than fits', 413, `"${'a'.repeat(MIB - 1)}"`],
  ['null', 400, 'null'],
  ['a number', 400, '1'],
  ['a text', 400, '"x"'],
  ['an array', 400, '[]'],
  ['nothing', 400, ''],
];

describe('on every operation that takes a body', () => {
  test.each(BODIES)('answers %s with %i, cheaply', async (_what, status, body) => {
    expect(withBody.length).toBeGreaterThan(3);
    for (const operation of withBody) {
      const url = pathOf(operation);
      // Then nothing is wrong with the request, but for the ids, which nothing has.
      const expected = operation.isBodyOptional && body === '' ? 404 : status;
      const cpuMs = await leastCpuOf(
        () => send(operation, url, body),
        (answer) => {
          expect({ operation: operation.name, status: answer.status, text: answer.text.slice(0, 200) }).toMatchObject({
            status: expected,
          });
          expect(answer.type).toContain('application/problem+json');
        },
      );
      expect(cpuMs).toBeLessThan(CPU_LIMIT_MS);
    }
  });

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'application/json; charset=latin1',
    'application/json; charset="utf-16"',
    'application/merge-patch+json',
    'nonsense',
    '*/*',
  ])('answers 415 to %s', async (contentType) => {
    for (const operation of withBody) {
      const body = JSON.stringify(exampleOf(operation.body ?? {}));
      const answer = await send(operation, pathOf(operation), body, { 'content-type': contentType });
      expect({ operation: operation.name, status: answer.status }).toEqual({ operation: operation.name, status: 415 });
      expect(answer.type).toContain('application/problem+json');
    }
  });

  test.each(['gzip', 'br', 'deflate', 'gzip, identity', 'nonsense'])(
    'answers 415 to a body in the encoding %s',
    async (encoding) => {
      for (const operation of withBody) {
        const body = gzipSync(JSON.stringify(exampleOf(operation.body ?? {})));
        const { status } = await send(operation, pathOf(operation), body, { 'content-encoding': encoding });
        expect({ operation: operation.name, status }).toEqual({ operation: operation.name, status: 415 });
      }
    },
  );

  test('takes JSON in UTF-8 however it is announced', async () => {
    const body = JSON.stringify(EXAMPLE_SHIPMENT);
    for (const contentType of [
      'application/json',
      'application/json; charset=utf-8',
      'APPLICATION/JSON;charset="UTF-8"',
    ]) {
      expect((await send({ method: 'POST' }, SHIPMENTS, body, { 'content-type': contentType })).status).toBe(201);
    }
  });
});

const GOODS = {
  description: 'Cotton T-shirt',
  quantity: 2,
  value: { amount: '10.00', currency: 'EUR' },
  hsCode: '610910',
  countryOfOrigin: 'PT',
  netWeight: { value: 0.2, unit: 'kg' },
};
const UNIT = { ...EXAMPLE_SHIPMENT.handlingUnits[0], packageType: 'Box' };
const shipmentOf = (units: number, goods: object[], changes: object = {}): string =>
  JSON.stringify({
    ...EXAMPLE_SHIPMENT,
    ...changes,
    handlingUnits: Array.from({ length: units }, () => ({ ...UNIT, goodsItems: goods })),
  });
const ABROAD = {
  addresses: {
    ...EXAMPLE_SHIPMENT.addresses,
    receiver: {
      contactName: 'J. Doe',
      street: '350 5th Ave',
      city: 'New York',
      postCode: '10118',
      stateCode: 'NY',
      countryCode: 'US',
      phone: '+12125550123',
    },
  },
};

describe('the largest shipments', () => {
  test('takes 999 handling units with goods in each', async () => {
    const answer = await send({ method: 'POST' }, SHIPMENTS, shipmentOf(999, [GOODS, GOODS]));
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text).handlingUnits).toHaveLength(999);
  });

  test.each([
    ['1000 handling units', shipmentOf(1_000, [])],
    ['goods without end', shipmentOf(999, Array(100).fill(GOODS)).slice(0, MIB)],
    [
      'as many units as fit that are none',
      JSON.stringify({ ...EXAMPLE_SHIPMENT, handlingUnits: Array(29_000).fill(0) }),
    ],
    [
      'as many goods in as many units as fit, all wrong',
      JSON.stringify({
        ...EXAMPLE_SHIPMENT,
        handlingUnits: Array(999).fill({ weight: 0, goodsItems: Array(28).fill({}) }),
      }),
    ],
    ['as many wrong goods as fit', shipmentOf(100, Array(100).fill({}))],
    [
      'as many goods with each field wrong as fit',
      shipmentOf(30, Array(100).fill({ ...GOODS, quantity: 'x', value: 1, hsCode: 1, bad: 1 })),
    ],
    [
      'as many goods as fit that no customs take',
      shipmentOf(30, Array(100).fill({ ...GOODS, hsCode: undefined, netWeight: undefined }), ABROAD),
    ],
    [
      'as many goods as fit of unknown currencies',
      shipmentOf(30, Array(100).fill({ ...GOODS, value: { amount: '0', currency: 'XQX' } })),
    ],
  ])('refuses %s cheaply', async (_what, body) => {
    const cpuMs = await leastCpuOf(
      () => send({ method: 'POST' }, SHIPMENTS, body),
      ({ status, text }) => {
        expect(status).toBeOneOf([400, 413, 422]);
        // However many places are wrong, the answer names a few dozen.
        expect(text.length).toBeLessThan(20_000);
      },
    );
    expect(cpuMs).toBeLessThan(CPU_LIMIT_MS);
  });

  test.each([
    ['999 units with 3 kinds of goods each', shipmentOf(999, [GOODS, GOODS, GOODS])],
    ['20 units with 200 kinds of goods each', shipmentOf(20, Array(200).fill(GOODS))],
  ])('says what to do with %s', async (_what, body) => {
    const { status, text } = await send({ method: 'POST' }, SHIPMENTS, body);
    expect(status).toBe(400);
    expect(JSON.parse(text).detail).toMatch(/more than 30000 values.*a large shipment as several/);
  });

  test('takes 3,000 kinds of goods in 20 units', async () => {
    expect((await send({ method: 'POST' }, SHIPMENTS, shipmentOf(20, Array(150).fill(GOODS)))).status).toBe(201);
  });

  test('says how large a body may be', async () => {
    const answer = await send({ method: 'POST' }, SHIPMENTS, ' '.repeat(MIB + 1));
    expect(JSON.parse(answer.text)).toMatchObject({
      type: `${PROBLEMS}/payload-too-large`,
      detail: expect.stringContaining('1048576'),
    });
  });
});

test('takes the last of several values of one key, as JSON.parse does', async () => {
  const body = JSON.stringify(EXAMPLE_SHIPMENT).replace('{', '{"reference":"first",');
  expect(JSON.parse((await send({ method: 'POST' }, SHIPMENTS, body)).text).reference).toBe(EXAMPLE_SHIPMENT.reference);
});
