import { type ProblemField, problemField } from '../../../../platform/problem.ts';
import type { Address } from '../../address.ts';
import type { HandlingUnit } from '../../shipment.ts';
import { streetLine } from '../../street.ts';
import type { BookingRequest, Refused } from '../carrier.ts';
import { type CarrierField, carrierText } from '../carrier-text.ts';
import { DHL_PRODUCTS, type DhlContext, type DhlProduct } from './dhl-account.ts';
import { CITY, dhlCountry, STREET } from './dhl-address.ts';
import { INVOICE_NUMBER } from './dhl-customs.ts';
import { checkDropPoint, dhlDropPoint } from './dhl-drop-point.ts';

const MAX_GRAMS = 31_500;
const MAX_GOODS = 99;
const MAX_ITEM_VALUE = 100_000;

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
    : {
        outcome: 'refused',
        carrierErrorCode: 'NOT_SENT',
        carrierMessage: errors
          .map(({ message }) => message)
          .join(' ')
          .slice(0, 1_000),
        retryable: false,
        errors,
      };
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
    ...checkLength(streetLine(address), STREET, ['addresses', party, 'street']),
    ...checkLength(address.city, CITY, ['addresses', party, 'city']),
    ...(dhlCountry(address.countryCode) === undefined
      ? [problemField(['addresses', party, 'countryCode'], `DHL Parcel does not know ${address.countryCode}.`)]
      : []),
  ];
}

function checkInvoice({ content }: BookingRequest): ProblemField[] {
  return checkLength(content.customs?.invoiceNumber ?? '', INVOICE_NUMBER, ['customs', 'invoiceNumber']);
}

function checkUnit({ weightGrams, content }: HandlingUnit, index: number, isDeclared: boolean): ProblemField[] {
  const path = ['handlingUnits', index] as const;
  const goods = isDeclared ? (content.goodsItems ?? []) : [];
  return [
    ...(weightGrams > MAX_GRAMS ? [problemField([...path, 'weight'], 'DHL Parcel takes at most 31.5 kg a unit.')] : []),
    ...(goods.length > MAX_GOODS
      ? [problemField([...path, 'goodsItems'], `DHL Parcel declares at most ${MAX_GOODS} kinds of goods a unit.`)]
      : []),
    ...goods.flatMap(({ value }, item) =>
      Number(value.amount) > MAX_ITEM_VALUE
        ? [
            problemField(
              [...path, 'goodsItems', item, 'value', 'amount'],
              `DHL Parcel declares at most ${MAX_ITEM_VALUE} a piece.`,
            ),
          ]
        : [],
    ),
  ];
}

/** Where a cut would lead the parcel or the papers astray. Other scripts count as they are written in Latin letters. */
function checkLength(text: string, field: CarrierField, path: readonly string[]): ProblemField[] {
  const written = carrierText(text, { ...field, maxLength: Number.POSITIVE_INFINITY });
  const { length } = [...written];
  if (length <= field.maxLength) return [];
  return [
    problemField(
      path,
      `DHL Parcel takes at most ${field.maxLength} characters; written '${written}' it has ${length}.`,
    ),
  ];
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
