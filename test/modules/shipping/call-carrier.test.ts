import { expect, test, vi } from 'vitest';
import { untilCallsAreOver } from '../../../src/modules/shipping/booking-jobs.ts';
import { callCarrier } from '../../../src/modules/shipping/call-carrier.ts';
import type { CarrierProfile } from '../../../src/modules/shipping/carrier-profile.ts';
import type { CarrierContext } from '../../../src/modules/shipping/carriers/carrier.ts';
import { CarrierNotReached, CarrierOutcomeUnknown } from '../../../src/modules/shipping/carriers/carrier-outcome.ts';
import { createCarrierHttpFor } from '../../../src/modules/shipping/carriers/http/create-http.ts';
import { createCarrierRegistry } from '../../../src/modules/shipping/carriers/registry.ts';
import { openDatabase } from '../../../src/platform/database.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { createSecretBox } from '../../../src/platform/secret-box.ts';
import { EXAMPLE_SHIPMENT } from '../../harness.ts';

const START = new Date('2026-01-20T10:30:00Z');
const serviceLevel = { reference: 'DFY-B2C', name: 'Delivered for you', productCode: '01' };
const profile: CarrierProfile = {
  tenantId: '0190a0a0-0000-7000-8000-000000000001',
  id: '0190a0a0-0000-7000-8000-000000000002',
  reference: 'DHLPX',
  name: 'Sandbox',
  carrier: 'sandbox',
  serviceLevels: [serviceLevel],
  countries: [],
  environment: 'test',
  labelFormat: 'pdf',
  settings: {},
  bookingTimeoutMs: 5_000,
  quoteTimeoutMs: 3_000,
  version: 1,
  createdOn: START,
  updatedOn: START,
};

/** Nothing here asks it anything: no call is made that would be recorded. */
const db = openDatabase({ connectionString: 'postgresql://nowhere.invalid/none', onError: () => undefined });
const { handlingUnits: _units, ...EXAMPLE_CONTENT } = EXAMPLE_SHIPMENT;

/** Calls with a claim for one call that began some time ago. */
function callAfter<Answer>(waitedMs: number, call: (context: CarrierContext) => Promise<Answer>, changes = {}) {
  const clock = () => new Date(START.getTime() + waitedMs);
  const deps = {
    db,
    carriers: createCarrierRegistry({ pool: db.pool, clock }),
    carrierHttpFor: createCarrierHttpFor({ clock, metrics: createMetrics() }),
    secretBox: createSecretBox(Buffer.alloc(32, 7)),
    clock,
    log: createLogger('silent'),
  };
  const consignment = { id: profile.id, bookingReference: 'VY-1', calledUntil: untilCallsAreOver(profile, START, 1) };
  const shipment = { id: profile.id, content: EXAMPLE_CONTENT };
  const terms = { profile: { ...profile, ...changes }, serviceLevel, consignment, shipment };
  return callCarrier(deps, terms, (_carrier, context) => call(context));
}

test.each([
  [0, 5_000],
  [4_000, 1_000],
  [4_999, 1],
])('a call that begins %i ms into its claim has %i ms', async (waitedMs, leftMs) => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  try {
    expect(await callAfter(waitedMs, async () => 'answer')).toBe('answer');
    expect(timeout.mock.calls).toEqual([[leftMs]]);
  } finally {
    timeout.mockRestore();
  }
});

test('nothing is called when waiting has used the claim up', async () => {
  const call = vi.fn<() => Promise<void>>();
  await expect(callAfter(5_000, call)).rejects.toThrow(CarrierNotReached);
  expect(call).not.toHaveBeenCalled();
});

test('the signal aborts when the time is over', async () => {
  const aborted = callAfter(4_950, ({ signal }) => {
    const ended = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => ended.reject(signal.reason));
    return ended.promise;
  });
  await expect(aborted).rejects.toThrow(new CarrierOutcomeUnknown('DHLPX: no answer in time'));
});

test('whatever fails in a call leaves the outcome unknown, with its cause', async () => {
  const cause = new TypeError('not JSON');
  const failed = callAfter(0, () => Promise.reject(cause));
  await expect(failed).rejects.toMatchObject({
    name: 'CarrierOutcomeUnknown',
    message: 'DHLPX: the call failed',
    cause,
  });
});

test('credentials that cannot be opened are a carrier that was surely not asked', async () => {
  const call = vi.fn<() => Promise<void>>();
  const sealed = callAfter(0, call, { credentials: Buffer.from('sealed with another key, by all appearances') });
  const fault = await sealed.catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(CarrierNotReached);
  expect(fault).toMatchObject({
    message: 'the credentials of carrier profile DHLPX cannot be opened: give them anew',
  });
  expect(call).not.toHaveBeenCalled();
});
