import { type Static, Type } from '@sinclair/typebox';
import { problemField } from '../../../../platform/problem.ts';
import type { ShipmentContent } from '../../shipment.ts';
import { streetLine } from '../../street.ts';
import type { Refused } from '../carrier.ts';
import { carrierEmail, carrierLines, carrierPhone, carrierText } from '../carrier-text.ts';

type Address = ShipmentContent['addresses']['sender'];

/** UPS prints Latin-1; what a field holds is in the descriptions of the Shipping API. */
export const NAME = { maxLength: 35, charset: 'latin1' } as const;
const LINES = { maxLength: 35, charset: 'latin1', maxLines: 3 } as const;
const CITY = { maxLength: 30, charset: 'latin1' } as const;
const POST_CODE = { maxLength: 9, charset: 'ascii' } as const;
const TAX_NUMBER = { maxLength: 15, charset: 'latin1' } as const;
const STATE_LENGTH = 5;
const PHONE_DIGITS = 15;
const MAX_EMAIL = 50;
/** Nine digits of the United States leave no room for the hyphen, and of Canada the document wants "A#A#A#", without the blank. */
const UNSEPARATED_POST_CODES: ReadonlySet<string> = new Set(['US', 'PR', 'CA']);
/** Where UPS wants the state, and nowhere else takes it. */
const WITH_STATE: ReadonlySet<string> = new Set('US CA PR IE AU BR IN MX CN JP MY VN'.split(' '));
/** Shipping v2409: "a valid province code (for example, VN-44)"; the states of all others are told without their country. */
const STATE_WITH_COUNTRY = 'VN';

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
  TaxIdentificationNumber: Type.Optional(Type.String({ maxLength: TAX_NUMBER.maxLength })),
  Address: UpsAddress,
});

/** From where it goes; UPS takes no e-mail address of it. */
export const UpsOrigin = Type.Omit(UpsParty, ['EMailAddress']);

/** A sender or a receiver; a person without a company is the name too. */
export function upsParty(address: Address): Static<typeof UpsParty> {
  const { companyName = '', contactName = '', phone, email, vatNumber } = address;
  const name = companyName.trim() === '' ? contactName : companyName;
  const attention = contactName.trim() === '' ? name : contactName;
  const EMailAddress = carrierEmail(email, MAX_EMAIL);
  return {
    Name: carrierText(name, NAME) || '-',
    AttentionName: carrierText(attention, NAME) || '-',
    ...(phone === undefined ? {} : { Phone: { Number: carrierPhone(phone, PHONE_DIGITS).replace('+', '') } }),
    ...(EMailAddress === undefined ? {} : { EMailAddress }),
    ...(vatNumber === undefined ? {} : { TaxIdentificationNumber: carrierText(vatNumber, TAX_NUMBER) }),
    Address: upsAddress(address),
  };
}

/** Shipping v2409: the state is "required for US, Canada, and Vietnam", of which the first two are checked of every shipment. */
export function refuseStateless({ addresses }: ShipmentContent): Refused | undefined {
  const lacking = (['sender', 'receiver'] as const).filter(
    (party) => addresses[party].countryCode === STATE_WITH_COUNTRY && stateOf(addresses[party]) === undefined,
  );
  if (lacking.length === 0) return undefined;
  const message =
    'UPS needs the province of an address in Vietnam: its ISO 3166-2 code without the country, for example 44.';
  return {
    outcome: 'refused',
    carrierErrorCode: 'STATE_MISSING',
    carrierMessage: message,
    retryable: false,
    errors: lacking.map((party) => problemField(['addresses', party, 'stateCode'], message)),
  };
}

export function upsAddress(address: Address): Static<typeof UpsAddress> {
  const { addressLine2, city, postCode, countryCode } = address;
  const state = stateOf(address);
  return {
    AddressLine: carrierLines([streetLine(address), addressLine2], LINES),
    City: carrierText(city, CITY),
    ...(state === undefined ? {} : { StateProvinceCode: state }),
    ...(postCode === undefined ? {} : { PostalCode: postCodeOf(postCode, countryCode) }),
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

function postCodeOf(postCode: string, countryCode: string): string {
  const isUnseparated = UNSEPARATED_POST_CODES.has(countryCode);
  return carrierText(isUnseparated ? postCode.replace(/[\s-]/g, '') : postCode, POST_CODE);
}

/** Undefined where UPS wants none, and for what is no state to it. */
function stateOf({ stateCode = '', countryCode }: Address): string | undefined {
  if (stateCode === '' || !WITH_STATE.has(countryCode)) return undefined;
  const told = countryCode === STATE_WITH_COUNTRY ? `${countryCode}-${stateCode}` : stateCode;
  return told.length > STATE_LENGTH ? undefined : told;
}
