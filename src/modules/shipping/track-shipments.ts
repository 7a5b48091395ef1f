import { keepExchanges, termsOfBooking } from './call-carrier.ts';
import { carrierOf, openCarrierContext } from './carrier-context.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import { carrierQueue } from './carrier-queue.ts';
import type { BookingToTrack, CarrierScan } from './carriers/carrier.ts';
import { CarrierAccountRejected, CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import type { RecordedExchange } from './carriers/http/carrier-http.ts';
import type { Consignment } from './consignment.ts';
import { claimTracking, findConsignment, planTracking } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { recordCarrierScans } from './record-carrier-scans.ts';
import type { Shipment } from './shipment.ts';
import { findShipment } from './shipment-repository.ts';
import { isFinal } from './tracking-event.ts';
import {
  nextTracking,
  TRACK_TASK,
  type TrackingJobPayload,
  trackingJob,
  trackingJobKey,
  untilRoundIsOver,
} from './tracking-jobs.ts';

/** Bookings of one round where the carrier is asked about each by itself. */
const ROUND_SIZE = 8;

type TrackDeps = Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log' | 'metrics'>;

interface Tracked {
  consignment: Consignment;
  shipment: Shipment;
}

/**
 * Asks the carrier for the scans of a booking, and in the same round for those of others of the same profile that are due, as many at a
 * time as the carrier takes. Each then has its own next time; there is none once all its parcels are at their end.
 */
export async function trackShipments(deps: TrackDeps, { tenantId, consignmentId }: TrackingJobPayload): Promise<void> {
  const asked = await findConsignment(deps.db, tenantId, consignmentId);
  if (asked?.status !== 'Accepted' || asked.trackOn === undefined) return;
  const { profile, serviceLevel } = await termsOfBooking(deps, asked);
  const { trackingBatch } = carrierOf(deps, profile).capabilities;
  const now = deps.clock();
  const until = untilRoundIsOver(now);
  const limit = Math.max(trackingBatch, ROUND_SIZE);
  const claimed = await claimTracking(deps.db, asked, {
    now,
    until,
    limit,
    task: TRACK_TASK,
    queue: carrierQueue(profile),
  });
  const tracked = await Promise.all(claimed.map((consignment) => withShipment(deps, consignment)));
  const batches = chunk(
    tracked.filter((each) => each !== undefined),
    trackingBatch,
  );
  await Promise.all(batches.map((batch) => trackBatch(deps, { profile, serviceLevel }, batch)));
}

async function withShipment(deps: TrackDeps, consignment: Consignment): Promise<Tracked | undefined> {
  const [shipmentId] = consignment.shipmentIds;
  const shipment = shipmentId === undefined ? undefined : await findShipment(deps.db, consignment.tenantId, shipmentId);
  return shipment === undefined ? undefined : { consignment, shipment };
}

type Terms = Awaited<ReturnType<typeof termsOfBooking>>;

async function trackBatch(deps: TrackDeps, terms: Terms, batch: readonly Tracked[]): Promise<void> {
  const scans = await askForScans(deps, terms, batch);
  for (const each of batch) {
    const told = scans?.get(each.consignment.bookingReference);
    await recordAndPlan(deps, terms.profile, each, told).catch((error: unknown) =>
      // Its job comes again when the round is over.
      deps.log.error({ err: error, shipmentId: each.shipment.id }, 'scans could not be recorded'),
    );
  }
}

async function askForScans(
  deps: TrackDeps,
  { profile, serviceLevel }: Terms,
  batch: readonly Tracked[],
): Promise<ReadonlyMap<string, readonly CarrierScan[]> | undefined> {
  const exchanges: RecordedExchange[] = [];
  const onExchange = (exchange: RecordedExchange): void => void exchanges.push(exchange);
  const about = batch.map(({ shipment }) => shipment.content);
  const signal = AbortSignal.timeout(profile.bookingTimeoutMs);
  try {
    const context = openCarrierContext(deps, { profile, serviceLevel, about, onExchange, signal });
    return await carrierOf(deps, profile).track?.(batch.map(toBookingToTrack), context);
  } catch (error) {
    if (!(error instanceof CarrierOutcomeUnknown || error instanceof CarrierAccountRejected)) {
      deps.log.error({ err: error, carrier: profile.carrier }, 'asking for scans failed');
    }
    return undefined;
  } finally {
    await keepExchanges(deps, profile, batch, exchanges);
  }
}

async function recordAndPlan(
  deps: TrackDeps,
  profile: CarrierProfile,
  { consignment, shipment }: Tracked,
  scans: readonly CarrierScan[] | undefined,
): Promise<void> {
  const recorded =
    scans === undefined ? 'later' : await recordCarrierScans(deps, profile.carrier, consignment, shipment.id, scans);
  const now = deps.clock();
  const isOver = recorded !== 'later' && isFinal(shipment.handlingUnits.length, scans ?? []);
  const runAt = isOver ? undefined : nextTracking(lastHeard(consignment, scans), now);
  await planTracking(
    deps.db,
    consignment,
    runAt === undefined
      ? { finishedJob: trackingJobKey(consignment) }
      : { job: trackingJob(profile, consignment, runAt) },
  );
}

function lastHeard({ createdOn }: Consignment, scans: readonly CarrierScan[] = []): Date {
  return new Date(Math.max(createdOn.getTime(), ...scans.map((scan) => scan.occurredOn.getTime())));
}

function toBookingToTrack({ consignment, shipment }: Tracked): BookingToTrack {
  return {
    bookingReference: consignment.bookingReference,
    carrierBookingReference: consignment.carrierBookingReference ?? '',
    unitReferences: shipment.handlingUnits.map((unit) => unit.trackingReference ?? ''),
    bookedOn: consignment.createdOn,
  };
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
