import { Value } from '@sinclair/typebox/value';
import { type ProblemField, problemField } from '../../../../platform/problem.ts';
import type { Address } from '../../address.ts';
import type { HandlingUnit } from '../../shipment.ts';
import { streetLine } from '../../street.ts';
import type { BookingRequest, Refused } from '../carrier.ts';
import { type CarrierField, carrierText, cutText } from '../carrier-text.ts';
import type { GoodsItem } from '../goods.ts';
import { type FieldPath, refusedUnsent } from '../refusal.ts';
import { DHL_PRODUCTS, type DhlContext, type DhlProduct } from './dhl-account.ts';
import { CITY, DhlPostCode, dhlCountry, POST_CODE, STREET, UNKNOWN_COUNTRY } from './dhl-address.ts';
import { DHL_CURRENCIES, INVOICE_NUMBER, MAX_GOODS, MAX_VALUE } from './dhl-customs.ts';
import { checkDropPoint, dhlDropPoint } from './dhl-drop-point.ts';
import { MAX_GRAMS } from './dhl-measures.ts';

/**
 * What DHL's document does not allow and no cut would mend: refused before anything is sent. The product is part of it, since each of DHL's six
 * is billed under a number of its own.
 * @returns the product, or why not
 */
export function checkDhlRequest(request: BookingRequest, context: DhlContext): DhlProduct | Refused {
  const product = DHL_PRODUCTS.find((each) => each === context.productCode);
  if (product === undefined) {
    return ofProfile(`The product '${context.productCode}' is none of DHL's: ${DHL_PRODUCTS.join(', ')}.`);
  }
  const { billingNumbers } = context.settings;
  const lacking = [product, ...(request.content.returnService === 'enclosed-label' ? (['dhlRetoure'] as const) : [])]
    .filter((name) => billingNumbers[name] === undefined)
    .map((name) => `settings.billingNumbers.${name}`);
  if (lacking.length > 0) return ofProfile(`The carrier profile lacks ${lacking.join(' and ')}.`);
  const errors = [
    ...checkAddress(request.content.addresses.sender, 'sender'),
    ...checkReceiver(request.content.addresses.receiver),
    ...(request.leavesCustomsTerritory ? checkInvoice(request) : []),
    ...request.handlingUnits.flatMap((unit, index) => checkUnit(unit, index, request.leavesCustomsTerritory)),
  ];
  return errors.length === 0
    ? product
    : refusedUnsent('NOT_SENT', cutText(errors.map(({ message }) => message).join(' '), 1_000), errors);
}

function checkReceiver(address: Address): ProblemField[] {
  const dropPoint = dhlDropPoint(address);
  const fault = dropPoint === undefined ? undefined : checkDropPoint(dropPoint, address);
  return [
    ...checkAddress(address, 'receiver'),
    ...(fault === undefined ? [] : [problemField(['addresses', 'receiver', 'addressLine2'], fault)]),
  ];
}

function checkAddress(address: Address, party: 'sender' | 'receiver'): ProblemField[] {
  return [
    ...checkText(streetLine(address), STREET, ['addresses', party, 'street']),
    ...checkText(address.city, CITY, ['addresses', party, 'city']),
    ...checkPostCode(address, party),
    ...(dhlCountry(address.countryCode) === UNKNOWN_COUNTRY
      ? [problemField(['addresses', party, 'countryCode'], `DHL Parcel does not know ${address.countryCode}.`)]
      : []),
  ];
}

function checkPostCode({ postCode = '' }: Address, party: 'sender' | 'receiver'): ProblemField[] {
  const written = writtenWhole(postCode, POST_CODE);
  if (written === '' || Value.Check(DhlPostCode, written)) return [];
  return [
    problemField(
      ['addresses', party, 'postCode'],
      `DHL Parcel takes postal codes of ${DhlPostCode.minLength} to ${DhlPostCode.maxLength} letters and digits, with single blanks or hyphens between them, and not '${postCode}'; leave it out where the country has none.`,
    ),
  ];
}

function checkInvoice({ content }: BookingRequest): ProblemField[] {
  return checkText(content.customs?.invoiceNumber ?? '', INVOICE_NUMBER, ['customs', 'invoiceNumber']);
}

function checkUnit({ weightGrams, content }: HandlingUnit, index: number, isDeclared: boolean): ProblemField[] {
  const path = ['handlingUnits', index] as const;
  const goods = isDeclared ? (content.goodsItems ?? []) : [];
  return [
    ...(weightGrams > MAX_GRAMS ? [problemField([...path, 'weight'], 'DHL Parcel takes at most 31.5 kg a unit.')] : []),
    ...(goods.length > MAX_GOODS
      ? [problemField([...path, 'goodsItems'], `DHL Parcel declares at most ${MAX_GOODS} kinds of goods a unit.`)]
      : []),
    ...goods.flatMap(({ value }, item) => checkValue(value, [...path, 'goodsItems', item, 'value'])),
  ];
}

function checkValue({ amount, currency }: GoodsItem['value'], path: FieldPath): ProblemField[] {
  return [
    ...(Number(amount) > MAX_VALUE
      ? [problemField([...path, 'amount'], `DHL Parcel declares at most ${MAX_VALUE} a piece.`)]
      : []),
    ...(DHL_CURRENCIES.has(currency)
      ? []
      : [problemField([...path, 'currency'], `DHL Parcel does not know ${currency}: write the values in another.`)]),
  ];
}

/** Where a cut, or nothing at all, would lead the parcel or the papers astray. Other scripts count as they are written in Latin letters. */
function checkText(text: string, field: CarrierField, path: FieldPath): ProblemField[] {
  const written = writtenWhole(text, field);
  const { length } = [...written];
  if (length === 0 && text !== '') {
    return [problemField(path, `Nothing of '${text}' can be written in Latin letters, as DHL Parcel takes them.`)];
  }
  if (length <= field.maxLength) return [];
  return [
    problemField(
      path,
      `DHL Parcel takes at most ${field.maxLength} characters; written '${written}' it has ${length}.`,
    ),
  ];
}

function writtenWhole(text: string, field: CarrierField): string {
  return carrierText(text, { ...field, maxLength: Number.POSITIVE_INFINITY });
}

function ofProfile(carrierMessage: string): Refused {
  return {
    outcome: 'refused',
    carrierErrorCode: 'PROFILE_INCOMPLETE',
    carrierMessage,
    retryable: false,
    fault: 'profile',
  };
}
