import { findConsignment } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { beingVoided } from './errors.ts';
import type { Shipment } from './shipment.ts';

/**
 * While the carrier is being asked to give a booking up, nobody knows whether the parcel may still go: it is not scanned, and no label is
 * printed for it. @throws concurrent-change (409)
 */
export async function refuseWhileVoiding(
  deps: Pick<ShippingDeps, 'db'>,
  { tenantId, status, consignmentId }: Shipment,
): Promise<void> {
  if (status !== 'Accepted' || consignmentId === undefined) return;
  const consignment = await findConsignment(deps.db, tenantId, consignmentId);
  if (consignment?.voidingFor !== undefined) throw beingVoided();
}
