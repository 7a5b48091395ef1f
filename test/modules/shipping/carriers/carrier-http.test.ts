import { afterAll, describe, expect, test, vi } from 'vitest';
import type { CarrierExchange, RecordedExchange } from '../../../../src/modules/shipping/carriers/http/carrier-http.ts';
import { createCarrierHttpFor } from '../../../../src/modules/shipping/carriers/http/create-http.ts';
import { freePort } from '../../../../src/platform/free-port.ts';
import { createMetrics } from '../../../../src/platform/metrics.ts';
import { startStandIn } from './stand-in.ts';

const CANARY = 'canary-of-a-secret';
const SECRET = 'Top-Secret-99';
const PERSON = 'Wilhelmina van der Meer';
let tokens = 0;
const carrier = await startStandIn([
  {
    name: 'call',
    method: 'POST',
    path: /^\/call$/,
    answer: ({ headers }) =>
      headers.authorization === 'Bearer revoked'
        ? { status: 401, json: {} }
        : { json: { token: CANARY, message: `Dear ${PERSON}`, receiver: { name: PERSON } } },
  },
]);
afterAll(() => carrier[Symbol.asyncDispose]());

/** Calls of a process of its own; nothing is remembered from another test. */
function startCalls(changes: { openMs?: number; now?: () => Date } = {}) {
  const metrics = createMetrics();
  const httpFor = createCarrierHttpFor({
    clock: changes.now ?? (() => new Date()),
    metrics,
    guards: changes.openMs === undefined ? {} : { openMs: changes.openMs },
  });
  const exchanges: RecordedExchange[] = [];
  const send = (exchange: Partial<CarrierExchange> = {}, tenantId = 'one') =>
    httpFor({
      key: { tenantId, carrier: 'acme' },
      personalData: [PERSON],
      secrets: [SECRET],
      onExchange: (each) => exchanges.push(each),
    }).send({
      operation: 'book',
      method: 'POST',
      url: `${carrier.baseUrl}/call`,
      errorsOf: (body) =>
        typeof body === 'object' && body !== null && 'code' in body ? [{ code: 'X', message: 'no' }] : [],
      signal: AbortSignal.timeout(10_000),
      ...exchange,
    });
  return { send, exchanges, metrics };
}

describe('how an exchange ends', () => {
  test.each([
    ['a no in the carrier’s own form is a refusal', { status: 400, json: { code: 1 } }, undefined],
    ['a no in another form is unknown', { status: 400, text: '<html>' }, 'CarrierOutcomeUnknown'],
    ['401 is the account’s', { status: 401, json: {} }, 'CarrierAccountRejected'],
    ['403 in a proxy’s words is the account’s', { status: 403, text: 'Forbidden' }, 'CarrierAccountRejected'],
    ['429 surely did nothing', { status: 429, text: '' }, 'CarrierNotReached'],
    [
      '408 may have done something, also in the carrier’s own form',
      { status: 408, json: { code: 1 } },
      'CarrierOutcomeUnknown',
    ],
    ['503 may have done something', { status: 503, text: '' }, 'CarrierOutcomeUnknown'],
    ['a redirect is not followed', 'redirect', 'CarrierOutcomeUnknown'],
    ['silence is unknown', 'silent', 'CarrierOutcomeUnknown'],
    ['a lost connection is unknown', 'acted-and-reset', 'CarrierOutcomeUnknown'],
    ['an answer that never ends is unknown', 'acted-and-dripping', 'CarrierOutcomeUnknown'],
    ['what is not JSON is unknown', 'acted-and-garbage', 'CarrierOutcomeUnknown'],
  ] as const)('%s', async (_name, fault, error) => {
    const { send } = startCalls();
    carrier.strike('call', fault);
    const isEndless = fault === 'silent' || fault === 'acted-and-dripping';
    const ended = await send(isEndless ? { signal: AbortSignal.timeout(300) } : {}).catch(
      (thrown: Error) => thrown.name,
    );
    expect(typeof ended === 'string' ? ended : ended.ok ? 'ok' : undefined).toBe(error);
  });

  test('a number that no double holds arrives with all its digits, behind a byte order mark too', async () => {
    const { send } = startCalls();
    carrier.strike('call', { status: 200, text: '\uFEFF{"shipmentNo":340434161094042557}' });
    expect(await send()).toMatchObject({ ok: true, body: { shipmentNo: '340434161094042557' } });
  });

  test('no connection surely did nothing, nor a server that speaks no TLS where it should', async () => {
    const { send } = startCalls();
    await expect(send({ url: `${carrier.baseUrl.replace('http:', 'https:')}/call` })).rejects.toMatchObject({
      name: 'CarrierNotReached',
    });
    await expect(send({ url: `http://127.0.0.1:${await freePort()}/call` })).rejects.toMatchObject({
      name: 'CarrierNotReached',
    });
  });
});

describe('the circuit', () => {
  const fail = async ({ send }: ReturnType<typeof startCalls>, times: number): Promise<void> => {
    carrier.strike('call', { status: 500, text: '' }, times);
    for (let time = 0; time < times; time++) await send().catch(() => undefined);
  };

  test('opens after five failures, for that tenant only, and its state is in the metrics', async () => {
    const calls = startCalls();
    await fail(calls, 5);
    const before = carrier.received('call').length;
    await expect(calls.send()).rejects.toMatchObject({ name: 'CarrierNotReached' });
    expect(carrier.received('call')).toHaveLength(before);
    expect(await calls.metrics.registry.metrics()).toContain('viya_carrier_circuits{carrier="acme",state="open"} 1');
    expect(await calls.send({}, 'two')).toMatchObject({ ok: true });
  });

  test('closes when a trial is answered', async () => {
    const calls = startCalls({ openMs: 0 });
    await fail(calls, 5);
    expect(await calls.send()).toMatchObject({ ok: true });
    expect(await calls.send()).toMatchObject({ ok: true });
  });
});

describe('turns', () => {
  test('at most eight exchanges of a tenant are under way; another tenant’s wait for none of them', async () => {
    const { send } = startCalls();
    const before = carrier.received('call').length;
    carrier.strike('call', 'silent', 8);
    const left = new AbortController();
    const stuck = Array.from({ length: 8 }, () => send({ signal: left.signal }).catch((error: Error) => error.name));
    await vi.waitFor(() => expect(carrier.received('call').length - before).toBe(8), { timeout: 20_000 });
    const waiting = send();
    expect(await send({}, 'two')).toMatchObject({ ok: true });
    expect(carrier.received('call').length - before).toBe(9);
    left.abort(new Error('over'));
    expect(new Set(await Promise.all(stuck))).toEqual(new Set(['CarrierOutcomeUnknown']));
    // Eight failures have opened the circuit of the first tenant meanwhile: it was not begun.
    await expect(waiting).rejects.toMatchObject({ name: 'CarrierNotReached' });
  });

  test('whoever waits for a turn until the deadline surely did nothing, and more than 64 do not wait', async () => {
    const { send } = startCalls();
    carrier.strike('call', 'silent', 8);
    const left = new AbortController();
    const stuck = Array.from({ length: 8 }, () => send({ signal: left.signal }).catch(() => undefined));
    const late = await send({ signal: AbortSignal.timeout(200) }).catch((error: Error) => error);
    expect(late).toMatchObject({ name: 'CarrierNotReached', message: expect.stringContaining('deadline') as unknown });
    const waiting = Array.from({ length: 64 }, () => send({ signal: left.signal }).catch(() => undefined));
    await expect(send()).rejects.toMatchObject({
      name: 'CarrierNotReached',
      message: expect.stringContaining('too many') as unknown,
    });
    left.abort(new Error('over'));
    await Promise.all([...stuck, ...waiting]);
  });
});

describe('tokens', () => {
  const bearer = (fetchToken: () => Promise<string>, expiresInSeconds = 3_600) => ({
    account: ['a', 'b'],
    fetchToken: async () => ({ token: await fetchToken(), expiresInSeconds }),
  });
  const next = async (): Promise<string> => `token-${++tokens}`;

  test('is fetched once for all who wait for it', async () => {
    const { send } = startCalls();
    let fetched = 0;
    const held = Promise.withResolvers<string>();
    const fetchToken = (): Promise<string> => {
      fetched++;
      return held.promise;
    };
    const sent = Promise.all(
      Array.from({ length: 20 }, () => send({ bearer: bearer(fetchToken), signal: AbortSignal.timeout(5_000) })),
    );
    held.resolve('good');
    expect((await sent).every((answer) => answer.ok)).toBe(true);
    expect(fetched).toBe(1);
  });

  test('is fetched anew a minute before it ends', async () => {
    let now = Date.parse('2026-01-20T10:00:00Z');
    const { send } = startCalls({ now: () => new Date(now) });
    let fetched = 0;
    const counted = bearer(() => {
      fetched++;
      return next();
    }, 600);
    await send({ bearer: counted });
    now += 539_000;
    await send({ bearer: counted });
    expect(fetched).toBe(1);
    now += 2_000;
    await send({ bearer: counted });
    expect(fetched).toBe(2);
  });

  test('that was revoked is fetched once more', async () => {
    const { send } = startCalls();
    const given = ['revoked', 'good'];
    expect(await send({ bearer: bearer(async () => given.shift() ?? 'none') })).toMatchObject({ ok: true });
  });

  test('that could not be fetched is not kept, and nothing was done', async () => {
    const { send } = startCalls();
    const failing = bearer(() => Promise.reject(new Error('no')));
    await expect(send({ bearer: failing })).rejects.toMatchObject({ name: 'CarrierNotReached' });
    expect(await send({ bearer: bearer(next) })).toMatchObject({ ok: true });
  });
});

test('what is kept has no secret and nobody’s name, and an end', async () => {
  const { send, exchanges } = startCalls();
  await send({
    url: `${carrier.baseUrl}/call?api-key=${CANARY}&q=${encodeURIComponent(PERSON)}`,
    headers: { authorization: `Basic ${CANARY}` },
    json: {
      clientSecret: CANARY,
      password: CANARY,
      nested: [
        {
          accessToken: CANARY,
          shipTo: {
            Name: PERSON,
            Address: { AddressLine: ['Long Street 1'], City: 'Amsterdam', line2: 'Back yard' },
            address: 'Long Street 1, Amsterdam',
            Phone: { Number: '0612345678' },
          },
        },
      ],
      remark: `for ${PERSON}`,
      label: Buffer.alloc(10_000, 7).toString('base64'),
      lines: Array.from({ length: 2_000 }, (_, index) => `line ${index}`),
    },
  });
  const kept = JSON.stringify(exchanges);
  expect(exchanges).toHaveLength(1);
  expect(kept).not.toContain(CANARY);
  expect(kept).not.toContain(PERSON);
  expect(kept).not.toContain('Long Street');
  expect(kept).not.toContain('0612345678');
  expect(kept).toContain('line 1');
  // What tells why a carrier refused an address, and nobody from another.
  expect(kept).toContain('Amsterdam');
  expect(kept).not.toContain('Back yard');
  expect(kept.length).toBeLessThan(40_000);
});

test.each([
  ['5xx', { status: 500, json: { password: CANARY, signedBy: 'J. DOE', message: `${SECRET} of ${PERSON}` } }],
  ['408', { status: 408, json: { password: CANARY, signedBy: 'J. DOE', message: SECRET } }],
  ['429', { status: 429, json: { password: CANARY, signedBy: 'J. DOE', message: SECRET } }],
  ['what is cut off', { status: 200, text: `{"access_token":"${CANARY}","signedBy":"J. DOE","message":"${SECRET}` }],
  ['HTML', { status: 403, text: `<pre>{"token":"${CANARY}","signedBy":"J. DOE","message":"${SECRET}"}</pre>` }],
])('of an answer that is %s no more is kept than of any other', async (_what, fault) => {
  const { send, exchanges } = startCalls();
  carrier.strike('call', fault);
  await send().catch(() => undefined);
  expect(exchanges[0]?.answerBody).toContain('message');
  expect(exchanges[0]?.answerBody).not.toMatch(new RegExp(`${CANARY}|${SECRET}|${PERSON}|DOE`));
});

test('the token of a call is kept nowhere', async () => {
  const { send, exchanges } = startCalls();
  carrier.strike('call', { status: 400, json: { code: 1, message: `Bearer token-of-one-hour is not known` } });
  const fetchToken = async () => ({ token: 'token-of-one-hour', expiresInSeconds: 3_600 });
  await send({ bearer: { account: ['a'], fetchToken } });
  expect(exchanges[0]?.answerBody).toBe('{"code":1,"message":"Bearer *** is not known"}');
});

test('what cannot be shown changes nothing about how the exchange ended', async () => {
  const { send, exchanges } = startCalls();
  const partsOf = (): never => {
    throw new Error('not as expected');
  };
  expect(await send({ partsOf })).toMatchObject({ ok: true });
  expect(exchanges).toMatchObject([{ outcome: 'ok', url: carrier.baseUrl, answerBody: '(not to be shown)' }]);
});

test('a refusal that repeats a credential is told without it', async () => {
  const { send } = startCalls();
  const errorsOf = () => [{ code: 'X', message: `Password ${SECRET} of ${PERSON} is not valid` }];
  const message = `Password *** of ${PERSON} is not valid`;
  carrier.strike('call', { status: 400, json: {} });
  expect(await send({ errorsOf })).toMatchObject({ complaints: [{ code: 'X', message }] });
  carrier.strike('call', { status: 401, json: {} });
  await expect(send({ errorsOf })).rejects.toMatchObject({ carrierErrorCode: 'X', carrierMessage: message });
});
