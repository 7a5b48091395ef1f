import type { DescField, DescMessage } from '@bufbuild/protobuf';
import { ProblemError } from './problem.ts';

/**
 * A problem as the REST face tells it: what it says of the resource as it is now (`currentStatus`, `currentVersion`) is said as in the
 * resource itself, an enum by its whole name and 64 bits as a string, so that the two can be compared.
 */
export function restProblem(problem: ProblemError, resource: DescMessage): ProblemError {
  const { type, status, title, detail, headers, cause } = problem;
  const extensions = Object.entries(problem.extensions).map(([name, value]): [string, unknown] => {
    const field = resource.fields.find(
      ({ jsonName }) => name === `current${jsonName[0]?.toUpperCase()}${jsonName.slice(1)}`,
    );
    return [name, field === undefined ? value : jsonForm(field, value)];
  });
  return new ProblemError({ type, status, title, detail, headers, cause, extensions: Object.fromEntries(extensions) });
}

function jsonForm(field: DescField, value: unknown): unknown {
  if (field.fieldKind === 'enum') return field.enum.values.find(({ localName }) => localName === value)?.name ?? value;
  return typeof value === 'number' ? String(value) : value;
}
