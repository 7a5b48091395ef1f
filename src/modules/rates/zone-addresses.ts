import type { CompiledContract } from './compile-contract.ts';
import { firstKey, keyAfter } from './post-code-key.ts';
import type { ContractInput } from './v1/contract-schemas.ts';
import { type Effort, type Entry, type ZoneGroup, type ZoneIndex, zonesAt } from './zone-index.ts';

/** The zones of one address. */
type Zones = readonly ZoneGroup[];

/** Addresses of a zone, by the zones that each is in. */
export type Addresses = (reference: string | undefined) => Iterable<Zones>;

/**
 * The addresses at which a zone's prices are tried. They are looked up as they are asked for: a zone may have as many as it has postal codes,
 * and nearly every price is reached at the first.
 */
export function addressesOf(
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
