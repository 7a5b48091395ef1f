import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, problemOf, useTestApp } from '../../../harness/app.ts';
import { calculate, createContract, questionOf, RATES } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

let caller: Caller;

beforeEach(async () => {
  caller = await world.server.newCaller();
});

const EXCHANGE_RATES = `${RATES}/exchange-rates`;
const sheet = (validFrom: string, rates: Record<string, string>, base = 'EUR') => ({
  base,
  validFrom,
  rates: Object.entries(rates).map(([currency, rate]) => ({ currency, rate })),
});
const flatIn = (currency: string, amount: string) => ({
  reference: currency,
  currency,
  surcharges: [],
  serviceLevels: [{ reference: 'L', prices: [{ brackets: [{ amount }] }] }],
});

test('are kept by day and listed newest first', async () => {
  const answer = await caller.put(EXCHANGE_RATES, sheet('2026-01-20', { USD: '1.0825', GBP: '0.84210' }));
  expect(answer.body).toEqual({
    items: [
      { base: 'EUR', quote: 'GBP', rate: '0.8421', validFrom: '2026-01-20' },
      { base: 'EUR', quote: 'USD', rate: '1.0825', validFrom: '2026-01-20' },
    ],
  });
  await caller.put(EXCHANGE_RATES, sheet('2026-01-21', { USD: '1.09' }));
  const { body } = await caller.get(`${EXCHANGE_RATES}?quote=USD&limit=1`);
  expect(body).toMatchObject({ total: 2, items: [{ quote: 'USD', rate: '1.09', validFrom: '2026-01-21' }] });
  expect((await (await world.server.newCaller()).get(EXCHANGE_RATES)).body.items).toEqual([]);
});

test('of one day are replaced by what is sent for it, and the change is in the audit', async () => {
  await caller.put(EXCHANGE_RATES, sheet('2026-01-20', { USD: '1.0825', GBP: '0.8421' }));
  await caller.put(EXCHANGE_RATES, sheet('2026-01-20', { USD: '1.1' }));
  const { body } = await caller.get(EXCHANGE_RATES);
  expect(body.items.map(({ quote, rate }: Record<string, string>) => `${quote} ${rate}`)).toEqual([
    'GBP 0.8421',
    'USD 1.1',
  ]);
  const audit = await caller.get('/api/authorizing/v1/audit-events?action=setExchangeRates');
  expect(audit.body.items).toHaveLength(2);
  expect(audit.body.items[0].after).toEqual(sheet('2026-01-20', { USD: '1.1' }));
});

describe('a price in another currency', () => {
  beforeEach(async () => {
    await caller.put(EXCHANGE_RATES, sheet('2026-01-10', { USD: '1.0825', GBP: '0.8421', JPY: '171.5' }));
    await caller.put(EXCHANGE_RATES, sheet('2026-01-20', { USD: '1.1' }));
  });
  const ask = (currency: string, date = '2026-01-20') => calculate(caller, questionOf(1, {}, { currency, date }));

  test.each<[string, string, string, string, string, string[]]>([
    // 10.01 x 1.0825 = 10.835825
    ['by the rate of the pair', 'EUR', '10.01', 'USD', '10.84', ['EUR/USD 1.0825 2026-01-10']],
    // 10.01 / 1.0825 = 9.24711...
    ['by the reverse rate', 'USD', '10.01', 'EUR', '9.25', ['EUR/USD 1.0825 2026-01-10']],
    // 10.01 / 1.0825 x 0.8421 = 7.78699...
    [
      'over a third currency',
      'USD',
      '10.01',
      'GBP',
      '7.79',
      ['EUR/USD 1.0825 2026-01-10', 'EUR/GBP 0.8421 2026-01-10'],
    ],
    // 10.01 x 171.5 = 1716.715
    ['to whole yen', 'EUR', '10.01', 'JPY', '1717', ['EUR/JPY 171.5 2026-01-10']],
    // 1717 / 171.5 = 10.01166...
    ['from whole yen', 'JPY', '1717', 'EUR', '10.01', ['EUR/JPY 171.5 2026-01-10']],
  ])('%s', async (_what, from, amount, to, converted, used) => {
    await createContract(caller, flatIn(from, amount));
    const { rates } = await ask(to, '2026-01-19');
    expect(rates).toMatchObject([
      { total: { amount: converted, currency: to }, conversion: { amount, currency: from } },
    ]);
    const shown = rates[0]?.conversion?.exchangeRates.map(
      (one) => `${one.base}/${one.quote} ${one.rate} ${one.validFrom}`,
    );
    expect(shown).toEqual(used);
    expect(rates[0]?.lines).toMatchObject([{ amount }]);
  });

  test('is by the newest rate of the day, each pair by its own', async () => {
    await createContract(caller, flatIn('EUR', '10.00'));
    expect((await ask('USD')).rates[0]?.total).toEqual({ amount: '11.00', currency: 'USD' });
    expect((await ask('GBP')).rates[0]?.total).toEqual({ amount: '8.42', currency: 'GBP' });
    expect((await ask('USD', '2026-01-19')).rates[0]?.total).toEqual({ amount: '10.83', currency: 'USD' });
  });

  test('is comparable: the cheapest of all currencies comes first', async () => {
    await createContract(caller, flatIn('EUR', '10.00'));
    await createContract(caller, flatIn('USD', '10.50'));
    await createContract(caller, flatIn('GBP', '8.50'));
    const { rates } = await ask('EUR');
    expect(rates.map(({ total, contract }) => `${total.amount} ${contract?.reference}`)).toEqual([
      '9.55 USD',
      '10.00 EUR',
      '10.09 GBP',
    ]);
    expect(rates[1]).not.toHaveProperty('conversion');
    const unconverted = await calculate(caller, questionOf(1));
    expect(unconverted.rates.map(({ total }) => total.currency)).toEqual(['EUR', 'GBP', 'USD']);
  });

  test('is unavailable where no rate leads there on that day, and says so', async () => {
    await createContract(caller, flatIn('EUR', '10.00'));
    for (const [currency, date] of [
      ['CHF', '2026-01-20'],
      ['USD', '2026-01-09'],
    ] as const) {
      const { rates, unavailable } = await ask(currency, date);
      expect(rates).toEqual([]);
      expect(unavailable).toMatchObject([
        {
          reason: 'no-exchange-rate',
          detail: `It costs 10.00 EUR, and there is no exchange rate from EUR to ${currency} on ${date}.`,
        },
      ]);
    }
  });

  test('is never by another tenant’s rates', async () => {
    const stranger = await world.server.newCaller();
    await createContract(stranger, flatIn('EUR', '10.00'));
    const { unavailable } = await calculate(stranger, questionOf(1, {}, { currency: 'USD' }));
    expect(unavailable[0]?.reason).toBe('no-exchange-rate');
  });
});

test.each<[string, object, string]>([
  ['a base that is none', sheet('2026-01-20', { USD: '1' }, 'EUX'), '/base'],
  ['a currency that is none', sheet('2026-01-20', { USX: '1' }), '/rates/0/currency'],
  ['the base itself', sheet('2026-01-20', { EUR: '1' }), '/rates/0/currency'],
  ['a rate of nothing', sheet('2026-01-20', { USD: '0.00' }), '/rates/0/rate'],
  ['a number', { base: 'EUR', validFrom: '2026-01-20', rates: [{ currency: 'USD', rate: 1.0825 }] }, '/rates/0/rate'],
  [
    'a currency twice',
    {
      base: 'EUR',
      validFrom: '2026-01-20',
      rates: [
        { currency: 'USD', rate: '1' },
        { currency: 'USD', rate: '2' },
      ],
    },
    '/rates/1/currency',
  ],
])('refuses %s', async (_what, body, pointer) => {
  const answer = await caller.put(EXCHANGE_RATES, body);
  expect(problemOf(answer)).toBe('400 validation');
  expect(answer.body.errors[0].pointer).toBe(pointer);
});

test('are read by whoever calculates, and set by an administrator', async () => {
  const integrator = await world.server.callerIn(caller, 'integrator');
  expect((await integrator.get(EXCHANGE_RATES)).status).toBe(200);
  expect(problemOf(await integrator.put(EXCHANGE_RATES, sheet('2026-01-20', { USD: '1' })))).toBe('403 forbidden');
  expect(problemOf(await world.server.anonymous.put(EXCHANGE_RATES, sheet('2026-01-20', { USD: '1' })))).toBe(
    '401 unauthenticated',
  );
});
