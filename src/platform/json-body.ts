import { isUtf8 } from 'node:buffer';
import { ProblemError } from './problem.ts';

const MAX_DEPTH = 32;
/** Each costs a check and, when it is wrong, an error. 999 handling units with two kinds of goods each fit. */
export const MAX_VALUES = 30_000;
/** Of one object; what the API takes has a few dozen. An object of thousands is slow in everything that is done with it. */
const MAX_KEYS = 1_000;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * Parses a JSON body and refuses what JSON allows but nothing behind it can keep: invalid UTF-8, NUL and lone
 * surrogates (PostgreSQL text), nesting that overflows a recursive serialiser, and `__proto__` keys.
 * @throws malformed-body (400)
 */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw malformedBody('The body is not valid UTF-8.');
  if (BYTE_ORDER_MARK.equals(body.subarray(0, BYTE_ORDER_MARK.length))) {
    throw malformedBody(
      'The body begins with a byte order mark (EF BB BF), which JSON does without (RFC 8259, section 8.1).',
    );
  }
  const { depth, separators, keys } = measureNesting(body);
  if (depth > MAX_DEPTH) throw malformedBody(`The body is nested deeper than ${MAX_DEPTH} levels.`);
  if (separators > MAX_VALUES)
    throw malformedBody(
      `The body has more than ${MAX_VALUES} values. Send it in parts: a large shipment as several, a batch as smaller ones, several goods of one kind as one with their quantity.`,
    );
  if (keys > MAX_KEYS) throw malformedBody(`An object in the body has more than ${MAX_KEYS} keys.`);
  const text = body.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw malformedBody(`The body is not valid JSON: ${cause instanceof Error ? cause.message : 'unexpected end'}.`);
  }
  // Escapes are rare; only a text that has a suspicious one is worth a walk.
  if (/\\u(?:0000|d[89a-f])|__proto__|\\u005f|constructor/i.test(text)) refuseUnstorable(value);
  return value;
}

/** One pass over the bytes, strings skipped: cheap enough for every request, and not recursive. */
function measureNesting(body: Buffer): { depth: number; separators: number; keys: number } {
  let depth = 0;
  let deepest = 0;
  let separators = 0;
  let keys = 0;
  let inString = false;
  // Keys of the object at each depth; of an array none.
  const keysAt: number[] = [];
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (inString) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      deepest = Math.max(deepest, ++depth);
      if (deepest > MAX_DEPTH) break;
      keysAt[depth] = 0;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
    else if (byte === 0x2c) separators++;
    else if (byte === 0x3a) keys = Math.max(keys, (keysAt[depth] = (keysAt[depth] ?? 0) + 1));
  }
  return { depth: deepest, separators, keys };
}

function refuseUnstorable(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw malformedBody('A text in the body contains the NUL character (\\u0000).');
    if (!value.isWellFormed()) throw malformedBody('A text in the body contains half of a surrogate pair.');
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      if (key === '__proto__' || key === 'constructor') throw malformedBody(`The body has a key named ${key}.`);
      refuseUnstorable(key);
      refuseUnstorable(member);
    }
  }
}

/** @param detail what cannot be read, and where */
export function malformedBody(detail: string): ProblemError {
  return new ProblemError({ type: 'malformed-body', status: 400, title: 'Malformed Body', detail });
}
