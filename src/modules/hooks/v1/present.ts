import { cloudEvent, dataSchemaOf, type EventType } from '../../../platform/events.ts';
import { pagesUnder } from '../../../platform/page.ts';
import type { Delivery } from '../delivery.ts';
import type { Replay } from '../replay.ts';
import type { Webhook } from '../webhook.ts';
import type { DeliveryBody, ReplayBody } from './delivery-schemas.ts';
import type { WebhookBody } from './schemas.ts';

const BASE = '/api/hooks/v1';

/** A page of one of this version's lists. */
export const presentPage = pagesUnder(BASE);

/** Field by field: what is not named here, the secrets first of all, stays here. */
export function presentWebhook(webhook: Webhook): WebhookBody {
  const { id, version, url, events, description, headerNames, ordering, active, disabled, failingSince } = webhook;
  const self = `${BASE}/webhooks/${id}`;
  return {
    id,
    version,
    url,
    events: [...events],
    ...(description === undefined ? {} : { description }),
    headerNames: [...headerNames],
    ordering,
    active,
    ...(disabled === undefined ? {} : { disabled: { reason: disabled.reason, on: disabled.on.toISOString() } }),
    ...(failingSince === undefined ? {} : { failingSince: failingSince.toISOString() }),
    createdOn: webhook.createdOn.toISOString(),
    updatedOn: webhook.updatedOn.toISOString(),
    _links: { self: { href: self }, deliveries: { href: `${self}/deliveries` } },
  };
}

/** @param isReadable whether what was answered may be shown: it can repeat what was sent */
export function presentDelivery(delivery: Delivery, isReadable: boolean): DeliveryBody {
  const { id, webhookId, eventId, eventType, subject, status, nextAttemptOn, attempts, createdOn } = delivery;
  return {
    id,
    eventId,
    eventType,
    subject,
    status,
    ...(nextAttemptOn === undefined ? {} : { nextAttemptOn: nextAttemptOn.toISOString() }),
    attempts: attempts.map(({ responseBody, ...attempt }) => ({
      ...attempt,
      startedOn: attempt.startedOn.toISOString(),
      ...(responseBody === undefined || !isReadable ? {} : { responseBody }),
    })),
    createdOn: createdOn.toISOString(),
    _links: { self: { href: `${BASE}/webhooks/${webhookId}/deliveries/${id}` } },
  };
}

export function presentReplay(replay: Replay): ReplayBody {
  const { tenantId: _tenant, webhookId, from, to, createdOn, finishedOn, ...rest } = replay;
  return {
    ...rest,
    from: from.toISOString(),
    to: to.toISOString(),
    createdOn: createdOn.toISOString(),
    ...(finishedOn === undefined ? {} : { finishedOn: finishedOn.toISOString() }),
    _links: { self: { href: `${BASE}/webhooks/${webhookId}/replays/${replay.id}` } },
  };
}

const EXAMPLE_EVENT = {
  id: '01a200da-fef5-7a6b-8c7d-9e0f1a2b3c4d',
  tenantId: '01a200d8-11f0-7c55-9d5e-2b0e4a6c3f01',
  sequence: 1,
  time: new Date('2026-01-20T10:31:04.512Z'),
};

/** An event type with its schema and a whole event, as one is sent. */
export function presentEventType(eventType: EventType, source: string) {
  const { type, description, permission, example, exampleSubject: subject } = eventType;
  const event = cloudEvent({ ...EXAMPLE_EVENT, type, subject, data: { ...example } }, source);
  return {
    type,
    description,
    permission,
    dataSchema: dataSchemaOf(eventType) as Record<string, unknown>,
    example: JSON.parse(event) as Record<string, unknown>,
  };
}
