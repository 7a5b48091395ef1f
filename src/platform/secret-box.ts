import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals small secrets for the database with AES-256-GCM under SECRET_KEY. */
export interface SecretBox {
  /** `context` (the row's identity) must be the same at opening, so that a sealed value cannot be moved to another row. */
  seal(plaintext: string, context: string): Buffer;
  /** @throws Error when the key, the context or the bytes are not those of the sealing. */
  open(sealed: Uint8Array, context: string): string;
  /** A key for another purpose, derived from SECRET_KEY, so that no key is used for two things. */
  deriveKey(purpose: string): Buffer;
}

/** The sealed form is nonce (12 bytes), tag (16 bytes), ciphertext. */
export function createSecretBox(secretKey: Uint8Array): SecretBox {
  const deriveKey = (purpose: string): Buffer => createHmac('sha256', secretKey).update(`viya:${purpose}`).digest();
  const sealingKey = deriveKey('sealing');
  return {
    deriveKey,
    seal(plaintext, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context));
      const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
    },
    open(sealed, context) {
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
