import { Big } from 'big.js';
import { exactGrams } from '../../../../platform/measure.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import { type GoodsItem, goodsTotal } from '../goods.ts';
import { kilograms } from './mydhl-packages.ts';

/** Of the export declaration. */
export const MAX_LINE_ITEMS = 999;
const DESCRIPTION = { maxLength: 512, charset: 'latin1' } as const;
const INVOICE_NUMBER = { maxLength: 35, charset: 'latin1' } as const;

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
  return total === undefined ? undefined : { value: total.amount.toNumber(), currency: total.currency };
}

/** `content.exportDeclaration`, of which DHL draws the commercial invoice. */
export function myDhlExportDeclaration(request: BookingRequest, goods: readonly GoodsItem[]): object {
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
      price: new Big(item.value.amount).toNumber(),
      quantity: { value: item.quantity, unitOfMeasurement: 'PCS' },
      ...(item.hsCode === undefined ? {} : { commodityCodes: [{ typeCode: 'outbound', value: item.hsCode }] }),
      exportReasonType,
      manufacturerCountry: item.countryOfOrigin ?? content.addresses.sender.countryCode,
      weight: {
        netValue: kilograms(netGrams(item)),
        // Packaging is shared out by weight.
        grossValue: kilograms(net.eq(0) ? gross.div(goods.length) : netGrams(item).times(gross).div(net)),
      },
    })),
  };
}

function netGrams({ netWeight, quantity }: GoodsItem): Big {
  return netWeight === undefined ? new Big(0) : exactGrams(netWeight).times(quantity);
}
