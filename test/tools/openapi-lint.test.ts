import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The smallest document that keeps every rule; made anew for each change. */
function newDocument() {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const shipment = { $ref: '#/components/schemas/Shipment' };
  const parameters: Record<string, unknown>[] = [
    { name: 'id', in: 'path', required: true, description: 'Its id.', schema: { type: 'string' } },
  ];
  const operation: Record<string, unknown> = {
    operationId: 'getShipment',
    summary: 'Get a shipment',
    description: 'The shipment.',
    tags: ['Shipments'],
    parameters,
    responses: {
      200: {
        description: 'Found.',
        content: { 'application/json': { schema: shipment, example: { weightGrams: 1 } } },
      },
      404: { description: 'There is none.', content: problem },
    } as Record<string, unknown>,
  };
  const title = { type: 'string', description: 'In a few words.' };
  const schemas: Record<string, unknown> = {
    Problem: { type: 'object', properties: { type: { type: 'string' }, title }, required: ['type', 'title'] },
    Shipment: { type: 'object', properties: { weightGrams: { type: 'integer', minimum: 1, example: 2500 } } },
  };
  return {
    openapi: '3.0.3',
    info: { title: 'Shipping API', version: 'v2', license: { name: 'Proprietary', url: 'https://tms.test/docs' } },
    servers: [{ url: 'https://tms.test' }],
    tags: [{ name: 'Shipments', description: 'Shipments.' }],
    security: [{ apiKey: [] }],
    paths: { '/shipments/{id}': { get: operation } } as Record<string, Record<string, Record<string, unknown>>>,
    components: { schemas, securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'Authorization' } } },
  };
}

interface Problem {
  ruleId: string;
  severity: string;
  location: { source: { ref: string } }[];
}

type Document = ReturnType<typeof newDocument>;

const VIOLATIONS: Record<string, [rule: string, plant: (document: Document) => unknown]> = {
  'a misspelt keyword': ['struct', (document) => Object.assign(getOf(document), { sumary: 'x' })],
  'an operation without id': ['operation-operationId', (document) => delete getOf(document)['operationId']],
  'two operations with one id': [
    'operation-operationId-unique',
    (document) => (document.paths['/shipments'] = { get: { ...getOf(document), parameters: [] } }),
  ],
  'an operation without description': ['operation-description', (document) => delete getOf(document)['description']],
  'an operation without summary': ['operation-summary', (document) => delete getOf(document)['summary']],
  'an operation that cannot fail': ['operation-4xx-response', (document) => delete responsesOf(document)['404']],
  'an operation that cannot succeed': ['operation-2xx-response', (document) => delete responsesOf(document)['200']],
  'a failure in another form': [
    'operation-4xx-problem-details-rfc7807',
    (document) => (responsesOf(document)['404'] = { description: 'There is none.', content: { 'text/plain': {} } }),
  ],
  'an operation with a tag that is not described': [
    'operation-tag-defined',
    (document) => (getOf(document)['tags'] = ['Parcels']),
  ],
  'a tag without description': [
    'tag-description',
    (document) => (document.tags = [{ name: 'Shipments', description: '' }]),
  ],
  'a parameter without description': [
    'parameter-description',
    (document) => delete parameterOf(document)['description'],
  ],
  'a parameter that the path lacks': [
    'path-parameters-defined',
    (document) => (parameterOf(document)['name'] = 'reference'),
  ],
  'an unknown credential': ['security-defined', (document) => (getOf(document)['security'] = [{ cookie: [] }])],
  'no credentials at all': ['security-defined', (document) => Object.assign(document, { security: undefined })],
  'a reference to nowhere': ['no-unresolved-refs', (document) => delete document.components.schemas['Shipment']],
  'a component that nothing uses': [
    'no-unused-components',
    (document) => (document.components.schemas['Parcel'] = { type: 'object' }),
  ],
  'an example that is not valid': [
    'no-invalid-media-type-examples',
    (document) =>
      (document.components.schemas['Shipment'] = { type: 'object', properties: { weightGrams: { type: 'string' } } }),
  ],
  'an example of a field that is not valid': [
    'no-invalid-schema-examples',
    (document) =>
      (document.components.schemas['Shipment'] = {
        type: 'object',
        properties: { weightGrams: { type: 'integer', minimum: 1, example: 0 } },
      }),
  ],
  'a verb in a path': [
    'no-http-verbs-in-paths',
    (document) => (document.paths = { '/shipments/{id}/getLabels': { get: getOf(document) } }),
  ],
};

const directory = mkdtempSync(join(tmpdir(), 'openapi-lint-'));
const found = new Map<string, Set<string>>();

beforeAll(() => {
  const names = ['lawful', ...Object.keys(VIOLATIONS)];
  for (const name of names) {
    const document = newDocument();
    VIOLATIONS[name]?.[1](document);
    writeFileSync(join(directory, `${name}.json`), JSON.stringify(document));
  }
  const redocly = [
    resolve('node_modules/@redocly/cli/bin/cli.js'),
    'lint',
    '--config',
    'redocly.yaml',
    '--format',
    'json',
  ];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...redocly, '--max-problems', '1000', ...names.map((name) => join(directory, `${name}.json`))],
    { encoding: 'utf8', env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  if (!stdout.startsWith('{')) throw new Error(stderr);
  // One object a document, each ending with a brace at the beginning of a line.
  for (const report of stdout.split(/(?<=^\})/m).filter((text) => text.trim() !== '')) {
    const { problems } = JSON.parse(report) as { problems: Problem[] };
    for (const { ruleId, severity, location } of problems) {
      const name = basename(location[0]?.source.ref ?? '', '.json');
      found.set(name, (found.get(name) ?? new Set()).add(`${severity} ${ruleId}`));
    }
  }
}, 30_000);
afterAll(() => rmSync(directory, { recursive: true }));

test('lets a document pass that keeps the rules', () => {
  expect([...(found.get('lawful') ?? [])]).toEqual([]);
});

test.each(Object.entries(VIOLATIONS))('refuses %s', (name, [rule]) => {
  expect([...(found.get(name) ?? [])]).toContain(`error ${rule}`);
});

function getOf(document: Document): Record<string, unknown> {
  return document.paths['/shipments/{id}']?.['get'] ?? {};
}

function responsesOf(document: Document): Record<string, unknown> {
  return getOf(document)['responses'] as Record<string, unknown>;
}

function parameterOf(document: Document): Record<string, unknown> {
  const [parameter] = getOf(document)['parameters'] as Record<string, unknown>[];
  return parameter ?? {};
}
