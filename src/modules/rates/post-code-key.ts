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
  if (BRITISH.has(countryCode)) return britishKey(postCode);
  return normalisePostCode(countryCode, postCode);
}

/** Every code that begins with `prefix`, or lies from `from` to `to`; a bound that is the beginning of codes takes all of these. */
export function keyRange(countryCode: string, first: string, last: string): KeyRange {
  const low = postCodeKey(countryCode, first);
  return { low, high: (last === first ? low : postCodeKey(countryCode, last)) + AFTER_ALL };
}

export function isInRange(key: string, { low, high }: KeyRange): boolean {
  return low <= key && key <= high;
}

/**
 * How many codes of the country's format a range holds: of two ranges with a code in common, the one with fewer is the narrower.
 * A range within another one never has more than that one.
 */
export function rangeWidth(countryCode: string, range: KeyRange): number {
  const places = placesOf(countryCode);
  return lastOf(places, range) - firstOf(places, range) + 1;
}

/** The first code of a range. */
export function firstKey(countryCode: string, range: KeyRange): string {
  const places = placesOf(countryCode);
  return keyOf(places, firstOf(places, range));
}

/** The code behind the last one of a range; undefined where that is the last of all. */
export function keyAfter(countryCode: string, range: KeyRange): string | undefined {
  const places = placesOf(countryCode);
  const next = lastOf(places, range) + 1;
  const all = places.reduce((count, alphabet) => count * alphabet.length, 1);
  return next < all ? keyOf(places, next) : undefined;
}

/** The characters that may stand at one place of a format, in their order. */
type Alphabet = string;

const DIGIT: Alphabet = '0123456789';
const LETTER: Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** A letter, or the blank that stands where there is none. */
const LETTER_OR_NONE: Alphabet = ` ${LETTER}`;
/** Of a country without a known format. */
const UNKNOWN_FORMAT: readonly Alphabet[] = Array.from({ length: 10 }, () => DIGIT + LETTER);
/** Area of two letters, district of two digits, its letter, the inward code. */
const BRITISH_FORMAT = [LETTER_OR_NONE, LETTER_OR_NONE, DIGIT, DIGIT, LETTER_OR_NONE, DIGIT, LETTER, LETTER];

/** By country, each since it was first asked for. */
const formats = new Map<string, readonly Alphabet[]>();

function placesOf(countryCode: string): readonly Alphabet[] {
  const places = formats.get(countryCode) ?? readFormat(countryCode);
  formats.set(countryCode, places);
  return places;
}

function readFormat(countryCode: string): readonly Alphabet[] {
  if (BRITISH.has(countryCode)) return BRITISH_FORMAT;
  const example = POST_CODE_EXAMPLES[countryCode];
  if (example === undefined) return UNKNOWN_FORMAT;
  return [...normalisePostCode(countryCode, example)].map((character) => (/\d/.test(character) ? DIGIT : LETTER));
}

function firstOf(places: readonly Alphabet[], { low }: KeyRange): number {
  return countUpTo(places, low, 0);
}

function lastOf(places: readonly Alphabet[], { high }: KeyRange): number {
  return countUpTo(places, high.slice(0, -AFTER_ALL.length), Number.POSITIVE_INFINITY);
}

/** The number of a code among all of its format, in their order. What is behind the text's end is the first or the last that can be there. */
function countUpTo(places: readonly Alphabet[], text: string, rest: number): number {
  let number = 0;
  let fill: number | undefined;
  places.forEach((alphabet, index) => {
    let digit = fill ?? (index < text.length ? alphabet.indexOf(text.charAt(index)) : rest);
    if (digit === -1) {
      // It belongs nowhere here: it counts as between the characters that do, and so does all that follows.
      const before = [...alphabet].filter((character) => character < text.charAt(index)).length;
      fill = before === 0 ? 0 : Number.POSITIVE_INFINITY;
      digit = Math.max(0, before - 1);
    }
    number = number * alphabet.length + Math.min(digit, alphabet.length - 1);
  });
  return number;
}

function keyOf(places: readonly Alphabet[], number: number): string {
  let rest = number;
  return places.reduceRight((key, alphabet) => {
    const character = alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
    return character + key;
  }, '');
}

/** Only with a hyphen: JE2 is a district. */
const COUNTRY = /^(?:GB|GG|IM|JE)-/;
const OUTWARD = /^([A-Z]{1,2})(?:(\d{1,2})([A-Z])?)?$/;
const WHOLE = /^([A-Z]{1,2}\d{1,2}[A-Z]?)(\d[A-Z]{2})$/;
/** A district and a part of the inward code, where the blank between them is missing: its letter or letters tell. */
const BEGUN_INWARD = /^([A-Z]{1,2}\d{1,2}[A-Z]|[A-Z]{1,2}\d{1,2})(\d[A-Z]?)$/;

function britishKey(postCode: string): string {
  const text = postCode.trim().toUpperCase().replace(COUNTRY, '');
  const compact = text.replaceAll(/[\s-]/g, '');
  const [first = '', inwardAfterBlank] = text.split(/\s+/);
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
