import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { type IssuerConfig, SIGNATURE_ALGORITHMS } from '../../../../src/platform/identity-config.ts';
import { problemOf, startTestApp, type TestApp, useTestApp } from '../../../harness/app.ts';
import {
  AUDIENCE,
  callerWithJwt,
  createSigningKey,
  type IdentityProvider,
  issuerConfig,
  type SigningKey,
  startIdentityProvider,
} from '../../../harness/identity-provider.ts';
import { createTestDatabase } from '../../../harness.ts';

const ME = '/api/authorizing/v1/users/me';
const provider = await startIdentityProvider();
const strict = await startIdentityProvider('RS256');
const keys: SigningKey[] = await Promise.all(SIGNATURE_ALGORITHMS.map((alg) => createSigningKey(alg)));
provider.keys.push(...keys);
afterAll(() => Promise.all([provider[Symbol.asyncDispose](), strict[Symbol.asyncDispose]()]));

const issuers = [issuerConfig(provider), issuerConfig(strict, { algorithms: ['RS256'], jwksUrl: strict.jwksUrl })];
const world = useTestApp(createTestDatabase, { config: { identity: { issuers } } });

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** What a request with this token is answered: 200, or the problem. */
async function answerTo(token: string): Promise<string> {
  const answer = await callerWithJwt(world.server, token).get(ME);
  return answer.status === 200 ? '200' : problemOf(answer);
}

const tokenOf = (claims: Record<string, unknown> = {}, options: Parameters<IdentityProvider['token']>[1] = {}) =>
  provider.token({ tenant_id: world.caller.tenantId, ...claims }, options);

describe('is let in', () => {
  test.each(keys)('signed with $alg', async (key) => {
    expect(await answerTo(await tokenOf({}, { key }))).toBe('200');
  });

  test.each([
    ['as an access token', {}, { typ: 'at+jwt' }],
    ['without a type', {}, { typ: undefined }],
    ['for several audiences', { aud: ['other', AUDIENCE] }, {}],
    ['expired for less than the tolerance', { exp: nowSeconds() - 10 }, {}],
    ['not valid for some seconds yet, within the tolerance', { nbf: nowSeconds() + 20 }, {}],
    ['issued in a near future, within the tolerance', { iat: nowSeconds() + 20 }, {}],
    ['without iat and nbf', { iat: undefined }, {}],
  ])('%s', async (_, claims, header) => {
    expect(await answerTo(await tokenOf(claims, { header }))).toBe('200');
  });

  test('without a kid, when only one key fits', async () => {
    const token = await strict.token({ tenant_id: world.caller.tenantId }, { header: { kid: undefined } });
    expect(await answerTo(token)).toBe('200');
  });
});

describe('is refused', () => {
  test.each([
    ['without exp', { exp: undefined }, {}],
    ['without sub', { sub: undefined }, {}],
    ['without aud', { aud: undefined }, {}],
    ['without iss', { iss: undefined }, {}],
    ['with an exp that is no number', { exp: String(nowSeconds() + 600) }, {}],
    ['with an iat that is no number', { iat: 'now' }, {}],
    ['with an empty sub', { sub: '' }, {}],
    ['with a sub that is no text', { sub: 7 }, {}],
    ['with a NUL in its sub', { sub: 'some\u0000one' }, {}],
    ['with half a surrogate pair in its sub', { sub: '\ud800' }, {}],
    ['with a sub of 300 characters', { sub: 'a'.repeat(300) }, {}],
    ['from another issuer', { iss: 'https://elsewhere.example' }, {}],
    ['from an issuer whose name only begins the same', { iss: `${provider.issuer}/` }, {}],
    ['for another audience', { aud: 'other' }, {}],
    ['expired', { exp: nowSeconds() - 31 }, {}],
    ['not valid yet', { nbf: nowSeconds() + 60 }, {}],
    ['issued in the future', { iat: nowSeconds() + 60 }, {}],
    ['made for another purpose', {}, { typ: 'logout+jwt' }],
    ['with a type that is no text', {}, { typ: 7 }],
    ['with a critical header that nobody here knows', {}, { crit: ['x-new'], 'x-new': 1 }],
  ])('%s', async (_, claims, header) => {
    expect(await answerTo(await tokenOf(claims, { header: header as Record<string, unknown> }))).toBe(
      '401 unauthenticated',
    );
  });

  test('with an algorithm that its issuer is not configured for, though the key set has such a key', async () => {
    const key = await createSigningKey('ES256');
    strict.keys.push(key);
    const token = await strict.token({ tenant_id: world.caller.tenantId }, { key });
    expect(await answerTo(token)).toBe('401 unauthenticated');
  });

  test('signed by another issuer that is believed too', async () => {
    const [key] = strict.keys;
    expect(await answerTo(await tokenOf({}, { key: key as SigningKey }))).toBe('401 unauthenticated');
  });

  test('signed with a key of the same name that is not the issuer’s', async () => {
    const forged = await createSigningKey('ES256');
    const { kid = '' } = provider.keys[0] as SigningKey;
    expect(await answerTo(await tokenOf({}, { key: { ...forged, kid } }))).toBe('401 unauthenticated');
  });

  test('with the key that should check it in its own header', async () => {
    const forged = await createSigningKey('ES256');
    const header = { jwk: await exportJWK(forged.publicKey), kid: undefined };
    expect(await answerTo(await tokenOf({}, { key: forged, header }))).toBe('401 unauthenticated');
  });

  test('unsigned, as "none" in any spelling', async () => {
    const [, payload] = (await tokenOf()).split('.');
    for (const alg of ['none', 'None', 'NONE', '']) {
      const header = Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url');
      for (const signature of ['', 'AA'])
        expect(await answerTo(`${header}.${payload}.${signature}`)).toBe('401 unauthenticated');
    }
  });

  test('signed with HS256 and the public key as the secret', async () => {
    const key = strict.keys[0] as SigningKey;
    const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: key.kid })).toString('base64url');
    const [, payload] = (await strict.token({ tenant_id: world.caller.tenantId })).split('.');
    for (const secret of [await exportSPKI(key.publicKey), JSON.stringify(key.jwk)]) {
      const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
      expect(await answerTo(`${header}.${payload}.${signature}`)).toBe('401 unauthenticated');
    }
  });

  test('changed in any part', async () => {
    const parts = (await tokenOf()).split('.');
    for (const [index, part] of parts.entries()) {
      const middle = Math.floor(part.length / 2);
      const changed = part.slice(0, middle) + (part[middle] === 'A' ? 'B' : 'A') + part.slice(middle + 1);
      expect(await answerTo(parts.with(index, changed).join('.'))).toBe('401 unauthenticated');
    }
  });

  test.each([
    'x',
    '..',
    'a.b',
    'a.b.c',
    'a.b.c.d',
    `e30.e30.${'A'.repeat(11_000)}`,
    'bnVsbA.bnVsbA.AA',
    'W10.W10.AA',
    'e30.e30.',
  ])('as the text %.20s', async (text) => {
    expect(await answerTo(text)).toBe('401 unauthenticated');
  });

  test('as a Bearer that is an API key, and an API key that is a JWT', async () => {
    const asBearer = await world.server.anonymous.get(ME).set('authorization', `Bearer ${world.caller.apiKey}`);
    expect(problemOf(asBearer)).toBe('401 unauthenticated');
    expect(asBearer.body.detail).toContain('Authorization: ApiKey sk_live_');
    const answer = await world.server.anonymous.get(ME).set('authorization', `ApiKey ${await tokenOf()}`);
    expect(problemOf(answer)).toBe('401 unauthenticated');
    expect(answer.headers['www-authenticate']).toBe('ApiKey realm="viya", Bearer realm="viya"');
  });
});

describe('the tenant', () => {
  test('is 403 unknown-tenant when the token names none, one that is not there, or none that could be', async () => {
    for (const tenant of [undefined, '01890a5d-ac96-774b-bcce-b302099a8057', 'acme', 7, null]) {
      expect(await answerTo(await tokenOf({ tenant_id: tenant }))).toBe('403 unknown-tenant');
    }
  });

  test('is found by a path, and by a name with dots in it', async () => {
    const { issuer } = provider;
    const { tenantId } = world.caller;
    const claims = { tenant_id: undefined, viya: { tenant: tenantId }, 'https://viya.example/tenant': tenantId };
    for (const tenantClaim of ['viya.tenant', 'https://viya.example/tenant']) {
      await using other = await appWith([issuerConfig({ issuer }, { tenantClaim })]);
      const answer = await callerWithJwt(other, await provider.token(claims)).get(ME);
      expect(answer.body.tenant.id).toBe(tenantId);
    }
  });

  test('of an issuer that belongs to one tenant is that one, whatever the token says', async () => {
    const other = await world.server.newCaller('Other');
    await using own = await appWith([issuerConfig(provider, { tenantId: other.tenantId })]);
    const answer = await callerWithJwt(own, await tokenOf({ tenant_id: world.caller.tenantId })).get(ME);
    expect(answer.body.tenant).toEqual({ id: other.tenantId, name: 'Other' });
  });
});

/** Another replica on the same database, with issuers of its own. */
function appWith(others: IssuerConfig[]): Promise<TestApp> {
  const { connectionString = '' } = world.server.app.db.pool.options;
  return startTestApp({ connectionString, background: false, config: { identity: { issuers: others } } });
}
