import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Caller,
  EXAMPLE_SHIPMENT,
  fieldsOf,
  NO_SUCH_ID,
  problemOf,
  SHIPMENTS,
  shipmentIn,
  useTestApp,
  withoutId,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const PROFILES = '/api/shipping/v2/carrier-profiles';
const SECRET = 'correct-horse-battery-staple';
const LEVEL = { reference: 'DFY-B2C', name: 'Delivered for you', productCode: '01000000' };
const INPUT = {
  reference: 'ACME',
  name: 'Acme Parcels',
  carrier: 'sandbox',
  serviceLevels: [LEVEL, { reference: 'EXPRESS', name: 'Express', productCode: '09' }],
  countries: ['NL', 'DE'],
  bookingTimeoutMs: 1_000,
  credentials: { username: 'acme', password: SECRET },
};
const { credentials: _credentials, ...SHOWN } = INPUT;

/** A tenant of the test's own: references are taken once. */
let caller: Caller;

beforeEach(async () => {
  caller = await world.server.newCaller();
});

const pathOf = (id: string): string => `${PROFILES}/${id}`;
const sealedOf = async (id: string): Promise<Buffer | null> => {
  const rows = await world.rows<{ credentials: Buffer | null }>(
    'select credentials from shipping.carrier_profiles where id = $1',
    [id],
  );
  return rows[0]?.credentials ?? null;
};

async function created(change: object = {}): Promise<{ id: string; version: number }> {
  const answer = await caller.post(PROFILES, { ...INPUT, ...change });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

describe('adding one', () => {
  test('answers 201 with the profile, its place and its version', async () => {
    const answer = await caller.post(PROFILES, INPUT);
    expect(answer.status).toBe(201);
    const { id, createdOn } = answer.body;
    expect(answer.body).toEqual({
      ...SHOWN,
      quoteTimeoutMs: 3_000,
      environment: 'test',
      labelFormat: 'pdf',
      settings: {},
      id,
      version: 1,
      hasCredentials: true,
      createdOn,
      updatedOn: createdOn,
      _links: { self: { href: pathOf(id) } },
    });
    expect(answer.headers).toMatchObject({ location: pathOf(id), etag: '"1"' });
    expect((await caller.get(pathOf(id))).body).toEqual(answer.body);
  });

  test('what is left out is every country, 5 seconds and no credentials', async () => {
    const { countries: _countries, bookingTimeoutMs: _timeout, credentials: _none, ...least } = INPUT;
    const { body } = await caller.post(PROFILES, least);
    expect(body).toMatchObject({ countries: [], bookingTimeoutMs: 5_000, hasCredentials: false });
    expect(await sealedOf(body.id)).toBeNull();
  });

  test('shipments can be ordered with it at once', async () => {
    await created();
    const shipment = await caller.orderedShipment({ carrierReference: 'ACME', serviceLevelReference: 'EXPRESS' });
    expect(shipment.status).toBe('Accepted');
  });

  test('answers 409 when the reference is taken, and says by which way out', async () => {
    await created();
    const answer = await caller.post(PROFILES, INPUT);
    expect(problemOf(answer)).toBe('409 reference-taken');
    expect(answer.body.detail).toBe(
      "There is a carrier profile 'ACME' already. Choose another reference, or change that one.",
    );
  });

  test('of two at the same moment with one reference one is made', async () => {
    const answers = await Promise.all([caller.post(PROFILES, INPUT), caller.post(PROFILES, INPUT)]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
  });

  test("another tenant's reference is not taken", async () => {
    await created();
    const stranger = await world.server.newCaller();
    expect((await stranger.post(PROFILES, INPUT)).status).toBe(201);
  });

  test.each<[string, object, string, RegExp]>([
    ['no reference', { reference: undefined }, '/reference', /Is required/],
    ['a carrier that is none', { carrier: 'dhl' }, '/carrier', /one of sandbox/],
    ['no service level', { serviceLevels: [] }, '/serviceLevels', /at least 1 item/],
    [
      'a service level twice',
      { serviceLevels: [LEVEL, LEVEL] },
      '/serviceLevels/1/reference',
      /'DFY-B2C' is there twice/,
    ],
    [
      'a service level without a name',
      { serviceLevels: [{ ...LEVEL, name: '' }] },
      '/serviceLevels/0/name',
      /not be empty/,
    ],
    [
      'a product code that no label can carry',
      { serviceLevels: [{ ...LEVEL, productCode: 'é' }] },
      '/serviceLevels/0/productCode',
      /product code/,
    ],
    [
      'a product code longer than a label',
      { serviceLevels: [{ ...LEVEL, productCode: 'x'.repeat(21) }] },
      '/serviceLevels/0/productCode',
      /at most 20/,
    ],
    ['a country that is none', { countries: ['NL', 'UK'] }, '/countries/1', /write GB/],
    ['a time-out of 0', { bookingTimeoutMs: 0 }, '/bookingTimeoutMs', /500 or more/],
    ['a time-out of a day', { bookingTimeoutMs: 86_400_000 }, '/bookingTimeoutMs', /60000 or less/],
    ['a credential that is a number', { credentials: { password: 5 } }, '/credentials/password', /a string/],
    [
      'a credential in a name of its own',
      { credentials: { 'pass word': { nested: SECRET } } },
      '/credentials/pass word',
      /not a known field/,
    ],
    ['an unknown field', { hasCredentials: true }, '/hasCredentials', /not a known field/],
  ])('answers 400 for %s', async (_name, change, pointer, message) => {
    const answer = await caller.post(PROFILES, { ...INPUT, ...change });
    expect(problemOf(answer)).toBe('400 validation');
    expect(answer.body.errors).toMatchObject([{ pointer, message: expect.stringMatching(message) as string }]);
    expect(answer.text).not.toContain(SECRET);
  });
});

describe('credentials', () => {
  test('are in no answer, and in the database only encrypted', async () => {
    const { id } = await created();
    const answers = [
      await caller.get(pathOf(id)),
      await caller.get(PROFILES),
      await caller.put(pathOf(id), INPUT),
      await caller.post(PROFILES, INPUT),
      await caller.put(pathOf(id), { ...INPUT, credentials: { password: [SECRET] } }),
    ];
    for (const answer of answers) expect(answer.text).not.toMatch(new RegExp(`${SECRET}|"credentials"|"username"`));
    const sealed = await sealedOf(id);
    for (const plain of [SECRET, 'acme', 'password']) expect(sealed?.includes(plain)).toBe(false);
    const dump = await world.rows('select to_jsonb(p) as row from shipping.carrier_profiles p where id = $1', [id]);
    expect(JSON.stringify(dump)).not.toContain(SECRET);
    expect(JSON.stringify(dump)).not.toContain(Buffer.from(SECRET).toString('hex'));
    expect(JSON.stringify(await world.rows('select data from platform.events'))).not.toContain(SECRET);
  });

  test('the same ones of two profiles look different in the database', async () => {
    const [one, other] = [await created(), await created({ reference: 'OTHER' })];
    expect(await sealedOf(one.id)).not.toEqual(await sealedOf(other.id));
  });

  test('stay as they are when an update leaves them out, and are replaced when it does not', async () => {
    const { id } = await created();
    const before = await sealedOf(id);
    expect((await caller.put(pathOf(id), { ...SHOWN, name: 'Renamed' })).body).toMatchObject({
      name: 'Renamed',
      hasCredentials: true,
    });
    expect(await sealedOf(id)).toEqual(before);
    await caller.put(pathOf(id), INPUT);
    expect(await sealedOf(id)).not.toEqual(before);
    expect((await caller.orderedShipment({ carrierReference: 'ACME' })).status).toBe('Accepted');
  });

  test('none at all take them away', async () => {
    const { id } = await created();
    expect((await caller.put(pathOf(id), { ...INPUT, credentials: {} })).body.hasCredentials).toBe(false);
    expect(await sealedOf(id)).toBeNull();
  });

  test('moved to another profile they do not open', async () => {
    const { id } = await created();
    const other = await created({ reference: 'OTHER' });
    await world.rows('update shipping.carrier_profiles set credentials = $1 where id = $2', [
      await sealedOf(id),
      other.id,
    ]);
    const shipment = await caller.createShipment({ carrierReference: 'OTHER' });
    expect((await caller.put(`${SHIPMENTS}/${shipment.id}/order`)).status).toBeGreaterThanOrEqual(500);
    expect((await caller.get('/api/shipping/v2/sandbox-bookings')).body.total).toBe(0);
  });
});

describe('changing one', () => {
  test('replaces the configuration and raises the version', async () => {
    const { id } = await created();
    const change = { ...INPUT, reference: 'NEW', countries: [], serviceLevels: [LEVEL] };
    const answer = await caller.put(pathOf(id), change);
    expect(answer.status).toBe(200);
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.body).toMatchObject({ id, version: 2, reference: 'NEW', countries: [], serviceLevels: [LEVEL] });
    expect((await caller.get(pathOf(id))).body).toEqual(answer.body);
  });

  test('answers 412 when it has changed since it was read, and 200 when it has not', async () => {
    const { id } = await created();
    expect((await caller.put(pathOf(id), INPUT).set('if-match', '"1"')).status).toBe(200);
    const answer = await caller.put(pathOf(id), INPUT).set('if-match', '"1"');
    expect(problemOf(answer)).toBe('412 precondition-failed');
    expect(answer.body.currentVersion).toBe(2);
  });

  test('of two at the same moment one wins, and the other is told', async () => {
    const { id } = await created();
    const put = (name: string) => caller.put(pathOf(id), { ...INPUT, name }).set('if-match', '"1"');
    const answers = await Promise.all([put('ONE'), put('OTHER')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 412]);
    expect((await caller.get(pathOf(id))).body.name).toBe(answers.find((answer) => answer.status === 200)?.body.name);
  });

  test("answers 409 when another profile's reference is taken", async () => {
    await created();
    const { id } = await created({ reference: 'OTHER' });
    expect(problemOf(await caller.put(pathOf(id), INPUT))).toBe('409 reference-taken');
  });

  test('leaves bookings that were made with it as they are: they are canceled at the carrier under its new name', async () => {
    const { id } = await created();
    const shipment = await shipmentIn(caller, 'Accepted', { carrierReference: 'ACME' });
    expect(
      (await caller.put(pathOf(id), { ...INPUT, reference: 'NEW', serviceLevels: [{ ...LEVEL, reference: 'OTHER' }] }))
        .status,
    ).toBe(200);
    expect((await caller.put(`${SHIPMENTS}/${shipment.id}/cancel`)).body.status).toBe('Canceled');
  });

  test('answers 400 as adding does, and changes nothing', async () => {
    const { id } = await created();
    const answer = await caller.put(pathOf(id), { ...INPUT, serviceLevels: [LEVEL, LEVEL], countries: ['XX'] });
    expect(fieldsOf(answer)).toEqual([
      'Data.ServiceLevels[1].Reference /serviceLevels/1/reference',
      'Data.Countries[0] /countries/0',
    ]);
    expect((await caller.get(pathOf(id))).body.version).toBe(1);
  });
});

describe('removing one', () => {
  test('answers 204 with nothing; afterwards it is not there', async () => {
    const { id } = await created();
    const answer = await caller.delete(pathOf(id));
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
    expect(answer.headers['content-type']).toBeUndefined();
    expect(problemOf(await caller.get(pathOf(id)))).toBe('404 not-found');
    expect(problemOf(await caller.delete(pathOf(id)))).toBe('404 not-found');
  });

  test('answers 412 when it has changed since it was read, and 204 when it has not', async () => {
    const { id } = await created();
    await caller.put(pathOf(id), INPUT).expect(200);
    expect(problemOf(await caller.delete(pathOf(id)).set('if-match', '"1"'))).toBe('412 precondition-failed');
    expect(problemOf(await caller.delete(pathOf(id)).set('if-match', 'W/"2"'))).toBe('412 precondition-failed');
    expect((await caller.get(pathOf(id))).body.version).toBe(2);
    expect((await caller.delete(pathOf(id)).set('if-match', '"2"')).status).toBe(204);
  });

  test('leaves bookings that were made with it to be voided, and its reference free', async () => {
    const { id } = await created();
    const shipment = await shipmentIn(caller, 'Accepted', { carrierReference: 'ACME' });
    expect((await caller.delete(pathOf(id))).status).toBe(204);
    await created();
    expect((await caller.put(`${SHIPMENTS}/${shipment.id}/cancel`)).body.status).toBe('Canceled');
  });

  test('afterwards no shipment is created with it', async () => {
    const { id } = await created();
    expect((await caller.delete(pathOf(id))).status).toBe(204);
    const answer = await caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, carrierReference: 'ACME' });
    expect(problemOf(answer)).toBe('422 unknown-carrier');
  });

  test.each(['Created', 'Accepted', 'Declined', 'Canceled', 'Executed'] as const)(
    'leaves a shipment that is %s as it is',
    async (status) => {
      const { id } = await created();
      const shipment = await shipmentIn(caller, status, { carrierReference: 'ACME' });
      expect((await caller.delete(pathOf(id))).status).toBe(204);
      expect((await caller.get(`${SHIPMENTS}/${shipment.id}`)).body).toEqual(shipment);
    },
  );
});

describe('listing', () => {
  const referencesOf = (body: { items: { reference: string }[] }) => body.items.map((item) => item.reference);

  test('shows them by reference, page by page, with the filters kept', async () => {
    for (const reference of ['B', 'A', 'C']) await created({ reference });
    const { body } = await caller.get(PROFILES);
    expect(referencesOf(body)).toEqual(['A', 'B', 'C', 'DHLPX']);
    expect(body).toMatchObject({ total: 4, limit: 50, offset: 0 });
    const seen: string[] = [];
    let page: string | undefined = `${PROFILES}?carrier=sandbox&limit=3`;
    while (page !== undefined) {
      const part = await caller.get(page);
      seen.push(...referencesOf(part.body));
      page = part.body._links.next?.href;
    }
    expect(seen).toEqual(['A', 'B', 'C', 'DHLPX']);
  });

  test('a new tenant has a sandbox carrier and nothing of others', async () => {
    await created();
    const stranger = await world.server.newCaller();
    expect(referencesOf((await stranger.get(PROFILES)).body)).toEqual(['DHLPX']);
  });

  test('answers 400 for a carrier that is none', async () => {
    expect(fieldsOf(await caller.get(`${PROFILES}?carrier=dhl`))).toEqual(['Query.Carrier /carrier']);
  });
});

test('answers 404 when there is none, and another tenant the same', async () => {
  const { id } = await created();
  const stranger = await world.server.newCaller();
  for (const ask of [
    (each: string) => stranger.get(pathOf(each)),
    (each: string) => stranger.put(pathOf(each), { ...INPUT, reference: 'MINE' }),
    (each: string) => stranger.delete(pathOf(each)),
  ]) {
    const hidden = await ask(id);
    const missing = await ask(NO_SUCH_ID);
    expect(problemOf(hidden)).toBe('404 not-found');
    expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
  }
  expect((await caller.get(pathOf(id))).body.version).toBe(1);
});

test('answers 401 without credentials and 403 naming the permission', async () => {
  const { anonymous } = world.server;
  const asked = (by: Pick<Caller, 'get' | 'post' | 'put' | 'delete'>) => ({
    read: [by.get(PROFILES), by.get(pathOf(NO_SUCH_ID))],
    write: [by.post(PROFILES, INPUT), by.put(pathOf(NO_SUCH_ID), INPUT), by.delete(pathOf(NO_SUCH_ID))],
  });
  for (const answer of await Promise.all(Object.values(asked(anonymous)).flat())) {
    expect(problemOf(answer)).toBe('401 unauthenticated');
  }
  const forbidden: [string, 'read' | 'write'][] = [
    ['viewer', 'write'],
    ['operator', 'write'],
    ['integrator', 'write'],
  ];
  for (const [group, kind] of forbidden) {
    for (const answer of await Promise.all(asked(await world.server.callerIn(caller, group))[kind])) {
      expect(problemOf(answer)).toBe('403 forbidden');
      expect(answer.body.permission).toBe(`shipping.carrier-profiles:${kind}`);
    }
  }
  for (const answer of await Promise.all(asked(await world.server.callerIn(caller)).read)) {
    expect(answer.body.permission).toBe('shipping.carrier-profiles:read');
  }
  expect((await (await world.server.callerIn(caller, 'viewer')).get(PROFILES)).status).toBe(200);
});
