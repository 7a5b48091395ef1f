import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/platform/logger.ts';
import { pathOf, readOperations } from '../harness/api-operations.ts';
import { sendRaw } from '../harness/raw-http.ts';
import {
  type Caller,
  createTestDatabase,
  EXAMPLE_SHIPMENT,
  SHIPMENTS,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '../harness.ts';

const PROFILES = '/api/shipping/v2/carrier-profiles';
/** In every secret that is sent, so that one search finds any. */
const CANARY = 'c4n4ry';

let database: TestDatabase;
let server: TestApp;
let caller: Caller;
let port: number;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  // Everything that the program could ever say.
  const log = createLogger('trace', { write: (line) => void lines.push(line) });
  server = await startTestApp({ ...database, log });
  caller = await server.newCaller();
  port = (server.app.http.server.address() as { port: number }).port;
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** The lines that hold a secret; the caller's own key is one. */
const leaks = (): string[] => {
  const [, , keyId = '', secret = ''] = caller.apiKey.split('_');
  return lines.filter((line) => [CANARY, secret, caller.apiKey].some((text) => line.includes(text)) && keyId !== '');
};

const secretHeaders = (authorization: string): Record<string, string> => ({
  authorization,
  'idempotency-key': `key-${CANARY}`,
  cookie: `session=${CANARY}`,
  'x-api-key': CANARY,
  'proxy-authorization': `Basic ${CANARY}`,
  referer: `https://example.com/?token=${CANARY}`,
});

const AUTHORIZATIONS = [
  () => `ApiKey ${caller.apiKey}`,
  () => `ApiKey sk_live_${CANARY}`,
  () => `Bearer ${CANARY}.${CANARY}.${CANARY}`,
  () =>
    `Bearer ${Buffer.from('{"alg":"RS256","kid":"x"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.${CANARY}`,
  () => `Basic ${CANARY}`,
  () => `Digest username="${CANARY}"`,
  () => CANARY,
  () => `ApiKey ${caller.apiKey} ${CANARY}`,
];

const PROFILE = {
  reference: 'SECRET',
  name: 'Secret',
  carrier: 'sandbox',
  serviceLevels: [{ reference: 'S', name: 'S', productCode: '1' }],
  credentials: { username: CANARY, password: CANARY, clientSecret: CANARY },
};

test('logs no secret that is sent to any operation, with whatever credentials', async () => {
  for (const operation of readOperations()) {
    for (const authorization of AUTHORIZATIONS) {
      await server.app.http.inject({
        method: operation.method,
        url: `${pathOf(operation)}?token=${CANARY}&limit=${CANARY}`,
        headers: secretHeaders(authorization()),
        ...(operation.body === undefined ? {} : { payload: { ...PROFILE, secret: CANARY, apiKey: CANARY } }),
      });
    }
  }
  expect(lines.length).toBeGreaterThan(80);
  expect(leaks()).toEqual([]);
});

test('logs no secret of requests that succeed, fail by a rule, or cannot be read', async () => {
  const created = await caller.post(PROFILES, PROFILE).set('idempotency-key', `first-${CANARY}`);
  expect(created.status).toBe(201);
  expect(JSON.stringify(created.body)).not.toContain(CANARY);
  expect((await caller.post(PROFILES, PROFILE)).status).toBe(409);
  expect((await caller.post(PROFILES, { ...PROFILE, credentials: { password: [CANARY] } })).status).toBe(400);
  expect(
    (await caller.post(PROFILES).set('content-type', 'application/json').send(`{"credentials": "${CANARY}`)).status,
  ).toBe(400);
  for (const bytes of [
    `GET /${CANARY} HTTP/1.1\r\nHost: a\r\nHost: b\r\nAuthorization: ${CANARY}\r\n\r\n`,
    `GET /?${CANARY} HTTP/9.9\r\nAuthorization: ${CANARY}\r\n\r\n`,
    `POST ${PROFILES} HTTP/1.1\r\nHost: a\r\nAuthorization: ApiKey ${caller.apiKey}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${CANARY}\r\n`,
    `GET /${CANARY.repeat(5_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  ]) {
    await sendRaw(port, bytes, { silenceMs: 20 });
  }
  expect(leaks()).toEqual([]);
});

test('logs no secret when the database refuses a statement, and answers without its words', async () => {
  const admin = new pg.Client({ connectionString: database.connectionString });
  await admin.connect();
  const logged = lines.length;
  try {
    // What PostgreSQL cannot read is quoted in its message, and what breaks a rule stands in its detail.
    await admin.query('alter table shipping.shipments alter column reference type integer using 0');
    const asked = await caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, reference: CANARY });
    const listed = await caller.get(`${SHIPMENTS}?reference=${CANARY}`);
    await admin.query('alter table shipping.shipments alter column reference type text');
    await admin.query(`alter table shipping.shipments add check (reference <> '${CANARY}')`);
    const refused = await caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, reference: CANARY });
    await admin.query('alter table shipping.carrier_profiles rename column credentials to gone');
    const missing = await caller.post(PROFILES, { ...PROFILE, reference: 'OTHER' });
    for (const answer of [asked, listed, refused, missing]) {
      expect(answer.status).toBe(500);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toEqual({
        type: expect.stringContaining('/internal'),
        title: 'Internal Server Error',
        status: 500,
        detail: 'An unexpected fault. It is logged under the x-request-id of this answer.',
        instance: expect.stringMatching(/^\/api/),
      });
    }
  } finally {
    await admin.end();
  }
  const errors = lines.slice(logged).map((line) => JSON.parse(line) as { level: number; err?: object; reqId?: string });
  expect(
    errors.filter(({ level, err, reqId }) => level === 50 && err !== undefined && reqId !== undefined),
  ).toHaveLength(4);
  expect(leaks()).toEqual([]);
});

test('logs no secret when the database is away', async () => {
  const ended = vi.spyOn(server.app.db.pool, 'query').mockRejectedValue(
    Object.assign(new Error(`password authentication failed`), {
      code: '57P03',
      where: CANARY,
      parameters: [CANARY],
      config: { password: CANARY },
    }) as never,
  );
  try {
    const answer = await caller.get(`${SHIPMENTS}?reference=${CANARY}`);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  } finally {
    ended.mockRestore();
  }
  expect(leaks()).toEqual([]);
});

test('redacts what somebody logs by mistake', () => {
  const written: string[] = [];
  const log = createLogger('trace', { write: (line) => void written.push(line) });
  const secret = {
    authorization: CANARY,
    credentials: { a: CANARY },
    secret: CANARY,
    password: CANARY,
    apiKey: CANARY,
  };
  log.info({ ...secret, headers: secret, req: { headers: secret }, profile: secret }, 'mistake');
  log.error({ err: Object.assign(new Error('failed'), { config: secret, query: CANARY }) }, 'mistake');
  log.error({ err: new Error('failed', { cause: Object.assign(new Error('deeper'), secret) }) }, 'mistake');
  expect(written).toHaveLength(3);
  expect(written.join('')).not.toContain(CANARY);
});
