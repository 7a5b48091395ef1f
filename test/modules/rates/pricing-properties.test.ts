import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/modules/rates/answer-question.ts';
import { checkContract } from '../../../src/modules/rates/check-contract.ts';
import { compileContract } from '../../../src/modules/rates/compile-contract.ts';
import type { RateShipment } from '../../../src/modules/rates/index.ts';
import type { ContractInput } from '../../../src/modules/rates/v1/contract-schemas.ts';
import { contracts, dates, shipments } from './arbitrary-contracts.ts';
import { priceByTheRules, type ReferenceRate } from './reference-pricing.ts';

const CONTRACTS = 840;
const SHIPMENTS_EACH = 12;

function priceByTheProgram(contract: ContractInput, shipment: RateShipment, date: string): ReferenceRate[] {
  const header = { ...contract, id: 'id', version: 1 };
  const basis = {
    headers: [header],
    contracts: new Map([['id', compileContract(contract)]]),
    exchangeRates: [],
    quotes: [],
  };
  return answerQuestion(basis, { shipment, date }).rates.map((rate) => ({
    serviceLevel: rate.serviceLevelReference,
    lines: rate.lines.map(({ reference, amount }): [string, string] => [reference, amount]),
    total: rate.total.amount,
  }));
}

const byLevel = (one: ReferenceRate, other: ReferenceRate): number => (one.serviceLevel < other.serviceLevel ? -1 : 1);

test('prices every generated shipment with every generated contract as the rules do, line by line and to the last digit', () => {
  const seen = { cases: 0, priced: 0, surcharged: 0, negative: 0, perUnit: 0 };
  const cases = fc.tuple(
    contracts,
    fc.array(fc.tuple(shipments, dates), { minLength: SHIPMENTS_EACH, maxLength: SHIPMENTS_EACH }),
  );
  fc.assert(
    fc.property(cases, ([contract, asked]) => {
      checkContract(contract);
      for (const [shipment, date] of asked) {
        const expected = priceByTheRules(contract, shipment, date).toSorted(byLevel);
        expect(priceByTheProgram(contract, shipment, date).toSorted(byLevel)).toEqual(expected);
        seen.cases++;
        for (const { lines, total } of expected) {
          seen.priced++;
          if (lines.some(([reference]) => reference !== 'base')) seen.surcharged++;
          if (lines.filter(([reference]) => reference === 'base').length > 1) seen.perUnit++;
          if (total.startsWith('-') || lines.some(([, amount]) => amount.startsWith('-'))) seen.negative++;
        }
      }
    }),
    { numRuns: CONTRACTS },
  );
  expect(seen.cases).toBeGreaterThanOrEqual(10_000);
  // Else the agreement would be about nothing.
  expect(seen.priced).toBeGreaterThan(2_000);
  expect(seen.surcharged).toBeGreaterThan(1_000);
  expect(seen.perUnit).toBeGreaterThan(300);
  expect(seen.negative).toBeGreaterThan(300);
}, 120_000);

test('is indifferent to everything but the question and the contract', () => {
  fc.assert(
    fc.property(contracts, shipments, dates, (contract, shipment, date) => {
      const once = JSON.stringify(priceByTheProgram(contract, shipment, date));
      expect(JSON.stringify(priceByTheProgram(structuredClone(contract), structuredClone(shipment), date))).toBe(once);
    }),
    { numRuns: 200 },
  );
});
