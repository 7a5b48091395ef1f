import { ProblemError } from '../../platform/problem.ts';

export function tooManyWebhooks(max: number): ProblemError {
  return new ProblemError({
    type: 'too-many-webhooks',
    status: 409,
    title: 'Too Many Webhooks',
    detail: `A tenant may have ${max} webhooks. Remove one that is no longer needed, or give one more event types.`,
    extensions: { maximum: max },
  });
}

/** Nobody is sent, by way of a webhook, what he may not read. @param missing without a permission: a type that is not known any more */
export function eventsNotReadable(missing: readonly { eventType: string; permission?: string }[]): ProblemError {
  const needs = missing
    .map(({ eventType, permission = 'no longer known, nobody may' }) => `${eventType} (${permission})`)
    .join(', ');
  return new ProblemError({
    type: 'events-not-readable',
    status: 403,
    title: 'Events Not Readable',
    detail: `The caller may not read what these events tell, and so cannot have them sent: ${needs}. Leave them out, or ask for the permission in brackets.`,
    extensions: { missing },
  });
}

/** As the documents show it. */
export const EVENTS_NOT_READABLE_EXAMPLE = eventsNotReadable([
  { eventType: 'shipment.accepted', permission: 'shipping.shipments:read' },
]);

export function tooManySecrets(max: number, freeOn: Date): ProblemError {
  return new ProblemError({
    type: 'too-many-secrets',
    status: 409,
    title: 'Too Many Secrets',
    detail: `${max} secrets of this webhook are live. The oldest ends at ${freeOn.toISOString()}; rotate again after that.`,
    extensions: { maximum: max, freeOn: freeOn.toISOString() },
  });
}

export function webhookInactive(): ProblemError {
  return new ProblemError({
    type: 'webhook-inactive',
    status: 409,
    title: 'Webhook Inactive',
    detail: 'Nothing is sent to an inactive webhook. Make it active first, with PUT and "active": true.',
  });
}

export function messageGone(): ProblemError {
  return new ProblemError({
    type: 'event-no-longer-kept',
    status: 409,
    title: 'Event No Longer Kept',
    detail: 'What was sent is kept for 30 days, and this is older. Read the resource instead.',
  });
}
