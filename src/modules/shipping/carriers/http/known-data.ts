import anyAscii from 'any-ascii';
import { carrierText } from '../carrier-text.ts';
import { fold, masking } from './mask-forms.ts';
import { maskingNumbers } from './mask-numbers.ts';

/** In which all of an address may have been sent. */
const CHARSETS = ['latin1', 'ascii'] as const;
const IN_ASCII = /^[\x20-\x7e]*$/;
/** What is shorter is a part of too many words, and is masked only as a word of its own. */
const MIN_KNOWN = 5;
/** Of a secret: "client" is a part of "client_credentials". */
const MIN_SECRET = 8;
/** Scripts in which names are short, and stand within a text without blanks around them. */
const UNSPACED = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]{2,}$/u;
/** Two letters at least; with a digit in it ("3B") it is no name. */
const SHORT_NAME = /^\p{L}[\p{L}\p{M} .'’-]*[\p{L}\p{M}]$/u;
/** What may not stand beside a short name or a short secret. */
const OF_A_WORD = '[\\p{L}\\p{M}\\p{N}_]';
/** Of regular expressions. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

/** Masks what is known wherever it stands, since carriers repeat it in their messages. */
export interface KnownData {
  secrets(text: string): string;
  /** In a text of any kind: secrets and what persons are known by. */
  text(text: string): string;
  /** In a member that holds a code: a single word is one, and so is what is known as a whole. */
  coded(text: string): string;
}

/**
 * @param personalData what the persons of the call are known by: masked in whatever letters, also in capitals (in which `ß` is `SS`), in the
 *   Latin letters in which it may have been sent, and cut as a carrier's field cuts it. Short names are masked as they are written and in
 *   capitals only, because "an" and "to" are words of every message, and An and To are people.
 * @param secrets the values of the account's credentials, masked also as HTTP Basic, forms and JSON write them
 */
export function createKnownData(personalData: readonly string[], secrets: readonly string[]): KnownData {
  const maskSecrets = maskingSecrets(secrets);
  // Numbers have forms of their own.
  const forms = [...new Set(personalData.flatMap(lettersOf))].filter((form) => !/^\d+$/.test(form));
  const isLong = (form: string): boolean => form.length >= MIN_KNOWN;
  const long = forms.filter(isLong);
  const known = new Set(long.map(fold));
  const maskLong = masking(long, MIN_KNOWN, mask);
  const short = forms.filter((form) => !isLong(form));
  const maskUnspaced = replacing(
    short.filter((form) => UNSPACED.test(form)),
    mask,
  );
  const names = short.filter((form) => !UNSPACED.test(form) && SHORT_NAME.test(form));
  const maskNames = replacing([...new Set(names.flatMap((name) => [name, name.toUpperCase()]))], mask, OF_A_WORD);
  const maskNumbers = maskingNumbers(personalData, mask);
  const maskPersons = (text: string): string => maskUnspaced(maskLong(text));
  return {
    secrets: maskSecrets,
    text: (text) => maskNumbers(maskNames(maskPersons(maskSecrets(text)))),
    coded: (text) => {
      const clean = maskSecrets(text);
      return /[\s@]/.test(clean.trim()) && !known.has(fold(clean.trim())) ? maskPersons(clean) : clean;
    },
  };
}

/** The first character stays: enough to see that something was there. */
export function mask(value: string): string {
  return value === '' ? '' : `${[...value][0] ?? ''}***`;
}

/** As it is written, as it may have been sent, and in the capitals of both where these have other letters. */
function lettersOf(known: string): string[] {
  const trimmed = known.trim();
  if (IN_ASCII.test(trimmed)) return [trimmed];
  const sent = CHARSETS.map((charset) => carrierText(trimmed, { maxLength: Number.POSITIVE_INFINITY, charset }));
  return [trimmed, anyAscii(trimmed), ...sent].flatMap((form) => [form, form.toUpperCase()]);
}

function maskingSecrets(secrets: readonly string[]): (text: string) => string {
  const hide = (): string => '***';
  const basic = secrets.flatMap((user) => secrets.flatMap((password) => base64Of(`${user}:${password}`)));
  const written = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), inForm(secret), inJson(secret)]);
  const forms = [...new Set([...written, ...basic])].filter((form) => form !== '');
  const maskLong = masking(
    forms.filter((form) => form.length >= MIN_SECRET),
    MIN_SECRET,
    hide,
  );
  const maskShort = replacing(
    forms.filter((form) => form.length < MIN_SECRET),
    hide,
    OF_A_WORD,
  );
  return (text) => maskShort(maskLong(text));
}

/** With the padding, and without it, which not everyone writes. */
function base64Of(text: string): string[] {
  const encoded = Buffer.from(text).toString('base64');
  return [encoded, encoded.replace(/=+$/, '')];
}

function inForm(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Masks each of the few forms, the longest first: those with none of such characters on either side. */
function replacing(forms: readonly string[], masked: (form: string) => string, around?: string) {
  if (forms.length === 0) return (text: string): string => text;
  const literals = forms
    .toSorted((one, other) => other.length - one.length)
    .map((form) => form.replace(SYNTAX, '\\$&'))
    .join('|');
  const pattern = new RegExp(around === undefined ? literals : `(?<!${around})(?:${literals})(?!${around})`, 'gu');
  return (text: string): string => text.replace(pattern, masked);
}
