import type { DomainEvent, EventType } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { webhookExample } from './v1/examples.ts';
import { presentWebhook } from './v1/present.ts';
import { namedSchemas, Webhook as WebhookSchema } from './v1/schemas.ts';
import type { Webhook } from './webhook.ts';
import { subjectOf } from './webhook-repository.ts';

export const eventTypes: readonly EventType[] = [
  {
    type: 'webhook.disabled',
    description: 'A webhook was made inactive, because its receiver said that it is gone or failed for five days.',
    permission: 'hooks.webhooks:read',
    data: WebhookSchema,
    definitions: namedSchemas,
    example: {
      ...webhookExample,
      active: false,
      failingSince: '2026-01-15T10:30:00.000Z',
      disabled: { reason: 'failing', on: webhookExample.updatedOn },
    },
    exampleSubject: subjectOf(webhookExample),
  },
];

/** The event of a webhook's end; the webhook that comes back carries its number. */
export function raiseDisabled(webhook: Webhook): { webhook: Webhook; event: DomainEvent } {
  const raised = { ...webhook, eventSequence: webhook.eventSequence + 1 };
  return {
    webhook: raised,
    event: {
      id: newId(),
      type: 'webhook.disabled',
      subject: subjectOf(webhook),
      sequence: raised.eventSequence,
      time: webhook.updatedOn,
      data: presentWebhook(raised),
    },
  };
}
