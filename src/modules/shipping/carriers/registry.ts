import type pg from 'pg';
import type { Clock } from '../../../platform/clock.ts';
import type { Carrier } from './carrier.ts';
import { dhlParcelDeCarrier } from './dhl-parcel-de/dhl-parcel-de-carrier.ts';
import { myDhlCarrier } from './mydhl/mydhl-carrier.ts';
import { createSandboxCarrier } from './sandbox/sandbox-carrier.ts';
import { upsCarrier } from './ups/ups-carrier.ts';

/** Every carrier there is an adapter for. A new carrier is one more row in each of the two places below. */
export const CARRIER_NAMES = ['sandbox', 'ups', 'mydhl', 'dhl-parcel-de'] as const;
export type CarrierName = (typeof CARRIER_NAMES)[number];

export type CarrierRegistry = Readonly<Record<CarrierName, Carrier>>;

export function createCarrierRegistry(deps: { pool: pg.Pool; clock: Clock }): CarrierRegistry {
  return {
    sandbox: createSandboxCarrier(deps),
    ups: upsCarrier,
    mydhl: myDhlCarrier,
    'dhl-parcel-de': dhlParcelDeCarrier,
  };
}
