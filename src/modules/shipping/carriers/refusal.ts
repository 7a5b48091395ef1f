import { problemField } from '../../../platform/problem.ts';
import type { Refused } from './carrier.ts';
import type { CarrierComplaint } from './http/carrier-http.ts';

const MAX_MESSAGE = 1_000;
const MAX_COMPLAINTS = 50;

export type FieldPath = readonly (string | number)[];

export interface RefusalRules {
  /** The place in our shipment that a complaint is about; undefined where it cannot be told. */
  fieldOf: (complaint: CarrierComplaint) => FieldPath | undefined;
  /** Whether the very same request may be accepted later. Default: never. */
  isRetryable?: (complaint: CarrierComplaint) => boolean;
}

/**
 * Words of a carrier that is out of order for a while. "Unavailable" alone is none: a service that is not to be had between two places will not
 * be had tomorrow either, nor is a request better for being corrected and tried again.
 */
const PASSES =
  /temporar(y|ily)|try again (later|in )|time(d )?-?out|\b(system|server|host|web ?service|api) (is |are )?(currently )?(unavailable|not available|down)/i;

/** Whether it is the carrier that is out of order, and not the request that is wrong. */
export function passesWithTime({ message }: CarrierComplaint): boolean {
  return PASSES.test(message);
}

/** The carrier's no, in its own words, with our fields beside them where these can be told. */
export function refusalOf(
  complaints: readonly [CarrierComplaint, ...CarrierComplaint[]],
  { fieldOf, isRetryable = () => false }: RefusalRules,
): Refused {
  const messages = [...new Set(complaints.map((each) => each.message))];
  const errors = complaints.slice(0, MAX_COMPLAINTS).flatMap((complaint) => {
    const path = fieldOf(complaint);
    return path === undefined ? [] : [problemField(path, complaint.message)];
  });
  return {
    outcome: 'refused',
    carrierErrorCode: complaints[0].code,
    carrierMessage: messages.join('; ').slice(0, MAX_MESSAGE),
    retryable: complaints.every(isRetryable),
    ...(errors.length === 0 ? {} : { errors }),
  };
}
