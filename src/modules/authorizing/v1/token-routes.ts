import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { notFound } from '../../../platform/problem.ts';
import { IdParams, problems, ref } from '../../../platform/schema.ts';
import { createToken } from '../create-token.ts';
import type { AuthorizingDeps } from '../deps.ts';
import { lastAdmin } from '../errors.ts';
import { revokeToken } from '../revoke-token.ts';
import { findToken, listTokens } from '../token-repository.ts';
import { GRANT_FAILURES, TEST_TOKEN, TOKEN_FAILURES } from './failures.ts';
import { presentPage, presentToken } from './present.ts';
import { CreatedToken, ListTokensQuery, Token, TokenInput, TokenPage } from './schemas.ts';

/** `/tokens`: schema, permission, one call. */
export const tokenRoutes =
  (deps: AuthorizingDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/tokens',
      {
        schema: {
          operationId: 'createToken',
          summary: 'Create an API token',
          description:
            'The key is in this answer and nowhere else. A token never gives more than its maker has: neither when it is made nor, should the maker lose a permission, afterwards. When the user who made it is deactivated, it is refused.',
          tags: ['tokens'],
          body: ref(TokenInput),
          response: { 201: ref(CreatedToken), ...problems(409, 413, 415, ...GRANT_FAILURES, ...TOKEN_FAILURES) },
        },
        config: { permission: 'authorizing.tokens:write' },
      },
      async (req, reply) => {
        const { mode = 'live', expiresOn, ...input } = req.body;
        const { tenantId } = req.principal;
        const asked = {
          ...input,
          mode,
          tenantId,
          ...(expiresOn === undefined ? {} : { expiresOn: new Date(expiresOn) }),
        };
        const { token, apiKey } = await createToken(deps, asked, req.principal);
        return reply.code(201).send({ ...presentToken(token), apiKey });
      },
    );

    app.get(
      '/tokens',
      {
        schema: {
          operationId: 'listTokens',
          summary: 'List API tokens',
          description: 'Those that are not revoked, newest first, without their secrets.',
          tags: ['tokens'],
          querystring: ListTokensQuery,
          response: { 200: ref(TokenPage), ...problems() },
        },
        config: { permission: 'authorizing.tokens:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const found = await listTokens(deps.db, req.principal.tenantId, req.query, deps.clock());
        return presentPage('/tokens', filters, { ...found, limit, offset, items: found.items.map(presentToken) });
      },
    );

    app.get(
      '/tokens/:id',
      {
        schema: {
          operationId: 'getToken',
          summary: 'Read an API token',
          description: 'Without its secret.',
          tags: ['tokens'],
          params: IdParams,
          response: { 200: ref(Token), ...problems(404) },
        },
        config: { permission: 'authorizing.tokens:read' },
      },
      async (req) => {
        const token = await findToken(deps.db, req.principal.tenantId, req.params.id);
        if (token === undefined) throw notFound('token', req.params.id);
        return presentToken(token);
      },
    );

    app.delete(
      '/tokens/:id',
      {
        schema: {
          operationId: 'revokeToken',
          summary: 'Revoke an API token',
          description:
            'For ever, everywhere within 5 seconds. Refused for the last one that can do everything, where no user can.',
          tags: ['tokens'],
          params: IdParams,
          response: {
            204: Type.Null({ description: 'Revoked.' }),
            ...problems(404, 409, TEST_TOKEN, lastAdmin('token')),
          },
        },
        config: { permission: 'authorizing.tokens:write' },
      },
      async (req, reply) => {
        await revokeToken(deps, req.principal, req.params.id);
        return reply.code(204).send(null);
      },
    );
  };
