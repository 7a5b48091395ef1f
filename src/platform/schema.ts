import { type Static, type TSchema, type TUnsafe, Type } from '@sinclair/typebox';
import { FAILURES } from './failures.ts';
import { Problem, type ProblemError } from './problem.ts';

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

/** A JSON answer with an example of its own, where that of the schema is what another operation answers. */
export function answerLike(schema: TSchema, example: object, description = schema.description) {
  return { description, content: { 'application/json': { schema: ref(schema), example } } };
}

const ALWAYS = [400, 401, 403, 429, 500, 503] as const;

/**
 * The failures of an operation: those named here, and those that every operation has. A status alone stands for what any operation may
 * answer with it; an error is the operation's own, shown as an example with all its members. What follows from the request's form, its
 * permission and its Idempotency-Key is added where the document is made.
 */
export function problems(...failures: readonly (number | ProblemError)[]): Record<number, object> {
  const answers: Record<number, FailureAnswer> = {};
  for (const failure of [...ALWAYS, ...failures]) {
    const status = typeof failure === 'number' ? failure : failure.status;
    const { meaning, example } = FAILURES[status] ?? {};
    if (meaning === undefined) throw new Error(`No failure is described for status ${status}`);
    answers[status] ??= failureAnswer(meaning);
    const shown = typeof failure === 'number' ? example : failure;
    if (shown !== undefined) addExample(answers[status], shown);
  }
  return answers;
}

const PROBLEM_TYPE = 'application/problem+json';

type ProblemExample = Pick<ProblemError, 'type' | 'title' | 'status' | 'detail'> & Record<string, unknown>;

/** One failure in an OpenAPI document. */
export interface FailureAnswer {
  description: string;
  content: { [PROBLEM_TYPE]: { schema: object; examples: Record<string, { summary: string; value: ProblemExample }> } };
}

export function failureAnswer(description: string, schema: object = ref(Problem)): FailureAnswer {
  return { description, content: { [PROBLEM_TYPE]: { schema, examples: {} } } };
}

export function isShown(answer: FailureAnswer, { type }: ProblemError): boolean {
  return Object.hasOwn(answer.content[PROBLEM_TYPE].examples, type);
}

/** By the last segment of its type. The rest of the type, and the instance, depend on where the document is served. */
export function addExample(answer: FailureAnswer, problem: ProblemError): void {
  const { type, title, status, detail, extensions } = problem;
  const value = { type, title, status, detail, ...extensions };
  answer.content[PROBLEM_TYPE].examples[type] = { summary: title, value };
}

export const Moment = (description: string) => Type.String({ format: 'date-time', description });
export const Uuid = Type.String({ format: 'uuid', description: 'A UUID.' });

export const Link = Type.Object(
  { href: Type.String({ description: 'A path on this server.' }) },
  { $id: 'Link', description: 'Where an action or resource is.' },
);

export const IdParams = Type.Object({ id: Uuid });
