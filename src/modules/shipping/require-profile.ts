import { type CarrierProfile, type ServiceLevel, serviceLevelFor } from './carrier-profile.ts';
import type { ShippingDeps } from './deps.ts';
import { unknownCarrier } from './errors.ts';
import { findProfileByReference, listProfileReferences } from './profile-repository.ts';
import type { ShipmentContent } from './shipment.ts';

/**
 * The profile that a shipment names, with the service level it asks for.
 * @throws unknown-carrier, unknown-service-level, country-not-served (422), each with what there is
 */
export async function requireProfile(
  deps: Pick<ShippingDeps, 'db'>,
  tenantId: string,
  content: ShipmentContent,
): Promise<{ profile: CarrierProfile; serviceLevel: ServiceLevel }> {
  const profile = await findProfileByReference(deps.db, tenantId, content.carrierReference);
  if (profile === undefined)
    throw unknownCarrier(content.carrierReference, await listProfileReferences(deps.db, tenantId));
  return { profile, serviceLevel: serviceLevelFor(profile, content) };
}
