import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { announceVersions, ifMatch, versionFromIfMatch } from '../../../platform/etag.ts';
import { notFound } from '../../../platform/problem.ts';
import { IdParams, problems, ref } from '../../../platform/schema.ts';
import { listBookings } from '../carriers/sandbox/ledger.ts';
import { createCarrierProfile, deleteCarrierProfile, updateCarrierProfile } from '../change-profile.ts';
import { findConsignment, listConsignments } from '../consignment-repository.ts';
import type { ShippingDeps } from '../deps.ts';
import { findProfile, listProfiles } from '../profile-repository.ts';
import { carrierRoutes } from './carrier-routes.ts';
import {
  CarrierProfileInput,
  CarrierProfilePage,
  CarrierProfileSchema,
  ListCarrierProfilesQuery,
  ListSandboxBookingsQuery,
  SandboxBookingPage,
} from './carrier-schemas.ts';
import { PROFILE_IN_USE, REFERENCE_TAKEN, TEST_TOKEN } from './failures.ts';
import { presentCarrierProfile, presentConsignment, presentPage, presentSandboxBooking } from './present.ts';
import { ConsignmentPage, ConsignmentSchema, ListConsignmentsQuery, namedSchemas } from './schemas.ts';
import { shipmentRoutes } from './shipment-routes.ts';

const IF_MATCH = ifMatch('profile');

/** Everything under `/api/shipping/v2`. */
export const routes =
  (deps: ShippingDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of namedSchemas) app.addSchema(schema);
    announceVersions(app);
    await app.register(shipmentRoutes(deps));
    await app.register(carrierRoutes(deps));

    app.get(
      '/consignments',
      {
        schema: {
          operationId: 'listConsignments',
          summary: 'List consignments',
          description: 'Bookings with carriers, newest first.',
          tags: ['consignments'],
          querystring: ListConsignmentsQuery,
          response: { 200: ref(ConsignmentPage), ...problems() },
        },
        config: { permission: 'shipping.consignments:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const found = await listConsignments(deps.db, req.principal.tenantId, req.query);
        return presentPage('/consignments', filters, {
          ...found,
          limit,
          offset,
          items: found.items.map(presentConsignment),
        });
      },
    );

    app.get(
      '/consignments/:id',
      {
        schema: {
          operationId: 'getConsignment',
          summary: 'Read a consignment',
          description: 'One booking with one carrier, and how far it has come.',
          tags: ['consignments'],
          params: IdParams,
          response: { 200: ref(ConsignmentSchema), ...problems(404) },
        },
        config: { permission: 'shipping.consignments:read' },
      },
      async (req) => {
        const consignment = await findConsignment(deps.db, req.principal.tenantId, req.params.id);
        if (consignment === undefined) throw notFound('consignment', req.params.id);
        return presentConsignment(consignment);
      },
    );

    app.get(
      '/carrier-profiles',
      {
        schema: {
          operationId: 'listCarrierProfiles',
          summary: 'List carriers',
          description: "The tenant's carrier accounts, by reference.",
          tags: ['carrier-profiles'],
          querystring: ListCarrierProfilesQuery,
          response: { 200: ref(CarrierProfilePage), ...problems() },
        },
        config: { permission: 'shipping.carrier-profiles:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const found = await listProfiles(deps.db, req.principal.tenantId, req.query);
        return presentPage('/carrier-profiles', filters, {
          ...found,
          limit,
          offset,
          items: found.items.map(presentCarrierProfile),
        });
      },
    );

    app.post(
      '/carrier-profiles',
      {
        schema: {
          operationId: 'createCarrierProfile',
          summary: 'Add a carrier account',
          description: 'Credentials are kept encrypted and never returned.',
          tags: ['carrier-profiles'],
          body: ref(CarrierProfileInput),
          response: { 201: ref(CarrierProfileSchema), ...problems(413, 415, TEST_TOKEN, REFERENCE_TAKEN) },
        },
        config: { permission: 'shipping.carrier-profiles:write' },
      },
      async (req, reply) =>
        reply.code(201).send(presentCarrierProfile(await createCarrierProfile(deps, req.principal, req.body))),
    );

    app.get(
      '/carrier-profiles/:id',
      {
        schema: {
          operationId: 'getCarrierProfile',
          summary: 'Read a carrier account',
          description: 'Without its credentials; `hasCredentials` says whether they are set.',
          tags: ['carrier-profiles'],
          params: IdParams,
          response: { 200: ref(CarrierProfileSchema), ...problems(404) },
        },
        config: { permission: 'shipping.carrier-profiles:read' },
      },
      async (req) => {
        const profile = await findProfile(deps.db, req.principal.tenantId, req.params.id);
        if (profile === undefined) throw notFound('carrier profile', req.params.id);
        return presentCarrierProfile(profile);
      },
    );

    app.put(
      '/carrier-profiles/:id',
      {
        schema: {
          operationId: 'updateCarrierProfile',
          summary: 'Change a carrier account',
          description: 'Replaces the configuration. Credentials that are left out stay as they are.',
          tags: ['carrier-profiles'],
          params: IdParams,
          headers: IF_MATCH,
          body: ref(CarrierProfileInput),
          response: {
            200: ref(CarrierProfileSchema),
            ...problems(404, 409, 412, 413, 415, TEST_TOKEN, REFERENCE_TAKEN, PROFILE_IN_USE),
          },
        },
        config: { permission: 'shipping.carrier-profiles:write' },
      },
      async (req) =>
        updateCarrierProfile(
          deps,
          req.principal,
          req.params.id,
          req.body,
          versionFromIfMatch(req.headers['if-match']),
        ).then(presentCarrierProfile),
    );

    app.delete(
      '/carrier-profiles/:id',
      {
        schema: {
          operationId: 'deleteCarrierProfile',
          summary: 'Remove a carrier account',
          description: 'Bookings that were made with it can still be settled and voided; its reference is free again.',
          tags: ['carrier-profiles'],
          params: IdParams,
          headers: IF_MATCH,
          response: { 204: Type.Null({ description: 'Removed.' }), ...problems(404, 409, 412, TEST_TOKEN) },
        },
        config: { permission: 'shipping.carrier-profiles:write' },
      },
      async (req, reply) => {
        await deleteCarrierProfile(deps, req.principal, req.params.id, versionFromIfMatch(req.headers['if-match']));
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/sandbox-bookings',
      {
        schema: {
          operationId: 'listSandboxBookings',
          summary: "Read the sandbox carrier's ledger",
          description: 'Every booking that the sandbox carrier made, newest first, whatever its caller was told.',
          tags: ['sandbox'],
          querystring: ListSandboxBookingsQuery,
          response: { 200: ref(SandboxBookingPage), ...problems() },
        },
        config: { permission: 'shipping.consignments:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const { bookedFrom, bookedTo, ...rest } = req.query;
        const found = await listBookings(deps.db.pool, req.principal.tenantId, {
          ...rest,
          ...(bookedFrom === undefined ? {} : { bookedFrom: new Date(bookedFrom) }),
          ...(bookedTo === undefined ? {} : { bookedTo: new Date(bookedTo) }),
        });
        return presentPage('/sandbox-bookings', filters, {
          ...found,
          limit,
          offset,
          items: found.items.map(presentSandboxBooking),
        });
      },
    );
  };
