import type { ShipmentContent } from '../../shipment.ts';
import type { Refused } from '../carrier.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';
import { type FieldPath, passesWithTime, refusalOf } from '../refusal.ts';

const PLACE = /^shipments\[(\d+)\]\.?(.*)$/;
/** The billing number is the account's, and no part of a shipment. */
const OF_THE_ACCOUNT = /billing_?number|accountnumber|profile/i;

const OF_AN_ADDRESS: readonly [RegExp, string][] = [
  [/postalcode|zip|postcode/i, 'postCode'],
  [/additionaladdress|dispatching|name3/i, 'addressLine2'],
  [/postnumber/i, 'addressLine2'],
  [/street|house|lockerid|retailid/i, 'street'],
  [/city/i, 'city'],
  [/country/i, 'countryCode'],
  [/state|province/i, 'stateCode'],
  [/phone/i, 'phone'],
  [/e-?mail/i, 'email'],
  [/name2|contactname/i, 'contactName'],
  [/name/i, 'companyName'],
];
const OF_GOODS: readonly [RegExp, FieldPath][] = [
  [/itemdescription/i, ['description']],
  [/hscode/i, ['hsCode']],
  [/countryoforigin/i, ['countryOfOrigin']],
  [/quantity/i, ['quantity']],
  [/itemvalue.*currency/i, ['value', 'currency']],
  [/itemvalue/i, ['value', 'amount']],
  [/itemweight/i, ['netWeight']],
];
const OF_CUSTOMS: readonly [RegExp, FieldPath][] = [
  [/invoiceno/i, ['customs', 'invoiceNumber']],
  [/exporttype|exportdescription/i, ['customs', 'contentType']],
  [/shippingconditions/i, ['customs', 'incoterm']],
  [/shippercustomsref/i, ['addresses', 'sender', 'eoriNumber']],
  [/consigneecustomsref/i, ['addresses', 'receiver', 'eoriNumber']],
];

/** DHL's no, with our fields as far as its properties tell. */
export function dhlRefusal(
  complaints: readonly [CarrierComplaint, ...CarrierComplaint[]],
  content?: Pick<ShipmentContent, 'addresses'>,
): Refused {
  const refusal = refusalOf(complaints, { fieldOf, isRetryable: passesWithTime, content });
  return complaints.every(({ place }) => OF_THE_ACCOUNT.test(place ?? '')) ? { ...refusal, fault: 'profile' } : refusal;
}

function fieldOf({ place = '' }: CarrierComplaint): FieldPath | undefined {
  const [, unit, property = ''] = PLACE.exec(place) ?? [];
  if (unit === undefined || property === '') return undefined;
  if (/^consignee/i.test(property)) return ofAddress('receiver', property);
  if (/^shipper|returnaddress/i.test(property)) return ofAddress('sender', property);
  const ofUnit: FieldPath = ['handlingUnits', Number(unit)];
  const item = /items\[(\d+)\](.*)$/i.exec(property);
  if (item !== null) {
    return [...ofUnit, 'goodsItems', Number(item[1]), ...(find(OF_GOODS, item[2] ?? '') ?? [])];
  }
  if (/^customs/i.test(property)) return find(OF_CUSTOMS, property) ?? ['customs'];
  if (/weight/i.test(property)) return [...ofUnit, 'weight'];
  if (/dim|length|width|height/i.test(property)) return [...ofUnit, 'dimensions'];
  if (/retoure/i.test(property)) return ['returnService'];
  return /^product/i.test(property) ? ['serviceLevelReference'] : undefined;
}

function ofAddress(party: 'sender' | 'receiver', property: string): FieldPath {
  const member = find(OF_AN_ADDRESS, property.replace(/^\w+\.?/, ''));
  return member === undefined ? ['addresses', party] : ['addresses', party, member];
}

function find<Value>(rules: readonly [RegExp, Value][], text: string): Value | undefined {
  return rules.find(([pattern]) => pattern.test(text))?.[1];
}
