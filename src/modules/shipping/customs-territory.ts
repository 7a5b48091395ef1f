import { countryName } from '../../platform/country.ts';
import { normalisePostCode } from '../../platform/post-code.ts';
import { CUSTOMS_PLACES, type CustomsPlace } from './customs-places.ts';

/** What of an address decides in which customs territory it is. */
interface CustomsAddress {
  countryCode: string;
  postCode?: string;
}

/**
 * Whether goods on this lane need customs data: the two ends lie in different customs territories, or in parts of one
 * that are taxed apart (mainland Spain and the Canary Islands). Not symmetrical: goods from Great Britain to Northern
 * Ireland need it, goods the other way do not.
 */
export function leavesCustomsTerritory(origin: CustomsAddress, destination: CustomsAddress): boolean {
  const from = areasOf(origin, 'from');
  const to = areasOf(destination, 'to');
  return !from.some((area) => to.includes(area));
}

/** Where an address is, as customs see it: "the Canary Islands", "Germany". */
export function customsPlaceName(address: CustomsAddress): string {
  return placeOf(address)?.name ?? countryName(address.countryCode);
}

function areasOf(address: CustomsAddress, end: 'from' | 'to'): readonly string[] {
  const area = placeOf(address)?.area ?? address.countryCode;
  return typeof area === 'string' ? [area] : area[end];
}

function placeOf(address: CustomsAddress): CustomsPlace | undefined {
  const rows = PLACES_BY_COUNTRY.get(address.countryCode);
  if (rows === undefined) return undefined;
  const postCode = normalisePostCode(address.countryCode, address.postCode ?? '');
  return rows.find(({ prefix }) => postCode.startsWith(prefix))?.place;
}

/** The rows of each country, the longest postal code prefix first and the country itself, an empty one, last. */
const PLACES_BY_COUNTRY: ReadonlyMap<string, { prefix: string; place: CustomsPlace }[]> = (() => {
  const rows = CUSTOMS_PLACES.flatMap((place) =>
    place.countries.flatMap((country) => (place.postCodes ?? ['']).map((prefix) => ({ country, prefix, place }))),
  );
  rows.sort((a, b) => b.prefix.length - a.prefix.length);
  return Map.groupBy(rows, ({ country }) => country);
})();
