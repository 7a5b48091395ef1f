import type { JobRequest } from '../../platform/jobs.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import { carrierQueue } from './carrier-queue.ts';
import type { Consignment } from './consignment.ts';

export const TRACK_TASK = 'track-shipment';

/** What the job is told; everything else it reads. */
export interface TrackingJobPayload {
  tenantId: string;
  consignmentId: string;
}

const FIRST_DELAY_MS = 15 * 60_000;
const MIN_DELAY_MS = 15 * 60_000;
const MAX_DELAY_MS = 6 * 3_600_000;
/** A parcel of which nothing was heard for so long is not asked about any more. */
const GIVE_UP_AFTER_MS = 60 * 24 * 3_600_000;
/** Of one round of calls about a batch; a process that dies in it is followed by another after that. */
const ROUND_MS = 2 * 60_000;

/** Asks for the booking's scans at that moment. */
export function trackingJob(
  profile: CarrierProfile,
  consignment: Pick<Consignment, 'tenantId' | 'id'>,
  runAt: Date,
): JobRequest {
  const payload: TrackingJobPayload = { tenantId: consignment.tenantId, consignmentId: consignment.id };
  return {
    task: TRACK_TASK,
    queue: carrierQueue(profile),
    key: trackingJobKey(consignment),
    runAt,
    payload: { ...payload },
  };
}

export function trackingJobKey(consignment: Pick<Consignment, 'tenantId' | 'id'>): string {
  return `${TRACK_TASK}:${consignment.tenantId}:${consignment.id}`;
}

/** No carrier has a scan in the minutes after the booking. */
export function firstTracking(bookedOn: Date): Date {
  return new Date(bookedOn.getTime() + FIRST_DELAY_MS);
}

/** Until then nobody else asks about what is being asked about. */
export function untilRoundIsOver(now: Date): Date {
  return new Date(now.getTime() + ROUND_MS);
}

/**
 * When to ask next: after a quarter of the time for which nothing was heard, within bounds, so that a moving parcel is looked at
 * often and a forgotten one rarely. Undefined once it has been silent for 60 days.
 */
export function nextTracking(lastHeardOn: Date, now: Date): Date | undefined {
  const silentMs = now.getTime() - lastHeardOn.getTime();
  if (silentMs >= GIVE_UP_AFTER_MS) return undefined;
  return new Date(now.getTime() + Math.min(MAX_DELAY_MS, Math.max(MIN_DELAY_MS, silentMs / 4)));
}
