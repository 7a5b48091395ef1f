import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Operation, pathOf, readOperations } from '../harness/api-operations.ts';
import { type RawAnswer, sendRaw } from '../harness/raw-http.ts';
import {
  type Caller,
  createTestDatabase,
  EXAMPLE_SHIPMENT,
  PROBLEMS,
  SHIPMENTS,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '../harness.ts';

let database: TestDatabase;
let server: TestApp;
let caller: Caller;
let port: number;

const operations = readOperations();

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startTestApp({ ...database, background: false });
  caller = await server.newCaller();
  port = (server.app.http.server.address() as { port: number }).port;
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** A request as it goes over the wire, from a caller who may do everything. */
function message(line: string, headers: readonly string[] = [], body = ''): string {
  return [`${line} HTTP/1.1`, 'Host: api.test', `Authorization: ApiKey ${caller.apiKey}`, ...headers, '', body].join(
    '\r\n',
  );
}

const json = (body: string): string[] => [
  'Content-Type: application/json',
  `Content-Length: ${Buffer.byteLength(body)}`,
];

function expectProblem(answer: RawAnswer, status: number, type?: string): void {
  expect({ statuses: answer.statuses, body: answer.body }).toEqual({
    statuses: [status],
    body: expect.stringContaining('"type"'),
  });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  const problem = JSON.parse(answer.body) as Record<string, unknown>;
  expect(problem).toMatchObject({
    status,
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.any(String),
  });
  if (type !== undefined) expect(problem['type']).toBe(`${PROBLEMS}/${type}`);
}

const post = (headers: readonly string[], body: string): string => message(`POST ${SHIPMENTS}`, headers, body);
/** Must never be answered: it stands where a body is. */
const SMUGGLED = 'GET /health/live HTTP/1.1\r\nHost: api.test\r\n\r\n';

describe('what the length of is in doubt', () => {
  test.each([
    [
      'an unknown transfer coding',
      () => post(['Content-Type: application/json', 'Transfer-Encoding: xchunked'], SMUGGLED),
    ],
    [
      'a transfer coding before chunked',
      () => post(['Content-Type: application/json', 'Transfer-Encoding: gzip, chunked'], `0\r\n\r\n${SMUGGLED}`),
    ],
    [
      'chunked that is not last',
      () => post(['Content-Type: application/json', 'Transfer-Encoding: chunked, gzip'], `0\r\n\r\n${SMUGGLED}`),
    ],
    [
      'two transfer codings',
      () =>
        post(
          ['Content-Type: application/json', 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
          `0\r\n\r\n${SMUGGLED}`,
        ),
    ],
    [
      'a transfer coding and a length',
      () =>
        post(
          ['Content-Type: application/json', 'Content-Length: 3', 'Transfer-Encoding: chunked'],
          `0\r\n\r\n${SMUGGLED}`,
        ),
    ],
    [
      'two lengths',
      () => post(['Content-Type: application/json', 'Content-Length: 2', 'Content-Length: 3'], `{}${SMUGGLED}`),
    ],
    ['a negative length', () => post(['Content-Type: application/json', 'Content-Length: -1'], SMUGGLED)],
    ['a length with a sign', () => post(['Content-Type: application/json', 'Content-Length: +2'], `{}${SMUGGLED}`)],
    [
      'a chunk that says no length',
      () => post(['Content-Type: application/json', 'Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${SMUGGLED}`),
    ],
    [
      'a chunk longer than it says',
      () => post(['Content-Type: application/json', 'Transfer-Encoding: chunked'], `1\r\n{}\r\n0\r\n\r\n${SMUGGLED}`),
    ],
    [
      'a header name with a blank',
      () => post(['Content-Type: application/json', 'Content-Length : 2'], `{}${SMUGGLED}`),
    ],
    ['a folded header', () => post(['X-Folded: a', ' b', 'Content-Length: 0'], SMUGGLED)],
    ['two hosts', () => message(`GET ${SHIPMENTS}`, ['Host: other.test']) + SMUGGLED],
  ])('answers 400 to %s, once, and closes', async (_what, bytes) => {
    const answer = await sendRaw(port, bytes());
    expectProblem(answer, 400, 'malformed-request');
    expect(answer.closed).toBe(true);
  });
});

test('does nothing of what follows a message that could not be read', async () => {
  const body = JSON.stringify({ ...EXAMPLE_SHIPMENT, reference: 'SMUGGLED' });
  for (const first of [
    message(`GET ${SHIPMENTS}`, ['Host: other.test']),
    message(`GET ${SHIPMENTS}?reference=%00`),
    post(['Content-Type: application/json', 'Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'),
  ]) {
    const answer = await sendRaw(port, first + post(json(body), body));
    expect(answer.statuses).toEqual([400]);
  }
  const { total } = (await caller.get(`${SHIPMENTS}?reference=SMUGGLED`)).body;
  expect(total).toBe(0);
  expect((await sendRaw(port, post(json(body), body))).statuses).toEqual([201]);
});

describe('what is no request', () => {
  test.each([
    ['no host', 400, () => `GET ${SHIPMENTS} HTTP/1.1\r\n\r\n`],
    ['another protocol', 400, () => '\x16\x03\x01\x02\x00\x01\x00'],
    ['HTTP/2 without negotiation', 400, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a version that does not exist', 400, () => 'GET / HTTP/3.7\r\nHost: a\r\n\r\n'],
    ['a method that does not exist', 400, () => message('NONSENSE /')],
    ['a control character in a header', 400, () => message(`GET ${SHIPMENTS}`, ['X-Correlation-Id: a\u0001b'])],
    ['a NUL in a header', 400, () => message(`GET ${SHIPMENTS}`, ['X-Correlation-Id: a\u0000b'])],
    ['a header without end', 431, () => message(`GET ${SHIPMENTS}`, [`X-Long: ${'a'.repeat(20_000)}`])],
    ['headers without end', 431, () => message(`GET ${SHIPMENTS}`, Array(3_000).fill('X-Many: 1'))],
    ['a URL without end', 414, () => message(`GET ${SHIPMENTS}?a=${'a'.repeat(100_000)}`)],
    ['a URL longer than all headers may be', 414, () => message(`GET ${SHIPMENTS}?a=${'a'.repeat(20_000)}`)],
    ['a URL longer than it may be', 414, () => message(`GET ${SHIPMENTS}?reference=${'a'.repeat(8_000)}`)],
    ['a tunnel', 501, () => 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n'],
    ['an unknown expectation', 417, () => post(['Expect: the-worst', 'Content-Length: 0'], '')],
    ['a repeated Authorization', 400, () => message(`GET ${SHIPMENTS}`, ['Authorization: Basic eDp5'])],
    ['a repeated Content-Type', 400, () => post([...json('{}'), 'Content-Type: text/plain'], '{}')],
    ['a repeated Idempotency-Key', 400, () => post([...json('{}'), 'Idempotency-Key: a', 'Idempotency-Key: b'], '{}')],
  ])('answers %s with %i', async (_what, status, bytes) => {
    expectProblem(await sendRaw(port, bytes()), status);
  });

  test('closes a connection whose body does not arrive in time, with 408', async () => {
    const { server: http } = server.app.http;
    const { requestTimeout, headersTimeout } = http;
    Object.assign(http, { requestTimeout: 200, headersTimeout: 100 });
    try {
      // Node looks once a second.
      const answer = await sendRaw(
        port,
        post(['Content-Type: application/json', 'Content-Length: 100'], '{"reference":'),
      );
      expectProblem(answer, 408, 'request-timeout');
      expect(answer.closed).toBe(true);
    } finally {
      Object.assign(http, { requestTimeout, headersTimeout });
    }
    expect({ requestTimeout, headersTimeout }).toEqual({ requestTimeout: 30_000, headersTimeout: 10_000 });
  });
});

test.each(['GET / HTTP/2.0\r\nHost: api.test\r\n\r\n', 'GET /\r\n\r\n'])(
  'answers 400 to another version of HTTP: %j',
  async (text) => expectProblem(await sendRaw(port, text), 400, 'malformed-request'),
);

describe('methods', () => {
  test.each(['PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'answers 405 to %s where the path knows others, and says which',
    async (method) => {
      const answer = await sendRaw(port, message(`${method} ${SHIPMENTS}`));
      expectProblem(answer, 405, 'method-not-allowed');
      expect(answer.headers['allow']).toBe('GET, HEAD, POST');
      expect(answer.body).not.toContain('ApiKey');
    },
  );

  test('answers 404 where no method is known', async () => {
    expectProblem(await sendRaw(port, message('OPTIONS *')), 404, 'not-found');
    expectProblem(await sendRaw(port, message('GET /api/shipping/v1/shipments')), 404, 'not-found');
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const answer = await sendRaw(port, message(`HEAD ${SHIPMENTS}`));
    expect(answer.statuses).toEqual([200]);
    expect(answer.body).toBe('');
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(0);
  });
});

/** Of every operation. `undefined` as the status: whatever 4xx, but a problem. */
const EVERYWHERE: [string, number, (operation: Operation) => string][] = [
  ['two hosts', 400, (operation) => message(`${operation.method} ${pathOf(operation)}`, ['Host: other.test'])],
  ['a NUL in the query', 400, (operation) => message(`${operation.method} ${pathOf(operation)}?a=%00`)],
  ['a line feed in the query', 400, (operation) => message(`${operation.method} ${pathOf(operation)}?a=%0a`)],
  ['half an escape in the query', 400, (operation) => message(`${operation.method} ${pathOf(operation)}?a=%z1`)],
  ['an escape that is not UTF-8', 400, (operation) => message(`${operation.method} ${pathOf(operation)}?a=%c0%80`)],
  [
    'half a surrogate pair in the query',
    400,
    (operation) => message(`${operation.method} ${pathOf(operation)}?a=%ed%a0%80`),
  ],
  [
    'a compressed body',
    415,
    (operation) => message(`${operation.method} ${pathOf(operation)}`, [...json('{}'), 'Content-Encoding: gzip'], '{}'),
  ],
  [
    'an unknown transfer coding',
    400,
    (operation) => message(`${operation.method} ${pathOf(operation)}`, ['Transfer-Encoding: xchunked']),
  ],
];

test.each(EVERYWHERE)('answers %s with %i on every operation', async (_what, status, bytes) => {
  expect(operations.length).toBeGreaterThan(10);
  for (const operation of operations) {
    const answer = await sendRaw(port, bytes(operation), { silenceMs: 20 });
    expect({ operation: operation.name, statuses: answer.statuses }).toEqual({
      operation: operation.name,
      statuses: [status],
    });
    expectProblem(answer, status);
  }
});

const HOSTILE_IDS: [string, string][] = [
  ['half an escape', '%zz'],
  ['a NUL', '%00'],
  ['an encoded way up', '%2e%2e%2f%2e%2e%2fcarrier-profiles'],
  ['an encoded slash', '..%2fshipments'],
  ['an encoded backslash', '..%5cshipments'],
  ['300 characters', 'a'.repeat(300)],
  ['a UUID with a line feed', '01890a5d-ac96-774b-bcce-b302099a8057%0a'],
  ['not UTF-8', '%ff%fe'],
  ['__proto__', '__proto__'],
];

test.each(HOSTILE_IDS)(
  'answers %s as a path parameter with a 4xx problem on every operation that has one',
  async (_what, id) => {
    const withParameter = operations.filter((operation) => operation.template.includes('{'));
    expect(withParameter.length).toBeGreaterThan(5);
    for (const operation of withParameter) {
      const path = operation.template.replace(/\{\w+\}/g, id);
      const { statuses, headers } = await sendRaw(port, message(`${operation.method} ${path}`), { silenceMs: 20 });
      expect({ operation: operation.name, statuses }).toEqual({
        operation: operation.name,
        statuses: [expect.toSatisfy(isRefusal)],
      });
      expect(headers['content-type']).toContain('application/problem+json');
    }
  },
);

const isRefusal = (status: number): boolean => [400, 404, 405, 414, 415].includes(status);

test('gives what Node refuses the same form as what the application refuses', async () => {
  const answer = await sendRaw(port, message(`GET ${SHIPMENTS}`, ['X: a\u0000']));
  expect(JSON.parse(answer.body)).toEqual({
    type: `${PROBLEMS}/malformed-request`,
    title: 'Malformed Request',
    status: 400,
    detail: 'The request could not be read as HTTP.',
    instance: '/',
  });
  expect(answer.headers).toMatchObject({ connection: 'close', 'x-content-type-options': 'nosniff' });
});
