import type { FieldError } from '../../platform/field-error.ts';
import { choosePrice, effortOfChoosing, endsOf } from './choose-price.ts';
import { type CompiledContract, type CompiledServiceLevel, compileContract } from './compile-contract.ts';
import { firstKey, keyAfter } from './post-code-key.ts';
import type { ContractInput, Price } from './v1/contract-schemas.ts';
import { type Effort, type Entry, type ZoneGroup, type ZoneIndex, zonesAt } from './zone-index.ts';

/** Ranges that are looked at, and pairs of zones that are tried. A price that is not come to, or not to an end with, counts as reached. */
const MAX_EFFORT = 500_000;

/** The zones of one address. */
type Zones = readonly ZoneGroup[];

/** Addresses of a zone, by the zones that each is in. */
type Addresses = (reference: string | undefined) => Iterable<Zones>;

/**
 * Prices that no address ever gets, because another price beats them everywhere. Every zone is tried where the fewest others are: without
 * a postal code, at the first code of each of its ranges, and behind the last code of every range within them.
 */
export function* findUnreachablePrices(content: ContractInput): Generator<FieldError, void> {
  const contract = compileContract(content);
  const effort: Effort = { left: MAX_EFFORT };
  const addresses = addressesOf(contract, content, effort);
  for (const [levelIndex, level] of contract.serviceLevels.entries()) {
    for (const [index, price] of (content.serviceLevels[levelIndex]?.prices ?? []).entries()) {
      const isReached = findAddress(contract, level, price, addresses, effort);
      if (effort.left <= 0) return;
      if (isReached) continue;
      const lane = `${price.origin ?? 'everywhere'} to ${price.destination ?? 'everywhere'}`;
      yield {
        path: ['serviceLevels', levelIndex, 'prices', index],
        message: `The price from ${lane} can never be reached: other prices of ${level.reference} beat it at every address.`,
      };
    }
  }
}

/** Whether there is a pair of addresses for which this price is chosen. */
function findAddress(
  contract: CompiledContract,
  level: CompiledServiceLevel,
  price: Price,
  addresses: Addresses,
  effort: Effort,
): boolean {
  for (const destinations of addresses(price.destination)) {
    for (const origins of addresses(price.origin)) {
      const ends = endsOf(origins, destinations);
      effort.left -= effortOfChoosing(level, ends);
      if (effort.left <= 0) return false;
      if (choosePrice(contract, level, ends)?.source === price) return true;
    }
  }
  return false;
}

function addressesOf(
  { zoneIndex, zoneReferences }: CompiledContract,
  content: ContractInput,
  effort: Effort,
): Addresses {
  const ends = endsByCountry(zoneIndex);
  const entries = entriesByZone(zoneIndex);
  const numbers = new Map(zoneReferences.map((reference, number) => [reference, number]));
  // Many prices share a zone, and most are reached at its first address.
  const found = new Map<string, Iterable<Zones>>();

  function* lookUp(reference: string | undefined): Generator<Zones, void> {
    const number = numbers.get(reference ?? '');
    if (number === undefined) return yield zonesAt(zoneIndex, { countryCode: ELSEWHERE });
    for (const countryCode of content.zones[number]?.countries ?? []) yield at(countryCode);
    for (const { countryCode, entry } of entries.get(number) ?? []) {
      yield at(countryCode, firstKey(countryCode, entry));
      const keys = ends.get(countryCode) ?? [];
      for (let index = firstFrom(keys, entry.low); (keys[index] ?? AFTER_ALL) <= entry.high; index++)
        yield at(countryCode, keys[index]);
    }
  }

  const at = (countryCode: string, key?: string): Zones => {
    effort.left--;
    return zonesAt(zoneIndex, { countryCode, ...(key === undefined ? {} : { key }) }, effort);
  };

  return (reference) => {
    const known = found.get(reference ?? '') ?? remembered(lookUp(reference));
    found.set(reference ?? '', known);
    return known;
  };
}

/** A country that is in no zone. */
const ELSEWHERE = '--';
/** Behind every key. */
const AFTER_ALL = '\uffff\uffff';

/** What can be gone through again and again, and is looked up once, as far as anyone has gone. */
function remembered(source: Iterator<Zones>): Iterable<Zones> {
  const known: Zones[] = [];
  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index++) {
        if (index === known.length) {
          const next = source.next();
          if (next.done === true) return;
          known.push(next.value);
        }
        yield known[index] ?? [];
      }
    },
  };
}

/** The code behind the last one of every range, in their order. */
function endsByCountry(index: ZoneIndex): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...index].map(([countryCode, { entries }]) => {
      const keys = new Set(entries.flatMap((entry) => keyAfter(countryCode, entry) ?? []));
      return [countryCode, [...keys].sort(byCodeUnits)];
    }),
  );
}

const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function entriesByZone(index: ZoneIndex): ReadonlyMap<number, { countryCode: string; entry: Entry }[]> {
  const all = [...index].flatMap(([countryCode, { entries }]) => entries.map((entry) => ({ countryCode, entry })));
  return Map.groupBy(all, ({ entry }) => entry.zone);
}

/** Where in the sorted keys the first one stands that is not less. */
function firstFrom(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
