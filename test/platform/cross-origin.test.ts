import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, SHIPMENTS, startTestApp, type TestApp, type TestDatabase } from '../harness.ts';

const ORIGIN = 'https://app.example.com';

let database: TestDatabase;
let closed: TestApp;
let open: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  closed = await startTestApp({ ...database, background: false });
  open = await startTestApp({
    ...database,
    background: false,
    config: { corsOrigins: [ORIGIN, 'http://localhost:5173'] },
  });
});

afterAll(async () => {
  await closed[Symbol.asyncDispose]();
  await open[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const preflight = (server: TestApp, origin: string) =>
  server.app.http.inject({
    method: 'OPTIONS',
    url: SHIPMENTS,
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  });

test('allows no other origin unless it is configured', async () => {
  const answer = await preflight(closed, ORIGIN);
  expect(answer.statusCode).toBe(405);
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
});

test('answers the preflight of a configured origin without credentials', async () => {
  const answer = await preflight(open, ORIGIN);
  expect(answer.statusCode).toBe(204);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': ORIGIN,
    'access-control-allow-headers': 'authorization,content-type,idempotency-key',
    vary: expect.stringContaining('Origin'),
  });
  const methods = String(answer.headers['access-control-allow-methods']).split(/, */);
  expect(methods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']));
});

test('answers an OPTIONS that is no preflight like one', async () => {
  const answer = await open.app.http.inject({ method: 'OPTIONS', url: SHIPMENTS, headers: { origin: ORIGIN } });
  expect(answer.statusCode).toBe(204);
  expect(answer.body).toBe('');
});

test('tells the page of a configured origin the headers that a client needs, also on errors', async () => {
  const caller = await open.newCaller();
  const answers = [
    await caller.get(SHIPMENTS).set('origin', ORIGIN),
    await caller.post(SHIPMENTS, {}).set('origin', ORIGIN),
    await open.anonymous.get(SHIPMENTS).set('origin', ORIGIN),
    await caller.get('/nothing').set('origin', ORIGIN),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([200, 400, 401, 404]);
  for (const answer of answers) {
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN);
    const exposed = String(answer.headers['access-control-expose-headers']).split(/, */);
    expect(exposed).toEqual(
      expect.arrayContaining([
        'x-ratelimit-remaining',
        'retry-after',
        'etag',
        'location',
        'x-request-id',
        'content-disposition',
        'allow',
        'www-authenticate',
      ]),
    );
  }
});

test.each([
  'https://evil.example.com',
  'https://app.example.com.evil.test',
  'http://app.example.com',
  'null',
  'https://app.example.com:8443',
])('says nothing to a page of %s', async (origin) => {
  expect((await preflight(open, origin)).headers).not.toHaveProperty('access-control-allow-origin');
  const answer = await open.anonymous.get(SHIPMENTS).set('origin', origin);
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
});

test('lets no answer be framed, sniffed or run, be it data, an error or a refusal', async () => {
  const caller = await closed.newCaller();
  const answers = [
    await caller.get(SHIPMENTS),
    await closed.anonymous.get(SHIPMENTS),
    await caller.get('/nothing'),
    await caller.get(`${SHIPMENTS}?reference=%00`),
    await closed.anonymous.get('/openapi/shipping.v2.json'),
  ];
  for (const answer of answers) {
    expect(answer.headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('server');
  }
});

test('lets the documentation page run what it needs, from this server only', async () => {
  expect((await closed.anonymous.get('/')).headers['location']).toBe('/docs');
  const page = await closed.anonymous.get('/docs/');
  expect(page.status).toBe(200);
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("script-src 'self' 'unsafe-inline'");
  expect(policy).not.toMatch(/https?:|\*/);
  const [, script = ''] = /<script src="([^"]+)"/.exec(page.text) ?? [];
  expect((await closed.anonymous.get(new URL(script, 'http://a/docs/').pathname)).headers['content-type']).toContain(
    'javascript',
  );
  expect(page.text).not.toMatch(/https?:\/\//);
});

test('says in the documents that it serves to try them at the address where they are read', async () => {
  for (const name of closed.app.http.openApiDocuments.keys()) {
    const { body } = await closed.anonymous.get(`/openapi/${name}.json`);
    expect(body.servers.map(({ url }: { url: string }) => url)).toEqual(['/', expect.stringMatching(/^https?:/)]);
  }
});

test.each(['a b', '[', 'a:b:c', '999.999.999.999', 'user@host', 'a/b', '%'])(
  'answers 400 to the host %s',
  async (host) => {
    const answer = await closed.app.http.inject({ url: '/docs/', headers: { host } });
    expect(answer.statusCode).toBe(400);
  },
);
