import type { FieldError } from '../../platform/field-error.ts';
import { checkDimensions, checkWeight } from '../../platform/measure.ts';
import { isBlank } from '../../platform/printable-line.ts';
import { MAX_ERRORS, problemField, validationProblem } from '../../platform/problem.ts';
import { checkAddress } from './address.ts';
import { checkCustoms, checkGoodsItems, checkInvoiceDate } from './customs.ts';
import { customsDataRequired } from './errors.ts';
import type { ShipmentInput } from './v2/shipment-schemas.ts';

/**
 * The rules that a schema cannot say. All broken rules are named at once, as far as they are of one kind.
 * @throws validation (400), customs-data-required (422)
 */
export function checkShipment(input: ShipmentInput): void {
  const { sender, receiver } = input.addresses;
  const errors = [
    ...checkReference(input.reference),
    ...checkAddress(sender, ['addresses', 'sender']),
    ...checkAddress(receiver, ['addresses', 'receiver']),
    ...checkInvoiceDate(input),
    ...input.handlingUnits.flatMap((unit, index) => checkUnit(unit, ['handlingUnits', index])),
  ];
  if (errors.length > 0) throw validationProblem(toProblemFields(errors));
  const missing = checkCustoms(input);
  if (missing.length > 0) throw customsDataRequired(toProblemFields(missing));
}

function checkReference(reference: string): FieldError[] {
  return isBlank(reference) ? [{ path: ['reference'], message: 'The reference is blank.' }] : [];
}

function checkUnit(unit: ShipmentInput['handlingUnits'][number], path: (string | number)[]): FieldError[] {
  return [
    ...checkWeight(unit.weight, [...path, 'weight']),
    ...(unit.dimensions === undefined ? [] : checkDimensions(unit.dimensions, [...path, 'dimensions'])),
    ...checkGoodsItems(unit, path),
  ];
}

function toProblemFields(errors: readonly FieldError[]) {
  return errors.slice(0, MAX_ERRORS).map((error) => problemField(error.path, error.message));
}
