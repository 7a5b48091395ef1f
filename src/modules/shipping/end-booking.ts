import { isOfThisRequest } from '../../platform/conclude.ts';
import type { Principal } from '../../platform/principal.ts';
import { type ExpectedVersion, requireVersion } from '../../platform/problem.ts';
import type { VoidingPurpose } from './consignment.ts';
import type { ShippingDeps } from './deps.ts';
import { leaveBooking } from './leave-booking.ts';
import { requireShipment } from './require-shipment.ts';
import { nextStatus, type Shipment } from './shipment.ts';
import { voidBooking } from './void-booking.ts';

type Caller = Pick<Principal, 'tenantId' | 'mode'>;
type EndDeps = Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>;

/**
 * Cancels a shipment; an accepted one is first voided at the carrier. Canceling what is canceled already is 409, so that nobody takes it
 * for the first time. @throws test-token-live-carrier (403), not-found (404), invalid-state-transition (409), precondition-failed (412), carrier-error (422), carrier-unavailable (503)
 */
export function cancelShipment(
  deps: EndDeps,
  principal: Caller,
  id: string,
  expectedVersion?: ExpectedVersion,
): Promise<Shipment> {
  return endBooking(deps, principal, id, 'cancel', expectedVersion);
}

/** Makes the shipment `Created` again, to be changed or ordered anew; an accepted one is first voided at the carrier. Throws as cancelShipment. */
export function resetShipment(
  deps: EndDeps,
  principal: Caller,
  id: string,
  expectedVersion?: ExpectedVersion,
): Promise<Shipment> {
  return endBooking(deps, principal, id, 'reset', expectedVersion);
}

async function endBooking(
  deps: EndDeps,
  principal: Caller,
  id: string,
  purpose: VoidingPurpose,
  expectedVersion: ExpectedVersion | undefined,
): Promise<Shipment> {
  const shipment = await requireShipment(deps, principal.tenantId, id);
  // The request came before and was interrupted while its booking was being voided; a job has done the rest.
  if (isOfThisRequest(shipment.lastRequest) && shipment.status === (purpose === 'cancel' ? 'Canceled' : 'Created'))
    return shipment;
  requireVersion(shipment.version, expectedVersion);
  nextStatus(shipment.status, purpose);
  return shipment.status === 'Accepted'
    ? voidBooking(deps, shipment, purpose, principal, expectedVersion)
    : leaveBooking(deps, shipment, purpose, expectedVersion);
}
