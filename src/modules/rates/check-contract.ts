import { currencyMinorDigits } from '../../platform/currency.ts';
import { type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import type { ContractInput } from './v1/contract-schemas.ts';

export function checkContract(content: ContractInput): ProblemField[] {
  const errors: ProblemField[] = [];
  if (currencyMinorDigits(content.currency) === undefined)
    errors.push(problemField(['currency'], 'Unknown currency: write a code of ISO 4217, for example EUR.'));
  if (errors.length > 0) throw validationProblem(errors);
  return [];
}
