import { exampleOf, type Schema } from './api-operations.ts';

/** A body as large as is looked into at all, with much of one kind in one place. */
export interface LargeBody {
  /** What is where, for the reader of a failure. */
  name: string;
  text: string;
}

/** Of a body; more is refused unread. */
const MAX_BYTES = 1024 * 1024;
/** Commas in a body; the same. */
const MAX_VALUES = 30_000;
/** For all that stands around what there is much of. */
const SPARE_BYTES = 30_000;
const SPARE_VALUES = 500;

/**
 * For every list and object of a schema, as much in it as fits, and as much as it allows, in as many places as its own lists allow: wrong in
 * each place, in the last one, or by what it must not have. And texts without end in every place at once.
 * @param seen what other schemas have too: each part is asked about once
 */
export function largeBodiesOf(schema: Schema, seen: Set<string>): LargeBody[] {
  const example = fullOf(schema);
  const places = placesOf(schema).filter(({ schema: part }) => {
    const key = JSON.stringify(part);
    return !seen.has(key) && seen.add(key);
  });
  return [
    ...places.flatMap((place) => (place.schema.type === 'array' ? listsAt(place, example) : [])),
    ...places.flatMap((place) => (place.schema.type === 'object' ? keysAt(place, example) : [])),
    ...textsIn(placesOf(schema), example),
  ];
}

interface Place {
  path: (string | number)[];
  schema: Schema;
  /** That it is within, the innermost. */
  list?: Place;
}

function placesOf(schema: Schema, path: Place['path'] = [], list?: Place): Place[] {
  const here: Place = { path, schema, ...(list === undefined ? {} : { list }) };
  const { properties = {}, additionalProperties: map, items, anyOf = [] } = schema;
  return [
    here,
    ...Object.entries(properties).flatMap(([name, property]) => placesOf(property, [...path, name], list)),
    ...(typeof map === 'object' ? placesOf(map, [...path, 'anyName'], list) : []),
    ...(items === undefined ? [] : placesOf(items, [...path, 0], here)),
    ...anyOf.flatMap((each) => placesOf(each, path, list)),
  ];
}

/** A value with everything that the schema allows. */
function fullOf(schema: Schema): unknown {
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [name, fullOf(property)]);
    return { ...Object.fromEntries(properties), ...(schema.example as object | undefined) };
  }
  if (schema.type === 'array' && schema.items !== undefined) return schema.example ?? [fullOf(schema.items)];
  return schema.anyOf?.[0] === undefined ? exampleOf(schema) : fullOf(schema.anyOf[0]);
}

function listsAt(place: Place, example: unknown): LargeBody[] {
  const { maxItems = Number.POSITIVE_INFINITY, items = {} } = place.schema;
  const full = JSON.stringify(fullOf(items));
  const contents: [string, string, string][] = [
    ['items of another type', WRONG, ''],
    ['good items and a wrong one', full, WRONG],
    ['items with an unknown key', full.replace('{"', '{"unknown":0,"'), ''],
  ];
  return contents.flatMap(([what, item, last]) => {
    const name = `${what} in ${nameOf(place.path)}`;
    const fits = countThatFit(item);
    const all = { name: `as many ${name} as fit`, text: textWith(example, place.path, listOf(item, fits, last)) };
    if (maxItems >= fits) return [all];
    return [
      all,
      ...inEachItem(place, example, listOf(item, maxItems - (last === '' ? 0 : 1), last), `${maxItems} ${name}`),
    ];
  });
}

function keysAt(place: Place, example: unknown): LargeBody[] {
  const { additionalProperties: map } = place.schema;
  const value = typeof map === 'object' ? JSON.stringify(fullOf(map)) : '0';
  const keys = Array.from({ length: 900 }, (_, at) => `"k${at}":${value}`);
  return inEachItem(place, example, `{${keys.join(',')}}`, `900 keys in ${nameOf(place.path)}`);
}

/** The text in its place, and in the same place of as many items as fit of the list around it. */
function inEachItem({ path, list }: Place, example: unknown, text: string, name: string): LargeBody[] {
  const once = { name, text: textWith(example, path, text) };
  if (list === undefined) return [once];
  const item = textWith(fullOf(list.schema.items ?? {}), path.slice(list.path.length + 1), text);
  const count = Math.min(countThatFit(item), list.schema.maxItems ?? Number.POSITIVE_INFINITY);
  return [{ name: `${count} times ${name}`, text: textWith(example, list.path, listOf(item, count, '')) }];
}

/** What patterns that backtrack, and parsers of numbers, addresses and dates, take their time with. */
const UNITS = ['x', '1 ', ' ', '-.', 'é', '+1', '\u{1f4a9}', '\u0001', '2026-01-01T', 'a.', '@a', '://'];

function textsIn(places: readonly Place[], example: unknown): LargeBody[] {
  const strings = places.filter(({ schema }) => schema.type === 'string');
  const share = Math.floor((MAX_BYTES - SPARE_BYTES) / Math.max(1, strings.length) / JSON.stringify('\u0001').length);
  return UNITS.flatMap((unit) =>
    [share, 64].map((length) => {
      const filled = structuredClone(example) as Body;
      for (const { path } of strings) put(filled, path, unit.repeat(length / unit.length));
      const name = `${JSON.stringify(unit)} again and again in every text, to ${length} characters`;
      return { name, text: JSON.stringify(filled) };
    }),
  );
}

/** What no list holds. */
const WRONG = '[[]]';

function countThatFit(item: string): number {
  const values = item.split(',').length;
  return Math.floor(Math.min((MAX_VALUES - SPARE_VALUES) / values, (MAX_BYTES - SPARE_BYTES) / (item.length + 1)));
}

function listOf(item: string, count: number, last: string): string {
  return `[${[...Array(Math.max(1, count)).fill(item), ...(last === '' ? [] : [last])].join(',')}]`;
}

const nameOf = (path: Place['path']): string => (path.length === 0 ? 'the body' : path.join('.'));

type Body = Record<string | number, unknown>;

/** The example in JSON, with a JSON text in one place of it. */
function textWith(example: unknown, path: Place['path'], text: string): string {
  if (path.length === 0) return text;
  const marked = structuredClone(example) as Body;
  put(marked, path, MARK);
  return JSON.stringify(marked).replace(`"${MARK}"`, () => text);
}

function put(body: Body, path: Place['path'], value: unknown): void {
  let parent = body;
  for (const [at, name] of path.slice(0, -1).entries()) {
    if (typeof parent[name] !== 'object' || parent[name] === null)
      parent[name] = typeof path[at + 1] === 'number' ? [] : {};
    parent = parent[name] as Body;
  }
  parent[path.at(-1) ?? ''] = value;
}

const MARK = 'here goes the large part';
