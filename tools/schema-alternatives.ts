interface Keywords {
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  exclusiveMinimum?: boolean | number;
  exclusiveMaximum?: boolean | number;
  [keyword: string]: unknown;
}

/** A schema object of OpenAPI 3.0 or 3.1. */
export interface Schema extends Keywords {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** One way to satisfy a schema: no reference, no composition, at most one type, `const` as an enum of one, limits as in 3.1. */
export interface FlatSchema extends Keywords {
  type?: string;
}

/** The object under `#/components` of the document that holds the schema. */
export type Components = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/**
 * Everything that a schema allows, as a list of flat schemas.
 *
 * `allOf` is merged, `anyOf` and `oneOf` are spread out, so that saying the same in another form is no change.
 * The fields of the result are the document's own objects and may hold references again.
 */
export function alternativesOf(components: Components, schema: Schema = {}): FlatSchema[] {
  const { $ref, allOf = [], anyOf, oneOf, type, ...own } = schema;
  const types = Array.isArray(type) ? type : [type];
  let alternatives = types.map((one) => flat(one, own));
  // A reference's siblings count like those of `allOf`: generators disagree on them, and so none may change unseen.
  const everyOf = $ref === undefined ? allOf : [resolve<Schema>(components, { $ref }), ...allOf];
  for (const part of everyOf) alternatives = combine(alternatives, alternativesOf(components, part));
  for (const choice of [anyOf, oneOf]) {
    if (choice === undefined) continue;
    alternatives = combine(
      alternatives,
      choice.flatMap((option) => alternativesOf(components, option)),
    );
  }
  return withOneEnum(withoutNull(alternatives));
}

/** The object itself, or what its `$ref` points at. @throws when that is not in this document */
export function resolve<Value extends object>(components: Components, value: Value | { $ref: string }): Value {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as Value;
  const [, kind = '', name = ''] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(value.$ref) ?? [];
  const target = components[kind]?.[name.replaceAll('~1', '/').replaceAll('~0', '~')];
  if (typeof target !== 'object' || target === null) throw new Error(`nothing is at ${value.$ref}`);
  return resolve(components, target as Value);
}

function flat(type: string | undefined, { const: only, ...own }: Keywords): FlatSchema {
  const schema: FlatSchema = { ...own, ...(only === undefined ? {} : { enum: [only] }) };
  const known = type ?? impliedType(schema);
  if (known !== undefined) schema.type = known;
  splitExclusive(schema, 'minimum', 'exclusiveMinimum');
  splitExclusive(schema, 'maximum', 'exclusiveMaximum');
  return schema;
}

/** `exclusive...` is a flag on the limit in OpenAPI 3.0 and a limit of its own in 3.1. */
function splitExclusive(
  schema: FlatSchema,
  limit: 'minimum' | 'maximum',
  exclusive: `exclusive${'Min' | 'Max'}imum`,
): void {
  if (typeof schema[exclusive] !== 'boolean') return;
  const isExclusive = schema[exclusive];
  delete schema[exclusive];
  if (!isExclusive || typeof schema[limit] !== 'number') return;
  schema[exclusive] = schema[limit];
  delete schema[limit];
}

function impliedType(schema: FlatSchema): string | undefined {
  if (schema.properties !== undefined || schema.required !== undefined) return 'object';
  if (schema.items !== undefined) return 'array';
  const [first] = schema.enum ?? [];
  if (schema.enum === undefined || schema.enum.some((value) => typeof value !== typeof first)) return undefined;
  return first === null ? 'null' : typeof first;
}

function combine(left: FlatSchema[], right: FlatSchema[]): FlatSchema[] {
  return left.flatMap((one) => right.map((other) => merge(one, other)));
}

/** Both at once, as in `allOf`. */
function merge(left: FlatSchema, right: FlatSchema): FlatSchema {
  const merged: FlatSchema = { ...left };
  for (const [keyword, value] of Object.entries(right)) {
    const present = merged[keyword];
    merged[keyword] = present === undefined || same(present, value) ? value : both(keyword, present, value);
  }
  return merged;
}

function both(keyword: string, left: unknown, right: unknown): unknown {
  if (/^(min|exclusiveMin)/.test(keyword)) return Math.max(Number(left), Number(right));
  if (/^(max|exclusiveMax)/.test(keyword)) return Math.min(Number(left), Number(right));
  switch (keyword) {
    case 'type':
      return bothTypes(String(left), String(right));
    case 'properties':
      return bothFields(left as Record<string, Schema>, right as Record<string, Schema>);
    case 'required':
      return [...new Set([...(left as string[]), ...(right as string[])])];
    case 'enum':
      return (left as unknown[]).filter((value) => (right as unknown[]).some((other) => same(value, other)));
    case 'nullable':
      return true;
    case 'items':
      return { allOf: [left, right] };
    case 'additionalProperties':
      return left === false || right === false ? false : { allOf: [left, right].filter((part) => part !== true) };
    case 'title':
    case 'description':
    case 'example':
    case 'default':
      return left;
    default:
      return [left, right];
  }
}

function bothTypes(left: string, right: string): string {
  const types = [left, right].sort();
  return types.join() === 'integer,number' ? 'integer' : types.join(' and ');
}

function bothFields(left: Record<string, Schema>, right: Record<string, Schema>): Record<string, Schema> {
  const fields = { ...left };
  for (const [name, schema] of Object.entries(right)) {
    const present = fields[name];
    fields[name] = present === undefined || same(present, schema) ? schema : { allOf: [present, schema] };
  }
  return fields;
}

/** A null among the alternatives is the same as `nullable` on each of the others. */
function withoutNull(alternatives: FlatSchema[]): FlatSchema[] {
  const isNull = ({ type, enum: values }: FlatSchema) => type === 'null' || same(values, [null]);
  const others = alternatives.filter((alternative) => !isNull(alternative));
  if (others.length === 0 || others.length === alternatives.length) return alternatives;
  return others.map((alternative) => ({ ...alternative, nullable: true }));
}

/** Alternatives that differ in their values only are one enum: the form in which a union of literals arrives. */
function withOneEnum(alternatives: FlatSchema[]): FlatSchema[] {
  const merged = new Map<string, FlatSchema>();
  for (const alternative of alternatives) {
    const { enum: values, ...rest } = alternative;
    const key = JSON.stringify([values === undefined, rest]);
    const present = merged.get(key);
    merged.set(
      key,
      present === undefined
        ? alternative
        : { ...present, ...(values && { enum: [...(present.enum ?? []), ...values] }) },
    );
  }
  return [...merged.values()];
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
