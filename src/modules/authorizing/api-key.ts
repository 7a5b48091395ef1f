import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * `sk_<mode>_<id>_<secret><checksum>`, all base 62: an id of 12 characters by which the key is looked up, a secret of 32 (190 bits), and
 * the CRC-32 of what comes before it in 6, so that a mistyped or invented key is refused without asking the database, and so that
 * scanners of public code know it (the form that GitHub's tokens have).
 */
export interface ApiKey {
  mode: 'live' | 'test';
  keyId: string;
  secret: string;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;
const SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const FORM = new RegExp(
  `^sk_(live|test)_([0-9A-Za-z]{${ID_LENGTH}})_([0-9A-Za-z]{${SECRET_LENGTH}})([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`,
);

export function createApiKey(mode: ApiKey['mode']): ApiKey {
  return { mode, keyId: randomText(ID_LENGTH), secret: randomText(SECRET_LENGTH) };
}

/** The text that is shown once and sent with each request. */
export function formatApiKey({ mode, keyId, secret }: ApiKey): string {
  const body = `sk_${mode}_${keyId}_${secret}`;
  return body + checksumOf(body);
}

/** undefined when the text is not a key that this program could have made. */
export function parseApiKey(text: string): ApiKey | undefined {
  const parts = FORM.exec(text);
  if (parts === null) return undefined;
  const [, mode, keyId, secret, checksum] = parts;
  if (keyId === undefined || secret === undefined || checksumOf(text.slice(0, -CHECKSUM_LENGTH)) !== checksum)
    return undefined;
  return { mode: mode === 'test' ? 'test' : 'live', keyId, secret };
}

/** What is kept of a secret: an HMAC-SHA-256 under the server's pepper. The secret is random, so a slow hash would add nothing. */
export function hashSecret(pepper: Uint8Array, { keyId, secret }: Pick<ApiKey, 'keyId' | 'secret'>): Buffer {
  return createHmac('sha256', pepper).update(`${keyId}:${secret}`).digest();
}

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Uniform: bytes that would favour some characters are thrown away. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += ALPHABET[byte % 62];
    }
  }
  return text;
}

function checksumOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let digit = 0; digit < CHECKSUM_LENGTH; digit++) {
    text = `${ALPHABET[rest % 62]}${text}`;
    rest = Math.floor(rest / 62);
  }
  return text;
}
