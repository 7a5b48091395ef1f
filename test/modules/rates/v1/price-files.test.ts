import type { Response, Test } from 'supertest';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, NO_SUCH_ID, problemOf, useTestApp } from '../../../harness/app.ts';
import { CONTRACTS, calculate, createContract, explained, questionOf } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let caller: Caller;
let id: string;

const zones = [
  { reference: 'NL', countries: ['NL'] },
  { reference: '1', countries: ['DE'] },
  { reference: '2', countries: ['FR', 'BE'] },
];
const pathOf = (contract = id, level = 'L'): string => `${CONTRACTS}/${contract}/service-levels/${level}/prices`;

beforeEach(async () => {
  caller = await world.server.newCaller();
  ({ id } = await createContract(caller, { zones, surcharges: [], serviceLevels: [{ reference: 'L', prices: [] }] }));
});

const send = (file: string | Buffer, type = 'text/csv'): Test =>
  caller
    .put(pathOf())
    .type(type)
    .send(file as string);
const read = (format: string): Test =>
  caller
    .get(`${pathOf()}?format=${format}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
const pricesNow = async (): Promise<unknown> => (await caller.get(`${CONTRACTS}/${id}`)).body.serviceLevels[0].prices;
const errorsOf = ({ body }: Response): string[] =>
  body.errors.map(({ field, row, column, message }: Record<string, string>) => `${field} ${row}/${column} ${message}`);

const GRID = `kg,1,2,*
origin,NL,NL,*
per,shipment,,handlingUnit
2,4.95,6.50,20
31.5,9.50,,40.00
50 each 10,,,
more per kg,0.85,1.10,
more minimum,30.00,,
`;
const GRID_PRICES = [
  {
    origin: 'NL',
    destination: '1',
    per: 'shipment',
    brackets: [
      { upTo: { value: 2, unit: 'kg' }, amount: '4.95' },
      { upTo: { value: 31.5, unit: 'kg' }, amount: '9.50' },
      { perKg: '0.85', minimum: '30.00' },
    ],
  },
  { origin: 'NL', destination: '2', brackets: [{ upTo: { value: 2, unit: 'kg' }, amount: '6.50' }, { perKg: '1.10' }] },
  {
    per: 'handlingUnit',
    brackets: [
      { upTo: { value: 2, unit: 'kg' }, amount: '20' },
      { upTo: { value: 31.5, unit: 'kg' }, amount: '40.00' },
    ],
  },
];

describe('a grid', () => {
  test('becomes the prices of the service level, as a new version that prices at once', async () => {
    const answer = await send(GRID);
    expect(answer.body).toEqual({
      version: 2,
      warnings: [],
      _links: { contract: { href: `${CONTRACTS}/${id}` }, version: { href: `${CONTRACTS}/${id}/versions/2` } },
    });
    expect(answer.headers['etag']).toBe('"2"');
    expect(await pricesNow()).toEqual(GRID_PRICES);
    expect(explained(await calculate(caller, questionOf(2)))).toEqual(['4.95 EUR = base 4.95']);
    expect(explained(await calculate(caller, questionOf(40)))).toEqual(['34.00 EUR = base 34.00']);
    expect((await caller.get(`${CONTRACTS}/${id}/versions/1`)).body.serviceLevels).toEqual([
      { reference: 'L', prices: [] },
    ]);
  });

  test.each<[string, string]>([
    [
      'with semicolons and decimal commas, as Excel writes it in most of Europe',
      'kg;1;2\n2;4,95;6,50\n31,5;"9,50";12\n',
    ],
    ['with tabs', 'kg\t1\t2\n2\t4.95\t6.50\n31.5\t9.50\t12\n'],
    ['with a byte order mark, CRLF and empty lines', '\ufeffkg,1,2\r\n\r\n2,4.95,6.50\r\n31.5,9.50,12\r\n\r\n'],
    ['with zones down and weights across', 'zone,2,31.5\n1,4.95,9.50\n2,6.50,12\n'],
    ['in grams', 'Weight (g),1,2\n2000,4.95,6.50\n31500,9.50,12\n'],
  ])('%s means the same', async (_what, file) => {
    expect((await send(file)).status).toBe(200);
    expect(explained(await calculate(caller, questionOf(2)))).toEqual(['4.95 EUR = base 4.95']);
    expect(explained(await calculate(caller, questionOf(31.5, { countryCode: 'FR', postCode: '75001' })))).toEqual([
      '12.00 EUR = base 12.00',
    ]);
  });

  test('with steps', async () => {
    await send('kg,1\n10,5.00\n30,5.00\n30 each 5,1.25\n');
    expect(explained(await calculate(caller, questionOf(15.1)))).toEqual(['7.50 EUR = base 7.50']);
  });

  test.each(['csv', 'xlsx'])('comes out as %s as it went in, and goes in again', async (format) => {
    await send(GRID);
    const file = await read(format);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="prices.${format}"`);
    const again = await send(file.body as Buffer, format === 'csv' ? 'text/csv' : XLSX);
    expect(again.body.version).toBe(3);
    expect(await pricesNow()).toEqual(GRID_PRICES);
  });

  test('keeps every price of a contract through both forms, whatever units and kinds it has', async () => {
    const prices = [
      {
        origin: 'NL',
        destination: '1',
        brackets: [
          { upTo: { value: 1, unit: 'lb' }, amount: '1.10' },
          { upTo: { value: 1, unit: 'kg' }, amount: '2' },
          { amount: '3.000001' },
        ],
      },
      {
        destination: '2',
        per: 'handlingUnit',
        brackets: [
          { upTo: { value: 0.5, unit: 'kg' }, perKg: '1', minimum: '0.5' },
          { amount: '9', perStep: { step: { value: 8, unit: 'oz' }, amount: '0.25' } },
        ],
      },
    ];
    const { body } = await caller.put(`${CONTRACTS}/${id}`, {
      ...(await createBody()),
      serviceLevels: [{ reference: 'L', prices }],
    });
    expect(body.version).toBe(2);
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['xlsx', XLSX],
    ] as const) {
      expect((await send((await read(format)).body as Buffer, type)).status).toBe(200);
      expect(await pricesNow()).toEqual(prices);
    }
  });

  async function createBody(): Promise<object> {
    const {
      id: _id,
      version: _version,
      warnings: _warnings,
      createdOn: _created,
      updatedOn: _updated,
      _links,
      ...content
    } = (await caller.get(`${CONTRACTS}/${id}`)).body;
    return content;
  }

  test('respects If-Match and Idempotency-Key', async () => {
    expect(problemOf(await send(GRID).set('if-match', '"7"'))).toBe('412 precondition-failed');
    const once = await send(GRID).set('idempotency-key', 'grid').set('if-match', '"1"');
    const again = await send(GRID).set('idempotency-key', 'grid').set('if-match', '"1"');
    expect([once.text, again.headers['idempotent-replayed']]).toEqual([again.text, 'true']);
    expect((await caller.get(`${CONTRACTS}/${id}`)).body.version).toBe(2);
    expect(problemOf(await send('kg,1\n2,5\n').set('idempotency-key', 'grid'))).toBe('422 idempotency-key-reused');
  });
});

describe('is refused whole, with row and column', () => {
  test.each<[string, string, string[]]>([
    [
      'a zone that there is not',
      'kg,1,9\n2,5,6\n',
      ["C1 1/3 There is no zone '9' in this contract.", 'C2 2/3 There is no zone to this price.'],
    ],
    [
      'a weight that is none',
      'kg,1\nheavy,5\n',
      [
        "A2 2/1 'heavy' is no weight: write an upper bound such as 31.5, or more, and behind it perhaps per kg, minimum, or each 0.5.",
      ],
    ],
    [
      'a weight of nothing',
      'kg,1\n0,5\n',
      [
        "A2 2/1 '0' is no weight: write an upper bound such as 31.5, or more, and behind it perhaps per kg, minimum, or each 0.5.",
      ],
    ],
    [
      'a price that is none',
      'kg,1\n2,€ 5\n',
      ["B2 2/2 '€ 5' is no price: write digits with a point, for example 6.95."],
    ],
    [
      'a price that can be read in two ways',
      'kg;1\n2;1,234\n',
      ["B2 2/2 '1,234' is no price: write digits with a point, for example 6.95."],
    ],
    ['a negative price', 'kg,1\n2,-5\n', ["B2 2/2 '-5' is no price: write digits with a point, for example 6.95."]],
    ['weights that fall', 'kg,1,2\n5,5,\n2,4,4\n', ['B3 3/2 The weight must be more than that of the price above it.']],
    [
      'two prices for one bracket',
      'kg,1\n2,5\n2000 g,6\n',
      [
        'B3 3/2 This bracket has a price already. A bracket has either a price, with or without steps, or a price per kg, with or without a minimum.',
      ],
    ],
    [
      'a price and a price per kg',
      'kg,1\n2,5\n2 per kg,6\n',
      [
        'B3 3/2 This bracket has a price already. A bracket has either a price, with or without steps, or a price per kg, with or without a minimum.',
      ],
    ],
    ['a unit that is none', 'stone,1\n2,5\n', ["A1 1/1 'stone' is no unit of weight: write kg, g, lb or oz."]],
    ['an origin that there is not', 'kg,1\norigin,XX\n2,5\n', ["B2 2/2 There is no zone 'XX' in this contract."]],
    [
      'a way of counting that there is not',
      'kg,1\nper,pallet\n2,5\n',
      ["B2 2/2 'pallet' is neither shipment nor handlingUnit."],
    ],
    ['no zones', 'kg\n2\n', ['B1 1/2 There is no zone: name the zones of the contract in the first row.']],
    ['no prices', 'kg,1\n2,\n', ['B2 2/2 There is no price in the file.']],
    [
      'zones down, a zone that there is not',
      'zone,2,5\n1,4,5\n9,x,6\n',
      [
        "A3 3/1 There is no zone '9' in this contract.",
        'B3 3/2 There is no zone to this price.',
        'C3 3/3 There is no zone to this price.',
      ],
    ],
  ])('%s', async (_what, file, errors) => {
    const answer = await send(file);
    expect(problemOf(answer)).toBe('400 validation');
    expect(errorsOf(answer)[0]).toBe(errors[0]);
    if (errors.length > 1) expect(errorsOf(answer)).toEqual(errors);
    expect((await caller.get(`${CONTRACTS}/${id}`)).body.version).toBe(1);
  });

  test('a bracket without a price of its own, by what the contract says of it', async () => {
    const answer = await send('kg,1\n2 minimum,5\n');
    expect(problemOf(answer)).toBe('400 validation');
    expect(answer.body.errors[0].message).toBe('Must have either `amount` or `perKg`.');
  });

  test('at most fifty errors, however many there are', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `${row + 1},x`).join('\n');
    expect(errorsOf(await send(`kg,1\n${rows}\n`))).toHaveLength(50);
  });
});

test('what is not there is 404, and who may not is 403', async () => {
  expect(problemOf(await caller.put(pathOf(NO_SUCH_ID)).type('text/csv').send(GRID))).toBe('404 not-found');
  expect(problemOf(await caller.put(pathOf(id, 'NONE')).type('text/csv').send(GRID))).toBe('404 not-found');
  expect(problemOf(await caller.get(pathOf(id, 'NONE')))).toBe('404 not-found');
  const viewer = await world.server.callerIn(caller, 'viewer');
  expect((await viewer.get(pathOf())).status).toBe(200);
  expect(problemOf(await viewer.put(pathOf()).type('text/csv').send(GRID))).toBe('403 forbidden');
  expect(problemOf(await (await world.server.newCaller()).get(pathOf()))).toBe('404 not-found');
  expect(problemOf(await world.server.anonymous.get(pathOf()))).toBe('401 unauthenticated');
});
