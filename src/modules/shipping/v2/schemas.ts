import { type Static, Type } from '@sinclair/typebox';
import { CountryCode, Reference } from '../../../platform/field-schemas.ts';
import { Limit, Offset, pageFields } from '../../../platform/page.ts';
import { Link, Moment, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { VOIDING_PURPOSES } from '../consignment.ts';
import type { Refusal } from '../shipment.ts';
import { TRACKING_CODES } from '../tracking-event.ts';
import { carrierSchemas } from './carrier-schemas.ts';
import {
  carrierEventInputExample,
  consignmentExample,
  pageExample,
  SHIPMENT_PATH,
  trackingEventExample,
  trackingEventInputExample,
} from './examples.ts';
import { SHIPMENT_STATUSES, shipmentSchemas } from './shipment-schemas.ts';

const SHIPMENT_SORTS = ['-createdOn', 'createdOn', 'reference', '-reference'] as const;

export const ListShipmentsQuery = Type.Object(
  {
    status: Type.Optional(
      Type.Array(StringEnum(SHIPMENT_STATUSES), {
        maxItems: 6,
        description: 'Any of these; repeat the parameter for several.',
      }),
    ),
    reference: Type.Optional(Reference('Exactly this reference.', 'ORD-2026-00123')),
    trackingReference: Type.Optional(
      Reference(
        "What the carrier calls one of its handling units (the barcode's number) or its booking, exactly.",
        '395212340000000014',
      ),
    ),
    carrierReference: Type.Optional(Reference('Booked, or to be booked, with this carrier profile.', 'DHLPX')),
    createdFrom: Type.Optional(Moment('Created at this moment or later.')),
    createdTo: Type.Optional(Moment('Created before this moment.')),
    sort: StringEnum(SHIPMENT_SORTS, { default: '-createdOn', description: 'A leading `-` is descending.' }),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);
export type ListShipmentsFilter = Static<typeof ListShipmentsQuery>;

export const LabelsQuery = Type.Object(
  {
    format: Type.Optional(StringEnum(['pdf', 'zpl', 'png'], { description: 'Overrides `Accept`. Default pdf.' })),
    layout: StringEnum(['a6', 'a4'], { default: 'a6', description: '`a4` prints four labels to a page (PDF only).' }),
  },
  { additionalProperties: false },
);

const Location = Type.Object(
  {
    city: Type.Optional(Reference('Town or city.', 'Leipzig')),
    postCode: Type.Optional(Reference('In the form of its country.', '04158')),
    countryCode: Type.Optional(CountryCode),
  },
  { $id: 'TrackingLocation', additionalProperties: false, description: 'Where the scan was made.' },
);

const trackingFields = {
  code: StringEnum(TRACKING_CODES, { description: 'The standardised code.', examples: ['PickedUp'] }),
  reason: Type.Optional(Reference('Why, where the carrier says so.', 'receiver-absent')),
  carrierCode: Type.Optional(
    Reference("The carrier's own code, kept as it came; `docs/carriers.md` says how each carrier's are written.", 'PU'),
  ),
  description: Type.Optional(
    Type.String({ maxLength: 500, pattern: '^[^\\u0000]*$', description: "The carrier's own text." }),
  ),
  handlingUnitId: Type.Optional(Type.String({ format: 'uuid', description: 'Absent: every unit of the shipment.' })),
  location: Type.Optional(ref(Location)),
};

const TrackingEventInputSchema = Type.Object(
  {
    ...trackingFields,
    code: Type.Optional(
      StringEnum(TRACKING_CODES, {
        description:
          'The standardised code. Required, but of a `carrier`: there `carrierCode` is, and the table of its codes tells this one and the reason.',
        examples: ['PickedUp'],
      }),
    ),
    source: Type.Optional(
      StringEnum(['shipper', 'partner', 'carrier'], {
        description:
          'Who scanned. Default shipper. `carrier`: a scan of the carrier that it was booked with, which you have from elsewhere.',
      }),
    ),
    occurredOn: Type.String({
      format: 'date-time',
      description:
        'When it happened, with its offset: not more than 24 hours before the shipment was created, nor more than 24 hours in the future.',
      examples: ['2026-01-20T16:05:00+01:00'],
    }),
  },
  {
    $id: 'TrackingEventInput',
    additionalProperties: false,
    description: "A scan of the shipper's own, of a partner carrier, or of the carrier as it told it to you.",
    examples: [trackingEventInputExample, carrierEventInputExample],
  },
);

export { TrackingEventInputSchema };
export type TrackingEventInput = Static<typeof TrackingEventInputSchema>;

export const TrackingEventSchema = Type.Object(
  {
    id: Uuid,
    consignmentId: Type.Optional(Uuid),
    source: StringEnum(['carrier', 'shipper', 'partner'], { description: 'Who told it.' }),
    ...trackingFields,
    occurredOn: Type.String({ format: 'date-time' }),
    recordedOn: Type.String({ format: 'date-time', description: 'When it reached this system.' }),
  },
  { $id: 'TrackingEvent', description: 'One scan or notice about a shipment.', examples: [trackingEventExample] },
);
export type TrackingEventBody = Static<typeof TrackingEventSchema>;

export const TrackingEventPage = Type.Object(
  { items: Type.Array(ref(TrackingEventSchema)), ...pageFields },
  {
    $id: 'TrackingEventPage',
    description: 'Scans in the order in which they happened.',
    examples: [pageExample(trackingEventExample, `${SHIPMENT_PATH}/tracking-events`)],
  },
);

const CONSIGNMENT_STATUSES = ['Ordered', 'Accepted', 'Declined', 'Canceled'] as const;

export const ConsignmentSchema = Type.Object(
  {
    id: Uuid,
    status: StringEnum(CONSIGNMENT_STATUSES, { description: 'How far the booking has come.' }),
    shipmentIds: Type.Array(Uuid),
    carrierReference: Type.String(),
    serviceLevelReference: Type.String(),
    bookingReference: Type.String({ description: 'Our reference, sent with the booking.' }),
    carrierBookingReference: Type.Optional(Type.String({ description: "The carrier's own number." })),
    trackingUrl: Type.Optional(Type.String()),
    refusal: Type.Optional(Type.Unsafe<Refusal>({ $ref: 'Refusal#' })),
    voidingFor: Type.Optional(
      StringEnum(VOIDING_PURPOSES, {
        description:
          'While the booking is being voided at the carrier: what was asked for. The carrier is asked until it answers; until then no scan is taken and no label is to be used.',
      }),
    ),
    createdOn: Type.String({ format: 'date-time' }),
    updatedOn: Type.String({ format: 'date-time' }),
    _links: Type.Object({ self: ref(Link), shipments: Type.Array(ref(Link)) }),
  },
  { $id: 'Consignment', description: 'What is booked with one carrier.', examples: [consignmentExample] },
);
export type ConsignmentBody = Static<typeof ConsignmentSchema>;

export const ConsignmentPage = Type.Object(
  { items: Type.Array(ref(ConsignmentSchema)), ...pageFields },
  {
    $id: 'ConsignmentPage',
    description: 'One page of consignments, newest first.',
    examples: [pageExample(consignmentExample, '/consignments')],
  },
);

export const ListConsignmentsQuery = Type.Object(
  {
    status: Type.Optional(StringEnum(CONSIGNMENT_STATUSES, { description: 'In this status.' })),
    carrierReference: Type.Optional(Reference('Booked with this carrier profile.', 'DHLPX')),
    bookingReference: Type.Optional(Reference('Exactly this booking reference.', 'VY01M80DNYS5E2J8GZW33N7B0R3T-1')),
    shipmentId: Type.Optional(Type.String({ format: 'uuid', description: 'About this shipment.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

/** Every schema with a name of its own, each after those it refers to. */
export const namedSchemas = [
  ...shipmentSchemas,
  Location,
  TrackingEventInputSchema,
  TrackingEventSchema,
  TrackingEventPage,
  ConsignmentSchema,
  ConsignmentPage,
  ...carrierSchemas,
];
