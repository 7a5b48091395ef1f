import type { FieldError } from '../../platform/field-error.ts';
import { nameSome } from './name-some.ts';

/** Names that are there twice; `path` is where the list is. */
export function* checkUnique(
  named: readonly { reference: string }[],
  path: FieldError['path'],
): Generator<FieldError, void> {
  const seen = new Set<string>();
  for (const [index, { reference }] of named.entries()) {
    if (seen.has(reference)) {
      const message = `'${reference}' is there twice. Each reference must be its own.`;
      yield { path: [...path, index, 'reference'], message };
    }
    seen.add(reference);
  }
}

/** A name that nothing in the contract has, beside those that there are. */
export function unknownReference(what: string, reference: string, known: ReadonlySet<string>): string {
  return `There is no ${what} '${reference}' in this contract. It has: ${nameSome(known) || 'none'}.`;
}
