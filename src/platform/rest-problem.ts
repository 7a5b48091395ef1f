import type { DescField, DescMessage } from '@bufbuild/protobuf';
import { ProblemError, type ProblemField } from './problem.ts';

/**
 * A problem as the REST face tells it: what it says of the resource as it is now (`currentStatus`, `currentVersion`) is said as in the
 * resource itself, an enum by its whole name and 64 bits as a string, so that the two can be compared; and what is wrong with a message is said of the part of the request that it came in.
 */
export function restProblem(problem: ProblemError, resource: DescMessage, part: RequestPart = 'Data'): ProblemError {
  const { type, status, title, headers, cause } = problem;
  const detail = inPart(problem.detail, part);
  const extensions = Object.entries(problem.extensions).map(([name, value]): [string, unknown] => {
    const field = resource.fields.find(
      ({ jsonName }) => name === `current${jsonName[0]?.toUpperCase()}${jsonName.slice(1)}`,
    );
    if (name === 'errors') return [name, (value as ProblemField[]).map((error) => fieldInPart(error, part))];
    return [name, field === undefined ? value : jsonForm(field, value)];
  });
  return new ProblemError({ type, status, title, detail, headers, cause, extensions: Object.fromEntries(extensions) });
}

type RequestPart = 'Data' | 'Query';

function fieldInPart({ field, ...error }: ProblemField, part: RequestPart): ProblemField {
  return { field: inPart(field, part), ...error };
}

/** A message does not know what it came in, and says `Data`. */
function inPart(text: string, part: RequestPart): string {
  return text.replace(/^Data(?=[.:]|$)/, part);
}

function jsonForm(field: DescField, value: unknown): unknown {
  if (field.fieldKind === 'enum') return field.enum.values.find(({ localName }) => localName === value)?.name ?? value;
  return typeof value === 'number' ? String(value) : value;
}
