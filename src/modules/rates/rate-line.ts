import type { RateLine } from '../../platform/rate-schemas.ts';

/** What the base price is called: by its line, and by `appliesTo`. */
export const BASE_REFERENCE = 'base';

/** A line in the making: the amount as it is summed up. */
export interface Line {
  amountMinor: bigint;
  shown: RateLine;
}
