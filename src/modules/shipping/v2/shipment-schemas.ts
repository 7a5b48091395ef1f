import { type Static, Type } from '@sinclair/typebox';
import { CountryCode, DangerousGoods, Dimensions, Money, Reference, Weight } from '../../../platform/field-schemas.ts';
import { MAX_VALUES } from '../../../platform/json-body.ts';
import { PageLinks, pageFields } from '../../../platform/page.ts';
import { Rate, rateSchemas } from '../../../platform/rate-schemas.ts';
import { Link, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { RETURN_SERVICES } from '../carriers/capabilities.ts';
import { Address } from './address-schemas.ts';
import { pageExample } from './examples.ts';
import { shipmentExample, shipmentInputExample } from './shipment-examples.ts';

const GoodsItem = Type.Object(
  {
    description: Reference('What it is, in words that customs understand.', 'Cotton T-shirt'),
    quantity: Type.Integer({ minimum: 1, maximum: 99_999, description: 'How many of it.', examples: [2] }),
    sku: Type.Optional(
      Reference(
        'The number under which you sell it. Carriers print it on invoices, and UPS wants it of goods that come into the European Union.',
        'TSHIRT-M-RED',
      ),
    ),
    value: ref(Money),
    hsCode: Type.Optional(
      Type.String({ maxLength: 14, description: 'Harmonised System code, 6 to 10 digits.', examples: ['610910'] }),
    ),
    countryOfOrigin: Type.Optional(CountryCode),
    netWeight: Type.Optional(ref(Weight)),
  },
  {
    $id: 'GoodsItem',
    additionalProperties: false,
    description: 'One kind of goods in a handling unit; `value` is the price of one.',
  },
);

const Customs = Type.Object(
  {
    incoterm: Type.Optional(
      StringEnum(['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'], {
        description: 'Incoterms 2020. Needed where goods leave a customs territory.',
      }),
    ),
    contentType: Type.Optional(
      StringEnum(['merchandise', 'gift', 'documents', 'sample', 'returned-goods', 'other'], {
        description: 'What kind of consignment it is. Needed where goods leave a customs territory.',
      }),
    ),
    invoiceNumber: Type.Optional(Reference('The commercial invoice.', 'INV-2026-0042')),
    invoiceDate: Type.Optional(
      Type.String({
        format: 'date',
        description: 'Date of the commercial invoice, from 2000-01-01 to 2099-12-31.',
        examples: ['2026-01-20'],
      }),
    ),
    lowValue: Type.Optional(
      Type.Boolean({
        description:
          'Whether the goods are worth 150 EUR at most in all, at the rate of exchange of customs. Told to UPS of what comes into the European Union with values that are not in EUR; those in EUR are added up here.',
      }),
    ),
  },
  { $id: 'Customs', additionalProperties: false, description: 'Needed when the lane leaves a customs territory.' },
);

/** Fewer than as many goods as one unit may have, in as many units as there may be. */
const BODY_BOUND = `A body holds ${MAX_VALUES.toLocaleString('en')} values in all: 999 units with 2 kinds of goods each fit, or 3,000 kinds in 20 units; send more as several shipments.`;

const PACKAGE_TYPES = ['Box', 'Envelope', 'Pallet', 'Tube', 'Crate', 'Bag', 'Other'] as const;

const unitFields = {
  reference: Type.Optional(Reference("The shipper's own reference of this unit.", 'PKG-001')),
  packageType: Type.Optional(StringEnum(PACKAGE_TYPES, { description: 'Default Box.' })),
  weight: ref(Weight),
  dimensions: Type.Optional(ref(Dimensions)),
  goodsItems: Type.Optional(
    Type.Array(ref(GoodsItem), {
      maxItems: 200,
      description: `What is inside; needed for customs. ${BODY_BOUND}`,
    }),
  ),
  dangerousGoods: Type.Optional(
    Type.Array(ref(DangerousGoods), {
      minItems: 1,
      maxItems: 50,
      description:
        'The dangerous goods inside; left out: there are none. A carrier that takes none through this API is not asked: 422 when the shipment is ordered.',
    }),
  ),
};

const HandlingUnitInput = Type.Object(unitFields, {
  $id: 'HandlingUnitInput',
  additionalProperties: false,
  description: 'One physical package or pallet.',
});

const HandlingUnit = Type.Object(
  {
    id: Uuid,
    status: StringEnum(['AtOrigin', 'InTransit', 'InHub', 'Delivered'], {
      description: 'Where the unit was last seen.',
    }),
    trackingReference: Type.Optional(
      Type.String({ description: "The carrier's barcode.", examples: ['395212340000000018'] }),
    ),
    ...unitFields,
  },
  { $id: 'HandlingUnit', description: 'One physical package or pallet, as it stands.' },
);

const contentFields = {
  reference: Reference("The shipper's own reference; it need not be unique.", 'ORD-2026-00123'),
  carrierReference: Reference('The carrier profile to book with.', 'DHLPX'),
  serviceLevelReference: Reference('One of the service levels of that profile.', 'DFY-B2C'),
  addresses: Type.Object({ sender: ref(Address), receiver: ref(Address) }, { additionalProperties: false }),
  customs: Type.Optional(ref(Customs)),
  instructions: Type.Optional(Reference('For the driver; printed on the label.', 'Ring twice')),
  returnService: Type.Optional(
    StringEnum(RETURN_SERVICES, {
      description:
        '`return-shipment`: the sender sends goods back to the receiver, by the return service of the receiver’s carrier account. `enclosed-label`: a label for the way back is made too. Which carrier offers which is in docs/carriers.md.',
    }),
  ),
};

const inputFields = {
  ...contentFields,
  handlingUnits: Type.Array(ref(HandlingUnitInput), {
    minItems: 1,
    maxItems: 999,
    description: `The packages, in label order. ${BODY_BOUND}`,
  }),
};

export const CreateShipment = Type.Object(inputFields, {
  $id: 'CreateShipmentRequest',
  additionalProperties: false,
  description: 'What is sent, from where, to where and with whom.',
  examples: [shipmentInputExample],
});

export const UpdateShipment = Type.Object(
  {
    ...inputFields,
    version: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'The version you read; the update is refused (412) when it is no longer the newest.',
      }),
    ),
  },
  {
    $id: 'UpdateShipmentRequest',
    additionalProperties: false,
    description: 'Replaces the whole content of a shipment that is still `Created`.',
    examples: [{ ...shipmentInputExample, version: 1 }],
  },
);

export const SHIPMENT_STATUSES = ['Created', 'Ordered', 'Accepted', 'Declined', 'Canceled', 'Executed'] as const;

const ShipmentLinks = Type.Object(
  {
    self: ref(Link),
    update: Type.Optional(ref(Link)),
    order: Type.Optional(ref(Link)),
    cancel: Type.Optional(ref(Link)),
    reset: Type.Optional(ref(Link)),
    labels: Type.Optional(ref(Link)),
    documents: Type.Optional(ref(Link)),
    'carrier-calls': Type.Optional(ref(Link)),
    'booking-outcome': Type.Optional(ref(Link)),
    'tracking-events': Type.Optional(ref(Link)),
    consignment: Type.Optional(ref(Link)),
  },
  { $id: 'ShipmentLinks', description: 'What can be done next; only what the status allows is there.' },
);

const Refusal = Type.Object(
  {
    carrierErrorCode: Type.String({ description: "The carrier's own code." }),
    carrierMessage: Type.String({ description: "The carrier's own words." }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          field: Type.String({ description: 'The place, as `Data.Addresses.Receiver.PostCode`.' }),
          pointer: Type.String({ description: 'The same place as a JSON pointer.' }),
          message: Type.String({ description: "The carrier's words about it." }),
        }),
        { description: 'The places that the carrier complained of, where they can be told.' },
      ),
    ),
    retryable: Type.Optional(Type.Boolean({ description: 'Whether the very same order may be accepted later.' })),
    fault: Type.Optional(
      StringEnum(['profile'], {
        description: '`profile`: the carrier does not accept the account of the carrier profile.',
      }),
    ),
  },
  { $id: 'Refusal', description: 'Why the carrier declined the booking.' },
);

const Hold = Type.Object(
  {
    reason: StringEnum(['booking-outcome-unknown'], { description: 'Why nothing goes on by itself.' }),
    detail: Type.String({ description: 'What to do about it.' }),
    since: Type.String({ format: 'date-time' }),
  },
  { $id: 'Hold', description: 'The shipment is `Ordered` and waits for a person.' },
);

export const Shipment = Type.Object(
  {
    id: Uuid,
    status: StringEnum(SHIPMENT_STATUSES, {
      description: '`Ordered`: the booking is on its way and its outcome is not yet known.',
    }),
    version: Type.Integer({ minimum: 1, description: 'Rises by one with each change; also the ETag.' }),
    ...contentFields,
    handlingUnits: Type.Array(ref(HandlingUnit)),
    consignmentId: Type.Optional(Uuid),
    carrierBookingReference: Type.Optional(
      Type.String({ description: "The carrier's number of the booking.", examples: ['SBX-4QT7N2'] }),
    ),
    trackingUrl: Type.Optional(Type.String({ description: 'Where the receiver can follow the parcel.' })),
    refusal: Type.Optional(ref(Refusal)),
    rate: Type.Optional(ref(Rate)),
    hold: Type.Optional(ref(Hold)),
    createdOn: Type.String({ format: 'date-time' }),
    updatedOn: Type.String({ format: 'date-time' }),
    _links: ref(ShipmentLinks),
  },
  { $id: 'Shipment', description: 'One delivery from a sender to a receiver.', examples: [shipmentExample] },
);

export const ShipmentPage = Type.Object(
  { items: Type.Array(ref(Shipment)), ...pageFields },
  {
    $id: 'ShipmentPage',
    description: 'One page of shipments.',
    examples: [pageExample(shipmentExample, '/shipments')],
  },
);

/** The order in which each schema may refer to those before it. */
export const shipmentSchemas = [
  Address,
  Weight,
  Dimensions,
  Money,
  GoodsItem,
  DangerousGoods,
  Customs,
  HandlingUnitInput,
  HandlingUnit,
  CreateShipment,
  UpdateShipment,
  Refusal,
  ...rateSchemas,
  Hold,
  ShipmentLinks,
  Shipment,
  PageLinks,
  ShipmentPage,
];

export type ShipmentInput = Static<typeof CreateShipment>;
export type ShipmentUpdate = Static<typeof UpdateShipment>;
export type ShipmentBody = Static<typeof Shipment>;
