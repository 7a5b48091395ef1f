import type { SecretBox } from '../../platform/secret-box.ts';
import type { ClaimedDelivery } from './delivery.ts';
import type { Message } from './post-message.ts';
import { signatureHeaders } from './signing.ts';
import { openHeaders, openSecrets } from './webhook.ts';

/** CloudEvents' own media type for a whole event (HTTP protocol binding 1.0, section 3.2). */
const CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';

/** What goes over the wire: the event's bytes, signed now. The webhook's own headers cannot displace the signature. */
export function toMessage(secretBox: SecretBox, delivery: ClaimedDelivery, now: Date): Message {
  const { tenantId, webhookId, url, body, secrets, headers } = delivery;
  const webhook = { tenantId, id: webhookId };
  const own = headers === null ? {} : openHeaders(secretBox, { ...webhook, headers });
  return {
    url,
    body,
    headers: {
      'user-agent': 'Viya-Webhooks/1',
      'content-type': CONTENT_TYPE,
      ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name.toLowerCase(), value])),
      ...signatureHeaders(openSecrets(secretBox, { ...webhook, secrets }), { id: delivery.eventId, body }, now),
    },
  };
}
