import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, notFound, problemField, validationProblem } from '../../platform/problem.ts';
import { reconcileJob, untilCallsAreOver } from './booking-jobs.ts';
import { callCarrier, orAccountRefused, termsOfBooking, toBookingRequest } from './call-carrier.ts';
import type { Booked, Refused } from './carriers/carrier.ts';
import { CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import { keptRefusal } from './carriers/refusal.ts';
import type { Consignment } from './consignment.ts';
import { claimCarrierCall, findConsignment, yieldCarrierCall } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { carrierError, carrierUnavailable, notHeld, unknownCarrierBooking } from './errors.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import { settleBooking } from './settle-booking.ts';
import type { Shipment } from './shipment.ts';
import { findShipment } from './shipment-repository.ts';
import type { BookingOutcomeInput } from './v2/carrier-schemas.ts';

/**
 * Ends a hold by what a person found in the carrier's portal. With the carrier's number the booking is fetched from the carrier and
 * accepted, labels included; without one the shipment is `Declined`, to be reset and ordered anew. `not-booked` also gives up a shipment
 * whose carrier was surely never reached, however long that is tried.
 * Repeating it is answered with not-held, as the hold is over.
 * @throws validation (400), test-token-live-carrier (403), not-found (404), not-held, concurrent-change (409), unknown-carrier-booking, carrier-error (422),
 *   carrier-unavailable (503)
 */
export async function resolveBooking(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>,
  principal: Pick<Principal, 'tenantId' | 'mode'>,
  id: string,
  told: BookingOutcomeInput,
): Promise<Shipment> {
  const shipment = await findShipment(deps.db, principal.tenantId, id);
  if (shipment === undefined) throw notFound('shipment', id);
  const consignment =
    shipment.status !== 'Ordered' || shipment.consignmentId === undefined
      ? undefined
      : await findConsignment(deps.db, principal.tenantId, shipment.consignmentId);
  if (consignment?.status !== 'Ordered') throw notHeld(shipment.status);
  const isHeld = shipment.hold !== undefined;
  if (!isHeld && (told.outcome !== 'not-booked' || consignment.doubtful)) throw notHeld(shipment.status);
  const booking = await termsOfBooking(deps, consignment);
  refuseLiveCarrier(deps, principal, booking.profile);
  const terms = { ...booking, shipment, consignment };
  const { carrierBookingReference } = told;
  if (told.outcome === 'not-booked') return isHeld ? settleBooking(deps, terms, NOT_BOOKED) : giveUp(deps, terms);
  if (carrierBookingReference === undefined) {
    throw validationProblem([
      problemField(['carrierBookingReference'], "Is required: the carrier's number of the booking."),
    ]);
  }
  const outcome = await fetchBooking(deps, terms, carrierBookingReference);
  return settleBooking(deps, terms, outcome);
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

/**
 * Under the right to call the carrier, so that nobody begins to book meanwhile. A job that comes to it meanwhile ends, and leaves the booking to
 * the one of whoever has the right: should this process die, that one goes on. @throws concurrent-change (409) when somebody has begun
 */
async function giveUp(deps: Parameters<typeof resolveBooking>[0], terms: Terms): Promise<Shipment> {
  const now = deps.clock();
  const until = untilCallsAreOver(terms.profile, now, 1);
  const job = reconcileJob(terms, until);
  const claimed = await claimCarrierCall(deps.db, terms.consignment, { status: 'Ordered', now, until, job });
  if (claimed === undefined) throw concurrentChange('shipment');
  return settleBooking(deps, { ...terms, consignment: claimed }, GIVEN_UP);
}

type Terms = Awaited<ReturnType<typeof termsOfBooking>> & { shipment: Shipment; consignment: Consignment };

async function fetchBooking(
  deps: Parameters<typeof resolveBooking>[0],
  terms: Terms,
  carrierBookingReference: string,
): Promise<Booked> {
  const { profile, shipment, consignment } = terms;
  const now = deps.clock();
  const claimed = await claimCarrierCall(deps.db, consignment, {
    status: 'Ordered',
    now,
    until: untilCallsAreOver(profile, now, 1),
  });
  if (claimed === undefined) throw concurrentChange('shipment');
  try {
    const request = { ...toBookingRequest(shipment, claimed), carrierBookingReference };
    const found = await orAccountRefused(
      callCarrier(deps, { ...terms, consignment: claimed }, (carrier, context) => carrier.find(request, context)),
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
    await yieldCarrierCall(deps.db, claimed, { calledUntil: deps.clock() });
  }
}
