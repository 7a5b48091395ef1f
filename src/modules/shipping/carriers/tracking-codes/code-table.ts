import type { TrackingCode } from '../../tracking-event.ts';
import type { TrackingReason } from './tracking-reasons.ts';

/**
 * One row a carrier's code: what it says about the parcel and, where it says so, why. A code that proves that someone has the parcel makes a
 * shipment `Executed`, which nothing undoes: wishes, plans, changed data, messages, papers and money by themselves have none.
 */
export type CodeTable = Readonly<Record<string, readonly [code: TrackingCode, reason?: TrackingReason]>>;

export interface StandardisedCode {
  code: TrackingCode;
  reason?: TrackingReason;
}

/** Undefined where the table has no such row. */
export function findCode(table: CodeTable, carrierCode: string): StandardisedCode | undefined {
  const row = Object.hasOwn(table, carrierCode) ? table[carrierCode] : undefined;
  if (row === undefined) return undefined;
  const [code, reason] = row;
  return reason === undefined ? { code } : { code, reason };
}
