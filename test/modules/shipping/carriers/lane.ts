import type { BookingRequest } from '../../../../src/modules/shipping/carriers/carrier.ts';
import type { GoodsItem } from '../../../../src/modules/shipping/carriers/goods.ts';
import { leavesCustomsTerritory } from '../../../../src/modules/shipping/customs-territory.ts';
import { measureUnits } from '../../../../src/modules/shipping/measure-units.ts';
import type { ShipmentContent } from '../../../../src/modules/shipping/shipment.ts';
import { PLACES, type Place, type PlaceAddress } from './conformance/places.ts';

/** Places that no generated shipment goes to. */
const MORE_PLACES = {
  PR: { street: '1 Calle Fortaleza', city: 'San Juan', postCode: '00901', countryCode: 'PR' },
  MX: { street: 'Av. Juárez 1', city: 'Ciudad de México', postCode: '06010', countryCode: 'MX' },
  VN: { street: '1 Lê Lợi', city: 'Hà Nội', postCode: '100000', countryCode: 'VN' },
  CANARIES: { street: 'Calle Mayor 1', city: 'Las Palmas', postCode: '35001', countryCode: 'ES' },
} as const satisfies Record<string, PlaceAddress>;

const GOODS = {
  description: 'Cotton T-shirt',
  quantity: 2,
  value: { amount: '12.50', currency: 'EUR' },
  hsCode: '610910',
  countryOfOrigin: 'PT',
  netWeight: { value: 0.4, unit: 'kg' },
} as const;
type End = Place | keyof typeof MORE_PLACES | PlaceAddress;

/** A booking of one box of T-shirts, or of documents without goods, from there to there. */
export function laneOf(
  from: End,
  to: End,
  { packageType = 'Box', ...changes }: Partial<ShipmentContent> & { packageType?: 'Box' | 'Tube' | 'Pallet' } = {},
): BookingRequest {
  const [sender, receiver] = [addressOf(from), addressOf(to)];
  const leaves = leavesCustomsTerritory(sender, receiver);
  const customs = { incoterm: 'DAP', contentType: 'merchandise', invoiceNumber: 'INV-1' } as const;
  const content: ShipmentContent = {
    reference: 'ORD-1',
    carrierReference: 'CARRIER',
    serviceLevelReference: 'STANDARD',
    addresses: { sender, receiver },
    customs,
    ...changes,
  };
  const isDocuments = content.customs?.contentType === 'documents';
  const unit = {
    packageType,
    weight: { value: 2, unit: 'kg' },
    ...(isDocuments ? {} : { goodsItems: [GOODS] }),
  } as const;
  return {
    bookingReference: 'VY-1',
    shipmentId: '01a200da-fb25-70a4-887f-000000000001',
    content,
    handlingUnits: measureUnits([unit]),
    orderedOn: new Date('2026-12-01T09:00:00Z'),
    leavesCustomsTerritory: leaves,
    isDutiable: leaves && !isDocuments,
  };
}

/** The same with that in each of its goods. */
export function withGoods(request: BookingRequest, changes: Partial<GoodsItem>): BookingRequest {
  const handlingUnits = request.handlingUnits.map((unit) => ({
    ...unit,
    content: {
      ...unit.content,
      goodsItems: (unit.content.goodsItems ?? []).map((item) => ({ ...item, ...changes })),
    },
  }));
  return { ...request, handlingUnits };
}

export const DDP = { customs: { incoterm: 'DDP', contentType: 'merchandise', invoiceNumber: 'INV-1' } } as const;
export const DOCUMENTS = { customs: { incoterm: 'DAP', contentType: 'documents' } } as const;

function addressOf(end: End): PlaceAddress & { contactName: string } {
  const address: PlaceAddress = typeof end === 'string' ? { ...PLACES, ...MORE_PLACES }[end] : end;
  return { ...address, contactName: 'John Doe' };
}
