import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Carrier } from '../../../../src/modules/shipping/carriers/carrier.ts';
import { createCarrierHttpFor } from '../../../../src/modules/shipping/carriers/http/create-http.ts';
import { type CarrierRegistry, createCarrierRegistry } from '../../../../src/modules/shipping/carriers/registry.ts';
import type { ShippingDeps } from '../../../../src/modules/shipping/deps.ts';
import { cancelShipment, resetShipment } from '../../../../src/modules/shipping/end-booking.ts';
import { orderShipment } from '../../../../src/modules/shipping/order-shipment.ts';
import { createLogger } from '../../../../src/platform/logger.ts';
import { createMetrics } from '../../../../src/platform/metrics.ts';
import { runAsSystem } from '../../../../src/platform/request-context.ts';
import { createSecretBox } from '../../../../src/platform/secret-box.ts';
import { type Caller, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);
const sandboxToken = async (): Promise<Caller> => {
  const { tenantId } = world.caller;
  const apiKey = await world.server.app.authorizing.createToken({
    tenantId,
    name: 'test',
    mode: 'test',
    permissionGroups: ['admin'],
  });
  return world.server.callerWith(tenantId, apiKey);
};

test('a test token ships with the sandbox, from the first to the last step', async () => {
  const caller = await sandboxToken();
  const { id } = await caller.orderedShipment();
  expect((await caller.put(`${SHIPMENTS}/${id}/reset`)).body.status).toBe('Created');
  expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
});

describe('with a live carrier', () => {
  const calls: string[] = [];
  let deps: ShippingDeps;
  beforeAll(() => {
    const { db } = world.server.app;
    const clock = (): Date => new Date();
    const registry = createCarrierRegistry({ pool: db.pool, clock });
    const { sandbox } = registry;
    // As the sandbox, but for what it is: the smallest live carrier.
    const live: Carrier = {
      ...sandbox,
      isSandbox: false,
      book: (...call) => {
        calls.push('book');
        return sandbox.book(...call);
      },
      cancel: (...call) => {
        calls.push('cancel');
        return sandbox.cancel(...call);
      },
    };
    const carriers: CarrierRegistry = { ...registry, sandbox: live };
    const metrics = createMetrics();
    deps = {
      db,
      clock,
      log: createLogger('silent'),
      secretBox: createSecretBox(Buffer.alloc(32, 7)),
      carriers,
      carrierHttpFor: createCarrierHttpFor({ clock, metrics }),
      metrics,
      carrierOrigins: [],
      rates: { priceBooking: async () => undefined },
    };
  });
  afterAll(() => calls.splice(0));

  const as = (mode: 'live' | 'test') => ({ tenantId: world.caller.tenantId, mode });

  test('a test token books nothing: 403, and the shipment stays Created', async () => {
    const { id } = await world.caller.createShipment();
    await expect(runAsSystem('test', () => orderShipment(deps, as('test'), id))).rejects.toMatchObject({
      type: 'test-token-live-carrier',
      status: 403,
      extensions: { carrier: 'DHLPX' },
    });
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({ status: 'Created', version: 1 });
    expect(calls).toEqual([]);
    expect(await runAsSystem('test', () => orderShipment(deps, as('live'), id))).toMatchObject({ status: 'Accepted' });
    expect(calls).toEqual(['book']);
  });

  test.each([
    ['cancels', cancelShipment],
    ['resets', resetShipment],
  ])('a test token %s no booking: 403, and it stays Accepted', async (_, end) => {
    const { id } = await world.caller.orderedShipment();
    calls.splice(0);
    await expect(runAsSystem('test', () => end(deps, as('test'), id))).rejects.toMatchObject({
      type: 'test-token-live-carrier',
    });
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
    expect(calls).toEqual([]);
    await runAsSystem('test', () => end(deps, as('live'), id));
    expect(calls).toEqual(['cancel']);
  });

  test('a test token may cancel what no carrier knows of', async () => {
    const { id } = await world.caller.createShipment();
    expect(await runAsSystem('test', () => cancelShipment(deps, as('test'), id))).toMatchObject({ status: 'Canceled' });
  });
});
