import { type KeyRange, keyRange, postCodeKey, rangeWidth } from './post-code-key.ts';
import type { Area, PostCodes } from './v1/condition-schemas.ts';

/** Where something comes from or goes to, as zones see it. Without a key, the postal code is not known. */
export interface Place {
  countryCode: string;
  key?: string;
}

/** How much there may still be looked at. */
export interface Effort {
  left: number;
}

/** Zones that are equally narrow, by their numbers in the contract. */
export type ZoneGroup = readonly number[];

/** Stands for `everywhere` among the numbers of zones. */
export const ANYWHERE = -1;

const ONLY_ANYWHERE: readonly ZoneGroup[] = [[ANYWHERE]];

export interface Entry extends KeyRange {
  zone: number;
  /** How many codes it holds. */
  width: number;
}

/** The entries of one country, as an interval tree that lies in an array: sorted by `low`, each with the greatest `high` of its subtree. */
export interface CountryEntries {
  /** Zones that have the whole country, in the order of the contract. */
  whole: number[];
  /** What a place is in whose postal code no entry holds. */
  groups: readonly ZoneGroup[];
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
    const made = { whole: [], groups: ONLY_ANYWHERE, entries: [], greatestHigh: [] };
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
    if (country.whole.length > 0) country.groups = [country.whole, ...ONLY_ANYWHERE];
  }
  return index;
}

/**
 * The zones that a place is in, each once, those that are equally narrow together and the narrowest first; after them, alone, everywhere.
 * A postal code is narrower than a country. Within a group they come in the order of the contract.
 * @param effort what is looked at is taken off it
 */
export function zonesAt(index: ZoneIndex, place: Place, effort?: Effort): readonly ZoneGroup[] {
  const country = index.get(place.countryCode);
  if (country === undefined) return ONLY_ANYWHERE;
  if (place.key === undefined || country.entries.length === 0) return country.groups;
  const found = new Map<number, number>();
  const looks = collect(country, place.key, 0, country.entries.length, found);
  if (effort !== undefined) effort.left -= looks + country.whole.length;
  if (found.size === 0) return country.groups;
  const groups = groupByWidth(found);
  const rest = country.whole.filter((zone) => !found.has(zone));
  return rest.length === 0 ? [...groups, ...ONLY_ANYWHERE] : [...groups, rest, ...ONLY_ANYWHERE];
}

/** @param widths by zone */
function groupByWidth(widths: ReadonlyMap<number, number>): ZoneGroup[] {
  const groups: number[][] = [];
  let last: number | undefined;
  for (const [zone, width] of [...widths].sort((one, other) => one[1] - other[1] || one[0] - other[0])) {
    if (width === last) groups.at(-1)?.push(zone);
    else groups.push([zone]);
    last = width;
  }
  return groups;
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

/** @returns how many entries it came by */
function collect(country: CountryEntries, key: string, from: number, to: number, found: Map<number, number>): number {
  if (from >= to) return 0;
  const middle = (from + to) >> 1;
  const entry = country.entries[middle];
  if (entry === undefined || (country.greatestHigh[middle] ?? '') < key) return 1;
  const before = collect(country, key, from, middle, found);
  if (entry.low > key) return before + 1;
  if (entry.high >= key && entry.width < (found.get(entry.zone) ?? Number.POSITIVE_INFINITY)) {
    found.set(entry.zone, entry.width);
  }
  return before + 1 + collect(country, key, middle + 1, to, found);
}
