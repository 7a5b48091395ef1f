import { alternativesOf, type Components, type FlatSchema, type Schema } from './schema-alternatives.ts';
import { type Direction, valueChanges } from './schema-values.ts';

export interface SchemaChange {
  /** JSON pointer into the document; one under `/components` when the schema is shared. */
  pointer: string;
  message: string;
}

export interface SchemaComparison {
  direction: Direction;
  before: Components;
  after: Components;
  /** Pairs that are compared already or just now: recursive schemas end, and a shared schema is reported once. */
  seen: Set<string>;
}

/**
 * The changes from `before` to `after` that break a client. A schema that is left out allows everything.
 *
 * The specification's table speaks of fields and is followed to the letter, in requests and in responses: changing
 * a type, removing a field (a rename is a removal) and optional -> required are major; adding an optional field
 * and required -> optional are not. For a response, required -> optional means that a client may miss a field that
 * it always got: the table calls it safe, and the regenerated client shows every such place as a type error. A new
 * field that a response always has asks nothing of a client and counts as "add optional field".
 *
 * Where the table is silent, variance decides: what clients send must stay accepted, so a request may only become
 * wider; what clients read must stay understood, so a response may only become narrower.
 */
export function schemaChanges(
  comparison: SchemaComparison,
  before: Schema | undefined,
  after: Schema | undefined,
  pointer: string,
): SchemaChange[] {
  const pair = JSON.stringify([comparison.direction, before, after]);
  if (comparison.seen.has(pair)) return [];
  comparison.seen.add(pair);

  const place = before?.$ref?.slice(1) ?? pointer;
  const olds = alternativesOf(comparison.before, before);
  const news = alternativesOf(comparison.after, after);
  const [old] = olds;
  const [now] = news;
  if (old !== undefined && now !== undefined && olds.length === 1 && news.length === 1) {
    return flatChanges(comparison, old, now, place);
  }
  return alternativeChanges(comparison, olds, news, place);
}

function alternativeChanges(
  comparison: SchemaComparison,
  olds: FlatSchema[],
  news: FlatSchema[],
  pointer: string,
): SchemaChange[] {
  // Whatever a client may send must fit somewhere afterwards; whatever it may read must have been possible before.
  const request = comparison.direction === 'request';
  const unmatched = request
    ? olds.filter((old) => !news.some((now) => fits(comparison, old, now)))
    : news.filter((now) => !olds.some((old) => fits(comparison, old, now)));
  const [first] = unmatched;
  if (first === undefined) return [];
  const index = (request ? olds : news).indexOf(first);
  const old = olds[index];
  const now = news[index];
  if (old !== undefined && now !== undefined && olds.length === news.length && unmatched.length === 1) {
    return flatChanges(comparison, old, now, pointer);
  }
  return [{ pointer, message: request ? 'an alternative is no longer accepted' : 'an alternative was added' }];
}

function fits(comparison: SchemaComparison, old: FlatSchema, now: FlatSchema): boolean {
  return flatChanges({ ...comparison, seen: new Set(comparison.seen) }, old, now, '').length === 0;
}

function flatChanges(comparison: SchemaComparison, old: FlatSchema, now: FlatSchema, pointer: string): SchemaChange[] {
  if (old.type !== now.type) {
    return [{ pointer, message: `type changed from ${old.type ?? 'anything'} to ${now.type ?? 'anything'}` }];
  }
  return [
    ...valueChanges(comparison.direction, old, now).map((message) => ({ pointer, message })),
    ...fieldChanges(comparison, old, now, pointer),
    ...furtherFieldChanges(comparison, old, now, pointer),
    ...(old.type === 'array' ? schemaChanges(comparison, old.items, now.items, `${pointer}/items`) : []),
  ];
}

function fieldChanges(comparison: SchemaComparison, old: FlatSchema, now: FlatSchema, pointer: string): SchemaChange[] {
  const before = fieldsOf(comparison.direction, old);
  const after = fieldsOf(comparison.direction, now);
  const required = new Set(now.required);
  const changes: SchemaChange[] = [];
  for (const [name, field] of before) {
    const place = `${pointer}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const successor = after.get(name);
    if (successor === undefined) {
      changes.push({ pointer: place, message: 'field removed' });
      continue;
    }
    if (required.has(name) && !old.required?.includes(name)) {
      changes.push({ pointer: place, message: 'field changed from optional to required' });
    }
    changes.push(...schemaChanges(comparison, field, successor, place));
  }
  if (comparison.direction === 'response') return changes;
  const added = [...required].filter((name) => !before.has(name) && !old.required?.includes(name));
  return [...changes, ...added.map((name) => ({ pointer, message: `required field added: ${name}` }))];
}

/** What is `readOnly` is not part of a request, what is `writeOnly` not of a response. */
function fieldsOf(direction: Direction, schema: FlatSchema): Map<string, Schema> {
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
  return new Map(Object.entries(schema.properties ?? {}).filter(([, field]) => field[hidden] !== true));
}

/** Fields that are not named: `additionalProperties`. */
function furtherFieldChanges(
  comparison: SchemaComparison,
  old: FlatSchema,
  now: FlatSchema,
  pointer: string,
): SchemaChange[] {
  const before = old.additionalProperties ?? true;
  const after = now.additionalProperties ?? true;
  const place = `${pointer}/additionalProperties`;
  if (typeof before === 'object' && typeof after === 'object') return schemaChanges(comparison, before, after, place);
  if (before === after || before === false) return [];
  if (comparison.direction === 'request') {
    if (after === false) return [{ pointer: place, message: 'fields that are not named are no longer accepted' }];
    return after === true ? [] : [{ pointer: place, message: 'fields that are not named got a type' }];
  }
  if (before === true) return [];
  return [
    { pointer: place, message: after === false ? 'fields that are not named removed' : 'their type was dropped' },
  ];
}
