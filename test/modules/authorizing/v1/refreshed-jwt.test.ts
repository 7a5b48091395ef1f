import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { useTestApp } from '../../../harness/app.ts';
import {
  callerWithJwt,
  createSigningKey,
  issuerConfig,
  startIdentityProvider,
} from '../../../harness/identity-provider.ts';
import { createTestDatabase } from '../../../harness.ts';

const ME = '/api/authorizing/v1/users/me';
const provider = await startIdentityProvider();
afterAll(() => provider[Symbol.asyncDispose]());

const world = useTestApp(createTestDatabase, {
  config: {
    identity: { issuers: [issuerConfig(provider, { jwksUrl: provider.jwksUrl })] },
    rateLimits: { read: 1e6, write: 1e6, bulk: 1e6, address: 50 },
  },
});

const freshToken = (claims: object = {}, options = {}) =>
  provider.token({ tenant_id: world.caller.tenantId, jti: randomUUID(), ...claims }, options);
const statusOf = async (token: string): Promise<number> => (await callerWithJwt(world.server, token).get(ME)).status;

test('a refreshed JWT of who was let in is let in while others guess at his address, and forgeries end in 429 asking neither database nor issuer', async () => {
  expect(await statusOf(await freshToken())).toBe(200);
  for (let guess = 0; guess < 60; guess++) await statusOf('not.a.token');
  expect(await statusOf('not.a.token')).toBe(429);

  for (let refreshed = 0; refreshed < 3; refreshed++) expect(await statusOf(await freshToken())).toBe(200);

  const asked = provider.asked.length;
  const queries = vi.spyOn(world.server.app.db.pool, 'query');
  const [key] = provider.keys;
  const forged = { ...(await createSigningKey()), ...(key?.kid === undefined ? {} : { kid: key.kid }) };
  const bad = [
    await freshToken({}, { key: forged }),
    await freshToken({}, { key: { ...forged, kid: randomUUID() } }),
    await freshToken({ exp: 1_000 }),
    await freshToken({ iss: 'https://elsewhere.example' }),
    // Good, but nobody has seen him.
    await freshToken({ sub: 'a stranger' }),
    await freshToken({ tenant_id: randomUUID() }),
  ];
  for (const token of bad) expect(await statusOf(token)).toBe(429);
  expect(queries).not.toHaveBeenCalled();
  expect(provider.asked).toHaveLength(asked);
});
