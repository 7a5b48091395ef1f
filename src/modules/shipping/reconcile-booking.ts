import { tryAgainAt } from '../../platform/backoff.ts';
import { type BookingJobPayload, reconcileJob, untilCallsAreOver } from './booking-jobs.ts';
import { callCarrier, orAccountRefused, termsOfBooking, toBookingRequest } from './call-carrier.ts';
import { carrierOf } from './carrier-context.ts';
import {
  CarrierAccountRejected,
  CarrierAnswerUnclear,
  CarrierNotReached,
  CarrierOutcomeUnknown,
} from './carriers/carrier-outcome.ts';
import { claimCarrierCall, findConsignment, yieldCarrierCall } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { holdShipment } from './hold-shipment.ts';
import { settleBooking } from './settle-booking.ts';
import { findShipment } from './shipment-repository.ts';

/** A carrier that answers for so long without saying whether it has the booking will not say it. */
const UNCLEAR_UNTIL_HELD_MS = 30 * 60_000;

/**
 * Settles a booking whose outcome nobody learnt: asks the carrier by our reference, and only where the carrier surely has no
 * booking, and would show one by now, books again under the same reference. It goes on until the carrier has answered. A carrier
 * that cannot search by our reference, or answers unclearly for half an hour, is not booked with again while a booking may be there:
 * then the shipment waits for a person.
 */
export async function reconcileBooking(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>,
  job: BookingJobPayload,
): Promise<void> {
  const { tenantId, shipmentId, consignmentId } = job;
  const shipment = await findShipment(deps.db, tenantId, shipmentId);
  const consignment = await findConsignment(deps.db, tenantId, consignmentId);
  if (shipment?.status !== 'Ordered' || consignment?.status !== 'Ordered' || shipment.consignmentId !== consignmentId)
    return;
  if (shipment.hold !== undefined) return;
  const now = deps.clock();
  const booking = await termsOfBooking(deps, consignment);
  const { profile } = booking;
  const carrier = carrierOf(deps, profile);
  const canFind = carrier.capabilities.findsBy === 'booking-reference';
  if (consignment.doubtful && !canFind) return holdShipment(deps, shipment, consignment);
  const until = untilCallsAreOver(profile, now, 2);
  const claimed = await claimCarrierCall(deps.db, consignment, {
    status: 'Ordered',
    now,
    until,
    mayBook: true,
    job: reconcileJob({ profile, shipment, consignment }, until),
  });
  // Someone else is asking. Their own job follows theirs, under the same key.
  if (claimed === undefined) return;

  const terms = { ...booking, consignment: claimed, shipment };
  const request = toBookingRequest(shipment, claimed);
  // When the newest booking call ended; from then on the carrier's list must soon show what it made.
  let bookingCallEnded = consignment.calledUntil;
  let askAgainAt: Date;
  let { doubtful } = consignment;
  try {
    const find = () =>
      callCarrier(deps, terms, (_, context) => carrier.find(request, context)).catch((error: unknown) => {
        // That nothing was booked is known already, whatever the carrier fails to say of it.
        if (!doubtful && error instanceof CarrierAnswerUnclear) return undefined;
        throw error;
      });
    const found = canFind ? await find() : undefined;
    const visibleFrom = new Date(bookingCallEnded.getTime() + (doubtful ? carrier.bookingVisibleAfterMs : 0));
    if (found !== undefined || deps.clock() >= visibleFrom) {
      const bookAgain = () =>
        orAccountRefused(callCarrier(deps, terms, (_, context) => carrier.book(request, context)))
          .catch((error: unknown) => {
            doubtful = !(error instanceof CarrierNotReached);
            throw error;
          })
          .finally(() => {
            bookingCallEnded = deps.clock();
          });
      const outcome = found ?? (await bookAgain());
      await settleBooking(deps, terms, outcome);
      return;
    }
    askAgainAt = visibleFrom;
  } catch (error) {
    if (!(error instanceof CarrierOutcomeUnknown || error instanceof CarrierAccountRejected)) throw error;
    deps.log.warn(
      { err: error, shipmentId, bookingReference: claimed.bookingReference },
      'booking outcome still unknown',
    );
    if (
      error instanceof CarrierAnswerUnclear &&
      deps.clock().getTime() - claimed.createdOn.getTime() >= UNCLEAR_UNTIL_HELD_MS
    ) {
      await yieldCarrierCall(deps.db, claimed, { calledUntil: bookingCallEnded, doubtful });
      return holdShipment(deps, shipment, claimed);
    }
    askAgainAt = tryAgainAt(claimed.createdOn, deps.clock());
  }
  await yieldCarrierCall(deps.db, claimed, {
    calledUntil: bookingCallEnded,
    doubtful,
    job: reconcileJob({ profile, shipment, consignment: claimed }, askAgainAt),
  });
}
