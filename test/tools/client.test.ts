import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { ApiClient as AuthorizingClient, type PermissionGroupInput } from '../../client/src/authorizing.ts';
import type { Problem as OrderProblem } from '../../client/src/orders.ts';
import type { Calculation, Calculations, Problem as RatesProblem } from '../../client/src/rates.ts';
import { ApiClient, createApiClient, type Problem, type Shipment } from '../../client/src/shipping.ts';

// The types are checked by `npm run check:types`, which compiles this file.

const SHIPMENT = { id: '550e8400-e29b-41d4-a716-446655440000', status: 'Accepted' };
const PROBLEM = { type: 'https://viya.shipitsmarter.com/errors/not-found', title: 'Not Found', status: 404 };

let server: Server;
let baseUrl: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const found = request.url === `/api/shipping/v2/shipments/${SHIPMENT.id}`;
    response.writeHead(found ? 200 : 404, { 'content-type': `application/${found ? '' : 'problem+'}json` });
    response.end(JSON.stringify(found ? SHIPMENT : PROBLEM));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('reads a shipment as the specification shows', async () => {
  const client = createApiClient({ baseUrl });
  expectTypeOf(client).toEqualTypeOf(ApiClient);
  const shipment = await client.GET('/api/shipping/v2/shipments/{id}', { params: { path: { id: SHIPMENT.id } } });
  expectTypeOf(shipment.data).toEqualTypeOf<Shipment | undefined>();
  expectTypeOf(shipment.data?.status).toEqualTypeOf<
    'Created' | 'Ordered' | 'Accepted' | 'Declined' | 'Canceled' | 'Executed' | undefined
  >();
  expect(shipment.data?.status).toBe('Accepted');
});

test('gives a problem as `error`, typed', async () => {
  const { data, error, response } = await createApiClient({ baseUrl }).PUT('/api/shipping/v2/shipments/{id}/order', {
    params: { path: { id: SHIPMENT.id } },
  });
  expect(data).toBeUndefined();
  expect(response.status).toBe(404);
  expect(error).toEqual(PROBLEM);
  expectTypeOf(error?.type).toEqualTypeOf<string | undefined>();
});

test('knows what a problem tells, and tells it from an answer', async () => {
  const { error } = await createApiClient({ baseUrl }).PUT('/api/shipping/v2/shipments/{id}/order', {
    params: { path: { id: SHIPMENT.id } },
  });
  const told = error?.allowedTransitions?.map((transition) => `${transition} shipment`) ?? [];
  expect(told).toEqual([]);
  expectTypeOf<Problem['currentStatus']>().toEqualTypeOf<Shipment['status'] | undefined>();
  expectTypeOf<Problem['allowedTransitions']>().toEqualTypeOf<
    ('update' | 'order' | 'cancel' | 'reset')[] | undefined
  >();
  expectTypeOf<Problem['carrierErrorCode']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Problem['retryable']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<Problem['currentVersion']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Problem['availableServiceLevels']>().toEqualTypeOf<string[] | undefined>();
  expectTypeOf<NonNullable<RatesProblem['errors']>[number]['row']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<NonNullable<OrderProblem['currentStatus']>>().toExtend<string>();
  expectTypeOf<OrderProblem>().not.toHaveProperty('carrier');
});

test('tells the items of a batch apart', () => {
  const item = { date: '2026-01-20', rates: [], unavailable: [] } as Calculations['items'][number];
  if (!('rates' in item)) throw new Error(item.detail);
  expectTypeOf(item).toEqualTypeOf<Calculation>();
  expect(item.rates).toEqual([]);
});

test('takes a permission group back as it was read', async () => {
  const path = { reference: 'night-shift' };
  const { data } = await AuthorizingClient.GET('/api/authorizing/v1/permission-groups/{reference}', {
    baseUrl,
    params: { path },
  });
  if (data !== undefined) {
    const group: PermissionGroupInput = { ...data, name: 'Night shift' };
    expect(group.permissions).toEqual(data.permissions);
  }
  expect(data).toBeUndefined();
});
