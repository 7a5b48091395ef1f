import { type KeyRange, keyRange, postCodeKey, rangeWidth } from './post-code-key.ts';
import type { Area, PostCodes } from './v1/contract-schemas.ts';

/** Where something comes from or goes to, as zones see it. Without a key, the postal code is not known. */
export interface Place {
  countryCode: string;
  key?: string;
}

/** A zone that a place is in, by its number in the contract, and how narrowly: codes in the range, or infinitely many for a country. */
export interface ZoneMatch {
  zone: number;
  width: number;
}

interface Entry extends KeyRange {
  zone: number;
  width: number;
}

/** The entries of one country, as an interval tree that lies in an array: sorted by `low`, each with the greatest `high` of its subtree. */
interface CountryEntries {
  /** Zones that have the whole country, in the order of the contract. */
  whole: number[];
  entries: Entry[];
  greatestHigh: string[];
}

export type ZoneIndex = ReadonlyMap<string, CountryEntries>;

export function toPlace(address: { countryCode: string; postCode?: string }): Place {
  const { countryCode, postCode = '' } = address;
  const key = postCode.trim() === '' ? '' : postCodeKey(countryCode, postCode);
  return { countryCode, ...(key === '' ? {} : { key }) };
}

/** The codes that a postal code entry names: it has a prefix, or both bounds. */
export function rangeOf({ countryCode, prefix, from = '', to = '' }: PostCodes): KeyRange {
  return prefix === undefined ? keyRange(countryCode, from, to) : keyRange(countryCode, prefix, prefix);
}

/** Sorts what the zones name by country and postal code, so that a place is looked up and not searched for. */
export function indexZones(zones: readonly Pick<Area, 'countries' | 'postCodes'>[]): ZoneIndex {
  const index = new Map<string, CountryEntries>();
  const entriesOf = (country: string): CountryEntries => {
    const known = index.get(country);
    if (known !== undefined) return known;
    const made = { whole: [], entries: [], greatestHigh: [] };
    index.set(country, made);
    return made;
  };
  zones.forEach(({ countries = [], postCodes = [] }, zone) => {
    for (const country of countries) entriesOf(country).whole.push(zone);
    for (const codes of postCodes) {
      const range = rangeOf(codes);
      entriesOf(codes.countryCode).entries.push({ ...range, zone, width: rangeWidth(codes.countryCode, range) });
    }
  });
  for (const country of index.values()) {
    country.entries.sort((one, other) => (one.low < other.low ? -1 : one.low > other.low ? 1 : 0));
    raiseHighs(country, 0, country.entries.length);
  }
  return index;
}

/**
 * The zones that a place is in, the narrowest first, each once. Equally narrow ones come in the order of the contract.
 * A postal code is narrower than a country.
 */
export function zonesAt(index: ZoneIndex, place: Place): ZoneMatch[] {
  const country = index.get(place.countryCode);
  if (country === undefined) return [];
  const found = new Map<number, number>();
  if (place.key !== undefined) collect(country, place.key, 0, country.entries.length, found);
  for (const zone of country.whole) if (!found.has(zone)) found.set(zone, Number.POSITIVE_INFINITY);
  return Array.from(found, ([zone, width]) => ({ zone, width })).sort(
    (one, other) => (one.width === other.width ? 0 : one.width - other.width) || one.zone - other.zone,
  );
}

/** Whether any zone names postal codes of a country: without one, a place there may be in the wrong zone. */
export function asksForPostCode(index: ZoneIndex, countryCode: string): boolean {
  return (index.get(countryCode)?.entries.length ?? 0) > 0;
}

function raiseHighs(country: CountryEntries, from: number, to: number): string {
  if (from >= to) return '';
  const middle = (from + to) >> 1;
  const left = raiseHighs(country, from, middle);
  const right = raiseHighs(country, middle + 1, to);
  const own = country.entries[middle]?.high ?? '';
  const greatest = [left, right].reduce((high, each) => (each > high ? each : high), own);
  country.greatestHigh[middle] = greatest;
  return greatest;
}

function collect(country: CountryEntries, key: string, from: number, to: number, found: Map<number, number>): void {
  if (from >= to) return;
  const middle = (from + to) >> 1;
  const entry = country.entries[middle];
  if (entry === undefined || (country.greatestHigh[middle] ?? '') < key) return;
  collect(country, key, from, middle, found);
  if (entry.low > key) return;
  if (entry.high >= key && entry.width < (found.get(entry.zone) ?? Number.POSITIVE_INFINITY)) {
    found.set(entry.zone, entry.width);
  }
  collect(country, key, middle + 1, to, found);
}
