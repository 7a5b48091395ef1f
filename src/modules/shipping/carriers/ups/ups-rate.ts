import { Big } from 'big.js';
import { at, listAt, numberAt, textAt } from '../answer-reader.ts';
import type { CarrierQuote, QuoteRequest } from '../carrier.ts';
import { goodsOf } from '../goods.ts';
import type { UpsContext } from './ups-account.ts';
import { takesUpsDocumentsOnly, upsInvoiceTotal } from './ups-customs.ts';
import { upsMeasures, upsWeight, weightUnitOf } from './ups-packages.ts';
import { upsAddress, upsParty } from './ups-parties.ts';
import { upsDestination, upsPackaging } from './ups-ship-request.ts';

/** Every product of the lane, each with its days. */
export const RATE_OPTION = 'Shoptimeintransit';
const DOCUMENTS = '02';
const NON_DOCUMENTS = '03';

/** The body of `POST /rating/v2409/Shoptimeintransit` (UPS Rating API): all products of the lane, with their days. */
export function upsRateRequest(request: QuoteRequest, { settings }: UpsContext): object {
  const { sender, receiver, handlingUnits, shipsOn } = request;
  const invoiceTotal = request.isDutiable ? upsInvoiceTotal(goodsOf(request)) : undefined;
  const isDocuments = request.leavesCustomsTerritory && !request.isDutiable;
  const total = handlingUnits.reduce((grams, unit) => grams.plus(unit.weightGrams), new Big(0));
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
          ShipmentCharge: [{ Type: '01', BillShipper: { AccountNumber: settings.accountNumber } }],
        },
        ShipmentRatingOptions: { NegotiatedRatesIndicator: 'Y' },
        NumOfPieces: String(handlingUnits.length),
        ShipmentTotalWeight: upsWeight(total, weightUnitOf(sender.countryCode)),
        ...(invoiceTotal === undefined ? {} : { InvoiceLineTotal: invoiceTotal }),
        ...(isDocuments && takesUpsDocumentsOnly(sender.countryCode, receiver.countryCode)
          ? { DocumentsOnlyIndicator: '' }
          : {}),
        TaxInformationIndicator: '',
        DeliveryTimeInformation: {
          PackageBillType: isDocuments ? DOCUMENTS : NON_DOCUMENTS,
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

/** The negotiated price where the account has one, with taxes where UPS names them. */
export function readRates(body: unknown, productCodes: readonly string[]): CarrierQuote[] {
  return listAt(body, 'RateResponse', 'RatedShipment').flatMap((rated) => {
    const productCode = textAt(rated, 'Service', 'Code');
    const total = totalOf(rated);
    if (productCode === undefined || !productCodes.includes(productCode) || total === undefined) return [];
    const transitDays =
      numberAt(rated, 'TimeInTransit', 'ServiceSummary', 'EstimatedArrival', 'BusinessDaysInTransit') ??
      numberAt(rated, 'GuaranteedDelivery', 'BusinessDaysInTransit');
    return [
      {
        productCode,
        total,
        ...(transitDays === undefined || !Number.isInteger(transitDays) ? {} : { transitDays }),
      },
    ];
  });
}

function totalOf(rated: unknown): CarrierQuote['total'] | undefined {
  const places = [
    at(rated, 'NegotiatedRateCharges', 'TotalChargesWithTaxes'),
    at(rated, 'NegotiatedRateCharges', 'TotalCharge'),
    at(rated, 'TotalChargesWithTaxes'),
    at(rated, 'TotalCharges'),
  ];
  for (const place of places) {
    const amount = textAt(place, 'MonetaryValue');
    const currency = textAt(place, 'CurrencyCode');
    if (amount !== undefined && currency !== undefined && /^\d+(\.\d+)?$/.test(amount) && /^[A-Z]{3}$/.test(currency)) {
      return { amount, currency };
    }
  }
  return undefined;
}
