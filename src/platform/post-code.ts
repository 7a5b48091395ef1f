import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';
import { countryAdjective, countryName } from './country.ts';
import { POST_CODE_EXAMPLES } from './post-code-examples.ts';
import { isPrintableLine } from './printable-line.ts';

/** The longest code in use has ten characters; the bound also keeps every pattern below cheap. */
const MAX_LENGTH = 16;

/**
 * Countries with postal codes that many deliverable addresses do without: nobody there knows them, or the post does not
 * need them. All of them are optional in Google's address data (libaddressinput, field `require`) as well.
 */
const OPTIONAL: ReadonlySet<string> = new Set(
  (
    'AF AI BB BH BT CK CL CO CR CU DO EC EG EH ET GN GT GW HN HT IE IQ IR JO KE KH KW LA LB LR LS MG MM MU MV MZ NA NE NG ' +
    'NI NP OM PA PE PG PK PY SA SD SN SO SV SZ TZ UM UY VC VE VG ZM'
  ).split(' '),
);

/** Forms in use that postcode-validator does not know: newer ones, older ones that live on, and longer ones. */
const ALSO_VALID: Readonly<Record<string, RegExp>> = {
  AR: /^\d{4}$/, // before the CPA of 1999, and still the minimum
  KH: /^\d{6}(\d{2})?$/,
  KZ: /^[A-Z]\d{2}[A-Z]\d[A-Z]\d$/,
  NI: /^\d{5}$/,
  PY: /^\d{6}$/,
  SA: /^\d{5}-\d{4}$/, // the National Address with its additional number
  SO: /^[A-Z]{2} ?\d{5}$/,
  SV: /^\d{4}$/,
};

/** Beginnings that no code of the country has, and that postcode-validator takes all the same. */
const NEVER_ISSUED: Readonly<Record<string, RegExp>> = {
  BE: /^0/,
  CH: /^0/,
  DE: /^00/,
  NL: /^0/,
  US: /^00[0-4]/,
};

/** Where the ZIP is what a parcel is sorted and priced by, and ZIP+4 names a side of a street within it. */
const ZIP_COUNTRIES: ReadonlySet<string> = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP', 'FM', 'MH', 'PW']);

/** Codes with a part that most leave out, for where its separator is. */
const LONG_EXAMPLES: Readonly<Record<string, string>> = {
  LU: 'L-1111',
  SA: '75311-8538',
  ...Object.fromEntries([...ZIP_COUNTRIES].map((country) => [country, '10001-1234'])),
};

/**
 * What is wrong with a postal code and how to write it; undefined when nothing is. Case, spaces and hyphens do not
 * matter, nor does the country's own code in front ("LV-1010", "DE-10115"). A country of which no format is known takes
 * anything, also nothing. The formats are those of postcode-validator (CLDR's and the posts' own), 181 countries.
 */
export function checkPostCode(countryCode: string, postCode: string | undefined): string | undefined {
  if (postCode === undefined || postCode.trim() === '') {
    if (!requiresPostCode(countryCode)) return undefined;
    return `The postal code is missing: an address in ${countryName(countryCode)} needs one (${expectedForm(countryCode)}).`;
  }
  if (postCode.length > MAX_LENGTH)
    return `A postal code has at most ${MAX_LENGTH} characters; this has ${postCode.length}.`;
  if (!isPrintableLine(postCode)) return 'The postal code has a control character: send printable characters only.';
  if (!postcodeValidatorExistsForCountry(countryCode) || writtenForm(countryCode, postCode) !== undefined)
    return undefined;
  const adjective = countryAdjective(countryCode);
  const what = adjective === undefined ? `postal code of ${countryName(countryCode)}` : `${adjective} postal code`;
  const orNothing = OPTIONAL.has(countryCode) ? ', or leave it out' : '';
  return `Invalid format for ${what}: expected ${expectedForm(countryCode)}${orNothing}`;
}

/** Whether an address in this country is incomplete without a postal code. */
export function requiresPostCode(countryCode: string): boolean {
  return postcodeValidatorExistsForCountry(countryCode) && !OPTIONAL.has(countryCode);
}

/**
 * A valid postal code as the country's post writes it ("1012ab" is "1012 AB", "00950" in Poland is "00-950"): what a
 * carrier should get. Other text comes back in capitals, trimmed.
 */
export function formatPostCode(countryCode: string, postCode: string): string {
  return writtenForm(countryCode, postCode) ?? postCode.trim().toUpperCase();
}

/**
 * A form for comparing postal codes of one country, and the prefixes and bounds of ranges of them: capitals, without
 * spaces and hyphens, without the country's own code ("LV-1010" is "1010") and without the +4 of a ZIP+4.
 */
export function normalisePostCode(countryCode: string, postCode: string): string {
  const code = withoutCountryCode(countryCode, postCode.trim().toUpperCase());
  const compact = compacted(code);
  return ZIP_COUNTRIES.has(countryCode) && /^\d{9}$/.test(compact) ? compact.slice(0, 5) : compact;
}

function writtenForm(countryCode: string, postCode: string): string | undefined {
  if (postCode.length > MAX_LENGTH) return undefined;
  const asSent = postCode.trim().toUpperCase();
  const bare = withoutCountryCode(countryCode, asSent);
  const examples = [POST_CODE_EXAMPLES[countryCode] ?? '', LONG_EXAMPLES[countryCode] ?? ''];
  const candidates = [asSent, bare].flatMap((code) => [
    ...examples.map((example) => spacedLike(example, code)),
    code,
    compacted(code),
  ]);
  return candidates.find((candidate) => candidate !== '' && matches(countryCode, candidate));
}

function matches(countryCode: string, postCode: string): boolean {
  if (NEVER_ISSUED[countryCode]?.test(postCode) === true) return false;
  return (
    (postcodeValidatorExistsForCountry(countryCode) && postcodeValidator(postCode, countryCode)) ||
    (ALSO_VALID[countryCode]?.test(postCode) ?? false)
  );
}

/** "NL-1012AB" has the country's code for sure; "LV1010" has it, because nothing but digits follows; "IM1 1AA" has not. */
function withoutCountryCode(countryCode: string, postCode: string): string {
  if (!postCode.startsWith(countryCode)) return postCode;
  const rest = postCode.slice(countryCode.length);
  return /^ *-.|^ *\d[\d -]*$/.test(rest) ? rest.replace(/^[- ]+/, '') : postCode;
}

/** Puts the separators of the example into a code, counted from the right: British codes vary in length on the left. */
function spacedLike(example: string, postCode: string): string {
  let rest = compacted(postCode);
  const groups: string[] = [];
  for (const part of example
    .split(/(?=[ -])/)
    .slice(1)
    .reverse()) {
    const separator = part.charAt(0);
    const size = part.length - 1;
    if (rest.length <= size) return postCode;
    groups.unshift(separator + rest.slice(-size));
    rest = rest.slice(0, -size);
  }
  return groups.length === 0 ? postCode : rest + groups.join('');
}

function compacted(postCode: string): string {
  return postCode.replace(/[\s-]/g, '');
}

function expectedForm(countryCode: string): string {
  const example = POST_CODE_EXAMPLES[countryCode] ?? '';
  const isOneLength =
    /^\d+$/.test(example) && !matches(countryCode, `${example}0`) && !matches(countryCode, example.slice(0, -1));
  return isOneLength ? `${example.length} digits, for example ${example}` : `a code like ${example}`;
}
