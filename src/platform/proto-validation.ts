import { createRequire } from 'node:module';
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import { type Path, type ReflectMessage, reflect } from '@bufbuild/protobuf/reflect';
import type * as Protovalidate from '@bufbuild/protovalidate';
import { type ProblemError, type ProblemField, problemField, validationProblem } from './problem.ts';

let loaded: Protovalidate.Validator | undefined;

/** With a compiler of expressions, 20 MB in all: the first message pays for them, not the start of the program. */
function validator(): Protovalidate.Validator {
  loaded ??= (createRequire(import.meta.url)('@bufbuild/protovalidate') as typeof Protovalidate).createValidator();
  return loaded;
}

/** Checks a message against the `buf.validate` rules of its proto, and that a database can hold its texts. @throws validation (400) */
export function requireValid<Desc extends DescMessage>(schema: Desc, message: MessageShape<Desc>): void {
  const result = validator().validate(schema, message);
  if (result.kind === 'error') throw result.error;
  const broken =
    result.kind === 'valid'
      ? []
      : result.error.violations.map(({ field, message: rule }) => problemField(namesOf(field), sentence(rule)));
  const unstorable = broken.length > 0 ? [] : unstorableTexts(reflect(schema, message, false));
  if (broken.length + unstorable.length > 0) throw validationProblem([...broken, ...unstorable]);
}

/** A broken rule that no annotation can say. */
export function invalidField(path: readonly (string | number)[], message: string): ProblemError {
  return validationProblem([problemField(path, message)]);
}

/** The names that JSON has for a path. */
function namesOf(path: Path): (string | number)[] {
  return path.flatMap((part): (string | number)[] => {
    switch (part.kind) {
      case 'field':
        return [part.jsonName];
      case 'list_sub':
        return [part.index];
      case 'map_sub':
        return [String(part.key)];
      case 'oneof':
      case 'extension':
        return [part.name];
      default:
        return part satisfies never;
    }
  });
}

function sentence(rule: string): string {
  const text = rule.replace(/^value /, '').replace(/^must/, 'Must');
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair; protobuf's may hold NUL, and JSON's both. */
function unstorableTexts(message: ReflectMessage, path: readonly (string | number)[] = []): ProblemField[] {
  const check = (value: unknown, at: readonly (string | number)[]): ProblemField[] =>
    typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())
      ? [problemField(at, 'Must not contain the NUL character or half of a surrogate pair.')]
      : [];
  return message.fields.flatMap((field) => {
    const at = [...path, field.jsonName];
    if (!message.isSet(field)) return [];
    if (field.fieldKind === 'scalar') return check(message.get(field), at);
    if (field.fieldKind === 'message') return unstorableTexts(message.get(field), at);
    if (field.fieldKind !== 'list') return [];
    return [...message.get(field)].flatMap((item, index) =>
      field.listKind === 'message'
        ? unstorableTexts(item as ReflectMessage, [...at, index])
        : check(item, [...at, index]),
    );
  });
}
