import { afterAll, describe, expect, test } from 'vitest';
import { type Caller, NO_SUCH_ID, problemOf, SHIPMENTS, shipmentIn, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { startUpsStandIn } from '../carriers/ups/ups-stand-in.ts';

const ups = await startUpsStandIn();
const world = useTestApp(createTestDatabase, { config: { carrierOrigins: [ups.baseUrl] } });
afterAll(() => ups[Symbol.asyncDispose]());

const PROFILES = '/api/shipping/v2/carrier-profiles';
const UPS = {
  carrier: 'ups',
  environment: 'test',
  credentials: { clientId: 'client', clientSecret: 'secret' },
  settings: { accountNumber: 'A1B2C3' },
};
const MYDHL = {
  carrier: 'mydhl',
  environment: 'test',
  credentials: { username: 'user', password: 'secret' },
  settings: { accountNumber: '123456789' },
};
const PARCEL_DE = {
  carrier: 'dhl-parcel-de',
  environment: 'test',
  credentials: { apiKey: 'key', username: 'user', password: 'secret' },
  settings: { billingNumbers: { V01PAK: '33333333330102' } },
};
const profile = (changes: object): object => ({
  reference: 'REAL',
  name: 'A real carrier',
  serviceLevels: [{ reference: 'STANDARD', name: 'Standard', productCode: '11' }],
  ...changes,
});

describe('a profile of a real carrier', () => {
  test.each<[string, object, string, RegExp]>([
    [
      'UPS without its secret',
      { ...UPS, credentials: { clientId: 'client' } },
      '/credentials/clientSecret',
      /required/i,
    ],
    ['UPS without credentials', { ...UPS, credentials: undefined }, '/credentials/clientId', /required/i],
    ['an account that is none of UPS', { ...UPS, settings: { accountNumber: 'a1' } }, '/settings/accountNumber', /./],
    [
      'a setting that UPS has not',
      { ...UPS, settings: { ...UPS.settings, color: 'brown' } },
      '/settings/color',
      /not a known/,
    ],
    ['a label that UPS does not draw', { ...UPS, labelFormat: 'png' }, '/labelFormat', /one of zpl, gif/],
    ...['reference', 'name'].flatMap((field): [string, object, string, RegExp][] => [
      [`a ${field} of blanks`, { ...UPS, [field]: ' ' }, `/${field}`, /blank/],
      [
        `a ${field} of a service level that prints as nothing`,
        { ...UPS, serviceLevels: [{ reference: 'A', name: 'A', productCode: '11', [field]: '\u200b' }] },
        `/serviceLevels/0/${field}`,
        /blank/,
      ],
    ]),
    ['no environment', { ...UPS, environment: undefined }, '/environment', /'test' books nothing/],
    ['a server that is not UPS’s', { ...UPS, baseUrl: 'https://evil.example.com' }, '/baseUrl', /CARRIER_ORIGINS/],
    ['a server that looks like UPS’s', { ...UPS, baseUrl: 'https://wwwcie.ups.com@evil.example.com' }, '/baseUrl', /./],
    [
      'a user name and password in its address',
      { ...UPS, baseUrl: 'https://user:secret@wwwcie.ups.com' },
      '/baseUrl',
      /user name or password.*`credentials`/,
    ],
    ['a user name in its address', { ...UPS, baseUrl: 'https://secret@wwwcie.ups.com' }, '/baseUrl', /`credentials`/],
    ...['?key=secret', '?', '#part', '#', '/../..', '/%2e%2e', '\\@evil.example', '\\b', ':443'].map(
      (odd): [string, object, string, RegExp] => [
        `an address with ${odd}`,
        { ...UPS, baseUrl: `https://wwwcie.ups.com${odd}` },
        '/baseUrl',
        /write https:\/\/wwwcie\.ups\.com[^?#\\]*\.$/,
      ],
    ),
    ['DHL Express without its account', { ...MYDHL, settings: {} }, '/settings/accountNumber', /required/i],
    [
      'DHL Express without a password',
      { ...MYDHL, credentials: { username: 'user' } },
      '/credentials/password',
      /required/i,
    ],
    ['DHL Parcel without billing numbers', { ...PARCEL_DE, settings: {} }, '/settings/billingNumbers', /required/i],
    [
      'a billing number that is too short',
      { ...PARCEL_DE, settings: { billingNumbers: { V01PAK: '123' } } },
      '/settings/billingNumbers/V01PAK',
      /./,
    ],
    [
      'a product that DHL Parcel has not',
      { ...PARCEL_DE, settings: { billingNumbers: { V99XXX: '33333333330102' } } },
      '/settings/billingNumbers/V99XXX',
      /not a known/,
    ],
    [
      'DHL Parcel without its key',
      { ...PARCEL_DE, credentials: { username: 'u', password: 'p' } },
      '/credentials/apiKey',
      /required/i,
    ],
  ])('answers 400 for %s, and says which field', async (_name, changes, pointer, message) => {
    const answer = await world.caller.post(PROFILES, profile(changes));
    expect(problemOf(answer)).toBe('400 validation');
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({ pointer, message: expect.stringMatching(message) as unknown }),
    );
    expect(answer.text).not.toContain('secret');
  });

  test('that moves to another carrier needs the credentials of that one', async () => {
    const caller = await world.server.newCaller();
    const { id } = (await caller.post(PROFILES, profile(UPS))).body;
    const { credentials: _credentials, ...without } = MYDHL;
    expect(problemOf(await caller.put(`${PROFILES}/${id}`, profile(without)))).toBe('400 validation');
    expect((await caller.put(`${PROFILES}/${id}`, profile(MYDHL))).status).toBe(200);
  });

  test.each(['Ordered', 'Accepted'] as const)(
    'stays with its carrier while a booking that was made with it is %s',
    async (status) => {
      const caller = await world.server.newCaller();
      const serviceLevels = [{ reference: 'DFY-B2C', name: 'Day', productCode: '01' }];
      const { id } = (await caller.post(PROFILES, profile({ carrier: 'sandbox', serviceLevels }))).body;
      await shipmentIn(caller, status, { carrierReference: 'REAL' });
      expect(problemOf(await caller.put(`${PROFILES}/${id}`, profile(MYDHL)))).toBe('409 profile-in-use');
    },
  );

  test.each([UPS, MYDHL, PARCEL_DE])('of $carrier shows its settings and none of its credentials', async (account) => {
    const caller = await world.server.newCaller();
    const answer = await caller.post(PROFILES, profile(account));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ settings: account.settings, hasCredentials: true });
    expect(answer.text).not.toContain('secret');
  });
});

describe('PUT /carrier-profiles/{id}/verification', () => {
  const path = (id: string): string => `${PROFILES}/${id}/verification`;
  async function added(caller: Caller, changes: object = {}): Promise<string> {
    const answer = await caller.post(
      PROFILES,
      profile({ ...UPS, baseUrl: ups.baseUrl, bookingTimeoutMs: 1_000, ...changes }),
    );
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  }

  test('asks the carrier each time, and follows the credentials', async () => {
    const caller = await world.server.newCaller();
    const id = await added(caller);
    const before = ups.received('token').length;
    expect((await caller.put(path(id))).body).toMatchObject({
      verified: true,
      checkedOn: expect.any(String) as unknown,
    });
    expect((await caller.put(path(id))).body.verified).toBe(true);
    expect(ups.received('token').length - before).toBe(2);
    const credentials = { clientId: 'client', clientSecret: 'another' };
    await caller.put(`${PROFILES}/${id}`, profile({ ...UPS, baseUrl: ups.baseUrl, credentials }));
    expect((await caller.put(path(id))).body).toMatchObject({
      verified: false,
      refusal: { carrierErrorCode: '10401', carrierMessage: 'ClientId is Invalid', fault: 'profile', retryable: false },
    });
  });

  test('answers 409 where the credentials were kept under another secret key, and an order says that nobody was asked', async () => {
    const caller = await world.server.newCaller();
    const id = await added(caller);
    await world.rows('update shipping.carrier_profiles set credentials = $2 where id = $1', [id, Buffer.alloc(64)]);
    const before = ups.received('token').length;
    const answer = await caller.put(path(id));
    expect(problemOf(answer)).toBe('409 credentials-unreadable');
    expect(answer.body.detail).toContain('Give them anew with PUT /carrier-profiles/{id}');
    const shipment = await caller.createShipment({ carrierReference: 'REAL', serviceLevelReference: 'STANDARD' });
    const order = await caller.put(`${SHIPMENTS}/${shipment.id}/order`);
    expect(problemOf(order)).toBe('503 carrier-unavailable');
    expect(order.body.detail).toMatch(/was not asked, and surely has not booked .* Give them anew/);
    expect(ups.received('token').length).toBe(before);
    const told = await caller.put(`${SHIPMENTS}/${shipment.id}/booking-outcome`, { outcome: 'not-booked' });
    expect(told.status).toBe(200);
  });

  test('shows what was asked and answered, without secrets', async () => {
    const caller = await world.server.newCaller();
    const { body, text } = await caller.put(path(await added(caller)));
    expect(body.exchanges).toEqual([
      {
        operation: 'token',
        method: 'POST',
        url: `${ups.baseUrl}/security/v1/oauth/token`,
        requestBody: '{"grant_type":"client_credentials"}',
        status: 200,
        answerBody: expect.stringContaining('"access_token":"***"') as string,
        startedOn: expect.any(String) as string,
        durationMs: expect.any(Number) as number,
      },
    ]);
    expect(text).not.toContain('token-of-client');
  });

  test('answers 503 when the carrier does not, and shows how far it came', async () => {
    const caller = await world.server.newCaller();
    const id = await added(caller);
    ups.strike('token', { status: 500, text: 'later' });
    const answer = await caller.put(path(id));
    expect(problemOf(answer)).toBe('503 carrier-unavailable');
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.exchanges).toMatchObject([
      { status: 500, answerBody: 'later', failure: expect.any(String) as string },
    ]);
  });

  test('answers 404 for none and for another tenant’s, 401 without credentials, 403 to one who may only read', async () => {
    const caller = await world.server.newCaller();
    const id = await added(caller);
    const stranger = await world.server.newCaller();
    expect(problemOf(await stranger.put(path(id)))).toBe('404 not-found');
    expect(problemOf(await caller.put(path(NO_SUCH_ID)))).toBe('404 not-found');
    expect(problemOf(await world.server.anonymous.put(path(id)))).toBe('401 unauthenticated');
    const reader = await world.server.callerIn(caller, 'viewer');
    expect(problemOf(await reader.put(path(id)))).toBe('403 forbidden');
  });
});
