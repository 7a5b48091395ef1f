import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../harness/app.ts';
import { CPU_LIMIT_MS, leastCpuOf } from '../../../harness/cpu-time.ts';
import { CONTRACTS, EXAMPLE_CONTRACT, EXAMPLE_QUESTION, RATES } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase, { clock: () => new Date('2026-01-20T12:00:00Z') });

interface Answer {
  status: number;
  text: string;
}

async function post(url: string, body: string): Promise<Answer> {
  const { statusCode, body: text } = await world.server.app.http.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { authorization: `ApiKey ${world.caller.apiKey}`, 'content-type': 'application/json' },
  });
  return { status: statusCode, text };
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const contractOf = (changes: object): object => ({
  ...EXAMPLE_CONTRACT,
  zones: [],
  surcharges: [],
  serviceLevels: [levelOf([priceOf({})])],
  ...changes,
});
const levelOf = (prices: object[], reference = 'L'): object => ({ reference, prices });
const priceOf = (lane: object): object => ({ ...lane, brackets: [{ amount: '1.00' }] });
const bracketsOf = (count: number): object[] =>
  times(count, (index) => ({ upTo: { value: index + 1, unit: 'oz' }, amount: '1' }));
const percentage = (reference: string, appliesTo: string[]): object => ({
  reference,
  type: 'percentage',
  percentage: '1',
  appliesTo,
});
const fixed = (reference: string, when: object): object => ({ reference, type: 'fixed', amount: '1', when });
const british = (index: number): object => ({ countryCode: 'GB', from: 'AB1', to: `ZE${index % 90}` });
const name = (index: number): string => `Z${index}`;
const german = (index: number): string => String(10_000 + index);
/** Each zone within the one before it, so that the innermost address is in all of them. */
const NESTED = times(3_500, (index) => ({
  reference: name(index),
  postCodes: [{ countryCode: 'DE', from: german(index), to: String(79_999 - index) }],
}));

describe('a contract as large as can be, and wrong,', () => {
  test.each<[string, object]>([
    [
      'in the zone of each of its prices',
      {
        zones: times(4_900, (index) => ({ reference: name(index), countries: ['DE'] })),
        serviceLevels: [levelOf(times(6_000, (index) => priceOf({ origin: `A${index}`, destination: `B${index}` })))],
      },
    ],
    [
      'in what each of its percentages is of',
      {
        surcharges: times(140, (index) =>
          percentage(
            name(index),
            times(200, (other) => `X${other}`),
          ),
        ),
      },
    ],
    [
      'because each percentage is of each other',
      {
        surcharges: times(140, (index) =>
          percentage(
            name(index),
            times(139, (other) => name((index + 1 + other) % 140)),
          ),
        ),
      },
    ],
    [
      'in each of its post codes',
      { zones: [{ reference: 'A', postCodes: times(9_900, () => ({ countryCode: 'GB', prefix: '-'.repeat(16) })) }] },
    ],
    [
      'in the last of its post codes',
      {
        zones: [{ reference: 'A', postCodes: [...times(9_800, british), { countryCode: 'GB', from: 'B2', to: 'B1' }] }],
      },
    ],
    [
      'in the last of its brackets',
      {
        serviceLevels: [
          levelOf([
            ...times(6, () => ({ brackets: bracketsOf(1_000) })),
            { brackets: [...bracketsOf(900), { amount: '1', perKg: '1' }] },
          ]),
        ],
      },
    ],
    [
      'in each of its weights',
      {
        serviceLevels: [
          levelOf(
            times(7, () => ({
              brackets: times(1_000, () => ({ upTo: { value: 1.000000001, unit: 'oz' }, amount: '1' })),
            })),
          ),
        ],
      },
    ],
    [
      'in the zones of its conditions',
      {
        zones: times(4_900, (index) => ({ reference: name(index), countries: ['DE'] })),
        surcharges: times(190, (index) => fixed(name(index), { destination: { zones: ['X1', 'X2', 'X3'] } })),
      },
    ],
    [
      'in having too many conditions',
      { surcharges: times(190, (index) => fixed(name(index), { or: times(40, () => ({ residential: true })) })) },
    ],
    ['in its first field, and otherwise odd', { currency: 'XQX', zones: NESTED }],
  ])('%s is refused within 50 ms of CPU', async (_what, changes) => {
    const body = JSON.stringify(contractOf(changes));
    expect(body.length).toBeGreaterThan(100_000);
    const cpuMs = await leastCpuOf(
      () => post(CONTRACTS, body),
      ({ status, text }) => {
        expect({ status, text: text.slice(0, 300) }).toMatchObject({
          status: 400,
          text: expect.stringContaining('validation'),
        });
        expect(text.length).toBeLessThan(30_000);
      },
    );
    expect(cpuMs).toBeLessThan(CPU_LIMIT_MS);
  });
});

/** What reading, checking, compiling, looking for what is doubtful, and writing come to. */
const LARGE_CONTRACT_MS = 400;

describe('a contract that is sound and odd', () => {
  test.each<[string, object]>([
    [
      'of zones within zones',
      {
        zones: NESTED,
        serviceLevels: [levelOf(times(3_500, (index) => priceOf({ origin: name(index), destination: name(index) })))],
      },
    ],
    [
      'of zones that are all the same',
      {
        zones: times(3_500, (index) => ({
          reference: name(index),
          postCodes: [{ countryCode: 'DE', from: '10000', to: '99999' }],
        })),
        serviceLevels: times(35, (level) =>
          levelOf(
            times(100, (index) => priceOf({ destination: name(level * 100 + index) })),
            name(level),
          ),
        ),
      },
    ],
    [
      'of as many British codes as fit, twice',
      {
        zones: ['A', 'B'].map((reference) => ({ reference, postCodes: times(4_900, british) })),
        serviceLevels: times(50, (level) =>
          levelOf([priceOf({ destination: 'A' }), priceOf({ destination: 'B' })], name(level)),
        ),
      },
    ],
    [
      'of conditions that name a large zone again and again',
      {
        zones: [{ reference: 'A', postCodes: times(9_000, () => ({ countryCode: 'DE', prefix: '9' })) }],
        surcharges: times(190, (index) => ({
          ...fixed(name(index), { destination: { zones: ['A'] } }),
          per: 'handlingUnit',
        })),
      },
    ],
  ])('%s costs no more than others to take and to ask', async (what, changes) => {
    const contract = (attempt: number): string =>
      JSON.stringify(
        contractOf({ ...changes, reference: `${what} ${attempt}`.slice(0, 64), carrierReference: what.slice(0, 64) }),
      );
    let attempt = 0;
    const taken = await leastCpuOf(
      () => post(CONTRACTS, contract(attempt++)),
      ({ status, text }) => expect({ status, text: text.slice(0, 300) }).toMatchObject({ status: 201 }),
      LARGE_CONTRACT_MS,
    );
    expect(taken).toBeLessThan(LARGE_CONTRACT_MS);
    const [unit] = EXAMPLE_QUESTION.handlingUnits;
    const address = { countryCode: 'DE', postCode: '45000' };
    const question = JSON.stringify({
      ...EXAMPLE_QUESTION,
      carrierReference: what.slice(0, 64),
      addresses: { sender: address, receiver: address },
      handlingUnits: Array(999).fill(unit),
    });
    const asked = await leastCpuOf(
      () => post(`${RATES}/calculate`, question),
      ({ status, text }) => expect({ status, text: text.slice(0, 300) }).toMatchObject({ status: 200 }),
      LARGE_CONTRACT_MS,
    );
    expect(asked).toBeLessThan(LARGE_CONTRACT_MS);
  });
});
