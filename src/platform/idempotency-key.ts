import { createHash } from 'node:crypto';
import { ProblemError } from './problem.ts';

/** A request as far as it matters for being the same request. */
export interface RequestIdentity {
  tenantId: string;
  credentialId: string;
  /** Method and route, for example `PUT /api/shipping/v2/shipments/:id/order`: the scope of a key, with the two above. */
  operation: string;
  key: string;
  fingerprint: Buffer;
}

/**
 * The key of an Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header, section 2.1): a structured-field string, or, as most
 * clients send it, the bare text. Both forms of the same text are the same key.
 * @throws malformed-idempotency-key (400)
 */
export function parseIdempotencyKey(header: string | string[]): string {
  const [first = '', ...others] = [header].flat();
  if (others.length > 0) throw malformedKey();
  const text = first.trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text)?.[1]?.replaceAll(/\\(["\\])/g, '$1');
  const key = quoted ?? (text.startsWith('"') ? '' : text);
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw malformedKey();
}

/** SHA-256 over method, path as it was sent, query in a canonical order, and the bytes of the body. */
export function fingerprintOf(request: { method: string; url: string; body: Uint8Array | undefined }): Buffer {
  const [path = ''] = request.url.split('?', 1);
  // Everything after the first question mark, which it drops: any other belongs to the query (RFC 3986, section 3.4).
  const parameters = new URLSearchParams(request.url.slice(path.length));
  parameters.sort();
  return createHash('sha256')
    .update(JSON.stringify([request.method, path, parameters.toString()]))
    .update(request.body ?? '')
    .digest();
}

/** One text for a key within its scope, of bounded length. */
export function scopeOf({ tenantId, credentialId, operation, key }: RequestIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, credentialId, operation, key]))
    .digest('base64url');
}

export function malformedKey(): ProblemError {
  return new ProblemError({
    type: 'malformed-idempotency-key',
    status: 400,
    title: 'Malformed Idempotency-Key',
    detail:
      'Idempotency-Key must be sent once and have 1 to 255 printable ASCII characters. A new UUID for each new request is a good choice.',
  });
}

export function keyReused(): ProblemError {
  return new ProblemError({
    type: 'idempotency-key-reused',
    status: 422,
    title: 'Idempotency Key Reused',
    detail:
      'This Idempotency-Key came before with another request. A key belongs to one request: send a new key, or the same request.',
  });
}

export function stillInProgress(): ProblemError {
  return new ProblemError({
    type: 'idempotency-in-progress',
    status: 409,
    title: 'Request In Progress',
    detail:
      'The first request with this Idempotency-Key is still being worked on. Send the same request again after Retry-After seconds.',
    headers: { 'retry-after': '5' },
  });
}
