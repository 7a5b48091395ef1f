import type { RateLine } from '../../platform/rate-schemas.ts';

/** A line in the making: the amount as it is summed up. */
export interface Line {
  amountMinor: bigint;
  shown: RateLine;
}

/** Why there is no price. */
export interface NoPrice {
  serviceLevelReference?: string;
  reason: string;
  detail: string;
}
