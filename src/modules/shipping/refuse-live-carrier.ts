import type { Principal } from '../../platform/principal.ts';
import { carrierOf } from './carrier-context.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import type { ShippingDeps } from './deps.ts';
import { testTokenLiveCarrier } from './errors.ts';

/** Whoever calls with a test token may ship with a carrier that ships nothing. @throws test-token-live-carrier (403) */
export function refuseLiveCarrier(
  deps: Pick<ShippingDeps, 'carriers'>,
  principal: Pick<Principal, 'mode'>,
  profile: CarrierProfile,
): void {
  if (principal.mode === 'test' && !carrierOf(deps, profile).isSandbox) throw testTokenLiveCarrier(profile.reference);
}
