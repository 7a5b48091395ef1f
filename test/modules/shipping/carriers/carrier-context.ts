import type {
  Booked,
  BookingRequest,
  BookingToTrack,
  Carrier,
  CarrierAccount,
  CarrierContext,
  CarrierScan,
} from '../../../../src/modules/shipping/carriers/carrier.ts';
import type { RecordedExchange } from '../../../../src/modules/shipping/carriers/http/carrier-http.ts';
import { createCarrierHttpFor } from '../../../../src/modules/shipping/carriers/http/create-http.ts';
import { createMetrics } from '../../../../src/platform/metrics.ts';

const TENANT = '01a200da-fb25-70a4-887f-831d4eb0607a';

/** What an adapter needs for a call to a stand-in; each context has circuits and tokens of its own. */
export function contextOf<Account extends CarrierAccount>(
  carrier: Carrier<Account>,
  {
    baseUrl,
    now,
    onExchange = () => undefined,
    ...account
  }: Account & {
    baseUrl: string;
    productCode: string;
    now?: () => Date;
    onExchange?: (exchange: RecordedExchange) => void;
  },
): CarrierContext<Account> {
  const clock = now ?? (() => new Date());
  const httpFor = createCarrierHttpFor({ clock, metrics: createMetrics() });
  return {
    tenantId: TENANT,
    productCode: account.productCode,
    serviceName: 'Standard',
    credentials: account.credentials,
    settings: account.settings,
    baseUrl,
    labelFormat: carrier.capabilities.labelFormats[0] ?? 'pdf',
    http: httpFor({
      key: { tenantId: TENANT, carrier: carrier.name },
      personalData: [],
      secrets: [],
      onExchange,
    }),
    clock,
    signal: AbortSignal.timeout(120_000),
  };
}

/** @throws Error when the carrier refuses */
export async function bookWith<Account extends CarrierAccount>(
  carrier: Carrier<Account>,
  request: BookingRequest,
  context: CarrierContext<Account>,
): Promise<Booked> {
  const booked = await carrier.book(request, context);
  if (booked.outcome !== 'booked') throw new Error(booked.carrierMessage);
  return booked;
}

/** @throws Error when the carrier has no scans of its own */
export async function trackWith<Account extends CarrierAccount>(
  carrier: Carrier<Account>,
  bookings: readonly BookingToTrack[],
  context: CarrierContext<Account>,
): Promise<ReadonlyMap<string, readonly CarrierScan[]>> {
  if (carrier.track === undefined) throw new Error(`${carrier.name} has no scans`);
  return carrier.track(bookings, context);
}

/** The booking as it is asked for its scans. */
export function toTrack(request: BookingRequest, booked: Booked): BookingToTrack {
  return {
    bookingReference: request.bookingReference,
    carrierBookingReference: booked.carrierBookingReference,
    unitReferences: booked.units.map((unit) => unit.trackingReference),
    bookedOn: request.orderedOn,
  };
}

/** One of the generated shipments. @throws Error when there is none such */
export function requestWhere(
  shipments: readonly { request: BookingRequest }[],
  wanted: (request: BookingRequest) => boolean,
): BookingRequest {
  const found = shipments.find(({ request }) => wanted(request));
  if (found === undefined) throw new Error('nothing like it was generated');
  return found.request;
}
