import { findCode, type StandardisedCode } from './code-table.ts';
import { UPS_ACTIVITY_CODES, UPS_GENERAL_STATUS_CODES, UPS_STATUS_CODES, UPS_STATUS_TYPES } from './ups-codes.ts';

/**
 * From `status` of an activity in an answer of UPS's Track API: its `type`, its two-character `code` and its three-digit
 * `statusCode`, of which any may be missing. The one that says most decides. Undefined where none of them has a row: to be
 * recorded as `Unknown` and counted.
 */
export function standardiseUps(status: {
  type?: string | undefined;
  code?: string | undefined;
  statusCode?: string | undefined;
}): StandardisedCode | undefined {
  const { type = '', code = '', statusCode = '' } = status;
  return (
    findCode(UPS_STATUS_CODES, statusCode) ??
    findCode(UPS_ACTIVITY_CODES, code) ??
    findCode(UPS_GENERAL_STATUS_CODES, statusCode) ??
    findCode(UPS_STATUS_TYPES, type)
  );
}
