import { type TSchema, Type } from '@sinclair/typebox';
import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const document = {
  schemas: {
    Party: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', maxLength: 35, minLength: 1 } },
    },
    Named: {
      allOf: [
        { $ref: '#/schemas/Party' },
        { type: 'object', properties: { code: { type: 'string', enum: ['A', 'B'] } } },
      ],
    },
    Letter: { type: 'object', properties: { letter: { type: 'string' } } },
    Order: {
      type: 'object',
      required: ['party'],
      properties: {
        party: { $ref: '#/schemas/Named' },
        weight: { type: 'number', minimum: 1, maximum: 70 },
        size: { type: 'number', multipleOf: 0.001 },
        amount: { type: 'integer' },
        account: { type: 'string', pattern: '\\d{10}' },
        reason: { type: 'string', pattern: 'A16|A18' },
        parties: { anyOf: [{ type: 'array', items: { $ref: '#/schemas/Party' } }, { $ref: '#/schemas/Party' }] },
        stamped: { type: 'object', required: ['stamp'] },
        pieces: { type: 'array', maxItems: 2, items: { type: 'string' } },
        either: { oneOf: [{ $ref: '#/schemas/Party' }, { $ref: '#/schemas/Letter' }] },
      },
    },
  },
};
const Name = Type.String({ minLength: 1, maxLength: 35 });
const Party = Type.Object({ name: Name });

function found(direction: 'sent' | 'told', ours: TSchema): string[] {
  return differences(ours, document.schemas.Order, { document, direction });
}

test.each<[string, TSchema, string[]]>([
  ['what the document has', Type.Object({ party: Party }), []],
  ['one of two forms', Type.Object({ party: Party, either: Type.Object({ letter: Type.String() }) }), []],
  [
    'either of two forms',
    Type.Object({ party: Party, either: Type.Union([Party, Type.Object({ letter: Type.String() })]) }),
    [],
  ],
  [
    'either of two forms, one of which it has not',
    Type.Object({ party: Party, either: Type.Union([Party, Type.Object({ lettre: Type.String() })]) }),
    ['/either/lettre: not in the document'],
  ],
  ['a member that it has not', Type.Object({ party: Party, odd: Name }), ['/odd: not in the document']],
  ['nothing where it demands', Type.Object({}), ['/party: must be there, says the document']],
  [
    'at will what it demands',
    Type.Object({ party: Type.Optional(Party) }),
    ['/party: must be there, says the document'],
  ],
  ['nothing inside', Type.Object({ party: Type.Object({}) }), ['/party/name: must be there, says the document']],
  ['another type', Type.Object({ party: Party, weight: Name }), ['/weight: string and not number']],
  [
    'longer texts',
    Type.Object({ party: Type.Object({ name: Type.String({ minLength: 1, maxLength: 36 }) }) }),
    ['/party/name: maxLength 36 and not 35'],
  ],
  [
    'texts of any length',
    Type.Object({ party: Type.Object({ name: Type.String() }) }),
    ['/party/name: maxLength none and not 35', '/party/name: minLength none and not 1'],
  ],
  [
    'heavier goods',
    Type.Object({ party: Party, weight: Type.Number({ minimum: 1, maximum: 71 }) }),
    ['/weight: maximum 71 and not 70'],
  ],
  ['heavy goods as integers', Type.Object({ party: Party, weight: Type.Integer({ minimum: 1, maximum: 70 }) }), []],
  [
    'numbers where it has integers',
    Type.Object({ party: Party, amount: Type.Number() }),
    ['/amount: number and not integer'],
  ],
  ['integers', Type.Object({ party: Party, amount: Type.Integer(), size: Type.Literal(2) }), []],
  [
    'a number that is no integer',
    Type.Object({ party: Party, amount: Type.Literal(1.5) }),
    ['/amount: number and not integer'],
  ],
  ['its steps, and wider ones', Type.Object({ party: Party, size: Type.Number({ multipleOf: 0.01 }) }), []],
  ['integers where it has steps', Type.Object({ party: Party, size: Type.Integer() }), []],
  [
    'smaller steps',
    Type.Object({ party: Party, size: Type.Number({ multipleOf: 0.0005 }) }),
    ['/size: multipleOf 0.0005 and not 0.001'],
  ],
  ['any number', Type.Object({ party: Party, size: Type.Number() }), ['/size: multipleOf none and not 0.001']],
  ['its pattern', Type.Object({ party: Party, account: Type.String({ pattern: '\\d{10}' }) }), []],
  ['its pattern for the whole text', Type.Object({ party: Party, account: Type.String({ pattern: '^\\d{10}$' }) }), []],
  [
    'one of two patterns, half of it open',
    Type.Object({ party: Party, reason: Type.String({ pattern: '^A16|A18$' }) }),
    ['/reason: pattern ^A16|A18$ and not A16|A18'],
  ],
  [
    'texts of its length and of no pattern',
    Type.Object({ party: Party, account: Type.String({ minLength: 10, maxLength: 10 }) }),
    ['/account: pattern none and not \\d{10}'],
  ],
  ['a text of its pattern', Type.Object({ party: Party, account: Type.Literal('0123456789') }), []],
  [
    'a text of another pattern',
    Type.Object({ party: Party, account: Type.Literal('A') }),
    ['/account: "A" and not \\d{10}'],
  ],
  [
    'alternatives that differ in the same way, once',
    Type.Union([Type.Object({ party: Party, odd: Name }), Type.Object({ party: Party, odd: Type.Null() })]),
    ['/odd: not in the document'],
  ],
  ['one of its codes', Type.Object({ party: Type.Object({ name: Name, code: Type.Literal('A') }) }), []],
  [
    'a code of our own',
    Type.Object({ party: Type.Object({ name: Name, code: Type.Union([Type.Literal('B'), Type.Literal('C')]) }) }),
    [`/party/code: "C" is none of the document's codes`],
  ],
  [
    'any code',
    Type.Object({ party: Type.Object({ name: Name, code: Type.String() }) }),
    ['/party/code: any string and not one of ["A","B"]'],
  ],
  [
    'a longer list',
    Type.Object({ party: Party, pieces: Type.Array(Type.String(), { maxItems: 3 }) }),
    ['/pieces: maxItems 3 and not 2'],
  ],
  ['a list where one thing would do as well', Type.Object({ party: Party, parties: Type.Array(Party) }), []],
  [
    'a list of other things than the document’s list has',
    Type.Object({ party: Party, parties: Type.Array(Type.Object({ name: Name, odd: Name, strange: Name })) }),
    ['/parties/*/odd: not in the document', '/parties/*/strange: not in the document'],
  ],
  [
    'what it demands and does not describe',
    Type.Object({ party: Party, stamped: Type.Object({ stamp: Name, odd: Name }) }),
    ['/stamped/odd: not in the document'],
  ],
])('sending %s is judged', (_name, ours, expected) => {
  expect(found('sent', ours)).toEqual(expected);
});

test.each<[string, TSchema, string[]]>([
  ['less than is promised', Type.Object({ party: Type.Object({ name: Type.String() }) }), []],
  ['a number as a text', Type.Object({ weight: Type.String() }), []],
  ['an integer as a number', Type.Object({ amount: Type.Number() }), []],
  [
    'a text as a number',
    Type.Object({ party: Type.Object({ name: Type.Number() }) }),
    ['/party/name: number and not string'],
  ],
  ['a list where one is promised', Type.Object({ party: Type.Array(Party) }), []],
  ['a member that it has not', Type.Object({ party: Type.Object({ nam: Name }) }), ['/party/nam: not in the document']],
  ['a text where an object is promised', Type.Object({ party: Type.String() }), ['/party: string and not object']],
])('reading %s is judged', (_name, ours, expected) => {
  expect(found('told', ours)).toEqual(expected);
});
