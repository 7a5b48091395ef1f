import { describe, expect, test } from 'vitest';
import { EXAMPLE_SHIPMENT, fieldsOf, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const { sender, receiver } = EXAMPLE_SHIPMENT.addresses;
const UNIT = EXAMPLE_SHIPMENT.handlingUnits[0];
const ZURICH = {
  contactName: 'Anna Muster',
  street: 'Bahnhofstrasse 1',
  city: 'Zürich',
  postCode: '8001',
  countryCode: 'CH',
};
const LAS_PALMAS = {
  contactName: 'Ana',
  street: 'Calle Mayor 1',
  city: 'Las Palmas',
  postCode: '35001',
  countryCode: 'ES',
};
const CUSTOMS = {
  incoterm: 'DAP',
  contentType: 'merchandise',
  invoiceNumber: 'INV-2026-0042',
  invoiceDate: '2026-01-20',
};
const SHIRTS = {
  description: 'Cotton T-shirt',
  quantity: 2,
  value: { amount: '12.50', currency: 'EUR' },
  hsCode: '610910',
  countryOfOrigin: 'PT',
  netWeight: { value: 200, unit: 'g' },
};

const post = (changes: Record<string, unknown>) => world.caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, ...changes });

test('answers 201 with the shipment, its links, its place and its version', async () => {
  const answer = await world.caller.post(SHIPMENTS, EXAMPLE_SHIPMENT);
  expect(answer.status).toBe(201);
  const { id, createdOn } = answer.body;
  expect(answer.body).toEqual({
    ...EXAMPLE_SHIPMENT,
    id,
    status: 'Created',
    version: 1,
    handlingUnits: [{ ...UNIT, id: expect.any(String) as string, status: 'AtOrigin' }],
    createdOn,
    updatedOn: createdOn,
    _links: {
      self: { href: `${SHIPMENTS}/${id}` },
      update: { href: `${SHIPMENTS}/${id}` },
      order: { href: `${SHIPMENTS}/${id}/order` },
      cancel: { href: `${SHIPMENTS}/${id}/cancel` },
    },
  });
  expect(Math.abs(Date.now() - Date.parse(createdOn))).toBeLessThan(10_000);
  expect(answer.headers).toMatchObject({ location: `${SHIPMENTS}/${id}`, etag: '"1"' });
  expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body).toEqual(answer.body);
});

test('two shipments may have the same reference', async () => {
  const [one, other] = [await world.caller.createShipment(), await world.caller.createShipment()];
  expect(one.reference).toBe(other.reference);
  expect(one.id).not.toBe(other.id);
});

describe('answers 400 naming each place in both forms', () => {
  const unit = (change: Record<string, unknown>) => ({ handlingUnits: [{ ...UNIT, ...change }] });
  const to = (change: Record<string, unknown>) => ({ addresses: { sender, receiver: { ...receiver, ...change } } });
  const goods = (change: Record<string, unknown>) => unit({ goodsItems: [{ ...SHIRTS, ...change }] });

  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ['a postal code of another form', to({ postCode: '1011' }), '/addresses/receiver/postCode', /German postal code/],
    ['no postal code where there is one', to({ postCode: undefined }), '/addresses/receiver/postCode', /10115/],
    [
      'dangerous goods without their number',
      unit({ dangerousGoods: [{ class: '9' }] }),
      '/handlingUnits/0/dangerousGoods/0/unNumber',
      /required/i,
    ],
    [
      'a number of dangerous goods that is none',
      unit({ dangerousGoods: [{ unNumber: '3480', class: '9' }] }),
      '/handlingUnits/0/dangerousGoods/0/unNumber',
      /UN and four digits/,
    ],
    [
      'a hazard class that is none',
      unit({ dangerousGoods: [{ unNumber: 'UN3480', class: '10' }] }),
      '/handlingUnits/0/dangerousGoods/0/class',
      /Hazard class/,
    ],
    ['a country that is none', to({ countryCode: 'UK' }), '/addresses/receiver/countryCode', /write GB/],
    ['a country in small letters', to({ countryCode: 'de' }), '/addresses/receiver/countryCode', /two capital letters/],
    ['nobody to deliver to', to({ contactName: undefined }), '/addresses/receiver/contactName', /companyName or both/],
    ['an empty street', to({ street: '' }), '/addresses/receiver/street', /Must not be empty/],
    ['a blank street', to({ street: ' ' }), '/addresses/receiver/street', /blank/],
    ['a street with a line break', to({ street: 'A\nB' }), '/addresses/receiver/street', /control character/],
    ['a street longer than a label', to({ street: 'x'.repeat(36) }), '/addresses/receiver/street', /addressLine2/],
    ['an e-mail address that is none', to({ email: 'john' }), '/addresses/receiver/email', /name@example.com/],
    ['a phone number to be guessed', to({ phone: '030123456' }), '/addresses/receiver/phone', /write \+4930123456/],
    ['an unknown field of an address', to({ zip: '10115' }), '/addresses/receiver/zip', /not a known field/],
    ['an unknown field', { Reference: 'x' }, '/Reference', /not a known field/],
    ['an empty reference', { reference: '' }, '/reference', /^Must not be empty\.$/],
    ['a blank reference', { reference: ' ' }, '/reference', /blank/],
    ['a reference that prints as nothing', { reference: '\u200b' }, '/reference', /blank/],
    ['a street that prints as nothing', to({ street: '\u2800' }), '/addresses/receiver/street', /blank/],
    [
      'an invoice of the year 0',
      { customs: { ...CUSTOMS, invoiceDate: '0000-01-01' } },
      '/customs/invoiceDate',
      /from 2000-01-01 to 2099-12-31/,
    ],
    [
      'an invoice of the year 9999',
      { customs: { ...CUSTOMS, invoiceDate: '9999-12-31' } },
      '/customs/invoiceDate',
      /from 2000-01-01 to 2099-12-31/,
    ],
    ['a reference of 65 characters', { reference: 'x'.repeat(65) }, '/reference', /at most 64/],
    ['a reference that is a number', { reference: 5 }, '/reference', /Must be a string/],
    ['no reference', { reference: undefined }, '/reference', /Is required/],
    ['no addresses', { addresses: undefined }, '/addresses', /Is required/],
    ['no handling units', { handlingUnits: [] }, '/handlingUnits', /at least 1 item/],
    ['1000 handling units', { handlingUnits: Array(1_000).fill(UNIT) }, '/handlingUnits', /at most 999/],
    [
      'a weight as text',
      unit({ weight: { value: '2.5', unit: 'kg' } }),
      '/handlingUnits/0/weight/value',
      /Must be a number/,
    ],
    ['no weight', unit({ weight: undefined }), '/handlingUnits/0/weight', /Is required/],
    ['a weight of 0', unit({ weight: { value: 0, unit: 'kg' } }), '/handlingUnits/0/weight/value', /more than 0/],
    [
      'grams taken for kilograms',
      unit({ weight: { value: 2501, unit: 'kg' } }),
      '/handlingUnits/0/weight/value',
      /Check the unit/,
    ],
    [
      'a unit that is none',
      unit({ weight: { value: 1, unit: 'st' } }),
      '/handlingUnits/0/weight/unit',
      /one of kg, g, lb, oz/,
    ],
    [
      'a side that is missing',
      unit({ dimensions: { length: 1, width: 1, unit: 'cm' } }),
      '/handlingUnits/0/dimensions/height',
      /Is required/,
    ],
    [
      'a side longer than a trailer',
      unit({ dimensions: { length: 1, width: 1, height: 1501, unit: 'cm' } }),
      '/handlingUnits/0/dimensions/height',
      /at most 15 m/,
    ],
    ['a package type that is none', unit({ packageType: 'box' }), '/handlingUnits/0/packageType', /one of Box/],
    [
      'an amount as a number',
      goods({ value: { amount: 12.5, currency: 'EUR' } }),
      '/handlingUnits/0/goodsItems/0/value/amount',
      /Must be a string/,
    ],
    [
      'a comma in an amount',
      goods({ value: { amount: '12,50', currency: 'EUR' } }),
      '/handlingUnits/0/goodsItems/0/value/amount',
      /"12\.50"/,
    ],
    ['half a piece', goods({ quantity: 1.5 }), '/handlingUnits/0/goodsItems/0/quantity', /an integer/],
    ['an HS code of four digits', goods({ hsCode: '6109' }), '/handlingUnits/0/goodsItems/0/hsCode', /6 to 10 digits/],
    ['an incoterm that is none', { customs: { ...CUSTOMS, incoterm: 'DDU' } }, '/customs/incoterm', /one of EXW/],
    [
      'a date that does not exist',
      { customs: { ...CUSTOMS, invoiceDate: '2026-02-30' } },
      '/customs/invoiceDate',
      /YYYY-MM-DD/,
    ],
  ])('%s', async (_name, changes, pointer, message) => {
    const answer = await post(changes);
    expect(problemOf(answer)).toBe('400 validation');
    const field = pointer
      .replace(/\/(\d+)/g, '[$1]')
      .replace(/\/(.)/g, (_, letter: string) => `.${letter.toUpperCase()}`);
    expect(answer.body.errors).toEqual([
      { field: `Data${field}`, pointer, message: expect.stringMatching(message) as string },
    ]);
    expect(answer.body.detail).toBe(`Data${field}: ${answer.body.errors[0].message}`);
    expect(answer.body.title).toBe('Validation Error');
  });

  test('all at once, as far as they are of one kind', async () => {
    const answer = await post({
      addresses: { sender: { ...sender, postCode: 'x' }, receiver: { ...receiver, postCode: 'y', countryCode: 'DE' } },
      handlingUnits: [UNIT, { ...UNIT, weight: { value: 3_000, unit: 'kg' } }],
    });
    expect(fieldsOf(answer)).toEqual([
      'Data.Addresses.Sender.PostCode /addresses/sender/postCode',
      'Data.Addresses.Receiver.PostCode /addresses/receiver/postCode',
      'Data.HandlingUnits[1].Weight.Value /handlingUnits/1/weight/value',
    ]);
    expect(answer.body.detail).toContain('(and 2 more, see errors)');
  });

  test('nothing is kept of what is refused', async () => {
    const count = () => world.rows('select count(*)::int as count from shipping.shipments');
    const before = await count();
    await post({ reference: '' });
    await post({ carrierReference: 'NONE' });
    expect(await count()).toEqual(before);
  });
});

describe('a body that is not one', () => {
  const send = (type: string, body: string | Buffer) =>
    world.caller.post(SHIPMENTS).set('content-type', type).send(body);

  test.each<[string, string, string, string]>([
    ['no body', 'application/json', '', '400 validation'],
    ['a list', 'application/json', '[]', '400 validation'],
    ['half a document', 'application/json', '{"reference":', '400 malformed-body'],
    ['XML', 'application/xml', '<shipment/>', '415 unsupported-media-type'],
    ['more than 4 MiB', 'application/json', `{"reference":"${'x'.repeat(4 * 1024 * 1024)}"}`, '413 payload-too-large'],
  ])('%s', async (_name, type, body, problem) => {
    expect(problemOf(await send(type, body))).toBe(problem);
  });

  test('JSON in another charset or with parameters is JSON', async () => {
    const answer = await send('application/json; charset=utf-8', JSON.stringify(EXAMPLE_SHIPMENT));
    expect(answer.status).toBe(201);
  });
});

describe('the carrier profile', () => {
  test('answers 422 with the carriers there are when it is unknown', async () => {
    const answer = await post({ carrierReference: 'NONE' });
    expect(problemOf(answer)).toBe('422 unknown-carrier');
    expect(answer.body).toMatchObject({
      detail: "There is no carrier profile 'NONE'. Available: DHLPX.",
      availableCarriers: ['DHLPX'],
    });
    expect(fieldsOf(answer)).toEqual(['Data.CarrierReference /carrierReference']);
  });

  test('answers 422 with the service levels there are when it does not offer the one asked for', async () => {
    const answer = await post({ serviceLevelReference: 'EXPRESS' });
    expect(problemOf(answer)).toBe('422 unknown-service-level');
    expect(answer.body).toMatchObject({ carrier: 'DHLPX', availableServiceLevels: ['DFY-B2C'] });
    expect(answer.body.detail).toContain('It offers: DFY-B2C.');
    expect(fieldsOf(answer)).toEqual(['Data.ServiceLevelReference /serviceLevelReference']);
  });

  test('answers 422 with the countries served when the receiver is elsewhere; where the sender is does not matter', async () => {
    const profile = {
      reference: 'BENELUX',
      name: 'Benelux',
      carrier: 'sandbox',
      serviceLevels: [{ reference: 'DFY-B2C', name: 'Day', productCode: '01' }],
      countries: ['NL', 'BE'],
    };
    expect((await world.caller.post('/api/shipping/v2/carrier-profiles', profile)).status).toBe(201);
    const answer = await post({ carrierReference: 'BENELUX' });
    expect(problemOf(answer)).toBe('422 country-not-served');
    expect(answer.body).toMatchObject({ carrier: 'BENELUX', servedCountries: ['NL', 'BE'] });
    expect(fieldsOf(answer)).toEqual(['Data.Addresses.Receiver.CountryCode /addresses/receiver/countryCode']);
    const back = { sender: receiver, receiver: sender };
    expect((await post({ carrierReference: 'BENELUX', addresses: back })).status).toBe(201);
  });

  test("does not see another tenant's", async () => {
    const stranger = await world.server.newCaller();
    const answer = await stranger.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, carrierReference: 'BENELUX' });
    expect(problemOf(answer)).toBe('422 unknown-carrier');
    expect(answer.body.availableCarriers).toEqual(['DHLPX']);
  });
});

describe('customs data', () => {
  const abroad = { addresses: { sender, receiver: ZURICH } };

  test('answers 422 naming what is missing when the lane leaves the customs territory', async () => {
    const answer = await post(abroad);
    expect(problemOf(answer)).toBe('422 customs-data-required');
    expect(fieldsOf(answer)).toEqual([
      'Data.Customs /customs',
      'Data.HandlingUnits[0].GoodsItems /handlingUnits/0/goodsItems',
    ]);
    expect(answer.body.errors[0].message).toBe(
      'Goods from the Netherlands to Switzerland need customs data: send incoterm, contentType, invoiceNumber and invoiceDate.',
    );
  });

  test('answers 201 with it', async () => {
    const goods = { handlingUnits: [{ ...UNIT, goodsItems: [SHIRTS] }] };
    const answer = await post({ ...abroad, customs: CUSTOMS, ...goods });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ customs: CUSTOMS, ...goods });
  });

  test('answers 422 for an incoterm or a content type that is missing, as for all that customs need', async () => {
    const goods = { handlingUnits: [{ ...UNIT, goodsItems: [SHIRTS] }] };
    const answer = await post({
      ...abroad,
      ...goods,
      customs: { ...CUSTOMS, incoterm: undefined, contentType: undefined },
    });
    expect(problemOf(answer)).toBe('422 customs-data-required');
    expect(fieldsOf(answer)).toEqual([
      'Data.Customs.Incoterm /customs/incoterm',
      'Data.Customs.ContentType /customs/contentType',
    ]);
  });

  test('names what each kind of goods lacks', async () => {
    const { hsCode: _code, netWeight: _weight, ...bare } = SHIRTS;
    const answer = await post({
      ...abroad,
      customs: CUSTOMS,
      handlingUnits: [{ ...UNIT, goodsItems: [SHIRTS, bare] }],
    });
    expect(fieldsOf(answer)).toEqual([
      'Data.HandlingUnits[0].GoodsItems[1].HsCode /handlingUnits/0/goodsItems/1/hsCode',
      'Data.HandlingUnits[0].GoodsItems[1].NetWeight /handlingUnits/0/goodsItems/1/netWeight',
    ]);
  });

  test('are needed from Germany to the Canary Islands, and not within the Union', async () => {
    const islands = await post({ addresses: { sender: receiver, receiver: LAS_PALMAS } });
    expect(problemOf(islands)).toBe('422 customs-data-required');
    expect(islands.body.errors[0].message).toContain('from Germany to the Canary Islands');
    const madrid = { ...LAS_PALMAS, city: 'Madrid', postCode: '28013' };
    expect((await post({ addresses: { sender: receiver, receiver: madrid } })).status).toBe(201);
  });
});

test('answers 401 without credentials, with wrong ones and with a mistyped key', async () => {
  const { apiKey } = world.caller;
  const mistyped = `${apiKey.slice(0, -1)}${apiKey.endsWith('A') ? 'B' : 'A'}`;
  for (const authorization of [
    undefined,
    'Bearer x',
    'ApiKey',
    `ApiKey ${mistyped}`,
    'ApiKey sk_live_x',
    `Basic ${apiKey}`,
  ]) {
    const asked = world.server.anonymous.post(SHIPMENTS, EXAMPLE_SHIPMENT);
    const answer = await (authorization === undefined ? asked : asked.set('authorization', authorization));
    expect(problemOf(answer)).toBe('401 unauthenticated');
    expect(answer.headers['www-authenticate']).toMatch(/^ApiKey /);
  }
});

test('answers 403 naming the permission to one who may only read', async () => {
  const viewer = await world.server.callerIn(world.caller, 'viewer');
  const answer = await viewer.post(SHIPMENTS, EXAMPLE_SHIPMENT);
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:write');
});
