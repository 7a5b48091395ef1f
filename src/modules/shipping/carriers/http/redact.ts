import anyAscii from 'any-ascii';

/** Names of members whose values are secrets, whatever the carrier. */
const SECRET = /pass(word|wd)?$|secret|token|authori[sz]ation|api-?key|credential|^user(name)?$|client_?id/i;
/** Names of members that tell of a person, or where one lives or can be reached. */
const PERSONAL =
  /^(.*(full|contact|person|attention|company|first|last|sign(ed|er)).*name.*|name\d*|.*phone.*|.*mobile.*|.*fax.*|.*e-?mail.*|.*address_?line\d*|line_?\d|address(street|house|2)?|street.*|house.*|.*signature.*|attention.*|(received|signed)_?by|post_?number|label_?description|.*(vat|eori|tax.*)(no|number|identification.*)?|additionaladdressinformation\d?|note|dispatchinginformation)$/i;
/** An address as an object has members of its own: town, post code and country stay, for without them nobody sees why a carrier refused it. */
const ADDRESS = /^address$/i;
const MAX_TEXT = 500;
/** Of regular expressions. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
/** What is shorter is a part of too many words. */
const MIN_KNOWN = 5;
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
  const maskNames = maskerOf(personalData);
  return {
    body(body, maxLength) {
      const masked =
        typeof body === 'string' ? maskNames(body) : (JSON.stringify(redactValue(body, maskNames, false, 0)) ?? '');
      return masked.length <= maxLength ? masked : `${masked.slice(0, maxLength)}… (${masked.length} characters)`;
    },
    url(url) {
      const parsed = new URL(url);
      for (const name of new Set(parsed.searchParams.keys())) {
        if (SECRET.test(name)) parsed.searchParams.set(name, '***');
      }
      return maskNames(`${parsed.origin}${parsed.pathname}${decodeQuery(parsed.search)}`).slice(0, 2_000);
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

/** @param isPersonal whether it is below a member that tells of a person: all of that is masked */
function redactValue(value: unknown, maskNames: Masker, isPersonal: boolean, depth: number): unknown {
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item) => redactValue(item, maskNames, isPersonal, depth + 1));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        SECRET.test(key) && typeof item !== 'object'
          ? '***'
          : redactValue(item, maskNames, isPersonal || isPersonalMember(key, item), depth + 1),
      ]),
    );
  }
  if (isPersonal && typeof value === 'number') return '***';
  if (typeof value !== 'string') return value;
  if (isPersonal) return mask(value);
  if (BASE64.test(value)) return `(${value.length} characters of base64)`;
  const masked = maskNames(value);
  return masked.length > MAX_TEXT ? `${masked.slice(0, MAX_TEXT)}… (${masked.length} characters)` : masked;
}

function isPersonalMember(key: string, item: unknown): boolean {
  if (ADDRESS.test(key) && typeof item === 'object' && !Array.isArray(item)) return false;
  return PERSONAL.test(key);
}

type Masker = (text: string) => string;

/**
 * Masks what a person is known by wherever it stands, since carriers repeat it in their messages: in whatever letters, also in capitals
 * (in which `ß` is `SS`) and in the Latin letters in which it may have been sent.
 */
function maskerOf(personalData: readonly string[]): Masker {
  const forms = personalData.flatMap((each) => [each, each.toUpperCase(), anyAscii(each)]);
  const known = [...new Set(forms)]
    .filter((form) => form.length >= MIN_KNOWN)
    .toSorted((one, other) => other.length - one.length);
  if (known.length === 0) return (text) => text;
  const pattern = new RegExp(known.map((form) => form.replace(SYNTAX, '\\$&')).join('|'), 'giu');
  return (text) => text.replace(pattern, mask);
}

/** The first character stays: enough to see that something was there. */
function mask(value: string): string {
  return value === '' ? '' : `${[...value][0] ?? ''}***`;
}
