import type { Address } from '../../address.ts';
import { streetLine } from '../../street.ts';
import { carrierEmail, carrierText } from '../carrier-text.ts';
import { CITY, MAX_EMAIL, NAME, POST_CODE } from './dhl-address.ts';

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
/** Written alone, or with what it is before it. */
const POST_NUMBER = /^(?:(?:DHL[ -]?)?(?:Post[ -]?(?:nummer|nr\.?)|Kundennummer|PN):? ?)?(\d{6,10})$/i;

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

/** The consignee of DHL's document; what it needs has been checked. */
export function dhlDropPointConsignee(address: Address, { kind, number, postNumber }: DhlDropPoint): object {
  const { companyName = '', contactName = '', city, postCode = '' } = address;
  const email = kind === 'post-office' ? carrierEmail(address.email, MAX_EMAIL) : undefined;
  const name = [contactName, companyName].find((each) => each.trim() !== '' && postNumberIn(each) === undefined);
  return {
    name: carrierText(name ?? '', NAME) || '-',
    ...(kind === 'locker' ? { lockerID: number } : { retailID: number }),
    ...(postNumber === undefined ? {} : { postNumber }),
    ...(email === undefined ? {} : { email }),
    postalCode: carrierText(postCode, POST_CODE),
    city: carrierText(city, CITY),
    country: 'DEU',
  };
}

/** Why DHL would not take it, in words for the second line of the address; undefined when it would. */
export function checkDropPoint({ kind, number, postNumber }: DhlDropPoint, { email }: Address): string | undefined {
  if (kind === 'locker') {
    if (number < 100) return 'A Packstation has a number from 100 to 999.';
    return postNumber === undefined
      ? 'A Packstation needs the receiver’s post number here: 6 to 10 digits, such as 12345678.'
      : undefined;
  }
  if (number < 401) return 'A Postfiliale has a number from 401 to 999.';
  return postNumber === undefined && carrierEmail(email, MAX_EMAIL) === undefined
    ? 'A Postfiliale needs the receiver’s post number here (6 to 10 digits), or the receiver’s e-mail address.'
    : undefined;
}

function postNumberIn(text: string): string | undefined {
  return POST_NUMBER.exec(text.trim().replace(/\s+/g, ' '))?.[1];
}
