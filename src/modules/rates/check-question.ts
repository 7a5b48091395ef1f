import { checkCountryCode } from '../../platform/country.ts';
import { checkCurrencyCode } from '../../platform/currency.ts';
import { checkDimensions, checkWeight } from '../../platform/measure.ts';
import { checkPostCode } from '../../platform/post-code.ts';
import { type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import type { CalculateRequest, RateAddress } from './v1/calculate-schemas.ts';

type Path = readonly (string | number)[];
type Unit = NonNullable<CalculateRequest['handlingUnits']>[number];

/** The rules that a schema cannot say; all broken ones are named at once. @throws validation (400) */
export function checkQuestion({ shipmentId, addresses, handlingUnits, currency }: CalculateRequest): void {
  const errors = currency === undefined ? [] : checkCurrency(currency, ['currency']);
  for (const [name, given] of Object.entries({ addresses, handlingUnits })) {
    if (shipmentId === undefined && given === undefined) {
      errors.push(problemField([name], 'Is required, unless `shipmentId` names a shipment.'));
    } else if (shipmentId !== undefined && given !== undefined) {
      errors.push(problemField([name], 'Leave it out: the shipment that `shipmentId` names has its own.'));
    }
  }
  if (shipmentId === undefined) {
    if (addresses !== undefined) {
      errors.push(...checkAddress(addresses.sender, ['addresses', 'sender']));
      errors.push(...checkAddress(addresses.receiver, ['addresses', 'receiver']));
    }
    for (const [index, unit] of (handlingUnits ?? []).entries())
      errors.push(...checkUnit(unit, ['handlingUnits', index]));
  }
  if (errors.length > 0) throw validationProblem(errors);
}

function checkUnit({ weight, dimensions, goodsItems = [] }: Unit, path: Path): ProblemField[] {
  const measures = [
    ...checkWeight(weight, [...path, 'weight']),
    ...(dimensions === undefined ? [] : checkDimensions(dimensions, [...path, 'dimensions'])),
  ];
  return [
    ...measures.map((error) => problemField(error.path, error.message)),
    ...goodsItems.flatMap(({ value }, item) =>
      value === undefined ? [] : checkCurrency(value.currency, [...path, 'goodsItems', item, 'value', 'currency']),
    ),
  ];
}

function checkCurrency(code: string, path: Path): ProblemField[] {
  const fault = checkCurrencyCode(code);
  return fault === undefined ? [] : [problemField(path, fault)];
}

/** A postal code may be missing, but must not be wrong: a wrong one would have a price. */
function checkAddress({ countryCode, postCode }: RateAddress, path: Path): ProblemField[] {
  const country = checkCountryCode(countryCode);
  if (country !== undefined) return [problemField([...path, 'countryCode'], country)];
  if (postCode === undefined || postCode.trim() === '') return [];
  const wrong = checkPostCode(countryCode, postCode);
  return wrong === undefined ? [] : [problemField([...path, 'postCode'], wrong)];
}
