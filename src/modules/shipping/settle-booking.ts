import { newId } from '../../platform/ids.ts';
import { bookingJobKey, RECONCILE_TASK, untilCallsAreOver } from './booking-jobs.ts';
import { type CallTerms, callCarrier } from './call-carrier.ts';
import type { Booked, CarrierScan, Refused } from './carriers/carrier.ts';
import type { Consignment } from './consignment.ts';
import type { ShippingDeps } from './deps.ts';
import { raise, raiseConsignment } from './events.ts';
import { nextStatus, type Shipment } from './shipment.ts';
import { concludeShipment, findShipment } from './shipment-repository.ts';
import type { TrackingEvent } from './tracking-event.ts';

type SettleDeps = Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'secretBox' | 'log'>;

interface Booking extends CallTerms {
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
  const change = outcome.outcome === 'booked' ? accept(booking, outcome, now) : decline(booking, outcome, now);
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
  await callCarrier(deps, { ...booking, consignment: { calledUntil } }, (carrier, context) =>
    carrier.cancel({ bookingReference, carrierBookingReference }, context),
  ).catch((error: unknown) => deps.log.error({ ...surplus, err: error }, 'the surplus booking is still there'));
}

function accept(
  { shipment, consignment }: { shipment: Shipment; consignment: Consignment },
  booked: Booked,
  now: Date,
) {
  const references = {
    carrierBookingReference: booked.carrierBookingReference,
    ...(booked.trackingUrl === undefined ? {} : { trackingUrl: booked.trackingUrl }),
  };
  const raisedConsignment = raiseConsignment(
    { ...consignment, ...references, status: 'Accepted', calledUntil: now, updatedOn: now },
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
  );
  return {
    after: raised.shipment,
    events: [...raised.events, raisedConsignment.event],
    consignment: { before: consignment, after: raisedConsignment.consignment },
    labels: booked.units.map((unit) => unit.label),
    trackingEvents,
  };
}

function decline(
  { shipment, consignment }: { shipment: Shipment; consignment: Consignment },
  refused: Refused,
  now: Date,
) {
  const refusal = { carrierErrorCode: refused.carrierErrorCode, carrierMessage: refused.carrierMessage };
  const raisedConsignment = raiseConsignment(
    { ...consignment, refusal, status: 'Declined', calledUntil: now, updatedOn: now },
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

/** The carrier's scans as events of the shipment, each of its unit where the carrier says which. */
function toTrackingEvents(
  shipment: Shipment,
  consignment: Consignment,
  scans: readonly CarrierScan[],
  now: Date,
): TrackingEvent[] {
  return scans.map(({ unitIndex, ...scan }) => {
    const unit = unitIndex === undefined ? undefined : shipment.handlingUnits[unitIndex];
    return {
      ...scan,
      id: newId(),
      consignmentId: consignment.id,
      ...(unit === undefined ? {} : { handlingUnitId: unit.id }),
      source: 'carrier' as const,
      recordedOn: now,
    };
  });
}
