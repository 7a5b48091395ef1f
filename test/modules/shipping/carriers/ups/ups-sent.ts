import type { BookingRequest } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import type { UpsContext } from '../../../../../src/modules/shipping/carriers/ups/ups-account.ts';
import { upsRateRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-rate.ts';
import { upsShipRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-ship-request.ts';
import { at } from '../json-at.ts';
import { laneOf } from '../lane.ts';

/** What a request needs of its context; it cannot be sent. */
export const CONTEXT = { productCode: '11', labelFormat: 'gif', settings: { accountNumber: 'A1B2C3' } } as UpsContext;

/** The shipment that UPS is told when it is booked. */
export function booked(request: BookingRequest, productCode = CONTEXT.productCode): unknown {
  return at(upsShipRequest(request, { ...CONTEXT, productCode }), 'ShipmentRequest', 'Shipment');
}

/** The shipment that UPS is told when it is asked for prices. */
export function asked(request: BookingRequest): unknown {
  const { sender, receiver } = request.content.addresses;
  const isDocuments = request.content.customs?.contentType === 'documents';
  const question = { ...request, isDocuments, sender, receiver, shipsOn: '2026-12-01', productCodes: ['11'] };
  return at(upsRateRequest(question, CONTEXT), 'RateRequest', 'Shipment');
}

export const shipped = (...lane: Parameters<typeof laneOf>): unknown => booked(laneOf(...lane));
export const priced = (...lane: Parameters<typeof laneOf>): unknown => asked(laneOf(...lane));
