import { Type } from '@sinclair/typebox';
import { isCountryCode } from '../../../../platform/country.ts';
import type { BookingToTrack, CarrierScan } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { inOrder, momentOf, toCarrierScan } from '../carrier-scan.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';
import { standardiseMyDhl } from '../tracking-codes/standardise-mydhl.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { askMyDhl } from './mydhl-client.ts';
import { type MyDhlEvent, MyDhlTrackedShipment, MyDhlTrackingAnswer } from './mydhl-tracking-answer.ts';

const ShipmentsAsTold = Type.Object({ shipments: Type.Array(Type.Unknown()) });
const ShipmentNumber = Type.Pick(MyDhlTrackedShipment, ['shipmentTrackingNumber']);

/** `GET /tracking` of several waybills. One that DHL does not know yet has no scans. */
export async function trackMyDhlBookings(
  bookings: readonly BookingToTrack[],
  context: MyDhlContext,
): Promise<Map<string, readonly CarrierScan[]>> {
  const query = new URLSearchParams([
    ...bookings.map((booking): [string, string] => ['shipmentTrackingNumber', booking.carrierBookingReference]),
    ['trackingView', 'all-checkpoints'],
    ['levelOfDetail', 'all'],
  ]);
  const answer = await askMyDhl(context, {
    operation: 'track',
    method: 'GET',
    path: `/tracking?${query}`,
    partsOf: (body) => partsOf(bookings, body),
  });
  if (!answer.ok) {
    // 404: none of them has been seen yet.
    if (answer.status === 404) return new Map(bookings.map((booking) => [booking.bookingReference, []]));
    if (bookings.length === 1) throw new CarrierOutcomeUnknown(`DHL refused to track: ${answer.complaints[0].code}`);
    // One number that DHL does not like must not keep the others from being told.
    return trackHalves(bookings, context);
  }
  const { shipments } = decodeAnswer(MyDhlTrackingAnswer, answer.body);
  return new Map(
    bookings.map(({ bookingReference, carrierBookingReference, unitReferences }) => [
      bookingReference,
      shipments
        .filter((shipment) => shipment.shipmentTrackingNumber === carrierBookingReference)
        .flatMap((shipment) => readScans(shipment, unitReferences)),
    ]),
  );
}

/** What is kept with each booking: all that DHL says of it, as it came. */
function partsOf(bookings: readonly BookingToTrack[], body: unknown): Map<string, { shipments: unknown[] }> {
  const numbered = decodeAnswer(ShipmentsAsTold, body).shipments.map((shipment) => ({
    number: decodeAnswer(ShipmentNumber, shipment).shipmentTrackingNumber,
    shipment,
  }));
  return new Map(
    bookings.map(({ bookingReference, carrierBookingReference }) => [
      bookingReference,
      {
        shipments: numbered.filter(({ number }) => number === carrierBookingReference).map(({ shipment }) => shipment),
      },
    ]),
  );
}

async function trackHalves(
  bookings: readonly BookingToTrack[],
  context: MyDhlContext,
): Promise<Map<string, readonly CarrierScan[]>> {
  const middle = Math.ceil(bookings.length / 2);
  const found = new Map<string, readonly CarrierScan[]>();
  for (const half of [bookings.slice(0, middle), bookings.slice(middle)]) {
    // What has been told of the others is not lost for it.
    const scans = await trackMyDhlBookings(half, context).catch((error: unknown) => {
      if (error instanceof CarrierOutcomeUnknown) return new Map<string, readonly CarrierScan[]>();
      throw error;
    });
    for (const [reference, each] of scans) found.set(reference, each);
  }
  return found;
}

/** The scans of the pieces, and those of the shipment that no piece has. */
function readScans(
  { pieces, events }: Told<typeof MyDhlTrackedShipment>,
  unitReferences: readonly string[],
): CarrierScan[] {
  const ofPieces = pieces.flatMap((piece) => {
    const index = unitReferences.indexOf(piece.trackingNumber ?? '');
    const unit = index === -1 ? {} : { unitIndex: index };
    return piece.events.flatMap((event) => readEvent(event).map((scan) => ({ ...scan, ...unit })));
  });
  const told = new Set(ofPieces.map(keyOf));
  const ofShipment = events.flatMap(readEvent).filter((scan) => !told.has(keyOf(scan)));
  return inOrder([...ofShipment, ...ofPieces]);
}

function keyOf({ carrierCode, occurredOn }: CarrierScan): string {
  return `${carrierCode} ${occurredOn.getTime()}`;
}

/** Nothing for an event without a time; an odd one never drops the others. */
function readEvent(event: Told<typeof MyDhlEvent>): CarrierScan[] {
  const occurredOn = momentOfEvent(event);
  if (occurredOn === undefined) return [];
  const { typeCode, description, serviceArea } = event;
  return [
    toCarrierScan({
      standardised: standardiseMyDhl({ service: 'express', code: typeCode ?? '' }),
      carrierCode: typeCode,
      description,
      ...placeOf(serviceArea.description),
      occurredOn,
    }),
  ];
}

/** "Cologne-DE"; of what does not end in a country the whole is the place. */
function placeOf(serviceArea: string | undefined): { city: string | undefined; country?: string } {
  const [, city = '', country = ''] = /^(.*\S)\s*-\s*([A-Z]{2})$/.exec(serviceArea ?? '') ?? [];
  return isCountryCode(country) ? { city, country } : { city: serviceArea };
}

/** As if it were UTC where the offset is missing. */
function momentOfEvent({ date, time = '', GMTOffset = '' }: Told<typeof MyDhlEvent>): Date | undefined {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const clock = /^\d\d:\d\d(:\d\d)?$/.exec(time)?.[0] ?? '00:00:00';
  const offset = /^[+-]\d\d:\d\d$/.exec(GMTOffset)?.[0] ?? 'Z';
  return momentOf(`${date}T${clock}${offset}`);
}
