import { carrierOf, openCarrierContext } from './carrier-context.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import type { CarrierQuote, QuoteRequest } from './carriers/carrier.ts';
import { CarrierAccountRejected, CredentialsUnreadable } from './carriers/carrier-outcome.ts';
import type { RecordedExchange } from './carriers/http/carrier-http.ts';
import { keptRefusal } from './carriers/refusal.ts';
import { tooManyUnits } from './check-capabilities.ts';
import { leavesCustomsTerritory } from './customs-territory.ts';
import type { ShippingDeps } from './deps.ts';
import { listProfiles } from './profile-repository.ts';

/** What is to be priced. */
export interface QuoteQuestion extends Pick<QuoteRequest, 'sender' | 'receiver' | 'handlingUnits' | 'shipsOn'> {
  /** Only this profile, and only this service level of it. */
  carrierReference?: string;
  serviceLevelReference?: string;
  /** Documents need no customs data. */
  isDocuments?: boolean;
  hasDangerousGoods?: boolean;
}

export interface CarrierOffer extends Omit<CarrierQuote, 'productCode'> {
  carrierReference: string;
  serviceLevelReference: string;
}

export interface CarrierOffers {
  offers: readonly CarrierOffer[];
  /** Carriers of which no price is to be had now, each with its reason in words that a caller may read. */
  unavailable: readonly { carrierReference: string; reason: string }[];
}

const MAX_PROFILES = 100;

/**
 * The prices that the tenant's carriers name for a shipment, asked of all of them at the same time, each within its profile's time-out.
 * A carrier that fails is named with its reason and hinders no other.
 */
export async function quoteCarriers(
  deps: Pick<ShippingDeps, 'db' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'clock' | 'log'>,
  tenantId: string,
  question: QuoteQuestion,
  signal?: AbortSignal,
): Promise<CarrierOffers> {
  const { items } = await listProfiles(deps.db, tenantId, { limit: MAX_PROFILES, offset: 0 });
  const asked = items.filter((profile) => isAsked(deps, profile, question));
  const answers = await Promise.all(asked.map((profile) => quoteProfile(deps, profile, question, signal)));
  return {
    offers: answers.flatMap((answer) => answer.offers),
    unavailable: answers.flatMap((answer) => answer.unavailable),
  };
}

function isAsked(deps: Pick<ShippingDeps, 'carriers'>, profile: CarrierProfile, question: QuoteQuestion): boolean {
  const { carrierReference = profile.reference, receiver } = question;
  return (
    carrierOf(deps, profile).capabilities.quotes &&
    profile.reference === carrierReference &&
    (profile.countries.length === 0 || profile.countries.includes(receiver.countryCode)) &&
    levelsOf(profile, question).length > 0
  );
}

function levelsOf({ serviceLevels }: CarrierProfile, { serviceLevelReference }: QuoteQuestion) {
  return serviceLevels.filter((level) => (serviceLevelReference ?? level.reference) === level.reference);
}

async function quoteProfile(
  deps: Parameters<typeof quoteCarriers>[0],
  profile: CarrierProfile,
  question: QuoteQuestion,
  outer: AbortSignal | undefined,
): Promise<CarrierOffers> {
  const { sender, receiver, handlingUnits, shipsOn, isDocuments = false, hasDangerousGoods = false } = question;
  const leaves = leavesCustomsTerritory(sender, receiver);
  const levels = levelsOf(profile, question);
  const timeout = AbortSignal.timeout(profile.quoteTimeoutMs);
  const signal = outer === undefined ? timeout : AbortSignal.any([timeout, outer]);
  const without = (reason: string): CarrierOffers => ({
    offers: [],
    unavailable: [{ carrierReference: profile.reference, reason }],
  });
  const carrier = carrierOf(deps, profile);
  if (hasDangerousGoods && !carrier.capabilities.dangerousGoods)
    return without('The carrier takes no dangerous goods through this product');
  const tooMany = tooManyUnits(carrier, handlingUnits.length);
  if (tooMany !== undefined) return without(tooMany);
  let answered: number | undefined;
  try {
    const onExchange = ({ status }: RecordedExchange): void => {
      answered = status;
    };
    const terms = { profile, about: [{ addresses: { sender, receiver } }], onExchange, signal };
    const request: QuoteRequest = {
      sender,
      receiver,
      handlingUnits,
      shipsOn,
      leavesCustomsTerritory: leaves,
      isDutiable: leaves && !isDocuments,
      isDocuments,
      productCodes: levels.map((level) => level.productCode),
    };
    const answer = await carrier.quote?.(request, openCarrierContext(deps, terms));
    if (answer === undefined) return without('The carrier names no prices');
    if (!isQuotes(answer)) return without(`The carrier refused: ${keptRefusal(answer).carrierMessage}`);
    const offers = levels.flatMap((level) =>
      answer
        .filter((quote) => quote.productCode === level.productCode)
        .map(({ productCode: _code, ...quote }) => ({
          ...quote,
          carrierReference: profile.reference,
          serviceLevelReference: level.reference,
        })),
    );
    return offers.length === 0
      ? without('The carrier offers none of the service levels for it')
      : { offers, unavailable: [] };
  } catch (error) {
    if (error instanceof CarrierAccountRejected)
      return without('The carrier does not accept the account of the profile');
    deps.log.warn({ err: error, carrier: profile.carrier }, 'a carrier named no prices');
    if (error instanceof CredentialsUnreadable)
      return without('The credentials of the profile cannot be read: give them anew');
    if (signal.aborted) return without('The carrier did not answer in time');
    if (answered === undefined) return without('The carrier could not be reached');
    return without(
      answered < 300
        ? 'The carrier gave an answer that cannot be read'
        : `The carrier answered with an error (${answered})`,
    );
  }
}

function isQuotes(
  answer: Awaited<ReturnType<NonNullable<ReturnType<typeof carrierOf>['quote']>>>,
): answer is readonly CarrierQuote[] {
  return Array.isArray(answer);
}
