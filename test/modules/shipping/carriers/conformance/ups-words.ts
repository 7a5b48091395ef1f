/** A length, wherever UPS tells one. */
const LENGTH = /(\d+) (?:alphanumeric )?characters (?:are accepted|long)|maximum length of the field is (\d+)/;
/** `01 = Transportation`, `01 - Invoice` or `CFR: Cost and Freight`; no list has fewer than two. */
const CODE = /(?:^|[\s-])([A-Z0-9]{1,3}|\d[a-z])\s*(?:=|-- |(?::|[-–] )\s*(?=[A-Z(]))/g;
/** `Supported values: 1601, 1607`, `Only valid values are 6 or 8.`, `Valid value is 4.`, `Valid values: - KGS - LBS`: where nothing but codes follows. */
const LISTED =
  /\b(?:[Ss]upported|[Vv]alid) [Vv]alues?(?: are| is)? ?:? ((?:- )?[A-Z\d]+(?:(?:, ?| or |, and | and | - )[A-Z\d]+)*)(?=\s*(?:\.(?: |$)|$))/g;
/** `Valid values are from 1 to 99999999`: in digits. */
const RANGE = /\b[Vv]alid values are (?:from )?\d+ to (\d+)(?=\.?(?: |$))(?! [A-Z])/;

type Schema = Readonly<Record<string, unknown>>;

/**
 * Reads UPS's documents, as the reviver of `JSON.parse`. They were made of XML schemas, so that `maximum` is how often an element may occur and no
 * number is meant; how long a text may be and which codes there are is told in words. Both are written here as JSON Schema has them, where the
 * words are regular. What is told otherwise is not compared: codes that stand in UPS's appendices (units of goods, countries), lists that are open
 * (`ReasonForExport`: "Any other reason") or of longer words (`RequestOption`), and layouts in prose (telephone numbers, post codes). Of some texts it
 * tells no length at all (descriptions, telephone numbers): ours are narrower.
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
  const [, greatest] = RANGE.exec(description) ?? [];
  const maxLength = Number(accepted ?? longest ?? greatest?.length);
  const described = [...description.matchAll(CODE)].map(([, code]) => code);
  const listed = [...description.replace(/\s+/g, ' ').matchAll(LISTED)].flatMap(([, list]) => codesOf(list));
  const codes = [...(described.length < 2 ? [] : described), ...listed];
  return {
    ...(Number.isNaN(maxLength) ? {} : { maxLength }),
    ...(codes.length === 0 ? {} : { enum: codes }),
  };
}

function codesOf(list = ''): string[] {
  // `0 - 9` is a range.
  return /^\w - \w$/.test(list) ? [] : list.split(/,? (?:and|or) |, ?| - |^- /).filter((code) => code !== '');
}

/** What is said of a list is said of each of its items. */
function withWords(schema: Schema, words: Schema): Schema {
  const { type, anyOf, items = {} } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: anyOf.map((each: Schema) => withWords(each, words)) };
  if (type === 'array') return { ...schema, items: withWords(items as Schema, words) };
  return type === 'string' ? { ...schema, ...words } : schema;
}
