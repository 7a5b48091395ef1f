import { expect, test } from 'vitest';
import { breakingChanges, type OpenApiDocument } from '../../tools/openapi-breaking.ts';

const JSON_CONTENT = { 'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } } };

/** Each kind of thing that a client depends on, once. */
const DOCUMENT: OpenApiDocument = {
  security: [{ bearer: [] }, { apiKey: ['read', 'write'] }],
  paths: {
    '/parcels': {
      parameters: [{ $ref: '#/components/parameters/Tenant' }],
      get: {
        operationId: 'listParcels',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
          { name: 'status', in: 'query', required: true, schema: { type: 'string', enum: ['Created', 'Ordered'] } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
        ],
        responses: {
          200: {
            headers: { 'X-Limit': { schema: { type: 'integer' } }, Link: { $ref: '#/components/headers/Link' } },
            content: { ...JSON_CONTENT, 'text/csv': { schema: { type: 'string' } } },
          },
          400: { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        operationId: 'createParcel',
        requestBody: { required: true, content: { ...JSON_CONTENT, 'text/csv': {} } },
        responses: { 201: { content: JSON_CONTENT } },
      },
    },
    '/parcels/{id}': {
      put: { operationId: 'orderParcel', requestBody: { content: JSON_CONTENT }, security: [{ apiKey: ['write'] }] },
      delete: { operationId: 'cancelParcel', responses: { 204: {} } },
    },
  },
  components: {
    headers: { Link: { schema: { type: 'string' } } },
    parameters: { Tenant: { name: 'tenant', in: 'query', schema: { type: 'string' } } },
    responses: {
      Problem: { content: { 'application/problem+json': { schema: { type: 'object', required: ['type'] } } } },
    },
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      apiKey: { type: 'apiKey', in: 'header', name: 'Authorization' },
    },
  },
};

const LIST = '/paths/~1parcels/get';
const CREATE = '/paths/~1parcels/post';
const ORDER = '/paths/~1parcels~1{id}/put';
const CANCEL = '/paths/~1parcels~1{id}/delete';
const JSON_SCHEMA = 'content/application~1json/schema';
const REMOVED = undefined;

type Row = [change: string, pointer: string, value: unknown];

const SAFE: Row[] = [
  ['add endpoint', '/paths/~1labels', { get: { operationId: 'listLabels' } }],
  ['add operation', '/paths/~1parcels/patch', { operationId: 'patchParcel' }],
  ['add optional parameter', `${LIST}/parameters/3`, { name: 'offset', in: 'query' }],
  ['parameter required -> optional', `${LIST}/parameters/1/required`, false],
  ['parameter enum gains a value', `${LIST}/parameters/1/schema/enum/2`, 'Accepted'],
  ['parameter bound raised', `${LIST}/parameters/0/schema/maximum`, 500],
  ['header parameter in another case', `${LIST}/parameters/2/name`, 'x-trace'],
  ['parameter described', `${LIST}/parameters/0/description`, 'At most this many.'],
  ['add optional body', `${CANCEL}/requestBody`, { content: JSON_CONTENT }],
  ['body required -> optional', `${CREATE}/requestBody/required`, false],
  ['accept another media type', `${CREATE}/requestBody/content/application~1xml`, {}],
  ['offer another media type', `${LIST}/responses/200/content/application~1xml`, {}],
  ['add response', `${CREATE}/responses/409`, {}],
  ['add content to an empty response', `${CANCEL}/responses/204/content`, JSON_CONTENT],
  ['add header', `${LIST}/responses/200/headers/Age`, { schema: { type: 'integer' } }],
  ['ask for fewer scopes', '/security/1/apiKey', ['read']],
  ['accept another credential', '/security/2', { cookie: [] }],
  ['open to everyone', `${ORDER}/security`, []],
  ['open to everyone beside credentials', `${ORDER}/security/1`, {}],
  ['add security scheme', '/components/securitySchemes/cookie', { type: 'apiKey', in: 'cookie', name: 'session' }],
  ['security scheme described', '/components/securitySchemes/apiKey/description', '`ApiKey sk_live_...`'],
  ['deprecate', `${ORDER}/deprecated`, true],
];

const MAJOR: [...Row, message: string][] = [
  ['remove path', '/paths/~1parcels', REMOVED, 'operation removed'],
  ['remove operation', CANCEL, REMOVED, 'operation removed'],
  ['rename operation', `${ORDER}/operationId`, 'bookParcel', 'operationId changed from orderParcel to bookParcel'],
  ['remove parameter', `${LIST}/parameters/2`, REMOVED, 'parameter removed'],
  ['remove parameter of the path', '/paths/~1parcels/parameters', REMOVED, 'parameter removed'],
  ['rename parameter', `${LIST}/parameters/0/name`, 'size', 'parameter removed'],
  ['move parameter', `${LIST}/parameters/0/in`, 'header', 'parameter removed'],
  [
    'add required parameter',
    `${LIST}/parameters/3`,
    { name: 'from', in: 'query', required: true },
    'required parameter added',
  ],
  [
    'parameter optional -> required',
    `${LIST}/parameters/0/required`,
    true,
    'parameter changed from optional to required',
  ],
  [
    'shared parameter optional -> required',
    '/components/parameters/Tenant/required',
    true,
    'parameter changed from optional to required',
  ],
  ['parameter type changed', `${LIST}/parameters/0/schema/type`, 'string', 'type changed from integer to string'],
  [
    'parameter enum loses a value',
    `${LIST}/parameters/1/schema/enum`,
    ['Created'],
    'enum changed from ["Created","Ordered"] to ["Created"]',
  ],
  ['parameter bound lowered', `${LIST}/parameters/0/schema/maximum`, 50, 'maximum changed from 100 to 50'],
  [
    'parameter in another style',
    `${LIST}/parameters/0/style`,
    'spaceDelimited',
    'parameter is written in another way (style, explode)',
  ],
  ['remove body', `${CREATE}/requestBody`, REMOVED, 'body removed'],
  ['add required body', `${CANCEL}/requestBody`, { required: true, content: JSON_CONTENT }, 'required body added'],
  ['body optional -> required', `${ORDER}/requestBody/required`, true, 'body changed from optional to required'],
  ['accept one media type less', `${CREATE}/requestBody/content/text~1csv`, REMOVED, 'media type removed'],
  [
    'type body that took anything',
    `${CREATE}/requestBody/content/text~1csv/schema`,
    { type: 'string' },
    'type changed from anything to string',
  ],
  ['offer one media type less', `${LIST}/responses/200/content/text~1csv`, REMOVED, 'media type removed'],
  ['remove response', `${LIST}/responses/400`, REMOVED, 'response removed'],
  ['success with another status', `${CREATE}/responses`, { 202: { content: JSON_CONTENT } }, 'response removed'],
  ['remove field of a body', `${CREATE}/requestBody/${JSON_SCHEMA}/properties/id`, REMOVED, 'field removed'],
  ['remove field of a response', `${CREATE}/responses/201/${JSON_SCHEMA}/properties/id`, REMOVED, 'field removed'],
  [
    'change shared response',
    '/components/responses/Problem/content/application~1problem+json/schema/type',
    'array',
    'type changed from object to array',
  ],
  ['remove header', `${LIST}/responses/200/headers/X-Limit`, REMOVED, 'header removed'],
  [
    'header type changed',
    `${LIST}/responses/200/headers/X-Limit/schema/type`,
    'string',
    'type changed from integer to string',
  ],
  ['shared header type changed', '/components/headers/Link/schema/type', 'array', 'type changed from string to array'],
  ['ask for more scopes', `${ORDER}/security/0/apiKey`, ['write', 'admin'], 'apiKey no longer enough'],
  ['refuse a credential', '/security/0', REMOVED, 'bearer no longer enough'],
  ['ask for a second credential', `${ORDER}/security/0/bearer`, [], 'apiKey no longer enough'],
  ['close what was open to others', `${CANCEL}/security`, [{ bearer: [] }], 'apiKey no longer enough'],
  ['remove security scheme', '/components/securitySchemes/bearer', REMOVED, 'security scheme removed'],
  [
    'send credentials elsewhere',
    '/components/securitySchemes/apiKey/name',
    'X-Api-Key',
    'credentials are sent in another way',
  ],
];

test('finds nothing between a document and itself', () => {
  expect(breakingChanges(DOCUMENT, structuredClone(DOCUMENT))).toEqual([]);
});

test.each(SAFE)('safe: %s', (_change, pointer, value) => {
  expect(breakingChanges(DOCUMENT, changed(pointer, value))).toEqual([]);
});

test.each(MAJOR)('major: %s', (_change, pointer, value, message) => {
  const messages = breakingChanges(DOCUMENT, changed(pointer, value)).map((change) => change.message);
  expect(new Set(messages)).toEqual(new Set([message]));
});

test('counts credentials as added where there were none', () => {
  const open = changed('/security', []);
  expect(breakingChanges(open, DOCUMENT).map((change) => [change.operation, change.message])).toEqual([
    ['GET /parcels', 'no credentials no longer enough'],
    ['POST /parcels', 'no credentials no longer enough'],
    ['DELETE /parcels/{id}', 'no credentials no longer enough'],
  ]);
});

test('names the operation and the place', () => {
  expect(breakingChanges(DOCUMENT, changed(`${LIST}/responses/200/headers/X-Limit`, REMOVED))).toEqual([
    { operation: 'GET /parcels', pointer: `${LIST}/responses/200/headers/X-Limit`, message: 'header removed' },
  ]);
});

/** A copy (nothing shared within it) whose value at the JSON pointer is another, or is gone. */
function changed(pointer: string, value: unknown): OpenApiDocument {
  const document = JSON.parse(JSON.stringify(DOCUMENT)) as OpenApiDocument;
  const tokens = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = tokens.pop() ?? '';
  let parent = document as Record<string, unknown>;
  for (const token of tokens) parent = parent[token] as Record<string, unknown>;
  if (value !== REMOVED) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  expect(document).not.toEqual(DOCUMENT);
  return document;
}
