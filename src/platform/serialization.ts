import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';

interface AnswerSchema {
  schema: unknown;
  httpStatus?: string;
}

/**
 * Many operations describe the same answer, whose serializer is built once. None is built for problems: `answerProblem` writes these itself,
 * and the schemas of all the failures of all operations would take longer to compile than everything else at start.
 */
export function buildSerializer(externalSchemas: unknown, options: unknown): (answer: AnswerSchema) => Serialize {
  const compile = SerializerSelector()(externalSchemas as never, options as never) as unknown as (
    answer: AnswerSchema,
  ) => Serialize;
  const built = new Map<string, Serialize>();
  return (answer) => {
    if (Number(answer.httpStatus) >= 400) return JSON.stringify;
    const key = JSON.stringify(answer.schema);
    const serialize = built.get(key) ?? compiledOnDemand(() => compile(answer));
    built.set(key, serialize);
    return serialize;
  };
}

type Serialize = (value: unknown) => string;

/** The first answer pays for it, not the start of the program, in which most of them are not needed. */
function compiledOnDemand(compile: () => Serialize): Serialize {
  let serialize: Serialize | undefined;
  return (value) => (serialize ??= compile())(value);
}
