import type { CarrierScan } from './carrier.ts';
import { cutText } from './carrier-text.ts';
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
  const { standardised, carrierCode, description, occurredOn } = told;
  const location = locationOf(told);
  return {
    ...(standardised ?? { code: 'Unknown' }),
    ...(carrierCode === undefined ? {} : { carrierCode: cutText(carrierCode, 64) }),
    ...(standardised === undefined && carrierCode !== undefined ? { isUnmapped: true } : {}),
    ...(description === undefined ? {} : { description: cutText(description, 500) }),
    ...(location === undefined ? {} : { location }),
    occurredOn,
  };
}

function locationOf({ city, postCode, country }: ToldScan): CarrierScan['location'] {
  const countryCode = country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;
  if (city === undefined && postCode === undefined && countryCode === undefined) return undefined;
  return {
    ...(city === undefined ? {} : { city: cutText(city, 64) }),
    ...(postCode === undefined ? {} : { postCode: cutText(postCode, 16) }),
    ...(countryCode === undefined ? {} : { countryCode }),
  };
}

/** An ISO moment; undefined for one that is none, or is in UTC of a year that is not 1 to 9999, which a database or an answer would not take. */
export function momentOf(iso: string): Date | undefined {
  const moment = new Date(iso);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? moment : undefined;
}

/** In the order in which they happened. */
export function inOrder(scans: readonly CarrierScan[]): CarrierScan[] {
  return scans.toSorted((one, other) => one.occurredOn.getTime() - other.occurredOn.getTime());
}
