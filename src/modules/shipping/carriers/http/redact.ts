import anyAscii from 'any-ascii';
import { carrierText } from '../carrier-text.ts';

/** Names of members whose values are secrets, whatever the carrier. */
const SECRET = /pass(word|wd)?$|secret|token|authori[sz]ation|api-?key|credential|^user(name)?$|client_?id/i;
/** Names of members that tell of a person, or where one lives or can be reached. */
const PERSONAL =
  /^(.*(full|contact|person|attention|company|first|last|sign(ed|er)).*name.*|name\d*|.*phone.*|.*mobile.*|.*fax.*|.*e-?mail.*|.*address_?line\d*|line_?\d|address(street|house|2)?|street.*|house.*|.*signature.*|attention.*|(received|signed)_?by|post_?number|label_?description|.*(vat|eori|tax.*)(no|number|identification.*)?|additionaladdressinformation\d?|note|dispatchinginformation)$/i;
/** An address as an object has members of its own: town, post code and country stay, for without them nobody sees why a carrier refused it. */
const ADDRESS = /^address$/i;
/**
 * Members that hold codes, places, and the carrier's own names for what it sells. Short names and numbers are not looked for in them: people
 * are called De and Max too, and without the country, the unit or the service nobody sees what was refused. In all else, messages above all,
 * a short name goes even where it happens to be the word for something: that something has its code in one of these members.
 */
const CODED =
  /(code|country|currency|city(_?name)?|state|province|type|format|unit|uom|measurement|incoterm|terms_?of_?shipment|reason_?for_?export|(product|service)(_?name)?)$|^country_?of/i;
const MAX_TEXT = 500;
/** In which all of an address may have been sent. */
const LATIN = { maxLength: Number.POSITIVE_INFINITY, charset: 'latin1' } as const;
/** Of regular expressions. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
/** What is shorter is a part of too many words, and is masked only as a word of its own. */
const MIN_KNOWN = 5;
/** Scripts in which names are short, and stand within a text without blanks around them. */
const UNSPACED = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]{2,}$/u;
/** Two letters at least; with a digit in it ("3B") it is no name. */
const SHORT_NAME = /^\p{L}[\p{L}\p{M} .'’-]*[\p{L}\p{M}]$/u;
/** What may not stand beside a short name. */
const OF_A_WORD = '[\\p{L}\\p{M}\\p{N}_]';
/** Such as the post number of "Postnummer 12345678", or a telephone number without its +. */
const NUMBER = /\d{6,}/g;
/** Labels and papers: long runs without blanks. */
const BASE64 = /^[A-Za-z0-9+/=\r\n]{200,}$/;
const MAX_DEPTH = 40;

/** What of a call may be kept for support. */
export interface Redaction {
  /**
   * A body: secrets are gone, what tells of persons is masked, labels and other long texts are named by their length only, and the whole
   * is no longer than `maxLength`.
   */
  body(body: unknown, maxLength: number): string;
  /** A URL without the values of its query, but for those that no person is known by. */
  url(url: string): string;
}

/** @param personalData what the persons of the call are known by */
export function createRedaction(personalData: readonly string[]): Redaction {
  const masker = maskerOf(personalData);
  return {
    body(body, maxLength) {
      const masked =
        typeof body === 'string' ? masker.text(body) : (JSON.stringify(redactValue(body, masker, 'text', 0)) ?? '');
      return masked.length <= maxLength ? masked : `${masked.slice(0, maxLength)}… (${masked.length} characters)`;
    },
    url(url) {
      const parsed = new URL(url);
      for (const name of new Set(parsed.searchParams.keys())) {
        if (SECRET.test(name)) parsed.searchParams.set(name, '***');
      }
      return masker.coded(`${parsed.origin}${parsed.pathname}${decodeQuery(parsed.search)}`).slice(0, 2_000);
    },
  };
}

function decodeQuery(search: string): string {
  try {
    return decodeURIComponent(search.replaceAll('+', ' '));
  } catch {
    return search;
  }
}

/** What a value's member says of it; `personal` is also all that is below a member that tells of a person. */
type Kind = 'personal' | 'coded' | 'text';

function redactValue(value: unknown, masker: Masker, kind: Kind, depth: number): unknown {
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item) => redactValue(item, masker, kind, depth + 1));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        SECRET.test(key) && typeof item !== 'object'
          ? '***'
          : redactValue(item, masker, kind === 'personal' ? kind : kindOf(key, item), depth + 1),
      ]),
    );
  }
  if (kind === 'personal' && typeof value === 'number') return '***';
  if (typeof value !== 'string') return value;
  if (kind === 'personal') return mask(value);
  if (BASE64.test(value)) return `(${value.length} characters of base64)`;
  const masked = masker[kind](value);
  return masked.length > MAX_TEXT ? `${masked.slice(0, MAX_TEXT)}… (${masked.length} characters)` : masked;
}

function kindOf(key: string, item: unknown): Kind {
  if (isPersonalMember(key, item)) return 'personal';
  return CODED.test(key) ? 'coded' : 'text';
}

function isPersonalMember(key: string, item: unknown): boolean {
  if (ADDRESS.test(key) && typeof item === 'object' && !Array.isArray(item)) return false;
  return PERSONAL.test(key);
}

type Masker = Record<Exclude<Kind, 'personal'>, (text: string) => string>;

/**
 * Masks what a person is known by wherever it stands, since carriers repeat it in their messages: in whatever letters, also in capitals
 * (in which `ß` is `SS`) and in the Latin letters in which it may have been sent. Short names are masked as they are written and in capitals
 * only, because "an" and "to" are words of every message, and An and To are people.
 */
function maskerOf(personalData: readonly string[]): Masker {
  const written = personalData.flatMap((each) => [each, anyAscii(each), carrierText(each, LATIN)]);
  const forms = [...new Set(written.flatMap((each) => [each, each.toUpperCase()]))];
  const isLong = (form: string): boolean => form.length >= MIN_KNOWN || UNSPACED.test(form);
  const maskLong = replacing(forms.filter(isLong), 'giu');
  const maskNames = replacing(
    forms.filter((form) => !isLong(form) && SHORT_NAME.test(form)),
    'gu',
    OF_A_WORD,
  );
  const maskNumbers = replacing(
    personalData.flatMap((each) => each.match(NUMBER) ?? []),
    'g',
  );
  return { coded: maskLong, text: (text) => maskNumbers(maskNames(maskLong(text))) };
}

/** Masks each of the forms, the longest first: those with none of such characters on either side. Of a number no part is masked. */
function replacing(forms: readonly string[], flags: string, around?: string): (text: string) => string {
  if (forms.length === 0) return (text) => text;
  const patterns = forms
    .toSorted((one, other) => other.length - one.length)
    .map((form) => {
      const beside = /^\d+$/.test(form) ? '\\d' : around;
      const literal = form.replace(SYNTAX, '\\$&');
      return beside === undefined ? literal : `(?<!${beside})${literal}(?!${beside})`;
    });
  const pattern = new RegExp(patterns.join('|'), flags);
  return (text) => text.replace(pattern, mask);
}

/** The first character stays: enough to see that something was there. */
function mask(value: string): string {
  return value === '' ? '' : `${[...value][0] ?? ''}***`;
}
