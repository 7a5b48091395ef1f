import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { ifMatch, versionFromIfMatch } from '../../../platform/etag.ts';
import { PageQuery } from '../../../platform/page.ts';
import { notFound } from '../../../platform/problem.ts';
import { problems, ref } from '../../../platform/schema.ts';
import { createPermissionGroup, deletePermissionGroup, updatePermissionGroup } from '../change-permission-group.ts';
import type { AuthorizingDeps } from '../deps.ts';
import { groupBuiltIn, groupInUse, groupTaken } from '../errors.ts';
import { findGroup, listGroups } from '../group-repository.ts';
import { BUILT_IN_GROUPS } from '../permissions.ts';
import { EXCEEDS_OWN, TEST_TOKEN } from './failures.ts';
import { presentBuiltInGroup, presentGroup, presentPage } from './present.ts';
import {
  NewPermissionGroup,
  PermissionGroup,
  PermissionGroupInput,
  PermissionGroupPage,
  ReferenceParams,
} from './schemas.ts';

const IF_MATCH = ifMatch('group');

/** `/permission-groups`: schema, permission, one call. */
export const groupRoutes =
  (deps: AuthorizingDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/permission-groups',
      {
        schema: {
          operationId: 'listPermissionGroups',
          summary: 'List roles',
          description: 'The built-in groups, then the tenant’s own, with what they give.',
          tags: ['permission-groups'],
          querystring: PageQuery,
          response: { 200: ref(PermissionGroupPage), ...problems() },
        },
        config: { permission: 'authorizing.permission-groups:read' },
      },
      async (req) => {
        const { limit, offset } = req.query;
        const builtIn = Object.keys(BUILT_IN_GROUPS).flatMap((reference) => presentBuiltInGroup(reference) ?? []);
        const groups = [...builtIn, ...(await listGroups(deps.db, req.principal.tenantId)).map(presentGroup)];
        return presentPage(
          '/permission-groups',
          {},
          { items: groups.slice(offset, offset + limit), total: groups.length, limit, offset },
        );
      },
    );

    app.post(
      '/permission-groups',
      {
        schema: {
          operationId: 'createPermissionGroup',
          summary: 'Add a role',
          description: 'A group of the tenant’s own, with permissions that the caller has.',
          tags: ['permission-groups'],
          body: ref(NewPermissionGroup),
          response: {
            201: ref(PermissionGroup),
            ...problems(409, 413, 415, TEST_TOKEN, EXCEEDS_OWN, groupTaken('night-shift')),
          },
        },
        config: { permission: 'authorizing.permission-groups:write' },
      },
      async (req, reply) =>
        reply.code(201).send(presentGroup(await createPermissionGroup(deps, req.principal, req.body))),
    );

    app.get(
      '/permission-groups/:reference',
      {
        schema: {
          operationId: 'getPermissionGroup',
          summary: 'Read a role',
          description: 'A group and what it gives.',
          tags: ['permission-groups'],
          params: ReferenceParams,
          response: { 200: ref(PermissionGroup), ...problems(404) },
        },
        config: { permission: 'authorizing.permission-groups:read' },
      },
      async (req) => {
        const { reference } = req.params;
        const builtIn = presentBuiltInGroup(reference);
        if (builtIn !== undefined) return builtIn;
        const group = await findGroup(deps.db, req.principal.tenantId, reference);
        if (group === undefined) throw notFound('permission group', reference);
        return presentGroup(group);
      },
    );

    app.put(
      '/permission-groups/:reference',
      {
        schema: {
          operationId: 'updatePermissionGroup',
          summary: 'Change a role',
          description: 'Of the tenant’s own. Everyone who holds it feels it within 5 seconds.',
          tags: ['permission-groups'],
          params: ReferenceParams,
          headers: IF_MATCH,
          body: ref(PermissionGroupInput),
          response: {
            200: ref(PermissionGroup),
            ...problems(404, 409, 412, 413, 415, TEST_TOKEN, EXCEEDS_OWN, groupBuiltIn('admin')),
          },
        },
        config: { permission: 'authorizing.permission-groups:write' },
      },
      (req) =>
        updatePermissionGroup(
          deps,
          req.principal,
          req.params.reference,
          req.body,
          versionFromIfMatch(req.headers['if-match']),
        ).then(presentGroup),
    );

    app.delete(
      '/permission-groups/:reference',
      {
        schema: {
          operationId: 'deletePermissionGroup',
          summary: 'Remove a role',
          description: 'Of the tenant’s own, and only while nobody holds it.',
          tags: ['permission-groups'],
          params: ReferenceParams,
          headers: IF_MATCH,
          response: {
            204: Type.Null({ description: 'Removed.' }),
            ...problems(404, 409, 412, TEST_TOKEN, EXCEEDS_OWN, groupBuiltIn('admin'), groupInUse('night-shift')),
          },
        },
        config: { permission: 'authorizing.permission-groups:write' },
      },
      async (req, reply) => {
        await deletePermissionGroup(
          deps,
          req.principal,
          req.params.reference,
          versionFromIfMatch(req.headers['if-match']),
        );
        return reply.code(204).send(null);
      },
    );
  };
