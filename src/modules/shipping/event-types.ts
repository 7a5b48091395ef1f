import { Type } from '@sinclair/typebox';
import type { EventType } from '../../platform/events.ts';
import { ref } from '../../platform/schema.ts';
import type { ConsignmentEventType, ShipmentEventType } from './events.ts';
import { consignmentExample, declinedConsignmentExample, trackingEventExample } from './v2/examples.ts';
import { ConsignmentSchema, namedSchemas, TrackingEventSchema } from './v2/schemas.ts';
import {
  canceledShipmentExample,
  createdShipmentExample,
  declinedShipmentExample,
  executedShipmentExample,
  heldShipmentExample,
  orderedShipmentExample,
  resetShipmentExample,
  shipmentExample,
  updatedShipmentExample,
} from './v2/shipment-examples.ts';
import { Shipment } from './v2/shipment-schemas.ts';

/** What each tells, and a shipment as it is after it. */
const SHIPMENT_EVENTS = {
  'shipment.created': ['A shipment was created.', createdShipmentExample],
  'shipment.updated': ['A shipment that is not ordered yet was changed.', updatedShipmentExample],
  'shipment.ordered': ['The booking of a shipment is on its way to the carrier.', orderedShipmentExample],
  'shipment.held': [
    'Whether the carrier booked is not known, and nothing goes on by itself: a person looks and tells it, as `hold` says.',
    heldShipmentExample,
  ],
  'shipment.accepted': ['The carrier accepted the booking; labels are there.', shipmentExample],
  'shipment.declined': ['The carrier declined the booking.', declinedShipmentExample],
  'shipment.executed': ['The carrier has the parcels.', executedShipmentExample],
  'shipment.canceled': ['A shipment was canceled.', canceledShipmentExample],
  'shipment.reset': ['A shipment is to be changed or ordered anew.', resetShipmentExample],
  'shipment.tracking_updated': [
    'There are new scans; they come with the shipment, in `trackingEvents`.',
    { ...shipmentExample, trackingEvents: [trackingEventExample] },
  ],
} as const satisfies Record<ShipmentEventType, readonly [string, object]>;

const CONSIGNMENT_EVENTS = {
  'consignment.accepted': ['The carrier accepted a booking.', consignmentExample],
  'consignment.declined': ['The carrier declined a booking.', declinedConsignmentExample],
} as const satisfies Record<ConsignmentEventType, readonly [string, object]>;

const ScannedShipment = Type.Object(
  {
    ...Shipment.properties,
    trackingEvents: Type.Array(ref(TrackingEventSchema), { description: 'Those that are new, and no others.' }),
  },
  { description: 'A shipment with its new scans.' },
);

/** Every event of this module. Its data is the resource after the change, in the form in which version 2 of the API shows it. */
export const eventTypes: readonly EventType[] = [
  ...Object.entries(SHIPMENT_EVENTS).map(([type, [description, example]]) => ({
    type,
    description,
    permission: 'shipping.shipments:read',
    data: type === 'shipment.tracking_updated' ? ScannedShipment : Shipment,
    definitions: namedSchemas,
    example,
    exampleSubject: `shipment/${example.id}`,
  })),
  ...Object.entries(CONSIGNMENT_EVENTS).map(([type, [description, example]]) => ({
    type,
    description,
    permission: 'shipping.consignments:read',
    data: ConsignmentSchema,
    definitions: namedSchemas,
    example,
    exampleSubject: `consignment/${example.id}`,
  })),
];
