import { FIRST_DELAY_MS } from '../../platform/backoff.ts';
import type { JobRequest } from '../../platform/jobs.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import { carrierQueue } from './carrier-queue.ts';
import type { Consignment } from './consignment.ts';
import type { Shipment } from './shipment.ts';

/** Added to a call's deadline, so that a call of a living process is surely over when the claim on it ends. */
const MARGIN_MS = 2_000;

export const RECONCILE_TASK = 'reconcile-booking';
export const VOID_TASK = 'void-booking';

/** What both jobs are told; everything else they read. */
export interface BookingJobPayload {
  tenantId: string;
  shipmentId: string;
  consignmentId: string;
}

interface BookingJobTerms {
  profile: CarrierProfile;
  shipment: Pick<Shipment, 'id'>;
  consignment: Pick<Consignment, 'tenantId' | 'id'>;
}

/** Settles the booking's outcome, should whoever began it not do so. */
export function reconcileJob(terms: BookingJobTerms, runAt: Date): JobRequest {
  return bookingJob(RECONCILE_TASK, terms, runAt);
}

/** Ends the voiding of the booking, should whoever began it not do so. */
export function voidJob(terms: BookingJobTerms, runAt: Date): JobRequest {
  return bookingJob(VOID_TASK, terms, runAt);
}

function bookingJob(task: string, { profile, shipment, consignment }: BookingJobTerms, runAt: Date): JobRequest {
  const payload: BookingJobPayload = {
    tenantId: consignment.tenantId,
    shipmentId: shipment.id,
    consignmentId: consignment.id,
  };
  return { task, queue: carrierQueue(profile), key: bookingJobKey(task, consignment), runAt, payload: { ...payload } };
}

export function bookingJobKey(task: string, consignment: Pick<Consignment, 'tenantId' | 'id'>): string {
  return `${task}:${consignment.tenantId}:${consignment.id}`;
}

/** The end of a claim under which so many calls may be made one after the other. */
export function untilCallsAreOver(profile: CarrierProfile, now: Date, calls: number): Date {
  return new Date(now.getTime() + profile.bookingTimeoutMs * calls + MARGIN_MS);
}

/** After it a call would not be surely over when the claim ends, and someone else may call. */
export function lastMomentToCall(claimed: Pick<Consignment, 'calledUntil'>): Date {
  return new Date(claimed.calledUntil.getTime() - MARGIN_MS);
}

/** When to ask first, after a call that ended without an answer. */
export function soonAfter(now: Date): Date {
  return new Date(now.getTime() + FIRST_DELAY_MS);
}
