import { type CompiledContract, type CompiledPrice, type CompiledServiceLevel, laneOf } from './compile-contract.ts';
import type { ZoneGroup } from './zone-index.ts';

/** The zones of both ends of a shipment. */
export interface Ends {
  origins: readonly ZoneGroup[];
  destinations: readonly ZoneGroup[];
}

/**
 * The price for a lane: the one with the most specific destination, then the one with the most specific origin. Of equally specific ones,
 * that of the zone that the contract names first, the destination's before the origin's. One price is chosen whatever its brackets say.
 */
export function choosePrice(
  { zoneReferences }: CompiledContract,
  { prices }: CompiledServiceLevel,
  { origins, destinations }: Ends,
): CompiledPrice | undefined {
  for (const destinationZones of destinations) {
    for (const originZones of origins) {
      for (const destination of destinationZones) {
        for (const origin of originZones) {
          const price = prices.get(laneOf(zoneReferences.length, origin, destination));
          if (price !== undefined) return price();
        }
      }
    }
  }
  return undefined;
}
