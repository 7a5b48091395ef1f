import { lastMomentToCall } from './booking-jobs.ts';
import type { CarrierProfile, ServiceLevel } from './carrier-profile.ts';
import { type BookingRequest, type Carrier, type CarrierContext, CarrierOutcomeUnknown } from './carriers/carrier.ts';
import type { CarrierName } from './carriers/registry.ts';
import type { Consignment } from './consignment.ts';
import type { ShippingDeps } from './deps.ts';
import { findProfileEvenIfDeleted } from './profile-repository.ts';
import type { Shipment } from './shipment.ts';

/** On whose behalf a carrier is called, and until when the caller alone may do so. */
export interface CallTerms {
  profile: CarrierProfile;
  serviceLevel: ServiceLevel;
  consignment: Pick<Consignment, 'calledUntil'>;
}

/** What a booking was made with. A profile that was changed, renamed or deleted since does not hinder what is to be done about it. */
export async function termsOfBooking(
  deps: Pick<ShippingDeps, 'db'>,
  { tenantId, profileId, serviceLevel }: Consignment,
): Promise<Pick<CallTerms, 'profile' | 'serviceLevel'>> {
  const profile = await findProfileEvenIfDeleted(deps.db, tenantId, profileId);
  if (profile === undefined) throw new Error(`The carrier profile ${profileId} of a booking is gone`);
  return { profile, serviceLevel };
}

/**
 * Makes one call to the profile's carrier within its time-out, and within the claim on the consignment: when waiting for the
 * database has used that up, nothing is called.
 * @throws CarrierOutcomeUnknown whenever the call does not end in the carrier's own readable answer
 */
export async function callCarrier<Answer>(
  deps: Pick<ShippingDeps, 'carriers' | 'secretBox' | 'clock'>,
  { profile, serviceLevel, consignment }: CallTerms,
  call: (carrier: Carrier, context: CarrierContext) => Promise<Answer>,
): Promise<Answer> {
  const leftMs = lastMomentToCall(consignment).getTime() - deps.clock().getTime();
  if (leftMs <= 0) throw new CarrierOutcomeUnknown(`${profile.reference}: no time was left to call`);
  const signal = AbortSignal.timeout(Math.min(profile.bookingTimeoutMs, leftMs));
  try {
    return await call(carrierOf(deps, profile), {
      tenantId: profile.tenantId,
      productCode: serviceLevel.productCode,
      serviceName: serviceLevel.name,
      credentials: openCredentials(deps, profile),
      signal,
    });
  } catch (cause) {
    if (cause instanceof CarrierOutcomeUnknown) throw cause;
    const reason = signal.aborted ? 'no answer in time' : 'the call failed';
    throw new CarrierOutcomeUnknown(`${profile.reference}: ${reason}`, { cause });
  }
}

export function carrierOf(deps: Pick<ShippingDeps, 'carriers'>, profile: CarrierProfile): Carrier {
  return deps.carriers[profile.carrier as CarrierName];
}

export function toBookingRequest(shipment: Shipment, consignment: Consignment): BookingRequest {
  return {
    bookingReference: consignment.bookingReference,
    shipmentId: shipment.id,
    content: shipment.content,
    handlingUnits: shipment.handlingUnits,
    shippedOn: consignment.createdOn,
  };
}

/** The row that a profile's credentials are sealed for. */
export function credentialsContext(profile: Pick<CarrierProfile, 'tenantId' | 'id'>): string {
  return `carrier-profile:${profile.tenantId}:${profile.id}`;
}

function openCredentials(deps: Pick<ShippingDeps, 'secretBox'>, profile: CarrierProfile): Record<string, string> {
  if (profile.credentials === undefined) return {};
  return JSON.parse(deps.secretBox.open(profile.credentials, credentialsContext(profile))) as Record<string, string>;
}
