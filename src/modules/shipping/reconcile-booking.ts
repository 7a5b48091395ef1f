import { askAgainAfter, type BookingJobPayload, reconcileJob, untilCallsAreOver } from './booking-jobs.ts';
import { callCarrier, carrierOf, termsOfBooking, toBookingRequest } from './call-carrier.ts';
import { CarrierOutcomeUnknown } from './carriers/carrier.ts';
import { claimCarrierCall, findConsignment, yieldCarrierCall } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { settleBooking } from './settle-booking.ts';
import { findShipment } from './shipment-repository.ts';

/**
 * Settles a booking whose outcome nobody learnt: asks the carrier by our reference, and only where the carrier surely has no
 * booking, and would show one by now, books again under the same reference. It goes on until the carrier has answered.
 */
export async function reconcileBooking(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'secretBox' | 'log'>,
  job: BookingJobPayload,
): Promise<void> {
  const { tenantId, shipmentId, consignmentId } = job;
  const shipment = await findShipment(deps.db, tenantId, shipmentId);
  const consignment = await findConsignment(deps.db, tenantId, consignmentId);
  if (shipment?.status !== 'Ordered' || consignment?.status !== 'Ordered' || shipment.consignmentId !== consignmentId)
    return;
  const now = deps.clock();
  const booking = await termsOfBooking(deps, consignment);
  const { profile } = booking;
  const until = untilCallsAreOver(profile, now, 2);
  const claimed = await claimCarrierCall(deps.db, consignment, {
    status: 'Ordered',
    now,
    until,
    job: reconcileJob(shipment, consignment, until),
  });
  // Someone else is asking. Their own job follows theirs, under the same key.
  if (claimed === undefined) return;

  const terms = { ...booking, consignment: claimed };
  const request = toBookingRequest(shipment, claimed);
  // When the newest booking call ended; from then on the carrier's list must soon show what it made.
  let bookingCallEnded = consignment.calledUntil;
  let askAgainAt: Date;
  try {
    const found = await callCarrier(deps, terms, (carrier, context) => carrier.find(request, context));
    const visibleFrom = new Date(bookingCallEnded.getTime() + carrierOf(deps, profile).bookingVisibleAfterMs);
    if (found !== undefined || deps.clock() >= visibleFrom) {
      const outcome =
        found ??
        (await callCarrier(deps, terms, (carrier, context) => carrier.book(request, context)).finally(() => {
          bookingCallEnded = deps.clock();
        }));
      await settleBooking(deps, { ...terms, shipment }, outcome);
      return;
    }
    askAgainAt = visibleFrom;
  } catch (error) {
    if (!(error instanceof CarrierOutcomeUnknown)) throw error;
    deps.log.warn(
      { err: error, shipmentId, bookingReference: claimed.bookingReference },
      'booking outcome still unknown',
    );
    askAgainAt = askAgainAfter(claimed.createdOn, deps.clock());
  }
  await yieldCarrierCall(deps.db, claimed, {
    calledUntil: bookingCallEnded,
    job: reconcileJob(shipment, claimed, askAgainAt),
  });
}
