import type { Booked, BookingToFind } from '../carrier.ts';
import { CarrierAnswerUnclear, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { bookedUnder } from './mydhl-booked.ts';
import { askMyDhl } from './mydhl-client.ts';
import { type MyDhlTrackedShipment, MyDhlTrackingAnswer } from './mydhl-tracking-answer.ts';
import { fetchWaybillDocument } from './mydhl-waybill.ts';

type TrackedShipment = Told<typeof MyDhlTrackedShipment>;

/** On either side of the booking: DHL's days are those of places, and ours of UTC. */
const DAY_MS = 24 * 3_600_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

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
  const { bookingReference, handlingUnits } = request;
  const query = new URLSearchParams({
    shipmentReference: bookingReference,
    shipmentReferenceType: 'CU',
    shipperAccountNumber: context.settings.accountNumber,
    // "When tracking by Shipment reference you need to restrict the search by timeframe."
    dateRangeFrom: dayOf(request.orderedOn.getTime() - DAY_MS),
    dateRangeTo: dayOf(context.clock().getTime() + DAY_MS),
    levelOfDetail: 'all',
  });
  const answer = await askMyDhl(context, { operation: 'find', method: 'GET', path: `/tracking?${query}` });
  const told = answer.ok ? decodeAnswer(MyDhlTrackingAnswer, answer.body).shipments : [];
  const shipments = told.filter((each) => isOf(each, bookingReference));
  const [waybill, ...others] = new Set(shipments.flatMap((each) => each.shipmentTrackingNumber ?? []));
  if (waybill === undefined) {
    const words = answer.ok ? '' : `: ${answer.complaints.map(({ message }) => message).join('; ')}`;
    throw new CarrierAnswerUnclear(`DHL Express shows nothing under our reference yet${words}`);
  }
  if (others.length > 0) throw new CarrierAnswerUnclear('DHL Express shows several shipments under our reference');
  const pieces = piecesOf(shipments[0]);
  if (pieces.length > 0 && pieces.length !== handlingUnits.length) {
    throw new CarrierAnswerUnclear(`DHL Express shows ${pieces.length} of the ${handlingUnits.length} pieces`);
  }
  const content = await fetchWaybillDocument(waybill, request, context).catch((error: unknown) => {
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
  request: BookingToFind,
  waybill: string,
  context: MyDhlContext,
): Promise<Booked | undefined> {
  const content = await fetchWaybillDocument(waybill, request, context);
  if (content === undefined) return undefined;
  const { handlingUnits, unitReferences } = request;
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
function isOf({ shipperReferences }: TrackedShipment, bookingReference: string): boolean {
  const told = shipperReferences.flatMap(({ value }) => value ?? []);
  return told.length === 0 || told.includes(bookingReference);
}

async function fetchPieces(waybill: string, context: MyDhlContext): Promise<string[]> {
  const query = new URLSearchParams({ shipmentTrackingNumber: waybill, levelOfDetail: 'all' });
  const answer = await askMyDhl(context, { operation: 'find', method: 'GET', path: `/tracking?${query}` });
  if (!answer.ok) return [];
  return piecesOf(decodeAnswer(MyDhlTrackingAnswer, answer.body).shipments[0]);
}

function piecesOf(shipment: TrackedShipment | undefined): string[] {
  return shipment?.pieces.flatMap(({ trackingNumber }) => trackingNumber ?? []) ?? [];
}
