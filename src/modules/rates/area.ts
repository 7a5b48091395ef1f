import { isInRange, type KeyRange } from './post-code-key.ts';
import type { Area } from './v1/condition-schemas.ts';
import { type Place, rangeOf } from './zone-index.ts';

export interface CompiledArea {
  countries: ReadonlySet<string>;
  ranges: ReadonlyMap<string, readonly KeyRange[]>;
  /** By place: a shipment asks about the same two for each of its units, for every surcharge and service level. */
  verdicts: WeakMap<Place, boolean>;
}

/** Its own countries and postal codes, without the zones that it names. */
export function compileArea({ countries, postCodes = [] }: Pick<Area, 'countries' | 'postCodes'>): CompiledArea {
  const byCountry = Map.groupBy(postCodes, ({ countryCode }) => countryCode);
  return {
    countries: new Set(countries),
    ranges: new Map([...byCountry].map(([country, codes]) => [country, codes.map(rangeOf)])),
    verdicts: new WeakMap(),
  };
}

/** Undefined: that depends on the postal code, which is not known. */
export function isIn({ countries, ranges, verdicts }: CompiledArea, place: Place): boolean | undefined {
  const { countryCode, key } = place;
  if (countries.has(countryCode)) return true;
  const here = ranges.get(countryCode);
  if (here === undefined) return false;
  if (key === undefined) return undefined;
  const known = verdicts.get(place);
  if (known !== undefined) return known;
  const verdict = here.some((range) => isInRange(key, range));
  verdicts.set(place, verdict);
  return verdict;
}
