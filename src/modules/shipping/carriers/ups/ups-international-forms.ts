import { type Static, Type } from '@sinclair/typebox';
import { exactGrams } from '../../../../platform/measure.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierLines, carrierText } from '../carrier-text.ts';
import { type GoodsItem, goodsOf } from '../goods.ts';
import { UpsCurrencyCode } from './ups-customs.ts';
import { isIntoEu, MERCHANT_ID, WITHOUT_STANDARDISED_ID } from './ups-into-eu.ts';
import { UpsWeight, upsWeight, weightUnitOf } from './ups-packages.ts';
import { NAME, UpsParty, upsParty } from './ups-parties.ts';

const INVOICE = '01';
/** The only form that UPS draws for the way back. */
const PARTIAL_INVOICE = '05';
/** Shipping v2409, of the International Forms' `Product`: "50: Package Packing List", "100: Commercial Invoice"; the 50 beside it is the smallest of them. */
export const MAX_PRODUCTS = 100;
const PRODUCT_LINES = { ...NAME, maxLines: 3 } as const;
/** With the point and the digit behind it. */
const MAX_PRODUCT_WEIGHT_LENGTH = 5;
/** The shortest that UPS's interfaces have had for it; the document tells of no limit. */
const MAX_PART_NUMBER = 10;
/** As long as any of ours. */
const PRODUCT_ID = { maxLength: 64, charset: 'latin1' } as const;

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

const Product = Type.Object({
  Description: Type.Array(Type.String({ maxLength: PRODUCT_LINES.maxLength }), { maxItems: PRODUCT_LINES.maxLines }),
  Unit: Type.Object({
    Number: Type.String(),
    UnitOfMeasurement: Type.Object({ Code: Type.Literal('PCS') }),
    Value: Type.String({ maxLength: 19 }),
  }),
  PartNumber: Type.String({ maxLength: MAX_PART_NUMBER }),
  CommodityCode: Type.Optional(Type.String({ minLength: 6, maxLength: 15 })),
  ProductIdentifier: Type.Optional(
    Type.Array(Type.Object({ ProductID: Type.String(), ProductIDTypeCode: Type.Literal(MERCHANT_ID) }), {
      minItems: 1,
      maxItems: 1,
    }),
  ),
  CommodityFieldSpecialConditionCode: Type.Optional(Type.Literal(WITHOUT_STANDARDISED_ID)),
  OriginCountryCode: Type.Optional(Type.String({ minLength: 2, maxLength: 2 })),
  ProductWeight: Type.Optional(
    Type.Object({ ...UpsWeight.properties, Weight: Type.String({ maxLength: MAX_PRODUCT_WEIGHT_LENGTH }) }),
  ),
});

/** UPS International Forms: the commercial invoice, which UPS draws and sends to customs. */
export const UpsInternationalForms = Type.Object({
  FormType: Type.Array(Type.Union([Type.Literal(INVOICE), Type.Literal(PARTIAL_INVOICE)]), { maxItems: 1 }),
  InvoiceNumber: Type.Optional(Type.String({ maxLength: NAME.maxLength })),
  InvoiceDate: Type.String({ minLength: 8, maxLength: 8 }),
  TermsOfShipment: Type.Optional(Type.Union(TERMS.map((term) => Type.Literal(term)))),
  ReasonForExport: Type.Union(Object.values(REASONS).map((reason) => Type.Literal(reason))),
  CurrencyCode: UpsCurrencyCode,
  Contacts: Type.Object({ SoldTo: UpsParty }),
  Product: Type.Array(Product, { maxItems: MAX_PRODUCTS }),
});

/** The invoice of what is dutiable. */
export function upsInternationalForms(request: BookingRequest): Static<typeof UpsInternationalForms> {
  const { content, orderedOn } = request;
  const { customs, addresses } = content;
  const goods = goodsOf(request);
  const weightUnit = weightUnitOf(addresses.sender.countryCode);
  const intoEu = isIntoEu(request);
  const terms = TERMS.find((term) => term === customs?.incoterm);
  return {
    FormType: [content.returnService === 'return-shipment' ? PARTIAL_INVOICE : INVOICE],
    ...(customs?.invoiceNumber === undefined ? {} : { InvoiceNumber: carrierText(customs.invoiceNumber, NAME) }),
    InvoiceDate: (customs?.invoiceDate ?? orderedOn.toISOString().slice(0, 10)).replaceAll('-', ''),
    ...(terms === undefined ? {} : { TermsOfShipment: terms }),
    ReasonForExport: REASONS[customs?.contentType ?? 'merchandise'],
    CurrencyCode: goods[0]?.value.currency ?? 'EUR',
    Contacts: { SoldTo: upsParty(addresses.receiver) },
    Product: goods.map((item, index) => ({
      ...product(item, index + 1, weightUnit),
      ...(intoEu ? identification(item) : {}),
    })),
  };
}

/** What of goods is "required for EU Inbound Shipments". */
function identification({
  sku = '',
}: GoodsItem): Pick<Static<typeof Product>, 'ProductIdentifier' | 'CommodityFieldSpecialConditionCode'> {
  const ProductID = carrierText(sku, PRODUCT_ID);
  return {
    ...(ProductID === '' ? {} : { ProductIdentifier: [{ ProductID, ProductIDTypeCode: MERCHANT_ID }] }),
    CommodityFieldSpecialConditionCode: WITHOUT_STANDARDISED_ID,
  };
}

/** One line at least, also of what nothing can be written of. */
function described(description: string): string[] {
  const lines = carrierLines([description], PRODUCT_LINES);
  return lines.length === 0 ? ['-'] : lines;
}

function product(item: GoodsItem, line: number, weightUnit: ReturnType<typeof weightUnitOf>): Static<typeof Product> {
  const { description, quantity, value, sku = '', hsCode, countryOfOrigin, netWeight } = item;
  const partNumber = carrierText(sku, PRODUCT_ID);
  const weight = netWeight === undefined ? undefined : upsWeight(exactGrams(netWeight).times(quantity), weightUnit);
  const isWeightHeld = weight !== undefined && weight.Weight.length <= MAX_PRODUCT_WEIGHT_LENGTH;
  return {
    Description: described(description),
    Unit: { Number: String(quantity), UnitOfMeasurement: { Code: 'PCS' }, Value: value.amount },
    // "The part number or reference number for the product contained in the invoice line", which invoices must have. Of one that is not known, or
    // would have to be cut to another's, its line.
    PartNumber: partNumber === '' || partNumber.length > MAX_PART_NUMBER ? String(line) : partNumber,
    ...(hsCode === undefined ? {} : { CommodityCode: hsCode.replaceAll('.', '') }),
    ...(countryOfOrigin === undefined ? {} : { OriginCountryCode: countryOfOrigin }),
    // A weight that has no room is left out: it "applies to CO and EEI forms only", and the invoice is printed without it.
    ...(isWeightHeld ? { ProductWeight: weight } : {}),
  };
}
