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

/** Each status that can be answered: what it means in general, and one example of it. */
const FAILURES: Readonly<Record<number, { meaning: string; type: string; title: string; detail: string }>> = {
  400: {
    meaning: 'The request is not valid; `errors` names each place.',
    type: 'validation',
    title: 'Validation Error',
    detail: 'Data.Addresses.Receiver.PostCode: Invalid format for German postal code.',
  },
  401: {
    meaning: 'The credentials are missing or not valid.',
    type: 'unauthenticated',
    title: 'Unauthorized',
    detail: 'Send a valid API key as `Authorization: ApiKey sk_live_...`.',
  },
  403: {
    meaning: 'The caller lacks the permission.',
    type: 'forbidden',
    title: 'Forbidden',
    detail: "This needs a permission that none of the caller's permission groups gives.",
  },
  404: {
    meaning: 'There is no such resource.',
    type: 'not-found',
    title: 'Not Found',
    detail: 'There is no shipment with that id.',
  },
  406: {
    meaning: 'The resource has no representation of the type that was asked for.',
    type: 'not-acceptable',
    title: 'Not Acceptable',
    detail: 'There is no label as text/html. Available: application/pdf, application/zpl, image/png.',
  },
  409: {
    meaning: 'The state of the resource does not allow this.',
    type: 'invalid-state-transition',
    title: 'Invalid State Transition',
    detail: "Cannot cancel shipment in 'Executed' status",
  },
  412: {
    meaning: 'The resource has changed since it was read.',
    type: 'precondition-failed',
    title: 'Precondition Failed',
    detail: 'The resource has changed: its version is now 4. Read it again and repeat your change on what you read.',
  },
  413: {
    meaning: 'The body is too large.',
    type: 'payload-too-large',
    title: 'Payload Too Large',
    detail: 'The body is too large.',
  },
  415: {
    meaning: 'The body is not JSON.',
    type: 'unsupported-media-type',
    title: 'Unsupported Media Type',
    detail: 'Send the body as Content-Type: application/json.',
  },
  422: {
    meaning: 'A business rule is broken, or the carrier refused.',
    type: 'carrier-error',
    title: 'Carrier Rejected Request',
    detail: 'DHLPX rejected booking: Postleitzahl ungültig',
  },
  429: {
    meaning: 'Too many requests; `Retry-After` says when to come back.',
    type: 'rate-limited',
    title: 'Too Many Requests',
    detail: 'The limit of 100 write requests a minute is reached. Try again in 12 seconds.',
  },
  500: {
    meaning: 'An unexpected fault of the server.',
    type: 'internal',
    title: 'Internal Server Error',
    detail: 'An unexpected fault. It is logged under the x-request-id of this answer.',
  },
  503: {
    meaning: 'A dependency does not answer; try again after `Retry-After` seconds.',
    type: 'service-unavailable',
    title: 'Service Unavailable',
    detail: 'The database does not answer. Try again.',
  },
  504: {
    meaning: 'A dependency did not answer in time; the same request with the same Idempotency-Key tells how it ended.',
    type: 'dependency-timeout',
    title: 'Dependency Timeout',
    detail: 'The payment system did not answer in time. Send the same request again with the same Idempotency-Key.',
  },
};

const ALWAYS = [400, 401, 403, 429, 500, 503] as const;

/** The failures of an operation: those named here, and those that every operation has. */
export function problems(...statuses: readonly number[]): Record<number, unknown> {
  const all = [...new Set([...ALWAYS, ...statuses])].sort((one, other) => one - other);
  return Object.fromEntries(all.map((status) => [status, failure(status)]));
}

function failure(status: number): object {
  const known = FAILURES[status];
  if (known === undefined) throw new Error(`No failure is described for status ${status}`);
  const { meaning, type, title, detail } = known;
  const example = {
    type: `https://viya.shipitsmarter.com/errors/${type}`,
    title,
    status,
    detail,
    instance: '/api/...',
  };
  return { description: meaning, content: { 'application/problem+json': { schema: ref(Problem), example } } };
}

export const Uuid = Type.String({ format: 'uuid', description: 'A UUID.' });

export const Link = Type.Object(
  { href: Type.String({ description: 'A path on this server.' }) },
  { $id: 'Link', description: 'Where an action or resource is.' },
);

export const IdParams = Type.Object({ id: Uuid });
