import { type Static, Type } from '@sinclair/typebox';
import { CURRENCY_CODES } from '../../../../platform/currency.ts';
import { exactGrams } from '../../../../platform/measure.ts';
import type { HandlingUnit } from '../../shipment.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import type { GoodsItem } from '../goods.ts';
import type { DhlProduct } from './dhl-account.ts';
import { DhlCountry, DhlText, dhlCountry } from './dhl-address.ts';
import { DhlWeight, dhlWeight } from './dhl-measures.ts';

const DESCRIPTION = { maxLength: 256, charset: 'latin1' } as const;
const EXPORT_DESCRIPTION = { maxLength: 80, charset: 'latin1' } as const;
export const INVOICE_NUMBER = { maxLength: 35, charset: 'ascii' } as const;
export const MAX_GOODS = 99;
/** Of one piece, whatever the currency. */
export const MAX_VALUE = 100_000;

const EXPORT_TYPES = {
  merchandise: 'COMMERCIAL_GOODS',
  gift: 'PRESENT',
  sample: 'COMMERCIAL_SAMPLE',
  'returned-goods': 'RETURN_OF_GOODS',
  documents: 'DOCUMENT',
  other: 'OTHER',
} as const;

/** Currencies of ISO 4217 that the document's list does not have. */
const NOT_IN_LIST: ReadonlySet<string> = new Set('BYN MRU SLE STN SVC UYW VED VES XAD XCG ZWG'.split(' '));
export const DHL_CURRENCIES: ReadonlySet<string> = new Set(CURRENCY_CODES.filter((code) => !NOT_IN_LIST.has(code)));

const Money = Type.Object({
  currency: Type.Union([...DHL_CURRENCIES].map((code) => Type.Literal(code))),
  value: Type.Number({ minimum: 0, maximum: MAX_VALUE }),
});

const CustomsReference = Type.String({ minLength: 1, maxLength: 35 });

/** Weight and value are those of one piece. */
const Commodity = Type.Object({
  itemDescription: DhlText(DESCRIPTION),
  packagedQuantity: Type.Integer({ minimum: 1 }),
  itemValue: Money,
  itemWeight: DhlWeight,
  hsCode: Type.Optional(Type.String({ minLength: 6, maxLength: 11 })),
  countryOfOrigin: Type.Optional(DhlCountry),
});

/** From these DHL draws its CN23 (or prints a CN22 on the label of Warenpost International). */
export const DhlCustoms = Type.Object({
  exportType: Type.Union(Object.values(EXPORT_TYPES).map((type) => Type.Literal(type))),
  exportDescription: Type.Optional(DhlText(EXPORT_DESCRIPTION)),
  invoiceNo: Type.Optional(DhlText(INVOICE_NUMBER)),
  /** Of Europaket alone; with the others the service of paid duties says it. */
  shippingConditions: Type.Optional(Type.Union([Type.Literal('DAP'), Type.Literal('DDP')])),
  /** What the receiver was charged for postage: 0, since a shipment says nothing about it. */
  postalCharges: Money,
  shipperCustomsRef: Type.Optional(CustomsReference),
  consigneeCustomsRef: Type.Optional(CustomsReference),
  items: Type.Array(Commodity, { minItems: 1, maxItems: MAX_GOODS }),
});

/** The customs details of one unit. */
export function dhlCustoms(
  { content }: BookingRequest,
  unit: HandlingUnit,
  product: DhlProduct,
): Static<typeof DhlCustoms> {
  const { customs, addresses } = content;
  const goods = unit.content.goodsItems ?? [];
  const exportType = EXPORT_TYPES[customs?.contentType ?? 'merchandise'];
  const invoiceNo = carrierText(customs?.invoiceNumber ?? '', INVOICE_NUMBER);
  const { eoriNumber: shipperCustomsRef } = addresses.sender;
  const { eoriNumber: consigneeCustomsRef } = addresses.receiver;
  const described = goods.map((item) => item.description).join(', ');
  return {
    exportType,
    ...(exportType === 'OTHER' ? { exportDescription: carrierText(described, EXPORT_DESCRIPTION) || 'Goods' } : {}),
    ...(invoiceNo === '' ? {} : { invoiceNo }),
    ...(product === 'V54EPAK' ? { shippingConditions: customs?.incoterm === 'DDP' ? 'DDP' : 'DAP' } : {}),
    postalCharges: { currency: goods[0]?.value.currency ?? 'EUR', value: 0 },
    ...(shipperCustomsRef === undefined ? {} : { shipperCustomsRef }),
    ...(consigneeCustomsRef === undefined ? {} : { consigneeCustomsRef }),
    items: goods.length === 0 ? [documents(unit)] : goods.map(commodity),
  };
}

/**
 * v2.2: "The custom details are mandatory depending on whether the parcel will go to a country outside the European Customs Union", and have
 * one item at least: documents, of which no goods need be told, are one without a value.
 */
function documents({ weightGrams }: HandlingUnit): Static<typeof Commodity> {
  return {
    itemDescription: 'Documents',
    packagedQuantity: 1,
    itemValue: { currency: 'EUR', value: 0 },
    itemWeight: dhlWeight(weightGrams),
  };
}

function commodity(item: GoodsItem): Static<typeof Commodity> {
  const { description, quantity, value, hsCode, countryOfOrigin, netWeight } = item;
  return {
    itemDescription: carrierText(description, DESCRIPTION) || '-',
    packagedQuantity: quantity,
    itemValue: { currency: value.currency, value: Number(value.amount) },
    itemWeight: dhlWeight(netWeight === undefined ? 0 : exactGrams(netWeight).toNumber()),
    ...(hsCode === undefined ? {} : { hsCode: hsCode.replaceAll('.', '') }),
    ...(countryOfOrigin === undefined ? {} : { countryOfOrigin: dhlCountry(countryOfOrigin) }),
  };
}
