import { type Static, Type } from '@sinclair/typebox';
import { CountryCode, Reference } from '../../../platform/field-schemas.ts';
import { Limit, Offset, pageFields } from '../../../platform/page.ts';
import { Link, Moment, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { DOCUMENT_FORMATS, DOCUMENT_KINDS } from '../carriers/capabilities.ts';
import { CARRIER_OPERATIONS } from '../carriers/http/carrier-http.ts';
import { CARRIER_NAMES } from '../carriers/registry.ts';
import type { Refusal } from '../shipment.ts';
import {
  carrierCallExample,
  carrierProfileExample,
  carrierProfileInputExample,
  documentListExample,
  exchangeExample,
  pageExample,
  SHIPMENT_PATH,
  sandboxBookingExample,
} from './examples.ts';

/** Of a year that PostgreSQL knows: there was none of the number 0. */
const Day = (description: string) => Type.Optional(Type.String({ format: 'date', pattern: '^(?!0000)', description }));

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
        "In place of the carrier's own address: scheme, host and path, without a user name, a query or a slash at the end. Only the carrier's own origins are allowed, and those of the setting CARRIER_ORIGINS.",
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
    examples: [carrierProfileInputExample],
  },
);
export type CarrierProfileInput = Static<typeof CarrierProfileInput>;

export const CarrierProfileSchema = Type.Object(
  {
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    ...profileFields,
    carrier: Type.String({
      description: `The adapter: ${CARRIER_NAMES.map((name) => `\`${name}\``).join(', ')}, and one day others.`,
      examples: ['ups'],
    }),
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
    bookingReference: Type.Optional(Reference('Exactly this booking reference.', 'VY01M80DNYS5E2J8GZW33N7B0R3T-1')),
    shipmentId: Type.Optional(Type.String({ format: 'uuid', description: 'Booked for this shipment.' })),
    bookedOn: Day('Booked on this day (UTC).'),
    voidedOn: Day('Voided on this day (UTC).'),
    bookedFrom: Type.Optional(Moment('Booked at this moment or later.')),
    bookedTo: Type.Optional(Moment('Booked before this moment.')),
    voided: Type.Optional(Type.Boolean({ description: 'true: voided bookings only; false: live ones only.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

const exchangeFields = {
  operation: StringEnum(CARRIER_OPERATIONS, { description: 'What was wanted of the carrier.', examples: ['book'] }),
  method: Type.String(),
  url: Type.String(),
  requestBody: Type.Optional(Type.String({ description: 'As sent, but redacted and bounded.' })),
  requestId: Type.Optional(
    Type.String({
      description:
        "What the carrier's support finds the request by, where we name it: UPS's transId, MyDHL's Message-Reference.",
    }),
  ),
  answerId: Type.Optional(
    Type.String({ description: "What the carrier has named the exchange, where it does: MyDHL's Invocation-Id." }),
  ),
  status: Type.Optional(Type.Integer({ description: 'Absent when no answer came.' })),
  answerBody: Type.Optional(Type.String({ description: 'As received, but redacted and bounded.' })),
  failure: Type.Optional(Type.String({ description: 'Why there was no usable answer.' })),
  startedOn: Type.String({ format: 'date-time' }),
  durationMs: Type.Integer({ minimum: 0 }),
};

const CarrierExchangeSchema = Type.Object(exchangeFields, {
  $id: 'CarrierExchange',
  description: 'One exchange with a carrier that is about no shipment. Secrets are masked.',
});

export const CarrierVerification = Type.Object(
  {
    verified: Type.Boolean({ description: 'Whether the carrier accepts the account.' }),
    refusal: Type.Optional(Type.Unsafe<Refusal>({ $ref: 'Refusal#' })),
    exchanges: Type.Array(ref(CarrierExchangeSchema), {
      description: 'What was said to the carrier and what it answered, for support. It is kept nowhere.',
    }),
    checkedOn: Type.String({ format: 'date-time' }),
  },
  {
    $id: 'CarrierVerification',
    description: 'What the carrier said about the account, just now.',
    examples: [{ verified: true, exchanges: [exchangeExample], checkedOn: '2026-01-20T10:30:00.000Z' }],
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
    ...exchangeFields,
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
    examples: [pageExample(carrierCallExample, `${SHIPMENT_PATH}/carrier-calls`)],
  },
);

/** Each after those it refers to. */
export const carrierSchemas = [
  ServiceLevelSchema,
  CarrierProfileInput,
  CarrierProfileSchema,
  CarrierProfilePage,
  SandboxBookingSchema,
  SandboxBookingPage,
  CarrierExchangeSchema,
  CarrierVerification,
  BookingOutcome,
  DocumentSchema,
  DocumentList,
  CarrierCallSchema,
  CarrierCallPage,
];
