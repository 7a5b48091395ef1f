import type { TSchema } from '@sinclair/typebox';
import { Ajv, type Plugin, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { FastifySchemaCompiler } from 'fastify';
import { faultsOf, partName } from './describe-faults.ts';
import { madeOnce } from './made-once.ts';
import { type ProblemField, problemField } from './problem.ts';

// The package is CommonJS whose types and exports disagree about the default export.
const addFormats = addFormatsModule as unknown as Plugin<readonly string[]>;

/**
 * Bodies are taken as they are; only text that has no types of its own (query, path, headers) is coerced,
 * because coercion in a body would silently turn "12" into 12 and round large integers. Each is compiled, and its compiler made, by the first
 * request that it judges: all of them together would take a third of the start, and memory for what nobody asks.
 */
export function buildValidator(externalSchemas: unknown): FastifySchemaCompiler<unknown> {
  const strict = madeOnce(() => createAjv({ coerceTypes: false, allErrors: true }, externalSchemas));
  const strictToTheFirst = madeOnce(() => createAjv({ coerceTypes: false, allErrors: false }, externalSchemas));
  const coercing = madeOnce(() => createAjv({ coerceTypes: true, allErrors: true }, externalSchemas));
  // The same parameters and bodies stand in many routes.
  const built = new Map<string, Validator>();
  return ({ schema, httpPart = 'body' }) => {
    const key = `${httpPart} ${JSON.stringify(schema)}`;
    const validate =
      built.get(key) ??
      (httpPart === 'body'
        ? bodyValidatorOf({ strict, strictToTheFirst }, schema as object)
        : textValidatorOf(coercing, schema as object, httpPart));
    built.set(key, validate);
    return validate;
  };
}

type Validator = ReturnType<FastifySchemaCompiler<unknown>>;

/** Up to so many values a body is told of all its errors; collecting those of a larger one takes seconds, so that it is told of the first. */
const MAX_VALUES_WITH_ALL_ERRORS = 1_000;

function bodyValidatorOf(ajv: { strict: () => Ajv; strictToTheFirst: () => Ajv }, schema: object): Validator {
  let withAllErrors: ValidateFunction | undefined;
  let toTheFirst: ValidateFunction | undefined;
  return (value: unknown) => {
    const isSmall = countValues(value, MAX_VALUES_WITH_ALL_ERRORS) <= MAX_VALUES_WITH_ALL_ERRORS;
    const validate = isSmall
      ? (withAllErrors ??= ajv.strict().compile(schema))
      : (toTheFirst ??= ajv.strictToTheFirst().compile(schema));
    return validate(value) ? { value } : { error: new RequestInvalid(faultsOf(validate.errors ?? [], 'body')) };
  };
}

/** How many values there are in a value, itself included; counting ends behind `limit`. */
function countValues(value: unknown, limit: number): number {
  let count = 1;
  if (value === null || typeof value !== 'object') return count;
  for (const member of Object.values(value)) {
    count += countValues(member, limit - count);
    if (count > limit) break;
  }
  return count;
}

function textValidatorOf(ajv: () => Ajv, schema: object, httpPart: string): Validator {
  let validate: ValidateFunction | undefined;
  const integers = namesOf(schema, (type) => type === 'integer');
  const singles = namesOf(schema, (type) => type !== 'array');
  return (value: unknown) => {
    validate ??= ajv().compile(schema);
    const repeated = singles.filter((name) => Array.isArray((value as Record<string, unknown>)[name]));
    if (repeated.length > 0) return { error: notSingle(repeated, value as Record<string, unknown[]>, httpPart) };
    const odd = integers.filter((name) => isOddInteger((value as Record<string, unknown>)[name]));
    if (odd.length > 0) return { error: notIntegers(odd, httpPart) };
    return validate(value) ? { value } : { error: new RequestInvalid(faultsOf(validate.errors ?? [], httpPart)) };
  };
}

interface ObjectSchema {
  properties?: Readonly<Record<string, { type?: string }>>;
}

/** The broken rules of a value that no route's schema describes, under the path at which it stands in the body. */
export function schemaFaults(schema: TSchema, value: unknown, path: readonly (string | number)[]): ProblemField[] {
  const validate = createAjv({ coerceTypes: false, allErrors: true }, {}).compile(schema);
  return validate(value) ? [] : faultsOf(validate.errors ?? [], 'body', path);
}

function namesOf(schema: ObjectSchema, isMeant: (type: string | undefined) => boolean): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, { type }]) => (isMeant(type) ? [name] : []));
}

/** What Ajv would make a number of and nobody means as one: `1e2`, `0x10`, ` 5`, `Infinity`, more digits than a number keeps. */
function isOddInteger(text: unknown): boolean {
  return typeof text === 'string' && !/^-?\d{1,15}$/.test(text);
}

function notIntegers(names: readonly string[], httpPart: string): RequestInvalid {
  return new RequestInvalid(names.map((name) => problemField([name], 'Must be an integer.', partName(httpPart))));
}

function notSingle(
  names: readonly string[],
  value: Readonly<Record<string, unknown[]>>,
  httpPart: string,
): RequestInvalid {
  const rule = (name: string): string => `Must be there once; it is there ${value[name]?.length} times.`;
  return new RequestInvalid(names.map((name) => problemField([name], rule(name), partName(httpPart))));
}

function createAjv(options: { coerceTypes: boolean; allErrors: boolean }, externalSchemas: unknown): Ajv {
  const ajv = new Ajv({
    coerceTypes: options.coerceTypes ? 'array' : false,
    useDefaults: true,
    removeAdditional: false,
    allErrors: options.allErrors,
    strict: true,
    strictTypes: false,
    // TypeBox writes no invalid schema, `strict` finds unknown words, and compiling the schema of schemas takes a third of the start.
    meta: false,
    validateSchema: false,
    // Errors carry their schema, whose description says what the right form is.
    verbose: true,
    keywords: ['example'],
  });
  addFormats(ajv, ['date', 'date-time', 'uuid', 'uri', 'email']);
  ajv.addFormat('uuid', BARE_UUID);
  ajv.addFormat('date-time', { type: 'string', validate: isMoment });
  for (const schema of Object.values(externalSchemas as Record<string, object>)) ajv.addSchema(schema);
  return ajv;
}

/** Without `urn:uuid:`, which PostgreSQL does not read. */
const BARE_UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The package also lets a blank stand for the T, and an offset be without its minutes or its colon. */
const STRICT_FORM = /^\S{10}t\S{8,}(?:z|:\d\d)$/i;
const { validate: isDateTime } = fullFormats['date-time'] as { validate: (text: string) => boolean };
const FIRST_MOMENT = Date.parse('0001-01-01T00:00:00Z');
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

/** A date and time of RFC 3339 section 5.6, in the years 1 to 9999 of UTC. A leap second is none: PostgreSQL cannot hold it. */
function isMoment(text: string): boolean {
  if (!STRICT_FORM.test(text) || !isDateTime(text)) return false;
  const time = Date.parse(text.toUpperCase());
  return time >= FIRST_MOMENT && time <= LAST_MOMENT;
}

/** Carries the broken rules to the error handler. */
export class RequestInvalid extends Error {
  override readonly name = 'RequestInvalid';
  readonly fields: readonly ProblemField[];
  constructor(fields: readonly ProblemField[]) {
    super('The request is not valid');
    this.fields = fields;
  }
}
