import { type Static, Type } from '@sinclair/typebox';
import { countedPageFields, Limit, Offset } from '../../../platform/page.ts';
import { Link, Moment, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { DELIVERY_STATUSES } from '../delivery.ts';
import { REPLAYED_STATUSES } from '../replay.ts';
import {
  deliveryExample,
  listedDeliveryExample,
  pageExample,
  replayExample,
  replayInputExample,
  webhookExample,
} from './examples.ts';

const TypeName = (description: string) =>
  Type.String({ maxLength: 100, pattern: '^[a-z_]+(\\.[a-z_]+)?$', description, examples: ['shipment.accepted'] });

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
      Type.String({
        description:
          'The first 16 KiB of the answer. Only where one delivery is read, not in lists, by whoever may read what the event tells.',
      }),
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
    ...countedPageFields,
  },
  {
    $id: 'DeliveryPage',
    description: 'One page of deliveries, newest first.',
    examples: [pageExample(listedDeliveryExample, `/webhooks/${webhookExample.id}/deliveries`)],
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

/** Every schema of this file with a name of its own, each after those it refers to. */
export const deliverySchemas = [TestEventInput, AttemptSchema, Delivery, DeliveryPage, ReplayInput, Replay];
