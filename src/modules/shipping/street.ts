/** The words that name a house: the number is undefined where the address has none ("Rose Cottage", "Packstation 145"). */
interface Street {
  street: string;
  houseNumber?: string;
}

/** 12, 45a, 12-14, 12/3/15, 123-II. */
const HOUSE_NUMBER = /^\d{1,5}[a-z]?(?:[-/+]\w{1,5}){0,3}$/i;
/** What may stand apart behind a number: "12 A", "12 bis". */
const ADDITION = /^(?:[a-z]|bis|ter|quater|hs)$/i;
const FRENCH_ADDITION = /^(?:bis|ter|quater)$/i;

/** A number behind one of these is not a house's. */
const NOT_A_STREET = new RegExp(
  `^(?:${[
    'apt|apartment|bldg|box|building|flat|floor|highway|hwy|km|level|lot|room|route|rte|shop|suite|ste|unit',
    'apartado|boîte|bp|bte|casilla|cs|packstation|postboks|postbus|postfach|postfack|postfiliale|zone',
  ].join('|')})[.:]?$`,
  'iu',
);

/** Where the house number comes before the street: "12 rue de la Paix", "221B Baker Street". */
export const NUMBER_FIRST: ReadonlySet<string> = new Set(
  'AU CA FR GB GG GP GF HK IE IM IN JE KE LK LU MC MQ MY NC NG NZ PF PH PR RE SG US VI YT ZA'.split(' '),
);
/** Elsewhere a number stands before the street only when French is spoken. */
const FRENCH_STREET =
  /^(?:rue|avenue|av\.?|boulevard|bd\.?|chemin|ch\.?|place|route|quai|impasse|allée|square|cours)$/iu;

/** The street with its house number, in the country's order. */
export function streetLine(address: { street: string; houseNumber?: string; countryCode: string }): string {
  const { street, houseNumber = '', countryCode } = address;
  return (NUMBER_FIRST.has(countryCode) ? [houseNumber, street] : [street, houseNumber]).join(' ').trim();
}

/**
 * The street and the house number apart, for carriers that want two fields. A number that the client sent apart wins;
 * otherwise it is looked for where the country writes it. No word is lost: the two joined are the words as sent, but for
 * a comma beside the number and the order. When in doubt nothing is split.
 */
export function splitStreet(address: { street: string; houseNumber?: string; countryCode: string }): Street {
  const words = address.street.trim().split(/\s+/u);
  const houseNumber = address.houseNumber?.trim() ?? '';
  if (houseNumber !== '') return { street: words.join(' '), houseNumber };
  const [first, second] = NUMBER_FIRST.has(address.countryCode)
    ? [numberInFront(words), numberBehind(words)]
    : [numberBehind(words), FRENCH_STREET.test(words[1] ?? '') ? numberInFront(words) : undefined];
  return first ?? second ?? { street: words.join(' ') };
}

function numberInFront(words: readonly string[]): Street | undefined {
  const size = FRENCH_ADDITION.test(withoutComma(words[1] ?? '')) ? 2 : 1;
  if (!HOUSE_NUMBER.test(withoutComma(words[0] ?? ''))) return undefined;
  return split(words.slice(size), words.slice(0, size));
}

function numberBehind(words: readonly string[]): Street | undefined {
  const hasAddition = ADDITION.test(words.at(-1) ?? '') && HOUSE_NUMBER.test(words.at(-2) ?? '');
  const size = hasAddition ? 2 : 1;
  if (!HOUSE_NUMBER.test(words.at(-size) ?? '')) return undefined;
  if (NOT_A_STREET.test(words.at(-size - 1) ?? '')) return undefined;
  return split(words.slice(0, -size), words.slice(-size));
}

function split(streetWords: readonly string[], numberWords: readonly string[]): Street | undefined {
  const street = withoutComma(streetWords.join(' '));
  return street === '' ? undefined : { street, houseNumber: withoutComma(numberWords.join(' ')) };
}

function withoutComma(text: string): string {
  return text.endsWith(',') ? text.slice(0, -1).trimEnd() : text;
}
