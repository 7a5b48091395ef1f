import { bookingJobKey, RECONCILE_TASK } from './booking-jobs.ts';
import type { Consignment } from './consignment.ts';
import type { ShippingDeps } from './deps.ts';
import { raise } from './events.ts';
import type { Shipment } from './shipment.ts';
import { saveShipment } from './shipment-repository.ts';

/**
 * Leaves an `Ordered` shipment to a person: whether the carrier has booked it is not known, and the carrier cannot be asked by our
 * reference, or does not tell. Nothing is booked or voided until the person has said what the carrier's own portal shows (`resolveBooking`).
 */
export async function holdShipment(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'log'>,
  before: Shipment,
  consignment: Consignment,
): Promise<void> {
  const now = deps.clock();
  const { bookingReference, carrierReference } = consignment;
  const { shipment, events } = raise(
    {
      ...before,
      version: before.version + 1,
      updatedOn: now,
      hold: {
        reason: 'booking-outcome-unknown',
        detail: `${carrierReference} did not say whether it booked ${bookingReference}, and does not tell when asked, or cannot be asked. Look for that reference in the carrier's own portal, then tell the outcome with PUT /shipments/{id}/booking-outcome.`,
        since: now.toISOString(),
      },
    },
    ['shipment.held'],
  );
  const finishedJobs = [bookingJobKey(RECONCILE_TASK, consignment)];
  // Whoever was faster has settled it, or its job comes again.
  if (await saveShipment(deps.db, { before, after: shipment, events, finishedJobs })) {
    deps.log.error(
      { shipmentId: before.id, bookingReference },
      'the outcome of a booking must be looked up by a person',
    );
  }
}
