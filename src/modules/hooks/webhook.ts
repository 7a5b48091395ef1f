import type { SecretBox } from '../../platform/secret-box.ts';

export const ORDERINGS = ['none', 'per-subject'] as const;
export type Ordering = (typeof ORDERINGS)[number];

/** `gone`: the receiver answered 410. `failing`: five days of nothing but failures. */
export type DisabledFor = 'gone' | 'failing';

/** Where a tenant wants to be told of events. */
export interface Webhook {
  tenantId: string;
  id: string;
  url: string;
  /** Types of events, `<resource>.*` for all of a resource, `*` for all. */
  events: readonly string[];
  description?: string;
  ordering: Ordering;
  active: boolean;
  /** The live secrets, newest first; sealed, and opened only to sign. */
  secrets: Uint8Array;
  /** What is sent along; sealed, for it may hold secrets of the receiver. */
  headers?: Uint8Array;
  headerNames: readonly string[];
  /** Why the program itself made it inactive, until somebody changes it. */
  disabled?: { reason: DisabledFor; on: Date };
  /** The first failure since the last success. */
  failingSince?: Date;
  /** Of its own events. */
  eventSequence: number;
  version: number;
  createdOn: Date;
  updatedOn: Date;
}

/** A secret, and until when it signs beside a newer one. */
export interface LiveSecret {
  secret: string;
  expiresOn?: Date;
}

type Identity = Pick<Webhook, 'tenantId' | 'id'>;

/** What binds a webhook's sealed values to it, and to their purpose. */
function sealingContext({ tenantId, id }: Identity, what: 'secrets' | 'headers'): string {
  return `webhook:${tenantId}:${id}:${what}`;
}

export function sealSecrets(secretBox: SecretBox, webhook: Identity, secrets: readonly LiveSecret[]): Uint8Array {
  return secretBox.seal(JSON.stringify(secrets), sealingContext(webhook, 'secrets'));
}

export function sealHeaders(
  secretBox: SecretBox,
  webhook: Identity,
  headers: Readonly<Record<string, string>>,
): Uint8Array {
  return secretBox.seal(JSON.stringify(headers), sealingContext(webhook, 'headers'));
}

/** The live secrets, newest first, and perhaps some that have expired. @throws Error when they were sealed under another key, or elsewhere */
export function openSecrets(secretBox: SecretBox, webhook: Identity & Pick<Webhook, 'secrets'>): LiveSecret[] {
  const text = secretBox.open(webhook.secrets, sealingContext(webhook, 'secrets'));
  return (JSON.parse(text) as { secret: string; expiresOn?: string }[]).map(({ secret, expiresOn }) => ({
    secret,
    ...(expiresOn === undefined ? {} : { expiresOn: new Date(expiresOn) }),
  }));
}

/** The headers that are sent along, by their names as they were given. */
export function openHeaders(secretBox: SecretBox, webhook: Identity & { headers: Uint8Array }): Record<string, string> {
  return JSON.parse(secretBox.open(webhook.headers, sealingContext(webhook, 'headers'))) as Record<string, string>;
}

/** A webhook as the record of its changes shows it: the names of its headers, nothing of its secrets. */
export function describeWebhook(webhook: Webhook): object {
  const {
    tenantId: _tenant,
    id: _id,
    secrets: _secrets,
    headers: _headers,
    eventSequence: _sequence,
    ...rest
  } = webhook;
  return rest;
}
