import type { Principal } from '../../platform/principal.ts';
import { carrierOf } from './carrier-context.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import type { ShippingDeps } from './deps.ts';
import { testTokenLiveCarrier } from './errors.ts';

/** Whoever calls with a test token may touch only accounts of a carrier that ships nothing, and ship with those. @throws test-token-live-carrier (403) */
export function refuseLiveCarrier(
  deps: Pick<ShippingDeps, 'carriers'>,
  { mode }: Partial<Pick<Principal, 'mode'>>,
  profile: Pick<CarrierProfile, 'carrier' | 'reference'>,
): void {
  if (mode === 'test' && !carrierOf(deps, profile).isSandbox) throw testTokenLiveCarrier(profile.reference);
}
