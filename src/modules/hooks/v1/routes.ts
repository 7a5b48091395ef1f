import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { announceVersions, ifMatch, versionFromIfMatch } from '../../../platform/etag.ts';
import { PageQuery } from '../../../platform/page.ts';
import { answerLike, IdParams, problems, ref } from '../../../platform/schema.ts';
import { createWebhook, deleteWebhook, updateWebhook } from '../change-webhook.ts';
import type { HooksDeps } from '../deps.ts';
import { EVENTS_NOT_READABLE_EXAMPLE, tooManySecrets, tooManyWebhooks } from '../errors.ts';
import { requireWebhook } from '../require-webhook.ts';
import { rotateSecret } from '../rotate-secret.ts';
import { listWebhooks } from '../webhook-repository.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { changedWebhookExample } from './examples.ts';
import { presentEventType, presentPage, presentWebhook } from './present.ts';
import {
  CreatedWebhook,
  EventTypePage,
  ListWebhooksQuery,
  namedSchemas,
  RotatedSecret,
  SecretInput,
  Webhook,
  WebhookInput,
  WebhookPage,
} from './schemas.ts';

const IF_MATCH = ifMatch('webhook');
const READ = { permission: 'hooks.webhooks:read' };
const WRITE = { permission: 'hooks.webhooks:write' };

/** Everything under `/api/hooks/v1`. */
export const routes =
  (deps: HooksDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of namedSchemas) app.addSchema(schema);
    announceVersions(app);
    await app.register(deliveryRoutes(deps));
    const eventTypes = [...deps.eventTypes.values()].map((each) => presentEventType(each, deps.source));

    app.get(
      '/event-types',
      {
        schema: {
          operationId: 'listEventTypes',
          summary: 'List event types',
          description:
            'What a webhook can be told of, with the JSON Schema of its data and a whole event as it is sent.',
          tags: ['event-types'],
          querystring: PageQuery,
          response: { 200: ref(EventTypePage), ...problems() },
        },
        config: READ,
      },
      async ({ query: { limit, offset } }) =>
        presentPage(
          '/event-types',
          {},
          {
            items: eventTypes.slice(offset, offset + limit),
            total: eventTypes.length,
            limit,
            offset,
          },
        ),
    );

    app.get(
      '/webhooks',
      {
        schema: {
          operationId: 'listWebhooks',
          summary: 'List webhooks',
          description: 'Newest first, without their secrets.',
          tags: ['webhooks'],
          querystring: ListWebhooksQuery,
          response: { 200: ref(WebhookPage), ...problems() },
        },
        config: READ,
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const found = await listWebhooks(deps.db, req.principal.tenantId, req.query);
        return presentPage('/webhooks', filters, { ...found, limit, offset, items: found.items.map(presentWebhook) });
      },
    );

    app.post(
      '/webhooks',
      {
        schema: {
          operationId: 'createWebhook',
          summary: 'Create a webhook',
          description:
            'Events from now on are sent to it by POST, signed as Standard Webhooks says, at least once each. The secret is in this answer and nowhere else. The caller must be allowed to read what the events tell; `GET /event-types` names the permission of each.',
          tags: ['webhooks'],
          body: ref(WebhookInput),
          response: {
            201: ref(CreatedWebhook),
            ...problems(413, 415, EVENTS_NOT_READABLE_EXAMPLE, tooManyWebhooks(500)),
          },
        },
        config: WRITE,
      },
      async (req, reply) => {
        const { webhook, secret } = await createWebhook(deps, req.principal, req.body);
        return reply.code(201).send({ ...presentWebhook(webhook), secret });
      },
    );

    app.get(
      '/webhooks/:id',
      {
        schema: {
          operationId: 'getWebhook',
          summary: 'Read a webhook',
          description: 'Without its secrets and the values of its headers.',
          tags: ['webhooks'],
          params: IdParams,
          response: { 200: ref(Webhook), ...problems(404) },
        },
        config: READ,
      },
      async (req) => presentWebhook(await requireWebhook(deps, req.principal, req.params.id)),
    );

    app.put(
      '/webhooks/:id',
      {
        schema: {
          operationId: 'updateWebhook',
          summary: 'Change a webhook',
          description:
            'Replaces the configuration. Headers that are left out stay as they are. To make an inactive webhook active sends what has waited for it. The caller must be allowed to read what the events tell that are added, and if the URL or headers change, all.',
          tags: ['webhooks'],
          params: IdParams,
          headers: IF_MATCH,
          body: ref(WebhookInput),
          response: {
            200: answerLike(Webhook, changedWebhookExample),
            ...problems(404, 409, 412, 413, 415, EVENTS_NOT_READABLE_EXAMPLE),
          },
        },
        config: WRITE,
      },
      async (req) =>
        updateWebhook(deps, req.principal, req.params.id, req.body, versionFromIfMatch(req.headers['if-match'])).then(
          presentWebhook,
        ),
    );

    app.delete(
      '/webhooks/:id',
      {
        schema: {
          operationId: 'deleteWebhook',
          summary: 'Remove a webhook',
          description: 'Nothing more is sent to it, and its deliveries can no longer be read.',
          tags: ['webhooks'],
          params: IdParams,
          response: { 204: Type.Null({ description: 'Removed.' }), ...problems(404, 409) },
        },
        config: WRITE,
      },
      async (req, reply) => {
        await deleteWebhook(deps, req.principal, req.params.id);
        return reply.code(204).send(null);
      },
    );

    app.put(
      '/webhooks/:id/secret',
      {
        schema: {
          operationId: 'rotateSecret',
          summary: 'Rotate the secret',
          description:
            'Every message is signed with the new secret and with each one before it, for 24 hours from when that was replaced.',
          tags: ['webhooks'],
          params: IdParams,
          headers: IF_MATCH,
          body: ref(SecretInput),
          response: {
            200: ref(RotatedSecret),
            ...problems(404, 409, 412, 413, 415, tooManySecrets(5, new Date('2026-01-21T10:30:00Z'))),
          },
        },
        config: { ...WRITE, optionalBody: true },
      },
      async (req) => {
        const version = versionFromIfMatch(req.headers['if-match']);
        const rotated = await rotateSecret(deps, req.principal, req.params.id, req.body.secret, version);
        return { ...rotated, previousExpiresOn: rotated.previousExpiresOn.toISOString() };
      },
    );
  };
