import type { Principal } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import { orAccountRefused } from './call-carrier.ts';
import { carrierOf, openCarrierContext } from './carrier-context.ts';
import { CarrierNotReached, CarrierOutcomeUnknown, CredentialsUnreadable } from './carriers/carrier-outcome.ts';
import type { RecordedExchange } from './carriers/http/carrier-http.ts';
import { keptRefusal } from './carriers/refusal.ts';
import type { ShippingDeps } from './deps.ts';
import { carrierUnavailable, credentialsUnreadable } from './errors.ts';
import { findProfile } from './profile-repository.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import type { Refusal } from './shipment.ts';

type ToldExchange = Omit<RecordedExchange, 'outcome' | 'answerParts'>;

export interface ProfileVerification {
  verified: boolean;
  refusal?: Refusal;
  /** What was said, for support: there is no shipment to keep it with. */
  exchanges: readonly ToldExchange[];
  checkedOn: Date;
}

/**
 * Asks the carrier whether it accepts the profile's account. Nothing is booked and nothing is kept; repeating it asks again. What was said is
 * in the answer, also when the carrier did not say anything of use.
 * @throws test-token-live-carrier (403), not-found (404), credentials-unreadable (409), carrier-unavailable (503)
 */
export async function verifyCarrierProfile(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox'>,
  principal: Pick<Principal, 'tenantId' | 'mode'>,
  id: string,
): Promise<ProfileVerification> {
  const profile = await findProfile(deps.db, principal.tenantId, id);
  if (profile === undefined) throw notFound('carrier profile', id);
  refuseLiveCarrier(deps, principal, profile);
  const signal = AbortSignal.timeout(profile.bookingTimeoutMs);
  const exchanges: ToldExchange[] = [];
  const onExchange = ({ outcome: _outcome, ...exchange }: RecordedExchange): void => void exchanges.push(exchange);
  const terms = { profile, about: [], onExchange, signal };
  try {
    const answer = await orAccountRefused(carrierOf(deps, profile).verify(openCarrierContext(deps, terms)));
    const checkedOn = deps.clock();
    if (answer.outcome === 'verified') return { verified: true, exchanges, checkedOn };
    return { verified: false, refusal: keptRefusal(answer), exchanges, checkedOn };
  } catch (cause) {
    if (cause instanceof CredentialsUnreadable) throw credentialsUnreadable(profile.reference, cause);
    if (!(cause instanceof CarrierOutcomeUnknown)) throw cause;
    const what =
      cause instanceof CarrierNotReached
        ? 'could not be reached: look at the profile’s base URL and at what this server may reach'
        : 'did not answer';
    throw carrierUnavailable(profile.reference, `${profile.reference} ${what}. Try again later.`, cause, { exchanges });
  }
}
