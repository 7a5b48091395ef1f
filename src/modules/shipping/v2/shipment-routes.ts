import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { ifMatch, versionFromIfMatch } from '../../../platform/etag.ts';
import { inlineFile } from '../../../platform/inline-file.ts';
import { notFound } from '../../../platform/problem.ts';
import { answerLike, IdParams, problems, ref } from '../../../platform/schema.ts';
import { createShipment } from '../create-shipment.ts';
import type { ShippingDeps } from '../deps.ts';
import { cancelShipment, resetShipment } from '../end-booking.ts';
import { getLabels } from '../get-labels.ts';
import { orderShipment } from '../order-shipment.ts';
import { recordTrackingEvent } from '../record-tracking-event.ts';
import { requireShipment } from '../require-shipment.ts';
import { listShipments, type ShipmentFilter } from '../shipment-list-repository.ts';
import { listTrackingEvents } from '../tracking-repository.ts';
import { updateShipment } from '../update-shipment.ts';
import { recordedEventExample } from './examples.ts';
import {
  BOOKING_FAILURES,
  CONTENT_FAILURES,
  LABEL_FAILURES,
  PROFILE_FAILURES,
  STATE_FAILURES,
  VOIDING_FAILURES,
} from './failures.ts';
import { presentPage, presentShipment, presentTrackingEvent } from './present.ts';
import {
  LabelsQuery,
  type ListShipmentsFilter,
  ListShipmentsQuery,
  PageQuery,
  TrackingEventInputSchema,
  TrackingEventPage,
  TrackingEventSchema,
} from './schemas.ts';
import {
  canceledShipmentExample,
  createdShipmentExample,
  resetShipmentExample,
  shipmentExample,
  updatedShipmentExample,
} from './shipment-examples.ts';
import { CreateShipment, ShipmentPage, Shipment as ShipmentSchema, UpdateShipment } from './shipment-schemas.ts';

const binary = { schema: Type.String({ format: 'binary' }) };
const IF_MATCH = ifMatch('shipment');
const shipmentLike = (example: object) => answerLike(ShipmentSchema, example, 'The shipment as it is now.');

/** `/shipments`: schema, permission, one call. */
export const shipmentRoutes =
  (deps: ShippingDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/shipments',
      {
        schema: {
          operationId: 'createShipment',
          summary: 'Create a shipment',
          description: 'Records what is to be sent. Nothing is booked until it is ordered.',
          tags: ['shipments'],
          body: ref(CreateShipment),
          response: {
            201: answerLike(ShipmentSchema, createdShipmentExample),
            ...problems(409, 413, 415, ...CONTENT_FAILURES),
          },
        },
        config: { permission: 'shipping.shipments:write' },
      },
      async (req, reply) =>
        reply.code(201).send(await createShipment(deps, req.principal, req.body).then(presentShipment)),
    );

    app.get(
      '/shipments',
      {
        schema: {
          operationId: 'listShipments',
          summary: 'List shipments',
          description: 'Newest first unless sorted otherwise. The total is exact.',
          tags: ['shipments'],
          querystring: ListShipmentsQuery,
          response: { 200: ref(ShipmentPage), ...problems() },
        },
        config: { permission: 'shipping.shipments:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const { items, total } = await listShipments(deps.db, req.principal.tenantId, toFilter(req.query));
        return presentPage('/shipments', filters, { items: items.map(presentShipment), total, limit, offset });
      },
    );

    app.get(
      '/shipments/:id',
      {
        schema: {
          operationId: 'getShipment',
          summary: 'Read a shipment',
          description: 'The shipment as it is now, with what can be done next in `_links`.',
          tags: ['shipments'],
          params: IdParams,
          response: { 200: shipmentLike(shipmentExample), ...problems(404) },
        },
        config: { permission: 'shipping.shipments:read' },
      },
      async (req) => presentShipment(await requireShipment(deps, req.principal.tenantId, req.params.id)),
    );

    app.put(
      '/shipments/:id',
      {
        schema: {
          operationId: 'updateShipment',
          summary: 'Change a shipment',
          description: 'Replaces the content of a shipment that is still `Created`.',
          tags: ['shipments'],
          params: IdParams,
          headers: IF_MATCH,
          body: ref(UpdateShipment),
          response: {
            200: shipmentLike(updatedShipmentExample),
            ...problems(404, 409, 412, 413, 415, STATE_FAILURES.update, ...CONTENT_FAILURES),
          },
        },
        config: { permission: 'shipping.shipments:write' },
      },
      async (req) =>
        updateShipment(deps, req.principal, req.params.id, req.body, versionFromIfMatch(req.headers['if-match'])).then(
          presentShipment,
        ),
    );

    app.put(
      '/shipments/:id/order',
      {
        schema: {
          operationId: 'orderShipment',
          summary: 'Book a shipment with its carrier',
          description:
            'Waits for the carrier and answers with the settled status. 503 means that the outcome is not known yet: the shipment stays `Ordered` and is settled by asking the carrier.',
          tags: ['shipments'],
          params: IdParams,
          headers: IF_MATCH,
          response: {
            200: shipmentLike(shipmentExample),
            ...problems(404, 409, 412, STATE_FAILURES.order, ...PROFILE_FAILURES, ...BOOKING_FAILURES),
          },
        },
        config: { permission: 'shipping.shipments:order' },
      },
      async (req) =>
        orderShipment(deps, req.principal, req.params.id, versionFromIfMatch(req.headers['if-match'])).then(
          presentShipment,
        ),
    );

    app.put(
      '/shipments/:id/cancel',
      {
        schema: {
          operationId: 'cancelShipment',
          summary: 'Cancel a shipment',
          description: 'A shipment that the carrier has accepted is voided at the carrier first.',
          tags: ['shipments'],
          params: IdParams,
          headers: IF_MATCH,
          response: {
            200: shipmentLike(canceledShipmentExample),
            ...problems(404, 409, 412, STATE_FAILURES.cancel, ...VOIDING_FAILURES),
          },
        },
        config: { permission: 'shipping.shipments:order' },
      },
      async (req) =>
        cancelShipment(deps, req.principal, req.params.id, versionFromIfMatch(req.headers['if-match'])).then(
          presentShipment,
        ),
    );

    app.put(
      '/shipments/:id/reset',
      {
        schema: {
          operationId: 'resetShipment',
          summary: 'Reset a shipment',
          description:
            'Makes it `Created` again, to change it or to order it anew. A shipment that the carrier has accepted is voided at the carrier first.',
          tags: ['shipments'],
          params: IdParams,
          headers: IF_MATCH,
          response: {
            200: shipmentLike(resetShipmentExample),
            ...problems(404, 409, 412, STATE_FAILURES.reset, ...VOIDING_FAILURES),
          },
        },
        config: { permission: 'shipping.shipments:order' },
      },
      async (req) =>
        resetShipment(deps, req.principal, req.params.id, versionFromIfMatch(req.headers['if-match'])).then(
          presentShipment,
        ),
    );

    app.get(
      '/shipments/:id/labels',
      {
        schema: {
          operationId: 'getShipmentLabels',
          summary: 'Get the labels',
          description:
            'One label for each handling unit, as PDF, ZPL or PNG by `Accept` or `format`. Labels that the carrier did not give with its booking are asked for again.',
          tags: ['shipments'],
          params: IdParams,
          querystring: LabelsQuery,
          response: {
            200: {
              description:
                'The labels, one document; `Content-Disposition` names it after the reference of the shipment.',
              content: { 'application/pdf': binary, 'application/zpl': binary, 'image/png': binary },
            },
            ...problems(404, ...LABEL_FAILURES),
          },
        },
        config: { permission: 'shipping.shipments:read' },
      },
      async (req, reply) => {
        const { accept } = req.headers;
        const left = new AbortController();
        reply.raw.once('close', () => left.abort());
        const asked = { ...req.query, ...(accept === undefined ? {} : { accept }), signal: left.signal };
        const label = await getLabels(deps, req.principal, req.params.id, asked);
        return reply
          .type(label.mediaType)
          .header('content-disposition', inlineFile(label.fileName))
          .header('vary', [reply.getHeader('vary'), 'Accept'].filter(Boolean).join(', '))
          .send(label.content as never);
      },
    );

    app.get(
      '/shipments/:id/tracking-events',
      {
        schema: {
          operationId: 'listTrackingEvents',
          summary: 'Get tracking',
          description: 'Every scan and notice about the shipment, in the order in which they happened.',
          tags: ['tracking'],
          params: IdParams,
          querystring: PageQuery,
          response: { 200: ref(TrackingEventPage), ...problems(404) },
        },
        config: { permission: 'shipping.shipments:read' },
      },
      async (req) => {
        const { id } = req.params;
        const found = await listTrackingEvents(deps.db, req.principal.tenantId, id, req.query);
        if (found === undefined) throw notFound('shipment', id);
        return presentPage(
          `/shipments/${id}/tracking-events`,
          {},
          { ...req.query, ...found, items: found.items.map(presentTrackingEvent) },
        );
      },
    );

    app.post(
      '/shipments/:id/tracking-events',
      {
        schema: {
          operationId: 'recordTrackingEvent',
          summary: 'Record a scan',
          description:
            "Records a scan of the shipper's own, of a partner carrier, or of the carrier itself where it was told to you and not to this system: its own code is then standardised by its table. The first physical scan of an accepted shipment makes it `Executed`. The same scan told twice is recorded once and answered with 200.",
          tags: ['tracking'],
          params: IdParams,
          body: ref(TrackingEventInputSchema),
          response: {
            200: answerLike(TrackingEventSchema, recordedEventExample),
            201: answerLike(TrackingEventSchema, recordedEventExample),
            ...problems(404, 409, 413, 415, STATE_FAILURES.recordScan),
          },
        },
        config: { permission: 'shipping.tracking-events:write' },
      },
      async (req, reply) => {
        const { event, recorded } = await recordTrackingEvent(deps, req.principal, req.params.id, req.body);
        return reply.code(recorded ? 201 : 200).send(presentTrackingEvent(event));
      },
    );
  };

function toFilter(query: ListShipmentsFilter): ShipmentFilter {
  const { createdFrom, createdTo, ...rest } = query;
  return {
    ...rest,
    ...(createdFrom === undefined ? {} : { createdFrom: new Date(createdFrom) }),
    ...(createdTo === undefined ? {} : { createdTo: new Date(createdTo) }),
  };
}
