import { Type } from '@sinclair/typebox';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAnswer } from '../../../../src/modules/shipping/carriers/decode-answer.ts';

const Answer = Type.Object({
  number: Type.String(),
  pieces: Type.Array(
    Type.Object({
      trackingNumber: Type.String(),
      weight: Type.Number(),
      label: Type.Uint8Array(),
      odd: Type.Unknown(),
    }),
  ),
  total: Type.Object({ amount: Type.Number() }),
});
const NO_PIECE = { trackingNumber: undefined, weight: undefined, label: undefined, odd: undefined };
const NOTHING = { number: undefined, pieces: [], total: { amount: undefined } };

test.each<[string, unknown, unknown]>([
  ['nothing', undefined, NOTHING],
  ['null', null, NOTHING],
  ['a text instead of an object', 'Bad Gateway', NOTHING],
  ['an empty list instead of an object', [], NOTHING],
  ['a list of one instead of an object', [{ number: 'A' }], { ...NOTHING, number: 'A' }],
  ['members that it does not know', { number: 'A', more: 1, pieces: null }, { ...NOTHING, number: 'A' }],
  ['members that every object has', Object.create({ number: 'A' }), NOTHING],
  ['an object instead of a list', { pieces: { weight: 2 } }, { ...NOTHING, pieces: [{ ...NO_PIECE, weight: 2 }] }],
  ['a text instead of a piece', { pieces: ['x'] }, { ...NOTHING, pieces: [NO_PIECE] }],
  ['a number instead of a text', { number: 12 }, { ...NOTHING, number: '12' }],
  ['a number that is exact by chance at best', { number: 2 ** 58 }, NOTHING],
  ['a list of one text', { number: ['A'] }, { ...NOTHING, number: 'A' }],
  [
    'a list of one number',
    { number: [12], total: { amount: ['1.5'] } },
    { ...NOTHING, number: '12', total: { amount: 1.5 } },
  ],
  ['a list of several texts', { number: ['A', 'B'] }, NOTHING],
  ['an object instead of a text', { number: {} }, NOTHING],
  ['a text of blanks', { number: ' \u0000\n ' }, NOTHING],
  ['what no database takes', { number: '\u0000A\uD800\u0007B ' }, { ...NOTHING, number: 'A\uFFFD B' }],
  ['a text instead of a number', { total: { amount: ' 1.50 ' } }, { ...NOTHING, total: { amount: 1.5 } }],
  ['words instead of a number', { total: { amount: 'free' } }, NOTHING],
  ['an empty text instead of bytes', { pieces: [{ label: '' }] }, { ...NOTHING, pieces: [NO_PIECE] }],
  ['bytes', { pieces: [{ label: 'QUI=' }] }, { ...NOTHING, pieces: [{ ...NO_PIECE, label: Buffer.from('AB') }] }],
  [
    'a list of bytes',
    { pieces: { label: ['QUI='] } },
    { ...NOTHING, pieces: [{ ...NO_PIECE, label: Buffer.from('AB') }] },
  ],
  [
    'bytes as an address of data',
    { pieces: { label: 'data:image/gif;base64,QUI=' } },
    { ...NOTHING, pieces: [{ ...NO_PIECE, label: Buffer.from('AB') }] },
  ],
  ['what is taken as it comes', { pieces: [{ odd: [1] }] }, { ...NOTHING, pieces: [{ ...NO_PIECE, odd: [1] }] }],
])('%s is read', (_name, answer, told) => {
  expect(decodeAnswer(Answer, answer)).toEqual(told);
});

test('whatever JSON comes, it is read to the form of the schema', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ pieces: fc.jsonValue(), total: fc.jsonValue() })), (answer) => {
      const told = decodeAnswer(Answer, answer);
      expect(Object.keys(told)).toEqual(['number', 'pieces', 'total']);
      for (const piece of told.pieces) expect(Object.keys(piece)).toEqual(Object.keys(NO_PIECE));
    }),
  );
});
