import { type Static, Type } from '@sinclair/typebox';
import { leavesCustomsTerritory } from '../../customs-territory.ts';
import type { BookingRequest } from '../carrier.ts';
import { goodsOf, goodsTotal } from '../goods.ts';
import { isUpsBusiness } from './ups-parties.ts';

const BUSINESS = '01';
const CONSUMER = '02';
/** In euro. */
const DE_MINIMIS = 150;
/** Any of the member states: what is at home in one customs territory with it is in the European Union. */
const MEMBER_STATE = { countryCode: 'DE' };

const PartyType = Type.Union([Type.Literal(BUSINESS), Type.Literal(CONSUMER)]);

/** What of a shipment is "required for EU Inbound Shipments" (Shipping v2409). */
export const UpsPartyTypes = Type.Object({ ShipperType: PartyType, ConsigneeType: PartyType });
export const UpsDeMinimis = Type.Object({ EUDeMinimisIndicator: Type.Union([Type.Literal('Y'), Type.Literal('N')]) });
/** Of goods: "Must be set to "01" when a Standardized Product ID is not provided", and we know of none. */
export const WITHOUT_STANDARDISED_ID = '01' as const;
/** Of the number of a product: the shipper's own. */
export const MERCHANT_ID = '0100' as const;

/** By countries, as UPS sees lanes: into a member state from none, where customs are passed. */
export function isIntoEu({ content, leavesCustomsTerritory: leaves }: BookingRequest): boolean {
  const { sender, receiver } = content.addresses;
  return leaves && !isInEu(sender.countryCode) && isInEu(receiver.countryCode);
}

function isInEu(countryCode: string): boolean {
  return !leavesCustomsTerritory(MEMBER_STATE, { countryCode });
}

export function upsPartyTypes({ content }: BookingRequest): Static<typeof UpsPartyTypes> {
  const { sender, receiver } = content.addresses;
  const shipper = content.returnService === 'return-shipment' ? receiver : sender;
  return {
    ShipperType: isUpsBusiness(shipper) ? BUSINESS : CONSUMER,
    ConsigneeType: isUpsBusiness(receiver) ? BUSINESS : CONSUMER,
  };
}

/**
 * "Y = If shipment with total value less than or equal to 150 Euro." Of goods in another currency the shipment says it or nobody: no rate of
 * ours is that of customs. Documents without goods are worth nothing.
 */
export function upsDeMinimis(request: BookingRequest): Partial<Static<typeof UpsDeMinimis>> {
  const goods = goodsOf(request);
  const total = goodsTotal(goods);
  const isLow = goods.every(({ value }) => value.currency === 'EUR')
    ? total === undefined || total.amount.lte(DE_MINIMIS)
    : request.content.customs?.lowValue;
  return isLow === undefined ? {} : { EUDeMinimisIndicator: isLow ? 'Y' : 'N' };
}
