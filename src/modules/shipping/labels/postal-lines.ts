import { countryName } from '../../../platform/country.ts';
import { streetLine } from '../street.ts';
import type { LabelAddress } from './label-fields.ts';
import type { FontWeight } from './typeface.ts';

export interface PostalLine {
  text: string;
  weight: FontWeight;
  /** As a multiple of the size of the address. */
  scale: number;
}

/** Where the post code ends the line of the city. */
const POST_CODE_AFTER_CITY = new Set(['AU', 'CA', 'GB', 'IE', 'NZ', 'US', 'ZA']);

/** The address in the order in which its own country reads it, with the country's English name in capitals at the end. */
export function postalLines(address: LabelAddress): PostalLine[] {
  const { companyName, contactName, street, houseNumber, addressLine2, city, postCode, stateCode, phone } = address;
  const country = address.countryCode.toUpperCase();
  const [name, ...others] = [companyName, contactName].filter((each) => each?.trim());
  const lines: (PostalLine | undefined)[] = [
    line(name, 'bold', 1.1),
    ...others.map((other) => line(other)),
    line(streetLine({ street, countryCode: country, ...(houseNumber === undefined ? {} : { houseNumber }) })),
    line(addressLine2),
    line(
      joined(POST_CODE_AFTER_CITY.has(country) ? [city, stateCode, postCode] : [postCode, city, stateCode]),
      'bold',
      1.25,
    ),
    line(countryName(country).replace(/^the /, '').toUpperCase(), 'bold'),
    line(phone && `Tel. ${phone}`, 'regular', 0.8),
  ];
  return lines.filter((each) => each !== undefined);
}

function line(text: string | undefined, weight: FontWeight = 'regular', scale = 1): PostalLine | undefined {
  return text?.trim() ? { text, weight, scale } : undefined;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part?.trim()).join(' ');
}
