import { createKnownData, type KnownData, mask } from './known-data.ts';
import { parseAnswer } from './parse-answer.ts';
import { withoutLabels, withoutPrivateMembers } from './redact-text.ts';
import { kindOfMember, type MemberKind } from './redacted-members.ts';

const MAX_TEXT = 500;
const MAX_URL = 2_000;
/** So much more of a text is looked at than is kept, since something known may begin before the cut. */
const OVERLAP = 300;
const MAX_DEPTH = 40;

/** What of a call may be kept for support. */
export interface Redaction {
  /**
   * A body, read or as it came: secrets are gone, what tells of persons is masked, labels and other long texts are named by their length only,
   * and the whole is no longer than `maxLength`. What is JSON is masked by member; anything else by what is known and by what looks like members.
   */
  body(body: unknown, maxLength: number): string;
  /** A URL with the values of its query masked by their names. */
  url(url: string): string;
  /** A text without the account's credentials, and otherwise as it is. */
  withoutSecrets(text: string): string;
}

/**
 * @param personalData what the persons of the call are known by
 * @param secrets the values of the account's credentials
 */
export function createRedaction(personalData: readonly string[], secrets: readonly string[]): Redaction {
  const known = createKnownData(personalData, secrets);

  function redactText(text: string, maxLength: number): string {
    const parsed = parseJson(text);
    if (parsed !== undefined) return shortened(redactJson(known, parsed, maxLength), maxLength, text.length);
    return keptOfText(known, text, maxLength);
  }

  return {
    body(body, maxLength) {
      if (typeof body === 'string') return redactText(body, maxLength);
      const redacted = redactJson(known, body, maxLength);
      return redacted.length <= maxLength ? redacted : shortened(redacted, maxLength, lengthOf(body));
    },
    url(url) {
      const { origin, pathname, searchParams } = new URL(url);
      const query = [...searchParams].map(
        ([name, value]) =>
          `${name}=${String(redactValue(value, kindOfMember(name, 'other'), known, { left: MAX_URL }))}`,
      );
      const place = `${origin}${known.secrets(pathname)}`;
      return cut(query.length === 0 ? place : `${place}?${query.join('&')}`, MAX_URL);
    },
    withoutSecrets: known.secrets,
  };
}

/** The object or list that it is; undefined for all else. */
function parseJson(text: string): object | undefined {
  try {
    const parsed = parseAnswer(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Not much longer than `maxLength`: what would not be kept is not looked at. */
function redactJson(known: KnownData, body: unknown, maxLength: number): string {
  return JSON.stringify(redactValue(body, 'text', known, { left: maxLength })) ?? '';
}

/** How many characters there still is room for. */
interface Room {
  left: number;
}

function redactValue(value: unknown, kind: MemberKind, known: KnownData, room: Room, depth = 0): unknown {
  room.left--;
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      if (room.left <= 0) break;
      items.push(redactValue(item, kind, known, room, depth + 1));
    }
    return items;
  }
  if (typeof value === 'object' && value !== null) {
    const members: [string, unknown][] = [];
    for (const [name, item] of Object.entries(value)) {
      if (room.left <= 0) break;
      room.left -= name.length;
      const own = kindOfMember(name, shapeOf(item));
      const inner = kind === 'personal' && own !== 'secret' ? kind : own;
      members.push([name, redactValue(item, inner, known, room, depth + 1)]);
    }
    return Object.fromEntries(members);
  }
  const redacted = redactPrimitive(value, kind, known);
  room.left -= String(redacted).length;
  return redacted;
}

function shapeOf(value: unknown): 'object' | 'list' | 'other' {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'object' : 'other';
}

function redactPrimitive(value: unknown, kind: MemberKind, known: KnownData): unknown {
  if (kind === 'secret') return '***';
  if (typeof value === 'bigint') return redactPrimitive(String(value), kind, known);
  const isPersonal = kind === 'personal' || kind === 'tax-number';
  if (typeof value === 'number') return isPersonal ? '***' : value;
  if (typeof value !== 'string') return value;
  if (isPersonal) return mask(value);
  return kind === 'coded' && value.length <= MAX_TEXT
    ? known.coded(withoutLabels(value))
    : keptOfText(known, value, MAX_TEXT);
}

/** A text that is no JSON, or stands in JSON. */
function keptOfText(known: KnownData, text: string, maxLength: number): string {
  const unlabelled = withoutLabels(text);
  const taken = unlabelled.slice(0, maxLength + OVERLAP);
  const clean = known.text(withoutPrivateMembers(taken));
  if (taken.length === unlabelled.length) return shortened(clean, maxLength, text.length);
  // The last of it may be the beginning of something known.
  const sure = Math.min(maxLength, Math.max(0, clean.length - OVERLAP));
  return `${cut(clean, sure)}… (${text.length} characters)`;
}

function shortened(clean: string, maxLength: number, length: number): string {
  return clean.length <= maxLength ? clean : `${cut(clean, maxLength)}… (${length} characters)`;
}

/** Half a character is none: nothing could hold it. */
function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}

function lengthOf(body: unknown): number {
  return JSON.stringify(body, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).length;
}
