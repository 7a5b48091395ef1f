import { createHmac, randomBytes } from 'node:crypto';
import type { LiveSecret } from './webhook.ts';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;
const MIN_SECRET_BYTES = 24;
const MAX_SECRET_BYTES = 64;

/** A new secret: `whsec_` and 32 random bytes in base64. */
export function createSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** Whether it is a secret of 24 to 64 bytes in the form of Standard Webhooks. */
export function isSecret(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false;
  const encoded = text.slice(PREFIX.length);
  const key = Buffer.from(encoded, 'base64');
  return key.toString('base64') === encoded && key.length >= MIN_SECRET_BYTES && key.length <= MAX_SECRET_BYTES;
}

/**
 * The headers by which a receiver knows who sent a body and when: HMAC-SHA-256 of `id.timestamp.body` under each secret
 * (Standard Webhooks, section 'Signature scheme').
 */
export function signatureHeaders(
  secrets: readonly LiveSecret[],
  message: { id: string; body: string },
  now: Date,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const sign = ({ secret }: LiveSecret): string =>
    createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
      .update(`${message.id}.${timestamp}.${message.body}`)
      .digest('base64');
  const live = secrets.filter(({ expiresOn }) => expiresOn === undefined || expiresOn > now);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': live.map((each) => `v1,${sign(each)}`).join(' '),
  };
}
