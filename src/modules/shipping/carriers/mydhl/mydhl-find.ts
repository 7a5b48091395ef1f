import { at, bytesAt, listAt, textAt } from '../answer-reader.ts';
import type { Booked, BookingToFind } from '../carrier.ts';
import { CarrierAnswerUnclear, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { bookedUnder } from './mydhl-booked.ts';
import { askMyDhl } from './mydhl-client.ts';

/** By the waybill number where it is known, else by our reference. */
export function findMyDhlBooking(request: BookingToFind, context: MyDhlContext): Promise<Booked | undefined> {
  const { carrierBookingReference } = request;
  return carrierBookingReference === undefined
    ? findByReference(request, context)
    : findByWaybill(request, carrierBookingReference, context);
}

/**
 * The booking that DHL's tracking shows under our reference. What it does not show may be there all the same. The waybill document stands
 * in for the labels; should it not be had yet, they are asked for again when somebody wants them.
 * @throws CarrierAnswerUnclear when DHL shows none, or another
 */
async function findByReference(request: BookingToFind, context: MyDhlContext): Promise<Booked> {
  const { bookingReference, handlingUnits, orderedOn } = request;
  const query = new URLSearchParams({
    shipmentReference: bookingReference,
    shipmentReferenceType: 'CU',
    shipperAccountNumber: context.settings.accountNumber,
    levelOfDetail: 'all',
  });
  const answer = await askMyDhl(context, { operation: 'find', method: 'GET', path: `/tracking?${query}` });
  const shipments = answer.ok ? listAt(answer.body, 'shipments').filter((each) => isOf(each, bookingReference)) : [];
  const [waybill, ...others] = new Set(shipments.flatMap((each) => textAt(each, 'shipmentTrackingNumber') ?? []));
  if (waybill === undefined) throw new CarrierAnswerUnclear('DHL Express shows nothing under our reference yet');
  if (others.length > 0) throw new CarrierAnswerUnclear('DHL Express shows several shipments under our reference');
  const pieces = piecesOf(shipments[0]);
  if (pieces.length > 0 && pieces.length !== handlingUnits.length) {
    throw new CarrierAnswerUnclear(`DHL Express shows ${pieces.length} of the ${handlingUnits.length} pieces`);
  }
  const content = await fetchWaybillDocument(waybill, orderedOn, context).catch((error: unknown) => {
    if (error instanceof CarrierOutcomeUnknown) return undefined;
    throw error;
  });
  const references = handlingUnits.map((_, index) => pieces[index] ?? waybill);
  return bookedWith(waybill, references, content);
}

/**
 * The booking of a waybill number that a person has told, or of one whose labels are missing: DHL gives its waybill document again, which
 * is printed in place of the labels, and by tracking the numbers of its pieces where these are not known.
 */
async function findByWaybill(
  { orderedOn, handlingUnits, unitReferences }: BookingToFind,
  waybill: string,
  context: MyDhlContext,
): Promise<Booked | undefined> {
  const content = await fetchWaybillDocument(waybill, orderedOn, context);
  if (content === undefined) return undefined;
  if (handlingUnits.length === 1) return bookedWith(waybill, [waybill], content);
  const pieces = unitReferences ?? (await fetchPieces(waybill, context));
  if (pieces.length !== handlingUnits.length) {
    throw new CarrierOutcomeUnknown(`DHL Express tells ${pieces.length} of the ${handlingUnits.length} pieces`);
  }
  return bookedWith(waybill, pieces, content);
}

function bookedWith(waybill: string, references: readonly string[], content: Uint8Array | undefined): Booked {
  const units = references.map((trackingReference) => ({ trackingReference }));
  const unit = units.length === 1 ? { unitIndex: 0 } : {};
  const documents = content === undefined ? [] : [{ kind: 'label' as const, format: 'pdf' as const, content, ...unit }];
  return { ...bookedUnder(waybill, units), documents };
}

/** Where DHL repeats the references of a shipment, ours must be among them. */
function isOf(shipment: unknown, bookingReference: string): boolean {
  const told = listAt(shipment, 'shipperReferences').flatMap((each) => textAt(each, 'value') ?? []);
  return told.length === 0 || told.includes(bookingReference);
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
  return piecesOf(at(answer.body, 'shipments', 0));
}

function piecesOf(shipment: unknown): string[] {
  return listAt(shipment, 'pieces').flatMap((piece) => textAt(piece, 'trackingNumber') ?? []);
}
