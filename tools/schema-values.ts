import type { FlatSchema } from './schema-alternatives.ts';

/** Who sends what a schema describes: the client (`request`) or this server (`response`). */
export type Direction = 'request' | 'response';

/** What a keyword allows now, compared with what it allowed before. */
type Extent = 'same' | 'narrower' | 'wider' | 'other';

type KeywordChange = readonly [keyword: string, extent: Extent, was: unknown, is: unknown];

/** Keywords whose values cannot be told apart as more or less: adding one narrows, removing it widens, else both. */
const OPAQUE = [
  'format',
  'pattern',
  'multipleOf',
  'uniqueItems',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'prefixItems',
  'patternProperties',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
];

/**
 * The changes of a schema's own keywords, its fields and items aside, that break a client: a request whose values
 * became fewer, a response whose values became more, a default that a client may rely on.
 */
export function valueChanges(direction: Direction, old: FlatSchema, now: FlatSchema): string[] {
  const harmless: Extent = direction === 'request' ? 'wider' : 'narrower';
  const changes: readonly KeywordChange[] = [
    ['nullable', nullableExtent(old, now), old.nullable ?? false, now.nullable ?? false],
    ['enum', enumChange(direction, old, now), old.enum, now.enum],
    lowerChange('minimum', lowerBound(old), lowerBound(now)),
    upperChange('maximum', upperBound(old), upperBound(now)),
    ...['minLength', 'minItems', 'minProperties'].map((key) =>
      lowerChange(key, bound(old[key], 0), bound(now[key], 0)),
    ),
    ...['maxLength', 'maxItems', 'maxProperties'].map((key) =>
      upperChange(key, bound(old[key], Infinity), bound(now[key], Infinity)),
    ),
    ...OPAQUE.map(
      (key): KeywordChange => [key, opaqueExtent(old[key] || undefined, now[key] || undefined), old[key], now[key]],
    ),
    ['default', direction === 'request' ? defaultExtent(old, now) : 'same', old['default'], now['default']],
  ];
  return changes
    .filter(([, extent]) => extent !== 'same' && extent !== harmless)
    .map(([keyword, , was, is]) => `${keyword} changed from ${text(was)} to ${text(is)}`);
}

function nullableExtent(old: FlatSchema, now: FlatSchema): Extent {
  if ((old.nullable ?? false) === (now.nullable ?? false)) return 'same';
  return now.nullable ? 'wider' : 'narrower';
}

/** Whoever reads a list that was said to grow (`x-extensible-enum`) was warned. */
function enumChange(direction: Direction, old: FlatSchema, now: FlatSchema): Extent {
  const extent = enumExtent(old.enum, now.enum);
  const isGrowth = direction === 'response' && extent === 'wider' && now.enum !== undefined;
  return isGrowth && old['x-extensible-enum'] === true ? 'same' : extent;
}

function enumExtent(was: unknown[] | undefined, is: unknown[] | undefined): Extent {
  if (was === undefined || is === undefined) return opaqueExtent(was, is);
  const lost = was.some((value) => !is.includes(value));
  const gained = is.some((value) => !was.includes(value));
  if (lost && gained) return 'other';
  if (lost) return 'narrower';
  return gained ? 'wider' : 'same';
}

function opaqueExtent(was: unknown, is: unknown): Extent {
  if (JSON.stringify(was) === JSON.stringify(is)) return 'same';
  if (was === undefined) return 'narrower';
  return is === undefined ? 'wider' : 'other';
}

/** Leaving a field out means something else when its default changes; giving it one says what it meant all along. */
function defaultExtent(old: FlatSchema, now: FlatSchema): Extent {
  const was = old['default'];
  const is = now['default'];
  return was === undefined || is === undefined || JSON.stringify(was) === JSON.stringify(is) ? 'same' : 'other';
}

interface Bound {
  value: number;
  exclusive: boolean;
}

function bound(value: unknown, unbounded: number): Bound {
  return { value: typeof value === 'number' ? value : unbounded, exclusive: false };
}

function lowerBound(schema: FlatSchema): Bound {
  const inclusive = bound(schema['minimum'], -Infinity);
  const exclusive = { ...bound(schema.exclusiveMinimum, -Infinity), exclusive: true };
  return exclusive.value > -Infinity && exclusive.value >= inclusive.value ? exclusive : inclusive;
}

function upperBound(schema: FlatSchema): Bound {
  const inclusive = bound(schema['maximum'], Infinity);
  const exclusive = { ...bound(schema.exclusiveMaximum, Infinity), exclusive: true };
  return exclusive.value < Infinity && exclusive.value <= inclusive.value ? exclusive : inclusive;
}

function lowerChange(keyword: string, was: Bound, is: Bound): KeywordChange {
  return [keyword, boundExtent(was, is, is.value > was.value), boundText(was), boundText(is)];
}

function upperChange(keyword: string, was: Bound, is: Bound): KeywordChange {
  return [keyword, boundExtent(was, is, is.value < was.value), boundText(was), boundText(is)];
}

function boundExtent(was: Bound, is: Bound, isNarrower: boolean): Extent {
  if (was.value !== is.value) return isNarrower ? 'narrower' : 'wider';
  if (was.exclusive === is.exclusive) return 'same';
  return is.exclusive ? 'narrower' : 'wider';
}

function boundText({ value, exclusive }: Bound): unknown {
  if (!Number.isFinite(value)) return undefined;
  return exclusive ? `exclusive ${value}` : value;
}

function text(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}
