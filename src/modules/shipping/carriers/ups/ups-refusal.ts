import type { ShipmentContent } from '../../shipment.ts';
import type { Refused } from '../carrier.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';
import { type FieldPath, passesWithTime, refusalOf } from '../refusal.ts';

/** The shipper number is the account's, and no part of a shipment. */
const OF_THE_ACCOUNT: ReadonlySet<string> = new Set(['120100', '120115', '250003']);

/** UPS names its own elements in the message. The longer name stands first. */
const PARTIES: readonly [RegExp, FieldPath][] = [
  [/ship\s?to|consignee|destination|deliver/i, ['addresses', 'receiver']],
  [/ship\s?from|origin/i, ['addresses', 'sender']],
];
const OF_AN_ADDRESS: readonly [RegExp, string][] = [
  [/postal|zip/i, 'postCode'],
  [/state|province/i, 'stateCode'],
  [/city/i, 'city'],
  [/country/i, 'countryCode'],
  [/address\s?line|street/i, 'street'],
  [/phone/i, 'phone'],
  [/e-?mail/i, 'email'],
  [/attention/i, 'contactName'],
  [/name/i, 'companyName'],
  [/tax/i, 'vatNumber'],
];
const ELSEWHERE: readonly [RegExp, FieldPath][] = [
  [/weight|dimension|length|width|height|girth|package/i, ['handlingUnits']],
  [/invoice number/i, ['customs', 'invoiceNumber']],
  [/invoice date/i, ['customs', 'invoiceDate']],
  [/terms of shipment/i, ['customs', 'incoterm']],
  [/service/i, ['serviceLevelReference']],
];

/** UPS's no, with our fields as far as its words tell. */
export function upsRefusal(
  complaints: readonly [CarrierComplaint, ...CarrierComplaint[]],
  content?: Pick<ShipmentContent, 'returnService' | 'addresses'>,
): Refused {
  // The account's owner, who gets back what is returned.
  const shipper: FieldPath = ['addresses', content?.returnService === 'return-shipment' ? 'receiver' : 'sender'];
  const refusal = refusalOf(complaints, {
    fieldOf: ({ message }) => fieldOf(message, shipper),
    isRetryable: passesWithTime,
    content,
  });
  return OF_THE_ACCOUNT.has(refusal.carrierErrorCode) ? { ...refusal, fault: 'profile' } : refusal;
}

function fieldOf(message: string, shipper: FieldPath): FieldPath | undefined {
  const party = find(PARTIES, message) ?? (/shipper/i.test(message) ? shipper : undefined);
  const member = find(OF_AN_ADDRESS, message);
  if (party !== undefined) return member === undefined ? party : [...party, member];
  return find(ELSEWHERE, message);
}

function find<Value>(rules: readonly [RegExp, Value][], message: string): Value | undefined {
  return rules.find(([pattern]) => pattern.test(message))?.[1];
}
