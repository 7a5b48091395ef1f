import { type TSchema, Type } from '@sinclair/typebox';
import { describe, expect, test } from 'vitest';
import { StringEnum } from '../../src/platform/schema.ts';
import { buildValidator, RequestInvalid } from '../../src/platform/validation.ts';

type Part = 'body' | 'querystring' | 'params' | 'headers';

const compile = buildValidator({});

/** What is wrong with a value, each as `field: message`; nothing when it is taken. */
function faults(schema: TSchema, value: unknown, httpPart: Part = 'body'): string[] {
  const result = compile({ schema, method: 'POST', url: '/', httpPart })(value);
  if (typeof result !== 'object' || !('error' in result)) return [];
  const { error } = result;
  if (!(error instanceof RequestInvalid)) throw new Error('not the error that the server expects', { cause: error });
  return error.fields.map(({ field, message }) => `${field}: ${message}`);
}

function taken(schema: TSchema, value: unknown, httpPart: Part): unknown {
  const result = compile({ schema, method: 'GET', url: '/', httpPart })(value);
  return typeof result === 'object' && 'value' in result ? result.value : undefined;
}

const one = (schema: TSchema) => Type.Object({ it: schema }, { additionalProperties: false });

describe('each rule is named at its place, with what to do', () => {
  test.each<[TSchema, unknown, string]>([
    [Type.String(), 5, 'Data.It: Must be a string.'],
    [Type.Integer(), 2.5, 'Data.It: Must be an integer.'],
    [Type.Object({}), [], 'Data.It: Must be an object.'],
    [Type.Array(Type.String()), 'x', 'Data.It: Must be an array.'],
    [Type.Array(Type.String()), ['a', null], 'Data.It[1]: Must be a string.'],
    [Type.String({ minLength: 1 }), '', 'Data.It: Must not be empty.'],
    [Type.String({ minLength: 3 }), 'ab', 'Data.It: Must have at least 3 characters.'],
    [Type.String({ maxLength: 2 }), 'abc', 'Data.It: Must have at most 2 characters.'],
    [Type.String({ pattern: '^x$' }), 'y', 'Data.It: Must match ^x$.'],
    [
      Type.String({ pattern: '^(?!0000)', description: 'A day.' }),
      '0000-01-01',
      'Data.It: Must be a date from 0001-01-01 on.',
    ],
    [Type.String({ pattern: '^x$', description: 'an x.' }), 'y', 'Data.It: Has the wrong form: an x.'],
    [
      Type.String({ pattern: '^[^\\u0000-\\u001f]*$', description: 'The street.' }),
      'a\tb',
      'Data.It: Contains a control character: send one line of printable text.',
    ],
    [StringEnum(['kg', 'lb']), 'st', 'Data.It: Must be one of kg, lb.'],
    [Type.Array(Type.String(), { minItems: 1 }), [], 'Data.It: Must have at least 1 item.'],
    [Type.Array(Type.String(), { minItems: 2 }), ['a'], 'Data.It: Must have at least 2 items.'],
    [Type.Array(Type.String(), { maxItems: 1 }), ['a', 'b'], 'Data.It: Must have at most 1 items.'],
    [Type.Array(Type.String(), { uniqueItems: true }), ['a', 'a'], 'Data.It: Must not name the same value twice.'],
    [Type.Number({ minimum: 1 }), 0, 'Data.It: Must be 1 or more.'],
    [Type.Number({ maximum: 1 }), 2, 'Data.It: Must be 1 or less.'],
    [Type.Number({ exclusiveMinimum: 0 }), 0, 'Data.It: Must be more than 0.'],
    [
      Type.String({ format: 'uuid' }),
      'x',
      'Data.It: Must be a UUID, for example 01890a5d-ac96-774b-bcce-b302099a8057.',
    ],
    [Type.String({ format: 'date' }), '2026-02-30', 'Data.It: Must be a date as YYYY-MM-DD, for example 2026-01-20.'],
    [Type.Object({ a: Type.String() }), {}, 'Data.It.A: Is required.'],
    [
      Type.Object({}, { additionalProperties: false }),
      { 'a/b': 1 },
      'Data.It.A/b: Is not a known field here. Check its spelling and its place.',
    ],
  ])('%j refuses %j', (schema, value, message) => {
    expect(faults(one(schema), { it: value })).toEqual([message]);
  });

  test('all of them at once, each once', () => {
    const schema = Type.Object(
      { a: Type.String(), b: Type.Number(), c: Type.Boolean() },
      { additionalProperties: false },
    );
    expect(faults(schema, { b: '1', d: 1 }).toSorted()).toEqual([
      'Data.A: Is required.',
      'Data.B: Must be a number.',
      'Data.C: Is required.',
      'Data.D: Is not a known field here. Check its spelling and its place.',
    ]);
  });

  test('but no more than 50, however many there are', () => {
    expect(faults(one(Type.Array(Type.Integer())), { it: Array(900).fill('x') })).toHaveLength(50);
  });

  test('of a large body but the first, for collecting them all would take seconds', () => {
    expect(faults(one(Type.Array(Type.Integer())), { it: Array(29_000).fill('x') })).toHaveLength(1);
  });

  test('a body that is missing', () => {
    expect(faults(one(Type.String()), null)).toEqual(['Data: Must be an object.']);
  });
});

describe('only what has no types of its own is turned into them', () => {
  const schema = Type.Object({
    limit: Type.Integer({ default: 50 }),
    status: Type.Optional(Type.Array(Type.String())),
  });

  test('a number as text is taken from the query', () => {
    expect(taken(schema, { limit: '7', status: 'Created' }, 'querystring')).toEqual({ limit: 7, status: ['Created'] });
    expect(taken(schema, {}, 'querystring')).toEqual({ limit: 50 });
  });

  test.each(['12', true, null, [12]])('%j in a body is no number', (limit) => {
    expect(faults(schema, { limit })).toEqual(['Data.Limit: Must be an integer.']);
  });

  test('a parameter that is sent twice is told so, unless it is a list', () => {
    expect(faults(schema, { limit: ['5', '6'] }, 'querystring')).toEqual([
      'Query.Limit: Must be there once; it is there 2 times.',
    ]);
    expect(faults(one(Type.String()), { it: ['a', 'a'] }, 'querystring')).toEqual([
      'Query.It: Must be there once; it is there 2 times.',
    ]);
    expect(faults(schema, { status: ['a', 'b'] }, 'querystring')).toEqual([]);
  });

  test.each([
    ['querystring', 'Query.Limit: Must be an integer.'],
    ['params', 'Path.Limit: Must be an integer.'],
    ['headers', 'Header.Limit: Must be an integer.'],
  ] as const)('a fault in the %s is named there', (part, message) => {
    expect(faults(schema, { limit: 'x' }, part)).toEqual([message]);
  });
});

describe('a moment is one that every part of the program can keep', () => {
  const moment = one(Type.String({ format: 'date-time' }));

  test.each([
    '2026-01-20T10:30:00Z',
    '2026-01-20t10:30:00.123456789z',
    '2024-02-29T23:59:59+14:00',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ])('%s', (text) => {
    expect(faults(moment, { it: text })).toEqual([]);
  });

  test.each([
    '2026-01-20',
    '2026-01-20T10:30:00',
    '2026-01-20T10:30Z',
    '2026-01-20 10:30:00Z',
    '2026-01-20T10:30:00+01',
    '2026-01-20T10:30:00+0100',
    '2026-02-29T10:30:00Z',
    '2026-01-20T24:00:00Z',
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '+012026-01-20T10:30:00Z',
    '2026-01-20T10:30:00Z\n',
  ])('%j is none', (text) => {
    expect(faults(moment, { it: text })).toEqual([
      'Data.It: Must be a date and time with its offset (RFC 3339), for example 2026-01-20T10:30:00Z.',
    ]);
  });

  test.each(['2016-12-31T23:59:60Z', '2016-12-31t23:59:60.5+00:00'])('%s is a leap second, which is said', (text) => {
    expect(faults(moment, { it: text })).toEqual([
      'Data.It: Must not be a leap second, which no clock here has: send the second before it or after it.',
    ]);
  });

  test('a plus that became a blank in the query is explained', () => {
    expect(faults(moment, { it: '2026-01-20T10:30:00 01:00' }, 'querystring')).toEqual([
      'Query.It: Must be a date and time with its offset (RFC 3339), for example 2026-01-20T10:30:00Z. In a URL write + as %2B.',
    ]);
  });
});

describe('an id is a bare UUID', () => {
  const id = one(Type.String({ format: 'uuid' }));

  test.each(['01890a5d-ac96-774b-bcce-b302099a8057', '01890A5D-AC96-774B-BCCE-B302099A8057'])('%s', (text) => {
    expect(faults(id, { it: text }, 'params')).toEqual([]);
  });

  test.each([
    'urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057',
    '{01890a5d-ac96-774b-bcce-b302099a8057}',
    '01890a5dac96774bbcceb302099a8057',
    '01890a5d-ac96-774b-bcce-b302099a805',
    '01890a5d-ac96-774b-bcce-b302099a8057\n',
  ])('%j is none', (text) => {
    expect(faults(id, { it: text }, 'params')).toHaveLength(1);
  });
});
