import { checkCountryCode } from '../../platform/country.ts';
import type { FieldError } from '../../platform/field-error.ts';
import { isPrintableLine } from '../../platform/printable-line.ts';
import { unknownReference } from './check-references.ts';
import { postCodeKey } from './post-code-key.ts';
import type { Area, PostCodes } from './v1/condition-schemas.ts';
import { rangeOf } from './zone-index.ts';

/** The broken rules of countries, postal codes and named zones; `path` is where they are. */
export function checkArea(area: Area, path: FieldError['path'], known: ReadonlySet<string>): FieldError[] {
  return [
    ...(area.zones ?? []).flatMap((reference, index) =>
      known.has(reference)
        ? []
        : [{ path: [...path, 'zones', index], message: unknownReference('zone', reference, [...known]) }],
    ),
    ...(area.countries ?? []).flatMap((code, index) => {
      const fault = checkCountryCode(code);
      return fault === undefined ? [] : [{ path: [...path, 'countries', index], message: fault }];
    }),
    ...(area.postCodes ?? []).flatMap((codes, index) => checkPostCodes(codes, [...path, 'postCodes', index])),
  ];
}

function checkPostCodes(codes: PostCodes, path: FieldError['path']): FieldError[] {
  const { countryCode, prefix, from, to } = codes;
  const country = checkCountryCode(countryCode);
  if (country !== undefined) return [{ path: [...path, 'countryCode'], message: country }];
  const isPrefix = prefix !== undefined && from === undefined && to === undefined;
  const isRange = prefix === undefined && from !== undefined && to !== undefined;
  if (!isPrefix && !isRange) return [{ path, message: 'Must have either `prefix`, or `from` and `to`.' }];
  for (const [name, text] of Object.entries({ prefix, from, to })) {
    if (text === undefined) continue;
    if (!isPrintableLine(text)) return [{ path: [...path, name], message: 'Contains a control character.' }];
    if (!/[A-Z0-9]/i.test(postCodeKey(countryCode, text)))
      return [{ path: [...path, name], message: 'Must have at least one letter or digit.' }];
  }
  const { low, high } = rangeOf(codes);
  if (low <= high) return [];
  return [{ path: [...path, 'to'], message: `Comes before from, which is '${from}'. Both belong to the range.` }];
}
