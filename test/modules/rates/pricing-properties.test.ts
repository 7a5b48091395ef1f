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

type Asked = readonly [shipment: RateShipment, date: string];

/** The rates of each question; the contract is compiled once for all, as the program does. */
function priceByTheProgram(contract: ContractInput, asked: readonly Asked[]): ReferenceRate[][] {
  const header = { ...contract, id: 'id', version: 1 };
  const basis = {
    headers: [header],
    contracts: new Map([['id', compileContract(contract)]]),
    exchangeRates: [],
    quotes: [],
  };
  return asked.map(([shipment, date]) =>
    answerQuestion(basis, { shipment, date }).rates.map((rate) => ({
      serviceLevel: rate.serviceLevelReference,
      lines: rate.lines.map(({ reference, amount }): [string, string] => [reference, amount]),
      total: rate.total.amount,
    })),
  );
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
      const expected = asked.map(([shipment, date]) => priceByTheRules(contract, shipment, date).toSorted(byLevel));
      expect(priceByTheProgram(contract, asked).map((rates) => rates.toSorted(byLevel))).toEqual(expected);
      seen.cases += expected.length;
      for (const { lines, total } of expected.flat()) {
        seen.priced++;
        if (lines.some(([reference]) => reference !== 'base')) seen.surcharged++;
        if (lines.filter(([reference]) => reference === 'base').length > 1) seen.perUnit++;
        if (total.startsWith('-') || lines.some(([, amount]) => amount.startsWith('-'))) seen.negative++;
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
}, 300_000);

test('is indifferent to everything but the question and the contract', () => {
  fc.assert(
    fc.property(contracts, shipments, dates, (contract, shipment, date) => {
      const once = JSON.stringify(priceByTheProgram(contract, [[shipment, date]]));
      const again = priceByTheProgram(structuredClone(contract), [[structuredClone(shipment), date]]);
      expect(JSON.stringify(again)).toBe(once);
    }),
    { numRuns: 200 },
  );
});
