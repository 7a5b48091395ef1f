import type { RateLine } from '../../platform/rate-schemas.ts';
import {
  ANYWHERE,
  type CompiledContract,
  type CompiledPrice,
  type CompiledServiceLevel,
  laneOf,
} from './compile-contract.ts';
import type { ZoneMatch } from './zone-index.ts';

/** Zones that are equally narrow, by their numbers. */
type ZoneGroup = readonly number[];

interface ChosenPrice {
  price: CompiledPrice;
  zones: RateLine['zones'];
}

/**
 * The price for a lane: the one with the most specific destination, then the one with the most specific origin. Of equally specific ones,
 * that of the zone that the contract names first, the destination's before the origin's. One price is chosen whatever its brackets say.
 */
export function choosePrice(
  { zoneReferences }: CompiledContract,
  { prices }: CompiledServiceLevel,
  { origins, destinations }: { origins: readonly ZoneGroup[]; destinations: readonly ZoneGroup[] },
): ChosenPrice | undefined {
  for (const destinationZones of destinations) {
    for (const originZones of origins) {
      for (const destination of destinationZones) {
        for (const origin of originZones) {
          const price = prices.get(laneOf(zoneReferences.length, origin, destination));
          if (price !== undefined) return { price: price(), zones: namesOf(zoneReferences, origin, destination) };
        }
      }
    }
  }
  return undefined;
}

/** The zones of a place, those that are equally narrow together; after them, alone, everywhere. */
export function groupByWidth(matches: readonly ZoneMatch[]): ZoneGroup[] {
  const groups: number[][] = [];
  let width: number | undefined;
  for (const match of matches) {
    if (match.width === width) groups.at(-1)?.push(match.zone);
    else groups.push([match.zone]);
    width = match.width;
  }
  groups.push([ANYWHERE]);
  return groups;
}

function namesOf(references: readonly string[], origin: number, destination: number): RateLine['zones'] {
  const from = references[origin];
  const to = references[destination];
  return { ...(from === undefined ? {} : { origin: from }), ...(to === undefined ? {} : { destination: to }) };
}
