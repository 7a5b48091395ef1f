import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createApiKey,
  formatApiKey,
  hashSecret,
  isSameHash,
  parseApiKey,
} from '../../../src/modules/authorizing/api-key.ts';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const mode = fc.constantFrom('live' as const, 'test' as const);
const text = (length: number) =>
  fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(...BASE_62.split('')) });
const key = fc.record({ mode, keyId: text(12), secret: text(32) });
const KEY = { mode: 'live' as const, keyId: 'A1b2C3d4E5f6', secret: '0123456789abcdefghijklmnopqrstuv' };

test.each(['live', 'test'] as const)('a new %s key begins with its mode and is 59 characters long', (each) => {
  expect(formatApiKey(createApiKey(each))).toMatch(new RegExp(`^sk_${each}_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$`));
});

test('every key has the same length and is read back as it was', () => {
  fc.assert(
    fc.property(key, (each) => {
      expect(formatApiKey(each)).toHaveLength(59);
      expect(parseApiKey(formatApiKey(each))).toEqual(each);
    }),
  );
});

test('no two keys are the same, and no character is rare in them', () => {
  const keys = Array.from({ length: 2_000 }, () => createApiKey('live'));
  expect(new Set(keys.map((each) => each.secret)).size).toBe(2_000);
  const counts = new Map(BASE_62.split('').map((character) => [character, 0]));
  for (const character of keys.map((each) => each.secret).join('')) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  // 64,000 characters, 1,032 of each on average with a deviation of 32; a fault such as `byte % 62` of all bytes is 8 deviations off.
  expect(counts.size).toBe(62);
  for (const count of counts.values()) expect(Math.abs(count - 64_000 / 62)).toBeLessThan(32 * 6.5);
});

test('every change of one character is refused', () => {
  const formatted = formatApiKey(KEY);
  for (let place = 0; place < formatted.length; place++) {
    for (const character of `${BASE_62}_- é`) {
      if (character === formatted[place]) continue;
      expect(parseApiKey(formatted.slice(0, place) + character + formatted.slice(place + 1))).toBeUndefined();
    }
  }
});

test('a lost, a doubled and two swapped characters are refused', () => {
  fc.assert(
    fc.property(key, fc.nat(57), (each, place) => {
      const formatted = formatApiKey(each);
      const [before, one = '', other = '', after] = [
        formatted.slice(0, place),
        formatted[place],
        formatted[place + 1],
        formatted.slice(place + 2),
      ];
      expect(parseApiKey(before + other + after)).toBeUndefined();
      expect(parseApiKey(before + one + one + other + after)).toBeUndefined();
      if (one !== other) expect(parseApiKey(before + other + one + after)).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});

test.each(['', 'sk_live_', 'x', `${formatApiKey(KEY)}\n`, ` ${formatApiKey(KEY)}`, formatApiKey(KEY).toUpperCase()])(
  '%j is no key',
  (each) => {
    expect(parseApiKey(each)).toBeUndefined();
  },
);

test('the hash depends on the pepper, the id and the secret, and not on the mode', () => {
  const pepper = Buffer.alloc(32, 1);
  const hash = hashSecret(pepper, KEY);
  expect(hash).toHaveLength(32);
  expect(isSameHash(hash, hashSecret(pepper, { ...KEY }))).toBe(true);
  expect(isSameHash(hash, hashSecret(Buffer.alloc(32, 2), KEY))).toBe(false);
  expect(isSameHash(hash, hashSecret(pepper, { ...KEY, keyId: 'A1b2C3d4E5f7' }))).toBe(false);
  expect(isSameHash(hash, hashSecret(pepper, { ...KEY, secret: `${KEY.secret.slice(1)}0` }))).toBe(false);
  expect(isSameHash(hash, hash.subarray(1))).toBe(false);
});
