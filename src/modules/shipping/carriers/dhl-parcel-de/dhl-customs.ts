import { exactGrams } from '../../../../platform/measure.ts';
import type { HandlingUnit } from '../../shipment.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import type { DhlProduct } from './dhl-account.ts';
import { dhlCountry } from './dhl-address.ts';

const DESCRIPTION = { maxLength: 256, charset: 'latin1' } as const;
const EXPORT_DESCRIPTION = { maxLength: 80, charset: 'latin1' } as const;
export const INVOICE_NUMBER = { maxLength: 35, charset: 'ascii' } as const;

const EXPORT_TYPES = {
  merchandise: 'COMMERCIAL_GOODS',
  gift: 'PRESENT',
  sample: 'COMMERCIAL_SAMPLE',
  'returned-goods': 'RETURN_OF_GOODS',
  documents: 'DOCUMENT',
  other: 'OTHER',
} as const;

/**
 * v2.2: "The custom details are mandatory depending on whether the parcel will go to a country outside the European Customs Union", and have
 * one item at least: documents, of which no goods need be told, are one without a value.
 */
function documents(unit: HandlingUnit): object {
  return {
    itemDescription: 'Documents',
    packagedQuantity: 1,
    itemValue: { currency: 'EUR', value: 0 },
    itemWeight: { uom: 'g', value: unit.weightGrams },
  };
}

/** The customs details of one unit, from which DHL draws its CN23 (or prints a CN22 on the label of Warenpost International). */
export function dhlCustoms({ content }: BookingRequest, unit: HandlingUnit, product: DhlProduct): object {
  const { customs, addresses } = content;
  const goods = unit.content.goodsItems ?? [];
  const exportType = EXPORT_TYPES[customs?.contentType ?? 'merchandise'];
  const { eoriNumber: shipperCustomsRef } = addresses.sender;
  const { eoriNumber: consigneeCustomsRef } = addresses.receiver;
  const described = goods.map((item) => item.description).join(', ');
  return {
    exportType,
    ...(exportType === 'OTHER' ? { exportDescription: carrierText(described, EXPORT_DESCRIPTION) || 'Goods' } : {}),
    ...(customs?.invoiceNumber === undefined ? {} : { invoiceNo: carrierText(customs.invoiceNumber, INVOICE_NUMBER) }),
    ...(product === 'V54EPAK' ? { shippingConditions: customs?.incoterm === 'DDP' ? 'DDP' : 'DAP' } : {}),
    // What the receiver was charged for postage; a shipment says nothing about it.
    postalCharges: { currency: goods[0]?.value.currency ?? 'EUR', value: 0 },
    ...(shipperCustomsRef === undefined ? {} : { shipperCustomsRef }),
    ...(consigneeCustomsRef === undefined ? {} : { consigneeCustomsRef }),
    items:
      goods.length === 0
        ? [documents(unit)]
        : goods.map(({ description, quantity, value, hsCode, countryOfOrigin, netWeight }) => ({
            itemDescription: carrierText(description, DESCRIPTION) || '-',
            packagedQuantity: quantity,
            itemValue: { currency: value.currency, value: Number(value.amount) },
            itemWeight: { uom: 'g', value: netWeight === undefined ? 0 : exactGrams(netWeight).toNumber() },
            ...(hsCode === undefined ? {} : { hsCode: hsCode.replaceAll('.', '') }),
            ...(countryOfOrigin === undefined ? {} : { countryOfOrigin: dhlCountry(countryOfOrigin) ?? 'UNKNOWN' }),
          })),
  };
}
