import { checkCountryCode } from '../../platform/country.ts';
import type { FieldError } from '../../platform/field-error.ts';
import { checkPostCode } from '../../platform/post-code.ts';
import { isBlank, isPrintableLine, printedLength } from '../../platform/printable-line.ts';
import { checkEmail, checkPhone } from './contact.ts';
import { checkStateCode } from './state-code.ts';
import type { ShipmentInput } from './v2/shipment-schemas.ts';

export type Address = ShipmentInput['addresses']['sender'];

/** The shortest line of the carriers' own limits: UPS 35, DHL Express 45, DHL Parcel DE 50. */
const MAX_LINE = 35;

const LINES = ['companyName', 'contactName', 'street', 'houseNumber', 'addressLine2', 'city'] as const;

/** A country code and up to 15 characters: Delegated Regulation (EU) 2015/2446, annex B, data element 3/1 (an..17). */
const EORI = /^[A-Z]{2}[A-Z0-9]{1,15}$/;
/** Tax numbers of the whole world: "NL123456789B01", "CHE-123.456.789 MWST", "12.345.678/0001-95". */
const VAT = /^[A-Z0-9][A-Z0-9 .\-/+*&]{2,18}[A-Z0-9.+*]$/;

/**
 * The broken rules of one address, after its shape has been checked. A missing house number is no error: "Rose Cottage"
 * is deliverable. `path` is where the address is, e.g. ['addresses', 'receiver'].
 */
export function checkAddress(address: Address, path: FieldError['path']): FieldError[] {
  const errors: FieldError[] = [];
  const report = (field: keyof Address, message: string | undefined): void => {
    if (message !== undefined) errors.push({ path: [...path, field], message });
  };

  if (isBlank(address.companyName) && isBlank(address.contactName)) {
    report('contactName', 'Nobody to deliver to: send contactName, companyName or both.');
  }
  for (const field of ['street', 'city'] as const) {
    if (isBlank(address[field])) report(field, `The ${field} is blank.`);
  }
  for (const field of LINES) {
    const text = address[field];
    if (text !== undefined && !isPrintableLine(text))
      report(field, 'A control character: send one line of printable text.');
    else report(field, checkLength(address, field));
  }

  const countryError = checkCountryCode(address.countryCode);
  report('countryCode', countryError);
  if (countryError === undefined) {
    report('postCode', checkPostCode(address.countryCode, address.postCode));
    report('stateCode', checkStateCode(address.countryCode, address.stateCode));
  }
  if (address.phone !== undefined) report('phone', checkPhone(address.phone, address.countryCode));
  if (address.email !== undefined) report('email', checkEmail(address.email));
  if (address.eoriNumber !== undefined && !EORI.test(address.eoriNumber)) {
    report(
      'eoriNumber',
      'Not an EORI number: write the country code and up to 15 letters and digits, for example NL123456789.',
    );
  }
  if (address.vatNumber !== undefined && !VAT.test(address.vatNumber)) {
    report('vatNumber', 'Not a VAT number: write 4 to 20 capital letters and digits, for example NL123456789B01.');
  }
  return errors;
}

/** The house number is printed behind the street, so the two share a line; the error stands at the street. */
function checkLength(address: Address, field: (typeof LINES)[number]): string | undefined {
  const text = address[field];
  if (text === undefined || field === 'houseNumber') return undefined;
  const withNumber = field === 'street' && !isBlank(address.houseNumber);
  const length = printedLength(withNumber ? `${text} ${address.houseNumber}` : text);
  if (length <= MAX_LINE) return undefined;
  const what = withNumber ? 'street and houseNumber together have' : 'this has';
  const remedy = field === 'addressLine2' ? 'Shorten it.' : 'Shorten it, or put the rest in addressLine2.';
  return `A line of a label has room for ${MAX_LINE} characters; ${what} ${length}. ${remedy}`;
}
