import { newId } from '../../platform/ids.ts';
import { lastMomentToCall } from './booking-jobs.ts';
import { keepCarrierCalls } from './carrier-call-repository.ts';
import { carrierOf, openCarrierContext } from './carrier-context.ts';
import type { CarrierProfile, ServiceLevel } from './carrier-profile.ts';
import type { BookingRequest, Carrier, CarrierContext, Refused } from './carriers/carrier.ts';
import { CarrierAccountRejected, CarrierNotReached, CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import type { RecordedExchange } from './carriers/http/carrier-http.ts';
import type { Consignment } from './consignment.ts';
import { leavesCustomsTerritory } from './customs-territory.ts';
import type { ShippingDeps } from './deps.ts';
import { findProfileEvenIfDeleted } from './profile-repository.ts';
import type { Shipment } from './shipment.ts';

/** On whose behalf a carrier is called, about what, and until when the caller alone may do so. */
export interface CallTerms {
  profile: CarrierProfile;
  serviceLevel: ServiceLevel;
  consignment: Pick<Consignment, 'id' | 'bookingReference' | 'calledUntil'>;
  shipment: Pick<Shipment, 'id' | 'content'>;
}

type CallDeps = Pick<ShippingDeps, 'db' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'clock' | 'log'>;

/**
 * The profile and service level as they were when the booking was made. Its profile may have been renamed or deleted since. It may also have
 * another account by now, which knows nothing of the booking: asked there, the carrier would deny it, and it would be booked twice.
 */
export async function termsOfBooking(
  deps: Pick<ShippingDeps, 'db'>,
  { tenantId, profileId, serviceLevel, settings }: Consignment,
): Promise<Pick<CallTerms, 'profile' | 'serviceLevel'>> {
  const profile = await findProfileEvenIfDeleted(deps.db, tenantId, profileId);
  if (profile === undefined) throw new Error(`The carrier profile ${profileId} of a booking is gone`);
  return { profile: { ...profile, ...(settings === undefined ? {} : { settings }) }, serviceLevel };
}

/**
 * Makes one call to the profile's carrier within its time-out, and within the claim on the consignment: when waiting for the
 * database has used that up, nothing is called. What was said is kept with the shipment; should that fail, only the record is lost.
 * @throws CarrierAccountRejected when the carrier does not accept the account, CarrierNotReached when it was surely not asked (there was no
 *   time, or the credentials cannot be opened), CarrierOutcomeUnknown whenever else the call does not end
 *   in the carrier's own readable answer
 */
export async function callCarrier<Answer>(
  deps: CallDeps,
  { profile, serviceLevel, consignment, shipment }: CallTerms,
  call: (carrier: Carrier, context: CarrierContext) => Promise<Answer>,
): Promise<Answer> {
  const leftMs = lastMomentToCall(consignment).getTime() - deps.clock().getTime();
  if (leftMs <= 0) throw new CarrierNotReached(`${profile.reference}: no time was left to call`);
  const signal = AbortSignal.timeout(Math.min(profile.bookingTimeoutMs, leftMs));
  const exchanges: RecordedExchange[] = [];
  try {
    const about = [shipment.content];
    const onExchange = (exchange: RecordedExchange): void => void exchanges.push(exchange);
    const context = openCarrierContext(deps, { profile, serviceLevel, about, onExchange, signal });
    return await call(carrierOf(deps, profile), context);
  } catch (cause) {
    if (cause instanceof CarrierOutcomeUnknown || cause instanceof CarrierAccountRejected) throw cause;
    const reason = signal.aborted ? 'no answer in time' : 'the call failed';
    throw new CarrierOutcomeUnknown(`${profile.reference}: ${reason}`, { cause });
  } finally {
    await keepExchanges(deps, profile, [{ shipment, consignment }], exchanges);
  }
}

/** Keeps, for support, with each booking what was said about it. Never fails: a lost record is logged, and no booking is lost by it. */
export async function keepExchanges(
  deps: Pick<ShippingDeps, 'db' | 'log'>,
  { tenantId, carrier }: Pick<CarrierProfile, 'tenantId' | 'carrier'>,
  about: readonly { shipment: Pick<Shipment, 'id'>; consignment: Pick<Consignment, 'id' | 'bookingReference'> }[],
  exchanges: readonly RecordedExchange[],
): Promise<void> {
  if (exchanges.length === 0) return;
  const calls = exchanges.flatMap(({ outcome: _outcome, answerParts, ...exchange }) =>
    about.map(({ shipment, consignment }) => {
      const answerBody = answerParts?.get(consignment.bookingReference) ?? exchange.answerBody;
      return {
        ...exchange,
        ...(answerBody === undefined ? {} : { answerBody }),
        shipmentId: shipment.id,
        consignmentId: consignment.id,
        id: newId(),
        carrier,
      };
    }),
  );
  await keepCarrierCalls(deps.db, tenantId, calls, (error) =>
    deps.log.warn({ err: error, carrier }, 'what was said to the carrier could not be kept'),
  );
}

/** Turns the carrier's no to the account into a refusal like any other, but one for which the profile is to blame and not the shipment. */
export async function orAccountRefused<Answer>(answer: Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof CarrierAccountRejected)) throw error;
    const { carrierErrorCode, carrierMessage } = error;
    return { outcome: 'refused', carrierErrorCode, carrierMessage, retryable: false, fault: 'profile' };
  }
}

export function toBookingRequest(shipment: Shipment, consignment: Consignment): BookingRequest {
  const { addresses, customs } = shipment.content;
  const leaves = leavesCustomsTerritory(addresses.sender, addresses.receiver);
  return {
    bookingReference: consignment.bookingReference,
    shipmentId: shipment.id,
    content: shipment.content,
    handlingUnits: shipment.handlingUnits,
    orderedOn: consignment.createdOn,
    leavesCustomsTerritory: leaves,
    isDutiable: leaves && customs?.contentType !== 'documents',
  };
}
