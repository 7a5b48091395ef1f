import { forbidden, rateLimited } from './admit.ts';
import { frameworkProblem } from './answer-problem.ts';
import { DEFAULT_RATE_LIMITS } from './config.ts';
import { malformedIfMatch } from './etag.ts';
import { SAMPLE_ID } from './failures.ts';
import { keyReused, malformedKey, stillInProgress } from './idempotency-key.ts';
import { malformedBody } from './json-body.ts';
import { HEADERS, type HeaderName, headersOf } from './openapi-headers.ts';
import type { RateLimitClass } from './principal.ts';
import { type ProblemError, problemField, validationProblem } from './problem.ts';
import { addExample, type FailureAnswer, failureAnswer, isShown } from './schema.ts';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  default?: unknown;
  required?: readonly string[];
  properties?: Readonly<Record<string, object>>;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: string | number;
}

interface Answer {
  description: string;
  headers?: Record<string, object>;
  content?: Readonly<Record<string, { schema?: Schema }>>;
}

/** What a route's schema says of a body that may be left out; no document shows it. */
export const OPTIONAL_BODY = 'x-optional-body';

interface Operation {
  [OPTIONAL_BODY]?: boolean;
  'x-permission'?: string;
  'x-rate-limit-class'?: RateLimitClass;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Readonly<Record<string, { schema?: Schema }>> };
  responses: Record<string, Answer | FailureAnswer>;
}

interface Document {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema>; headers?: Record<string, object> };
}

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  // No `example`: the page of /docs would send it with every request, and the second one would be refused.
  description:
    'Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours.',
  // A quoted text (RFC 9651, section 3.3.3) is understood too.
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~][ -~]*$' } as Schema,
};

const IF_MATCH = 'If-Match';
const IF_NONE_MATCH: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag that you have: 304, without a body, when nothing has changed since.',
  schema: { type: 'string' },
};

export interface CommonAnswers {
  problemBaseUrl: string;
  /** How whoever asks for anything can be turned away, beside what is said here. */
  admissionFailures: readonly ProblemError[];
}

/**
 * Says of every operation what no route says by itself, because it is the same for all: the Idempotency-Key that a mutation takes and how
 * that can fail, what the permission, the rate limit and the form of the request can lead to, and the headers of each answer.
 */
export function completeOperations(document: object, { problemBaseUrl, admissionFailures }: CommonAnswers): object {
  const { paths = {}, components = {} } = structuredClone(document) as Document;
  const used = new Set<string>();
  const has = (answer: Answer | FailureAnswer | undefined, name: string): boolean =>
    Object.values(answer?.content ?? {}).some(
      ({ schema }) => resolve(schema, components.schemas ?? {}).properties?.[name] !== undefined,
    );
  const isVersioned = (answer: Answer | FailureAnswer | undefined): boolean => has(answer, 'version');
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      markOptionalBody(operation);
      const isKeyed = method !== 'get' && operation['x-permission'] !== undefined;
      const isConditional = method === 'get' && isVersioned(operation.responses['200']);
      const parameters = [
        ...(operation.parameters ?? []).map(asClientsWriteIt),
        ...(isKeyed ? [IDEMPOTENCY_KEY] : []),
        ...(isConditional ? [IF_NONE_MATCH] : []),
      ];
      if (parameters.length > 0) operation.parameters = parameters;
      addFailures(operation, [...admissionFailures, ...commonProblems(operation, method, components.schemas ?? {})]);
      const instance = instanceOf(path, operation.parameters ?? []);
      for (const [status, answer] of Object.entries(operation.responses)) {
        placeExamples(answer, problemBaseUrl, instance);
        const names = headersOf(Number(status), {
          isKeyed,
          isVersioned: isVersioned(answer),
          isPlaced: has(answer, '_links') || paths[`${path}/{id}`] !== undefined,
        });
        for (const name of names) used.add(name);
        (answer as Answer).headers = headerReferences(names);
      }
      if (isConditional) {
        const unchanged = headersOf(304, { isKeyed, isVersioned: true, isPlaced: false });
        operation.responses['304'] = { description: NOT_MODIFIED, headers: headerReferences(unchanged) };
      }
    }
  }
  const headers = Object.fromEntries(Object.entries(HEADERS).filter(([name]) => used.has(name)));
  return { ...document, paths, components: { ...components, headers } };
}

function markOptionalBody(operation: Operation): void {
  if (operation[OPTIONAL_BODY] === true && operation.requestBody !== undefined) operation.requestBody.required = false;
  delete operation[OPTIONAL_BODY];
}

/** Adds the failures that the operation does not show itself; where it does, its own example tells more. */
function addFailures({ responses }: Operation, failures: readonly ProblemError[]): void {
  for (const problem of failures) {
    const answer = (responses[problem.status] ??= failureAnswer(MEANINGS[problem.type] ?? problem.title, PROBLEM));
    if (!isShown(answer as FailureAnswer, problem)) addExample(answer as FailureAnswer, problem);
  }
}

/** What has a default may be left out, and a header is written as its standard has it; routes know them in small letters. */
function asClientsWriteIt(parameter: Parameter): Parameter {
  const name = parameter.in === 'header' && parameter.name === IF_MATCH.toLowerCase() ? IF_MATCH : parameter.name;
  return { ...parameter, name, ...(parameter.schema.default === undefined ? {} : { required: false }) };
}

const NOT_MODIFIED = 'It is as it was when the ETag was had that `If-None-Match` names.';

function headerReferences(names: readonly HeaderName[]): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

const PROBLEM: Schema = { $ref: '#/components/schemas/Problem' };

/** Of a status that a route need not declare. */
const MEANINGS: Readonly<Record<string, string>> = {
  [stillInProgress().type]: 'The first request with this Idempotency-Key is still being worked on.',
  [frameworkProblem(414).type]: 'The path or the query is too long.',
  [keyReused().type]: 'The Idempotency-Key came before with another request.',
};

function commonProblems(operation: Operation, method: string, schemas: Readonly<Record<string, Schema>>) {
  const { 'x-permission': permission, parameters = [] } = operation;
  const { 'x-rate-limit-class': rateClass = method === 'get' ? 'read' : 'write' } = operation;
  const takes = (name: string): boolean => parameters.some((one) => one.in === 'header' && one.name === name);
  return [
    ...invalidRequest(operation, schemas),
    frameworkProblem(400),
    ...(takes(IF_MATCH) ? [malformedIfMatch()] : []),
    frameworkProblem(414),
    // Also where none is asked for: a body is read before it is known to be needless.
    ...(method === 'get' ? [] : [frameworkProblem(415)]),
    ...(method === 'get' || isFile(operation) ? [] : [malformedBody('The body is not valid JSON.')]),
    // Any caller may do what needs no particular permission.
    ...(permission?.includes(':') === true ? [forbidden(permission)] : []),
    rateLimited({ policy: { name: rateClass, limit: DEFAULT_RATE_LIMITS[rateClass] }, resetInSeconds: 12 }),
    ...(takes(IDEMPOTENCY_KEY.name) ? [malformedKey(), stillInProgress(), keyReused()] : []),
  ];
}

function isFile({ requestBody }: Operation): boolean {
  return requestBody !== undefined && requestBody.content['application/json'] === undefined;
}

/** One thing that can be wrong with a request of this form, if it has one. */
function invalidRequest(
  { requestBody, parameters = [] }: Operation,
  schemas: Readonly<Record<string, Schema>>,
): ProblemError[] {
  const body = requestBody?.content['application/json']?.schema;
  const [field] = resolve(body, schemas).required ?? [];
  if (field !== undefined) return [validationProblem([problemField([field], 'Is required.')])];
  if (body !== undefined) return [validationProblem([problemField([], 'Must be an object.')])];
  const number = parameters.find((one) => one.in === 'query' && one.schema.type === 'integer');
  if (number !== undefined) return [validationProblem([problemField([number.name], 'Must be an integer.', 'Query')])];
  const part = parameters.find((one) => one.in === 'path');
  if (part === undefined) return [];
  const rule =
    part.schema.format === 'uuid' ? `Must be a UUID, for example ${SAMPLE_ID}.` : 'Must have at most 200 characters.';
  return [validationProblem([problemField([part.name], rule, 'Path')])];
}

function resolve(schema: Schema | undefined, schemas: Readonly<Record<string, Schema>>): Schema {
  const name = schema?.$ref?.split('/').at(-1);
  return (name === undefined ? schema : schemas[name]) ?? {};
}

/** A path as it would be requested. */
function instanceOf(path: string, parameters: readonly Parameter[]): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    const { type, format } = parameter?.schema ?? {};
    return String(parameter?.example ?? (format === 'uuid' ? SAMPLE_ID : type === 'integer' ? 1 : 'standard'));
  });
}

function placeExamples(answer: Answer | FailureAnswer, problemBaseUrl: string, instance: string): void {
  if (!isFailure(answer)) return;
  for (const example of Object.values(answer.content['application/problem+json'].examples)) {
    const { type, title, status, detail, ...extensions } = example.value;
    example.value = { type: `${problemBaseUrl}/${type}`, title, status, detail, instance, ...extensions };
  }
}

function isFailure(answer: Answer | FailureAnswer): answer is FailureAnswer {
  return answer.content !== undefined && 'application/problem+json' in answer.content;
}
