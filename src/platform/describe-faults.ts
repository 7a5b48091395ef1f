import type { ErrorObject } from 'ajv';
import { MAX_ERRORS, type ProblemField, problemField } from './problem.ts';

const PART_NAMES = { body: 'Data', querystring: 'Query', params: 'Path', headers: 'Header' } as const;

/** Where a problem says a wrong value was. The body is `Data`, as in the specification's example. */
export function partName(httpPart: string): string {
  return PART_NAMES[httpPart as keyof typeof PART_NAMES] ?? PART_NAMES.body;
}

/** What the validator found, in words and each once. @param under where in that part the value stands that was judged */
export function faultsOf(
  errors: readonly ErrorObject[],
  httpPart: string,
  under: readonly (string | number)[] = [],
): ProblemField[] {
  const part = partName(httpPart);
  const seen = new Set<string>();
  const fields: ProblemField[] = [];
  for (const error of errors) {
    if (error.keyword === 'if' || error.keyword === 'allOf') continue;
    const field = problemField([...under, ...pathOf(error)], messageOf(error, part), part);
    const key = `${field.pointer} ${field.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    fields.push(field);
    if (fields.length === MAX_ERRORS) break;
  }
  return fields;
}

function pathOf(error: ErrorObject): (string | number)[] {
  const path: (string | number)[] = error.instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
  const member = error.params['missingProperty'] ?? error.params['additionalProperty'];
  return typeof member === 'string' ? [...path, member] : path;
}

function messageOf(error: ErrorObject, part: string): string {
  const limit = String(error.params['limit'] ?? '');
  switch (error.keyword) {
    case 'required':
      return 'Is required.';
    case 'additionalProperties':
      return 'Is not a known field here. Check its spelling and its place.';
    case 'type':
      return `Must be ${article(String(error.params['type']))}.`;
    case 'enum':
      return `Must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}.`;
    case 'minLength':
      return limit === '1' ? 'Must not be empty.' : `Must have at least ${limit} characters.`;
    case 'maxLength':
      return `Must have at most ${limit} characters.`;
    case 'minItems':
      return `Must have at least ${limit} ${limit === '1' ? 'item' : 'items'}.`;
    case 'maxItems':
      return `Must have at most ${limit} items.`;
    case 'minimum':
      return `Must be ${limit} or more.`;
    case 'maximum':
      return `Must be ${limit} or less.`;
    case 'exclusiveMinimum':
      return `Must be more than ${limit}.`;
    case 'format':
      return formatRule(String(error.params['format']), error.data, part);
    case 'pattern':
      return patternRule(String(error.params['pattern']), error.parentSchema?.['description']);
    case 'uniqueItems':
      return 'Must not name the same value twice.';
    default:
      return `${(error.message ?? 'Is not valid').replace(/^./, (letter) => letter.toUpperCase())}.`;
  }
}

/** Free text and days are known by how their patterns begin. The description of a free text says what it is for, that of any other pattern how it is written. */
function patternRule(pattern: string, description: unknown): string {
  if (pattern.startsWith('^[^\\u0000')) return 'Contains a control character: send one line of printable text.';
  if (pattern.startsWith('^(?!0000)')) return 'Must be a date from 0001-01-01 on.';
  return typeof description === 'string' ? `Has the wrong form: ${description}` : `Must match ${pattern}.`;
}

function formatRule(format: string, value: unknown, part: string): string {
  if (format === 'date-time' && /^.{16}:60/.test(String(value)))
    return 'Must not be a leap second, which no clock here has: send the second before it or after it.';
  const rule = FORMAT_RULES[format] ?? `Must be in the format ${format}.`;
  return format === 'date-time' && part === PART_NAMES.querystring ? `${rule} In a URL write + as %2B.` : rule;
}

const FORMAT_RULES: Readonly<Record<string, string>> = {
  uuid: 'Must be a UUID, for example 01890a5d-ac96-774b-bcce-b302099a8057.',
  date: 'Must be a date as YYYY-MM-DD, for example 2026-01-20.',
  'date-time': 'Must be a date and time with its offset (RFC 3339), for example 2026-01-20T10:30:00Z.',
  email: 'Must be an e-mail address.',
  uri: 'Must be an absolute URL.',
};

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
