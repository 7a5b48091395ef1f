import { kindOfMember } from './redacted-members.ts';

/** Labels and papers: long runs without blanks, also with the backslashes that JSON has before slashes and ends of lines. */
const BASE64 = /(?<![A-Za-z0-9+/=_\r\n\\-])[A-Za-z0-9+/=_\r\n\\-]{200}[A-Za-z0-9+/=_\r\n\\-]*/g;
/** The beginning of one where the body is cut off. */
const BASE64_BEGUN = /(?<=":\s*")[A-Za-z0-9+/=_\r\n\\-]{24,199}$/;
/** Of one that is cut off, all that there is. */
const ZPL = /\^XA[^]*?(?:\^XZ|$)/g;
const PDF = /%PDF-[^]*/g;
/** `"name":`, also within a text of another, where its quotes have backslashes. */
const MEMBER = /(\\{0,7}")([\w.:@ -]{1,64})\1\s*:\s*/g;
const QUOTE = /\\{0,7}"/y;
const PRIMITIVE = /[^\s,}\]]*/y;
/** Who has accepted a parcel, as DHL Express tells it of a delivery: "Delivered : ALBY H". */
const SIGNATORY = /^((?:delivered|signed for by|received by)\s*:\s*)\S[^]*$/i;
const FORM_FIELD = /(?<=^|[?&;\s])([\w.-]{1,64})=([^&\s<>"']+)/g;
const ELEMENT = /(?<=<(?:[\w.-]{1,64}:)?)([\w.-]{1,64})((?:\s[^<>]*)?>)([^<>]+)/g;

/** Names labels and papers by their lengths. */
export function withoutLabels(text: string): string {
  return [BASE64, BASE64_BEGUN]
    .reduce((clean, pattern) => clean.replace(pattern, (label) => named(label, 'base64')), text)
    .replace(ZPL, (label) => named(label, 'ZPL'))
    .replace(PDF, (paper) => named(paper, 'PDF'));
}

function named(label: string, kind: string): string {
  // A backslash at the end belongs to what is next.
  return `(${label.length} characters of ${kind})${label.endsWith('\\') ? '\\' : ''}`;
}

/** Masks secret and personal members of what is no whole JSON text: one that is cut off, one within HTML, a form, XML. */
export function withoutPrivateMembers(text: string): string {
  return withoutJsonMembers(text.replace(SIGNATORY, '$1***'))
    .replace(FORM_FIELD, (field, name: string) => (isPrivate(name, 'other') ? `${name}=***` : field))
    .replace(ELEMENT, (element, name: string, tag: string) =>
      isPrivate(name, 'other') ? `${name}${tag}***` : element,
    );
}

function withoutJsonMembers(text: string): string {
  let kept = 0;
  let clean = '';
  for (const { 0: member, 2: name = '', index } of text.matchAll(MEMBER)) {
    const begin = index + member.length;
    // What stands in a value that is masked already.
    if (index < kept || !isPrivate(name, shapeAt(text, begin))) continue;
    clean += `${text.slice(kept, begin)}***`;
    kept = endOfValue(text, begin);
  }
  return clean + text.slice(kept);
}

function isPrivate(name: string, shape: 'object' | 'list' | 'other'): boolean {
  const kind = kindOfMember(name, shape);
  return kind === 'secret' || kind === 'personal' || (kind === 'tax-number' && shape !== 'object');
}

function shapeAt(text: string, at: number): 'object' | 'list' | 'other' {
  if (text[at] === '{') return 'object';
  return text[at] === '[' ? 'list' : 'other';
}

/** Where the value that begins there ends; the end of the text where it is cut off. */
function endOfValue(text: string, begin: number): number {
  let depth = 0;
  let at = begin;
  do {
    const quote = matchAt(QUOTE, text, at);
    if (quote !== '') at = endOfString(text, at + quote.length, quote);
    else if (depth === 0 && shapeAt(text, at) === 'other') return at + matchAt(PRIMITIVE, text, at).length;
    else {
      if (shapeAt(text, at) !== 'other') depth++;
      if (text[at] === '}' || text[at] === ']') depth--;
      at++;
    }
  } while (depth > 0 && at < text.length);
  return at;
}

function endOfString(text: string, begin: number, quote: string): number {
  for (let at = text.indexOf(quote, begin); at !== -1; at = text.indexOf(quote, at + 1)) {
    // With more backslashes it is a quote within the string.
    if (text[at - 1] !== '\\') return at + quote.length;
  }
  return text.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
