import { newId } from '../../platform/ids.ts';
import { bookingJobKey, RECONCILE_TASK, untilCallsAreOver } from './booking-jobs.ts';
import { type CallTerms, callCarrier } from './call-carrier.ts';
import { carrierOf } from './carrier-context.ts';
import type { Booked, Refused } from './carriers/carrier.ts';
import { keptRefusal } from './carriers/refusal.ts';
import type { Consignment } from './consignment.ts';
import type { ShippingDeps } from './deps.ts';
import { raise, raiseConsignment } from './events.ts';
import { unitsWithoutLabel } from './missing-labels.ts';
import { nextStatus, type Shipment } from './shipment.ts';
import { concludeShipment, findShipment } from './shipment-repository.ts';
import { toTrackingEvents } from './to-tracking-events.ts';
import { firstTracking, trackingJob } from './tracking-jobs.ts';

type SettleDeps = Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>;

/** A booking that is under way: whoever asks the carrier about it settles it. */
export interface Booking extends CallTerms {
  shipment: Shipment;
  consignment: Consignment;
}

/**
 * Writes down the carrier's answer: status, references, labels, consignment, events, and the end of the reconcile job, together.
 * Whoever comes second finds the shipment settled and gets it as it is.
 */
export async function settleBooking(deps: SettleDeps, booking: Booking, outcome: Booked | Refused): Promise<Shipment> {
  const { shipment: before } = booking;
  const now = deps.clock();
  const change = outcome.outcome === 'booked' ? accept(deps, booking, outcome, now) : decline(booking, outcome, now);
  const saved = await concludeShipment(deps.db, {
    ...change,
    before,
    finishedJobs: [bookingJobKey(RECONCILE_TASK, booking.consignment)],
  });
  if (saved) return change.after;
  const settled = (await findShipment(deps.db, before.tenantId, before.id)) ?? before;
  if (outcome.outcome === 'booked' && outcome.carrierBookingReference !== settled.carrierBookingReference) {
    await voidSurplus(deps, booking, outcome);
  }
  return settled;
}

/**
 * The answer came after the claim had ended (this process was halted, say) and someone else has settled the shipment with another
 * booking. Nobody refers to this one, so it must not stay; should the voiding fail, the log is all that tells of it.
 */
async function voidSurplus(deps: SettleDeps, booking: Booking, booked: Booked): Promise<void> {
  const { carrierBookingReference } = booked;
  const { bookingReference } = booking.consignment;
  const surplus = { shipmentId: booking.shipment.id, bookingReference, carrierBookingReference };
  deps.log.error(surplus, 'the carrier booked the shipment twice; voiding the booking that came too late');
  const calledUntil = untilCallsAreOver(booking.profile, deps.clock(), 1);
  const unitReferences = booked.units.map((unit) => unit.trackingReference);
  const terms = { ...booking, consignment: { ...booking.consignment, calledUntil } };
  await callCarrier(deps, terms, (carrier, context) =>
    carrier.cancel({ bookingReference, carrierBookingReference, unitReferences }, context),
  ).catch((error: unknown) => deps.log.error({ ...surplus, err: error }, 'the surplus booking is still there'));
}

function accept(deps: SettleDeps, { shipment: held, consignment, profile }: Booking, booked: Booked, now: Date) {
  const { hold: _hold, ...shipment } = held;
  const isTracked = carrierOf(deps, profile).capabilities.trackingBatch > 0;
  const references = {
    carrierBookingReference: booked.carrierBookingReference,
    ...(booked.trackingUrl === undefined ? {} : { trackingUrl: booked.trackingUrl }),
  };
  const raisedConsignment = raiseConsignment(
    {
      ...consignment,
      ...references,
      status: 'Accepted',
      calledUntil: now,
      doubtful: false,
      updatedOn: now,
      ...(isTracked ? { trackOn: firstTracking(now) } : {}),
    },
    'consignment.accepted',
  );
  const trackingEvents = toTrackingEvents(shipment, consignment, booked.scans, now);
  const raised = raise(
    {
      ...shipment,
      ...references,
      status: nextStatus(shipment.status, 'accept'),
      version: shipment.version + 1,
      handlingUnits: shipment.handlingUnits.map((unit, index) => ({
        ...unit,
        ...(booked.units[index] === undefined ? {} : { trackingReference: booked.units[index].trackingReference }),
      })),
      updatedOn: now,
    },
    trackingEvents.length > 0 ? ['shipment.accepted', 'shipment.tracking_updated'] : ['shipment.accepted'],
    trackingEvents,
  );
  const labels = booked.units.flatMap(({ label }, index) =>
    label === undefined ? [] : [{ number: index + 1, fields: label }],
  );
  const documents = (booked.documents ?? []).map(({ unitIndex, ...document }) => ({
    ...document,
    id: newId(),
    ...(unitIndex === undefined ? {} : { handlingUnitNumber: unitIndex + 1 }),
  }));
  const missing = unitsWithoutLabel(shipment.handlingUnits, documents, labels);
  if (missing.length > 0) {
    // The booking stands all the same: whoever wants the labels has them asked for again.
    deps.log.warn(
      { shipmentId: shipment.id, ...references, missing },
      'the carrier booked without the labels of all units',
    );
  }
  return {
    after: raised.shipment,
    events: [...raised.events, raisedConsignment.event],
    consignment: { before: consignment, after: raisedConsignment.consignment },
    labels,
    documents,
    trackingEvents,
    jobs: isTracked ? [trackingJob(profile, consignment, firstTracking(now))] : [],
  };
}

function decline(
  { shipment: held, consignment }: Pick<Booking, 'shipment' | 'consignment'>,
  refused: Refused,
  now: Date,
) {
  const refusal = keptRefusal(refused);
  const { hold: _hold, ...shipment } = held;
  const raisedConsignment = raiseConsignment(
    { ...consignment, refusal, status: 'Declined', calledUntil: now, doubtful: false, updatedOn: now },
    'consignment.declined',
  );
  const raised = raise(
    {
      ...shipment,
      refusal,
      status: nextStatus(shipment.status, 'decline'),
      version: shipment.version + 1,
      updatedOn: now,
    },
    ['shipment.declined'],
  );
  return {
    after: raised.shipment,
    events: [...raised.events, raisedConsignment.event],
    consignment: { before: consignment, after: raisedConsignment.consignment },
  };
}
