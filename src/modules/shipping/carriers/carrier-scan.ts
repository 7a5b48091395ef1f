import type { CarrierScan } from './carrier.ts';
import type { StandardisedCode } from './tracking-codes/code-table.ts';

/** What an answer says of a scan; whatever it lacks is undefined. */
export interface ToldScan {
  /** Undefined: the carrier's tables do not have it. */
  standardised: StandardisedCode | undefined;
  carrierCode: string | undefined;
  description: string | undefined;
  city?: string | undefined;
  postCode?: string | undefined;
  country?: string | undefined;
  occurredOn: Date;
}

/** The scan, in the lengths that are kept. */
export function toCarrierScan(told: ToldScan): CarrierScan {
  const { standardised = { code: 'Unknown' as const }, carrierCode, description, occurredOn } = told;
  const location = locationOf(told);
  return {
    ...standardised,
    ...(carrierCode === undefined ? {} : { carrierCode: carrierCode.slice(0, 64) }),
    ...(description === undefined ? {} : { description: description.slice(0, 500) }),
    ...(location === undefined ? {} : { location }),
    occurredOn,
  };
}

function locationOf({ city, postCode, country }: ToldScan): CarrierScan['location'] {
  const countryCode = country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;
  if (city === undefined && postCode === undefined && countryCode === undefined) return undefined;
  return {
    ...(city === undefined ? {} : { city: city.slice(0, 64) }),
    ...(postCode === undefined ? {} : { postCode: postCode.slice(0, 16) }),
    ...(countryCode === undefined ? {} : { countryCode }),
  };
}

/** In the order in which they happened. */
export function inOrder(scans: readonly CarrierScan[]): CarrierScan[] {
  return scans.toSorted((one, other) => one.occurredOn.getTime() - other.occurredOn.getTime());
}
