import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals small secrets for the database with AES-256-GCM under SECRET_KEY. */
export interface SecretBox {
  /** `context` (the row's identity) must be the same at opening, so that a sealed value cannot be moved to another row. */
  seal(plaintext: string | Uint8Array, context: string): Buffer;
  /** @throws Error when the key, the context or the bytes are not those of the sealing. */
  open(sealed: Uint8Array, context: string): string;
  /** The same for what is no text. */
  openBytes(sealed: Uint8Array, context: string): Buffer;
  /** A key for another purpose, derived from SECRET_KEY, so that no key is used for two things. */
  deriveKey(purpose: string): Buffer;
}

/** The sealed form is nonce (12 bytes), tag (16 bytes), ciphertext. */
export function createSecretBox(secretKey: Uint8Array): SecretBox {
  const deriveKey = (purpose: string): Buffer => createHmac('sha256', secretKey).update(`viya:${purpose}`).digest();
  const sealingKey = deriveKey('sealing');
  const openBytes: SecretBox['openBytes'] = (sealed, context) => {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  };
  return {
    deriveKey,
    seal(plaintext, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context));
      const ciphertext = Buffer.concat([
        typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext),
        cipher.final(),
      ]);
      return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
    },
    open: (sealed, context) => openBytes(sealed, context).toString('utf8'),
    openBytes,
  };
}
