import { type Static, Type } from '@sinclair/typebox';
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import type { Address } from '../../address.ts';
import { streetLine } from '../../street.ts';
import { type CarrierField, carrierEmail, carrierPhone, carrierText } from '../carrier-text.ts';

/** The document names no character set; its examples are German. */
export const NAME = { maxLength: 50, charset: 'latin1' } as const;
export const STREET = { maxLength: 50, charset: 'latin1' } as const;
export const CITY = { maxLength: 40, charset: 'latin1' } as const;
const ADDITION = { maxLength: 60, charset: 'latin1' } as const;
export const POST_CODE = { maxLength: 10, charset: 'ascii' } as const;
const MAX_STATE = 20;
export const MAX_EMAIL = 80;
const MAX_PHONE = 20;

/** What `carrierText` writes into that field. */
export const DhlText = ({ maxLength }: CarrierField) => Type.String({ minLength: 1, maxLength });
/** Letters and digits, with single blanks and hyphens between them. */
export const DhlPostCode = Type.String({
  minLength: 3,
  maxLength: POST_CODE.maxLength,
  pattern: '^[0-9A-Za-z]+([ -][0-9A-Za-z]+)*$',
});
export const DhlEmail = Type.String({ minLength: 3, maxLength: MAX_EMAIL });

/** Countries of ISO 3166-1 that the document's list does not have. */
const NOT_IN_LIST: ReadonlySet<string> = new Set(['AQ', 'EH', 'GS', 'IO', 'TF', 'UM', 'XK']);
const ALPHA_3: ReadonlyMap<string, string> = new Map(
  codes
    .filter(([alpha2 = '']) => !NOT_IN_LIST.has(alpha2))
    .map(([alpha2 = '', alpha3 = '']): [string, string] => [alpha2, alpha3]),
);
/** The document's code for all others. */
export const UNKNOWN_COUNTRY = 'UNKNOWN';
export const DhlCountry = Type.Union([...ALPHA_3.values(), UNKNOWN_COUNTRY].map((code) => Type.Literal(code)));

const Parts = Type.Object({
  name1: DhlText(NAME),
  name2: Type.Optional(DhlText(NAME)),
  /** With the house number, on one line, as DHL recommends. */
  addressStreet: DhlText(STREET),
  postalCode: Type.Optional(DhlPostCode),
  city: DhlText(CITY),
  country: DhlCountry,
  email: Type.Optional(DhlEmail),
});

/** A shipper, and a receiver within Germany: DHL takes no telephone number, and prints a third name on every label. */
export const DhlAddress = Type.Object({ ...Parts.properties, name3: Type.Optional(DhlText(NAME)) });

/** A receiver on labels for abroad, which have lines of their own for what is beside the street. */
export const DhlAddressAbroad = Type.Object({
  ...Parts.properties,
  additionalAddressInformation1: Type.Optional(DhlText(ADDITION)),
  state: Type.Optional(Type.String({ minLength: 1, maxLength: MAX_STATE })),
  phone: Type.Optional(Type.String({ minLength: 1, maxLength: MAX_PHONE })),
});

/** The code of three letters, or `UNKNOWN_COUNTRY`. */
export function dhlCountry(countryCode: string): string {
  return ALPHA_3.get(countryCode) ?? UNKNOWN_COUNTRY;
}

export function dhlAddress(address: Address): Static<typeof DhlAddress> {
  const name3 = carrierText(address.addressLine2 ?? '', NAME);
  return { ...partsOf(address), ...(name3 === '' ? {} : { name3 }) };
}

export function dhlAddressAbroad(address: Address): Static<typeof DhlAddressAbroad> {
  const { addressLine2 = '', stateCode = '', countryCode, phone = '' } = address;
  const addition = carrierText(addressLine2, ADDITION);
  return {
    ...partsOf(address),
    ...(addition === '' ? {} : { additionalAddressInformation1: addition }),
    ...(stateCode === '' ? {} : { state: countryCode === 'US' ? `US-${stateCode}` : stateCode }),
    ...(phone === '' ? {} : { phone: carrierPhone(phone, MAX_PHONE) }),
  };
}

function partsOf(address: Address): Static<typeof Parts> {
  const { companyName = '', contactName = '', city, postCode = '', countryCode } = address;
  const [name1 = '-', name2] = [carrierText(companyName, NAME), carrierText(contactName, NAME)].filter(
    (name) => name !== '',
  );
  const postalCode = carrierText(postCode, POST_CODE);
  const email = carrierEmail(address.email, MAX_EMAIL);
  return {
    name1,
    ...(name2 === undefined ? {} : { name2 }),
    addressStreet: carrierText(streetLine(address), STREET),
    ...(postalCode === '' ? {} : { postalCode }),
    city: carrierText(city, CITY),
    country: dhlCountry(countryCode),
    ...(email === undefined ? {} : { email }),
  };
}
