import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAppForDocuments } from '../../src/app.ts';
import { AUTHENTICATED, BUILT_IN_GROUPS, PERMISSIONS } from '../../src/modules/authorizing/permissions.ts';
import { createHttpServer } from '../../src/platform/http-server.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { openApiDocuments } from '../../src/platform/openapi.ts';

interface Documented {
  name: string;
  permission: unknown;
  security: unknown;
}

let app: FastifyInstance;
let operations: Documented[];

beforeAll(async () => {
  app = await createAppForDocuments();
  await app.ready();
  operations = Object.values(openApiDocuments(app)).flatMap((document) => {
    const { paths, security } = document as {
      paths: Record<string, Record<string, Record<string, unknown>>>;
      security: unknown;
    };
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method} ${path}`,
        permission: operation['x-permission'],
        security: operation['security'] ?? security,
      })),
    );
  });
});
afterAll(() => app.close());

test('every operation of every document says which permission it needs, and it is one that there is', () => {
  const known: readonly unknown[] = [...PERMISSIONS, AUTHENTICATED];
  expect(operations.length).toBeGreaterThan(20);
  expect(operations.filter(({ permission }) => !known.includes(permission))).toEqual([]);
  expect(operations.filter(({ security }) => JSON.stringify(security) !== '[{"apiKey":[]},{"bearer":[]}]')).toEqual([]);
});

test('every permission is asked for by some operation', () => {
  // Asked for by oms.v1.InventoryService and PaymentService, which are not in these documents.
  const asked = new Set<unknown>(['oms.internal', ...operations.map(({ permission }) => permission)]);
  expect(PERMISSIONS.filter((permission) => !asked.has(permission))).toEqual([]);
});

test('reading asks for a permission to read, and changing for another', () => {
  for (const { name, permission } of operations.filter((one) => one.permission !== AUTHENTICATED)) {
    expect(String(permission).endsWith(':read'), name).toBe(name.startsWith('get '));
  }
});

test('only an administrator has every permission', () => {
  const whole = Object.entries(BUILT_IN_GROUPS).filter(
    ([, { permissions }]) => permissions.length === PERMISSIONS.length,
  );
  expect(whole.map(([reference]) => reference)).toEqual(['admin']);
});

describe('a server', () => {
  const create = async () => {
    return createHttpServer({
      isStopping: () => false,
      log: createLogger('silent'),
      config: { problemBaseUrl: 'https://problems.test', corsOrigins: [] },
      metrics: createMetrics(),
      admit: vi.fn(),
    });
  };

  test.each([
    ['GET', {}],
    ['POST', { schema: {}, config: {} }],
    ['PUT', { schema: { hide: true } }],
    ['DELETE', { config: { rateLimitClass: 'exempt' } }],
  ] as const)('does not start with a route that declares no permission: %s %o', async (method, options) => {
    const server = await create();
    const route = { method, url: '/things', handler: async () => ({}) };
    expect(() => server.route({ ...route, ...options })).toThrow('/things declares no permission');
    expect(() => server.route({ ...route, url: '/others', config: { permission: 'things:read' } })).not.toThrow();
    await server.close();
  });
});
