import { KindGuard, type Static, type TArray, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';

/**
 * What an answer of that schema tells once it has been decoded. A list is always there, if need be empty; an object is always there, if need
 * be with nothing in it; all else may be missing, whatever the carrier's document promises.
 */
export type Told<Schema extends TSchema> =
  Schema extends TObject<infer Members>
    ? { readonly [Name in keyof Members]: Told<Members[Name]> }
    : Schema extends TArray<infer Item>
      ? readonly Told<Item>[]
      : Static<Schema> | undefined;

/**
 * Reads a carrier's answer as it comes: an object where an array was promised, a number where a string was, a missing or an unknown
 * member. None of them breaks a booking that the carrier has accepted, so that this never throws; what must be there is asked for by the
 * adapter. A schema names what an adapter reads, and nothing else of the answer is kept:
 * - `Type.String()`: text without control characters and blanks at its ends, a number as its digits; a blank text is none, nor is a whole
 *   number that JavaScript cannot hold exactly, of which `parseAnswer` gives the digits.
 * - `Type.Number()`: also where it is written as text.
 * - `Type.Uint8Array()`: the bytes of a base64 text, also where that is a `data:` address.
 * - `Type.Unknown()`: as it came.
 * A list of one where one thing was promised is that one.
 */
export function decodeAnswer<Schema extends TSchema>(schema: Schema, answer: unknown): Told<Schema> {
  return decode(schema, answer) as Told<Schema>;
}

function decode(schema: TSchema, value: unknown): unknown {
  if (KindGuard.IsArray(schema)) return listOf(value).map((item) => decode(schema.items, item));
  if (KindGuard.IsObject(schema)) return decodeObject(schema.properties, Array.isArray(value) ? value[0] : value);
  if (KindGuard.IsString(schema)) return textOf(onlyOf(value));
  if (KindGuard.IsNumber(schema)) return numberOf(onlyOf(value));
  if (KindGuard.IsUint8Array(schema)) return bytesOf(onlyOf(value));
  return value;
}

function decodeObject(members: TProperties, value: unknown): object {
  const told = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      decode(member, Object.hasOwn(told, name) ? told[name] : undefined),
    ]),
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function onlyOf(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
}

function textOf(value: unknown): string | undefined {
  // Another parcel's number is worse than none.
  const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value);
  const text = typeof value === 'number' && !isInexact ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  // What no database and no label can hold is left out: it must not undo a booking.
  const clean = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return clean === '' ? undefined : clean;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Number(textOf(value) ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined;
  const bytes = Buffer.from(value.replace(/^data:[^,]*,/, ''), 'base64');
  return bytes.length === 0 ? undefined : bytes;
}
