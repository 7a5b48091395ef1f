import type { CarrierProfile, ServiceLevel } from './carrier-profile.ts';
import type { Carrier, CarrierContext } from './carriers/carrier.ts';
import { CredentialsUnreadable } from './carriers/carrier-outcome.ts';
import type { RecordedExchange } from './carriers/http/carrier-http.ts';
import type { CarrierName } from './carriers/registry.ts';
import type { ShippingDeps } from './deps.ts';
import { type PersonalContent, personalDataOf } from './personal-data.ts';

/** What one call to a profile's carrier is about. */
export interface CarrierCallTerms {
  profile: CarrierProfile;
  /** Absent where the call is about no product. */
  serviceLevel?: Pick<ServiceLevel, 'productCode' | 'name'>;
  /** Of the shipments that the call is about: nothing that a person is known by is kept. */
  about: readonly PersonalContent[];
  onExchange: (exchange: RecordedExchange) => void;
  signal: AbortSignal;
}

export function carrierOf(deps: Pick<ShippingDeps, 'carriers'>, profile: Pick<CarrierProfile, 'carrier'>): Carrier {
  return deps.carriers[profile.carrier as CarrierName];
}

/** Opens the profile's credentials for one call. @throws CredentialsUnreadable */
export function openCarrierContext(
  deps: Pick<ShippingDeps, 'carriers' | 'secretBox' | 'carrierHttpFor' | 'clock'>,
  { profile, serviceLevel, about, onExchange, signal }: CarrierCallTerms,
): CarrierContext {
  const { tenantId, carrier, environment, labelFormat, settings } = profile;
  const credentials = openCredentials(deps, profile);
  return {
    tenantId,
    productCode: serviceLevel?.productCode ?? '',
    serviceName: serviceLevel?.name ?? '',
    credentials,
    settings,
    baseUrl: profile.baseUrl ?? carrierOf(deps, profile).baseUrls?.[environment] ?? '',
    labelFormat,
    http: deps.carrierHttpFor({
      key: { tenantId, carrier },
      personalData: about.flatMap(personalDataOf),
      secrets: Object.values(credentials),
      onExchange,
    }),
    clock: deps.clock,
    signal,
  };
}

/** The row that a profile's credentials are sealed for. */
export function credentialsContext(profile: Pick<CarrierProfile, 'tenantId' | 'id'>): string {
  return `carrier-profile:${profile.tenantId}:${profile.id}`;
}

function openCredentials(deps: Pick<ShippingDeps, 'secretBox'>, profile: CarrierProfile): Record<string, string> {
  if (profile.credentials === undefined) return {};
  let text: string;
  try {
    text = deps.secretBox.open(profile.credentials, credentialsContext(profile));
  } catch (cause) {
    throw new CredentialsUnreadable(profile.reference, cause);
  }
  return JSON.parse(text) as Record<string, string>;
}
