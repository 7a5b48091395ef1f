import { isBlank } from '../../../platform/printable-line.ts';
import { type ProblemField, problemField } from '../../../platform/problem.ts';
import type { Refusal, ShipmentContent } from '../shipment.ts';
import type { Refused } from './carrier.ts';
import { cutText } from './carrier-text.ts';
import type { CarrierComplaint } from './http/carrier-http.ts';

const MAX_MESSAGE = 1_000;
const MAX_CODE = 100;
const MAX_COMPLAINTS = 50;

export type FieldPath = readonly (string | number)[];

export interface RefusalRules {
  /** The place in our shipment that a complaint is about; undefined where it cannot be told. */
  fieldOf: (complaint: CarrierComplaint) => FieldPath | undefined;
  /** Whether the very same request may be accepted later. Default: never. */
  isRetryable?: (complaint: CarrierComplaint) => boolean;
  /** What was sent, where the carrier was sent a shipment. */
  content?: Pick<ShipmentContent, 'addresses'> | undefined;
}

/**
 * Words of a carrier that is out of order for a while. "Unavailable" alone is none: a service that is not to be had between two places will not
 * be had tomorrow either, nor is a request better for being corrected and tried again. Neither is what merely names a time-out, or an API that
 * is not there for this account.
 */
const PASSES = [
  /\btemporarily (unavailable|not available|out of|down|offline|unable|disabled|overloaded|busy)|\b(unavailable|not available|down|offline) temporarily\b/i,
  /\btemporary (system |server |technical |internal |network )?(error|failure|fault|issue|problem|outage|unavailability|disruption)/i,
  /\b(try|retry) (it |this |your request )?(again )?(later|shortly|in (a|an|one|few|some|several|\d+) (few |couple of )?(seconds?|minutes?|moments?|hours?|while)\b)/i,
  /\btimed[ -]?out\b/i,
  /\b(request|response|connection|gateway|read|operation|server|system|service|database|backend|processing) (time-?out|time out)\b(?! (window|value|field|parameter))/i,
  /\b(time-?out) (occurred|error|expired|exceeded|reached|while|waiting)\b|^time-?out\.?$/i,
  /\b(system|server|host|web ?service|api) (is |are )?(currently |temporarily )?(unavailable|not available|down)\b(?! (for|to|in|on|with|within|between|under)\b)/i,
];

/** Whether it is the carrier that is out of order, and not the request that is wrong. */
export function passesWithTime({ message }: CarrierComplaint): boolean {
  return PASSES.some((pattern) => pattern.test(message));
}

/** The carrier's no, in its own words, with our fields beside them where these can be told. */
export function refusalOf(
  complaints: readonly [CarrierComplaint, ...CarrierComplaint[]],
  { fieldOf, isRetryable = () => false, content }: RefusalRules,
): Refused {
  const messages = [...new Set(complaints.map((each) => each.message))];
  const errors = complaints.slice(0, MAX_COMPLAINTS).flatMap((complaint) => {
    const path = fieldOf(complaint);
    return path === undefined ? [] : [problemField(asSent(path, content), complaint.message)];
  });
  return {
    outcome: 'refused',
    carrierErrorCode: complaints[0].code,
    carrierMessage: messages.join('; '),
    retryable: complaints.every(isRetryable),
    ...(errors.length === 0 ? {} : { errors }),
  };
}

/** Carriers have one member for whoever is named first, and it is the contact where no company is. */
function asSent(path: FieldPath, content: RefusalRules['content']): FieldPath {
  const [, party, member] = path;
  if (content === undefined || member !== 'companyName' || (party !== 'sender' && party !== 'receiver')) return path;
  const { companyName, contactName } = content.addresses[party];
  return isBlank(companyName) && !isBlank(contactName) ? ['addresses', party, 'contactName'] : path;
}

/** What the carrier would refuse, and has not been sent. */
export function refusedUnsent(
  carrierErrorCode: string,
  carrierMessage: string,
  errors: readonly ProblemField[],
): Refused {
  return { outcome: 'refused', carrierErrorCode, carrierMessage, retryable: false, errors: [...errors] };
}

/** A no as it is kept and told: the carrier's texts, cut to what is of use, hold nothing that could undo the writing down of its answer. */
export function keptRefusal({ outcome: _outcome, errors, ...refused }: Refused): Refusal {
  return {
    ...refused,
    carrierErrorCode: keptText(refused.carrierErrorCode, MAX_CODE),
    carrierMessage: keptText(refused.carrierMessage, MAX_MESSAGE),
    ...(errors === undefined
      ? {}
      : { errors: errors.map((error) => ({ ...error, message: keptText(error.message, MAX_MESSAGE) })) }),
  };
}

/** PostgreSQL takes no control characters such as NUL. */
function keptText(text: string, maxLength: number): string {
  return cutText(text, maxLength).replace(/\p{Cc}+/gu, ' ');
}
