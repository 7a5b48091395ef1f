import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { problemOf, startTestApp } from '../../../harness/app.ts';
import {
  callerWithJwt,
  createSigningKey,
  type IdentityProvider,
  issuerConfig,
  renamed,
  type SigningKey,
  sendJson,
  startIdentityProvider,
} from '../../../harness/identity-provider.ts';
import { createTestDatabase, type TestDatabase } from '../../../harness.ts';

const ME = '/api/authorizing/v1/users/me';
const UNAVAILABLE = '503 identity-provider-unavailable, again after 5 s';
const HOUR_MS = 3_600_000;
const FAR = Math.floor(Date.now() / 1000) + 10 * 24 * 3_600;

/** An issuer of its own, and a server that believes it. */
interface Place extends AsyncDisposable {
  provider: IdentityProvider;
  later: (ms: number) => void;
  /** A token that nobody has seen before. */
  freshToken(key?: SigningKey, claims?: Record<string, unknown>): Promise<string>;
  answerTo(token: string): Promise<string>;
}
/** Each test has its own tenant in it. */
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

async function startPlace({ discovery = false } = {}): Promise<Place> {
  await using started = new AsyncDisposableStack();
  let offset = 0;
  const provider = started.use(await startIdentityProvider());
  const issuer = issuerConfig(provider, discovery ? {} : { jwksUrl: provider.jwksUrl });
  const clock = (): Date => new Date(Date.now() + offset);
  const { connectionString } = database;
  const config = { identity: { issuers: [issuer] } };
  const server = started.use(await startTestApp({ connectionString, clock, config, background: false }));
  const { tenantId } = await server.newCaller();
  const running = started.move();
  return {
    provider,
    later: (ms) => void (offset += ms),
    freshToken: (key, claims = {}) => {
      const usual = { tenant_id: tenantId, jti: randomUUID(), exp: FAR };
      return provider.token({ ...usual, ...claims }, key === undefined ? {} : { key });
    },
    answerTo: async (token) => {
      const answer = await callerWithJwt(server, token).get(ME);
      if (answer.status === 200) return '200';
      const after = answer.headers['retry-after'];
      return `${problemOf(answer)}${after === undefined ? '' : `, again after ${after} s`}`;
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

test('reads the key set once for many tokens', async () => {
  await using place = await startPlace();
  const { provider, freshToken, answerTo } = place;
  const tokens = await Promise.all(Array.from({ length: 20 }, () => freshToken()));
  const answers = await Promise.all(tokens.map(answerTo));
  expect(new Set(answers)).toEqual(new Set(['200']));
  expect(provider.asked).toEqual(['/keys']);
});

test('takes a rotated key within 2 s of the first token that carries it, without refusing that token', async () => {
  await using place = await startPlace();
  const { provider, freshToken, answerTo } = place;
  expect(await answerTo(await freshToken())).toBe('200');
  const rotated = await createSigningKey();
  provider.keys = [rotated];
  const token = await freshToken(rotated);
  const before = performance.now();
  expect(await answerTo(token)).toBe('200');
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(provider.asked).toHaveLength(2);
});

test('takes a rotated key within 2 s even in a flood of keys that nobody has, which costs the issuer a fetch a second', async () => {
  await using place = await startPlace();
  const { provider, freshToken, answerTo } = place;
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
  provider.keys.push(rotated);
  const token = await freshToken(rotated);
  const begun = performance.now();
  expect(await answerTo(token)).toBe('200');
  expect(performance.now() - begun).toBeLessThan(2_000);
  stop = true;
  await flood;
  const seconds = (performance.now() - before) / 1000;
  expect(provider.asked.length).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
});

describe.each<[string, string | undefined]>([
  ['without a name', undefined],
  ['under the name of the former one', 'the-key'],
])('a new key %s', (_, kid) => {
  const nextKey = async (): Promise<SigningKey> => renamed(await createSigningKey(), kid);

  test('is taken within 2 s of the first token that carries it, without refusing that token', async () => {
    await using place = await startPlace();
    const { provider, freshToken, answerTo } = place;
    const former = await nextKey();
    provider.keys = [former];
    const early = await freshToken();
    expect(await answerTo(early)).toBe('200');
    const rotated = await nextKey();
    provider.keys = [rotated];
    const token = await freshToken(rotated);
    const before = performance.now();
    expect(await answerTo(token)).toBe('200');
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(provider.asked).toHaveLength(2);
    // The former key is withdrawn by that, also for tokens that were checked before.
    expect(await answerTo(early)).toBe('401 unauthenticated');
  });

  test('works beside the former one, whatever the order of the two', async () => {
    await using place = await startPlace();
    const { provider, freshToken, answerTo } = place;
    provider.keys = [await nextKey(), await nextKey()];
    for (const key of provider.keys) expect(await answerTo(await freshToken(key))).toBe('200');
    expect(provider.asked).toHaveLength(1);
  });

  test('is taken within 2 s in a flood of bad signatures, which costs the issuer a fetch a second and holds up no good token', async () => {
    await using place = await startPlace();
    const { provider, freshToken, answerTo } = place;
    provider.keys = [await nextKey()];
    expect(await answerTo(await freshToken())).toBe('200');
    const invented = await nextKey();
    const before = performance.now();
    let stop = false;
    let refused = 0;
    const flood = Promise.all(
      Array.from({ length: 20 }, async () => {
        while (!stop) {
          expect(await answerTo(await freshToken(invented))).toBe('401 unauthenticated');
          refused++;
        }
      }),
    );
    await vi.waitFor(() => expect(refused).toBeGreaterThan(20), { timeout: 10_000 });
    const asked = provider.asked.length;
    for (let count = 0; count < 20; count++) expect(await answerTo(await freshToken())).toBe('200');
    expect(provider.asked.length - asked).toBeLessThanOrEqual(2);
    const rotated = await nextKey();
    provider.keys.push(rotated);
    const token = await freshToken(rotated);
    const begun = performance.now();
    expect(await answerTo(token)).toBe('200');
    expect(performance.now() - begun).toBeLessThan(2_000);
    stop = true;
    await flood;
    const seconds = (performance.now() - before) / 1000;
    expect(provider.asked.length).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
  });
});

test('a set of more keys than anybody has costs a few checks, and an issuer that is away makes a bad signature 503: it may be good', async () => {
  await using place = await startPlace();
  const { provider, freshToken, answerTo } = place;
  const keys = await Promise.all(Array.from({ length: 9 }, async () => renamed(await createSigningKey())));
  provider.keys = keys;
  expect(await answerTo(await freshToken(keys[7]))).toBe('200');
  expect(await answerTo(await freshToken(keys[8]))).toBe('401 unauthenticated');
  provider.answer = (_request, response) => response.writeHead(503).end();
  expect(await answerTo(await freshToken(renamed(await createSigningKey())))).toBe(UNAVAILABLE);
});

test.concurrent('an old token under a retired key makes nobody ask for new keys', async () => {
  await using place = await startPlace();
  const { provider, freshToken, answerTo } = place;
  expect(await answerTo(await freshToken())).toBe('200');
  const retired = await createSigningKey();
  for (let count = 0; count < 5; count++) {
    expect(await answerTo(await freshToken(retired, { exp: Math.floor(Date.now() / 1000) - 60 }))).toBe(
      '401 unauthenticated',
    );
  }
  expect(provider.asked).toHaveLength(1);
});

test.concurrent('a key that its issuer withdrew is refused from the next refresh on, also in tokens that were checked before', async () => {
  await using place = await startPlace();
  const { provider, later, freshToken, answerTo } = place;
  const token = await freshToken();
  expect(await answerTo(token)).toBe('200');
  provider.keys = [await createSigningKey()];
  later(6 * 60_000);
  await vi.waitFor(async () => expect(await answerTo(token)).toBe('401 unauthenticated'), { timeout: 20_000 });
});

const OUTAGES: [string, NonNullable<IdentityProvider['answer']>][] = [
  ['refuses connections', (_request, response) => response.destroy()],
  ['answers 503', (_request, response) => response.writeHead(503).end()],
  ['answers with a page', (_request, response) => response.end('<html>')],
  ['answers with JSON that is no key set', (_request, response) => sendJson(response, { keys: 'none' })],
];

describe.concurrent.each(OUTAGES)('while the issuer %s', (_, answer) => {
  test('known keys go on for 24 hours, and then nobody is let in on their word', async () => {
    await using place = await startPlace();
    const { provider, later, freshToken, answerTo } = place;
    expect(await answerTo(await freshToken())).toBe('200');
    provider.answer = answer;
    for (const ms of [6 * 60_000, HOUR_MS, 22 * HOUR_MS]) {
      later(ms);
      expect(await answerTo(await freshToken())).toBe('200');
    }
    later(HOUR_MS);
    expect(await answerTo(await freshToken())).toBe(UNAVAILABLE);
    provider.answer = undefined;
    expect(await answerTo(await freshToken())).toBe('200');
  });

  test('a key that nobody knows is 503 and not 401: it may be good', async () => {
    await using place = await startPlace();
    const { provider, freshToken, answerTo } = place;
    expect(await answerTo(await freshToken())).toBe('200');
    provider.answer = answer;
    expect(await answerTo(await freshToken(await createSigningKey()))).toBe(UNAVAILABLE);
  });
});

test('an issuer that is slow to answer is waited for 3 s, while known keys are waited for by nobody', async () => {
  await using place = await startPlace();
  const { provider, later, freshToken, answerTo } = place;
  expect(await answerTo(await freshToken())).toBe('200');
  provider.answer = () => undefined;
  later(6 * 60_000);
  const begun = performance.now();
  expect(await answerTo(await freshToken())).toBe('200');
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(await answerTo(await freshToken(await createSigningKey()))).toBe(UNAVAILABLE);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test.concurrent('a key set that drips or never ends is given up', async () => {
  await using place = await startPlace();
  const { provider, freshToken, answerTo } = place;
  for (const chunk of [' ', ' '.repeat(64 * 1024)]) {
    provider.answer = (request, response) => {
      const dripping = setInterval(() => response.write(chunk), 5);
      request.socket.on('close', () => clearInterval(dripping));
    };
    expect(await answerTo(await freshToken())).toBe(UNAVAILABLE);
  }
  provider.answer = undefined;
  await wait(0);
  expect(await answerTo(await freshToken())).toBe('200');
});

test.concurrent('keys that cannot be used are passed over: secrets, other uses, keys that are none', async () => {
  await using place = await startPlace();
  const { provider, freshToken, answerTo } = place;
  const key = provider.keys[0] as SigningKey;
  provider.answer = (_request, response) =>
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

describe.concurrent('discovery', () => {
  test('says where the keys are, and is asked again when they are not there any more', async () => {
    await using place = await startPlace({ discovery: true });
    const { provider, freshToken, answerTo } = place;

    expect(await answerTo(await freshToken())).toBe('200');
    expect(provider.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  test('of another issuer is not believed', async () => {
    await using place = await startPlace({ discovery: true });
    const { provider, freshToken, answerTo } = place;
    provider.answer = (_request, response) =>
      sendJson(response, { issuer: 'https://elsewhere.example', jwks_uri: provider.jwksUrl });

    expect(await answerTo(await freshToken())).toBe(UNAVAILABLE);
  });

  test('is not followed to where it redirects', async () => {
    await using place = await startPlace({ discovery: true });
    const { provider, freshToken, answerTo } = place;
    provider.answer = (_request, response) => response.writeHead(302, { location: provider.jwksUrl }).end();

    expect(await answerTo(await freshToken())).toBe(UNAVAILABLE);
  });
});
