import type { InjectOptions } from 'fastify';
import { expect, test, vi } from 'vitest';
import { createAdmit } from '../../src/platform/admit.ts';
import { DEFAULT_RATE_LIMITS } from '../../src/platform/config.ts';
import { createHttpServer, type HttpConfig, type HttpServer } from '../../src/platform/http-server.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createMetrics, type Metrics } from '../../src/platform/metrics.ts';
import type { Authenticate, Identify, Principal, RateLimits } from '../../src/platform/principal.ts';
import { ProblemError } from '../../src/platform/problem.ts';
import { createRateLimiter } from '../../src/platform/rate-limiter.ts';

const NOW = Date.parse('2026-01-20T10:30:07.400Z');
const LIMITS = { read: 5, write: 3, bulk: 2, address: 4 };

interface Gate extends AsyncDisposable {
  app: HttpServer;
  authenticate: ReturnType<typeof vi.fn<Authenticate>>;
  identify: ReturnType<typeof vi.fn<Identify>>;
  metrics: Metrics;
  /** Seconds pass. */
  advance(seconds: number): void;
  ask(path: string, options?: InjectOptions & { as?: string }): Promise<Answer>;
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** A server with one route of each class, where whoever says `Authorization: name` is that principal. */
async function openGate(
  { rateLimits = LIMITS, ...config }: Partial<HttpConfig & { rateLimits: typeof LIMITS }> = {},
  own: Record<string, Partial<RateLimits>> = {},
): Promise<Gate> {
  let now = NOW;
  const clock = (): Date => new Date(now);
  const metrics = createMetrics();
  const authenticate = vi.fn<Authenticate>((authorization) => {
    if (authorization === undefined || authorization === 'nobody') throw problem(401);
    if (authorization === 'inactive') throw problem(403);
    if (authorization === 'outage') throw problem(503);
    return principal(authorization, own[authorization]);
  });
  /** `alice:2` proves by itself that it is alice's. */
  const identify = vi.fn<Identify>(async (authorization) => /^(\w+):\d$/.exec(authorization ?? '')?.[1]);
  const app = await createHttpServer({
    isStopping: () => false,
    log: createLogger('silent'),
    config: { problemBaseUrl: 'https://problems.test', corsOrigins: [], ...config },
    metrics,
    admit: createAdmit({
      authenticate,
      identify,
      authorize: ({ permissions }, { permission }) => permissions.has(permission),
      limiter: createRateLimiter({ clock, redis: undefined, fallbacks: metrics.rateLimitFallbacks }),
      metrics,
      rateLimits,
      clock,
    }),
  });
  const answer = async (): Promise<object> => ({});
  const schema = {};
  app.get('/things', { schema, config: { permission: 'things:read' } }, answer);
  app.post('/things', { schema, config: { permission: 'things:write' } }, answer);
  app.post('/things/bulk', { schema, config: { permission: 'things:write', rateLimitClass: 'bulk' } }, answer);
  app.post('/things/search', { schema, config: { permission: 'things:read', rateLimitClass: 'read' } }, answer);
  app.get('/secrets', { schema, config: { permission: 'secrets:read' } }, answer);
  app.get('/page', { schema, config: { permission: 'public' } }, answer);
  app.get('/health', { schema, config: { permission: 'public', rateLimitClass: 'exempt' } }, answer);
  return {
    app,
    authenticate,
    identify,
    metrics,
    advance: (seconds) => {
      now += seconds * 1_000;
    },
    ask: async (path, { as = 'alice', ...options } = {}) => {
      const headers = { ...(as === '' ? {} : { authorization: as }), ...options.headers };
      const { statusCode, headers: sent, body } = await app.inject({ method: 'GET', url: path, ...options, headers });
      return { status: statusCode, headers: sent, body: body === '' ? {} : JSON.parse(body) };
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
}

function principal(name: string, rateLimits?: Partial<RateLimits>): Principal {
  return {
    tenantId: `tenant of ${name}`,
    id: name,
    kind: 'token',
    name,
    mode: 'live',
    permissions: new Set(['things:read', 'things:write']),
    permissionGroups: [],
    grants: [],
    tenantGroups: {},
    ...(rateLimits === undefined ? {} : { rateLimits }),
  };
}

function problem(status: number): ProblemError {
  return new ProblemError({ type: `test-${status}`, status, title: 'Test', detail: 'Test.' });
}

async function statuses(count: number, ask: () => Promise<Answer>): Promise<number[]> {
  const seen: number[] = [];
  for (let i = 0; i < count; i++) seen.push((await ask()).status);
  return seen;
}

test('says on every answer how much is left and when it begins anew, in both sets of headers', async () => {
  await using gate = await openGate();
  const first = await gate.ask('/things');
  const reset = Number(first.headers['x-ratelimit-reset']);
  const secondsLeft = Math.ceil(reset - NOW / 1_000);
  expect(secondsLeft).toBeGreaterThan(0);
  expect(secondsLeft).toBeLessThanOrEqual(60);
  expect(first.headers).toMatchObject({
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '4',
    'ratelimit-policy': '"read";q=5;w=60',
    ratelimit: `"read";r=4;t=${secondsLeft}`,
  });
  const second = await gate.ask('/things');
  expect(second.headers).toMatchObject({ 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': String(reset) });
});

test('answers 429 with Retry-After when nothing is left, and goes on exactly when it said', async () => {
  await using gate = await openGate();
  expect(await statuses(5, () => gate.ask('/things'))).toEqual([200, 200, 200, 200, 200]);
  const refused = await gate.ask('/things');
  expect(refused.status).toBe(429);
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.headers).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0' });
  const wait = Number(refused.headers['retry-after']);
  expect(wait).toBe(Math.ceil(Number(refused.headers['x-ratelimit-reset']) - NOW / 1_000));
  expect(refused.body).toMatchObject({
    type: 'https://problems.test/rate-limited',
    title: 'Too Many Requests',
    status: 429,
    instance: '/things',
    policy: 'read',
    limit: 5,
    retryAfterSeconds: wait,
  });
  gate.advance(wait - 1);
  expect((await gate.ask('/things')).status).toBe(429);
  gate.advance(1);
  const again = await gate.ask('/things');
  expect(again.status).toBe(200);
  expect(again.headers['x-ratelimit-remaining']).toBe('4');
});

test('counts reads, writes and bulk operations apart, by method or by what the route says', async () => {
  await using gate = await openGate();
  const write = (url: string) => () => gate.ask(url, { method: 'POST' });
  expect(await statuses(4, write('/things'))).toEqual([200, 200, 200, 429]);
  expect(await statuses(3, write('/things/bulk'))).toEqual([200, 200, 429]);
  expect(await statuses(3, () => gate.ask('/things'))).toEqual([200, 200, 200]);
  const search = await write('/things/search')();
  expect(search.headers).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '1' });
  const head = await gate.ask('/things', { method: 'HEAD' });
  expect(head.headers['x-ratelimit-remaining']).toBe('0');
});

test('counts each principal apart, and by the limits of its tenant where those say something', async () => {
  await using gate = await openGate({}, { bob: { read: 2 } });
  expect(await statuses(3, () => gate.ask('/things', { as: 'bob' }))).toEqual([200, 200, 429]);
  const write = await gate.ask('/things', { as: 'bob', method: 'POST' });
  expect(write.headers['x-ratelimit-limit']).toBe('3');
  expect((await gate.ask('/things', { as: 'carol' })).headers['x-ratelimit-remaining']).toBe('4');
});

test('says where the caller stands also on 403, 404 and 400', async () => {
  await using gate = await openGate();
  expect((await gate.ask('/secrets')).headers).toMatchObject({ 'x-ratelimit-remaining': '4' });
  const invalid = await gate.ask('/things', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    payload: '{',
  });
  expect(invalid.status).toBe(400);
  expect(invalid.headers['x-ratelimit-remaining']).toBe('2');
  const missing = await gate.ask('/nothing');
  expect(missing.status).toBe(404);
  expect(missing.headers).toMatchObject({ 'x-ratelimit-limit': '4', 'ratelimit-policy': '"address";q=4;w=60' });
});

test('refuses an address that keeps guessing before it looks at its credentials', async () => {
  await using gate = await openGate();
  expect(await statuses(5, () => gate.ask('/things', { as: 'nobody' }))).toEqual([401, 401, 401, 401, 429]);
  const looked = gate.authenticate.mock.calls.length;
  const valid = await gate.ask('/things');
  expect(valid.status).toBe(429);
  expect(valid.body['policy']).toBe('address');
  expect(gate.authenticate.mock.calls).toHaveLength(looked);
  gate.advance(Number(valid.headers['retry-after']));
  expect((await gate.ask('/things')).status).toBe(200);
  const { values } = await gate.metrics.rateLimited.get();
  expect(values.filter(({ value }) => value > 0)).toEqual([{ labels: { policy: 'address' }, value: 2 }]);
});

test('lets credentials in that have proved valid, whoever else guesses at their address, until they are valid no more', async () => {
  await using gate = await openGate({ rateLimits: { ...LIMITS, read: 100 } });
  await gate.ask('/things', { as: 'alice' });
  expect(await statuses(5, () => gate.ask('/things', { as: 'nobody' }))).toEqual([401, 401, 401, 401, 429]);
  expect((await gate.ask('/things', { as: 'alice' })).status).toBe(200);
  expect((await gate.ask('/things', { as: 'bob' })).status).toBe(429);
  expect((await gate.ask('/page', { as: '' })).status).toBe(429);

  gate.authenticate.mockImplementationOnce(() => {
    throw problem(401);
  });
  expect((await gate.ask('/things', { as: 'alice' })).status).toBe(429);
  const looked = gate.authenticate.mock.calls.length;
  expect((await gate.ask('/things', { as: 'alice' })).status).toBe(429);
  expect(gate.authenticate.mock.calls).toHaveLength(looked);
});

test('lets other credentials of the same person in, whoever else guesses at his address, and asks nobody about anyone else’s', async () => {
  await using gate = await openGate({ rateLimits: { ...LIMITS, read: 100 } });
  await gate.ask('/things', { as: 'alice:1' });
  expect(await statuses(5, () => gate.ask('/things', { as: 'nobody' }))).toEqual([401, 401, 401, 401, 429]);
  const looked = gate.authenticate.mock.calls.length;
  expect(await statuses(2, () => gate.ask('/things', { as: 'bob:1' }))).toEqual([429, 429]);
  expect(gate.authenticate.mock.calls).toHaveLength(looked);
  expect((await gate.ask('/things', { as: 'alice:2' })).status).toBe(200);
  const identified = gate.identify.mock.calls.length;
  expect(await statuses(3, () => gate.ask('/things', { as: 'alice:2' }))).toEqual([200, 200, 200]);
  expect(gate.identify.mock.calls).toHaveLength(identified);

  gate.authenticate.mockImplementationOnce(() => {
    throw problem(403);
  });
  expect((await gate.ask('/things', { as: 'alice:3' })).status).toBe(429);
  const then = gate.authenticate.mock.calls.length;
  expect((await gate.ask('/things', { as: 'alice:4' })).status).toBe(429);
  expect(gate.authenticate.mock.calls).toHaveLength(then);
});

test('counts the hour from when credentials were last seen to be valid', async () => {
  await using gate = await openGate({ rateLimits: { ...LIMITS, read: 100 } });
  await gate.ask('/things', { as: 'alice:1' });
  for (let minute = 1; minute < 130; minute++) {
    gate.advance(60);
    await statuses(5, () => gate.ask('/things', { as: 'nobody' }));
    expect((await gate.ask('/things', { as: 'alice:1' })).status, `in minute ${minute}`).toBe(200);
  }
  expect((await gate.ask('/things', { as: 'alice:2' })).status).toBe(200);
  gate.advance(3_601);
  await statuses(5, () => gate.ask('/things', { as: 'nobody' }));
  expect((await gate.ask('/things', { as: 'alice:1' })).status).toBe(429);
});

test('knows credentials again however their scheme and blanks are written', async () => {
  await using gate = await openGate({ rateLimits: { ...LIMITS, read: 100 } });
  await gate.ask('/things', { as: 'Key alice' });
  await statuses(5, () => gate.ask('/things', { as: 'nobody' }));
  expect(await statuses(3, () => gate.ask('/things', { as: 'key   alice' }))).toEqual([200, 200, 200]);
});

test('counts under the address also who is known and not let in', async () => {
  await using gate = await openGate();
  expect(await statuses(5, () => gate.ask('/things', { as: 'inactive' }))).toEqual([403, 403, 403, 403, 429]);
});

test('counts under the address only what comes without valid credentials', async () => {
  await using gate = await openGate({ rateLimits: { ...LIMITS, read: 100 } });
  expect(new Set(await statuses(20, () => gate.ask('/things')))).toEqual(new Set([200]));
  expect((await gate.ask('/page', { as: '' })).headers['x-ratelimit-remaining']).toBe('3');
});

test('does not count against the caller that credentials could not be checked', async () => {
  await using gate = await openGate();
  expect(await statuses(10, () => gate.ask('/things', { as: 'outage' }))).toEqual(Array(10).fill(503));
  expect((await gate.ask('/page')).headers['x-ratelimit-remaining']).toBe('3');
});

test('never counts and never refuses a health check', async () => {
  await using gate = await openGate();
  await statuses(6, () => gate.ask('/things', { as: 'nobody' }));
  const answer = await gate.ask('/health', { as: '' });
  expect(answer.status).toBe(200);
  expect(answer.headers).not.toHaveProperty('x-ratelimit-limit');
});

test('believes X-Forwarded-For from a trusted proxy only', async () => {
  const from = (address: string): InjectOptions & { as: string } => ({
    as: 'nobody',
    headers: { 'x-forwarded-for': address },
  });
  await using direct = await openGate();
  for (let host = 1; host <= 4; host++) await direct.ask('/things', from(`203.0.113.${host}`));
  expect((await direct.ask('/things', from('203.0.113.9'))).status).toBe(429);

  await using proxied = await openGate({ trustProxy: ['127.0.0.1'] });
  for (let time = 1; time <= 4; time++) await proxied.ask('/things', from('203.0.113.1'));
  expect((await proxied.ask('/things', from('203.0.113.1'))).status).toBe(429);
  expect((await proxied.ask('/things', from('203.0.113.2'))).status).toBe(401);
  // What the client itself wrote stands to the left of what the proxy added.
  expect((await proxied.ask('/things', from('198.51.100.7, 203.0.113.1'))).status).toBe(429);
});

test('takes an IPv6 network of 64 bits for one address', async () => {
  await using gate = await openGate({ trustProxy: ['127.0.0.1'] });
  const from = (address: string): Promise<Answer> =>
    gate.ask('/things', { as: 'nobody', headers: { 'x-forwarded-for': address } });
  for (const end of ['1', '2', 'ffff:1', 'a:b:c:d']) await from(`2001:db8:1:2${end.includes(':d') ? ':' : '::'}${end}`);
  expect((await from('2001:db8:1:2::9')).status).toBe(429);
  expect((await from('2001:db8:1:3::9')).status).toBe(401);
  expect((await from('::ffff:203.0.113.5')).headers['x-ratelimit-remaining']).toBe('3');
  expect((await from('203.0.113.5')).headers['x-ratelimit-remaining']).toBe('2');
});

test("has the specification's limits when nothing else is configured", () => {
  expect(DEFAULT_RATE_LIMITS).toMatchObject({ read: 1_000, write: 100, bulk: 10 });
});
