import { findCode, type StandardisedCode } from './code-table.ts';
import { DHL_PARCEL_DE_CODES } from './dhl-parcel-de-codes.ts';

/**
 * What happened (`ice`) and the circumstance (`ric`) decide. Few pairs mean different things under different standard
 * events (`ttpro`, such as PO: loaded for delivery, not for transport); without it the row of the pair alone counts. Undefined for a
 * pair that the table does not have: to be recorded as `Unknown` and counted.
 */
export function standardiseDhlParcelDe(event: {
  ice: string;
  ric: string;
  ttpro?: string | undefined;
}): StandardisedCode | undefined {
  const pair = `${event.ice}/${event.ric}`;
  const exact = event.ttpro === undefined ? undefined : findCode(DHL_PARCEL_DE_CODES, `${pair}/${event.ttpro}`);
  return exact ?? findCode(DHL_PARCEL_DE_CODES, pair);
}
