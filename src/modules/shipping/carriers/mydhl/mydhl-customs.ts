import { type Static, Type } from '@sinclair/typebox';
import { Big } from 'big.js';
import { exactGrams } from '../../../../platform/measure.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import { type GoodsItem, goodsTotal } from '../goods.ts';
import { kilograms, MYDHL_STEP, MyDhlKilograms } from './mydhl-packages.ts';

/** Of the export declaration. */
export const MAX_LINE_ITEMS = 999;
const DESCRIPTION = { maxLength: 512, charset: 'latin1' } as const;
const INVOICE_NUMBER = { maxLength: 35, charset: 'latin1' } as const;

/** An amount of money, of three decimals at most. */
export const MyDhlAmount = Type.Number({ ...MYDHL_STEP, minimum: 0, maximum: 999_999_999_999_999 });
export const MyDhlCurrency = Type.String({ minLength: 3, maxLength: 3 });

/** The number of a part. */
const PART_NUMBER = 'PAN';
const PART = { maxLength: 35, charset: 'latin1' } as const;

const ExportReason = Type.Union([
  Type.Literal('commercial_purpose_or_sale'),
  Type.Literal('gift'),
  Type.Literal('sample'),
  Type.Literal('return'),
  Type.Literal('permanent'),
]);

const LineItem = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: MAX_LINE_ITEMS }),
  description: Type.String({ minLength: 1, maxLength: DESCRIPTION.maxLength }),
  /** Of one piece. */
  price: MyDhlAmount,
  quantity: Type.Object({
    value: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    unitOfMeasurement: Type.Literal('PCS'),
  }),
  commodityCodes: Type.Optional(
    Type.Array(
      Type.Object({ typeCode: Type.Literal('outbound'), value: Type.String({ minLength: 2, maxLength: 18 }) }),
      { minItems: 1, maxItems: 1 },
    ),
  ),
  exportReasonType: ExportReason,
  manufacturerCountry: Type.String({ minLength: 2, maxLength: 2 }),
  weight: Type.Object(
    { netValue: MyDhlKilograms, grossValue: MyDhlKilograms },
    { description: 'Of all pieces of the line.' },
  ),
  customerReferences: Type.Optional(
    Type.Array(
      Type.Object({
        typeCode: Type.Literal(PART_NUMBER),
        value: Type.String({ minLength: 1, maxLength: PART.maxLength }),
      }),
      { minItems: 1, maxItems: 1 },
    ),
  ),
});

/** `content.exportDeclaration`, of which DHL draws the commercial invoice. */
export const MyDhlExportDeclaration = Type.Object({
  exportReasonType: ExportReason,
  shipmentType: Type.Union([Type.Literal('personal'), Type.Literal('commercial')]),
  invoice: Type.Object({
    number: Type.String({ minLength: 1, maxLength: INVOICE_NUMBER.maxLength }),
    date: Type.String({ minLength: 10, maxLength: 10, description: 'YYYY-MM-DD.' }),
    totalNetWeight: MyDhlKilograms,
    totalGrossWeight: MyDhlKilograms,
  }),
  lineItems: Type.Array(LineItem, { minItems: 1, maxItems: MAX_LINE_ITEMS }),
});

const REASONS = {
  merchandise: 'commercial_purpose_or_sale',
  gift: 'gift',
  sample: 'sample',
  'returned-goods': 'return',
  documents: 'permanent',
  other: 'permanent',
} as const;

/** What the goods are worth in all; undefined where there are none. */
export function declaredValue(goods: readonly GoodsItem[]): { value: number; currency: string } | undefined {
  const total = goodsTotal(goods);
  return total === undefined ? undefined : { value: total.amount.round(3).toNumber(), currency: total.currency };
}

export function myDhlExportDeclaration(
  request: BookingRequest,
  goods: readonly GoodsItem[],
): Static<typeof MyDhlExportDeclaration> {
  const { content, orderedOn, handlingUnits, bookingReference } = request;
  const { customs } = content;
  const isReturn = content.returnService === 'return-shipment';
  const exportReasonType = isReturn ? 'return' : REASONS[customs?.contentType ?? 'merchandise'];
  const gross = handlingUnits.reduce((sum, unit) => sum.plus(unit.weightGrams), new Big(0));
  const net = goods.reduce((sum, item) => sum.plus(netGrams(item)), new Big(0));
  return {
    exportReasonType,
    shipmentType: customs?.contentType === 'gift' ? 'personal' : 'commercial',
    invoice: {
      number: carrierText(customs?.invoiceNumber ?? bookingReference, INVOICE_NUMBER) || bookingReference,
      date: customs?.invoiceDate ?? orderedOn.toISOString().slice(0, 10),
      totalNetWeight: kilograms(net),
      totalGrossWeight: kilograms(gross),
    },
    lineItems: goods.map((item, index) => ({
      number: index + 1,
      description: carrierText(item.description, DESCRIPTION) || '-',
      price: new Big(item.value.amount).round(3).toNumber(),
      quantity: { value: item.quantity, unitOfMeasurement: 'PCS' },
      ...(item.hsCode === undefined ? {} : { commodityCodes: [{ typeCode: 'outbound', value: item.hsCode }] }),
      exportReasonType,
      manufacturerCountry: item.countryOfOrigin ?? content.addresses.sender.countryCode,
      weight: {
        netValue: kilograms(netGrams(item)),
        // Packaging is shared out by weight.
        grossValue: kilograms(net.eq(0) ? gross.div(goods.length) : netGrams(item).times(gross).div(net)),
      },
      ...partNumber(item),
    })),
  };
}

/** Whole or not at all: a part of it is another's. */
function partNumber({ sku = '' }: GoodsItem): Pick<Static<typeof LineItem>, 'customerReferences'> {
  const value = carrierText(sku, { ...PART, maxLength: Number.POSITIVE_INFINITY });
  return value === '' || value.length > PART.maxLength
    ? {}
    : { customerReferences: [{ typeCode: PART_NUMBER, value }] };
}

function netGrams({ netWeight, quantity }: GoodsItem): Big {
  return netWeight === undefined ? new Big(0) : exactGrams(netWeight).times(quantity);
}
