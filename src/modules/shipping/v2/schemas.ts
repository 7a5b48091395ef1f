import { type Static, Type } from '@sinclair/typebox';
import { Limit, Offset, pageFields } from '../../../platform/page.ts';
import { Link, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { DOCUMENT_FORMATS, DOCUMENT_KINDS } from '../carriers/capabilities.ts';
import { CARRIER_NAMES } from '../carriers/registry.ts';
import type { Refusal } from '../shipment.ts';
import { TRACKING_CODES } from '../tracking-event.ts';
import { CountryCode, Reference } from './address-schemas.ts';
import {
  carrierCallExample,
  carrierProfileExample,
  carrierProfileInputExample,
  consignmentExample,
  documentListExample,
  pageExample,
  sandboxBookingExample,
  trackingEventExample,
  trackingEventInputExample,
} from './examples.ts';
import { SHIPMENT_STATUSES, shipmentSchemas } from './shipment-schemas.ts';

const Moment = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }));

export const PageQuery = Type.Object({ limit: Limit, offset: Offset }, { additionalProperties: false });

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
    carrierReference: Type.Optional(Reference('Booked, or to be booked, with this carrier profile.', 'DHLPX')),
    createdFrom: Moment('Created at this moment or later.'),
    createdTo: Moment('Created before this moment.'),
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
  carrierCode: Type.Optional(Reference("The carrier's own code, kept as it came.", 'PU')),
  description: Type.Optional(
    Type.String({ maxLength: 500, pattern: '^[^\\u0000]*$', description: "The carrier's own text." }),
  ),
  handlingUnitId: Type.Optional(Type.String({ format: 'uuid', description: 'Absent: every unit of the shipment.' })),
  location: Type.Optional(ref(Location)),
};

const TrackingEventInputSchema = Type.Object(
  {
    ...trackingFields,
    source: Type.Optional(StringEnum(['shipper', 'partner'], { description: 'Who scanned. Default shipper.' })),
    occurredOn: Type.String({
      format: 'date-time',
      description: 'When it happened, with its offset.',
      examples: ['2026-01-20T16:05:00+01:00'],
    }),
  },
  {
    $id: 'TrackingEventInput',
    additionalProperties: false,
    description: "A scan of the shipper's own, or of a partner carrier.",
    examples: [trackingEventInputExample],
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
    examples: [pageExample(trackingEventExample, `/shipments/${trackingEventExample.id}/tracking-events`)],
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
    bookingReference: Type.Optional(Reference('Exactly this booking reference.', 'VY01HZ-1')),
    shipmentId: Type.Optional(Type.String({ format: 'uuid', description: 'About this shipment.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

const ServiceLevelSchema = Type.Object(
  {
    reference: Reference('What shipments ask for.', 'DFY-B2C'),
    name: Reference('Printed on the label.', 'Delivered for you'),
    productCode: Type.String({
      minLength: 1,
      maxLength: 20,
      // It is part of the routing code on the label, which has room for 48 characters of ASCII in all.
      pattern: '^[!-~]*$',
      description: "The carrier's product code: printable ASCII without blanks.",
      examples: ['01000000'],
    }),
  },
  {
    $id: 'ServiceLevel',
    additionalProperties: false,
    description: 'One product of the carrier under the name that shipments use.',
  },
);

const profileFields = {
  reference: Reference('The soft key that shipments carry.', 'DHLPX'),
  name: Reference('For people.', 'DHL Parcel Connect'),
  carrier: StringEnum(CARRIER_NAMES, { description: 'The adapter.' }),
  serviceLevels: Type.Array(ref(ServiceLevelSchema), { minItems: 1, maxItems: 100 }),
  countries: Type.Optional(
    Type.Array(CountryCode, {
      maxItems: 250,
      description: 'Countries delivered to; left out or empty: every country.',
    }),
  ),
  bookingTimeoutMs: Type.Optional(
    Type.Integer({
      minimum: 500,
      maximum: 60_000,
      description:
        "How long to wait for the carrier's answer to a booking, a voiding or a question. Default 5000 for the sandbox, 15000 for other carriers.",
    }),
  ),
  quoteTimeoutMs: Type.Optional(
    Type.Integer({
      minimum: 200,
      maximum: 30_000,
      description: "How long a price calculation waits for the carrier's prices. Default 3000.",
    }),
  ),
  environment: Type.Optional(
    StringEnum(['test', 'production'], {
      description:
        "Which of the carrier's servers: `test` books nothing, `production` books real parcels. Needed for every carrier but the sandbox.",
    }),
  ),
  baseUrl: Type.Optional(
    Type.String({
      maxLength: 300,
      pattern: '^https?://[!-~]+[^/]$',
      description:
        "In place of the carrier's own address, without a slash at the end. Only the carrier's own origins are allowed, and those of the setting CARRIER_ORIGINS.",
      examples: ['https://wwwcie.ups.com'],
    }),
  ),
  labelFormat: Type.Optional(
    StringEnum(DOCUMENT_FORMATS, {
      description: "What the carrier is asked to draw labels as. Default: the carrier's first, see docs/carriers.md.",
    }),
  ),
  settings: Type.Optional(
    Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' }), Type.Unknown(), {
      additionalProperties: false,
      maxProperties: 50,
      description: 'Account numbers and the like, by the names that docs/carriers.md gives for the carrier.',
    }),
  ),
};

export const CarrierProfileInput = Type.Object(
  {
    ...profileFields,
    credentials: Type.Optional(
      Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' }), Type.String({ maxLength: 4_096 }), {
        additionalProperties: false,
        maxProperties: 20,
        description:
          'What the carrier needs to know the account, by names of letters and digits. Kept encrypted, never returned. In an update, left out: kept as they are; `{}`: taken away.',
      }),
    ),
  },
  {
    $id: 'CarrierProfileInput',
    additionalProperties: false,
    description: 'The configuration of one carrier account.',
    examples: [{ ...carrierProfileInputExample, credentials: { username: 'acme', password: 'secret' } }],
  },
);
export type CarrierProfileInput = Static<typeof CarrierProfileInput>;

export const CarrierProfileSchema = Type.Object(
  {
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    ...profileFields,
    hasCredentials: Type.Boolean({ description: 'Whether credentials are set; they are never shown.' }),
    createdOn: Type.String({ format: 'date-time' }),
    updatedOn: Type.String({ format: 'date-time' }),
    _links: Type.Object({ self: ref(Link) }),
  },
  {
    $id: 'CarrierProfile',
    description: 'One carrier account, without its credentials.',
    examples: [carrierProfileExample],
  },
);
export type CarrierProfileBody = Static<typeof CarrierProfileSchema>;

export const CarrierProfilePage = Type.Object(
  { items: Type.Array(ref(CarrierProfileSchema)), ...pageFields },
  {
    $id: 'CarrierProfilePage',
    description: 'One page of carrier profiles, by reference.',
    examples: [pageExample(carrierProfileExample, '/carrier-profiles')],
  },
);

export const ListCarrierProfilesQuery = Type.Object(
  {
    carrier: Type.Optional(StringEnum(CARRIER_NAMES, { description: 'Accounts of this adapter.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

const SandboxBookingSchema = Type.Object(
  {
    id: Uuid,
    bookingReference: Type.String(),
    shipmentId: Uuid,
    carrierBookingReference: Type.String(),
    unitReferences: Type.Array(Type.String()),
    bookedOn: Type.String({ format: 'date-time' }),
    voidedOn: Type.Optional(Type.String({ format: 'date-time', description: 'Absent while the booking lives.' })),
  },
  {
    $id: 'SandboxBooking',
    description: 'One booking that the sandbox carrier made, whatever its caller was told.',
    examples: [sandboxBookingExample],
  },
);

export type SandboxBookingBody = Static<typeof SandboxBookingSchema>;

export const SandboxBookingPage = Type.Object(
  { items: Type.Array(ref(SandboxBookingSchema)), ...pageFields },
  {
    $id: 'SandboxBookingPage',
    description: "One page of the sandbox carrier's ledger, newest first.",
    examples: [pageExample(sandboxBookingExample, '/sandbox-bookings')],
  },
);

export const ListSandboxBookingsQuery = Type.Object(
  {
    bookingReference: Type.Optional(Reference('Exactly this booking reference.', 'VY01HZ-1')),
    shipmentId: Type.Optional(Type.String({ format: 'uuid', description: 'Booked for this shipment.' })),
    bookedFrom: Moment('Booked at this moment or later.'),
    bookedTo: Moment('Booked before this moment.'),
    voided: Type.Optional(Type.Boolean({ description: 'true: voided bookings only; false: live ones only.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

export const CarrierVerification = Type.Object(
  {
    verified: Type.Boolean({ description: 'Whether the carrier accepts the account.' }),
    refusal: Type.Optional(Type.Unsafe<Refusal>({ $ref: 'Refusal#' })),
    checkedOn: Type.String({ format: 'date-time' }),
  },
  {
    $id: 'CarrierVerification',
    description: 'What the carrier said about the account, just now.',
    examples: [{ verified: true, checkedOn: '2026-01-20T10:30:00.000Z' }],
  },
);

export const BookingOutcome = Type.Object(
  {
    outcome: StringEnum(['booked', 'not-booked'], { description: "What the carrier's own portal shows." }),
    carrierBookingReference: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 700,
        pattern: '^[!-~]+$',
        description:
          "The carrier's number of the booking; needed with `booked`. Where each unit is a booking of its own, all numbers in order, with commas.",
        examples: ['0034043333301020000101'],
      }),
    ),
  },
  {
    $id: 'BookingOutcome',
    additionalProperties: false,
    description: 'What a person found out about a booking whose outcome the carrier cannot be asked.',
    examples: [{ outcome: 'booked', carrierBookingReference: '0034043333301020000101' }],
  },
);
export type BookingOutcomeInput = Static<typeof BookingOutcome>;

const DocumentSchema = Type.Object(
  {
    id: Uuid,
    kind: StringEnum(DOCUMENT_KINDS, { description: 'What the paper is.' }),
    format: StringEnum(DOCUMENT_FORMATS, { description: 'As the carrier gave it.' }),
    handlingUnitNumber: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Of this unit, counted from 1; absent: of the whole shipment.' }),
    ),
    bytes: Type.Integer({ minimum: 0, description: 'Its size.' }),
    _links: Type.Object({ self: ref(Link) }),
  },
  { $id: 'ShipmentDocument', description: 'A label or a paper that the carrier made.' },
);
export type DocumentBody = Static<typeof DocumentSchema>;

export const DocumentList = Type.Object(
  { items: Type.Array(ref(DocumentSchema)) },
  {
    $id: 'ShipmentDocumentList',
    description: 'What the carrier made for the booking, whole-shipment papers first.',
    examples: [documentListExample],
  },
);

const CarrierCallSchema = Type.Object(
  {
    id: Uuid,
    consignmentId: Uuid,
    carrier: Type.String({ description: 'The adapter.', examples: ['ups'] }),
    operation: Type.String({ description: 'What was wanted of the carrier.', examples: ['book'] }),
    method: Type.String(),
    url: Type.String(),
    requestBody: Type.Optional(Type.String({ description: 'As sent, but redacted and bounded.' })),
    status: Type.Optional(Type.Integer({ description: 'Absent when no answer came.' })),
    answerBody: Type.Optional(Type.String({ description: 'As received, but redacted and bounded.' })),
    failure: Type.Optional(Type.String({ description: 'Why there was no usable answer.' })),
    startedOn: Type.String({ format: 'date-time' }),
    durationMs: Type.Integer({ minimum: 0 }),
  },
  {
    $id: 'CarrierCall',
    description:
      'One exchange with a carrier. Secrets, names and contact data are masked; labels are named by their size.',
  },
);
export type CarrierCallBody = Static<typeof CarrierCallSchema>;

export const CarrierCallPage = Type.Object(
  { items: Type.Array(ref(CarrierCallSchema)), ...pageFields },
  {
    $id: 'CarrierCallPage',
    description: 'One page of exchanges, newest first.',
    examples: [pageExample(carrierCallExample, `/shipments/${trackingEventExample.id}/carrier-calls`)],
  },
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
  ServiceLevelSchema,
  CarrierProfileInput,
  CarrierProfileSchema,
  CarrierProfilePage,
  SandboxBookingSchema,
  SandboxBookingPage,
  CarrierVerification,
  BookingOutcome,
  DocumentSchema,
  DocumentList,
  CarrierCallSchema,
  CarrierCallPage,
];
