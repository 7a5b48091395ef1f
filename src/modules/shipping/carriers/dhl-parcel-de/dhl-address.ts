import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import type { Address } from '../../address.ts';
import { streetLine } from '../../street.ts';
import { carrierEmail, carrierPhone, carrierText } from '../carrier-text.ts';

/** The document names no character set; its examples are German. */
export const NAME = { maxLength: 50, charset: 'latin1' } as const;
export const STREET = { maxLength: 50, charset: 'latin1' } as const;
export const CITY = { maxLength: 40, charset: 'latin1' } as const;
const ADDITION = { maxLength: 60, charset: 'latin1' } as const;
export const POST_CODE = { maxLength: 10, charset: 'ascii' } as const;
export const MAX_EMAIL = 80;
const MAX_PHONE = 20;

const ALPHA_3: ReadonlyMap<string, string> = new Map(codes.map(([alpha2 = '', alpha3 = '']) => [alpha2, alpha3]));
/** Countries of ISO 3166-1 that the document's list does not have. */
const NOT_IN_LIST: ReadonlySet<string> = new Set(['AQ', 'EH', 'GS', 'IO', 'TF', 'UM', 'XK']);

/** The code of three letters; undefined for a country that the document does not have. */
export function dhlCountry(countryCode: string): string | undefined {
  return NOT_IN_LIST.has(countryCode) ? undefined : ALPHA_3.get(countryCode);
}

/** Prints what is beside the street as a third name, which every label has. */
export function dhlShipper(address: Address): object {
  return { ...common(address), ...optional('name3', carrierText(address.addressLine2 ?? '', NAME)) };
}

/** `isDomestic`: within Germany DHL takes no telephone number, and prints additions on labels for abroad only. */
export function dhlConsignee(address: Address, isDomestic: boolean): object {
  const { addressLine2 = '', stateCode, countryCode, phone } = address;
  if (isDomestic) return dhlShipper(address);
  return {
    ...common(address),
    ...optional('additionalAddressInformation1', carrierText(addressLine2, ADDITION)),
    ...optional('state', countryCode === 'US' && stateCode !== undefined ? `US-${stateCode}` : stateCode),
    ...optional('phone', phone === undefined ? undefined : carrierPhone(phone, MAX_PHONE)),
  };
}

function common(address: Address): object {
  const { companyName = '', contactName = '', city, postCode, countryCode, email } = address;
  const [name1 = '-', name2] = [carrierText(companyName, NAME), carrierText(contactName, NAME)].filter(
    (name) => name !== '',
  );
  return {
    name1,
    ...optional('name2', name2),
    // On one line, as DHL recommends.
    addressStreet: carrierText(streetLine(address), STREET),
    ...optional('postalCode', postCode === undefined ? undefined : carrierText(postCode, POST_CODE)),
    city: carrierText(city, CITY),
    country: dhlCountry(countryCode),
    ...optional('email', carrierEmail(email, MAX_EMAIL)),
  };
}

function optional(name: string, value: string | undefined): object {
  return value === undefined || value === '' ? {} : { [name]: value };
}
