import { describeFaults } from './carrier-faults.ts';
import { describeTrip } from './carrier-trip.ts';
import { describeFaultsWithoutActing } from './carrier-without-acting.ts';
import { type CarrierSuite, type CarrierWorld, createCarrierWorld } from './carrier-world.ts';

/**
 * The whole trip and the faults of reliability, the same for every carrier. Tests run beside each other, each with a tenant of its own
 * and its own part of the stand-in. @returns what tests of the carrier's own need
 */
export function describeCarrier(suite: CarrierSuite): CarrierWorld {
  const world = createCarrierWorld(suite);
  describeTrip(world, suite);
  describeFaults(world, suite);
  describeFaultsWithoutActing(world, suite);
  return world;
}
