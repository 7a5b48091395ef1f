import { concurrentChange, type ExpectedVersion, requireVersion } from '../../platform/problem.ts';
import { bookingJobKey, VOID_TASK } from './booking-jobs.ts';
import type { Consignment, VoidingPurpose } from './consignment.ts';
import type { ShippingDeps } from './deps.ts';
import { raise } from './events.ts';
import { allows, type HandlingUnit, nextStatus, type Shipment } from './shipment.ts';
import { concludeShipment, findShipment } from './shipment-repository.ts';

const MAX_TRIES = 5;

/**
 * Moves a shipment to `Canceled` or back to `Created`. With a consignment, whose booking is void by now, that is canceled too, even
 * if a scan came in meanwhile and made the shipment `Executed`.
 * @param expectedVersion what the caller demands of the shipment; with a consignment that was seen to before it was voided
 * @throws invalid-state-transition, concurrent-change (409), precondition-failed (412)
 */
export async function leaveBooking(
  deps: Pick<ShippingDeps, 'db' | 'clock'>,
  shipment: Shipment,
  voided: (Consignment & { voidingFor: VoidingPurpose }) | VoidingPurpose,
  expectedVersion?: ExpectedVersion,
): Promise<Shipment> {
  const purpose = typeof voided === 'string' ? voided : voided.voidingFor;
  let before = shipment;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const now = deps.clock();
    const left =
      typeof voided === 'string' || allows(before.status, purpose) ? leave(before, purpose, now) : stay(before, now);
    const saved = await concludeShipment(deps.db, {
      before,
      after: left.shipment,
      events: left.events,
      ...(typeof voided === 'string'
        ? {}
        : {
            consignment: { before: voided, after: canceled(voided, now) },
            finishedJobs: [bookingJobKey(VOID_TASK, voided)],
          }),
    });
    if (saved) {
      if (typeof voided !== 'string') nextStatus(before.status, purpose);
      return left.shipment;
    }
    before = (await findShipment(deps.db, shipment.tenantId, shipment.id)) ?? before;
    requireVersion(before.version, expectedVersion);
    // It has been ordered since, and what is void, if anything, is not the booking that it has now.
    if (before.consignmentId !== shipment.consignmentId && allows(before.status, purpose))
      throw concurrentChange('shipment');
  }
  throw concurrentChange('shipment');
}

function canceled({ voidingFor: _purpose, trackOn: _trackOn, ...consignment }: Consignment, now: Date): Consignment {
  return { ...consignment, status: 'Canceled', calledUntil: now, updatedOn: now };
}

/** The shipment has gone further than its booking; only the consignment changes. */
function stay(shipment: Shipment, now: Date): ReturnType<typeof raise> {
  return raise({ ...shipment, version: shipment.version + 1, updatedOn: now }, []);
}

function leave(shipment: Shipment, purpose: VoidingPurpose, now: Date): ReturnType<typeof raise> {
  const moved = {
    ...shipment,
    status: nextStatus(shipment.status, purpose),
    version: shipment.version + 1,
    updatedOn: now,
  };
  return purpose === 'cancel' ? raise(moved, ['shipment.canceled']) : raise(withoutBooking(moved), ['shipment.reset']);
}

/** As it was before the first order, but for the number of attempts: a new booking must have a new reference. */
function withoutBooking(shipment: Shipment): Shipment {
  const {
    consignmentId: _id,
    carrierBookingReference: _reference,
    trackingUrl: _url,
    refusal: _refusal,
    rate: _rate,
    ...rest
  } = shipment;
  return {
    ...rest,
    handlingUnits: rest.handlingUnits.map(
      ({ trackingReference: _tracking, ...unit }): HandlingUnit => ({ ...unit, status: 'AtOrigin' }),
    ),
  };
}
