import { type Static, Type } from '@sinclair/typebox';
import { isBlank } from '../../../../platform/printable-line.ts';
import type { Address } from '../../address.ts';
import { streetLine } from '../../street.ts';
import { carrierEmail, carrierLines, carrierPhone, carrierText } from '../carrier-text.ts';

/** UPS prints Latin-1; what a field holds is in the descriptions of the Shipping API. */
export const NAME = { maxLength: 35, charset: 'latin1' } as const;
const LINES = { maxLength: 35, charset: 'latin1', maxLines: 3 } as const;
export const CITY = { maxLength: 30, charset: 'latin1' } as const;
export const POST_CODE = { maxLength: 9, charset: 'ascii' } as const;
const STATE_LENGTH = 5;
const PHONE_DIGITS = 15;
const MAX_EMAIL = 50;
/** Longer than any of ours in other letters. */
const MAX_WRITTEN_POST_CODE = 100;
const NATIONAL_PHONES: ReadonlySet<string> = new Set(['US', 'PR', 'CA', 'VI']);
/** Nine digits of the United States leave no room for the hyphen, and of Canada the document wants "A#A#A#", without the blank. */
const UNSEPARATED_POST_CODES: ReadonlySet<string> = new Set(['US', 'PR', 'CA']);
/** Where UPS wants the state, and nowhere else takes it. */
const WITH_STATE: ReadonlySet<string> = new Set('US CA PR IE AU BR IN MX CN JP MY VN'.split(' '));
/** Shipping v2409: "a valid province code (for example, VN-44)"; the states of all others are told without their country. */
export const STATE_WITH_COUNTRY = 'VN';

export const UpsAddress = Type.Object({
  AddressLine: Type.Array(Type.String({ maxLength: LINES.maxLength }), { maxItems: LINES.maxLines }),
  City: Type.String({ maxLength: CITY.maxLength }),
  StateProvinceCode: Type.Optional(Type.String({ maxLength: STATE_LENGTH })),
  PostalCode: Type.Optional(Type.String({ maxLength: POST_CODE.maxLength })),
  CountryCode: Type.String({ minLength: 2, maxLength: 2 }),
});

/** The tag alone says it: what stands in it is nothing to UPS. */
export const Indicator = Type.Literal('');

/** Where it goes to, which may be a home. */
export const UpsDestination = Type.Object({
  ...UpsAddress.properties,
  ResidentialAddressIndicator: Type.Optional(Indicator),
});

const Name = Type.String({ minLength: 1, maxLength: NAME.maxLength });

export const UpsParty = Type.Object({
  Name,
  AttentionName: Name,
  Phone: Type.Optional(Type.Object({ Number: Type.String({ maxLength: PHONE_DIGITS }) })),
  EMailAddress: Type.Optional(Type.String({ maxLength: MAX_EMAIL })),
  Address: UpsAddress,
});

/** From where it goes; UPS takes no e-mail address of it. */
export const UpsOrigin = Type.Omit(UpsParty, ['EMailAddress']);

/** A sender or a receiver; a person without a company is the name too. */
export function upsParty(address: Address): Static<typeof UpsParty> {
  const { companyName = '', contactName = '', email } = address;
  const phone = upsPhone(address);
  const name = isUpsBusiness(address) ? companyName : contactName;
  const attention = isBlank(contactName) ? name : contactName;
  const EMailAddress = carrierEmail(email, MAX_EMAIL);
  return {
    Name: carrierText(name, NAME) || '-',
    AttentionName: carrierText(attention, NAME) || '-',
    ...(phone === undefined ? {} : { Phone: { Number: phone } }),
    ...(EMailAddress === undefined ? {} : { EMailAddress }),
    Address: upsAddress(address),
  };
}

/** Who has a company is a business, at home too; anybody else is a person. */
export function isUpsBusiness({ companyName = '' }: Address): boolean {
  return !isBlank(companyName);
}

export function upsAddress(address: Address): Static<typeof UpsAddress> {
  const { addressLine2, city, countryCode } = address;
  const postCode = upsPostCode(address.postCode ?? '', countryCode);
  const state = upsState(address);
  return {
    AddressLine: carrierLines([streetLine(address), addressLine2], LINES),
    City: carrierText(city, CITY),
    ...(state === undefined ? {} : { StateProvinceCode: state }),
    // A cut one would be that of another place.
    ...(postCode === '' || postCode.length > POST_CODE.maxLength ? {} : { PostalCode: postCode }),
    CountryCode: countryCode,
  };
}

export function upsOrigin(sender: Address): Static<typeof UpsOrigin> {
  const { EMailAddress: _email, ...origin } = upsParty(sender);
  return origin;
}

export function upsDestination(receiver: Address): Static<typeof UpsDestination> {
  return { ...upsAddress(receiver), ...(receiver.residential === true ? { ResidentialAddressIndicator: '' } : {}) };
}

/** Without separators where UPS wants none or has no room for them; what is longer still, UPS does not take. */
export function upsPostCode(postCode: string, countryCode: string): string {
  const written = carrierText(postCode, { ...POST_CODE, maxLength: MAX_WRITTEN_POST_CODE });
  const isSeparated = !UNSEPARATED_POST_CODES.has(countryCode) && written.length <= POST_CODE.maxLength;
  return isSeparated ? written : written.replace(/[\s-]/g, '');
}

/**
 * Digits alone, undefined where there are none. Shipping v2409: "If Shipper country or territory is US, PR, CA, and VI, the layout is: area code, 7 digit
 * PhoneNumber", elsewhere it begins with the country's code.
 */
export function upsPhone({ phone = '', countryCode }: Address): string | undefined {
  const digits = carrierPhone(phone.replace('+', ''), PHONE_DIGITS);
  if (digits === '') return undefined;
  return NATIONAL_PHONES.has(countryCode) && /^1\d{10}$/.test(digits) ? digits.slice(1) : digits;
}

/** Undefined where UPS wants none, and for what is no state to it. */
export function upsState({ stateCode = '', countryCode }: Address): string | undefined {
  if (stateCode === '' || !WITH_STATE.has(countryCode)) return undefined;
  const told = countryCode === STATE_WITH_COUNTRY ? `${countryCode}-${stateCode}` : stateCode;
  return told.length > STATE_LENGTH ? undefined : told;
}
