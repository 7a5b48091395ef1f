import { type Static, Type } from '@sinclair/typebox';
import { Big } from 'big.js';
import { exactGrams } from '../../../../platform/measure.ts';
import { leavesCustomsTerritory } from '../../customs-territory.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierLines, carrierText } from '../carrier-text.ts';
import { type GoodsItem, goodsTotal } from '../goods.ts';
import { UpsWeight, upsWeight, weightUnitOf } from './ups-packages.ts';
import { NAME, UpsParty, upsParty } from './ups-parties.ts';

const INVOICE = '01';
/** The only form that UPS draws for the way back. */
const PARTIAL_INVOICE = '05';
/** Of the International Forms, `Product`. */
export const MAX_PRODUCTS = 50;
const PRODUCT_LINES = { ...NAME, maxLines: 3 } as const;

const REASONS = {
  merchandise: 'SALE',
  gift: 'GIFT',
  sample: 'SAMPLE',
  'returned-goods': 'RETURN',
  documents: 'DOCUMENTS',
  other: 'OTHER',
} as const;
/** Incoterms 2020 that UPS's list has; DPU has no place in it. */
const TERMS = ['CFR', 'CIF', 'CIP', 'CPT', 'DDP', 'DAP', 'EXW', 'FAS', 'FCA', 'FOB'] as const;

const CurrencyCode = Type.String({ minLength: 3, maxLength: 3 });

export const UpsMoney = Type.Object({ CurrencyCode, MonetaryValue: Type.String() });

const Product = Type.Object({
  Description: Type.Array(Type.String({ maxLength: PRODUCT_LINES.maxLength }), { maxItems: PRODUCT_LINES.maxLines }),
  Unit: Type.Object({
    Number: Type.String(),
    UnitOfMeasurement: Type.Object({ Code: Type.Literal('PCS') }),
    Value: Type.String(),
  }),
  PartNumber: Type.String(),
  CommodityCode: Type.Optional(Type.String({ minLength: 6, maxLength: 15 })),
  OriginCountryCode: Type.Optional(Type.String({ minLength: 2, maxLength: 2 })),
  ProductWeight: Type.Optional(UpsWeight),
});

/** UPS International Forms: the commercial invoice, which UPS draws and sends to customs. */
export const UpsInternationalForms = Type.Object({
  FormType: Type.Array(Type.Union([Type.Literal(INVOICE), Type.Literal(PARTIAL_INVOICE)]), { maxItems: 1 }),
  InvoiceNumber: Type.Optional(Type.String({ maxLength: NAME.maxLength })),
  InvoiceDate: Type.String({ minLength: 8, maxLength: 8 }),
  TermsOfShipment: Type.Optional(Type.Union(TERMS.map((term) => Type.Literal(term)))),
  ReasonForExport: Type.Union(Object.values(REASONS).map((reason) => Type.Literal(reason))),
  CurrencyCode,
  Contacts: Type.Object({ SoldTo: UpsParty }),
  Product: Type.Array(Product, { maxItems: MAX_PRODUCTS }),
});

/** Shipping v2409: `InvoiceLineTotal` is "required for forward shipments" on these lanes and "not available for any other shipments". */
export const UPS_INVOICED_LANES: ReadonlySet<string> = new Set(['US-PR', 'US-CA']);
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

/** What the goods are worth in all, in whole units of their currency, as UPS takes it. */
export function upsInvoiceTotal(goods: readonly GoodsItem[]): Static<typeof UpsMoney> | undefined {
  const total = goodsTotal(goods);
  if (total === undefined) return undefined;
  const whole = total.amount.round(0, Big.roundUp);
  return { CurrencyCode: total.currency, MonetaryValue: (whole.lt(1) ? new Big(1) : whole).toFixed() };
}

/** The invoice of these goods. */
export function upsInternationalForms(
  request: BookingRequest,
  goods: readonly GoodsItem[],
): Static<typeof UpsInternationalForms> {
  const { content, orderedOn } = request;
  const { customs, addresses } = content;
  const weightUnit = weightUnitOf(addresses.sender.countryCode);
  const terms = TERMS.find((term) => term === customs?.incoterm);
  return {
    FormType: [content.returnService === 'return-shipment' ? PARTIAL_INVOICE : INVOICE],
    ...(customs?.invoiceNumber === undefined ? {} : { InvoiceNumber: carrierText(customs.invoiceNumber, NAME) }),
    InvoiceDate: (customs?.invoiceDate ?? orderedOn.toISOString().slice(0, 10)).replaceAll('-', ''),
    ...(terms === undefined ? {} : { TermsOfShipment: terms }),
    ReasonForExport: REASONS[customs?.contentType ?? 'merchandise'],
    CurrencyCode: goods[0]?.value.currency ?? 'EUR',
    Contacts: { SoldTo: upsParty(addresses.receiver) },
    Product: goods.map((item, index) => product(item, index + 1, weightUnit)),
  };
}

function product(item: GoodsItem, line: number, weightUnit: ReturnType<typeof weightUnitOf>): Static<typeof Product> {
  const { description, quantity, value, hsCode, countryOfOrigin, netWeight } = item;
  return {
    Description: carrierLines([description], PRODUCT_LINES),
    Unit: { Number: String(quantity), UnitOfMeasurement: { Code: 'PCS' }, Value: value.amount },
    // "The part number or reference number for the product contained in the invoice line", which invoices must have: its line.
    PartNumber: String(line),
    ...(hsCode === undefined ? {} : { CommodityCode: hsCode.replaceAll('.', '') }),
    ...(countryOfOrigin === undefined ? {} : { OriginCountryCode: countryOfOrigin }),
    ...(netWeight === undefined ? {} : { ProductWeight: upsWeight(exactGrams(netWeight).times(quantity), weightUnit) }),
  };
}
