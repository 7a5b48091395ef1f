import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, problemField, validationProblem } from '../../platform/problem.ts';
import { untilCallsAreOver } from './booking-jobs.ts';
import { callCarrier, orAccountRefused, termsOfBooking, toBookingRequest } from './call-carrier.ts';
import type { Booked, Refused } from './carriers/carrier.ts';
import { CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import { keptRefusal } from './carriers/refusal.ts';
import { claimCarrierCall, findConsignmentOf, yieldCarrierCall } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { carrierError, carrierUnavailable, notHeld, unknownCarrierBooking } from './errors.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import { requireShipment } from './require-shipment.ts';
import { type Booking, settleBooking } from './settle-booking.ts';
import type { Shipment } from './shipment.ts';
import type { BookingOutcomeInput } from './v2/carrier-schemas.ts';

type ResolveDeps = Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>;

/**
 * Ends a hold by what a person found in the carrier's portal. With the carrier's number the booking is fetched from the carrier and
 * accepted, labels included; without one the shipment is `Declined`, to be reset and ordered anew. `not-booked` also gives up a shipment
 * whose carrier was surely never reached, however long that is tried.
 * Repeating it is answered with not-held, as the hold is over.
 * @throws validation (400), test-token-live-carrier (403), not-found (404), not-held, concurrent-change (409), unknown-carrier-booking, carrier-error, carrier-account-rejected (422),
 *   carrier-unavailable (503)
 */
export async function resolveBooking(
  deps: ResolveDeps,
  principal: Pick<Principal, 'tenantId' | 'mode'>,
  id: string,
  told: BookingOutcomeInput,
): Promise<Shipment> {
  const shipment = await requireShipment(deps, principal.tenantId, id);
  const consignment = shipment.status === 'Ordered' ? await findConsignmentOf(deps.db, shipment) : undefined;
  if (consignment?.status !== 'Ordered') throw notHeld(shipment.status);
  const isHeld = shipment.hold !== undefined;
  if (!isHeld && (told.outcome !== 'not-booked' || consignment.doubtful)) throw notHeld(shipment.status);
  const booking = { ...(await termsOfBooking(deps, consignment)), shipment, consignment };
  refuseLiveCarrier(deps, principal, booking.profile);
  const { carrierBookingReference } = told;
  if (told.outcome === 'not-booked') return isHeld ? settleBooking(deps, booking, NOT_BOOKED) : giveUp(deps, booking);
  if (carrierBookingReference === undefined) {
    throw validationProblem([
      problemField(['carrierBookingReference'], "Is required: the carrier's number of the booking."),
    ]);
  }
  const outcome = await fetchBooking(deps, booking, carrierBookingReference);
  return settleBooking(deps, booking, outcome);
}

const NOT_BOOKED: Refused = {
  outcome: 'refused',
  carrierErrorCode: 'NOT_BOOKED',
  carrierMessage: 'A person looked and found no booking at the carrier',
  retryable: true,
};

const GIVEN_UP: Refused = {
  outcome: 'refused',
  carrierErrorCode: 'NOT_REACHED',
  carrierMessage: 'The carrier was never reached, and somebody gave the booking up',
  retryable: true,
};

async function giveUp(deps: ResolveDeps, booking: Booking): Promise<Shipment> {
  return settleBooking(deps, await claimBooking(deps, booking), GIVEN_UP);
}

async function fetchBooking(deps: ResolveDeps, booking: Booking, carrierBookingReference: string): Promise<Booked> {
  const claimed = await claimBooking(deps, booking);
  const { profile, shipment, consignment } = claimed;
  try {
    const request = { ...toBookingRequest(shipment, consignment), carrierBookingReference };
    const found = await orAccountRefused(
      callCarrier(deps, claimed, (carrier, context) => carrier.find(request, context)),
    );
    if (found === undefined) throw unknownCarrierBooking(profile.reference, carrierBookingReference);
    if (found.outcome === 'refused')
      throw carrierError({ carrier: profile.reference, ...keptRefusal(found) }, 'booking');
    return found;
  } catch (cause) {
    if (!(cause instanceof CarrierOutcomeUnknown)) throw cause;
    throw carrierUnavailable(
      profile.reference,
      `${profile.reference} did not answer. The shipment is held still; repeat.`,
      cause,
    );
  } finally {
    await yieldCarrierCall(deps.db, consignment, { calledUntil: deps.clock() });
  }
}

/** Takes the right to call the carrier, so that nobody begins to book meanwhile. @throws concurrent-change (409) when somebody has it */
async function claimBooking(deps: ResolveDeps, booking: Booking): Promise<Booking> {
  const now = deps.clock();
  const until = untilCallsAreOver(booking.profile, now, 1);
  const claimed = await claimCarrierCall(deps.db, booking.consignment, { status: 'Ordered', now, until });
  if (claimed === undefined) throw concurrentChange('shipment');
  return { ...booking, consignment: claimed };
}
