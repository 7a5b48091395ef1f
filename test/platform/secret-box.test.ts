import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSecretBox } from '../../src/platform/secret-box.ts';

const box = createSecretBox(Buffer.alloc(32, 1));
const other = createSecretBox(Buffer.alloc(32, 2));
const SEALED = box.seal('{"password":"hunter2"}', 'row 1');

test('opens what it sealed, and shows nothing of it meanwhile', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4, unit: 'grapheme' }), fc.string(), (plaintext, context) => {
      const sealed = box.seal(plaintext, context);
      expect(box.open(sealed, context)).toBe(plaintext.toWellFormed());
      expect(sealed.includes(plaintext)).toBe(false);
    }),
  );
});

test('the same secret is sealed differently each time', () => {
  expect(box.seal('same', 'row').equals(box.seal('same', 'row'))).toBe(false);
});

test('opens only with the key and the context of the sealing', () => {
  expect(() => box.open(SEALED, 'row 2')).toThrow(/unable to authenticate/);
  expect(() => other.open(SEALED, 'row 1')).toThrow(/unable to authenticate/);
});

test('every change of one byte is noticed', () => {
  for (let place = 0; place < SEALED.length; place++) {
    const changed = Buffer.from(SEALED);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(() => box.open(changed, 'row 1')).toThrow(/unable to authenticate/);
  }
});

test('every loss of bytes at the end is noticed', () => {
  for (let length = 0; length < SEALED.length; length++) {
    expect(() => box.open(SEALED.subarray(0, length), 'row 1')).toThrow(Error);
  }
});

test('keys for other purposes are 32 bytes and depend on the purpose and the secret key', () => {
  const keys = [box.deriveKey('a'), box.deriveKey('b'), other.deriveKey('a')].map((key) => key.toString('hex'));
  expect(new Set(keys).size).toBe(3);
  expect(box.deriveKey('a')).toHaveLength(32);
  expect(box.deriveKey('a').equals(createSecretBox(Buffer.alloc(32, 1)).deriveKey('a'))).toBe(true);
});
