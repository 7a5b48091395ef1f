import { type Static, Type } from '@sinclair/typebox';
import { Big } from 'big.js';
import { leavesCustomsTerritory } from '../../customs-territory.ts';
import type { BookingRequest, QuoteRequest } from '../carrier.ts';
import { type GoodsItem, goodsOf, goodsTotal } from '../goods.ts';

export const UpsCurrencyCode = Type.String({ minLength: 3, maxLength: 3 });
/** In whole units, from 1 to 99999999. */
export const UpsMoney = Type.Object({ CurrencyCode: UpsCurrencyCode, MonetaryValue: Type.String({ maxLength: 8 }) });

/** Shipping v2409: `InvoiceLineTotal` is "required for forward shipments" on these lanes and "not available for any other shipments". */
const INVOICED_LANES: ReadonlySet<string> = new Set(['US-PR', 'US-CA']);
const NO_DOCUMENTS_TO: ReadonlySet<string> = new Set(['CA', 'PR', 'MX']);

/**
 * Shipping v2409: duties and taxes are "invalid for Qualified Domestic Shipments": within a country, between the United States and Puerto
 * Rico, within the European Union. By countries alone: to the Canary Islands there are customs, and no such charge.
 */
export function isUpsQualifiedDomestic(from: string, to: string): boolean {
  return !leavesCustomsTerritory({ countryCode: from }, { countryCode: to });
}

/**
 * Shipping v2409: `DocumentsOnlyIndicator` is "valid only for shipments with different origin and destination countries or territories. The
 * origin country or territory is not US, and the destination country or territory is not CA, PR or MX."
 */
export function takesUpsDocumentsOnly(from: string, to: string): boolean {
  return from !== to && from !== 'US' && !NO_DOCUMENTS_TO.has(to);
}

/** Shipping and Rating v2409, of `InvoiceLineTotal`: "Valid values are from 1 to 99999999". */
export const MAX_INVOICE_TOTAL = 99_999_999;

type Total = Static<typeof UpsMoney> | undefined;

/** What a booking tells that its goods are worth. */
export function upsShipTotal(request: Pick<BookingRequest, 'content' | 'handlingUnits'>): Total {
  const { addresses, returnService } = request.content;
  const isInvoiced =
    returnService !== 'return-shipment' &&
    INVOICED_LANES.has(`${addresses.sender.countryCode}-${addresses.receiver.countryCode}`);
  return isInvoiced ? invoiceTotal(goodsOf(request)) : undefined;
}

type QuoteLane = Pick<QuoteRequest, 'isDocuments' | 'leavesCustomsTerritory' | 'isDutiable' | 'sender' | 'receiver'>;

/** Without goods it leaves a customs territory only as documents. */
export function isFreeOfDuty({ leavesCustomsTerritory: leaves, isDutiable }: QuoteLane): boolean {
  return leaves && !isDutiable;
}

/** Whether a question for prices says that it is about documents alone: where a booking would. */
export function isUpsDocumentsQuote(request: QuoteLane): boolean {
  const { sender, receiver, isDocuments = isFreeOfDuty(request) } = request;
  return isDocuments && takesUpsDocumentsOnly(sender.countryCode, receiver.countryCode);
}

/**
 * What a question for prices tells of it. Rating v2409: `InvoiceLineTotal` is "required for international shipments when using request option
 * "ratetimeintransit" or "shoptimeintransit"", within the European Union too. Documents alone have "no commercial
 * value".
 */
export function upsQuoteTotal(request: QuoteLane & Pick<QuoteRequest, 'handlingUnits'>): Total {
  const isInternational = request.sender.countryCode !== request.receiver.countryCode;
  const isTold = (isInternational || request.isDutiable) && !isUpsDocumentsQuote(request);
  return isTold ? invoiceTotal(goodsOf(request)) : undefined;
}

/** In whole units of their currency, as UPS takes it. */
function invoiceTotal(goods: readonly GoodsItem[]): Total {
  const total = goodsTotal(goods);
  if (total === undefined) return undefined;
  const whole = total.amount.round(0, Big.roundUp);
  return { CurrencyCode: total.currency, MonetaryValue: (whole.lt(1) ? new Big(1) : whole).toFixed() };
}
