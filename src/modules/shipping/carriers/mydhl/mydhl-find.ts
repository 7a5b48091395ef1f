import { bytesAt, listAt, textAt } from '../answer-reader.ts';
import type { Booked, BookingToFind } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { bookedUnder } from './mydhl-booked.ts';
import { askMyDhl } from './mydhl-client.ts';

/**
 * The booking of a waybill number that a person has told: DHL gives its waybill document again, which is printed in place of the
 * labels, and by tracking the numbers of its pieces.
 */
export async function findByWaybill(request: BookingToFind, context: MyDhlContext): Promise<Booked | undefined> {
  const { carrierBookingReference: waybill, orderedOn, handlingUnits } = request;
  if (waybill === undefined) throw new CarrierOutcomeUnknown('DHL Express cannot be asked by our reference');
  const content = await fetchWaybillDocument(waybill, orderedOn, context);
  if (content === undefined) return undefined;
  const pieces = handlingUnits.length === 1 ? [] : await fetchPieces(waybill, context);
  if (handlingUnits.length > 1 && pieces.length !== handlingUnits.length) {
    throw new CarrierOutcomeUnknown(`DHL Express tells ${pieces.length} of the ${handlingUnits.length} pieces`);
  }
  const references = handlingUnits.length === 1 ? [waybill] : pieces;
  return {
    ...bookedUnder(
      waybill,
      references.map((trackingReference) => ({ trackingReference })),
    ),
    documents: [{ kind: 'label', format: 'pdf', content, ...(handlingUnits.length === 1 ? { unitIndex: 0 } : {}) }],
  };
}

/** Undefined when DHL surely has no such waybill of the account. */
async function fetchWaybillDocument(
  waybill: string,
  orderedOn: Date,
  context: MyDhlContext,
): Promise<Uint8Array | undefined> {
  const query = new URLSearchParams({
    shipperAccountNumber: context.settings.accountNumber,
    typeCode: 'waybill',
    pickupYearAndMonth: orderedOn.toISOString().slice(0, 7),
    encodingFormat: 'pdf',
  });
  const path = `/shipments/${encodeURIComponent(waybill)}/get-image?${query}`;
  const answer = await askMyDhl(context, { operation: 'find', method: 'GET', path });
  if (!answer.ok) {
    if (answer.status === 404) return undefined;
    throw new CarrierOutcomeUnknown(`DHL Express did not say whether it has the waybill: ${answer.complaints[0].code}`);
  }
  const content = listAt(answer.body, 'documents')
    .map((each) => bytesAt(each, 'content'))
    .find((bytes) => bytes !== undefined);
  if (content === undefined) throw new CarrierOutcomeUnknown('DHL Express answered without the waybill');
  return content;
}

async function fetchPieces(waybill: string, context: MyDhlContext): Promise<string[]> {
  const query = new URLSearchParams({ shipmentTrackingNumber: waybill, levelOfDetail: 'all' });
  const answer = await askMyDhl(context, { operation: 'find', method: 'GET', path: `/tracking?${query}` });
  if (!answer.ok) return [];
  return listAt(answer.body, 'shipments', 0, 'pieces').flatMap((piece) => textAt(piece, 'trackingNumber') ?? []);
}
