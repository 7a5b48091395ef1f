/** A length, wherever UPS tells one. */
const LENGTH = /(\d+) (?:alphanumeric )?characters (?:are accepted|long)|maximum length of the field is (\d+)/;
/** `01 = Transportation`, `01 - Invoice` or `CFR: Cost and Freight`; no list has fewer than two. */
const CODE = /(?:^|[\s-])([A-Z0-9]{1,3}|\d[a-z])\s*(?:=|(?::|[-–] )\s*(?=[A-Z(]))/g;

type Schema = Readonly<Record<string, unknown>>;

/**
 * Reads UPS's documents, as the reviver of `JSON.parse`. They were made of XML schemas, so that `maximum` is how often an element may occur and no
 * number is meant; how long a text may be and which codes there are is told in words. Both are written here as JSON Schema has them.
 */
export function readUpsWords(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { maximum: occurrences, ...schema } = value as Schema;
  const { type, anyOf, description } = schema;
  const isList = type === 'array' || Array.isArray(anyOf);
  const counted = isList && typeof occurrences === 'number' ? { ...schema, maxItems: occurrences } : schema;
  return typeof description === 'string' ? withWords(counted, wordsOf(description)) : counted;
}

function wordsOf(description: string): Schema {
  const [, accepted, longest] = LENGTH.exec(description) ?? [];
  const maxLength = Number(accepted ?? longest);
  const codes = [...description.matchAll(CODE)].map(([, code]) => code);
  return {
    ...(Number.isNaN(maxLength) ? {} : { maxLength }),
    ...(codes.length < 2 ? {} : { enum: codes }),
  };
}

/** What is said of a list is said of each of its items. */
function withWords(schema: Schema, words: Schema): Schema {
  const { type, anyOf, items = {} } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: anyOf.map((each: Schema) => withWords(each, words)) };
  if (type === 'array') return { ...schema, items: withWords(items as Schema, words) };
  return type === 'string' ? { ...schema, ...words } : schema;
}
