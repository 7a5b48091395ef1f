import { isCountryCode } from '../../../platform/country.ts';

/** Codes that are not ISO's, which VAT numbers begin with (EL, XI), and EORI numbers (XI). */
const OTHER_COUNTRY_CODES: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' };

/** The country that a VAT or an EORI number begins with; undefined where it begins with none. */
export function countryOfTaxNumber(number: string): string | undefined {
  const prefix = number.slice(0, 2);
  const country = OTHER_COUNTRY_CODES[prefix] ?? prefix;
  return isCountryCode(country) ? country : undefined;
}
