import { describe, expect, expectTypeOf, test } from 'vitest';
import { createApiClient as createAuthorizingClient } from '../../client/src/authorizing.ts';
import { createApiClient as createHooksClient } from '../../client/src/hooks.ts';
import { createApiClient as createOrdersClient } from '../../client/src/orders.ts';
import { createApiClient as createRatesClient } from '../../client/src/rates.ts';
import { createApiClient as createShippingClient } from '../../client/src/shipping.ts';

// What a front-end writes. The types are checked by `npm run check:types`, which compiles this file; what is sent, here.

const sent: Request[] = [];
const options = {
  baseUrl: 'https://tms.test',
  fetch: async (request: Request): Promise<Response> => {
    sent.push(request);
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  },
};
const authorizing = createAuthorizingClient(options);
const hooks = createHooksClient(options);
const orders = createOrdersClient(options);
const rates = createRatesClient(options);
const shipping = createShippingClient(options);

const path = { id: '01890a5d-ac96-774b-bcce-b302099a8057' };
const params = { path };

/** The path and query of what was sent last. */
const asked = (): string => sent.at(-1)?.url.replace(options.baseUrl, '') ?? '';

describe('a list', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['/api/authorizing/v1/audit-events', () => authorizing.GET('/api/authorizing/v1/audit-events')],
    ['/api/authorizing/v1/permission-groups', () => authorizing.GET('/api/authorizing/v1/permission-groups')],
    ['/api/authorizing/v1/tokens', () => authorizing.GET('/api/authorizing/v1/tokens')],
    ['/api/authorizing/v1/users', () => authorizing.GET('/api/authorizing/v1/users')],
    ['/api/hooks/v1/event-types', () => hooks.GET('/api/hooks/v1/event-types')],
    ['/api/hooks/v1/webhooks', () => hooks.GET('/api/hooks/v1/webhooks')],
    [
      `/api/hooks/v1/webhooks/${path.id}/deliveries`,
      () => hooks.GET('/api/hooks/v1/webhooks/{id}/deliveries', { params }),
    ],
    ['/v1/orders', () => orders.GET('/v1/orders')],
    ['/api/rates/v1/contracts', () => rates.GET('/api/rates/v1/contracts')],
    ['/api/rates/v1/exchange-rates', () => rates.GET('/api/rates/v1/exchange-rates')],
    ['/api/shipping/v2/carrier-profiles', () => shipping.GET('/api/shipping/v2/carrier-profiles')],
    ['/api/shipping/v2/consignments', () => shipping.GET('/api/shipping/v2/consignments')],
    ['/api/shipping/v2/sandbox-bookings', () => shipping.GET('/api/shipping/v2/sandbox-bookings')],
    ['/api/shipping/v2/shipments', () => shipping.GET('/api/shipping/v2/shipments')],
    [
      `/api/shipping/v2/shipments/${path.id}/carrier-calls`,
      () => shipping.GET('/api/shipping/v2/shipments/{id}/carrier-calls', { params }),
    ],
    [
      `/api/shipping/v2/shipments/${path.id}/documents`,
      () => shipping.GET('/api/shipping/v2/shipments/{id}/documents', { params }),
    ],
    [
      `/api/shipping/v2/shipments/${path.id}/tracking-events`,
      () => shipping.GET('/api/shipping/v2/shipments/{id}/tracking-events', { params }),
    ],
  ])('%s is asked for without a query', async (place, ask) => {
    await ask();
    expect(asked()).toBe(place);
  });

  test('is asked for with one filter', async () => {
    await shipping.GET('/api/shipping/v2/shipments', { params: { query: { status: ['Created', 'Ordered'] } } });
    expect(asked()).toBe('/api/shipping/v2/shipments?status=Created&status=Ordered');
    await authorizing.GET('/api/authorizing/v1/tokens', { params: { query: { mode: 'test' } } });
    expect(asked()).toBe('/api/authorizing/v1/tokens?mode=test');
  });
});

describe('a file', () => {
  test('of labels is a Blob, with nothing chosen', async () => {
    const { data } = await shipping.GET('/api/shipping/v2/shipments/{id}/labels', { params, parseAs: 'blob' });
    expectTypeOf(data).toEqualTypeOf<Blob | undefined>();
    expect(data).toBeInstanceOf(Blob);
  });

  test('of prices is a text, with nothing chosen', async () => {
    const { data } = await rates.GET('/api/rates/v1/contracts/{id}/service-levels/{serviceLevelReference}/prices', {
      params: { path: { ...path, serviceLevelReference: 'EXPRESS' } },
      parseAs: 'text',
    });
    expectTypeOf(data).toEqualTypeOf<string | undefined>();
    expect(data).toBe('{}');
  });
});

describe('a header', () => {
  test('of a change is named as its standard has it', async () => {
    await shipping.PUT('/api/shipping/v2/shipments/{id}/order', {
      params: { path, header: { 'If-Match': '"3"', 'Idempotency-Key': 'f3a6c1de' } },
    });
    expect(sent.at(-1)?.headers.get('if-match')).toBe('"3"');
    expect(sent.at(-1)?.headers.get('idempotency-key')).toBe('f3a6c1de');
    await orders.POST('/v1/orders/{id}:cancel', { params: { path, header: { 'If-Match': '"3"' } }, body: {} });
    expect(sent.at(-1)?.headers.get('if-match')).toBe('"3"');
  });

  test('asks only for what has changed', async () => {
    await shipping.GET('/api/shipping/v2/shipments/{id}', { params: { path, header: { 'If-None-Match': '"3"' } } });
    expect(sent.at(-1)?.headers.get('if-none-match')).toBe('"3"');
  });
});
