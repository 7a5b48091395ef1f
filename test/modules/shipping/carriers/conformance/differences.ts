import { KindGuard, type TObject, type TSchema } from '@sinclair/typebox';
import { Big } from 'big.js';

/** A schema of a carrier's document, in which `$ref` points from the document's root. */
type Documented = Readonly<Record<string, unknown>>;

/** What is sent must satisfy the document; of what is told we read some, and as leniently as `decodeAnswer` does. */
export type Direction = 'sent' | 'told';

/**
 * Where a schema of ours differs from the carrier's document, one line each: a member that the document does not have, one that must be sent
 * and need not be by ours, another type, a code that is none, a bound that is wider than the document's, another pattern, a smaller step.
 */
export function differences(
  ours: TSchema,
  theirs: unknown,
  { document, direction }: { document: unknown; direction: Direction },
): string[] {
  // Alternatives of ours may differ in the same way.
  return [...new Set(compare(ours, theirs, ''))];

  function compare(mine: TSchema, documented: unknown, place: string): string[] {
    if (KindGuard.IsUnion(mine)) return mine.anyOf.flatMap((each) => compare(each, documented, place));
    const forms = alternativesOf(documented, document);
    if (KindGuard.IsUnknown(mine) || forms.length === 0) return [];
    // One of the document's alternatives is as good as any. Where none fits, the nearest is told of, for a list one that is a list too.
    const found = forms.map((form) => compareOne(mine, form, place));
    const alike = found.filter((_, index) => (forms[index]?.['type'] === 'array') === KindGuard.IsArray(mine));
    const nearest = found.some((each) => each.length === 0) || alike.length === 0 ? found : alike;
    return nearest.toSorted((one, other) => one.length - other.length)[0] ?? [];
  }

  function compareOne(mine: TSchema, form: Documented, place: string): string[] {
    if (KindGuard.IsArray(mine)) return compareList(mine, form, place);
    if (KindGuard.IsObject(mine)) return compareObject(mine, form, place);
    const type = typeOfValue(mine);
    if (!typesOf(form, direction).has(type)) return [`${place}: ${type} and not ${String(form['type'])}`];
    return direction === 'sent'
      ? [...codes(mine, form, place), ...bounds(mine, form, place), ...shape(mine, form, place)]
      : [];
  }

  function compareList(mine: TSchema & { items: TSchema }, form: Documented, place: string): string[] {
    if (form['type'] !== 'array') {
      return direction === 'told'
        ? compare(mine.items, form, `${place}/*`)
        : [`${place}: a list and not ${String(form['type'])}`];
    }
    return [
      ...compare(mine.items, form['items'], `${place}/*`),
      ...(direction === 'sent' ? bounds(mine, form, place) : []),
    ];
  }

  function compareObject(mine: TObject, form: Documented, place: string): string[] {
    if (form['type'] === 'array' && direction === 'told') return compare(mine, form['items'], place);
    const members = (form['properties'] ?? {}) as Record<string, unknown>;
    const required = (form['required'] ?? []) as string[];
    return [
      ...Object.entries(mine.properties).flatMap(([name, member]) => {
        if (Object.hasOwn(members, name)) return compare(member, members[name], `${place}/${name}`);
        // What it demands and does not describe may be anything.
        return required.includes(name) ? [] : [`${place}/${name}: not in the document`];
      }),
      ...required
        .filter((name) => direction === 'sent' && !(mine.required ?? []).includes(name))
        .map((name) => `${place}/${name}: must be there, says the document`),
    ];
  }
}

/** The schema itself with its references followed and its parts put together, or each of the schemas of which one must hold. */
function alternativesOf(schema: unknown, document: unknown): Documented[] {
  const form = follow(schema, document);
  const { allOf, oneOf, anyOf, ...own } = form as { allOf?: unknown[]; oneOf?: unknown[]; anyOf?: unknown[] };
  const parts = [[own as Documented], ...(allOf ?? []).map((part) => alternativesOf(part, document))];
  const choices = oneOf ?? anyOf;
  if (choices !== undefined) parts.push(choices.flatMap((choice) => alternativesOf(choice, document)));
  return parts.reduce((all, some) => all.flatMap((one) => some.map((other) => together(one, other))));
}

function together(one: Documented, other: Documented): Documented {
  const properties = { ...(one['properties'] as object), ...(other['properties'] as object) };
  const required = [...((one['required'] ?? []) as string[]), ...((other['required'] ?? []) as string[])];
  return { ...one, ...other, properties, required };
}

/** What is referred to, where it is a reference. */
export function follow(schema: unknown, document: unknown): Documented {
  if (typeof schema !== 'object' || schema === null) return {};
  const { $ref } = schema as { $ref?: string };
  if ($ref === undefined) return schema as Documented;
  const steps = $ref
    .replace(/^#\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return follow(
    steps.reduce<unknown>((inner, step) => (inner as Documented | undefined)?.[step], document),
    document,
  );
}

function typeOfValue(schema: TSchema): string {
  if (KindGuard.IsLiteral(schema)) return Number.isInteger(schema.const) ? 'integer' : typeof schema.const;
  if (KindGuard.IsInteger(schema)) return 'integer';
  if (KindGuard.IsNumber(schema)) return 'number';
  if (KindGuard.IsBoolean(schema)) return 'boolean';
  return 'string';
}

/** What ours may be. An answer's numbers may be read as texts; a text that is read as a number loses its zeros, or itself. */
function typesOf({ type }: Documented, direction: Direction): ReadonlySet<unknown> {
  if (type === undefined) return new Set(['string', 'number', 'integer', 'boolean']);
  if (type !== 'number' && type !== 'integer') return new Set([type]);
  if (direction === 'told') return new Set(['number', 'integer', 'string']);
  return new Set(type === 'integer' ? ['integer'] : ['number', 'integer']);
}

/** What ours may be that the document's list of codes does not have. */
function codes(mine: TSchema, form: Documented, place: string): string[] {
  const listed = form['enum'] as readonly unknown[] | undefined;
  if (listed === undefined) return [];
  if (!KindGuard.IsLiteral(mine))
    return [`${place}: any ${typeOfValue(mine)} and not one of ${JSON.stringify(listed).slice(0, 100)}`];
  return listed.includes(mine.const) ? [] : [`${place}: ${JSON.stringify(mine.const)} is none of the document's codes`];
}

const UPPER = ['maxLength', 'maxItems', 'maximum'] as const;
const LOWER = ['minLength', 'minItems', 'minimum'] as const;

/** The document's bounds that ours does not keep. */
function bounds(mine: TSchema, form: Documented, place: string): string[] {
  if (KindGuard.IsLiteral(mine)) return literalBounds(mine.const, form, place);
  const own = mine as unknown as Record<string, number | undefined>;
  const wider = (name: string, isWider: (bound: number, their: number) => boolean): string[] => {
    const [bound, their] = [own[name], form[name]];
    if (typeof their !== 'number' || (bound !== undefined && !isWider(bound, their))) return [];
    return [`${place}: ${name} ${bound ?? 'none'} and not ${their}`];
  };
  return [
    ...UPPER.flatMap((name) => wider(name, (bound, their) => bound > their)),
    ...LOWER.filter((name) => form[name] !== 0).flatMap((name) => wider(name, (bound, their) => bound < their)),
  ];
}

function literalBounds(value: unknown, { maxLength, minLength }: Documented, place: string): string[] {
  if (typeof value !== 'string') return [];
  const isWithin = value.length <= Number(maxLength ?? Infinity) && value.length >= Number(minLength ?? 0);
  return isWithin
    ? []
    : [`${place}: ${JSON.stringify(value)} is not within ${String(minLength)} to ${String(maxLength)} characters`];
}

/** The document's pattern, which ours has to have as it is, or for the whole text, and its step, of which ours has to be a multiple. */
function shape(mine: TSchema, { pattern, multipleOf }: Documented, place: string): string[] {
  const own = mine as unknown as { pattern?: string; multipleOf?: number };
  const { pattern: ownPattern, multipleOf: ownStep = KindGuard.IsInteger(mine) ? 1 : undefined } = own;
  const found: string[] = [];
  if (typeof pattern === 'string') {
    const keeps = KindGuard.IsLiteral(mine)
      ? new RegExp(pattern).test(String(mine.const))
      : ownPattern === pattern || (ownPattern === `^${pattern}$` && !pattern.includes('|'));
    const what = KindGuard.IsLiteral(mine) ? JSON.stringify(mine.const) : `pattern ${ownPattern ?? 'none'}`;
    if (!keeps) found.push(`${place}: ${what} and not ${pattern}`);
  }
  if (typeof multipleOf === 'number') {
    const step = KindGuard.IsLiteral(mine) ? Number(mine.const) : ownStep;
    if (step === undefined || !new Big(step).mod(multipleOf).eq(0)) {
      found.push(`${place}: multipleOf ${step ?? 'none'} and not ${multipleOf}`);
    }
  }
  return found;
}
