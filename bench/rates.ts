import { answerQuestion, type Basis, type Question } from '../src/modules/rates/answer-question.ts';
import { compileContract } from '../src/modules/rates/compile-contract.ts';
import type { ContractInput } from '../src/modules/rates/v1/contract-schemas.ts';
import { median, table } from './figures.ts';
import { report } from './report.ts';

/** Fifty zones: countries, and postal codes of Germany by prefixes and by ranges. */
const ZONES = 50;
const SERVICE_LEVELS = 2;
const ROUNDS = 41;
const CALCULATIONS_A_ROUND = 20;

const kg = (value: number) => ({ value, unit: 'kg' as const });
const COUNTRIES = 'AT BE BG CZ DK EE ES FI FR GR HR HU IE IT LT LU LV PL PT RO SE SI SK CH NO GB'.split(' ');

function contractOf(number: number, bracketsEach: number, countries: readonly string[] = COUNTRIES): ContractInput {
  const postal = Array.from({ length: ZONES - 2 - countries.length }, (_, zone) => ({
    reference: `DE-${zone}`,
    postCodes: [
      { countryCode: 'DE', prefix: String(10 + zone * 3) },
      { countryCode: 'DE', from: String(10_500 + zone * 700), to: String(10_900 + zone * 700) },
    ],
  }));
  const zones = [
    { reference: 'NL', countries: ['NL'] },
    { reference: 'DE', countries: ['DE'] },
    ...countries.map((country) => ({ reference: country, countries: [country] })),
    ...postal,
  ];
  const brackets = Array.from({ length: bracketsEach }, (_, index) => ({
    upTo: kg(index + 1),
    amount: `${5 + index}.${10 + (number % 90)}`,
  }));
  return {
    reference: `BENCH-${number}`,
    carrierReference: `CARRIER-${number}`,
    currency: 'EUR',
    validFrom: '2026-01-01',
    volumetricDivisor: 5_000,
    weightStep: kg(0.5),
    zones,
    serviceLevels: Array.from({ length: SERVICE_LEVELS }, (_, level) => ({
      reference: `LEVEL-${level}`,
      prices: zones.slice(1).map(({ reference }) => ({ origin: 'NL', destination: reference, brackets })),
    })),
    surcharges: [
      { reference: 'TOLL', type: 'fixed', amount: '0.35' },
      { reference: 'FUEL', type: 'percentage', percentage: '12.5', appliesTo: ['base', 'TOLL'] },
      {
        reference: 'OVERSIZE',
        type: 'fixed',
        amount: '15.00',
        per: 'handlingUnit',
        when: { longestSide: { moreThan: { value: 120, unit: 'cm' } } },
      },
    ],
  };
}

const QUESTION: Question = {
  date: '2026-06-01',
  shipment: {
    addresses: {
      sender: { countryCode: 'NL', postCode: '1012AB' },
      receiver: { countryCode: 'DE', postCode: '10615' },
    },
    handlingUnits: [{ weight: kg(2.5), dimensions: { length: 30, width: 20, height: 15, unit: 'cm' } }],
  },
};

function basisOf(contracts: readonly ContractInput[]): Basis {
  return {
    headers: contracts.map((contract, number) => ({ ...contract, id: String(number), version: 1 })),
    contracts: new Map(contracts.map((contract, number) => [String(number), compileContract(contract)])),
    exchangeRates: [],
    quotes: [],
  };
}

const many = (count: number, make: (number: number) => ContractInput): Basis =>
  basisOf(Array.from({ length: count }, (_, number) => make(number)));

/** The same contracts several times under other names: two million brackets would measure the collector of garbage. */
function repeated({ headers, contracts, ...rest }: Basis, times: number): Basis {
  const copies = Array.from({ length: times }, (_, copy) =>
    headers.map((header) => ({ ...header, id: `${copy}/${header.id}`, source: header.id })),
  ).flat();
  const compiled = copies.flatMap(({ id, source }) => {
    const contract = contracts.get(source);
    return contract === undefined ? [] : [[id, contract] as const];
  });
  return { ...rest, headers: copies, contracts: new Map(compiled) };
}

/** The first is what the others are compared with. */
const CONTESTANTS: readonly { name: string; basis: Basis; question?: Question }[] = [
  { name: '100 contracts, 50 zones, 20 brackets', basis: many(100, (number) => contractOf(number, 20)) },
  {
    name: '  ten times the brackets',
    basis: repeated(
      many(10, (number) => contractOf(number, 200)),
      10,
    ),
  },
  { name: '  a tenth of the contracts', basis: many(10, (number) => contractOf(number, 20)) },
  {
    name: '  only 10 of the 100 valid on the day',
    basis: many(100, (number) => ({ ...contractOf(number, 20), ...(number < 10 ? {} : { validTo: '2026-02-01' }) })),
  },
  {
    name: '  only one carrier asked',
    basis: many(100, (number) => contractOf(number, 20)),
    question: { ...QUESTION, carrierReference: 'CARRIER-7' },
  },
  {
    name: '  to a country of no zone',
    basis: many(100, (number) => contractOf(number, 20)),
    question: {
      ...QUESTION,
      shipment: {
        ...QUESTION.shipment,
        addresses: { ...QUESTION.shipment.addresses, receiver: { countryCode: 'JP' } },
      },
    },
  },
];

/** CPU time of this process alone: what others do on the machine in the meantime does not count. */
function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  for (let time = 0; time < CALCULATIONS_A_ROUND; time++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / CALCULATIONS_A_ROUND;
}

report('compiling and warming up');
const times = CONTESTANTS.map((): number[] => []);
for (let round = -5; round < ROUNDS; round++) {
  CONTESTANTS.forEach(({ basis, question = QUESTION }, index) => {
    const ms = cpuMsOf(() => void answerQuestion(basis, question));
    if (round >= 0) times[index]?.push(ms);
  });
}
const reference = median(times[0] ?? []);
const rates = CONTESTANTS.map(({ basis, question = QUESTION }) => answerQuestion(basis, question).rates.length);

const source = contractOf(0, 200);
const compileMs = median(Array.from({ length: 21 }, () => cpuMsOf(() => void compileContract(source))));

console.log(
  `\n${table(
    ['one calculation (CPU, median)', 'rates', 'ms', 'of the first'],
    CONTESTANTS.map(({ name }, index) => {
      const ms = median(times[index] ?? []);
      return [name, String(rates[index]), ms.toFixed(3), (ms / reference).toFixed(2)];
    }),
  )}\n\ncompiling a contract of ${ZONES} zones and ${SERVICE_LEVELS * (ZONES - 1) * 200} brackets, once a version: ${compileMs.toFixed(1)} ms\n`,
);
