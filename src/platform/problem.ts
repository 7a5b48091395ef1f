import { type TObject, type TProperties, Type } from '@sinclair/typebox';

/** One broken rule of a request, at the place where it is broken. */
export interface ProblemField {
  /** The specification's form: `Data.Addresses.Receiver.PostCode`. */
  field: string;
  /** The same place as a JSON pointer (RFC 6901): `/addresses/receiver/postCode`. */
  pointer: string;
  message: string;
}

export interface ProblemOptions {
  /** The last segment of the problem's `type` URI; clients and tests match on it. */
  type: string;
  status: number;
  title: string;
  /** A customer reads this: what is wrong and what to do. */
  detail: string;
  /** Further members of the problem document. */
  extensions?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
  /** For the log only. */
  cause?: unknown;
}

/** The one expected failure: answered as `application/problem+json` (RFC 7807). Anything else thrown is a 500. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: ProblemOptions) {
    super(options.detail, { cause: options.cause });
    this.type = options.type;
    this.status = options.status;
    this.title = options.title;
    this.detail = options.detail;
    this.extensions = options.extensions ?? {};
    this.headers = options.headers ?? {};
  }
}

/** The body of a problem answer (RFC 7807 section 3.1), extensions last. */
export function problemDocument(error: ProblemError, baseUrl: string, instance: string): Record<string, unknown> {
  return {
    type: `${baseUrl}/${error.type}`,
    title: error.title,
    status: error.status,
    detail: error.detail,
    instance,
    ...error.extensions,
  };
}

/** Every broken rule. @param place what else says where it is broken */
export function problemErrors(place: TProperties = {}) {
  return Type.Array(
    Type.Object({
      field: Type.String({ description: 'The place, as `Data.Addresses.Receiver.PostCode`.' }),
      pointer: Type.String({ description: 'The same place as a JSON pointer, `/addresses/receiver/postCode`.' }),
      ...place,
      message: Type.String({ description: 'The rule that is broken and its remedy.' }),
    }),
    { description: 'Every broken rule, where there are several.' },
  );
}

/** What problems of every service may tell; each service declares its own beside them. */
export const Problem: TObject = Type.Object(
  {
    type: Type.String({ format: 'uri', description: 'Names the kind of problem; match on this, not on the text.' }),
    title: Type.String({ description: 'The same for every problem of this type.' }),
    status: Type.Integer({ description: 'The HTTP status.' }),
    detail: Type.String({ description: 'What is wrong with this request and what to do about it.' }),
    instance: Type.String({ description: 'The path of the request.' }),
    errors: Type.Optional(problemErrors()),
    permission: Type.Optional(Type.String({ description: 'Of `forbidden`: the permission that this needs.' })),
    currentVersion: Type.Optional(
      Type.Integer({ description: 'Of `precondition-failed`: the version that there is now.' }),
    ),
    policy: Type.Optional(
      Type.String({ description: 'Of `rate-limited`: which limit it is, `read`, `write`, `bulk` or `address`.' }),
    ),
    limit: Type.Optional(Type.Integer({ description: 'Of `rate-limited`: how many requests a minute it allows.' })),
    retryAfterSeconds: Type.Optional(Type.Integer({ description: 'Of `rate-limited`: when to come back.' })),
    allowedMethods: Type.Optional(
      Type.Array(Type.String(), { description: 'Of `method-not-allowed`: what the path can be asked with.' }),
    ),
  },
  { $id: 'Problem', title: 'Problem', description: 'RFC 7807 problem details.', additionalProperties: true },
);

/** How many broken rules a problem names; whoever looks for them may stop there. */
export const MAX_ERRORS = 50;

/** @param errors of which the first {@link MAX_ERRORS} are told */
export function validationProblem(errors: readonly ProblemField[]): ProblemError {
  const told = errors.slice(0, MAX_ERRORS);
  const [first] = told;
  return new ProblemError({
    type: 'validation',
    status: 400,
    title: 'Validation Error',
    detail:
      first === undefined
        ? 'The request is not valid.'
        : told.length === 1
          ? `${first.field}: ${first.message}`
          : `${first.field}: ${first.message} (and ${told.length - 1} more, see errors)`,
    extensions: { errors: told },
  });
}

/** Turns a path within the body into the two forms in which a problem names it. */
export function problemField(path: readonly (string | number)[], message: string, part = 'Data'): ProblemField {
  const pointer = path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const field = path.reduce<string>(
    (name, segment) => (typeof segment === 'number' ? `${name}[${segment}]` : `${name}.${pascal(segment)}`),
    part,
  );
  return { field, pointer, message };
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export function notFound(what: string, id: string): ProblemError {
  return new ProblemError({
    type: 'not-found',
    status: 404,
    title: 'Not Found',
    detail: `There is no ${what} with id ${id}.`,
  });
}

/** The version that a caller read; or what its `If-Match` names, where only a strong ETag can match (RFC 9110 section 13.1.1). */
export type ExpectedVersion = number | { strong: readonly number[]; weak: readonly number[] };

/** @throws precondition-failed (412) when the caller read another version than there is; anything goes for one who names none */
export function requireVersion(current: number, expected: ExpectedVersion | undefined): void {
  if (expected === undefined) return;
  const { strong, weak } = typeof expected === 'number' ? { strong: [expected], weak: [] } : expected;
  if (!strong.includes(current)) throw preconditionFailed(current, { isWeak: weak.includes(current) });
}

/** What is answered when somebody else was faster: 412 for a caller who named the version that he had read, else 409. */
export function overtaken(
  what: string,
  expectedVersion: ExpectedVersion | undefined,
  currentVersion: number,
): ProblemError {
  return expectedVersion === undefined ? concurrentChange(what) : preconditionFailed(currentVersion);
}

/** 409. @param what others keep changing */
export function concurrentChange(what: string): ProblemError {
  return new ProblemError({
    type: 'concurrent-change',
    status: 409,
    title: 'Concurrent Change',
    detail: `Others keep changing this ${what} at the same moment. Read it and repeat your change.`,
    headers: { 'retry-after': '1' },
  });
}

/** @param options.isWeak whether the caller named this version, and only the weakness of its ETag is in the way */
export function preconditionFailed(currentVersion: number, { isWeak = false } = {}): ProblemError {
  return new ProblemError({
    type: 'precondition-failed',
    status: 412,
    title: 'Precondition Failed',
    detail: isWeak
      ? `The resource has not changed, but a weak ETag such as W/"${currentVersion}" never matches If-Match. Send "${currentVersion}", without W/; a proxy on the way may have put it there.`
      : `The resource has changed: its version is now ${currentVersion}. Read it again and repeat your change on what you read.`,
    extensions: { currentVersion },
  });
}
