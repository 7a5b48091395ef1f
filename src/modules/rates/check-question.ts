import { checkCountryCode } from '../../platform/country.ts';
import { currencyMinorDigits } from '../../platform/currency.ts';
import { checkDimensions, checkWeight } from '../../platform/measure.ts';
import { checkPostCode } from '../../platform/post-code.ts';
import { type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import type { CalculateRequest, RateAddress } from './v1/calculate-schemas.ts';

const UNKNOWN_CURRENCY = 'Unknown currency: write a code of ISO 4217, for example EUR.';

type Path = readonly (string | number)[];

/** The rules that a schema cannot say; all broken ones are named at once. @throws validation (400) */
export function checkQuestion({ shipmentId, addresses, handlingUnits, currency }: CalculateRequest): void {
  const errors: ProblemField[] = [];
  if (currency !== undefined && currencyMinorDigits(currency) === undefined) {
    errors.push(problemField(['currency'], UNKNOWN_CURRENCY));
  }
  if (shipmentId !== undefined) {
    for (const [name, given] of Object.entries({ addresses, handlingUnits })) {
      if (given !== undefined)
        errors.push(problemField([name], 'Leave it out: the shipment that `shipmentId` names has its own.'));
    }
  } else {
    for (const [name, given] of Object.entries({ addresses, handlingUnits })) {
      if (given === undefined) errors.push(problemField([name], 'Is required, unless `shipmentId` names a shipment.'));
    }
    if (addresses !== undefined) {
      errors.push(...checkAddress(addresses.sender, ['addresses', 'sender']));
      errors.push(...checkAddress(addresses.receiver, ['addresses', 'receiver']));
    }
    for (const [index, { weight, dimensions, goodsItems = [] }] of (handlingUnits ?? []).entries()) {
      const path = ['handlingUnits', index];
      const found = [
        ...checkWeight(weight, [...path, 'weight']),
        ...(dimensions === undefined ? [] : checkDimensions(dimensions, [...path, 'dimensions'])),
      ];
      errors.push(...found.map((error) => problemField(error.path, error.message)));
      for (const [item, { value }] of goodsItems.entries()) {
        if (value === undefined || currencyMinorDigits(value.currency) !== undefined) continue;
        errors.push(problemField([...path, 'goodsItems', item, 'value', 'currency'], UNKNOWN_CURRENCY));
      }
    }
  }
  if (errors.length > 0) throw validationProblem(errors);
}

/** A postal code may be missing, but must not be wrong: a wrong one would have a price. */
function checkAddress({ countryCode, postCode }: RateAddress, path: Path): ProblemField[] {
  const country = checkCountryCode(countryCode);
  if (country !== undefined) return [problemField([...path, 'countryCode'], country)];
  if (postCode === undefined || postCode.trim() === '') return [];
  const wrong = checkPostCode(countryCode, postCode);
  return wrong === undefined ? [] : [problemField([...path, 'postCode'], wrong)];
}
