import { expect, test } from 'vitest';
import { readUpsWords } from './ups-words.ts';

const read = (schema: object): unknown => JSON.parse(JSON.stringify(schema), readUpsWords);
const text = (description: string): object => ({ type: 'string', description });

test.each([
  ['Name. 35 characters are accepted, but 30 are printed.', { maxLength: 35 }],
  ['Must be no more than 9 alphanumeric characters long.', { maxLength: 9 }],
  [`The maximum length of the field is 5 including '.'`, { maxLength: 5 }],
  ['Values are: 01 = Letter 2a = Small Box', { enum: ['01', '2a'] }],
  ['Valid values: - 01 - Invoice - 03 - CO', { enum: ['01', '03'] }],
  ['CFR: Cost and Freight CIF: Cost, Insurance and Freight', { enum: ['CFR', 'CIF'] }],
  ['ZPL = zpl GIF = gif images', { enum: ['ZPL', 'GIF'] }],
  ['Supported values: 1601, 1607, 1701,2409', { enum: ['1601', '1607', '1701', '2409'] }],
  ['Only valid values are 6 or 8. Note: it scales up to 4 X 6.', { enum: ['6', '8'] }],
  ['For IN, use whole inches. Valid value is 4.', { enum: ['4'] }],
  ['Applies to CO forms only. Valid values: - KGS - LBS ', { enum: ['KGS', 'LBS'] }],
  ['Without returns the valid value is GIF, ZPL, EPL and SPL.', { enum: ['GIF', 'ZPL', 'EPL', 'SPL'] }],
  ['Valid values are: - GIF -- in HTML format. - ZPL -- Thermal label.', { enum: ['GIF', 'ZPL'] }],
  ['Valid values: SALE, GIFT, Any other reason.', {}],
  ['Valid values are lbs. and ozs.', {}],
  ['Valid values are from 1 to 99999999.', { maxLength: 8 }],
  ['Valid values are 0 to 108 IN and 0 to 270 CM.', {}],
  ['Valid values are from 0 to 99999.99', {}],
  ['The layout is: area code, 7 digit number. Valid values are 0 - 9.', {}],
  ['1 = the only code is none of a list', {}],
])('of the words "%s" it reads %j', (description, words) => {
  expect(read(text(description))).toEqual({ ...text(description), ...words });
});

test('occurrences of a list are its items, and of anything else say nothing', () => {
  expect(read({ maximum: 3, anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] })).toEqual({
    maxItems: 3,
    anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }],
  });
  expect(read({ maximum: 1, type: 'object', properties: { City: { type: 'string', maximum: 1 } } })).toEqual({
    type: 'object',
    properties: { City: { type: 'string' } },
  });
});

test('what is said of a list is said of its items', () => {
  const description = '35 characters are accepted';
  const items = { type: 'string' };
  expect(read({ description, anyOf: [{ type: 'array', items }, items] })).toEqual({
    description,
    anyOf: [
      { type: 'array', items: { ...items, maxLength: 35 } },
      { ...items, maxLength: 35 },
    ],
  });
});
