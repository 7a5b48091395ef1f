import { Type } from '@sinclair/typebox';
import { UpsSettings } from './ups-account.ts';
import { UpsMoney } from './ups-customs.ts';
import { MAX_PACKAGES, UpsMeasures, UpsPackaging, UpsWeight } from './ups-packages.ts';
import { Indicator, UpsAddress, UpsDestination, UpsParty } from './ups-parties.ts';
import { UpsCharge } from './ups-ship-schema.ts';

/** Every product of the lane, each with its days. */
export const RATE_OPTION = 'Shoptimeintransit';
export const DOCUMENTS = '02';
export const NON_DOCUMENTS = '03';
/** UPS Worldwide Express Freight, which goes to another country. */
export const FREIGHT_PALLET = '04';
export const DOMESTIC_PALLET = '07';

const { Name } = UpsParty.properties;

const Shipment = Type.Object({
  Shipper: Type.Object({ Name, ShipperNumber: UpsSettings.properties.accountNumber, Address: UpsAddress }),
  ShipTo: Type.Object({ Name, Address: UpsDestination }),
  ShipFrom: Type.Object({ Name, Address: UpsAddress }),
  PaymentDetails: Type.Object({ ShipmentCharge: Type.Array(UpsCharge, { maxItems: 1 }) }),
  ShipmentRatingOptions: Type.Object({ NegotiatedRatesIndicator: Type.Literal('Y') }),
  NumOfPieces: Type.String(),
  ShipmentTotalWeight: UpsWeight,
  InvoiceLineTotal: Type.Optional(UpsMoney),
  DocumentsOnlyIndicator: Type.Optional(Indicator),
  TaxInformationIndicator: Indicator,
  DeliveryTimeInformation: Type.Object({
    PackageBillType: Type.Union([
      Type.Literal(DOCUMENTS),
      Type.Literal(NON_DOCUMENTS),
      Type.Literal(FREIGHT_PALLET),
      Type.Literal(DOMESTIC_PALLET),
    ]),
    Pickup: Type.Object({ Date: Type.String({ minLength: 8, maxLength: 8 }) }),
  }),
  Package: Type.Array(Type.Object({ PackagingType: Type.Object({ Code: UpsPackaging }), ...UpsMeasures.properties }), {
    maxItems: MAX_PACKAGES,
  }),
});

/** The body of `POST /rating/v2409/Shoptimeintransit` (UPS Rating API): all products of the lane, with their days. */
export const UpsRateRequest = Type.Object({
  RateRequest: Type.Object({
    Request: Type.Object({ RequestOption: Type.Literal(RATE_OPTION), SubVersion: Type.Literal('2205') }),
    Shipment,
  }),
});

const Charge = Type.Object({ CurrencyCode: Type.String(), MonetaryValue: Type.String() });
/** What a total is made of, beside the carriage itself. */
const Items = {
  ItemizedCharges: Type.Array(
    Type.Object({ Code: Type.String(), Description: Type.String(), MonetaryValue: Type.String() }),
  ),
  TaxCharges: Type.Array(Type.Object({ Type: Type.String(), MonetaryValue: Type.String() })),
};
const Days = Type.Object({ BusinessDaysInTransit: Type.Number() });

/** Its answer: the products, each with the list price and, where the account has one, its own. */
export const UpsRateAnswer = Type.Object({
  RateResponse: Type.Object({
    RatedShipment: Type.Array(
      Type.Object({
        Service: Type.Object({ Code: Type.String() }),
        TotalCharges: Charge,
        TotalChargesWithTaxes: Charge,
        BaseServiceCharge: Charge,
        ...Items,
        NegotiatedRateCharges: Type.Object({
          TotalCharge: Charge,
          TotalChargesWithTaxes: Charge,
          BaseServiceCharge: Type.Array(Charge),
          ...Items,
        }),
        GuaranteedDelivery: Days,
        TimeInTransit: Type.Object({ ServiceSummary: Type.Object({ EstimatedArrival: Days }) }),
      }),
    ),
  }),
});
