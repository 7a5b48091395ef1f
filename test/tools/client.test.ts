import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { ApiClient, createApiClient, type Shipment } from '../../client/src/shipping.ts';

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
