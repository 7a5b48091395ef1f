import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnswer } from '../../../../src/modules/shipping/carriers/http/parse-answer.ts';

test.each<[string, string, unknown]>([
  ['a number that no double holds', '{"no":340434161094042557}', { no: '340434161094042557' }],
  ['one that a double holds by chance', '[9007199254740992]', ['9007199254740992']],
  ['a negative one', '{"no":-340434161094042557}', { no: '-340434161094042557' }],
  ['one with a fraction of nothing', '{"no":340434161094042557.00}', { no: '340434161094042557' }],
  ['one alone', '340434161094042557', '340434161094042557'],
  ['the greatest safe number', '[9007199254740991]', [9007199254740991]],
  ['an amount with many decimals', '[0.1234567890123456]', [0.1234567890123456]],
  ['a number among long texts', '{"a":"340434161094042557","n":12.5}', { a: '340434161094042557', n: 12.5 }],
  ['what begins with a byte order mark', '\uFEFF{"no":"1"}', { no: '1' }],
])('%s is read as it was written', (_name, text, value) => {
  expect(parseAnswer(text)).toEqual(value);
});

test('every whole number keeps all of its digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (number) => {
      const [read] = parseAnswer(`[${number}]`) as [unknown];
      expect(String(read)).toBe(String(number));
    }),
  );
});

test('all else is what JSON.parse makes of it, and no JSON is none', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const isExact = !/\d{16}/.test(text);
      if (isExact) expect(parseAnswer(text)).toEqual(JSON.parse(text));
    }),
  );
  for (const text of ['', '<html>', '{"no":', '\uFEFF']) expect(() => parseAnswer(text)).toThrow(SyntaxError);
});
