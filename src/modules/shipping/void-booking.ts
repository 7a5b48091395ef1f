import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, type ExpectedVersion, ProblemError, requireVersion } from '../../platform/problem.ts';
import {
  type BookingJobPayload,
  bookingJobKey,
  soonAfter,
  untilCallsAreOver,
  VOID_TASK,
  voidJob,
} from './booking-jobs.ts';
import { callCarrier, orAccountRefused, termsOfBooking } from './call-carrier.ts';
import { CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import { keptRefusal } from './carriers/refusal.ts';
import type { Consignment, VoidingPurpose } from './consignment.ts';
import { claimCarrierCall, findConsignment, findConsignmentOf, yieldCarrierCall } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { beingVoided, carrierError, voidingOutcomeUnknown } from './errors.ts';
import { leaveBooking } from './leave-booking.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import { nextStatus, type Shipment } from './shipment.ts';
import { findShipment } from './shipment-repository.ts';

/** Between the tries of a voiding whose first repetition did not help either. */
const REPEAT_MS = 30_000;

type VoidDeps = Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>;

/**
 * Voids an accepted shipment's booking at the carrier, then cancels or resets the shipment. Once begun it is carried through:
 * should the carrier not answer, or this process die, a job repeats the voiding until the carrier has answered.
 * @param principal absent for the job, which ends what somebody was allowed to begin.
 * @throws test-token-live-carrier (403), invalid-state-transition, concurrent-change (409), precondition-failed (412), carrier-error (422) when
 *   the carrier will not void, carrier-unavailable (503)
 */
export async function voidBooking(
  deps: VoidDeps,
  shipment: Shipment,
  purpose: VoidingPurpose,
  principal?: Pick<Principal, 'mode'>,
  expectedVersion?: ExpectedVersion,
): Promise<Shipment> {
  const consignment = await consignmentOf(deps, shipment);
  const { profile, serviceLevel } = await termsOfBooking(deps, consignment);
  if (principal !== undefined) refuseLiveCarrier(deps, principal, profile);
  const now = deps.clock();
  const until = untilCallsAreOver(profile, now, 1);
  const job = voidJob({ profile, shipment, consignment }, until);
  const claimed = await claimCarrierCall(deps.db, consignment, {
    status: 'Accepted',
    now,
    until,
    voidingFor: purpose,
    expectedVersions: typeof expectedVersion === 'number' ? [expectedVersion] : expectedVersion?.strong,
    job,
  });
  if (claimed === undefined) throw await whyNotClaimed(deps, shipment, purpose, expectedVersion);
  const booking = {
    bookingReference: claimed.bookingReference,
    carrierBookingReference: claimed.carrierBookingReference ?? '',
    unitReferences: shipment.handlingUnits.map((unit) => unit.trackingReference ?? ''),
  };
  try {
    const terms = { profile, serviceLevel, consignment: claimed, shipment };
    const outcome = await orAccountRefused(
      callCarrier(deps, terms, (carrier, context) => carrier.cancel(booking, context)),
    );
    if (outcome.outcome === 'refused') {
      const refusal = keptRefusal(outcome);
      await yieldCarrierCall(deps.db, claimed, {
        calledUntil: deps.clock(),
        endVoiding: { finishedJob: bookingJobKey(VOID_TASK, claimed) },
      });
      throw carrierError({ carrier: profile.reference, ...refusal }, 'cancellation');
    }
  } catch (error) {
    if (!(error instanceof CarrierOutcomeUnknown)) throw error;
    const failedOn = deps.clock();
    const runAt = consignment.voidingFor === undefined ? soonAfter(failedOn) : new Date(failedOn.getTime() + REPEAT_MS);
    await yieldCarrierCall(deps.db, claimed, {
      calledUntil: failedOn,
      job: voidJob({ profile, shipment, consignment }, runAt),
    });
    throw voidingOutcomeUnknown(profile.reference, error);
  }
  // The claim has raised the version.
  return leaveBooking(
    deps,
    { ...shipment, version: shipment.version + 1 },
    { ...claimed, voidingFor: claimed.voidingFor ?? purpose },
  );
}

/** The shipment has changed since it was read, or somebody else is calling the carrier about it. */
async function whyNotClaimed(
  deps: Pick<ShippingDeps, 'db'>,
  { tenantId, id }: Shipment,
  purpose: VoidingPurpose,
  expectedVersion: ExpectedVersion | undefined,
): Promise<ProblemError> {
  const current = await findShipment(deps.db, tenantId, id);
  if (current === undefined) return concurrentChange('shipment');
  requireVersion(current.version, expectedVersion);
  nextStatus(current.status, purpose);
  const consignment = await findConsignmentOf(deps.db, current);
  return consignment?.voidingFor === undefined ? concurrentChange('shipment') : beingVoided();
}

/** What ends a try of the job: the next one is planned by then, or the carrier has said no. */
const ANSWERED: ReadonlySet<string> = new Set([
  'carrier-unavailable',
  'carrier-error',
  'concurrent-change',
  // The booking is void, and the shipment has gone further meanwhile.
  'invalid-state-transition',
]);

/** The job that carries a begun voiding through. */
export async function resumeVoiding(deps: VoidDeps, job: BookingJobPayload): Promise<void> {
  const shipment = await findShipment(deps.db, job.tenantId, job.shipmentId);
  const consignment = await findConsignment(deps.db, job.tenantId, job.consignmentId);
  if (shipment === undefined || consignment?.voidingFor === undefined || consignment.status !== 'Accepted') return;
  try {
    await voidBooking(deps, shipment, consignment.voidingFor);
  } catch (error) {
    if (!(error instanceof ProblemError && ANSWERED.has(error.type))) throw error;
    deps.log.warn({ err: error, shipmentId: shipment.id }, 'the booking is not void yet');
  }
}

async function consignmentOf(deps: Pick<ShippingDeps, 'db'>, shipment: Shipment): Promise<Consignment> {
  const consignment = await findConsignmentOf(deps.db, shipment);
  if (consignment === undefined) throw new Error(`Accepted shipment ${shipment.id} has no consignment`);
  return consignment;
}
