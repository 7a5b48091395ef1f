/**
 * Reads a carrier's answer as it comes: an object where an array was promised, a number where a string was, a missing or an unknown
 * member. None of them breaks a booking that the carrier has accepted; what must be there is asked for with `required`.
 */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, name) => {
    const only = typeof name === 'string' && Array.isArray(inner) ? (inner[0] as unknown) : inner;
    if (typeof only !== 'object' || only === null) return undefined;
    return Object.hasOwn(only, name) ? (only as Record<string | number, unknown>)[name] : undefined;
  }, value);
}

/** The items of an array, the one thing that stands in its place, or nothing. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? (found as unknown[]) : [found];
}

/** The text at the place, a number as its digits; undefined for nothing, blanks, and what is no text. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  const text = typeof found === 'number' ? String(found) : found;
  if (typeof text !== 'string') return undefined;
  // What no database and no label can hold is left out: it must not undo a booking.
  const clean = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return clean === '' ? undefined : clean;
}

/** The number at the place, also where it is written as text. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const text = textAt(value, ...path);
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** The bytes of a base64 text at the place. */
export function bytesAt(value: unknown, ...path: readonly (string | number)[]): Uint8Array | undefined {
  const text = at(value, ...path);
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 0 ? undefined : bytes;
}
