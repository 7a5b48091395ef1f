import type { Static } from '@sinclair/typebox';
import { Big } from 'big.js';
import type { CarrierQuote, QuoteRequest } from '../carrier.ts';
import { cutText } from '../carrier-text.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';
import type { UpsContext } from './ups-account.ts';
import { isFreeOfDuty, isUpsDocumentsQuote, upsQuoteTotal } from './ups-customs.ts';
import { isUpsPallets, upsMeasures, upsPackaging, upsTotalWeight } from './ups-packages.ts';
import { upsAddress, upsDestination, upsParty } from './ups-parties.ts';
import {
  DOCUMENTS,
  DOMESTIC_PALLET,
  FREIGHT_PALLET,
  NON_DOCUMENTS,
  RATE_OPTION,
  UpsRateAnswer,
  type UpsRateRequest,
} from './ups-rate-schema.ts';
import { TRANSPORTATION } from './ups-ship-schema.ts';

export function upsRateRequest(request: QuoteRequest, { settings }: UpsContext): Static<typeof UpsRateRequest> {
  const { sender, receiver, handlingUnits, shipsOn } = request;
  const invoiceTotal = upsQuoteTotal(request);
  const isToldAsDocuments = isUpsDocumentsQuote(request);
  return {
    RateRequest: {
      Request: { RequestOption: RATE_OPTION, SubVersion: '2205' },
      Shipment: {
        Shipper: {
          Name: upsParty(sender).Name,
          ShipperNumber: settings.accountNumber,
          Address: upsAddress(sender),
        },
        ShipTo: { Name: upsParty(receiver).Name, Address: upsDestination(receiver) },
        ShipFrom: { Name: upsParty(sender).Name, Address: upsAddress(sender) },
        PaymentDetails: {
          ShipmentCharge: [{ Type: TRANSPORTATION, BillShipper: { AccountNumber: settings.accountNumber } }],
        },
        ShipmentRatingOptions: { NegotiatedRatesIndicator: 'Y' },
        NumOfPieces: String(handlingUnits.length),
        ShipmentTotalWeight: upsTotalWeight(handlingUnits, sender.countryCode),
        ...(invoiceTotal === undefined ? {} : { InvoiceLineTotal: invoiceTotal }),
        ...(isToldAsDocuments ? { DocumentsOnlyIndicator: '' } : {}),
        TaxInformationIndicator: '',
        DeliveryTimeInformation: {
          PackageBillType: packageBillType(request),
          Pickup: { Date: shipsOn.replaceAll('-', '') },
        },
        Package: handlingUnits.map((unit) => ({
          PackagingType: { Code: upsPackaging(unit) },
          ...upsMeasures(unit, sender.countryCode),
        })),
      },
    },
  };
}

type PackageBillType = Static<
  typeof UpsRateRequest
>['RateRequest']['Shipment']['DeliveryTimeInformation']['PackageBillType'];

/** UPS tells of its freight services only where it is said that pallets are carried. */
function packageBillType(request: QuoteRequest): PackageBillType {
  const { sender, receiver, handlingUnits } = request;
  if (isUpsPallets(handlingUnits)) {
    return sender.countryCode === receiver.countryCode ? DOMESTIC_PALLET : FREIGHT_PALLET;
  }
  return isUpsDocumentsQuote(request) || isFreeOfDuty(request) ? DOCUMENTS : NON_DOCUMENTS;
}

/** Working days: whatever is on its way for longer than that is no product. */
const MAX_TRANSIT_DAYS = 99;

/** The negotiated price where the account has one, with taxes where UPS names them; nothing is carried for 0.00, which is none. */
export function readRates(body: unknown, productCodes: readonly string[]): CarrierQuote[] {
  return decodeAnswer(UpsRateAnswer, body).RateResponse.RatedShipment.flatMap((rated) => {
    const productCode = rated.Service.Code;
    const price = priceOf(rated);
    if (productCode === undefined || !productCodes.includes(productCode) || price === undefined) return [];
    const transitDays = [
      rated.TimeInTransit.ServiceSummary.EstimatedArrival.BusinessDaysInTransit,
      rated.GuaranteedDelivery.BusinessDaysInTransit,
    ].find(isTransitTime);
    return [{ productCode, ...price, ...(transitDays === undefined ? {} : { transitDays }) }];
  });
}

function isTransitTime(days: number | undefined): days is number {
  return days !== undefined && Number.isInteger(days) && days >= 1 && days <= MAX_TRANSIT_DAYS;
}

type Rated = Told<typeof UpsRateAnswer>['RateResponse']['RatedShipment'][number];

function priceOf({
  NegotiatedRateCharges: negotiated,
  ...list
}: Rated): Pick<CarrierQuote, 'total' | 'lines'> | undefined {
  const charges = [
    [negotiated.TotalChargesWithTaxes, negotiated],
    [negotiated.TotalCharge, negotiated],
    [list.TotalChargesWithTaxes, { ...list, BaseServiceCharge: [list.BaseServiceCharge] }],
    [list.TotalCharges, { ...list, BaseServiceCharge: [list.BaseServiceCharge] }],
  ] as const;
  for (const [{ MonetaryValue: amount, CurrencyCode: currency }, parts] of charges) {
    const isNamed = amount !== undefined && AMOUNT.test(amount) && Number(amount) > 0;
    if (isNamed && currency !== undefined && /^[A-Z]{3}$/.test(currency)) {
      const lines = linesOf(parts, amount);
      return { total: { amount, currency }, ...(lines === undefined ? {} : { lines }) };
    }
  }
  return undefined;
}

const AMOUNT = /^\d+(\.\d+)?$/;
/** As a price has it at most; discounts are below 0. */
const PART = /^-?\d{1,12}(\.\d{1,6})?$/;

type Parts = Pick<Rated['NegotiatedRateCharges'], 'BaseServiceCharge' | 'ItemizedCharges' | 'TaxCharges'>;

/** Of what UPS names, where it adds up to the total: with its taxes, or without. */
function linesOf({ BaseServiceCharge, ItemizedCharges, TaxCharges }: Parts, total: string): CarrierQuote['lines'] {
  const charges = [
    ...BaseServiceCharge.map(({ MonetaryValue }) => ({ description: 'Base service charge', MonetaryValue })),
    ...ItemizedCharges.map(({ Code = '', Description, MonetaryValue }) => ({
      description: Description ?? `Charge ${Code}`,
      MonetaryValue,
    })),
  ];
  const taxes = TaxCharges.map(({ Type = '', MonetaryValue }) => ({ description: `Tax ${Type}`, MonetaryValue }));
  return [[...charges, ...taxes], charges].map(named).find((lines) => {
    const sum = lines.reduce((all, { amount }) => all.plus(amount), new Big(0));
    return lines.length > 0 && sum.eq(total);
  });
}

function named(parts: readonly { description: string; MonetaryValue: string | undefined }[]) {
  return parts.flatMap(({ description, MonetaryValue: amount = '' }) =>
    PART.test(amount) && Number(amount) !== 0 ? [{ description: cutText(description.trim(), 100), amount }] : [],
  );
}
