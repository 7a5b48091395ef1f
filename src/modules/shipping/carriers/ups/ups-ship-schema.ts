import { Type } from '@sinclair/typebox';
import { UpsSettings } from './ups-account.ts';
import { UpsMoney } from './ups-customs.ts';
import { UpsGlobalTax } from './ups-global-tax.ts';
import { UpsInternationalForms } from './ups-international-forms.ts';
import { UpsDeMinimis, UpsPartyTypes } from './ups-into-eu.ts';
import { UpsLabelSpecification } from './ups-label-specification.ts';
import { MAX_PACKAGES, UpsMeasures, UpsPackaging } from './ups-packages.ts';
import { Indicator, NAME, UpsDestination, UpsOrigin, UpsParty } from './ups-parties.ts';

/** UPS Print Return Label. */
export const PRINT_RETURN_LABEL = '9';
/** UPS Worldwide Express Freight, and the same by midday. */
export const FREIGHT_SERVICES: ReadonlySet<string> = new Set(['96', '71']);
export const TRANSPORTATION = '01';
export const DUTIES_AND_TAXES = '02';
/** Of the shipment, and of each package. */
export const DESCRIPTION = { maxLength: 50, charset: 'latin1' } as const;
export const REFERENCE = NAME;

const AccountNumber = UpsSettings.properties.accountNumber;
const Description = Type.String({ maxLength: DESCRIPTION.maxLength });
/** Ours and the shipper's. */
const References = Type.Array(Type.Object({ Value: Type.String({ maxLength: REFERENCE.maxLength }) }), { maxItems: 2 });

/** Who pays for the carriage, or for duties and taxes: always the account. */
export const UpsCharge = Type.Object({
  Type: Type.Union([Type.Literal(TRANSPORTATION), Type.Literal(DUTIES_AND_TAXES)]),
  BillShipper: Type.Object({ AccountNumber }),
});

const Package = Type.Object({
  Description,
  Packaging: Type.Object({ Code: UpsPackaging }),
  ...UpsMeasures.properties,
  ReferenceNumber: Type.Optional(References),
});

const Shipment = Type.Object({
  Description,
  ReturnService: Type.Optional(Type.Object({ Code: Type.Literal(PRINT_RETURN_LABEL) })),
  Shipper: Type.Object({ ...UpsParty.properties, ShipperNumber: AccountNumber }),
  ShipTo: Type.Object({ ...UpsParty.properties, Address: UpsDestination }),
  ShipFrom: UpsOrigin,
  PaymentInformation: Type.Object({ ShipmentCharge: Type.Array(UpsCharge, { maxItems: 2 }) }),
  GlobalTaxInformation: Type.Optional(UpsGlobalTax),
  ReferenceNumber: Type.Optional(References),
  Service: Type.Object({ Code: Type.String() }),
  InvoiceLineTotal: Type.Optional(UpsMoney),
  NumOfPiecesInShipment: Type.Optional(Type.String({ maxLength: 5 })),
  DocumentsOnlyIndicator: Type.Optional(Indicator),
  ...Type.Partial(UpsPartyTypes).properties,
  ShipmentServiceOptions: Type.Optional(
    Type.Object({
      InternationalForms: Type.Optional(UpsInternationalForms),
      ...Type.Partial(UpsDeMinimis).properties,
    }),
  ),
  Package: Type.Array(Package, { maxItems: MAX_PACKAGES }),
});

/** The body of `POST /shipments/v2409/ship` (UPS Shipping API). */
export const UpsShipRequest = Type.Object({
  ShipmentRequest: Type.Object({
    Request: Type.Object({
      RequestOption: Type.Literal('nonvalidate'),
      SubVersion: Type.Literal('2205'),
      TransactionReference: Type.Object({ CustomerContext: Type.String() }),
    }),
    Shipment,
    LabelSpecification: UpsLabelSpecification,
  }),
});
