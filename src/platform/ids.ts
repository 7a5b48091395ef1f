import { uuidv7obj } from 'uuidv7';

/** A new id with the time it carries. Ids of one process rise strictly; ids of several rise by the millisecond. */
export function newId(): string {
  return uuidv7obj().toString();
}

/** The creation time that a UUIDv7 carries in its first 48 bits (RFC 9562 section 5.7). */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** The smallest UUIDv7 of a moment: every id made at or after it is not less. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
