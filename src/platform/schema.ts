import { type Static, type TSchema, type TUnsafe, Type } from '@sinclair/typebox';
import { Problem } from './problem.ts';

/** A string enum that every client generator shows as one enum (TypeBox's union of literals would be an `anyOf`). */
export function StringEnum<const Values extends readonly string[]>(
  values: Values,
  options: Record<string, unknown> = {},
): TUnsafe<Values[number]> {
  return Type.Unsafe<Values[number]>({ type: 'string', enum: [...values], ...options });
}

/** Points at a schema registered under its `$id`, so that it becomes one named component of the document. */
export function ref<Schema extends TSchema>(schema: Schema): TUnsafe<Static<Schema>> {
  return Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#` });
}

const PROBLEM_TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not valid; `errors` names each place.',
  401: 'The credentials are missing or not valid.',
  403: 'The caller lacks the permission.',
  404: 'There is no such resource.',
  406: 'The resource has no representation of the type that was asked for.',
  409: 'The state of the resource does not allow this.',
  412: 'The resource has changed since it was read.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'A business rule is broken, or the carrier refused.',
  429: 'Too many requests.',
  500: 'An unexpected fault of the server.',
  503: 'A dependency does not answer; try again after `Retry-After` seconds.',
};

const ALWAYS = [400, 401, 403, 429, 500, 503] as const;

/** The failures of an operation: those named here, and those that every operation has. */
export function problems(...statuses: readonly number[]): Record<number, unknown> {
  return Object.fromEntries(
    [...new Set([...ALWAYS, ...statuses])].sort().map((status) => [
      status,
      {
        description: PROBLEM_TITLES[status] ?? 'Failed.',
        content: { 'application/problem+json': { schema: ref(Problem) } },
      },
    ]),
  );
}

export const Uuid = Type.String({ format: 'uuid', description: 'A UUID.' });

export const Link = Type.Object(
  { href: Type.String({ description: 'A path on this server.' }) },
  { $id: 'Link', description: 'Where an action or resource is.' },
);

export const IdParams = Type.Object({ id: Uuid });
