import type { EventType } from '../../platform/events.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { ApiService } from '../../platform/openapi.ts';
import { startRepeating } from '../../platform/repeating.ts';
import type { CarrierRateSource } from '../rates/index.ts';
import { type BookingJobPayload, RECONCILE_TASK, VOID_TASK } from './booking-jobs.ts';
import { carrierRates } from './carrier-rates.ts';
import { createCarrierHttpFor } from './carriers/http/create-http.ts';
import { CARRIER_NAMES, createCarrierRegistry } from './carriers/registry.ts';
import { createCarrierProfile } from './change-profile.ts';
import type { ShippingDeps } from './deps.ts';
import { eventTypes } from './event-types.ts';
import { findProfileByReference } from './profile-repository.ts';
import { reconcileBooking } from './reconcile-booking.ts';
import { foldShipmentCounts, measureBookings } from './shipment-counts-repository.ts';
import { findShipmentsForRating } from './shipment-rate-repository.ts';
import { trackShipments } from './track-shipments.ts';
import { TRACK_TASK, type TrackingJobPayload } from './tracking-jobs.ts';
import { PROBLEM_MEMBERS } from './v2/problem-members.ts';
import { routes } from './v2/routes.ts';
import { resumeVoiding } from './void-booking.ts';

const FOLD_INTERVAL_MS = 1_000;

export interface Shipping {
  api: ApiService;
  jobs: Record<string, JobHandler>;
  eventTypes: readonly EventType[];
  /** What a new tenant begins with: a sandbox carrier, so that the first parcel needs no contract. Repeating it does no harm. */
  prepareTenant(tenantId: string): Promise<void>;
  /** What of a tenant's shipments makes their price, by id. Those that do not exist are not there. */
  findForRating(tenantId: string, ids: readonly string[]): ReturnType<typeof findShipmentsForRating>;
  /** What the tenant's carriers ask for a shipment now. */
  carrierRates: CarrierRateSource;
  /** Of all tenants, for the metrics. */
  measureBookings(): ReturnType<typeof measureBookings>;
  /** Keeps the list's totals cheap until it is closed. */
  start(): { close(): Promise<void> };
}

interface ShippingOptions extends Omit<ShippingDeps, 'carriers' | 'carrierHttpFor'> {
  metrics: Pick<Metrics, 'unmappedTrackingCodes' | 'carrierCallSeconds' | 'carrierCircuits'>;
}

/** The shipping module: shipments, consignments, labels, tracking, carrier profiles. */
export function createShipping(options: ShippingOptions): Shipping {
  const { db, clock, log, metrics } = options;
  for (const carrier of CARRIER_NAMES) metrics.unmappedTrackingCodes.inc({ carrier }, 0);
  const deps: ShippingDeps = {
    ...options,
    carriers: createCarrierRegistry({ pool: db.pool, clock }),
    carrierHttpFor: createCarrierHttpFor({ clock, metrics }),
  };
  return {
    api: {
      service: 'shipping',
      version: 2,
      title: 'Shipping API',
      description: 'Shipments booked with carriers, their labels and their tracking.',
      tags: [
        { name: 'shipments', description: 'From what is to be sent to a label.' },
        { name: 'tracking', description: 'Where the parcels are.' },
        { name: 'consignments', description: 'What is booked with carriers.' },
        { name: 'carrier-profiles', description: 'Carrier accounts.' },
        {
          name: 'sandbox',
          description:
            "What the sandbox carrier did. It does what a shipment's `reference` begins with: `SANDBOX-REFUSE`, `SANDBOX-SLOW`, `SANDBOX-UNAVAILABLE`, `SANDBOX-TIMEOUT-BOOKED`, `SANDBOX-TIMEOUT-NOT-BOOKED`, `SANDBOX-GARBAGE`.",
        },
      ],
      problemMembers: PROBLEM_MEMBERS,
      routes: routes(deps),
    },
    jobs: {
      [RECONCILE_TASK]: (payload) => reconcileBooking(deps, payload as unknown as BookingJobPayload),
      [TRACK_TASK]: (payload) => trackShipments(deps, payload as unknown as TrackingJobPayload),
      [VOID_TASK]: (payload) => resumeVoiding(deps, payload as unknown as BookingJobPayload),
    },
    eventTypes,
    prepareTenant: async (tenantId) => {
      const existing = await findProfileByReference(db, tenantId, SANDBOX_PROFILE.reference);
      if (existing === undefined) await createCarrierProfile(deps, { tenantId }, SANDBOX_PROFILE);
    },
    findForRating: (tenantId, ids) => findShipmentsForRating(db, tenantId, ids),
    carrierRates: carrierRates(deps),
    measureBookings: () => measureBookings(db, clock()),
    start: () => startRepeating(log, FOLD_INTERVAL_MS, 'folding of shipment counts', () => foldShipmentCounts(db)),
  };
}

const SANDBOX_PROFILE = {
  reference: 'DHLPX',
  name: 'Sandbox carrier',
  carrier: 'sandbox' as const,
  serviceLevels: [{ reference: 'DFY-B2C', name: 'Delivered for you', productCode: '01000000' }],
};
