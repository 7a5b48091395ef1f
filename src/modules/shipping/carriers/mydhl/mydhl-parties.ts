import { type Static, Type } from '@sinclair/typebox';
import { isBlank } from '../../../../platform/printable-line.ts';
import { problemField } from '../../../../platform/problem.ts';
import type { ShipmentContent } from '../../shipment.ts';
import { streetLine } from '../../street.ts';
import type { Refused } from '../carrier.ts';
import { carrierEmail, carrierLines, carrierPhone, carrierText } from '../carrier-text.ts';
import { refusedUnsent } from '../refusal.ts';
import { countryOfTaxNumber } from '../tax-number.ts';

type Address = ShipmentContent['addresses']['sender'];

/** DHL Express prints Latin-1; the lengths are those of the MyDHL API's document. */
const COMPANY = { maxLength: 100, charset: 'latin1' } as const;
const PERSON = { maxLength: 255, charset: 'latin1' } as const;
const LINES = { maxLength: 45, charset: 'latin1', maxLines: 3 } as const;
const CITY = { maxLength: 45, charset: 'latin1' } as const;
const POST_CODE = { maxLength: 12, charset: 'ascii' } as const;
const REGISTRATION = { maxLength: 35, charset: 'ascii' } as const;
const PROVINCE = { minLength: 2, maxLength: 35, charset: 'ascii' } as const;
const MAX_PHONE = 70;
const MAX_EMAIL = 70;

const CountryCode = Type.String({ minLength: 2, maxLength: 2 });
const AddressLine = Type.String({ minLength: 1, maxLength: LINES.maxLength });

/** The postal address, as `POST /shipments` and `POST /rates` both take it. */
export const MyDhlAddress = Type.Object({
  postalCode: Type.String({ maxLength: POST_CODE.maxLength, description: 'Empty where the country has none.' }),
  cityName: Type.String({ minLength: 1, maxLength: CITY.maxLength }),
  countryCode: CountryCode,
  provinceCode: Type.Optional(Type.String({ minLength: PROVINCE.minLength, maxLength: PROVINCE.maxLength })),
  addressLine1: AddressLine,
  addressLine2: Type.Optional(AddressLine),
  addressLine3: Type.Optional(AddressLine),
});

const RegistrationNumber = Type.Object({
  typeCode: Type.Union([Type.Literal('VAT'), Type.Literal('EOR')]),
  number: Type.String({ minLength: 1, maxLength: REGISTRATION.maxLength }),
  issuerCountryCode: CountryCode,
});

/** Sender or receiver of `POST /shipments`. */
export const MyDhlParty = Type.Object({
  postalAddress: MyDhlAddress,
  contactInformation: Type.Object({
    companyName: Type.String({ minLength: 1, maxLength: COMPANY.maxLength }),
    fullName: Type.String({ minLength: 1, maxLength: PERSON.maxLength }),
    phone: Type.String({ minLength: 1, maxLength: MAX_PHONE }),
    email: Type.Optional(Type.String({ minLength: 1, maxLength: MAX_EMAIL })),
  }),
  registrationNumbers: Type.Optional(Type.Array(RegistrationNumber, { minItems: 1, maxItems: 2 })),
  typeCode: Type.Union([Type.Literal('private'), Type.Literal('business')]),
});

export function myDhlParty(address: Address): Static<typeof MyDhlParty> {
  const { companyName = '', contactName = '', phone = '', residential } = address;
  const name = isBlank(companyName) ? contactName : companyName;
  const person = isBlank(contactName) ? name : contactName;
  const email = carrierEmail(address.email, MAX_EMAIL);
  const registrationNumbers = registrations(address);
  return {
    postalAddress: myDhlAddress(address),
    contactInformation: {
      companyName: carrierText(name, COMPANY) || '-',
      fullName: carrierText(person, PERSON) || '-',
      phone: carrierPhone(phone, MAX_PHONE),
      ...(email === undefined ? {} : { email }),
    },
    ...(registrationNumbers.length === 0 ? {} : { registrationNumbers }),
    typeCode: isBlank(companyName) || residential === true ? 'private' : 'business',
  };
}

export function myDhlAddress(address: Address): Static<typeof MyDhlAddress> {
  const { addressLine2, city, postCode = '', stateCode = '', countryCode } = address;
  const provinceCode = carrierText(stateCode, PROVINCE);
  const cityName = carrierText(city, CITY) || '-';
  const [first = cityName, second, third] = carrierLines([streetLine(address), addressLine2], LINES);
  return {
    postalCode: carrierText(postCode, POST_CODE),
    cityName,
    countryCode,
    ...(provinceCode.length < PROVINCE.minLength ? {} : { provinceCode }),
    addressLine1: first,
    ...(second === undefined ? {} : { addressLine2: second }),
    ...(third === undefined ? {} : { addressLine3: third }),
  };
}

/** DHL Express takes no shipment without the telephone numbers of both; undefined when they are there. */
export function refusePhoneless({ addresses }: ShipmentContent): Refused | undefined {
  const lacking = (['sender', 'receiver'] as const).filter(
    (party) => !/\d/.test(carrierPhone(addresses[party].phone ?? '', MAX_PHONE)),
  );
  if (lacking.length === 0) return undefined;
  const message = 'DHL Express needs a telephone number here, for example +4930123456.';
  const errors = lacking.map((party) => problemField(['addresses', party, 'phone'], message));
  return refusedUnsent('PHONE_MISSING', message, errors);
}

function registrations({ vatNumber, eoriNumber, countryCode }: Address): Static<typeof RegistrationNumber>[] {
  const numbers = [
    ['VAT', vatNumber],
    ['EOR', eoriNumber],
  ] as const;
  return numbers.flatMap(([typeCode, number = '']) => {
    const text = carrierText(number, REGISTRATION);
    // An EORI begins with the country that gave it.
    const issuerCountryCode = (typeCode === 'EOR' ? countryOfTaxNumber(text) : undefined) ?? countryCode;
    return text === '' ? [] : [{ typeCode, number: text, issuerCountryCode }];
  });
}
