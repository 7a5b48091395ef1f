import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, EXAMPLE_SHIPMENT, fieldsOf, NO_SUCH_ID, problemOf, useTestApp } from '../../../harness/app.ts';
import { CPU_LIMIT_MS, leastCpuOf } from '../../../harness/cpu-time.ts';
import {
  CONTRACTS,
  calculate,
  createContract,
  EXAMPLE_CONTRACT,
  EXAMPLE_QUESTION,
  explained,
  questionOf,
  RATES,
} from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase, { clock: () => new Date('2026-01-20T23:30:00Z') });

let caller: Caller;

beforeEach(async () => {
  caller = await world.server.newCaller();
});

const CALCULATE = `${RATES}/calculate`;

test('prices the specification’s parcel and explains every cent of it', async () => {
  const { id } = await createContract(caller);
  expect(await calculate(caller, EXAMPLE_QUESTION)).toEqual({
    date: '2026-01-20',
    rates: [
      {
        source: 'contract',
        carrierReference: 'DHLPX',
        serviceLevelReference: 'DFY-B2C',
        contract: { id, reference: 'DHLPX-2026', version: 1 },
        total: { amount: '11.08', currency: 'EUR' },
        transitDays: { min: 1, max: 2 },
        physicalWeight: { value: 2.5, unit: 'kg' },
        volumetricWeight: { value: 1.8, unit: 'kg' },
        billableWeight: { value: 2.5, unit: 'kg' },
        lines: [
          {
            type: 'base',
            reference: 'base',
            amount: '9.50',
            zones: { origin: 'NL', destination: 'DE' },
            bracket: { moreThan: { value: 2, unit: 'kg' }, upTo: { value: 31.5, unit: 'kg' }, amount: '9.50' },
            billableWeight: { value: 2.5, unit: 'kg' },
          },
          { type: 'fixed', reference: 'TOLL', amount: '0.35', basis: { amount: '0.35', quantity: 1 } },
          {
            type: 'percentage',
            reference: 'FUEL',
            amount: '1.23',
            percentage: '12.5',
            basis: { amount: '9.85', of: ['base', 'TOLL'] },
          },
        ],
      },
    ],
    unavailable: [],
  });
});

test('answers the same bytes to the same question, whatever else there is by then', async () => {
  const { id } = await createContract(caller);
  const ask = async (): Promise<string> => (await caller.post(CALCULATE, EXAMPLE_QUESTION)).text;
  const first = await ask();
  expect(await ask()).toBe(first);
  await createContract(caller, {
    reference: 'NEXT',
    validFrom: '2027-01-01',
    validTo: '2027-12-31',
    carrierReference: 'UPS',
  });
  const narrowed = (await caller.post(CALCULATE, { ...EXAMPLE_QUESTION, carrierReference: 'DHLPX' })).text;
  expect(narrowed).toBe(first);
  // A change and its taking back are two versions more; what version 1 answered is a matter of what it said.
  await caller.put(`${CONTRACTS}/${id}`, { ...EXAMPLE_CONTRACT, surcharges: [] });
  await caller.put(`${CONTRACTS}/${id}`, EXAMPLE_CONTRACT);
  const again = (await caller.post(CALCULATE, { ...EXAMPLE_QUESTION, carrierReference: 'DHLPX' })).text;
  expect(again.replace('"version":3', '"version":1')).toBe(first);
});

test('answers the same when another process has to read and compile the contract first', async () => {
  await createContract(caller);
  const { text } = await caller.post(CALCULATE, EXAMPLE_QUESTION);
  await using other = await (await import('../../../harness/app.ts')).startTestApp({
    connectionString: world.server.app.db.pool.options.connectionString ?? '',
    background: false,
  });
  const again = await other.callerWith(caller.tenantId, caller.apiKey).post(CALCULATE, EXAMPLE_QUESTION);
  expect(again.text).toBe(text);
});

test('every contract and every service level gives its own rate, the cheapest first', async () => {
  const level = (reference: string, amount: string) => ({ reference, prices: [{ brackets: [{ amount }] }] });
  await createContract(caller, {
    reference: 'B',
    surcharges: [],
    serviceLevels: [level('SLOW', '3.00'), level('FAST', '20.00')],
  });
  await createContract(caller, { reference: 'A', surcharges: [], serviceLevels: [level('SLOW', '12.00')] });
  await createContract(caller, {
    reference: 'C',
    carrierReference: 'UPS',
    surcharges: [],
    serviceLevels: [level('SLOW', '12.00')],
  });
  const { rates } = await calculate(caller, questionOf(1));
  expect(
    rates.map(
      ({ total, contract, serviceLevelReference }) => `${total.amount} ${contract?.reference} ${serviceLevelReference}`,
    ),
  ).toEqual(['3.00 B SLOW', '12.00 A SLOW', '12.00 C SLOW', '20.00 B FAST']);
  const narrowed = await calculate(caller, {
    ...questionOf(1),
    carrierReference: 'DHLPX',
    serviceLevelReference: 'SLOW',
  });
  expect(narrowed.rates.map(({ total }) => total.amount)).toEqual(['3.00', '12.00']);
});

test('says of every contract and service level why it gives none', async () => {
  await createContract(caller);
  await createContract(caller, { reference: 'OLD', validFrom: '2025-01-01', validTo: '2025-12-31' });
  const { rates, unavailable } = await calculate(caller, questionOf(40, {}, { serviceLevelReference: 'DFY-B2C' }));
  expect(rates).toEqual([]);
  expect(unavailable.map(({ contract, reason, detail }) => `${contract?.reference} ${reason}: ${detail}`)).toEqual([
    'DHLPX-2026 weight-not-covered: The billable weight is 40 kg; the last bracket ends at 31.5 kg.',
    'OLD not-valid-on-date: The contract holds from 2025-01-01 to 2025-12-31; asked was 2026-01-20.',
  ]);
  const { unavailable: others } = await calculate(caller, questionOf(1, {}, { serviceLevelReference: 'EXPRESS' }));
  expect(others[0]).toMatchObject({ serviceLevelReference: 'EXPRESS', reason: 'service-level-not-offered' });
  const { unavailable: lanes } = await calculate(caller, questionOf(1, { countryCode: 'FR', postCode: '75001' }));
  expect(lanes[0]).toMatchObject({
    reason: 'no-price-for-lane',
    detail: 'DFY-B2C has no price from NL 1012AB (in NL) to FR 75001 (in no zone).',
  });
});

test('without a date it is today’s in UTC, and the answer says so', async () => {
  await createContract(caller);
  const { date: _date, ...undated } = EXAMPLE_QUESTION;
  expect((await calculate(caller, undated)).date).toBe('2026-01-20');
});

test('the islands of the contract cost more, by prefix and by range', async () => {
  await createContract(caller);
  const to = async (postCode: string, kilograms = 2) =>
    explained(await calculate(caller, questionOf(kilograms, { postCode })));
  expect(await to('25849')).toEqual(
    ['8.22 EUR = base 6.95 + TOLL 0.35 + FUEL 0.91'].map((text) => text.replace('8.22', '8.21')),
  );
  expect(await to('26465')).toEqual(await to('25849'));
  expect(await to('26487')).toEqual(['5.96 EUR = base 4.95 + TOLL 0.35 + FUEL 0.66']);
  // 0.85 x 40 = 34.00
  expect(await to('26486', 40)).toEqual(['38.64 EUR = base 34.00 + TOLL 0.35 + FUEL 4.29']);
});

test('takes the body of a shipment as it is, with all that makes no price', async () => {
  await createContract(caller);
  const unit = EXAMPLE_SHIPMENT.handlingUnits[0];
  const goodsItems = [{ description: 'Shirts', quantity: 2, value: { amount: '12.50', currency: 'EUR' } }];
  const body = {
    ...EXAMPLE_SHIPMENT,
    date: '2026-01-20',
    customs: { incoterm: 'DAP', contentType: 'merchandise' },
    instructions: 'Ring twice',
    returnService: 'enclosed-label',
    handlingUnits: [{ ...unit, packageType: 'Box', goodsItems }],
  };
  expect(explained(await calculate(caller, body))).toEqual(['11.08 EUR = base 9.50 + TOLL 0.35 + FUEL 1.23']);
});

describe('a shipment that is there already', () => {
  test('is priced by its id alone, as its body would be', async () => {
    await createContract(caller);
    const { id } = await caller.createShipment();
    const byId = await caller.post(CALCULATE, { shipmentId: id, date: '2026-01-20' });
    const { addresses, handlingUnits } = EXAMPLE_SHIPMENT;
    const byBody = await caller.post(CALCULATE, { addresses, handlingUnits, date: '2026-01-20' });
    expect(byId.body.rates).toHaveLength(1);
    expect(byId.text).toBe(byBody.text);
    expect((await caller.post(CALCULATE, { shipmentId: id.toUpperCase() })).text).toBe(byId.text);
  });

  test('is 404 where there is none, and where it is another tenant’s', async () => {
    const { id } = await (await world.server.newCaller()).createShipment();
    for (const one of [id, NO_SUCH_ID, randomUUID()]) {
      expect(problemOf(await caller.post(CALCULATE, { shipmentId: one }))).toBe('404 not-found');
    }
  });

  test('has its own addresses and units, and no others', async () => {
    const { id } = await caller.createShipment();
    const answer = await caller.post(CALCULATE, { ...EXAMPLE_QUESTION, shipmentId: id });
    expect(problemOf(answer)).toBe('400 validation');
    expect(fieldsOf(answer)).toEqual(['Data.Addresses /addresses', 'Data.HandlingUnits /handlingUnits']);
  });
});

describe('is refused with its place', () => {
  const unit = EXAMPLE_QUESTION.handlingUnits[0];
  test.each<[string, object, string[]]>([
    ['nothing to price', { addresses: undefined, handlingUnits: undefined }, ['/addresses', '/handlingUnits']],
    ['no units', { handlingUnits: [] }, ['/handlingUnits']],
    [
      'a country that is none',
      { addresses: { sender: { countryCode: 'UK' }, receiver: { countryCode: 'DE' } } },
      ['/addresses/sender/countryCode'],
    ],
    [
      'a postal code that is none',
      {
        addresses: {
          sender: { countryCode: 'NL', postCode: '10115' },
          receiver: { countryCode: 'DE', postCode: '1012AB' },
        },
      },
      ['/addresses/sender/postCode', '/addresses/receiver/postCode'],
    ],
    [
      'a weight of nothing',
      { handlingUnits: [{ weight: { value: 0, unit: 'kg' } }] },
      ['/handlingUnits/0/weight/value'],
    ],
    ['a ship', { handlingUnits: [unit, { weight: { value: 3_000, unit: 'kg' } }] }, ['/handlingUnits/1/weight/value']],
    [
      'a side that is too long',
      { handlingUnits: [{ ...unit, dimensions: { length: 16, width: 1, height: 1, unit: 'm' } }] },
      ['/handlingUnits/0/dimensions/length'],
    ],
    ['a currency that is none', { currency: 'EUX' }, ['/currency']],
    [
      'a value in a currency that is none',
      { handlingUnits: [unit, { ...unit, goodsItems: [{ value: { amount: '1', currency: 'QQQ' } }] }] },
      ['/handlingUnits/1/goodsItems/0/value/currency'],
    ],
    ['a day that is none', { date: '2026-02-30' }, ['/date']],
    ['a year of three digits', { date: '0999-01-01' }, ['/date']],
    ['a field that is unknown', { service: 'DFY-B2C' }, ['/service']],
  ])('%s', async (_what, change, pointers) => {
    const answer = await caller.post(CALCULATE, { ...EXAMPLE_QUESTION, ...change });
    expect(problemOf(answer)).toBe('400 validation');
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });
});

test('needs the permission to calculate', async () => {
  const { body } = await caller.post('/api/authorizing/v1/permission-groups', {
    reference: 'readers',
    name: 'R',
    permissions: ['rates.contracts:read'],
  });
  const reader = await world.server.callerIn(caller, body.reference);
  expect(problemOf(await reader.post(CALCULATE, EXAMPLE_QUESTION))).toBe('403 forbidden');
});

test('what would say too much of each of many units is refused, and with one service level it is answered', async () => {
  const [level] = EXAMPLE_CONTRACT.serviceLevels;
  const prices = level?.prices.map((price) => ({ ...price, per: 'handlingUnit' }));
  const levels = Array.from({ length: 60 }, (_, index) => ({ ...level, prices, reference: `LEVEL-${index}` }));
  await createContract(caller, { ...EXAMPLE_CONTRACT, serviceLevels: levels });
  const [unit] = EXAMPLE_QUESTION.handlingUnits;
  const many = { ...EXAMPLE_QUESTION, handlingUnits: Array(999).fill(unit) };
  const cpuMs = await leastCpuOf(
    () => caller.post(CALCULATE, many),
    (answer) => expect(problemOf(answer)).toBe('422 calculation-too-large'),
  );
  expect(cpuMs).toBeLessThan(CPU_LIMIT_MS);
  const one = await caller.post(CALCULATE, { ...many, serviceLevelReference: 'LEVEL-59' });
  expect(one.status).toBe(200);
});
