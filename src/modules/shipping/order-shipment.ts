import { isOfThisRequest } from '../../platform/conclude.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, type ExpectedVersion, requireVersion } from '../../platform/problem.ts';
import { reconcileJob, soonAfter, untilCallsAreOver } from './booking-jobs.ts';
import { callCarrier, orAccountRefused, toBookingRequest } from './call-carrier.ts';
import { CarrierNotReached, CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import { checkCapabilities } from './check-capabilities.ts';
import { bookingReference, type Consignment } from './consignment.ts';
import { yieldCarrierCall } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { bookingOutcomeUnknown, carrierError, invalidStateTransition } from './errors.ts';
import { raise } from './events.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import { requireProfile } from './require-profile.ts';
import { requireShipment } from './require-shipment.ts';
import { type Booking, settleBooking } from './settle-booking.ts';
import { allowedTransitions, allows, nextStatus, type Shipment } from './shipment.ts';
import { findShipment, saveShipment } from './shipment-repository.ts';

type OrderDeps = Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log' | 'rates'>;

/**
 * Books a shipment with its carrier and waits for the carrier's answer.
 *
 * Repeating it is safe: each attempt has its own fixed booking reference, and an outcome that is not known when the carrier's
 * time-out has passed is settled later by `reconcileBooking`, which asks the carrier before it would ever book again.
 * @throws test-token-live-carrier (403), not-found (404), invalid-state-transition, concurrent-change (409), precondition-failed (412),
 *   unknown-carrier, unknown-service-level, country-not-served, carrier-cannot, carrier-error (422), carrier-unavailable (503)
 */
export async function orderShipment(
  deps: OrderDeps,
  principal: Pick<Principal, 'tenantId' | 'mode'>,
  id: string,
  expectedVersion?: ExpectedVersion,
): Promise<Shipment> {
  const shipment = await requireShipment(deps, principal.tenantId, id);
  if (isOfThisRequest(shipment.lastRequest) && shipment.status !== 'Created') return outcomeOf(shipment);
  requireVersion(shipment.version, expectedVersion);
  const booking = await startBooking(deps, principal, shipment);
  const outcome = await askCarrier(deps, booking);
  return outcomeOf(await settleBooking(deps, booking, outcome));
}

function outcomeOf(shipment: Shipment): Shipment {
  const { status, refusal, content } = shipment;
  if (status === 'Ordered') throw bookingOutcomeUnknown(content.carrierReference);
  if (status === 'Declined' && refusal !== undefined)
    throw carrierError({ carrier: content.carrierReference, ...refusal }, 'booking');
  // It was accepted, and what others have done with it since is not this request's doing.
  return shipment;
}

/** Created -> Ordered, with the consignment and the job that takes over should this process die: one statement. */
async function startBooking(deps: OrderDeps, principal: Pick<Principal, 'mode'>, before: Shipment): Promise<Booking> {
  const { tenantId, id } = before;
  const status = nextStatus(before.status, 'order');
  const [{ profile, serviceLevel }, rate] = await Promise.all([
    requireProfile(deps, tenantId, before.content),
    priceOf(deps, before),
  ]);
  refuseLiveCarrier(deps, principal, profile);
  checkCapabilities(deps, profile, before);
  const now = deps.clock();
  const attempt = before.bookingAttempts + 1;
  const consignment: Consignment = {
    tenantId,
    id: newId(),
    shipmentIds: [id],
    carrierReference: profile.reference,
    serviceLevelReference: serviceLevel.reference,
    profileId: profile.id,
    serviceLevel,
    settings: profile.settings,
    status: 'Ordered',
    bookingReference: bookingReference(id, attempt),
    calledUntil: untilCallsAreOver(profile, now, 1),
    doubtful: true,
    eventSequence: 0,
    createdOn: now,
    updatedOn: now,
  };
  const { shipment, events } = raise(
    {
      ...before,
      status,
      version: before.version + 1,
      bookingAttempts: attempt,
      consignmentId: consignment.id,
      ...(rate === undefined ? {} : { rate }),
      updatedOn: now,
    },
    ['shipment.ordered'],
  );
  const jobs = [reconcileJob({ profile, shipment, consignment }, consignment.calledUntil)];
  const change = { before, after: shipment, events, consignment: { after: consignment }, profile, jobs };
  if (await saveShipment(deps.db, change)) return { shipment, consignment, profile, serviceLevel };
  const { status: current, version } = (await findShipment(deps.db, tenantId, id)) ?? shipment;
  if (!allows(current, 'order')) throw invalidStateTransition('order', current, allowedTransitions(current));
  // Something was changed meanwhile: what is booked, and with whom, must be what the caller saw.
  throw concurrentChange(version === before.version ? 'carrier profile' : 'shipment');
}

function priceOf({ rates }: Pick<OrderDeps, 'rates'>, { tenantId, content, handlingUnits }: Shipment) {
  return rates.priceBooking(tenantId, { ...content, handlingUnits: handlingUnits.map((unit) => unit.content) });
}

/** The carrier stands between two short transactions, never inside one. */
async function askCarrier(deps: OrderDeps, booking: Booking): ReturnType<typeof callBook> {
  try {
    return await callBook(deps, booking);
  } catch (cause) {
    if (!(cause instanceof CarrierOutcomeUnknown)) throw cause;
    const { shipment, consignment, profile } = booking;
    deps.log.warn(
      { err: cause, shipmentId: shipment.id, bookingReference: consignment.bookingReference },
      'booking outcome unknown',
    );
    const now = deps.clock();
    await yieldCarrierCall(deps.db, consignment, {
      calledUntil: now,
      job: reconcileJob({ profile, shipment, consignment }, soonAfter(now)),
      ...(cause instanceof CarrierNotReached ? { doubtful: false } : {}),
    });
    throw bookingOutcomeUnknown(profile.reference, cause);
  }
}

function callBook(deps: OrderDeps, booking: Booking) {
  const request = toBookingRequest(booking.shipment, booking.consignment);
  return orAccountRefused(callCarrier(deps, booking, (carrier, context) => carrier.book(request, context)));
}
