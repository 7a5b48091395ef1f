import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };

const COUNTRY_CODES: ReadonlySet<string | undefined> = new Set(codes.map((row) => row[0]));

/** Codes that other standards give to places of these countries: EU VAT (EL, XI), customs (IC), the road (UK). */
const WRONG_BUT_USUAL: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', XI: 'GB', IC: 'ES' };

/**
 * Whether a text is a country code of ISO 3166-1 alpha-2, in capitals. Accepts XK too: ISO leaves it to users, and the
 * European Union, the phone numbering plan and the carriers use it for Kosovo, which has no other code.
 */
export function isCountryCode(text: string): boolean {
  return COUNTRY_CODES.has(text);
}

/** What is wrong with a country code and what to write instead; undefined when nothing is. */
export function checkCountryCode(code: string): string | undefined {
  if (isCountryCode(code)) return undefined;
  const meant = WRONG_BUT_USUAL[code] ?? (isCountryCode(code.toUpperCase()) ? code.toUpperCase() : undefined);
  return meant === undefined
    ? 'Unknown country code: write the two capital letters of ISO 3166-1, for example DE.'
    : `Unknown country code: for ${countryName(meant)} write ${meant}.`;
}

const WITH_ARTICLE: ReadonlySet<string> = new Set(
  'AE AX BS CC CF CK DO FK FO GB GM IM IO KM KY MH MP MV NL PH PN PS SB SC TC TF UM US VG VI'.split(' '),
);

let englishNames: Intl.DisplayNames | undefined;

/** The English name as it stands within a sentence ("the Netherlands"). A code that is no country's is its own name. */
export function countryName(code: string): string {
  if (!isCountryCode(code)) return code;
  englishNames ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  return `${WITH_ARTICLE.has(code) ? 'the ' : ''}${englishNames.of(code) ?? code}`;
}

/** "German" for DE; undefined where no message needs it, because the name reads well enough. */
export function countryAdjective(code: string): string | undefined {
  return ADJECTIVES[code];
}

/** The countries of most European shippers' parcels. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  AR: 'Argentine',
  AT: 'Austrian',
  AU: 'Australian',
  BE: 'Belgian',
  BG: 'Bulgarian',
  BR: 'Brazilian',
  CA: 'Canadian',
  CH: 'Swiss',
  CN: 'Chinese',
  CY: 'Cypriot',
  CZ: 'Czech',
  DE: 'German',
  DK: 'Danish',
  DO: 'Dominican',
  EE: 'Estonian',
  ES: 'Spanish',
  FI: 'Finnish',
  FR: 'French',
  GB: 'British',
  GR: 'Greek',
  HR: 'Croatian',
  HU: 'Hungarian',
  IE: 'Irish',
  IL: 'Israeli',
  IN: 'Indian',
  IS: 'Icelandic',
  IT: 'Italian',
  JP: 'Japanese',
  KR: 'South Korean',
  LT: 'Lithuanian',
  LU: 'Luxembourg',
  LV: 'Latvian',
  MT: 'Maltese',
  MX: 'Mexican',
  NL: 'Dutch',
  NO: 'Norwegian',
  NZ: 'New Zealand',
  PH: 'Philippine',
  PL: 'Polish',
  PT: 'Portuguese',
  RO: 'Romanian',
  RS: 'Serbian',
  RU: 'Russian',
  SE: 'Swedish',
  SI: 'Slovenian',
  SK: 'Slovak',
  TR: 'Turkish',
  UA: 'Ukrainian',
  US: 'US',
  ZA: 'South African',
};
