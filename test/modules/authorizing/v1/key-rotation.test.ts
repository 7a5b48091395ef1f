import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problemOf, startTestApp, type TestApp } from '../../../harness/app.ts';
import {
  callerWithJwt,
  createSigningKey,
  type IdentityProvider,
  issuerConfig,
  type SigningKey,
  sendJson,
  startIdentityProvider,
} from '../../../harness/identity-provider.ts';
import { createTestDatabase } from '../../../harness.ts';

const ME = '/api/authorizing/v1/users/me';
const HOUR_MS = 3_600_000;
const FAR = Math.floor(Date.now() / 1000) + 10 * 24 * 3_600;

interface Place {
  provider: IdentityProvider;
  server: TestApp;
  tenantId: string;
  later: (ms: number) => void;
}
let started: AsyncDisposableStack;
let place: Place;

beforeEach(async () => {
  started = new AsyncDisposableStack();
  let offset = 0;
  const provider = started.use(await startIdentityProvider());
  const { connectionString } = started.use(await createTestDatabase());
  const config = { identity: { issuers: [issuerConfig(provider, { jwksUrl: provider.jwksUrl })] } };
  const clock = (): Date => new Date(Date.now() + offset);
  const server = started.use(await startTestApp({ connectionString, clock, config, background: false }));
  const { tenantId } = await server.newCaller();
  place = { provider, server, tenantId, later: (ms) => void (offset += ms) };
});
afterEach(() => started.disposeAsync());

/** A token that nobody has seen before. */
function freshToken(key?: SigningKey, claims: Record<string, unknown> = {}): Promise<string> {
  const usual = { tenant_id: place.tenantId, jti: randomUUID(), exp: FAR };
  return place.provider.token({ ...usual, ...claims }, key === undefined ? {} : { key });
}

async function answerTo(token: string): Promise<string> {
  const answer = await callerWithJwt(place.server, token).get(ME);
  return answer.status === 200 ? '200' : problemOf(answer);
}

test('reads the key set once for many tokens', async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => freshToken()));
  const answers = await Promise.all(tokens.map(answerTo));
  expect(new Set(answers)).toEqual(new Set(['200']));
  expect(place.provider.asked).toEqual(['/keys']);
});

test('takes a rotated key within 2 s of the first token that carries it, without refusing that token', async () => {
  expect(await answerTo(await freshToken())).toBe('200');
  const rotated = await createSigningKey();
  place.provider.keys = [rotated];
  const token = await freshToken(rotated);
  const before = performance.now();
  expect(await answerTo(token)).toBe('200');
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(place.provider.asked).toHaveLength(2);
});

test('takes a rotated key within 2 s even in a flood of keys that nobody has, which costs the issuer a fetch a second', async () => {
  expect(await answerTo(await freshToken())).toBe('200');
  const unknown = await createSigningKey();
  const before = performance.now();
  let stop = false;
  let refused = 0;
  const flood = Promise.all(
    Array.from({ length: 20 }, async () => {
      while (!stop) {
        expect(await answerTo(await freshToken({ ...unknown, kid: randomUUID() }))).toBe('401 unauthenticated');
        refused++;
      }
    }),
  );
  await vi.waitFor(() => expect(refused).toBeGreaterThan(20), { timeout: 10_000 });
  const rotated = await createSigningKey();
  place.provider.keys.push(rotated);
  const token = await freshToken(rotated);
  const begun = performance.now();
  expect(await answerTo(token)).toBe('200');
  expect(performance.now() - begun).toBeLessThan(2_000);
  stop = true;
  await flood;
  const seconds = (performance.now() - before) / 1000;
  expect(place.provider.asked.length).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
});

test('an old token under a retired key makes nobody ask for new keys', async () => {
  expect(await answerTo(await freshToken())).toBe('200');
  const retired = await createSigningKey();
  for (let count = 0; count < 5; count++) {
    expect(await answerTo(await freshToken(retired, { exp: Math.floor(Date.now() / 1000) - 60 }))).toBe(
      '401 unauthenticated',
    );
  }
  expect(place.provider.asked).toHaveLength(1);
});

test('a key that its issuer withdrew is refused from the next refresh on, also in tokens that were checked before', async () => {
  const token = await freshToken();
  expect(await answerTo(token)).toBe('200');
  place.provider.keys = [await createSigningKey()];
  place.later(6 * 60_000);
  await vi.waitFor(async () => expect(await answerTo(token)).toBe('401 unauthenticated'), { timeout: 5_000 });
});

const OUTAGES: [string, NonNullable<IdentityProvider['answer']>][] = [
  ['refuses connections', (_request, response) => response.destroy()],
  ['answers 503', (_request, response) => response.writeHead(503).end()],
  ['answers with a page', (_request, response) => response.end('<html>')],
  ['answers with JSON that is no key set', (_request, response) => sendJson(response, { keys: 'none' })],
];

describe.each(OUTAGES)('while the issuer %s', (_, answer) => {
  test('known keys go on for 24 hours, and then nobody is let in on their word', async () => {
    expect(await answerTo(await freshToken())).toBe('200');
    place.provider.answer = answer;
    for (const ms of [6 * 60_000, HOUR_MS, 22 * HOUR_MS]) {
      place.later(ms);
      expect(await answerTo(await freshToken())).toBe('200');
    }
    place.later(HOUR_MS);
    const answered = await callerWithJwt(place.server, await freshToken()).get(ME);
    expect(problemOf(answered)).toBe('503 identity-provider-unavailable');
    expect(answered.headers['retry-after']).toBe('5');
    place.provider.answer = undefined;
    expect(await answerTo(await freshToken())).toBe('200');
  });

  test('a key that nobody knows is 503 and not 401: it may be good', async () => {
    expect(await answerTo(await freshToken())).toBe('200');
    place.provider.answer = answer;
    expect(await answerTo(await freshToken(await createSigningKey()))).toBe('503 identity-provider-unavailable');
  });
});

test('an issuer that is slow to answer is waited for 3 s, while known keys are waited for by nobody', async () => {
  expect(await answerTo(await freshToken())).toBe('200');
  place.provider.answer = () => undefined;
  place.later(6 * 60_000);
  const begun = performance.now();
  expect(await answerTo(await freshToken())).toBe('200');
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(await answerTo(await freshToken(await createSigningKey()))).toBe('503 identity-provider-unavailable');
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('a key set that drips or never ends is given up', async () => {
  for (const chunk of [' ', ' '.repeat(64 * 1024)]) {
    place.provider.answer = (request, response) => {
      const dripping = setInterval(() => response.write(chunk), 5);
      request.socket.on('close', () => clearInterval(dripping));
    };
    expect(await answerTo(await freshToken())).toBe('503 identity-provider-unavailable');
  }
  place.provider.answer = undefined;
  await wait(0);
  expect(await answerTo(await freshToken())).toBe('200');
});

test('keys that cannot be used are passed over: secrets, other uses, keys that are none', async () => {
  const key = place.provider.keys[0] as SigningKey;
  place.provider.answer = (_request, response) =>
    sendJson(response, {
      keys: [
        { kty: 'oct', k: 'c2VjcmV0', kid: key.kid, alg: 'HS256' },
        { ...key.jwk, kid: 'for-encryption', use: 'enc' },
        { kty: 'EC', crv: 'P-256', kid: 'broken', x: 'AA', y: 'AA', alg: 'ES256' },
        key.jwk,
      ],
    });
  expect(await answerTo(await freshToken())).toBe('200');
  for (const kid of ['for-encryption', 'broken']) {
    expect(await answerTo(await freshToken({ ...key, kid }))).toBe('401 unauthenticated');
  }
});

describe('discovery', () => {
  test('says where the keys are, and is asked again when they are not there any more', async () => {
    await using discovering = await withDiscovery();
    expect(await discovering.answer()).toBe('200');
    expect(place.provider.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  test('of another issuer is not believed', async () => {
    place.provider.answer = (_request, response) =>
      sendJson(response, { issuer: 'https://elsewhere.example', jwks_uri: place.provider.jwksUrl });
    await using discovering = await withDiscovery();
    expect(await discovering.answer()).toBe('503 identity-provider-unavailable');
  });

  test('is not followed to where it redirects', async () => {
    place.provider.answer = (_request, response) => response.writeHead(302, { location: place.provider.jwksUrl }).end();
    await using discovering = await withDiscovery();
    expect(await discovering.answer()).toBe('503 identity-provider-unavailable');
  });

  async function withDiscovery() {
    const { connectionString = '' } = place.server.app.db.pool.options;
    const config = { identity: { issuers: [issuerConfig(place.provider)] } };
    const server = await startTestApp({ connectionString, config, background: false });
    return {
      answer: async () => {
        const answer = await callerWithJwt(server, await freshToken()).get(ME);
        return answer.status === 200 ? '200' : problemOf(answer);
      },
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  }
});
