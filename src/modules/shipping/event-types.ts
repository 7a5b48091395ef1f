import { Type } from '@sinclair/typebox';
import type { EventType } from '../../platform/events.ts';
import { ref } from '../../platform/schema.ts';
import type { ConsignmentEventType, ShipmentEventType } from './events.ts';
import { consignmentExample, heldShipmentExample, shipmentExample, trackingEventExample } from './v2/examples.ts';
import { ConsignmentSchema, namedSchemas, TrackingEventSchema } from './v2/schemas.ts';
import { Shipment } from './v2/shipment-schemas.ts';

const SHIPMENT_EVENTS = {
  'shipment.created': 'A shipment was created.',
  'shipment.updated': 'A shipment that is not ordered yet was changed.',
  'shipment.ordered': 'The booking of a shipment is on its way to the carrier.',
  'shipment.held':
    'Whether the carrier booked is not known, and nothing goes on by itself: a person looks and tells it, as `hold` says.',
  'shipment.accepted': 'The carrier accepted the booking; labels are there.',
  'shipment.declined': 'The carrier declined the booking.',
  'shipment.executed': 'The carrier has the parcels.',
  'shipment.canceled': 'A shipment was canceled.',
  'shipment.reset': 'A shipment is to be changed or ordered anew.',
  'shipment.tracking_updated': 'There are new scans; they come with the shipment, in `trackingEvents`.',
} as const satisfies Record<ShipmentEventType, string>;

const CONSIGNMENT_EVENTS = {
  'consignment.accepted': 'The carrier accepted a booking.',
  'consignment.declined': 'The carrier declined a booking.',
} as const satisfies Record<ConsignmentEventType, string>;

const ScannedShipment = Type.Object(
  {
    ...Shipment.properties,
    trackingEvents: Type.Array(ref(TrackingEventSchema), { description: 'Those that are new, and no others.' }),
  },
  { description: 'A shipment with its new scans.' },
);
const SCANNED = {
  data: ScannedShipment,
  example: { ...shipmentExample, trackingEvents: [trackingEventExample] },
};

/** Every event of this module. Its data is the resource after the change, in the form in which version 2 of the API shows it. */
export const eventTypes: readonly EventType[] = [
  ...Object.entries(SHIPMENT_EVENTS).map(([type, description]) => ({
    type,
    description,
    permission: 'shipping.shipments:read',
    data: Shipment,
    definitions: namedSchemas,
    example: shipmentExample,
    exampleSubject: `shipment/${shipmentExample.id}`,
    ...(type === 'shipment.held' ? { example: heldShipmentExample } : {}),
    ...(type === 'shipment.tracking_updated' ? SCANNED : {}),
  })),
  ...Object.entries(CONSIGNMENT_EVENTS).map(([type, description]) => ({
    type,
    description,
    permission: 'shipping.consignments:read',
    data: ConsignmentSchema,
    definitions: namedSchemas,
    example: consignmentExample,
    exampleSubject: `consignment/${consignmentExample.id}`,
  })),
];
