import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookingReference } from '../../../src/modules/shipping/consignment.ts';

const attempt = fc.integer({ min: 1, max: 999 });

test.each([
  ['00000000-0000-0000-0000-000000000000', 1, 'VY00000000000000000000000000-1'],
  ['00000000-0000-0000-0000-00000000001f', 12, 'VY0000000000000000000000000Z-12'],
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', 999, 'VY7ZZZZZZZZZZZZZZZZZZZZZZZZZ-999'],
  ['01890a5d-ac96-774b-bcce-b302099a8057', 1, 'VY01H455VB4PEX5VSKNK084SN02Q-1'],
])('shipment %s, attempt %i: %s', (id, number, reference) => {
  expect(bookingReference(id, number)).toBe(reference);
});

test('tells the shipment and the attempt back, and so is unique to them', () => {
  fc.assert(
    fc.property(fc.uuid(), attempt, (id, number) => {
      expect(decode(bookingReference(id, number))).toEqual({ id, attempt: number });
    }),
  );
});

test('is the same for the same attempt, however the id is written', () => {
  fc.assert(
    fc.property(fc.uuid(), attempt, (id, number) => {
      expect(bookingReference(id.toUpperCase(), number)).toBe(bookingReference(id, number));
    }),
  );
});

test('fits the shortest reference field of the carriers: 32 characters, letters, digits and one hyphen', () => {
  fc.assert(
    fc.property(fc.uuid(), attempt, (id, number) => {
      expect(bookingReference(id, number)).toMatch(/^(?=.{1,32}$)VY[0-9A-HJKMNP-TV-Z]{26}-\d{1,3}$/);
    }),
  );
});

/** Crockford's base 32, read by its definition. */
function decode(reference: string): { id: string; attempt: number } {
  const [, digits = '', number] = /^VY(.{26})-(\d+)$/.exec(reference) ?? [];
  const value = [...digits].reduce(
    (sum, digit) => sum * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit)),
    0n,
  );
  const hex = value.toString(16).padStart(32, '0');
  return { id: hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'), attempt: Number(number) };
}
