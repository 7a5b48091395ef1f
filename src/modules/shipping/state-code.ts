import { countryName } from '../../platform/country.ts';

/** UPS, DHL Express and FedEx refuse an address in these countries without its state. */
const REQUIRED: ReadonlySet<string> = new Set(['US', 'CA']);

/** ISO 3166-2 of the countries whose states carriers check; the USA's with the three military "states" of the USPS. */
const STATE_CODES: Readonly<Record<string, ReadonlySet<string>>> = {
  US: new Set(
    (
      'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
      'RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR UM VI FM MH PW AA AE AP'
    ).split(' '),
  ),
  CA: new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' ')),
  AU: new Set('ACT NSW NT QLD SA TAS VIC WA'.split(' ')),
};

const EXAMPLES: Readonly<Record<string, string>> = { US: 'NY', CA: 'ON', AU: 'NSW', VN: '44' };

/** What is wrong with the state of an address; undefined when nothing is. Elsewhere any subdivision of ISO 3166-2 will do. */
export function checkStateCode(countryCode: string, stateCode: string | undefined): string | undefined {
  const example = EXAMPLES[countryCode] ?? 'NY';
  if (stateCode === undefined || stateCode === '') {
    if (!REQUIRED.has(countryCode)) return undefined;
    return `The state is missing: an address in ${countryName(countryCode)} needs its code, for example ${example}.`;
  }
  const known = STATE_CODES[countryCode];
  if (known === undefined ? /^[A-Z0-9]{1,3}$/.test(stateCode) : known.has(stateCode)) return undefined;
  const where = known === undefined ? '' : ` of ${countryName(countryCode)}`;
  return `Unknown state${where}: write the ISO 3166-2 code without the country, for example ${example}.`;
}
