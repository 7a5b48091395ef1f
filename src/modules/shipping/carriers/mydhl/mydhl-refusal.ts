import type { ShipmentContent } from '../../shipment.ts';
import type { Refused } from '../carrier.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';
import { type FieldPath, passesWithTime, refusalOf } from '../refusal.ts';

const OF_THE_ACCOUNT = /account (number )?(is |was )?(not|invalid|blocked|closed)|#\/accounts\b|invalid account/i;

/** Members of DHL's addresses and contacts, as ours. */
const MEMBERS: Readonly<Record<string, string>> = {
  postalCode: 'postCode',
  cityName: 'city',
  countryCode: 'countryCode',
  provinceCode: 'stateCode',
  addressLine1: 'street',
  // A street above 45 characters goes on here too.
  addressLine2: 'addressLine2',
  addressLine3: 'addressLine2',
  phone: 'phone',
  email: 'email',
  companyName: 'companyName',
  fullName: 'contactName',
};
const UNIT_MEMBERS: Readonly<Record<string, string>> = { weight: 'weight', dimensions: 'dimensions' };

const BY_WORDS: readonly [RegExp, FieldPath][] = [
  [/(receiver|consignee|destination).*(postal|postcode|zip)/i, ['addresses', 'receiver', 'postCode']],
  [/(receiver|consignee|destination).*city/i, ['addresses', 'receiver', 'city']],
  [/receiver|consignee|destination/i, ['addresses', 'receiver']],
  [/(shipper|origin).*(postal|postcode|zip)/i, ['addresses', 'sender', 'postCode']],
  [/(shipper|origin).*city/i, ['addresses', 'sender', 'city']],
  [/shipper|origin/i, ['addresses', 'sender']],
  [/weight|dimension|piece|package/i, ['handlingUnits']],
  [/product|service/i, ['serviceLevelReference']],
];

/** DHL Express's no, with our fields as far as it names its own. */
export function myDhlRefusal(
  complaints: readonly [CarrierComplaint, ...CarrierComplaint[]],
  content?: Pick<ShipmentContent, 'addresses'>,
): Refused {
  const refusal = refusalOf(complaints, { fieldOf, isRetryable: passesWithTime, content });
  return complaints.some(({ message }) => OF_THE_ACCOUNT.test(message)) ? { ...refusal, fault: 'profile' } : refusal;
}

function fieldOf({ message, place }: CarrierComplaint): FieldPath | undefined {
  const found = place === undefined ? undefined : fieldOfPlace(place.split('/').slice(1));
  return found ?? BY_WORDS.find(([pattern]) => pattern.test(message))?.[1];
}

/** `#/customerDetails/receiverDetails/postalAddress/postalCode`, `#/content/packages/0/weight`. */
function fieldOfPlace([first, second, ...rest]: readonly string[]): FieldPath | undefined {
  if (first === 'customerDetails' && (second === 'shipperDetails' || second === 'receiverDetails')) {
    const party = ['addresses', second === 'shipperDetails' ? 'sender' : 'receiver'];
    const member = rest.map((name) => MEMBERS[name]).find((name) => name !== undefined);
    return member === undefined ? party : [...party, member];
  }
  if (first === 'productCode') return ['serviceLevelReference'];
  if (first !== 'content') return undefined;
  if (second === 'packages') {
    const index = Number(rest[0]);
    if (!Number.isInteger(index)) return ['handlingUnits'];
    const member = UNIT_MEMBERS[rest[1] ?? ''];
    return member === undefined ? ['handlingUnits', index] : ['handlingUnits', index, member];
  }
  if (second === 'incoterm') return ['customs', 'incoterm'];
  if (second !== 'exportDeclaration') return undefined;
  if (rest[0] !== 'invoice') return rest[0] === 'lineItems' ? ['handlingUnits'] : ['customs'];
  if (rest[1] === 'number') return ['customs', 'invoiceNumber'];
  return rest[1] === 'date' ? ['customs', 'invoiceDate'] : ['customs'];
}
