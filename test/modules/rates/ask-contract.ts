import { answerQuestion } from '../../../src/modules/rates/answer-question.ts';
import { checkContract } from '../../../src/modules/rates/check-contract.ts';
import { compileContract } from '../../../src/modules/rates/compile-contract.ts';
import type { RateShipment } from '../../../src/modules/rates/index.ts';
import type { Calculation } from '../../../src/modules/rates/v1/calculate-schemas.ts';
import type { ContractInput } from '../../../src/modules/rates/v1/contract-schemas.ts';
import { explained } from '../../harness/rates.ts';

export const kg = (value: number) => ({ value, unit: 'kg' as const });
const NL = { countryCode: 'NL', postCode: '1012AB' };
export const DE = { countryCode: 'DE', postCode: '10115' };

export interface Sent {
  from?: object;
  to?: object;
  date?: string;
  /** Kilograms, or whole units. */
  units?: (number | object)[];
}

const unitOf = (unit: number | object): object => (typeof unit === 'number' ? { weight: kg(unit) } : unit);

/** One price from everywhere to everywhere, and no surcharges, but for what is said. */
export function contractOf(changes: object): ContractInput {
  const contract = {
    reference: 'C',
    carrierReference: 'CARRIER',
    currency: 'EUR',
    validFrom: '2026-01-01',
    zones: [],
    ...changes,
  } as unknown as ContractInput;
  checkContract(contract);
  return contract;
}

export function ask(
  contract: ContractInput,
  { from = NL, to = DE, date = '2026-06-01', units = [1] }: Sent = {},
): Calculation {
  const header = { ...contract, id: 'id', version: 1 };
  const contracts = new Map([['id', compileContract(contract)]]);
  const shipment = { addresses: { sender: from, receiver: to }, handlingUnits: units.map(unitOf) } as RateShipment;
  return answerQuestion({ headers: [header], contracts, exchangeRates: [], quotes: [] }, { shipment, date });
}

export const brackets = (...list: object[]): object => ({
  serviceLevels: [{ reference: 'L', prices: [{ brackets: list }] }],
});
export const flat = (amount: string): object => brackets({ amount });

/** `5.00 EUR = base 5.00`, or the reason why there is none. */
export function priceOf(contract: ContractInput, sent: Sent = {}): string {
  const answer = ask(contract, sent);
  return explained(answer)[0] ?? answer.unavailable[0]?.reason ?? 'nothing';
}
