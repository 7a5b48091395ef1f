import { findConsignmentOf } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { beingVoided } from './errors.ts';
import type { Shipment } from './shipment.ts';

/**
 * While the carrier is being asked to give a booking up, nobody knows whether the parcel may still go: it is not scanned, and no label is
 * printed for it. @throws concurrent-change (409)
 */
export async function refuseWhileVoiding(deps: Pick<ShippingDeps, 'db'>, shipment: Shipment): Promise<void> {
  if (shipment.status !== 'Accepted') return;
  const consignment = await findConsignmentOf(deps.db, shipment);
  if (consignment?.voidingFor !== undefined) throw beingVoided();
}
