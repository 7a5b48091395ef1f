import type { CarrierProfile, ServiceLevel } from './carrier-profile.ts';
import { type BookingRequest, type Carrier, type CarrierContext, CarrierOutcomeUnknown } from './carriers/carrier.ts';
import type { CarrierName } from './carriers/registry.ts';
import type { Consignment } from './consignment.ts';
import type { ShippingDeps } from './deps.ts';
import type { Shipment } from './shipment.ts';

/**
 * Makes one call to the profile's carrier within its time-out.
 * @throws CarrierOutcomeUnknown whenever the call does not end in the carrier's own readable answer
 */
export async function callCarrier<Answer>(
  deps: Pick<ShippingDeps, 'carriers' | 'secretBox'>,
  profile: CarrierProfile,
  serviceLevel: ServiceLevel,
  call: (carrier: Carrier, context: CarrierContext) => Promise<Answer>,
): Promise<Answer> {
  const signal = AbortSignal.timeout(profile.bookingTimeoutMs);
  const context: CarrierContext = {
    tenantId: profile.tenantId,
    productCode: serviceLevel.productCode,
    serviceName: serviceLevel.name,
    credentials: openCredentials(deps, profile),
    signal,
  };
  try {
    return await call(carrierOf(deps, profile), context);
  } catch (cause) {
    if (cause instanceof CarrierOutcomeUnknown) throw cause;
    const reason = signal.aborted ? `no answer within ${profile.bookingTimeoutMs} ms` : 'the call failed';
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
