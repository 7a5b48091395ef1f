import { expect, test } from 'vitest';
import { problemOf, SHIPMENTS, useTestApp } from '../harness/app.ts';
import { createTestDatabase } from '../harness.ts';

const ME = '/api/authorizing/v1/users/me';
const world = useTestApp(createTestDatabase);

/** What proxies of many makes say to those behind them, as a client could say it too. */
const CLAIMED = [
  ...[
    'x-user',
    'x-user-id',
    'x-user-email',
    'x-username',
    'x-auth-user',
    'x-authenticated-user',
    'x-authenticated-userid',
  ],
  ...[
    'x-forwarded-user',
    'x-forwarded-email',
    'x-forwarded-groups',
    'x-forwarded-preferred-username',
    'x-forwarded-access-token',
  ],
  ...['x-auth-request-user', 'x-auth-request-email', 'x-auth-request-groups', 'x-auth-request-access-token'],
  ...[
    'x-tenant',
    'x-tenant-id',
    'x-account-id',
    'x-principal',
    'x-permissions',
    'x-permission-groups',
    'x-roles',
    'x-groups',
  ],
  ...['x-remote-user', 'remote-user', 'x-webauth-user', 'x-session', 'x-scopes'],
];

test('nothing that a client says of itself lets it in', async () => {
  const claims = Object.fromEntries(CLAIMED.map((name) => [name, world.caller.tenantId]));
  expect(problemOf(await world.server.anonymous.get(ME).set(claims))).toBe('401 unauthenticated');
});

test('nothing that a client says of itself makes it another', async () => {
  const other = await world.server.newCaller('Other');
  const { id } = await other.createShipment();
  const viewer = await world.server.callerIn(world.caller, 'viewer');
  for (const claim of [other.tenantId, 'admin']) {
    const claims = Object.fromEntries(CLAIMED.map((name) => [name, claim]));
    const { body } = await viewer.get(ME).set(claims);
    expect(body).toMatchObject({ tenant: { id: world.caller.tenantId }, permissionGroups: ['viewer'] });
    expect((await viewer.get(`${SHIPMENTS}/${id}`).set(claims)).status).toBe(404);
    expect(problemOf(await viewer.post(SHIPMENTS, {}).set(claims))).toBe('403 forbidden');
  }
});

test('such headers are gone before any route could look at them, and others are not', async () => {
  const { http } = world.server.app;
  const seen: string[] = [];
  http.server.prependOnceListener('request', (request: { headers: Record<string, string> }) => {
    // Looked at when the answer is on its way.
    setImmediate(() => seen.push(...Object.keys(request.headers)));
  });
  const claims = Object.fromEntries(CLAIMED.map((name) => [name, 'x']));
  await world.caller.get(ME).set({ ...claims, 'x-correlation-id': 'kept', 'x-forwarded-for': '203.0.113.7' });
  expect(seen).toContain('authorization');
  expect(seen).toContain('x-correlation-id');
  expect(seen).toContain('x-forwarded-for');
  expect(seen.filter((name) => CLAIMED.includes(name))).toEqual([]);
});
