import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonBody } from '../../src/platform/json-body.ts';
import { ProblemError } from '../../src/platform/problem.ts';

const parse = (text: string): unknown => parseJsonBody(Buffer.from(text));

test('reads every JSON document that PostgreSQL can keep', () => {
  const character = fc
    .string({ unit: 'grapheme', maxLength: 5 })
    .filter((each) => !each.includes('\0') && each.isWellFormed());
  const key = character.filter((each) => each !== '__proto__' && each !== 'constructor');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
      fc.boolean(),
      fc.constant(null),
      character,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (document, indent) => {
      expect(parse(JSON.stringify(document, null, indent))).toEqual(JSON.parse(JSON.stringify(document)));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['{"a":1', 'The body is not valid JSON: '],
  ["{'a':1}", 'The body is not valid JSON: '],
  ['{"a":01}', 'The body is not valid JSON: '],
  ['{"a":NaN}', 'The body is not valid JSON: '],
  ['\uFEFF{"a":1}', 'The body begins with a byte order mark'],
  ['{"a":"\\u0000"}', 'A text in the body contains the NUL character (\\u0000).'],
  ['{"a":[{"b\\u0000":1}]}', 'A text in the body contains the NUL character (\\u0000).'],
  ['{"a":"\\ud83d"}', 'A text in the body contains half of a surrogate pair.'],
  ['["\\uDC00"]', 'A text in the body contains half of a surrogate pair.'],
  ['{"__proto__":{"isAdmin":true}}', 'The body has a key named __proto__.'],
  ['{"a":{"\\u005f_proto__":1}}', 'The body has a key named __proto__.'],
  ['{"_\\u005Fproto__":1}', 'The body has a key named __proto__.'],
  ['{"constructor":{}}', 'The body has a key named constructor.'],
])('refuses %s', (text, detail) => {
  expect(() => parse(text)).toThrow(malformed(detail));
});

test('refuses nesting and numbers of values that are work for nothing', () => {
  const nested = malformed('The body is nested deeper than 32 levels.');
  expect(() => parse(`${'['.repeat(33)}${']'.repeat(33)}`)).toThrow(nested);
  expect(() => parse('['.repeat(3_000_000))).toThrow(nested);
  expect(() => parse(`[${'1,'.repeat(30_001)}1]`)).toThrow(
    malformed('The body has more than 30000 values. Send it in parts'),
  );
});

test('refuses bytes that are not UTF-8', () => {
  for (const bytes of [
    [0x22, 0xff, 0x22],
    [0x22, 0xed, 0xa0, 0x80, 0x22],
    [0x22, 0xc0, 0x80, 0x22],
  ]) {
    expect(() => parseJsonBody(Buffer.from(bytes))).toThrow(ProblemError);
  }
});

test.each([
  [`"${'['.repeat(40)}"`, '['.repeat(40)],
  [`"\\"${'['.repeat(40)}"`, `"${'['.repeat(40)}`],
  [`["\\\\","${'{'.repeat(40)}"]`, ['\\', '{'.repeat(40)]],
  ['{"a\\"[":"\\\\"}', { 'a"[': '\\' }],
  ['{"a":"\\ud83d\\ude00 \\u00e9"}', { a: '😀 é' }],
  ['{"a":"__proto__ and constructor"}', { a: '__proto__ and constructor' }],
  [`${'['.repeat(32)}${']'.repeat(32)}`, JSON.parse(`${'['.repeat(32)}${']'.repeat(32)}`)],
])('is not misled by %s', (text, value) => {
  expect(parse(text)).toEqual(value);
});

function malformed(detail: string): unknown {
  return expect.objectContaining({
    type: 'malformed-body',
    status: 400,
    detail: expect.stringContaining(detail) as string,
  });
}
