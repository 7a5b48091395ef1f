import type { CarrierProfileInput } from '../../../../src/modules/shipping/v2/carrier-schemas.ts';
import { describeFaults } from './carrier-faults.ts';
import { describeTrip } from './carrier-trip.ts';
import { describeFaultsWithoutActing } from './carrier-without-acting.ts';
import { type CarrierWorld, createCarrierWorld } from './carrier-world.ts';
import type { StandIn } from './stand-in.ts';

export interface StandInBooking {
  /** Ours. */
  reference: string;
  /** The carrier's. */
  number: string;
  voided: boolean;
}

/** A carrier's stand-in that also tells what it has booked, whatever its callers were told. */
export interface CarrierStandIn extends StandIn {
  bookings(): readonly StandInBooking[];
}

export interface CarrierSuite {
  standIn: CarrierStandIn;
  /** Without reference, name, base URL and time-outs. No credential is a word of the answers. */
  profile: Omit<CarrierProfileInput, 'reference' | 'name' | 'baseUrl' | 'bookingTimeoutMs' | 'serviceLevels'> & {
    productCode: string;
  };
  /** A shipment that the carrier takes, in the changes that it makes to the specification's example. */
  shipment: Record<string, unknown>;
  /** What a PDF or ZPL of one label begins with. */
  label: { accept: string; begins: string };
  /**
   * Whether the carrier can be asked by our reference; if not, a lost answer is for a person. `hits`: what it does not find may be there
   * all the same.
   */
  canFind: boolean | 'hits';
  /** Whether the carrier is told of a cancellation. Default: it is. */
  canVoid?: boolean;
  /** The carrier's own code of a delivery, where it cannot be asked for scans and they come from elsewhere. */
  toldDelivery?: string;
}

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
