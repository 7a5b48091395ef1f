import { listAt, textAt } from '../answer-reader.ts';
import type { BookingToTrack, CarrierScan } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { inOrder, toCarrierScan } from '../carrier-scan.ts';
import { standardiseMyDhl } from '../tracking-codes/standardise-mydhl.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { askMyDhl } from './mydhl-client.ts';

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
    partsOf: (body) => new Map(bookings.map((each) => [each.bookingReference, { shipments: shipmentsOf(each, body) }])),
  });
  if (!answer.ok) {
    // 404: none of them has been seen yet.
    if (answer.status === 404) return new Map(bookings.map((booking) => [booking.bookingReference, []]));
    if (bookings.length === 1) throw new CarrierOutcomeUnknown(`DHL refused to track: ${answer.complaints[0].code}`);
    // One number that DHL does not like must not keep the others from being told.
    return trackHalves(bookings, context);
  }
  return new Map(
    bookings.map((booking) => [
      booking.bookingReference,
      shipmentsOf(booking, answer.body).flatMap((shipment) => readScans(shipment, booking.unitReferences)),
    ]),
  );
}

function shipmentsOf({ carrierBookingReference }: BookingToTrack, body: unknown): unknown[] {
  return listAt(body, 'shipments').filter(
    (shipment) => textAt(shipment, 'shipmentTrackingNumber') === carrierBookingReference,
  );
}

async function trackHalves(
  bookings: readonly BookingToTrack[],
  context: MyDhlContext,
): Promise<Map<string, readonly CarrierScan[]>> {
  const middle = Math.ceil(bookings.length / 2);
  const found = new Map<string, readonly CarrierScan[]>();
  for (const half of [bookings.slice(0, middle), bookings.slice(middle)]) {
    const scans = await trackMyDhlBookings(half, context).catch((error: unknown) => {
      if (half.length === 1 && error instanceof CarrierOutcomeUnknown) return new Map<string, readonly CarrierScan[]>();
      throw error;
    });
    for (const [reference, each] of scans) found.set(reference, each);
  }
  return found;
}

/** The scans of the pieces, and those of the shipment that no piece has. */
function readScans(shipment: unknown, unitReferences: readonly string[]): CarrierScan[] {
  const ofPieces = listAt(shipment, 'pieces').flatMap((piece) => {
    const index = unitReferences.indexOf(textAt(piece, 'trackingNumber') ?? '');
    const unit = index === -1 ? {} : { unitIndex: index };
    return listAt(piece, 'events').flatMap((event) => readEvent(event).map((scan) => ({ ...scan, ...unit })));
  });
  const told = new Set(ofPieces.map(keyOf));
  const ofShipment = listAt(shipment, 'events')
    .flatMap(readEvent)
    .filter((scan) => !told.has(keyOf(scan)));
  return inOrder([...ofShipment, ...ofPieces]);
}

function keyOf({ carrierCode, occurredOn }: CarrierScan): string {
  return `${carrierCode} ${occurredOn.getTime()}`;
}

/** Nothing for an event without a time; an odd one never drops the others. */
function readEvent(event: unknown): CarrierScan[] {
  const occurredOn = momentOf(event);
  if (occurredOn === undefined) return [];
  const carrierCode = textAt(event, 'typeCode');
  return [
    toCarrierScan({
      standardised: standardiseMyDhl({ service: 'express', code: carrierCode ?? '' }),
      carrierCode,
      description: textAt(event, 'description'),
      // DHL names the service area, "Brussels-BE", and no address.
      city: textAt(event, 'serviceArea', 'description'),
      occurredOn,
    }),
  ];
}

/** `2026-12-02`, `08:15:00`, `+01:00`; as if it were UTC where the offset is missing. */
function momentOf(event: unknown): Date | undefined {
  const date = textAt(event, 'date');
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const time = /^\d\d:\d\d(:\d\d)?$/.exec(textAt(event, 'time') ?? '')?.[0] ?? '00:00:00';
  const offset = /^[+-]\d\d:\d\d$/.exec(textAt(event, 'GMTOffset') ?? '')?.[0] ?? 'Z';
  const parsed = new Date(`${date}T${time}${offset}`);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}
