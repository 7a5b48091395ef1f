import type { EventType } from '../../platform/events.ts';

// What a webhook may name in `events`: a type, `shipment.*` for every type that begins so, and `*` for all. Nothing else knows these forms.

/** Everything in a webhook's `events` by which it is sent events of a type. */
export function namesFor(type: string): readonly string[] {
  return ['*', type, `${type.split('.', 1)[0]}.*`];
}

/** The same in SQL, of an expression. */
export function namesForSql(type: string): string {
  return `array['*', ${type}, split_part(${type}, '.', 1) || '.*']`;
}

/** The types among those of which a webhook with these `events` is told. */
export function typesWanted(events: readonly string[], types: Iterable<EventType>): EventType[] {
  const wanted = new Set(events);
  return [...types].filter(({ type }) => namesFor(type).some((name) => wanted.has(name)));
}
