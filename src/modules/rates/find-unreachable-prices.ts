import type { FieldError } from '../../platform/field-error.ts';
import { choosePrice } from './choose-price.ts';
import { type CompiledContract, compileContract } from './compile-contract.ts';
import { firstKey, isInRange, keyAfter } from './post-code-key.ts';
import type { Zone } from './v1/condition-schemas.ts';
import type { ContractInput } from './v1/contract-schemas.ts';
import { type Place, rangeOf, zonesAt } from './zone-index.ts';

/** Looking costs something only where prices are never reached; beyond this many looks the rest is taken as reached. */
const MAX_LOOKS = 20_000;
/** The same for codes that are compared. */
const MAX_COMPARISONS = 2_000_000;

/** A country that is in no zone. */
const ELSEWHERE: Place = { countryCode: '--' };

/**
 * Prices that no address ever gets, because another price beats them everywhere. Every zone is tried where the fewest others are: without
 * a postal code, at the first code of each of its ranges, and behind the last code of every range within them.
 */
export function findUnreachablePrices(content: ContractInput): FieldError[] {
  const compiled = compileContract(content);
  const ends = endsByCountry(content.zones);
  const zones = new Map(content.zones.map((zone) => [zone.reference, zone]));
  const effort = { comparisons: 0 };
  const placesOf = (reference: string | undefined): Iterable<Place> => {
    const zone = zones.get(reference ?? '');
    return zone === undefined ? [ELSEWHERE] : placesIn(zone, ends, effort);
  };
  let looks = 0;
  return content.serviceLevels.flatMap(({ reference, prices }, levelIndex) =>
    prices.flatMap((price, index) => {
      for (const destination of placesOf(price.destination)) {
        for (const origin of placesOf(price.origin)) {
          if (++looks > MAX_LOOKS || chosenAt(compiled, levelIndex, origin, destination) === price) return [];
        }
      }
      if (effort.comparisons > MAX_COMPARISONS) return [];
      const lane = `${price.origin ?? 'everywhere'} to ${price.destination ?? 'everywhere'}`;
      return [
        {
          path: ['serviceLevels', levelIndex, 'prices', index],
          message: `The price from ${lane} can never be reached: other prices of ${reference} beat it at every address.`,
        },
      ];
    }),
  );
}

function chosenAt(contract: CompiledContract, levelIndex: number, origin: Place, destination: Place) {
  const level = contract.serviceLevels[levelIndex];
  if (level === undefined) return undefined;
  const origins = zonesAt(contract.zoneIndex, origin);
  const destinations = zonesAt(contract.zoneIndex, destination);
  return choosePrice(contract, level, { origins, destinations })?.source;
}

function* placesIn(
  { countries = [], postCodes = [] }: Zone,
  ends: ReadonlyMap<string, readonly string[]>,
  effort: { comparisons: number },
): Iterable<Place> {
  for (const countryCode of countries) yield { countryCode };
  for (const codes of postCodes) {
    const range = rangeOf(codes);
    const { countryCode } = codes;
    yield { countryCode, key: firstKey(countryCode, range) };
    const others = ends.get(countryCode) ?? [];
    effort.comparisons += others.length;
    if (effort.comparisons > MAX_COMPARISONS) return;
    for (const key of others) if (isInRange(key, range)) yield { countryCode, key };
  }
}

/** The code behind the last one of every range. */
function endsByCountry(zones: readonly Zone[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  for (const codes of zones.flatMap(({ postCodes = [] }) => postCodes)) {
    const key = keyAfter(codes.countryCode, rangeOf(codes));
    const known = ends.get(codes.countryCode) ?? [];
    if (key !== undefined) known.push(key);
    ends.set(codes.countryCode, known);
  }
  return ends;
}
