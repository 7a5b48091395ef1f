import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { notFound } from '../../../platform/problem.ts';
import { answerLike, IdParams, problems, ref } from '../../../platform/schema.ts';
import { mayRead } from '../check-readable.ts';
import { findDelivery, listDeliveries } from '../delivery-repository.ts';
import type { HooksDeps } from '../deps.ts';
import { EVENTS_NOT_READABLE_EXAMPLE, messageGone, webhookInactive } from '../errors.ts';
import { startReplay } from '../replay-events.ts';
import { findReplay } from '../replay-repository.ts';
import { requireWebhook } from '../require-webhook.ts';
import { redeliverEvent, sendTestEvent } from '../send-again.ts';
import {
  Delivery,
  DeliveryPage,
  DeliveryParams,
  ListDeliveriesQuery,
  Replay,
  ReplayInput,
  ReplayParams,
  TestEventInput,
} from './delivery-schemas.ts';
import { newDeliveryExample, startedReplayExample } from './examples.ts';
import { presentDelivery, presentPage, presentReplay } from './present.ts';

const READ = { permission: 'hooks.webhooks:read' };
const WRITE = { permission: 'hooks.webhooks:write' };

/** What was and is to be sent to a webhook: schema, permission, one call. */
export const deliveryRoutes =
  (deps: HooksDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/webhooks/:id/test-events',
      {
        schema: {
          operationId: 'sendTestEvent',
          summary: 'Send a test event',
          description: 'The example of an event type, with `"test": true`, signed and recorded like any other.',
          tags: ['deliveries'],
          params: IdParams,
          body: ref(TestEventInput),
          response: { 201: answerLike(Delivery, newDeliveryExample), ...problems(404, 413, 415, webhookInactive()) },
        },
        config: { ...WRITE, optionalBody: true },
      },
      async (req, reply) =>
        reply
          .code(201)
          .send(presentDelivery(await sendTestEvent(deps, req.principal, req.params.id, req.body.eventType), true)),
    );

    app.get(
      '/webhooks/:id/deliveries',
      {
        schema: {
          operationId: 'listDeliveries',
          summary: 'List deliveries',
          description:
            'Newest first, with their attempts; what was answered is shown where one is read. Kept for 30 days.',
          tags: ['deliveries'],
          params: IdParams,
          querystring: ListDeliveriesQuery,
          response: { 200: ref(DeliveryPage), ...problems(404) },
        },
        config: READ,
      },
      async (req) => {
        const webhook = await requireWebhook(deps, req.principal, req.params.id);
        const { limit, offset, ...filters } = req.query;
        const { from, to, ...rest } = req.query;
        const found = await listDeliveries(deps.db, webhook, {
          ...rest,
          ...(from === undefined ? {} : { from: new Date(from) }),
          ...(to === undefined ? {} : { to: new Date(to) }),
        });
        const items = found.items.map((delivery) => presentDelivery(delivery, false));
        return presentPage(`/webhooks/${webhook.id}/deliveries`, filters, { ...found, limit, offset, items });
      },
    );

    app.get(
      '/webhooks/:id/deliveries/:deliveryId',
      {
        schema: {
          operationId: 'getDelivery',
          summary: 'Read a delivery',
          description:
            'With every attempt and the first 16 KiB of what was answered; the latter for whoever may read what the event tells.',
          tags: ['deliveries'],
          params: DeliveryParams,
          response: { 200: ref(Delivery), ...problems(404) },
        },
        config: READ,
      },
      async (req) => {
        const { id, deliveryId } = req.params;
        const delivery = await findDelivery(deps.db, await requireWebhook(deps, req.principal, id), deliveryId);
        if (delivery === undefined) throw notFound('delivery', deliveryId);
        return presentDelivery(delivery, await mayRead(deps, delivery.eventType));
      },
    );

    app.post(
      '/webhooks/:id/deliveries/:deliveryId/attempts',
      {
        schema: {
          operationId: 'redeliverEvent',
          summary: 'Send a delivery again',
          description:
            'At once, whatever became of it; if that fails, along the whole schedule. The event’s id stays the same. Whoever asks must be allowed to read what the event tells.',
          tags: ['deliveries'],
          params: DeliveryParams,
          response: {
            202: ref(Delivery),
            ...problems(404, webhookInactive(), messageGone(), EVENTS_NOT_READABLE_EXAMPLE),
          },
        },
        config: WRITE,
      },
      async (req, reply) =>
        reply
          .code(202)
          .send(presentDelivery(await redeliverEvent(deps, req.principal, req.params.id, req.params.deliveryId), true)),
    );

    app.post(
      '/webhooks/:id/replays',
      {
        schema: {
          operationId: 'startReplay',
          summary: 'Replay events',
          description:
            'Sends the events of a range of time again, in the background and beside what happens meanwhile.',
          tags: ['deliveries'],
          params: IdParams,
          body: ref(ReplayInput),
          response: { 202: answerLike(Replay, startedReplayExample), ...problems(404, 413, 415, webhookInactive()) },
        },
        config: WRITE,
      },
      async (req, reply) => {
        const { from, to, status } = req.body;
        const replay = await startReplay(deps, req.principal, req.params.id, {
          from: new Date(from),
          ...(to === undefined ? {} : { to: new Date(to) }),
          ...(status === undefined ? {} : { status }),
        });
        return reply.code(202).send(presentReplay(replay));
      },
    );

    app.get(
      '/webhooks/:id/replays/:replayId',
      {
        schema: {
          operationId: 'getReplay',
          summary: 'Read a replay',
          description: 'How far it has come.',
          tags: ['deliveries'],
          params: ReplayParams,
          response: { 200: ref(Replay), ...problems(404) },
        },
        config: READ,
      },
      async (req) => {
        const { id, replayId } = req.params;
        const replay = await findReplay(deps.db, await requireWebhook(deps, req.principal, id), replayId);
        if (replay === undefined) throw notFound('replay', replayId);
        const { cursor: _cursor, ...shown } = replay;
        return presentReplay(shown);
      },
    );
  };
