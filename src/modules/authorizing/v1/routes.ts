import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { listAuditEvents } from '../../../platform/audit-list.ts';
import { announceVersions, ifMatch, versionFromIfMatch } from '../../../platform/etag.ts';
import { notFound } from '../../../platform/problem.ts';
import { IdParams, problems, ref } from '../../../platform/schema.ts';
import type { AuthorizingDeps } from '../deps.ts';
import { lastAdmin } from '../errors.ts';
import { getCaller } from '../get-caller.ts';
import { AUTHENTICATED } from '../permissions.ts';
import { updateUser } from '../update-user.ts';
import { findUser, listUsers } from '../user-repository.ts';
import { AuditEventPage, ListAuditEventsQuery } from './audit-schemas.ts';
import { GRANT_FAILURES, TEST_TOKEN } from './failures.ts';
import { groupRoutes } from './group-routes.ts';
import { presentAuditEvent, presentCaller, presentPage, presentUser } from './present.ts';
import { Caller, ListUsersQuery, namedSchemas, User, UserInput, UserPage } from './schemas.ts';
import { tokenRoutes } from './token-routes.ts';

const IF_MATCH = ifMatch('user');

/** Everything under `/api/authorizing/v1`. `forget` makes this process read anew who may do what. */
export const routes =
  (deps: AuthorizingDeps, forget: () => void): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of namedSchemas) app.addSchema(schema);
    announceVersions(app);
    // After the answer's own transaction, where it has one, and before the answer: who has read it finds it true.
    app.addHook('onSend', async (request) => {
      if (request.method !== 'GET') forget();
    });
    await app.register(tokenRoutes(deps));
    await app.register(groupRoutes(deps));

    app.get(
      '/users/me',
      {
        schema: {
          operationId: 'getCaller',
          summary: 'Read who you are',
          description: 'The user or token that is calling, its tenant, and what it may do.',
          tags: ['users'],
          response: { 200: ref(Caller), ...problems() },
        },
        config: { permission: AUTHENTICATED },
      },
      async (req) => presentCaller(await getCaller(deps, req.principal)),
    );

    app.get(
      '/users',
      {
        schema: {
          operationId: 'listUsers',
          summary: 'List users',
          description: 'Everyone of the tenant who ever came in through an identity provider, by name.',
          tags: ['users'],
          querystring: ListUsersQuery,
          response: { 200: ref(UserPage), ...problems() },
        },
        config: { permission: 'authorizing.users:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const found = await listUsers(deps.db, req.principal.tenantId, req.query);
        return presentPage('/users', filters, { ...found, limit, offset, items: found.items.map(presentUser) });
      },
    );

    app.get(
      '/users/:id',
      {
        schema: {
          operationId: 'getUser',
          summary: 'Read a user',
          description: 'A person, with the groups that say what he may do.',
          tags: ['users'],
          params: IdParams,
          response: { 200: ref(User), ...problems(404) },
        },
        config: { permission: 'authorizing.users:read' },
      },
      async (req) => {
        const user = await findUser(deps.db, req.principal.tenantId, req.params.id);
        if (user === undefined) throw notFound('user', req.params.id);
        return presentUser(user);
      },
    );

    app.put(
      '/users/:id',
      {
        schema: {
          operationId: 'updateUser',
          summary: 'Change what a user may do',
          description:
            'Replaces the groups, and says whether the user may come in. Felt everywhere within 5 seconds. Nobody changes a user who may do more than himself, and the last administrator stays one.',
          tags: ['users'],
          params: IdParams,
          headers: IF_MATCH,
          body: ref(UserInput),
          response: {
            200: ref(User),
            ...problems(404, 409, 412, 413, 415, TEST_TOKEN, ...GRANT_FAILURES, lastAdmin('user')),
          },
        },
        config: { permission: 'authorizing.users:write' },
      },
      (req) =>
        updateUser(deps, req.principal, req.params.id, req.body, versionFromIfMatch(req.headers['if-match'])).then(
          presentUser,
        ),
    );

    app.get(
      '/audit-events',
      {
        schema: {
          operationId: 'listAuditEvents',
          summary: 'List who changed what',
          description:
            'Every change of every resource of the tenant, newest first: by whom, from where, and what it was before and after.',
          tags: ['audit'],
          querystring: ListAuditEventsQuery,
          response: { 200: ref(AuditEventPage), ...problems() },
        },
        config: { permission: 'authorizing.audit-events:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const { from, to, ...rest } = req.query;
        const found = await listAuditEvents(deps.db, req.principal.tenantId, {
          ...rest,
          ...(from === undefined ? {} : { from: new Date(from) }),
          ...(to === undefined ? {} : { to: new Date(to) }),
        });
        return presentPage('/audit-events', filters, {
          ...found,
          limit,
          offset,
          items: found.items.map(presentAuditEvent),
        });
      },
    );
  };
