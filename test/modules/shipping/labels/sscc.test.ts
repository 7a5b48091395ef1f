import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSscc, isSscc } from '../../../../src/modules/shipping/labels/sscc.ts';

/** A company prefix has 4 to 12 digits; the serial reference has the rest of the 16 after the extension digit. */
const parts = fc.integer({ min: 4, max: 12 }).chain((prefixDigits) =>
  fc.record({
    extensionDigit: fc.stringMatching(/^\d$/),
    companyPrefix: fc.stringMatching(new RegExp(`^\\d{${prefixDigits}}$`)),
    serialReference: fc.stringMatching(new RegExp(`^\\d{1,${16 - prefixDigits}}$`)),
  }),
);

test.each([
  // GS1, "How to calculate a check digit manually", the example of 18 digits.
  { sscc: '376104250021234569', extensionDigit: '3', companyPrefix: '7610425', serialReference: '002123456' },
  // GS1 EPC Tag Data Standard, urn:epc:id:sscc:0614141.1234567890.
  { sscc: '106141412345678908', extensionDigit: '1', companyPrefix: '0614141', serialReference: '234567890' },
])('builds and knows the published SSCC $sscc', ({ sscc, ...published }) => {
  expect(createSscc(published)).toBe(sscc);
  expect(isSscc(sscc)).toBe(true);
});

test('keeps its parts in their places and pads the serial reference', () => {
  const sscc = createSscc({ extensionDigit: '3', companyPrefix: '4012345', serialReference: '7' });
  expect(sscc.slice(0, -1)).toBe('34012345000000007');
});

test('every SSCC it builds is valid', () => {
  fc.assert(fc.property(parts, (each) => isSscc(createSscc(each))));
});

test('a single wrong digit is always noticed', () => {
  const mistake = fc.record({ place: fc.nat({ max: 17 }), by: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(parts, mistake, (each, { place, by }) => {
      const digits = [...createSscc(each)];
      digits[place] = String((Number(digits[place]) + by) % 10);
      return !isSscc(digits.join(''));
    }),
  );
});

test.each([
  '',
  '37610425002123456',
  '3761042500212345690',
  '37610425002123456x',
  ' 376104250021234569',
  '３76104250021234569',
])('does not take %j for an SSCC', (text) => {
  expect(isSscc(text)).toBe(false);
});

test.each([
  { extensionDigit: '10', companyPrefix: '4012345', serialReference: '1' },
  { extensionDigit: '3', companyPrefix: '401', serialReference: '1' },
  { extensionDigit: '3', companyPrefix: '4012345678901', serialReference: '1' },
  { extensionDigit: '3', companyPrefix: '4012345', serialReference: '1234567890' },
  { extensionDigit: '3', companyPrefix: '4012345', serialReference: '' },
  { extensionDigit: '3', companyPrefix: '4012345', serialReference: '12a' },
])('refuses parts that make no SSCC: $extensionDigit $companyPrefix $serialReference', (each) => {
  expect(() => createSscc(each)).toThrow(RangeError);
});
