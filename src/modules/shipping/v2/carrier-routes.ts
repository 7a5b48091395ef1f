import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { inlineFile } from '../../../platform/inline-file.ts';
import { PageQuery } from '../../../platform/page.ts';
import { notFound } from '../../../platform/problem.ts';
import { IdParams, problems, ref } from '../../../platform/schema.ts';
import { listCarrierCalls } from '../carrier-call-repository.ts';
import type { ShippingDeps } from '../deps.ts';
import { getDocument, listShipmentDocuments } from '../get-document.ts';
import { resolveBooking } from '../resolve-booking.ts';
import { verifyCarrierProfile } from '../verify-profile.ts';
import { BookingOutcome, CarrierCallPage, CarrierVerification, DocumentList } from './carrier-schemas.ts';
import { OUTCOME_FAILURES, VERIFICATION_FAILURES } from './failures.ts';
import { presentCarrierCall, presentDocuments, presentPage, presentShipment, presentVerification } from './present.ts';
import { Shipment } from './shipment-schemas.ts';

const binary = { schema: Type.String({ format: 'binary' }) };
const DocumentParams = Type.Object({
  id: Type.String({ format: 'uuid', description: 'The shipment.' }),
  documentId: Type.String({ format: 'uuid', description: 'One of its documents.' }),
});

/** What carriers gave, said and must be asked: documents, calls, verification, outcomes told by a person. */
export const carrierRoutes =
  (deps: ShippingDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/shipments/:id/documents',
      {
        schema: {
          operationId: 'listShipmentDocuments',
          summary: 'List the papers',
          description:
            'Labels, return labels, invoices and receipts that the carrier made for the booking. Labels that are drawn here are under `/labels` only.',
          tags: ['shipments'],
          params: IdParams,
          response: { 200: ref(DocumentList), ...problems(404) },
        },
        config: { permission: 'shipping.shipments:read' },
      },
      async (req) => presentDocuments(req.params.id, await listShipmentDocuments(deps, req.principal, req.params.id)),
    );

    app.get(
      '/shipments/:id/documents/:documentId',
      {
        schema: {
          operationId: 'getShipmentDocument',
          summary: 'Get a paper',
          description: 'One label, invoice or receipt exactly as the carrier gave it.',
          tags: ['shipments'],
          params: DocumentParams,
          produces: ['application/pdf', 'application/zpl', 'image/png', 'image/gif'],
          response: {
            200: {
              description: 'The paper; `Content-Disposition` names it after the shipment and what it is.',
              content: {
                'application/pdf': binary,
                'application/zpl': binary,
                'image/png': binary,
                'image/gif': binary,
              },
            },
            ...problems(404),
          },
        },
        config: { permission: 'shipping.shipments:read' },
      },
      async (req, reply) => {
        const { id, documentId } = req.params;
        const document = await getDocument(deps, req.principal, id, documentId);
        return reply
          .type(document.mediaType)
          .header('content-disposition', inlineFile(document.fileName))
          .send(document.content as never);
      },
    );

    app.get(
      '/shipments/:id/carrier-calls',
      {
        schema: {
          operationId: 'listCarrierCalls',
          summary: 'See what was said to the carrier',
          description:
            'The newest exchanges with the carrier about the shipment, newest first, for support. Secrets, names and contact data are masked.',
          tags: ['shipments'],
          params: IdParams,
          querystring: PageQuery,
          response: { 200: ref(CarrierCallPage), ...problems(404) },
        },
        config: { permission: 'shipping.consignments:read' },
      },
      async (req) => {
        const { id } = req.params;
        const found = await listCarrierCalls(deps.db, req.principal.tenantId, id, req.query);
        if (found === undefined) throw notFound('shipment', id);
        return presentPage(
          `/shipments/${id}/carrier-calls`,
          {},
          { ...req.query, ...found, items: found.items.map(presentCarrierCall) },
        );
      },
    );

    app.put(
      '/shipments/:id/booking-outcome',
      {
        schema: {
          operationId: 'resolveBooking',
          summary: 'Tell the outcome of a held booking',
          description:
            "For a shipment with a `hold`: the carrier did not answer, and cannot be asked by our reference or does not tell. With the number from the carrier's portal the booking is fetched, labels included; with `not-booked` the shipment is `Declined`, to be reset and ordered anew. `not-booked` also gives up a shipment that stays `Ordered` because its carrier cannot be reached, as long as it was surely never reached.",
          tags: ['shipments'],
          params: IdParams,
          body: ref(BookingOutcome),
          response: {
            200: {
              description: 'The shipment as it is now.',
              content: { 'application/json': { schema: ref(Shipment) } },
            },
            ...problems(404, 409, 413, 415, ...OUTCOME_FAILURES),
          },
        },
        config: { permission: 'shipping.shipments:order' },
      },
      async (req) => resolveBooking(deps, req.principal, req.params.id, req.body).then(presentShipment),
    );

    app.put(
      '/carrier-profiles/:id/verification',
      {
        schema: {
          operationId: 'verifyCarrierProfile',
          summary: 'Check a carrier account',
          description:
            'Asks the carrier whether it accepts the credentials of the profile, and shows what was said. Nothing is booked.',
          tags: ['carrier-profiles'],
          params: IdParams,
          response: { 200: ref(CarrierVerification), ...problems(404, ...VERIFICATION_FAILURES) },
        },
        config: { permission: 'shipping.carrier-profiles:write' },
      },
      async (req) => verifyCarrierProfile(deps, req.principal, req.params.id).then(presentVerification),
    );
  };
