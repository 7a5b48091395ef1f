import {
  type CompiledContract,
  type CompiledServiceLevel,
  type LanePrice,
  laneOf,
  zonesOfLane,
} from './compile-contract.ts';
import type { ZoneGroup } from './zone-index.ts';

/** The zones of both ends of a shipment. */
export interface Ends {
  origins: readonly ZoneGroup[];
  destinations: readonly ZoneGroup[];
  /** How many pairs of them there are. */
  pairs: number;
  /** Worked out when it is needed, and then once for all service levels. */
  ranks(): { origins: Ranks; destinations: Ranks };
}

/** By zone: how specific it is, 0 the most, and where it stands among its equals. */
type Ranks = ReadonlyMap<number, { group: number; position: number }>;

export function endsOf(origins: readonly ZoneGroup[], destinations: readonly ZoneGroup[]): Ends {
  let ranks: ReturnType<Ends['ranks']> | undefined;
  return {
    origins,
    destinations,
    pairs: countZones(origins) * countZones(destinations),
    ranks: () => (ranks ??= { origins: ranksOf(origins), destinations: ranksOf(destinations) }),
  };
}

/** Up to so many pairs of zones are tried one by one. A shipment is in a handful; only odd contracts have thousands around one address. */
const FEW_PAIRS = 1_000;

/**
 * The price for a lane: the one with the most specific destination, then the one with the most specific origin. Of equally specific ones,
 * that of the zone that the contract names first, the destination's before the origin's. One price is chosen whatever its brackets say.
 */
export function choosePrice(
  contract: CompiledContract,
  level: CompiledServiceLevel,
  ends: Ends,
): LanePrice | undefined {
  return ends.pairs > Math.max(FEW_PAIRS, level.prices.size)
    ? bestOfPrices(contract, level, ends)
    : firstOfPairs(contract, level, ends);
}

/** How many pairs of zones or prices are tried at the most. */
export function effortOfChoosing({ prices }: CompiledServiceLevel, { pairs }: Ends): number {
  return Math.min(pairs, Math.max(FEW_PAIRS, prices.size));
}

function firstOfPairs(
  { zoneReferences }: CompiledContract,
  { prices }: CompiledServiceLevel,
  { origins, destinations }: Ends,
): LanePrice | undefined {
  for (const destinationZones of destinations) {
    for (const originZones of origins) {
      for (const destination of destinationZones) {
        for (const origin of originZones) {
          const price = prices.get(laneOf(zoneReferences.length, origin, destination));
          if (price !== undefined) return price;
        }
      }
    }
  }
  return undefined;
}

/** The same, where there are more pairs than prices. */
function bestOfPrices(
  { zoneReferences }: CompiledContract,
  { prices }: CompiledServiceLevel,
  ends: Ends,
): LanePrice | undefined {
  const ranks = ends.ranks();
  let best: LanePrice | undefined;
  let bestRank: readonly number[] = [];
  for (const [lane, price] of prices) {
    const zones = zonesOfLane(zoneReferences.length, lane);
    const origin = ranks.origins.get(zones.origin);
    const destination = ranks.destinations.get(zones.destination);
    if (origin === undefined || destination === undefined) continue;
    const rank = [destination.group, origin.group, destination.position, origin.position];
    if (best !== undefined && !isLess(rank, bestRank)) continue;
    best = price;
    bestRank = rank;
  }
  return best;
}

function ranksOf(groups: readonly ZoneGroup[]): Ranks {
  return new Map(groups.flatMap((zones, group) => zones.map((zone, position) => [zone, { group, position }] as const)));
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at !== -1 && (one[at] ?? 0) < (other[at] ?? 0);
}

const countZones = (groups: readonly ZoneGroup[]): number => groups.reduce((sum, { length }) => sum + length, 0);
