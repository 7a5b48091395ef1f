import { type Static, Type } from '@sinclair/typebox';
import type { Address } from '../../address.ts';
import { streetLine } from '../../street.ts';
import { carrierEmail, carrierText } from '../carrier-text.ts';
import { CITY, DhlEmail, DhlPostCode, DhlText, MAX_EMAIL, NAME, POST_CODE } from './dhl-address.ts';

/** A parcel locker or a post office, as it stands in an address in place of the street. */
export interface DhlDropPoint {
  kind: 'locker' | 'post-office';
  /** Of the locker or the post office, within its town. */
  number: number;
  /** The receiver's own number at DHL. */
  postNumber?: string;
}

const LOCKER = /^(?:DHL )?Packstation (?:Nr\.? ?)?(\d{3})$/i;
const POST_OFFICE = /^(?:DHL )?(?:Post)?filiale (?:Nr\.? ?)?(\d{3})$/i;
const LOCKERS = { minimum: 100, maximum: 999 } as const;
const POST_OFFICES = { minimum: 401, maximum: 999 } as const;
const DIGITS = { minLength: 6, maxLength: 10 } as const;
/** Written alone, or with what it is before it. */
const POST_NUMBER = new RegExp(
  `^(?:(?:DHL[ -]?)?(?:Post[ -]?(?:nummer|nr\\.?)|Kundennummer|PN):? ?)?(\\d{${DIGITS.minLength},${DIGITS.maxLength}})$`,
  'i',
);

const DhlPostNumber = Type.String({ ...DIGITS, pattern: `^[0-9]{${DIGITS.minLength},${DIGITS.maxLength}}$` });
const Place = Type.Object({
  name: DhlText(NAME),
  postalCode: DhlPostCode,
  city: DhlText(CITY),
  country: Type.Literal('DEU'),
});

export const DhlLocker = Type.Object({
  ...Place.properties,
  lockerID: Type.Integer(LOCKERS),
  postNumber: DhlPostNumber,
});

/** With the post number or the e-mail address, by which the receiver is told. */
export const DhlPostOffice = Type.Object({
  ...Place.properties,
  retailID: Type.Integer(POST_OFFICES),
  postNumber: Type.Optional(DhlPostNumber),
  email: Type.Optional(DhlEmail),
});

/** "Packstation 118" or "Postfiliale 518" in Germany, with the post number on the second line or as the company; else undefined. */
export function dhlDropPoint(address: Address): DhlDropPoint | undefined {
  const { addressLine2 = '', companyName = '', countryCode } = address;
  if (countryCode !== 'DE') return undefined;
  const line = streetLine(address).replace(/\s+/g, ' ');
  const locker = LOCKER.exec(line)?.[1];
  const number = locker ?? POST_OFFICE.exec(line)?.[1];
  if (number === undefined) return undefined;
  const postNumber = postNumberIn(addressLine2) ?? postNumberIn(companyName);
  return {
    kind: locker === undefined ? 'post-office' : 'locker',
    number: Number(number),
    ...(postNumber === undefined ? {} : { postNumber }),
  };
}

/** @throws Error for a locker without a post number, which `checkDropPoint` has refused before */
export function dhlDropPointConsignee(
  address: Address,
  { kind, number, postNumber }: DhlDropPoint,
): Static<typeof DhlLocker> | Static<typeof DhlPostOffice> {
  if (kind === 'locker') {
    if (postNumber === undefined) throw new Error('A Packstation needs a post number');
    return { ...placeOf(address), lockerID: number, postNumber };
  }
  const email = carrierEmail(address.email, MAX_EMAIL);
  return {
    ...placeOf(address),
    retailID: number,
    ...(postNumber === undefined ? {} : { postNumber }),
    ...(email === undefined ? {} : { email }),
  };
}

function placeOf({ companyName = '', contactName = '', city, postCode = '' }: Address): Static<typeof Place> {
  const name = [contactName, companyName].find((each) => each.trim() !== '' && postNumberIn(each) === undefined);
  return {
    name: carrierText(name ?? '', NAME) || '-',
    postalCode: carrierText(postCode, POST_CODE),
    city: carrierText(city, CITY),
    country: 'DEU',
  };
}

/** Why DHL would not take it, in words for the second line of the address; undefined when it would. */
export function checkDropPoint({ kind, number, postNumber }: DhlDropPoint, { email }: Address): string | undefined {
  if (kind === 'locker') {
    if (number < LOCKERS.minimum) return `A Packstation has a number from ${LOCKERS.minimum} to ${LOCKERS.maximum}.`;
    return postNumber === undefined
      ? 'A Packstation needs the receiver’s post number here: 6 to 10 digits, such as 12345678.'
      : undefined;
  }
  if (number < POST_OFFICES.minimum)
    return `A Postfiliale has a number from ${POST_OFFICES.minimum} to ${POST_OFFICES.maximum}.`;
  return postNumber === undefined && carrierEmail(email, MAX_EMAIL) === undefined
    ? 'A Postfiliale needs the receiver’s post number here (6 to 10 digits), or the receiver’s e-mail address.'
    : undefined;
}

function postNumberIn(text: string): string | undefined {
  return POST_NUMBER.exec(text.trim().replace(/\s+/g, ' '))?.[1];
}
