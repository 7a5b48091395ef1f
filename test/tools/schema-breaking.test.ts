import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakingChanges, type OpenApiDocument } from '../../tools/openapi-breaking.ts';
import type { Schema } from '../../tools/schema-alternatives.ts';

type Fields = Record<string, Schema>;
type Change = (fields: Fields, parcel: Schema, shared: Fields) => unknown;

/** A schema that holds one of everything, deep inside: an object, a map, a list, choices, and itself. */
const PARCEL: Schema = {
  type: 'object',
  required: ['reference', 'unit'],
  additionalProperties: false,
  properties: {
    reference: { type: 'string', minLength: 1, maxLength: 35, pattern: '^[A-Z]+$' },
    note: { type: 'string' },
    unit: { type: 'string', enum: ['kg', 'lb'] },
    event: { type: 'string', enum: ['booked'], 'x-extensible-enum': true },
    weight: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 70 },
    pieces: { type: 'integer', default: 1 },
    remark: { type: 'string', nullable: true },
    readyOn: { type: 'string', format: 'date-time' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    meta: { type: 'object', properties: {} },
    lines: { type: 'array', minItems: 1, maxItems: 9, items: { $ref: '#/components/schemas/Line' } },
    party: { oneOf: [{ $ref: '#/components/schemas/Company' }, { $ref: '#/components/schemas/Person' }] },
    place: {
      allOf: [{ $ref: '#/components/schemas/Line' }, { type: 'object', properties: { zone: { type: 'string' } } }],
    },
  },
};

const SCHEMAS: Fields = {
  Line: {
    type: 'object',
    required: ['sku'],
    properties: {
      sku: { type: 'string' },
      quantity: { type: 'integer' },
      parts: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
    },
  },
  Company: { type: 'object', required: ['companyName'], properties: { companyName: { type: 'string' } } },
  Person: {
    type: 'object',
    required: ['firstName'],
    properties: { firstName: { type: 'string' }, title: { type: 'string' } },
  },
};

/** Breaks no client, whoever sends it. */
const SAFE: Record<string, Change> = {
  // The rows of "When to increment version".
  'add optional field': (f) => (f['colour'] = { type: 'string' }),
  'change required -> optional': (_, p) => (p.required = ['reference']),
  // The same further down: in a shared schema, in a list, in itself, in a part of `allOf`, in one of two.
  'add optional field, further down': (_, __, s) => (fieldsOf(s, 'Line')['ean'] = { type: 'string' }),
  'change required -> optional, further down': (_, __, s) => delete field(s, 'Line').required,
  'add optional field to an alternative': (_, __, s) => (fieldsOf(s, 'Person')['suffix'] = { type: 'string' }),
  // Where the table is silent.
  'minimum written as in OpenAPI 3.1': (f) => (f['weight'] = { type: 'number', exclusiveMinimum: 0, maximum: 70 }),
  'a list that was said to grow gains a value': (f) => field(f, 'event').enum?.push('sent'),
  'default stated': (f) => (field(f, 'note')['default'] = ''),
  'unnamed fields accepted': (_, p) => (p.additionalProperties = true),
  'alternatives in another order': (f) => field(f, 'party').oneOf?.reverse(),
  'oneOf becomes anyOf': (f) => (f['party'] = { anyOf: field(f, 'party').oneOf ?? [] }),
  'nullable written as in OpenAPI 3.1': (f) => (f['remark'] = { type: ['string', 'null'] }),
  'enum written as literals': (f) =>
    (f['unit'] = {
      anyOf: [
        { const: 'kg', type: 'string' },
        { const: 'lb', type: 'string' },
      ],
    }),
  'reference written out': (f) => (field(f, 'lines').items = structuredClone(SCHEMAS['Line'] ?? {})),
  'fields moved into a part': (_, p) => (
    (p.allOf = [{ type: 'object', properties: p.properties ?? {} }]), delete p.properties
  ),
  'shared schema renamed': (f, _, s) => (
    (s['Item'] = field(s, 'Line')), (field(f, 'lines').items = { $ref: '#/components/schemas/Item' })
  ),
  'description, example, title, deprecated': (f) =>
    Object.assign(field(f, 'note'), { description: 'Said', example: 'x', title: 'Note', deprecated: true }),
};

/** Breaks clients, whoever sends it. */
const MAJOR: Record<string, Change> = {
  // The rows of "When to increment version".
  'change field type': (f) => (f['note'] = { type: 'integer' }),
  'change field type to a wider one': (f) => (f['pieces'] = { type: 'number', default: 1 }),
  'change field type to anything': (f) => (f['note'] = {}),
  'change field type to a list of it': (f) => (f['note'] = { type: 'array', items: { type: 'string' } }),
  'remove optional field': (f) => delete f['note'],
  'remove required field': (f, p) => (delete f['unit'], (p.required = ['reference'])),
  'rename field': (f) => ((f['text'] = field(f, 'note')), delete f['note']),
  'change optional -> required': (_, p) => p.required?.push('note'),
  // The same further down: in a shared schema, in a list, in itself, in a part of `allOf`, in one of two.
  'change field type, further down': (_, __, s) => (fieldsOf(s, 'Line')['sku'] = { type: 'integer' }),
  'remove field, further down': (_, __, s) => delete fieldsOf(s, 'Line')['quantity'],
  'change optional -> required, further down': (_, __, s) => field(s, 'Line').required?.push('quantity'),
  'remove field of a merged part': (f) => delete field(f, 'place').allOf?.[1]?.properties?.['zone'],
  'require field of a merged part': (f) => field(f, 'place').allOf?.push({ required: ['zone'] }),
  'remove field of an alternative': (_, __, s) => delete fieldsOf(s, 'Person')['title'],
  'change type of list items': (f) => (field(f, 'lines').items = { type: 'string' }),
  'change type of map values': (f) => (field(f, 'labels').additionalProperties = { type: 'integer' }),
  // Where the table is silent.
  'enum swaps a value': (f) => (field(f, 'unit').enum = ['kg', 'g']),
  'pattern changed': (f) => (field(f, 'reference')['pattern'] = '^[A-Z0-9]+$'),
  'format changed': (f) => (field(f, 'readyOn')['format'] = 'date'),
  'map becomes empty': (f) => (field(f, 'labels').additionalProperties = false),
};

/** Accepts less of what clients send; says less to those that read. */
const MAJOR_IN_REQUESTS: Record<string, Change> = {
  // The rows of "When to increment version".
  'add required field': (f, p) => ((f['colour'] = { type: 'string' }), p.required?.push('colour')),
  // Where the table is silent.
  'enum loses a value': (f) => field(f, 'unit').enum?.pop(),
  'free text becomes an enum': (f) => (field(f, 'note').enum = ['fragile']),
  'is no longer nullable': (f) => delete field(f, 'remark').nullable,
  'minLength raised': (f) => (field(f, 'reference')['minLength'] = 2),
  'maxLength lowered': (f) => (field(f, 'reference')['maxLength'] = 20),
  'maxLength added': (f) => (field(f, 'note')['maxLength'] = 70),
  'maximum lowered': (f) => (field(f, 'weight')['maximum'] = 31.5),
  'minimum raised': (f) => (field(f, 'weight')['minimum'] = 1),
  'minItems raised': (f) => (field(f, 'lines')['minItems'] = 2),
  'uniqueItems added': (f) => (field(f, 'lines')['uniqueItems'] = true),
  'pattern added': (f) => (field(f, 'note')['pattern'] = '^x'),
  'format added': (f) => (field(f, 'note')['format'] = 'uuid'),
  'default changed': (f) => (field(f, 'pieces')['default'] = 2),
  'unnamed fields refused': (f) => (field(f, 'meta').additionalProperties = false),
  'unnamed fields typed': (f) => (field(f, 'meta').additionalProperties = { type: 'string' }),
  'alternative removed': (f) => field(f, 'party').oneOf?.pop(),
  'field becomes readOnly': (f) => (field(f, 'note')['readOnly'] = true),
};

/** Says more to clients that read; accepts more of what they send. */
const MAJOR_IN_RESPONSES: Record<string, Change> = {
  // Where the table is silent.
  'enum gains a value': (f) => field(f, 'unit').enum?.push('g'),
  'a list that was said to grow becomes free text': (f) => delete field(f, 'event').enum,
  'enum becomes free text': (f) => delete field(f, 'unit').enum,
  'becomes nullable': (f) => (field(f, 'note').nullable = true),
  'minLength lowered': (f) => delete field(f, 'reference')['minLength'],
  'maxLength raised': (f) => (field(f, 'reference')['maxLength'] = 70),
  'maximum raised': (f) => (field(f, 'weight')['maximum'] = 1000),
  'minimum becomes inclusive': (f) => delete field(f, 'weight').exclusiveMinimum,
  'maxItems raised': (f) => (field(f, 'lines')['maxItems'] = 99),
  'pattern removed': (f) => delete field(f, 'reference')['pattern'],
  'format removed': (f) => delete field(f, 'readyOn')['format'],
  'map becomes untyped': (f) => (field(f, 'labels').additionalProperties = true),
  'alternative added': (f) => field(f, 'party').oneOf?.push({ type: 'string' }),
  'choice opened beside a type': (f) => (f['note'] = { anyOf: [{ type: 'string' }, { type: 'number' }] }),
  'null as an alternative': (f) => (f['note'] = { anyOf: [{ type: 'string' }, { type: 'null' }] }),
  'field becomes writeOnly': (f) => (field(f, 'note')['writeOnly'] = true),
};

const CASES = [
  ...Object.entries(SAFE).map(([name, change]) => ({ name, change, request: 'safe', response: 'safe' })),
  ...Object.entries(MAJOR).map(([name, change]) => ({ name, change, request: 'major', response: 'major' })),
  ...Object.entries(MAJOR_IN_REQUESTS).map(([name, change]) => ({ name, change, request: 'major', response: 'safe' })),
  ...Object.entries(MAJOR_IN_RESPONSES).map(([name, change]) => ({ name, change, request: 'safe', response: 'major' })),
].flatMap((row) => (['request', 'response'] as const).map((side) => ({ ...row, side, verdict: row[side] })));

test.each(CASES)('in a $side, $verdict: $name', ({ change, side, verdict }) => {
  const parcel = structuredClone(PARCEL);
  const shared = structuredClone(SCHEMAS);
  change(parcel.properties ?? {}, parcel, shared);
  const before = documentOf(side, PARCEL, SCHEMAS);
  const after = documentOf(side, parcel, shared);
  expect(after).not.toEqual(before);
  const changes = breakingChanges(before, after);
  expect(changes.length === 0 ? 'safe' : 'major', JSON.stringify(changes)).toBe(verdict);
});

test('names the operation, the place and what changed, once for a shared schema', () => {
  const shared = structuredClone(SCHEMAS);
  delete fieldsOf(shared, 'Line')['quantity'];
  const pair: Schema = { type: 'array', items: { $ref: '#/components/schemas/Line' } };
  expect(breakingChanges(documentOf('request', pair, SCHEMAS), documentOf('request', pair, shared))).toEqual([
    { operation: 'POST /parcels', pointer: '/components/schemas/Line/properties/quantity', message: 'field removed' },
  ]);
});

test('refuses a reference that points nowhere', () => {
  const before = documentOf('request', { $ref: '#/components/schemas/Gone' }, SCHEMAS);
  expect(() => breakingChanges(before, before)).toThrow('nothing is at #/components/schemas/Gone');
});

const schemas: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    fc.record<Schema>({ type: fc.constantFrom('string', 'integer', 'boolean'), nullable: fc.boolean() }),
    fc.record<Schema>({ enum: fc.uniqueArray(fc.string(), { minLength: 1 }) }),
    fc.constantFrom<Schema>({ $ref: '#/components/schemas/Line' }, {}),
    fc.record<Schema>({ type: fc.constant('array'), items: tie('schema') }),
    fc.record<Schema>({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record<Schema>({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record<Schema>({
      type: fc.constant('object'),
      properties: fc.dictionary(fc.string(), tie('schema'), { maxKeys: 4 }),
      additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
    }),
  ),
})).schema;

test('finds nothing between a document and itself', () => {
  fc.assert(
    fc.property(schemas, fc.constantFrom('request' as const, 'response' as const), (schema, side) => {
      const document = documentOf(side, schema, SCHEMAS);
      expect(breakingChanges(document, structuredClone(document))).toEqual([]);
    }),
  );
});

function documentOf(side: 'request' | 'response', parcel: Schema, shared: Fields): OpenApiDocument {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Parcel' } } };
  const operation =
    side === 'request'
      ? { requestBody: { required: true, content }, responses: { 204: {} } }
      : { responses: { 200: { content } } };
  return {
    paths: { '/parcels': { post: { operationId: 'createParcel', ...operation } } },
    components: { schemas: { ...shared, Parcel: parcel } },
  };
}

function field(fields: Fields, name: string): Schema {
  const schema = fields[name];
  if (schema === undefined) throw new Error(`no field ${name}`);
  return schema;
}

function fieldsOf(shared: Fields, name: string): Fields {
  return field(shared, name).properties ?? {};
}
