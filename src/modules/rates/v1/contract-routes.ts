import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { versionFromIfMatch } from '../../../platform/etag.ts';
import { notFound } from '../../../platform/problem.ts';
import { answerLike, IdParams, problems, ref, Uuid } from '../../../platform/schema.ts';
import { createContract, endContract, setSurcharges, updateContract } from '../change-contract.ts';
import { findContract, listContracts } from '../contract-repository.ts';
import type { RatesDeps } from '../deps.ts';
import { requireContract } from '../require-contract.ts';
import { ContractInput, SurchargesInput } from './contract-schemas.ts';
import { changedContractExample } from './examples.ts';
import { ENDED, OVERLAP } from './failures.ts';
import { presentChange, presentContract, presentPage, presentSummary } from './present.ts';
import { ContractChange, ContractPage, ContractSchema, IF_MATCH, ListContractsQuery } from './schemas.ts';

const VersionParams = Type.Object({
  id: Uuid,
  version: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'From 1 to the newest.' }),
});

/** `/contracts`: schema, permission, one call. */
export const contractRoutes =
  (deps: RatesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/contracts',
      {
        schema: {
          operationId: 'createContract',
          summary: 'Create a contract',
          description:
            'What a carrier agreed to charge, as version 1. What cannot be is refused with its place; what can hardly be meant is in `warnings`.',
          tags: ['contracts'],
          body: ref(ContractInput),
          response: { 201: ref(ContractSchema), ...problems(413, 415, OVERLAP) },
        },
        config: { permission: 'rates.contracts:write' },
      },
      async (req, reply) =>
        reply.code(201).send(await createContract(deps, req.principal, req.body).then(presentContract)),
    );

    app.get(
      '/contracts',
      {
        schema: {
          operationId: 'listContracts',
          summary: 'List contracts',
          description: 'Without their prices, by reference and then by validity.',
          tags: ['contracts'],
          querystring: ListContractsQuery,
          response: { 200: ref(ContractPage), ...problems() },
        },
        config: { permission: 'rates.contracts:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const { items, total } = await listContracts(deps.db, req.principal.tenantId, req.query);
        return presentPage('/contracts', filters, { items: items.map(presentSummary), total, limit, offset });
      },
    );

    app.get(
      '/contracts/:id',
      {
        schema: {
          operationId: 'getContract',
          summary: 'Read a contract',
          description: 'Its newest version. An ended one is still there.',
          tags: ['contracts'],
          params: IdParams,
          response: { 200: ref(ContractSchema), ...problems(404) },
        },
        config: { permission: 'rates.contracts:read' },
      },
      (req) => requireContract(deps, req.principal, req.params.id).then(presentContract),
    );

    app.put(
      '/contracts/:id',
      {
        schema: {
          operationId: 'updateContract',
          summary: 'Change a contract',
          description: 'Makes a new version of it. Those before stay as they were, and readable.',
          tags: ['contracts'],
          params: IdParams,
          headers: IF_MATCH,
          body: ref(ContractInput),
          response: {
            200: answerLike(ContractSchema, changedContractExample),
            ...problems(404, 409, 412, 413, 415, OVERLAP, ENDED),
          },
        },
        config: { permission: 'rates.contracts:write' },
      },
      (req) =>
        updateContract(deps, req.principal, req.params.id, req.body, versionFromIfMatch(req.headers['if-match'])).then(
          presentContract,
        ),
    );

    app.put(
      '/contracts/:id/surcharges',
      {
        schema: {
          operationId: 'setSurcharges',
          summary: 'Change the surcharges',
          description:
            'Makes a new version of the contract with other surcharges, for what changes monthly. All else stays as it is, however large it is.',
          tags: ['contracts'],
          params: IdParams,
          headers: IF_MATCH,
          body: ref(SurchargesInput),
          response: { 200: ref(ContractChange), ...problems(404, 409, 412, 413, 415, ENDED) },
        },
        config: { permission: 'rates.contracts:write' },
      },
      (req) =>
        setSurcharges(deps, req.principal, req.params.id, req.body, versionFromIfMatch(req.headers['if-match'])).then(
          presentChange,
        ),
    );

    app.delete(
      '/contracts/:id',
      {
        schema: {
          operationId: 'endContract',
          summary: 'End a contract',
          description:
            'From today (UTC) on it prices nothing. For the days before it still does, and it stays readable with all its versions.',
          tags: ['contracts'],
          params: IdParams,
          response: { 204: Type.Null({ description: 'It has ended.' }), ...problems(404, 409) },
        },
        config: { permission: 'rates.contracts:write' },
      },
      async (req, reply) => {
        await endContract(deps, req.principal, req.params.id);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/contracts/:id/versions/:version',
      {
        schema: {
          operationId: 'getContractVersion',
          summary: 'Read a version of a contract',
          description: 'What the contract said in that version, for ever.',
          tags: ['contracts'],
          params: VersionParams,
          response: { 200: ref(ContractSchema), ...problems(404) },
        },
        config: { permission: 'rates.contracts:read' },
      },
      async (req) => {
        const { id, version } = req.params;
        const contract = await findContract(deps.db, req.principal.tenantId, id, version);
        if (contract === undefined) throw notFound('contract version', `${id}/${version}`);
        return presentContract(contract);
      },
    );
  };
