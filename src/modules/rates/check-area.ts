import { checkCountryCode } from '../../platform/country.ts';
import type { FieldError } from '../../platform/field-error.ts';
import { isPrintableLine } from '../../platform/printable-line.ts';
import { unknownReference } from './check-references.ts';
import type { Area, PostCodes } from './v1/condition-schemas.ts';
import { rangeOf } from './zone-index.ts';

/** The broken rules of countries, postal codes and named zones; `path` is where they are. */
export function* checkArea(
  { zones = [], countries = [], postCodes = [] }: Area,
  path: FieldError['path'],
  known: ReadonlySet<string>,
): Generator<FieldError, void> {
  for (const [index, reference] of zones.entries()) {
    if (!known.has(reference))
      yield { path: [...path, 'zones', index], message: unknownReference('zone', reference, known) };
  }
  for (const [index, code] of countries.entries()) {
    const message = checkCountryCode(code);
    if (message !== undefined) yield { path: [...path, 'countries', index], message };
  }
  for (const [index, codes] of postCodes.entries()) {
    const fault = checkPostCodes(codes);
    if (fault !== undefined) yield { path: [...path, 'postCodes', index, ...fault.path], message: fault.message };
  }
}

/** The path of a fault is within the entry. */
function checkPostCodes(codes: PostCodes): FieldError | undefined {
  const { countryCode, prefix, from, to } = codes;
  const country = checkCountryCode(countryCode);
  if (country !== undefined) return { path: ['countryCode'], message: country };
  const isPrefix = prefix !== undefined && from === undefined && to === undefined;
  const isRange = prefix === undefined && from !== undefined && to !== undefined;
  if (!isPrefix && !isRange) return { path: [], message: 'Must have either `prefix`, or `from` and `to`.' };
  for (const [name, text] of Object.entries({ prefix, from, to })) {
    if (text !== undefined && !isPrintableLine(text)) return { path: [name], message: 'Contains a control character.' };
  }
  const { low, high } = rangeOf(codes);
  for (const [name, key] of [
    [isPrefix ? 'prefix' : 'from', low],
    ['to', high],
  ] as const) {
    if (!/[A-Z0-9]/i.test(key)) return { path: [name], message: 'Must have at least one letter or digit.' };
  }
  return low <= high
    ? undefined
    : { path: ['to'], message: `Comes before from, which is '${from}'. Both belong to the range.` };
}
