import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { calculateRates } from '../../../../src/modules/rates/calculate-rates.ts';
import { compileContract } from '../../../../src/modules/rates/compile-contract.ts';
import type { CarrierQuote, CarrierRateRequest, CarrierRateSource } from '../../../../src/modules/rates/index.ts';
import type { CalculateRequest } from '../../../../src/modules/rates/v1/calculate-schemas.ts';
import { createLogger } from '../../../../src/platform/logger.ts';
import { useTestApp } from '../../../harness/app.ts';
import { calculate, createContract, EXAMPLE_CONTRACT, EXAMPLE_QUESTION } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const UPS: CarrierQuote = {
  carrierReference: 'UPS',
  serviceLevelReference: 'EXPRESS',
  total: { amount: '10.5', currency: 'EUR' },
  transitDays: { min: 1, max: 1 },
  lines: [
    { reference: 'base', amount: '9.5' },
    { reference: 'FUEL', amount: '1.00', description: 'Fuel surcharge' },
  ],
};
const MYDHL: CarrierQuote = {
  carrierReference: 'MYDHL',
  serviceLevelReference: 'P',
  reason: 'lane-not-served',
  detail: 'The requested product is not available between these cities.',
};

const QUESTION = EXAMPLE_QUESTION as CalculateRequest;

/** Asks the example's question of the caller's contracts and of a source of carriers' own rates. */
async function ask(quote: CarrierRateSource['quote'], changes: Partial<CalculateRequest> = {}) {
  const { db } = world.server.app;
  const deps = {
    db,
    clock: () => new Date('2026-01-20T12:00:00Z'),
    log: createLogger('silent'),
    findShipments: async () => new Map(),
    contracts: {
      load: async (_tenant: string, headers: readonly { id: string }[]) =>
        new Map(headers.map(({ id }) => [id, compileContract(EXAMPLE_CONTRACT)])),
    },
    carriers: { quote },
  };
  const caller = { tenantId: world.caller.tenantId, mode: 'test' as const };
  return calculateRates(deps, caller, { ...QUESTION, sources: ['contract', 'carrier'], ...changes });
}

describe('carriers’ own rates', () => {
  test('stand among the contracts’, the cheapest first, and say where they come from', async () => {
    await createContract(world.caller);
    const { rates, unavailable } = await ask(async () => [UPS, MYDHL]);
    expect(rates.map(({ source, total }) => `${source} ${total.amount}`)).toEqual(['carrier 10.50', 'contract 11.08']);
    expect(rates[0]).toEqual({
      source: 'carrier',
      carrierReference: 'UPS',
      serviceLevelReference: 'EXPRESS',
      total: { amount: '10.50', currency: 'EUR' },
      transitDays: { min: 1, max: 1 },
      physicalWeight: { value: 2.5, unit: 'kg' },
      lines: [
        { type: 'carrier', reference: 'base', amount: '9.50' },
        { type: 'carrier', reference: 'FUEL', amount: '1.00', description: 'Fuel surcharge' },
      ],
    });
    expect(unavailable).toEqual([{ source: 'carrier', ...MYDHL }]);
  });

  test('are asked for with what is sent, the caller’s mode and the filter, and only on request', async () => {
    const quote = vi.fn<CarrierRateSource['quote']>(async () => []);
    await ask(quote, { sources: ['contract'] });
    expect(quote).not.toHaveBeenCalled();
    const { rates } = await ask(quote, { sources: ['carrier'], carrierReference: 'UPS' });
    expect(rates).toEqual([]);
    const [tenantId, request, signal] = quote.mock.calls[0] ?? [];
    const { date, addresses, handlingUnits } = EXAMPLE_QUESTION;
    expect(tenantId).toBe(world.caller.tenantId);
    expect(request).toEqual({
      date,
      addresses,
      handlingUnits,
      carrierReference: 'UPS',
      mode: 'test',
    } as CarrierRateRequest);
    expect(signal?.aborted).toBe(false);
  });

  test('that fail take nothing from the contracts’', async () => {
    const { rates, unavailable } = await ask(async () => {
      throw new Error('connection reset');
    });
    expect(rates.map(({ source }) => source)).toEqual(['contract']);
    expect(unavailable).toMatchObject([{ source: 'carrier', reason: 'carrier-unavailable' }]);
  });

  test('that do not come are not waited for, even where the signal is overheard', async () => {
    const clock = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
    const { unavailable } = await ask(() => {
      clock.abort(new Error('late'));
      return wait(60_000, [UPS], { ref: false });
    });
    vi.restoreAllMocks();
    expect(unavailable).toMatchObject([{ reason: 'carrier-unavailable' }]);
  });

  test.each<[string, object]>([
    ['no currency', { total: { amount: '10.50', currency: 'XYZ' } }],
    ['no amount', { total: { amount: 'ten', currency: 'EUR' } }],
    ['a line of no amount', { lines: [{ reference: 'base', amount: '1e3' }] }],
  ])('that are none, with %s, are unavailable and not a price', async (_what, change) => {
    const { rates, unavailable } = await ask(async () => [{ ...UPS, ...change }], { sources: ['carrier'] });
    expect(rates).toEqual([]);
    expect(unavailable).toMatchObject([{ carrierReference: 'UPS', reason: 'carrier-answer-not-understood' }]);
  });

  test('in another currency are converted like the others', async () => {
    const rates = [{ currency: 'USD', rate: '1.25' }];
    await world.caller.put('/api/rates/v1/exchange-rates', { base: 'EUR', validFrom: '2026-01-01', rates });
    const answer = await ask(async () => [{ ...UPS, total: { amount: '12.50', currency: 'USD' } }], {
      sources: ['carrier'],
      currency: 'EUR',
    });
    expect(answer.rates).toMatchObject([
      { total: { amount: '10.00', currency: 'EUR' }, conversion: { amount: '12.50', currency: 'USD' } },
    ]);
  });
});

test('without a source of carriers’ rates, asking for them gives the contracts’ alone', async () => {
  const caller = await world.server.newCaller();
  await createContract(caller);
  const { rates } = await calculate(caller, { ...EXAMPLE_QUESTION, sources: ['contract', 'carrier'] });
  expect(rates.map(({ source }) => source)).toEqual(['contract']);
});
