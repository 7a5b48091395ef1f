import { Ajv, type Plugin } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { type Operation, pathOf, readOperations } from '../harness/api-operations.ts';
import { useTestApp } from '../harness/app.ts';
import { edgeCasesOf, parameterEdgesOf } from '../harness/schema-edges.ts';
import { createTestDatabase, SHIPMENTS } from '../harness.ts';

const world = useTestApp(createTestDatabase);

const operations = readOperations();

const addFormats = addFormatsModule as unknown as Plugin<readonly string[]>;

interface Failure {
  operation: string;
  asked: string;
  answered: string;
}

/** Whether an answer is one that a hostile request may have; if not, what it was. */
async function failureOf(
  operation: Operation,
  asked: string,
  options: InjectOptions,
  mustRefuse: boolean,
): Promise<Failure[]> {
  const headers = { authorization: `ApiKey ${world.caller.apiKey}`, ...options.headers };
  const {
    statusCode,
    headers: sent,
    body,
  } = await world.server.app.http.inject({ method: operation.method, ...options, headers });
  // `If-None-Match: *` of what is there is answered 304 (RFC 9110, section 13.1.2).
  const isAnswer =
    statusCode < 300 || statusCode === 304
      ? !mustRefuse || hasRefusedItem(body)
      : statusCode >= 400 && statusCode < 500 && isProblem(sent, body, statusCode);
  const isRefusedRightly = !mustRefuse || statusCode === 400 || hasRefusedItem(body);
  if (isAnswer && isRefusedRightly) return [];
  return [{ operation: operation.name, asked, answered: `${statusCode} ${body.slice(0, 300)}` }];
}

/** A batch answers every item by itself, and a wrong one with its own problem. */
function hasRefusedItem(body: string): boolean {
  const { items } = (body.startsWith('{"items":') ? JSON.parse(body) : {}) as { items?: { status?: number }[] };
  return items?.some(({ status }) => status === 400) ?? false;
}

function isProblem(headers: Record<string, unknown>, body: string, status: number): boolean {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return false;
  const problem = JSON.parse(body) as { status?: number; detail?: string };
  return problem.status === status && typeof problem.detail === 'string' && !LEAKS.test(body);
}

/** What tells a stranger how the program is made. */
const LEAKS = /\bat [\w.<>]+ \(|node_modules|select .* from|insert into|prisma|SQLSTATE|ECONN|src\/|TypeError|stack/i;

/** The resource that a path's ids name, so that what is asked is done as far as it can be. */
async function pathOfExisting(operation: Operation): Promise<string> {
  return pathOf(
    operation,
    operation.template.startsWith(`${SHIPMENTS}/`) ? { id: (await world.caller.createShipment()).id } : {},
  );
}

/** Several at a time, because most of an answer's time is waiting for the database. */
async function ask<Case>(cases: readonly Case[], one: (asked: Case) => Promise<Failure[]>): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (let at = 0; at < cases.length; at += 8) {
    failures.push(...(await Promise.all(cases.slice(at, at + 8).map(one))).flat());
  }
  return failures.slice(0, 3);
}

test.each(operations.filter((operation) => operation.body !== undefined))(
  'answers every edge of the body of $name as its schema says, and never with 5xx',
  async (operation) => {
    const schema = operation.body ?? {};
    const ajv = new Ajv({ strict: false });
    addFormats(ajv, ['date', 'date-time', 'uuid', 'uri', 'email']);
    const isValid = ajv.compile(schema);
    const url = await pathOfExisting(operation);
    const cases = edgeCasesOf(schema);
    const failures = await ask(cases, ({ name, text }) => {
      const options = { url, payload: text, headers: { 'content-type': 'application/json' } };
      return failureOf(operation, name, options, !isValid(JSON.parse(text)));
    });
    expect(failures).toEqual([]);
    expect(cases.length).toBeGreaterThan(50);
  },
  // A contract has some thousand edges.
  120_000,
);

test.each(operations.filter((operation) => operation.parameters.some((one) => one.in === 'query')))(
  'answers every edge of every query parameter of $name with 2xx or a 4xx problem',
  async (operation) => {
    const url = await pathOfExisting(operation);
    const cases = operation.parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap(({ name, schema }) => parameterEdgesOf(schema).map((value) => ({ name, value: value.toWellFormed() })));
    const failures = await ask(cases, ({ name, value }) =>
      failureOf(
        operation,
        `${name}=${value.slice(0, 60)}`,
        { url: `${url}?${name}=${encodeURIComponent(value)}` },
        false,
      ),
    );
    expect(failures).toEqual([]);
  },
);

describe('query parameters in forms that nobody means', () => {
  test.each([
    '1e2',
    '0x10',
    '%205',
    '5%20',
    '5.0',
    '+5',
    'Infinity',
    '-Infinity',
    'NaN',
    '',
    '0b11',
    '1_000',
    '%D9%A3',
    '9007199254740993',
    '5&limit=6',
    '5&limit=5',
  ])('answers 400 to limit=%s wherever there is a limit', async (value) => {
    const paged = operations.filter((operation) => operation.parameters.some(({ name }) => name === 'limit'));
    expect(paged.length).toBeGreaterThan(3);
    for (const operation of paged) {
      expect(await failureOf(operation, value, { url: `${pathOf(operation)}?limit=${value}` }, true)).toEqual([]);
    }
  });

  test.each([
    '__proto__=1',
    'constructor=1',
    'unknown=1',
    'limit[a]=1',
    'limit[]=1',
    'limit.a=1',
    'LIMIT=1',
    '=1',
    'toString',
    'dryRun=true',
  ])('answers 400 to the unknown parameter %s on every operation', async (query) => {
    for (const operation of operations) {
      expect(await failureOf(operation, query, { url: `${pathOf(operation)}?${query}` }, true)).toEqual([]);
    }
  });

  test('takes a thousand repetitions of a list for too many, and of a single value for an error', async () => {
    const many = (one: string): string => Array(900).fill(one).join('&');
    expect((await world.caller.get(`${SHIPMENTS}?${many('status=Created').slice(0, 7_000)}`)).status).toBe(400);
    expect((await world.caller.get(`${SHIPMENTS}?${many('a=1')}`)).status).toBe(400);
  });

  test('answers a range of time that is empty with an empty page', async () => {
    for (const range of [
      'createdFrom=9999-12-31T23:59:59Z',
      'createdFrom=2026-02-01T00:00:00Z&createdTo=2026-01-01T00:00:00Z',
      'createdTo=0001-01-01T00:00:00Z',
    ]) {
      const { status, body } = await world.caller.get(`${SHIPMENTS}?${range}`);
      expect({ status, total: body.total }).toEqual({ status: 200, total: 0 });
    }
  });
});

const READ_BY_NOBODY = [
  'X-Correlation-Id',
  'User-Agent',
  'X-Forwarded-For',
  'Range',
  'If-None-Match',
  'Origin',
  'Cookie',
  'Referer',
];

test.each([['If-Match'], ['Accept'], ['Idempotency-Key'], ['Content-Type'], READ_BY_NOBODY])(
  'answers a hostile %s with 2xx or a 4xx problem on every operation',
  async (...names) => {
    const values = [
      '',
      ' ',
      '"',
      '""',
      'x'.repeat(8_000),
      '\u00e9\u00ff',
      "';--",
      '"1", "2"',
      '*',
      'W/"1"',
      '%00',
      '${x}',
      '-1',
      '9'.repeat(40),
      'bytes=0-',
      ',,,,',
      ';q=1;q=2',
      `${'a/b;q=0.1,'.repeat(700)}`,
    ];
    const cases = operations.flatMap((operation) => values.map((value) => ({ operation, value })));
    const failures = await ask(cases, ({ operation, value }) => {
      const headers = Object.fromEntries(names.map((name) => [name, value]));
      return failureOf(operation, `${names[0]}: ${value.slice(0, 40)}`, { url: pathOf(operation), headers }, false);
    });
    expect(failures).toEqual([]);
  },
);

test('names a bound for every text and list that a body may hold', () => {
  const unbounded = operations.flatMap((operation) =>
    operation.body === undefined ? [] : unboundedIn(operation.body, operation.name),
  );
  expect(unbounded).toEqual([]);
});

type BodySchema = NonNullable<Operation['body']>;

function unboundedIn(schema: BodySchema, place: string): string[] {
  const { type, properties = {}, additionalProperties, items, anyOf = [] } = schema;
  const isOpen = type === 'object' && additionalProperties !== false && typeof additionalProperties !== 'object';
  const isEndless = type === 'array' && schema.maxItems === undefined;
  const isLong = type === 'string' && schema.maxLength === undefined && schema.enum === undefined && !isShort(schema);
  return [
    ...(isOpen || isEndless || isLong ? [place] : []),
    ...Object.entries(properties).flatMap(([name, property]) => unboundedIn(property, `${place}.${name}`)),
    ...(typeof additionalProperties === 'object' ? unboundedIn(additionalProperties, `${place}.*`) : []),
    ...(items === undefined ? [] : unboundedIn(items, `${place}[]`)),
    ...anyOf.flatMap((each) => unboundedIn(each, place)),
  ];
}

/** A form that is short by itself: a date, an id, or a pattern in which nothing repeats without end. */
function isShort({ format, pattern }: BodySchema): boolean {
  return ['date', 'date-time', 'uuid'].includes(format ?? '') || (pattern !== undefined && !/[*+]|,\}/.test(pattern));
}
