import type { Calculation } from '../../src/modules/rates/v1/calculate-schemas.ts';
import type { ContractInput } from '../../src/modules/rates/v1/contract-schemas.ts';
import { contractInputExample } from '../../src/modules/rates/v1/examples.ts';
import type { ContractBody } from '../../src/modules/rates/v1/schemas.ts';
import { bodyOf, type Caller } from './app.ts';

export const RATES = '/api/rates/v1';
export const CONTRACTS = `${RATES}/contracts`;

/** The contract of the documents: NL to DE and to its islands, TOLL, FUEL and OVERSIZE. */
export const EXAMPLE_CONTRACT = contractInputExample as ContractInput;

/** From Amsterdam to Berlin, 2.5 kg: the specification's example. */
export const EXAMPLE_QUESTION = {
  date: '2026-01-20',
  addresses: {
    sender: { countryCode: 'NL', postCode: '1012AB' },
    receiver: { countryCode: 'DE', postCode: '10115' },
  },
  handlingUnits: [
    {
      weight: { value: 2.5, unit: 'kg' },
      dimensions: { length: 30, width: 20, height: 15, unit: 'cm' },
    },
  ],
};

/** The example's question with another weight and receiver. */
export function questionOf(kilograms: number, receiver: object = {}, changes: object = {}): typeof EXAMPLE_QUESTION {
  return {
    ...EXAMPLE_QUESTION,
    addresses: {
      ...EXAMPLE_QUESTION.addresses,
      receiver: { ...EXAMPLE_QUESTION.addresses.receiver, ...receiver },
    },
    handlingUnits: [{ weight: { value: kilograms, unit: 'kg' } } as (typeof EXAMPLE_QUESTION.handlingUnits)[0]],
    ...changes,
  };
}

export async function createContract(caller: Caller, changes: object = {}): Promise<ContractBody> {
  return bodyOf(await caller.post(CONTRACTS, { ...EXAMPLE_CONTRACT, ...changes }), 201) as ContractBody;
}

export async function calculate(caller: Caller, question: object): Promise<Calculation> {
  return bodyOf(await caller.post(`${RATES}/calculate`, question), 200) as Calculation;
}

/** Each rate as `11.08 EUR = base 9.50 + TOLL 0.35 + FUEL 1.23`. */
export function explained({ rates }: Calculation): string[] {
  return rates.map(({ total, lines }) => {
    const sum = lines.map(({ reference, amount }) => `${reference} ${amount}`).join(' + ');
    return `${total.amount} ${total.currency} = ${sum}`;
  });
}
