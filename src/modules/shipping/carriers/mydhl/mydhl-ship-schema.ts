import { type Static, Type } from '@sinclair/typebox';
import { MyDhlBilledAccount } from './mydhl-account.ts';
import { MyDhlAmount, MyDhlCurrency, MyDhlExportDeclaration } from './mydhl-customs.ts';
import { MyDhlOutputImages } from './mydhl-output-images.ts';
import { MyDhlMeasures } from './mydhl-packages.ts';
import { MyDhlParty } from './mydhl-parties.ts';
import { MyDhlShippingTime } from './mydhl-shipping-time.ts';

export const DESCRIPTION = { maxLength: 70, charset: 'latin1' } as const;
export const LABEL_DESCRIPTION = { maxLength: 80, charset: 'latin1' } as const;
export const REFERENCE = { maxLength: 35, charset: 'latin1' } as const;
/** Duties and taxes paid by the sender. */
export const DUTIES_PAID = 'DD';
/** The data of a return wait three months for the parcel. */
export const DATA_STAGING_3_MONTHS = 'PT';
/** Of a booking. */
export const MAX_PACKAGES = 999;

/** Incoterms 2020. */
const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;

/** The first is our booking reference, by which tracking finds the booking. */
export const MyDhlReferences = Type.Array(
  Type.Object({
    value: Type.String({ minLength: 1, maxLength: REFERENCE.maxLength }),
    typeCode: Type.Literal('CU', { description: 'Of the consignor.' }),
  }),
  { minItems: 1, maxItems: 2 },
);

const Package = Type.Object({
  ...MyDhlMeasures.properties,
  referenceNumber: Type.Integer({ minimum: 1, maximum: MAX_PACKAGES, description: 'By which its labels are told.' }),
  customerReferences: MyDhlReferences,
  labelDescription: Type.Optional(Type.String({ minLength: 1, maxLength: LABEL_DESCRIPTION.maxLength })),
});

const Content = Type.Object({
  packages: Type.Array(Package, { minItems: 1, maxItems: MAX_PACKAGES }),
  isCustomsDeclarable: Type.Boolean(),
  declaredValue: Type.Optional(MyDhlAmount),
  declaredValueCurrency: Type.Optional(MyDhlCurrency),
  exportDeclaration: Type.Optional(MyDhlExportDeclaration),
  description: Type.String({ minLength: 1, maxLength: DESCRIPTION.maxLength, pattern: '^[^\\s]' }),
  incoterm: Type.Union(INCOTERMS.map((code) => Type.Literal(code))),
  unitOfMeasurement: Type.Literal('metric'),
});

export const MyDhlService = Type.Object({
  serviceCode: Type.Union([Type.Literal(DUTIES_PAID), Type.Literal(DATA_STAGING_3_MONTHS)]),
});

/** The body of `POST /shipments` (MyDHL API 3.1.1), as far as we use it. */
export const MyDhlShipRequest = Type.Object({
  plannedShippingDateAndTime: MyDhlShippingTime,
  pickup: Type.Object({ isRequested: Type.Literal(false) }),
  productCode: Type.String({ minLength: 1, maxLength: 6 }),
  accounts: Type.Array(MyDhlBilledAccount, { minItems: 1, maxItems: 3 }),
  valueAddedServices: Type.Optional(Type.Array(MyDhlService, { minItems: 1, maxItems: 2 })),
  customerReferences: MyDhlReferences,
  outputImageProperties: MyDhlOutputImages,
  getAdditionalInformation: Type.Array(
    Type.Object({ typeCode: Type.Literal('linkLabelsByPieces'), isRequested: Type.Literal(true) }),
    { minItems: 1, maxItems: 1 },
  ),
  customerDetails: Type.Object({ shipperDetails: MyDhlParty, receiverDetails: MyDhlParty }),
  content: Content,
});
export type MyDhlShipRequest = Static<typeof MyDhlShipRequest>;
