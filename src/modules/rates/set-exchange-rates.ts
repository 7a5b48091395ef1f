import { checkCurrencyCode } from '../../platform/currency.ts';
import type { Principal } from '../../platform/principal.ts';
import { type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import type { ExchangeRate } from './convert-currency.ts';
import type { RatesDeps } from './deps.ts';
import { saveExchangeRates } from './exchange-rate-repository.ts';
import type { ExchangeRatesInput } from './v1/exchange-rate-schemas.ts';

/**
 * Writes what currencies are worth against one of them from a day on. Sending it again changes nothing; other rates for the same day
 * replace those that were there. @throws validation (400)
 */
export function setExchangeRates(
  deps: Pick<RatesDeps, 'db' | 'clock'>,
  caller: Pick<Principal, 'tenantId'>,
  input: ExchangeRatesInput,
): Promise<ExchangeRate[]> {
  const errors: ProblemField[] = [];
  const checkCurrency = (code: string, path: (string | number)[]): void => {
    const fault = checkCurrencyCode(code);
    if (fault !== undefined) errors.push(problemField(path, fault));
  };
  checkCurrency(input.base, ['base']);
  const seen = new Set([input.base]);
  input.rates.forEach(({ currency, rate }, index) => {
    checkCurrency(currency, ['rates', index, 'currency']);
    if (seen.has(currency)) {
      const fault = currency === input.base ? 'is the base itself' : 'is there twice';
      errors.push(problemField(['rates', index, 'currency'], `'${currency}' ${fault}. Leave one of them out.`));
    }
    seen.add(currency);
    if (/^[0.]*$/.test(rate)) errors.push(problemField(['rates', index, 'rate'], 'Must be more than 0.'));
  });
  if (errors.length > 0) throw validationProblem(errors);
  return saveExchangeRates(deps.db, caller.tenantId, input, deps.clock());
}
