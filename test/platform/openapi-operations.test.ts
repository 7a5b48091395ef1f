import { Ajv } from 'ajv';
import addFormatsModule, { type FormatsPlugin } from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppForDocuments } from '../../src/app.ts';
import { AUTHENTICATED } from '../../src/modules/authorizing/permissions.ts';
import { openApiDocuments } from '../../src/platform/openapi.ts';

interface Example {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  [member: string]: unknown;
}

interface Answer {
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema: object; examples?: Record<string, { summary: string; value: Example }> }>;
}

interface Operation {
  operationId: string;
  'x-permission': string;
  'x-rate-limit-class'?: 'read' | 'write' | 'bulk';
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema: { default?: unknown };
    example?: unknown;
  }[];
  responses: Record<string, Answer>;
}

interface Document {
  info: object;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; headers: Record<string, { description: string; example: unknown }> };
}

let app: FastifyInstance;
let documents: Document[];
/** Each operation of each document, and each of its failures. */
let operations: { name: string; method: string; path: string; operation: Operation; document: Document }[];
let failures: { name: string; status: number; path: string; answer: Answer; examples: [string, Example][] }[];

beforeAll(async () => {
  app = await createAppForDocuments();
  await app.ready();
  documents = Object.values(openApiDocuments(app)) as Document[];
  operations = documents.flatMap((document) =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: operation.operationId,
        method,
        path,
        operation,
        document,
      })),
    ),
  );
  failures = operations.flatMap(({ name, path, operation }) =>
    Object.entries(operation.responses).flatMap(([status, answer]) => {
      const { examples = {} } = answer.content?.['application/problem+json'] ?? {};
      if (Number(status) < 400) return [];
      const shown = Object.entries(examples).map(([key, { value }]): [string, Example] => [key, value]);
      return [{ name: `${name} ${status}`, status: Number(status), path, answer, examples: shown }];
    }),
  );
});
afterAll(() => app.close());

test('there are operations and failures to look at', () => {
  expect(operations.length).toBeGreaterThan(35);
  expect(failures.length).toBeGreaterThan(300);
});

describe('an operation that changes something', () => {
  test('takes an Idempotency-Key, described, and reading takes none', () => {
    for (const { name, method, operation } of operations) {
      const keys = (operation.parameters ?? []).filter((one) => one.name === 'Idempotency-Key');
      expect(keys, name).toHaveLength(method === 'get' ? 0 : 1);
      for (const key of keys) {
        expect(key, name).toMatchObject({ in: 'header', required: false });
        expect(key.description, name).toContain('72 hours');
        // The page of /docs would send it, the same with every request.
        expect(key, name).not.toHaveProperty('example');
      }
    }
  });

  test('says how its Idempotency-Key can fail, and reading does not', () => {
    for (const { name, method, operation } of operations) {
      const shown = (status: number, type: string): boolean =>
        operation.responses[status]?.content?.['application/problem+json']?.examples?.[type] !== undefined;
      const isKeyed = method !== 'get';
      expect(shown(400, 'malformed-idempotency-key'), name).toBe(isKeyed);
      expect(shown(409, 'idempotency-in-progress'), name).toBe(isKeyed);
      expect(shown(422, 'idempotency-key-reused'), name).toBe(isKeyed);
    }
  });

  test('says that a success may be a replay', () => {
    for (const { name, method, operation } of operations) {
      const successes = Object.entries(operation.responses).filter(([status]) => Number(status) < 300);
      expect(successes, name).not.toEqual([]);
      for (const [, { headers }] of successes)
        expect(headers?.['Idempotent-Replayed'] !== undefined, name).toBe(method !== 'get');
    }
  });
});

test('an operation says which limit it counts against: read, write, or bulk where its route says so', () => {
  const bulk: string[] = [];
  for (const { name, method, operation } of operations) {
    const { value } =
      operation.responses['429']?.content?.['application/problem+json']?.examples?.['rate-limited'] ?? {};
    const { 'x-rate-limit-class': named = method === 'get' ? 'read' : 'write' } = operation;
    if (named === 'bulk') bulk.push(name);
    expect([value?.['policy'], value?.['limit']], name).toEqual([named, { read: 1000, write: 100, bulk: 10 }[named]]);
  }
  expect(bulk.sort()).toEqual(['calculateBatch', 'importPrices']);
});

describe('a parameter', () => {
  test('that has a default may be left out', () => {
    const found = operations.flatMap(({ name, operation }) =>
      (operation.parameters ?? []).flatMap((one) => (one.schema.default === undefined ? [] : [{ ...one, name }])),
    );
    expect(found.length).toBeGreaterThan(30);
    for (const { name, required } of found) expect(required, name).toBe(false);
  });

  test('that is a header has the name that its standard writes', () => {
    const names = operations.flatMap(({ operation }) =>
      (operation.parameters ?? []).flatMap((one) => (one.in === 'header' ? [one.name] : [])),
    );
    expect([...new Set(names)].sort()).toEqual(['Idempotency-Key', 'If-Match', 'If-None-Match']);
  });

  test('asks for what has changed, wherever the answer can be that nothing has', () => {
    for (const { name, operation } of operations) {
      const asks = (operation.parameters ?? []).some((one) => one.name === 'If-None-Match');
      expect(asks, name).toBe(operation.responses['304'] !== undefined);
    }
  });
});

describe('an answer', () => {
  test('declares the headers that all have, each by reference to one description', () => {
    for (const { name, operation, document } of operations) {
      for (const answer of Object.values(operation.responses)) {
        expect(Object.keys(answer.headers ?? {}), name).toEqual(
          expect.arrayContaining(['X-Request-Id', 'X-Correlation-Id', 'X-RateLimit-Remaining', 'RateLimit']),
        );
        for (const [header, { $ref }] of Object.entries(answer.headers ?? {})) {
          expect($ref, name).toBe(`#/components/headers/${header}`);
          expect(document.components.headers[header], name).toMatchObject({ description: expect.any(String) });
        }
      }
    }
  });

  test.each([429, 503, 504])('of status %i says when to come back', (status) => {
    const such = failures.filter((failure) => failure.status === status);
    expect(such.length).toBeGreaterThan(0);
    expect(such.filter(({ answer }) => answer.headers?.['Retry-After'] === undefined)).toEqual([]);
  });

  test('of every operation can be that there are too many requests, or that the server cannot', () => {
    for (const { name, operation } of operations)
      expect(Object.keys(operation.responses), name).toEqual(
        expect.arrayContaining(['400', '401', '403', '429', '500', '503']),
      );
  });

  test('with a version has an ETag, and one about what was made says where it is', () => {
    const headersOf = (name: string, status: number): string[] =>
      Object.keys(operations.find((one) => one.name === name)?.operation.responses[status]?.headers ?? {});
    expect(headersOf('getShipment', 200)).toContain('ETag');
    expect(headersOf('createShipment', 201)).toEqual(expect.arrayContaining(['ETag', 'Location']));
    expect(headersOf('listShipments', 200)).not.toContain('ETag');
    expect(headersOf('updateShipment', 200)).not.toContain('Location');
    expect(headersOf('createOrder', 201)).toContain('Location');
    // A scan cannot be read by itself.
    expect(headersOf('recordTrackingEvent', 201)).not.toContain('Location');
  });
});

describe('the example of a failure', () => {
  test('is there for every failure', () => {
    expect(failures.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);
  });

  test('is a problem as the document describes it', () => {
    const addFormats = addFormatsModule as unknown as FormatsPlugin;
    for (const document of documents) {
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats(ajv);
      const { components } = document;
      const validate = ajv.compile({ $ref: '#/components/schemas/Problem', components });
      const own = new Set(operations.filter((one) => one.document === document).map(({ path }) => path));
      for (const { name, path, answer, examples } of failures) {
        if (!own.has(path)) continue;
        const { schema } = answer.content?.['application/problem+json'] ?? {};
        expect(schema, name).toEqual({ $ref: '#/components/schemas/Problem' });
        for (const [key, example] of examples) {
          validate(example);
          expect(validate.errors, `${name} ${key}`).toBeNull();
        }
      }
    }
  });

  test('has the status of its answer, the type it is named after, and one title for one type', () => {
    const titles = new Map<string, string>();
    for (const { name, status, examples } of failures) {
      for (const [key, { type, title, status: shown }] of examples) {
        expect(shown, `${name} ${key}`).toBe(status);
        expect(type, name).toBe(`https://viya.shipitsmarter.com/errors/${key}`);
        expect(title, `${name} ${key}`).toBe(titles.get(key) ?? title);
        titles.set(key, title);
      }
    }
  });

  test('happened at a path of its operation', () => {
    for (const { name, path, examples } of failures) {
      const form = new RegExp(`^${path.replaceAll(/[.+?()]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/{}]+')}$`);
      for (const [, { instance }] of examples) expect(instance, name).toMatch(form);
    }
  });

  test('names the place where a request is not valid', () => {
    const found = failures.flatMap(({ examples }) => examples.filter(([key]) => key === 'validation'));
    expect(found.length).toBeGreaterThan(30);
    for (const [, { errors }] of found)
      expect(errors).toMatchObject([
        { field: expect.any(String), pointer: expect.any(String), message: expect.any(String) },
      ]);
  });

  test('names the permission that the operation needs', () => {
    for (const { name, operation } of operations) {
      const permission = operation['x-permission'];
      const forbidden = operation.responses['403']?.content?.['application/problem+json']?.examples?.['forbidden'];
      if (permission === AUTHENTICATED) expect(forbidden, name).toBeUndefined();
      else expect(forbidden?.value['permission'], name).toBe(permission);
    }
  });

  test('shows what carriers and states refuse only where they can, with all its members', () => {
    const operationsWith = (type: string): string[] =>
      failures
        .filter(({ examples }) => examples.some(([key]) => key === type))
        .map(({ name }) => name)
        .sort();
    expect(operationsWith('carrier-error')).toEqual([
      'cancelShipment 422',
      'orderShipment 422',
      'resetShipment 422',
      'resolveBooking 422',
    ]);
    expect(operationsWith('carrier-unavailable')).toEqual([
      'cancelShipment 503',
      'getShipmentLabels 503',
      'orderShipment 503',
      'resetShipment 503',
      'resolveBooking 503',
      'verifyCarrierProfile 503',
    ]);
    expect(operationsWith('unknown-permission-group')).toEqual(['createToken 422', 'updateUser 422']);
    const examplesOf = (name: string) =>
      Object.fromEntries(failures.find((failure) => failure.name === name)?.examples ?? []);
    expect(examplesOf('cancelShipment 409')['invalid-state-transition']).toMatchObject({
      currentStatus: 'Executed',
      allowedTransitions: [],
    });
    expect(examplesOf('orderShipment 422')['carrier-error']).toMatchObject({
      carrier: 'DHLPX',
      carrierErrorCode: 'INVALID_POSTAL_CODE',
      carrierMessage: 'Postleitzahl ungültig',
    });
    expect(examplesOf('updateShipment 412')['precondition-failed']).toMatchObject({ currentVersion: 4 });
  });
});

test('no document names a licence that does not exist', () => {
  for (const { info } of documents) expect(info).not.toHaveProperty('license');
});
