import { type Static, Type } from '@sinclair/typebox';
import { Limit, Offset, PageLinks, pageFields } from '../../../platform/page.ts';
import { Link, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { DELIVERY_STATUSES } from '../delivery.ts';
import { REPLAYED_STATUSES } from '../replay.ts';
import { ORDERINGS } from '../webhook.ts';
import {
  createdWebhookExample,
  deliveryExample,
  eventTypeExample,
  pageExample,
  replayExample,
  replayInputExample,
  rotatedSecretExample,
  SECRET_EXAMPLE,
  webhookExample,
  webhookInputExample,
} from './examples.ts';

const Moment = (description: string) => Type.String({ format: 'date-time', description });
const TypeName = (description: string) =>
  Type.String({ maxLength: 100, pattern: '^[a-z_]+(\\.[a-z_]+)?$', description, examples: ['shipment.accepted'] });

const webhookFields = {
  url: Type.String({
    minLength: 1,
    maxLength: 2_000,
    pattern: '^[!-~]*$',
    description: 'Where events are sent by POST: https, on the public internet.',
    examples: ['https://erp.acme.example/webhooks/viya'],
  }),
  events: Type.Array(
    Type.String({
      maxLength: 100,
      pattern: '^(\\*|[a-z_]+\\.(\\*|[a-z_]+))$',
      description: 'A type from `GET /event-types`, `shipment.*` for all of a resource, or `*` for all.',
      examples: ['shipment.accepted'],
    }),
    { minItems: 1, maxItems: 100, uniqueItems: true, description: 'Which events are sent.' },
  ),
  description: Type.Optional(
    Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$', description: 'For people.' }),
  ),
};
const ordering = StringEnum(ORDERINGS, {
  description:
    '`per-subject`: an event of a shipment waits until the one before it has been delivered or given up. Default none.',
});
const active = Type.Boolean({ description: 'Whether anything is sent. Default true.' });

export const WebhookInput = Type.Object(
  {
    ...webhookFields,
    headers: Type.Optional(
      Type.Record(
        Type.String({ pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$" }),
        Type.String({ maxLength: 2_000, pattern: '^([!-~]([ -~]*[!-~])?)?$' }),
        {
          additionalProperties: false,
          maxProperties: 20,
          description:
            'Sent along with each event. Kept encrypted, never returned. In an update, left out: kept as they are; `{}`: taken away.',
        },
      ),
    ),
    ordering: Type.Optional(ordering),
    active: Type.Optional(active),
  },
  {
    $id: 'WebhookInput',
    additionalProperties: false,
    description: 'Where events are to be sent, and which.',
    examples: [webhookInputExample],
  },
);
export type WebhookInput = Static<typeof WebhookInput>;

const shownFields = {
  id: Uuid,
  version: Type.Integer({ minimum: 1, description: 'Rises with each change; the ETag.' }),
  ...webhookFields,
  headerNames: Type.Array(Type.String(), {
    description: 'The headers that are sent along; their values are never shown.',
  }),
  ordering,
  active,
  disabled: Type.Optional(
    Type.Object(
      {
        reason: StringEnum(['gone', 'failing'], { description: '`gone`: 410. `failing`: five days.' }),
        on: Moment('When.'),
      },
      { description: 'The webhook was made inactive by itself. Making it active again sends what has waited.' },
    ),
  ),
  failingSince: Type.Optional(Moment('The first failure since the last success. After five days it is made inactive.')),
  createdOn: Moment('When it was made.'),
  updatedOn: Moment('When its configuration last changed.'),
  _links: Type.Object({ self: ref(Link), deliveries: ref(Link) }),
};

export const Webhook = Type.Object(shownFields, {
  $id: 'Webhook',
  description: 'Where events are sent, without its secrets.',
  examples: [webhookExample],
});
export type WebhookBody = Static<typeof Webhook>;

const Secret = Type.String({ description: 'Shown only here. Verify signatures with it (Standard Webhooks).' });

export const CreatedWebhook = Type.Object(
  { ...shownFields, secret: Secret },
  { $id: 'CreatedWebhook', description: 'A new webhook with its secret.', examples: [createdWebhookExample] },
);

export const WebhookPage = Type.Object(
  { items: Type.Array(ref(Webhook)), ...pageFields },
  {
    $id: 'WebhookPage',
    description: 'One page of webhooks, newest first.',
    examples: [pageExample(webhookExample, '/webhooks')],
  },
);

export const ListWebhooksQuery = Type.Object(
  {
    active: Type.Optional(Type.Boolean({ description: 'Whether anything is sent to them.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

export const SecretInput = Type.Object(
  {
    secret: Type.Optional(
      Type.String({
        maxLength: 100,
        pattern: '^whsec_[A-Za-z0-9+/]+=*$',
        description: '`whsec_` and 24 to 64 random bytes in base64. Left out: made here.',
      }),
    ),
  },
  {
    $id: 'SecretInput',
    additionalProperties: false,
    description: 'A secret of your own.',
    examples: [{ secret: SECRET_EXAMPLE }],
  },
);

export const RotatedSecret = Type.Object(
  { secret: Secret, previousExpiresOn: Moment('Until then messages are signed with the former secret too.') },
  { $id: 'RotatedSecret', description: 'A new secret.', examples: [rotatedSecretExample] },
);

export const TestEventInput = Type.Object(
  { eventType: Type.Optional(TypeName('Its example is sent. Default: the first type that the webhook wants.')) },
  {
    $id: 'TestEventInput',
    additionalProperties: false,
    description: 'What to send.',
    examples: [{ eventType: 'shipment.accepted' }],
  },
);

const AttemptSchema = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    startedOn: Moment('When it was begun.'),
    durationMs: Type.Integer({ minimum: 0, description: 'Until the end of the answer.' }),
    responseStatus: Type.Optional(Type.Integer({ description: 'Absent: there was no answer.' })),
    responseBody: Type.Optional(
      Type.String({ description: 'The first 16 KiB of the answer. Only where one delivery is read, not in lists.' }),
    ),
    error: Type.Optional(Type.String({ description: 'What was wrong. Absent: it succeeded.' })),
    blocked: Type.Optional(
      StringEnum(['address-not-allowed', 'https-required'], { description: 'Why nothing was sent.' }),
    ),
  },
  { $id: 'DeliveryAttempt', description: 'One exchange with the receiver.', examples: [deliveryExample.attempts[0]] },
);

export const Delivery = Type.Object(
  {
    id: Uuid,
    eventId: Type.String({ format: 'uuid', description: 'The event’s `id` and the `webhook-id` of every attempt.' }),
    eventType: Type.String(),
    subject: Type.String({ description: '`<resource>/<id>`.' }),
    status: StringEnum(DELIVERY_STATUSES, { description: '`Blocked`: nothing may be sent to that address.' }),
    nextAttemptOn: Type.Optional(Moment('Absent: none is to come.')),
    attempts: Type.Array(ref(AttemptSchema)),
    createdOn: Moment('When the event was given to the webhook.'),
    _links: Type.Object({ self: ref(Link) }),
  },
  { $id: 'Delivery', description: 'One event for one webhook.', examples: [deliveryExample] },
);
export type DeliveryBody = Static<typeof Delivery>;

export const DeliveryPage = Type.Object(
  {
    items: Type.Array(ref(Delivery)),
    ...pageFields,
    total: Type.Integer({
      minimum: 0,
      description: 'Exact up to 1000 beyond this page; where there are more, it says less than there are.',
    }),
  },
  {
    $id: 'DeliveryPage',
    description: 'One page of deliveries, newest first.',
    examples: [pageExample(deliveryExample, `/webhooks/${webhookExample.id}/deliveries`)],
  },
);

export const ListDeliveriesQuery = Type.Object(
  {
    status: Type.Optional(StringEnum(DELIVERY_STATUSES, { description: 'In this status.' })),
    eventType: Type.Optional(TypeName('Of this type.')),
    eventId: Type.Optional(Type.String({ format: 'uuid', description: 'Of this event.' })),
    from: Type.Optional(Moment('Made at this moment or later.')),
    to: Type.Optional(Moment('Made before this moment.')),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

export const DeliveryParams = Type.Object({ id: Uuid, deliveryId: Uuid });
export const ReplayParams = Type.Object({ id: Uuid, replayId: Uuid });

const replayedStatus = StringEnum(REPLAYED_STATUSES, {
  description:
    'Only deliveries in this status; `Missing`: events that were never given to the webhook. Left out: every event.',
});

export const ReplayInput = Type.Object(
  {
    from: Moment('Events of this moment or later.'),
    to: Type.Optional(Moment('Events before this moment. Default: now.')),
    status: Type.Optional(replayedStatus),
  },
  {
    $id: 'ReplayInput',
    additionalProperties: false,
    description: 'Which events to send again.',
    examples: [replayInputExample],
  },
);

export const Replay = Type.Object(
  {
    id: Uuid,
    from: Moment('Events of this moment or later.'),
    to: Moment('Events before this moment.'),
    status: StringEnum(['Running', 'Completed', 'Canceled'], {
      description: '`Canceled`: the webhook is inactive or removed.',
    }),
    deliveries: Type.Optional(replayedStatus),
    examined: Type.Integer({ minimum: 0, description: 'Events looked at so far.' }),
    total: Type.Integer({ minimum: 0, description: 'Events to look at.' }),
    queued: Type.Integer({ minimum: 0, description: 'Of those, the ones that are sent again.' }),
    createdOn: Moment('When it was asked for.'),
    finishedOn: Type.Optional(Moment('Absent while it runs.')),
    _links: Type.Object({ self: ref(Link) }),
  },
  { $id: 'Replay', description: 'Events that are sent again, and how far that has come.', examples: [replayExample] },
);
export type ReplayBody = Static<typeof Replay>;

const EventTypeSchema = Type.Object(
  {
    type: Type.String(),
    description: Type.String(),
    dataSchema: Type.Record(Type.String(), Type.Unknown(), {
      description: 'JSON Schema (2020-12) of the event’s `data`.',
    }),
    example: Type.Record(Type.String(), Type.Unknown(), { description: 'A whole event, as it is sent.' }),
  },
  { $id: 'EventType', description: 'A kind of event.', examples: [eventTypeExample] },
);

export const EventTypePage = Type.Object(
  { items: Type.Array(ref(EventTypeSchema)), ...pageFields },
  {
    $id: 'EventTypePage',
    description: 'One page of event types, by name.',
    examples: [pageExample(eventTypeExample, '/event-types')],
  },
);
export const PageQuery = Type.Object({ limit: Limit, offset: Offset }, { additionalProperties: false });

/** Every schema with a name of its own, each after those it refers to. */
export const namedSchemas = [
  PageLinks,
  WebhookInput,
  Webhook,
  CreatedWebhook,
  WebhookPage,
  SecretInput,
  RotatedSecret,
  TestEventInput,
  AttemptSchema,
  Delivery,
  DeliveryPage,
  ReplayInput,
  Replay,
  EventTypeSchema,
  EventTypePage,
];
