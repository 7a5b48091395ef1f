import { Big } from 'big.js';
import { exactGrams } from '../../../../platform/measure.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierLines, carrierText } from '../carrier-text.ts';
import { type GoodsItem, goodsTotal } from '../goods.ts';
import { upsWeight, weightUnitOf } from './ups-packages.ts';
import { NAME, upsParty } from './ups-parties.ts';

const INVOICE = '01';
/** The only form that UPS draws for the way back. */
const PARTIAL_INVOICE = '05';
/** Of the International Forms, `Product`. */
export const MAX_PRODUCTS = 50;

const REASONS = {
  merchandise: 'SALE',
  gift: 'GIFT',
  sample: 'SAMPLE',
  'returned-goods': 'RETURN',
  documents: 'DOCUMENTS',
  other: 'OTHER',
} as const;
/** Incoterms 2020 that UPS's list has; DPU has no place in it. */
const TERMS: ReadonlySet<string> = new Set(['CFR', 'CIF', 'CIP', 'CPT', 'DDP', 'DAP', 'EXW', 'FAS', 'FCA', 'FOB']);

/** What the goods are worth in all, in whole units of their currency, as UPS takes it. */
export function upsInvoiceTotal(
  goods: readonly GoodsItem[],
): { CurrencyCode: string; MonetaryValue: string } | undefined {
  const total = goodsTotal(goods);
  if (total === undefined) return undefined;
  const whole = total.amount.round(0, Big.roundUp);
  return { CurrencyCode: total.currency, MonetaryValue: (whole.lt(1) ? new Big(1) : whole).toFixed() };
}

/** UPS International Forms: the commercial invoice, which UPS draws and sends to customs. */
export function upsInternationalForms(request: BookingRequest, goods: readonly GoodsItem[]): object {
  const { content, orderedOn } = request;
  const { customs, addresses } = content;
  const weightUnit = weightUnitOf(addresses.sender.countryCode);
  const { EMailAddress: email, ...soldTo } = upsParty(addresses.receiver);
  const incoterm = customs?.incoterm ?? '';
  return {
    FormType: [content.returnService === 'return-shipment' ? PARTIAL_INVOICE : INVOICE],
    ...(customs?.invoiceNumber === undefined ? {} : { InvoiceNumber: carrierText(customs.invoiceNumber, NAME) }),
    InvoiceDate: (customs?.invoiceDate ?? orderedOn.toISOString().slice(0, 10)).replaceAll('-', ''),
    ...(TERMS.has(incoterm) ? { TermsOfShipment: incoterm } : {}),
    ReasonForExport: REASONS[customs?.contentType ?? 'merchandise'],
    CurrencyCode: goods[0]?.value.currency ?? 'EUR',
    Contacts: { SoldTo: { ...soldTo, ...(email === undefined ? {} : { EMailAddress: email }) } },
    Product: goods.map((item) => product(item, weightUnit)),
  };
}

function product(item: GoodsItem, weightUnit: 'LBS' | 'KGS'): object {
  const { description, quantity, value, hsCode, countryOfOrigin, netWeight } = item;
  return {
    Description: carrierLines([description], { ...NAME, maxLines: 3 }),
    Unit: { Number: String(quantity), UnitOfMeasurement: { Code: 'PCS' }, Value: value.amount },
    ...(hsCode === undefined ? {} : { CommodityCode: hsCode.replaceAll('.', '') }),
    ...(countryOfOrigin === undefined ? {} : { OriginCountryCode: countryOfOrigin }),
    ...(netWeight === undefined ? {} : { ProductWeight: upsWeight(exactGrams(netWeight).times(quantity), weightUnit) }),
  };
}
