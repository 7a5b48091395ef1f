import { answerQuestion, type Basis, type Question } from '../src/modules/rates/answer-question.ts';
import { type CompiledContract, compileContract } from '../src/modules/rates/compile-contract.ts';
import { checkValidity } from '../src/modules/rates/contract.ts';
import type { ContractInput } from '../src/modules/rates/v1/contract-schemas.ts';
import { priceByTheRules } from '../test/modules/rates/reference-pricing.ts';
import { median, table } from './figures.ts';
import { contractOf, QUESTION, SERVICE_LEVELS, ZONES } from './rates-contracts.ts';
import { measureOverHttp } from './rates-over-http.ts';
import { report } from './report.ts';

// What one calculation costs in CPU time of this process alone: what others do on the machine in the meantime does not count. Every row is
// measured in turn, round after round, and compared with the first of the same round.

const ROUNDS = 31;
const CALCULATIONS_A_ROUND = 20;

interface Contestant {
  name: string;
  rates: number;
  work: () => void;
}

const manyContracts = (count: number, bracketsEach = 20): ContractInput[] =>
  Array.from({ length: count }, (_, number) => contractOf(number, bracketsEach));

const compiled = new WeakMap<ContractInput, CompiledContract>();

/** Once for all rows that have it: a heap of thousands of contracts would measure the collector of garbage. */
function compile(contract: ContractInput): CompiledContract {
  const known = compiled.get(contract) ?? compileContract(contract);
  compiled.set(contract, known);
  return known;
}

/** As the server has it: what does not hold on the day is not compiled. */
function basisOf(contracts: readonly ContractInput[]): Basis {
  const headers = contracts.map((contract, number) => ({ ...contract, id: String(number), version: 1 }));
  const valid = headers.flatMap((header, number) => {
    const contract = contracts[number];
    if (contract === undefined || checkValidity(header, QUESTION.date) !== undefined) return [];
    return [[header.id, compile(contract)] as const];
  });
  return { headers, contracts: new Map(valid), exchangeRates: [], quotes: [] };
}

function calculation(name: string, contracts: readonly ContractInput[], change: Partial<Question> = {}): Contestant {
  const basis = basisOf(contracts);
  const question = { ...QUESTION, ...change };
  const work = (): void => void answerQuestion(basis, question);
  return { name, rates: answerQuestion(basis, question).rates.length, work };
}

const twoHundred = manyContracts(200);
const hundred = twoHundred.slice(0, 100);
const answer = answerQuestion(basisOf(hundred), QUESTION);
const elsewhere = {
  ...QUESTION.shipment,
  addresses: { ...QUESTION.shipment.addresses, receiver: { countryCode: 'JP' } },
};
const overIn2026 = (contract: ContractInput): ContractInput => ({ ...contract, validTo: '2026-02-01' });

report('compiling');
const contestants: readonly Contestant[] = [
  calculation(`100 contracts of ${ZONES} zones, ${SERVICE_LEVELS} service levels, 20 brackets`, hundred),
  calculation('  5 brackets instead of 20', manyContracts(100, 5)),
  calculation('  200 brackets instead of 20', manyContracts(100, 200)),
  calculation('  25 contracts', hundred.slice(0, 25)),
  calculation('  50 contracts', hundred.slice(0, 50)),
  calculation('  200 contracts', twoHundred),
  calculation('  100 contracts, and 400 that are over', [
    ...hundred,
    ...[...twoHundred, ...twoHundred].map(overIn2026),
  ]),
  calculation('  only one carrier asked', hundred, { carrierReference: 'CARRIER-7' }),
  calculation('  to a country of no zone', hundred, { shipment: elsewhere }),
  { name: '  writing its answer as JSON, to compare', rates: 0, work: () => void JSON.stringify(answer) },
];
/** The rules as plainly as they can be said, and without explaining. So slow that one contract and one round are enough. */
const plainly = (): void => void priceByTheRules(contractOf(0, 20), QUESTION.shipment, QUESTION.date);

function cpuMsOf(work: () => void, times: number): number {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / times;
}

report('measuring');
const measured = contestants.map((): number[] => []);
for (let round = -5; round < ROUNDS; round++) {
  contestants.forEach(({ work }, index) => {
    const ms = cpuMsOf(work, CALCULATIONS_A_ROUND);
    if (round >= 0) measured[index]?.push(ms);
  });
}
const first = measured[0] ?? [];
const ratios = measured.map((times) => median(times.map((ms, round) => ms / (first[round] ?? Number.NaN))));
const source = contractOf(0, 200);
const compileMs = median(Array.from({ length: 21 }, () => cpuMsOf(() => void compileContract(source), 20)));
cpuMsOf(plainly, 3);
const plainMs = cpuMsOf(plainly, 10) * 100;

console.log(
  `\n${table(
    ['one calculation (CPU)', 'rates', 'median ms', 'least ms', 'of the first'],
    contestants.map(({ name, rates }, index) => {
      const times = measured[index] ?? [];
      return [
        name,
        String(rates),
        median(times).toFixed(3),
        Math.min(...times).toFixed(3),
        (ratios[index] ?? Number.NaN).toFixed(2),
      ];
    }),
  )}

the same by looking at everything (test/modules/rates/reference-pricing.ts): ${(plainMs / median(first)).toFixed(0)} times the first
compiling a contract of ${ZONES} zones and ${SERVICE_LEVELS * (ZONES - 1) * 200} brackets, once a version: ${compileMs.toFixed(2)} ms
`,
);
console.log(await measureOverHttp(hundred));
