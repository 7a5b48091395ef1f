import { type Static, Type } from '@sinclair/typebox';
import { NOTE } from '../../../platform/field-schemas.ts';
import { Limit, Offset, PageLinks, pageFields } from '../../../platform/page.ts';
import { Link, Moment, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { ORDERINGS } from '../webhook.ts';
import { deliverySchemas } from './delivery-schemas.ts';
import {
  createdWebhookExample,
  eventTypeExample,
  pageExample,
  rotatedSecretExample,
  SECRET_EXAMPLE,
  webhookExample,
  webhookInputExample,
} from './examples.ts';

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
  description: Type.Optional(Type.String({ maxLength: 200, pattern: NOTE, description: 'For people.' })),
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

const EventTypeSchema = Type.Object(
  {
    type: Type.String(),
    description: Type.String(),
    permission: Type.String({ description: 'What whoever has it sent to a webhook must hold.' }),
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
  ...deliverySchemas,
  EventTypeSchema,
  EventTypePage,
];
