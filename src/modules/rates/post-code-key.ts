import { normalisePostCode } from '../../platform/post-code.ts';
import { POST_CODE_EXAMPLES } from '../../platform/post-code-examples.ts';

/** Postal codes of one country from the first to the last, both inclusive, as keys: text that sorts as the codes do. */
export interface KeyRange {
  low: string;
  high: string;
}

/** Behind every key that begins with what stands before it. */
const AFTER_ALL = '\uffff';

/**
 * Their codes vary in length within the first half: "PA2 0AA" and "PA20 0AA" are told apart only by where the blank was, and PA3 comes
 * before PA20. Their keys have each part at a place of its own.
 */
const BRITISH: ReadonlySet<string> = new Set(['GB', 'GG', 'IM', 'JE']);

/**
 * A key for a postal code, or for the beginning of one. A code lies in a range when its key lies between the keys of the bounds, and begins
 * with a prefix when its key begins with the prefix' key: for every country, however the code was typed.
 */
export function postCodeKey(countryCode: string, postCode: string): string {
  if (BRITISH.has(countryCode)) return britishKey(countryCode, postCode);
  return normalisePostCode(countryCode, postCode);
}

/** Every code that begins with `prefix`, or lies from `from` to `to`; a bound that is the beginning of codes takes all of these. */
export function keyRange(countryCode: string, first: string, last: string): KeyRange {
  return { low: postCodeKey(countryCode, first), high: postCodeKey(countryCode, last) + AFTER_ALL };
}

export function isInRange(key: string, { low, high }: KeyRange): boolean {
  return low <= key && key <= high;
}

/**
 * How many codes of the country's format a range holds: of two ranges with a code in common, the one with fewer is the narrower.
 * A range within another one never has more than that one.
 */
export function rangeWidth(countryCode: string, { low, high }: KeyRange): number {
  const places = BRITISH.has(countryCode) ? BRITISH_PLACES : placesOf(countryCode);
  const last = high.slice(0, -AFTER_ALL.length);
  let lowest = 0;
  let highest = 0;
  places.forEach((place, index) => {
    lowest = lowest * place.size + (index < low.length ? place.digit(low.charAt(index)) : 0);
    highest = highest * place.size + (index < last.length ? place.digit(last.charAt(index)) : place.size - 1);
  });
  return highest - lowest + 1;
}

/** One place of a format: how many characters may stand there, and which of them a character is. */
interface Place {
  size: number;
  digit(character: string): number;
}

const DIGIT: Place = { size: 10, digit: (character) => clamp(character.charCodeAt(0) - 48, 10) };
const LETTER: Place = { size: 26, digit: (character) => clamp(character.charCodeAt(0) - 65, 26) };
/** A letter, or the blank that stands where there is none. */
const LETTER_OR_NONE: Place = { size: 27, digit: (character) => clamp(character.charCodeAt(0) - 64, 27) };
/** Of a country without a known format. */
const ANY: Place = {
  size: 36,
  digit: (character) => (/\d/.test(character) ? DIGIT.digit(character) : 10 + LETTER.digit(character)),
};
const UNKNOWN_FORMAT: readonly Place[] = Array.from({ length: 10 }, () => ANY);

/** What does not belong at a place counts as its first or last character, so that the order is kept. */
function clamp(digit: number, size: number): number {
  return Math.min(Math.max(digit, 0), size - 1);
}

function placesOf(countryCode: string): readonly Place[] {
  const example = POST_CODE_EXAMPLES[countryCode];
  if (example === undefined) return UNKNOWN_FORMAT;
  return [...normalisePostCode(countryCode, example)].map((character) => (/\d/.test(character) ? DIGIT : LETTER));
}

/** Area of two letters, district of two digits, its letter, the inward code. */
const BRITISH_PLACES = [LETTER_OR_NONE, LETTER_OR_NONE, DIGIT, DIGIT, LETTER_OR_NONE, DIGIT, LETTER, LETTER];

const OUTWARD = /^([A-Z]{1,2})(?:(\d{1,2})([A-Z])?)?$/;
const WHOLE = /^([A-Z]{1,2}\d{1,2}[A-Z]?)(\d[A-Z]{2})$/;
/** A district and a part of the inward code, where the blank between them is missing: its letter or letters tell. */
const BEGUN_INWARD = /^([A-Z]{1,2}\d{1,2}[A-Z]|[A-Z]{1,2}\d{1,2})(\d[A-Z]?)$/;

function britishKey(countryCode: string, postCode: string): string {
  const compact = normalisePostCode(countryCode, postCode);
  const [first = '', inwardAfterBlank] = postCode
    .trim()
    .toUpperCase()
    .replace(/^(GB|GG|IM|JE)-/, '')
    .split(/\s+/);
  const split =
    inwardAfterBlank !== undefined && /\d/.test(first) && OUTWARD.test(first)
      ? [first, inwardAfterBlank]
      : (WHOLE.exec(compact)?.slice(1) ??
        (OUTWARD.test(compact) ? [compact, ''] : (BEGUN_INWARD.exec(compact)?.slice(1) ?? [])));
  const [outward = '', inward = ''] = split;
  const [, area, district, letter] = OUTWARD.exec(outward) ?? [];
  if (area === undefined) return compact;
  if (district === undefined) return area.padEnd(2);
  // "EC1" is all of EC1A to EC1Y; where more follows, there is no letter.
  const suffix = letter ?? (inward === '' ? '' : ' ');
  return `${area.padEnd(2)}${district.padStart(2, '0')}${suffix}${inward}`;
}
