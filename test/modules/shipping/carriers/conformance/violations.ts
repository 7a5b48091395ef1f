import { Big } from 'big.js';
import { at } from '../json-at.ts';

/** What Prism answered about one request. */
export interface PrismAnswer {
  status: number;
  /** The header `sl-violations`. */
  violations: string | undefined;
  contentType: string;
  body: string;
}

export interface Verdict {
  /** What the document has against the request; absent when it has nothing. */
  fault?: string;
  /** Accepted only because decimal arithmetic overruled a complaint of Prism. */
  byDecimals: boolean;
}

interface Violation {
  location?: readonly string[];
  code?: string;
  message?: string;
}

/**
 * Prism also checks the placeholder that it answers with, and some documents do not allow their own: that says nothing about the request.
 * @param sent the request's body
 */
export function judgeAnswer({ status, violations, body }: PrismAnswer, sent: string): Verdict {
  const found = [...readViolations(violations, false), ...readViolations(body, true)];
  const ofRequest = found.filter(({ location }) => location?.[0] !== 'response');
  const faults = ofRequest.filter((violation) => !isRefutedByDecimals(violation, sent));
  if (faults.length > 0) return { fault: JSON.stringify(faults), byDecimals: false };
  if (status >= 400 && found.length === 0) return { fault: `${status} ${body}`, byDecimals: false };
  return { byDecimals: ofRequest.length > 0 };
}

/**
 * Prism divides as doubles: to it 2.268 is no multiple of 0.001, since 2.268 / 0.001 is 2267.9999999999995. A complaint of that one kind is
 * overruled, and only where the very number that was sent is a multiple in decimals, which is how the document writes both.
 */
function isRefutedByDecimals({ location, code, message }: Violation, sent: string): boolean {
  const divisor = /multiple of ([\d.]+)$/.exec(message ?? '')?.[1];
  if (code !== 'multipleOf' || divisor === undefined || location?.[0] !== 'request' || location[1] !== 'body') {
    return false;
  }
  const path = location.slice(2).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const value = at(JSON.parse(sent), ...path);
  return typeof value === 'number' && isMultiple(value, divisor);
}

/** In decimals, exactly. */
export function isMultiple(value: number, divisor: string): boolean {
  return new Big(value).mod(divisor).eq(0);
}

function readViolations(text: string | undefined, isBody: boolean): Violation[] {
  try {
    const parsed = JSON.parse(text ?? '[]') as { validation?: Violation[] } | Violation[];
    if (isBody) return Array.isArray(parsed) ? [] : (parsed.validation ?? []);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
