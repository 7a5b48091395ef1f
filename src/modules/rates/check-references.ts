import type { FieldError } from '../../platform/field-error.ts';

/** Names that are there twice; `path` is where the list is. */
export function checkUnique(named: readonly { reference: string }[], path: FieldError['path']): FieldError[] {
  const seen = new Set<string>();
  return named.flatMap(({ reference }, index) => {
    if (!seen.has(reference)) {
      seen.add(reference);
      return [];
    }
    return [
      {
        path: [...path, index, 'reference'],
        message: `'${reference}' is there twice. Each reference must be its own.`,
      },
    ];
  });
}

const MAX_NAMED = 20;

/** A name that nothing in the contract has, beside those that there are. */
export function unknownReference(what: string, reference: string, known: readonly string[]): string {
  const some = known.slice(0, MAX_NAMED).join(', ');
  const rest = known.length > MAX_NAMED ? ', ...' : '';
  return `There is no ${what} '${reference}' in this contract. It has: ${some === '' ? 'none' : some}${rest}.`;
}
