import type { DocumentFormat } from './carriers/capabilities.ts';
import type { CarrierEnvironment } from './carriers/carrier.ts';
import { countryNotServed, unknownServiceLevel } from './errors.ts';
import type { ShipmentContent } from './shipment.ts';

export interface ServiceLevel {
  reference: string;
  name: string;
  /** The carrier's own product code. */
  productCode: string;
}

/** A tenant's configuration of one carrier account; shipments name it by its `reference`. */
export interface CarrierProfile {
  tenantId: string;
  id: string;
  reference: string;
  name: string;
  /** The adapter in the registry. */
  carrier: string;
  serviceLevels: readonly ServiceLevel[];
  /** Receivers' countries served; empty means all. */
  countries: readonly string[];
  /** Which of the carrier's servers; the sandbox has none. */
  environment: CarrierEnvironment;
  /** In place of the carrier's own address. */
  baseUrl?: string;
  /** What labels are asked for as. */
  labelFormat: DocumentFormat;
  /** Account numbers and the like, in the form of the adapter's settings. */
  settings: Readonly<Record<string, unknown>>;
  /** Sealed; opened only for a call to the carrier. */
  credentials?: Uint8Array;
  /** How long a caller waits for the carrier's answer to a booking. */
  bookingTimeoutMs: number;
  /** How long a price calculation waits for the carrier's prices. */
  quoteTimeoutMs: number;
  version: number;
  createdOn: Date;
  updatedOn: Date;
}

/** A profile as the record of its changes shows it: whether it has credentials, never what they are. */
export function describeProfile({ tenantId: _tenant, id: _id, credentials, ...profile }: CarrierProfile): object {
  return { ...profile, hasCredentials: credentials !== undefined };
}

/** @throws unknown-service-level, country-not-served (422) */
export function serviceLevelFor(profile: CarrierProfile, content: ShipmentContent): ServiceLevel {
  const level = profile.serviceLevels.find((each) => each.reference === content.serviceLevelReference);
  if (level === undefined) {
    const available = profile.serviceLevels.map((each) => each.reference);
    throw unknownServiceLevel(profile.reference, content.serviceLevelReference, available);
  }
  const { countryCode } = content.addresses.receiver;
  if (profile.countries.length > 0 && !profile.countries.includes(countryCode)) {
    throw countryNotServed(profile.reference, countryCode, profile.countries);
  }
  return level;
}
