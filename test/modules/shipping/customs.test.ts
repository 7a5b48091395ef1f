import { describe, expect, test } from 'vitest';
import { checkCustoms, checkGoodsItems } from '../../../src/modules/shipping/customs.ts';
import type { ShipmentInput } from '../../../src/modules/shipping/v2/shipment-schemas.ts';
import { currencyMinorDigits } from '../../../src/platform/currency.ts';

type Unit = ShipmentInput['handlingUnits'][number];
type GoodsItem = NonNullable<Unit['goodsItems']>[number];

const AMSTERDAM = {
  companyName: 'Acme Corp',
  street: 'Hoofdweg 123',
  city: 'Amsterdam',
  postCode: '1012AB',
  countryCode: 'NL',
};
const BERLIN = {
  contactName: 'John Doe',
  street: 'Berliner Str. 45',
  city: 'Berlin',
  postCode: '10115',
  countryCode: 'DE',
};
const ZURICH = {
  contactName: 'Anna Muster',
  street: 'Bahnhofstrasse 1',
  city: 'Zürich',
  postCode: '8001',
  countryCode: 'CH',
};
const LAS_PALMAS = { ...BERLIN, city: 'Las Palmas', postCode: '35001', countryCode: 'ES' };

const SHIRTS: GoodsItem = {
  description: 'Cotton T-shirt',
  quantity: 2,
  value: { amount: '12.50', currency: 'EUR' },
  hsCode: '6109.10',
  countryOfOrigin: 'PT',
  netWeight: { value: 0.2, unit: 'kg' },
};
const CUSTOMS: NonNullable<ShipmentInput['customs']> = {
  incoterm: 'DAP',
  contentType: 'merchandise',
  invoiceNumber: 'INV-2026-0042',
  invoiceDate: '2026-01-20',
};

interface Change {
  sender?: ShipmentInput['addresses']['sender'];
  receiver?: ShipmentInput['addresses']['receiver'];
  customs?: ShipmentInput['customs'] | null;
  units?: Unit[];
}

function check({ sender = AMSTERDAM, receiver = ZURICH, customs = CUSTOMS, units }: Change = {}) {
  return checkCustoms({
    addresses: { sender, receiver },
    handlingUnits: units ?? [{ weight: { value: 2.5, unit: 'kg' }, goodsItems: [SHIRTS] }],
    ...(customs !== null && { customs }),
  });
}

const places = (change: Change) => check(change).map(({ path }) => path.join('.'));
const unit = (...goodsItems: GoodsItem[]): Unit => ({ weight: { value: 1, unit: 'kg' }, goodsItems });

function without<Key extends keyof GoodsItem>(key: Key): Omit<GoodsItem, Key> {
  const { [key]: _, ...rest } = SHIRTS;
  return rest;
}

describe('customs data', () => {
  test('is not asked for within one customs territory', () => {
    expect(check({ receiver: BERLIN, customs: null, units: [{ weight: { value: 1, unit: 'kg' } }] })).toEqual([]);
  });

  test('is complete with an invoice and described goods', () => {
    expect(check()).toEqual([]);
  });

  test('is asked for, with the lane, when it is missing', () => {
    expect(check({ customs: null, units: [{ weight: { value: 1, unit: 'kg' } }] })).toEqual([
      {
        path: ['customs'],
        message:
          'Goods from the Netherlands to Switzerland need customs data: send incoterm, contentType, invoiceNumber and invoiceDate.',
      },
      {
        path: ['handlingUnits', 0, 'goodsItems'],
        message:
          'Goods from the Netherlands to Switzerland need customs data: say what is in this handling unit, or that contentType is documents.',
      },
    ]);
    expect(check({ receiver: LAS_PALMAS, customs: null })[0]?.message).toContain(
      'from the Netherlands to the Canary Islands',
    );
  });

  test('wants incoterm and content type', () => {
    const { incoterm: _term, contentType: _type, ...bare } = CUSTOMS;
    expect(places({ customs: bare })).toEqual(['customs.incoterm', 'customs.contentType']);
  });

  test('wants number and date of the invoice', () => {
    expect(places({ customs: { incoterm: 'DAP', contentType: 'gift' } })).toEqual([
      'customs.invoiceNumber',
      'customs.invoiceDate',
    ]);
    expect(places({ customs: { ...CUSTOMS, invoiceNumber: '  ' } })).toEqual(['customs.invoiceNumber']);
  });

  test('of documents is their content type only', () => {
    const documents = { incoterm: 'DAP', contentType: 'documents' } as const;
    expect(check({ customs: documents, units: [{ weight: { value: 0.1, unit: 'kg' } }] })).toEqual([]);
  });

  test('wants goods in every handling unit', () => {
    expect(places({ units: [unit(SHIRTS), { weight: { value: 1, unit: 'kg' } }, unit()] })).toEqual([
      'handlingUnits.1.goodsItems',
      'handlingUnits.2.goodsItems',
    ]);
  });

  test.each(['hsCode', 'countryOfOrigin', 'netWeight'] as const)('wants %s of each kind of goods', (field) => {
    expect(places({ units: [unit(SHIRTS, without(field) as GoodsItem)] })).toEqual([
      `handlingUnits.0.goodsItems.1.${field}`,
    ]);
  });

  test('wants one currency', () => {
    const francs = { ...SHIRTS, value: { amount: '10', currency: 'CHF' } };
    expect(check({ units: [unit(SHIRTS), unit(SHIRTS, francs)] })).toEqual([
      {
        path: ['handlingUnits', 1, 'goodsItems', 1, 'value', 'currency'],
        message: 'An invoice is in one currency: write this value in EUR, as the first one.',
      },
    ]);
  });

  test('places errors below the path that it is given', () => {
    const shipment = { addresses: { sender: AMSTERDAM, receiver: ZURICH }, handlingUnits: [unit(SHIRTS)] };
    expect(checkCustoms(shipment, ['items', 4])[0]?.path).toEqual(['items', 4, 'customs']);
  });
});

describe('net weight', () => {
  const weighing = (value: number, unitOfWeight: 'kg' | 'g' | 'lb' | 'oz', quantity: number) => ({
    ...SHIRTS,
    quantity,
    netWeight: { value, unit: unitOfWeight },
  });

  test.each<[GoodsItem[]]>([
    [[weighing(0.5, 'kg', 2)]],
    [[weighing(0.4, 'g', 2500)]],
    [[weighing(0.1, 'kg', 3), weighing(0.7, 'kg', 1)]],
    [[weighing(1, 'lb', 2)]],
  ])('of all pieces may be that of the unit', (goods) => {
    expect(check({ units: [unit(...goods)] })).toEqual([]);
  });

  test('may not be more', () => {
    expect(check({ units: [unit(weighing(0.5, 'kg', 2), weighing(0.001, 'g', 1))] })).toEqual([
      {
        path: ['handlingUnits', 0, 'goodsItems'],
        message:
          'The goods weigh 1.000001 kg net, more than the 1 kg of the handling unit; netWeight is that of one piece.',
      },
    ]);
    expect(check({ units: [{ weight: { value: 1, unit: 'lb' }, goodsItems: [weighing(1, 'oz', 17)] }] })).toHaveLength(
      1,
    );
    expect(check({ units: [{ weight: { value: 1, unit: 'lb' }, goodsItems: [weighing(1, 'oz', 16)] }] })).toEqual([]);
  });
});

describe('goods on every lane', () => {
  const checkItem = (change: Partial<GoodsItem>) =>
    checkGoodsItems({ goodsItems: [SHIRTS, { ...SHIRTS, ...change }] }, ['handlingUnits', 2]);
  const brokenPlaces = (change: Partial<GoodsItem>) => checkItem(change).map(({ path }) => path.slice(4).join('.'));

  test('may be absent, few or many', () => {
    expect(checkGoodsItems({}, [])).toEqual([]);
    expect(checkGoodsItems({ goodsItems: [] }, [])).toEqual([]);
    expect(checkItem({})).toEqual([]);
  });

  test('have their place in the message', () => {
    expect(checkItem({ hsCode: '123' })).toEqual([
      {
        path: ['handlingUnits', 2, 'goodsItems', 1, 'hsCode'],
        message: 'Not an HS code: write 6 to 10 digits, for example 610910 or 6109.10.00.',
      },
    ]);
  });

  test.each(['610910', '6109.10', '61091000', '6109.10.00', '6109100010', '6109.10.0010'])('HS code %s', (hsCode) => {
    expect(brokenPlaces({ hsCode })).toEqual([]);
  });

  test.each([
    '',
    '61091',
    '61091000101',
    '6109..10',
    '.610910',
    '610910.',
    '6109-10',
    '6109 10',
    'ABCDEF',
    '１２３４５６',
  ])('no HS code: %j', (hsCode) => {
    expect(brokenPlaces({ hsCode })).toEqual(['hsCode']);
  });

  test('origin and currency must exist', () => {
    expect(brokenPlaces({ countryOfOrigin: 'UK' })).toEqual(['countryOfOrigin']);
    expect(brokenPlaces({ value: { amount: '1', currency: 'ABC' } })).toEqual(['value.currency']);
    expect(brokenPlaces({ value: { amount: '1', currency: '__proto__' } })).toEqual(['value.currency']);
  });

  test('the description is words', () => {
    expect(brokenPlaces({ description: '  ' })).toEqual(['description']);
    expect(brokenPlaces({ description: 'a\u0000b' })).toEqual(['description']);
  });

  test.each([
    ['0.01', 'EUR'],
    ['12', 'EUR'],
    ['12.5', 'EUR'],
    ['999999999999.99', 'EUR'],
    ['100', 'JPY'],
    ['1.234', 'KWD'],
    ['12.50', 'HUF'],
    ['1.25', 'MRU'],
    ['5.00', 'XCG'],
  ])('%s %s is a value', (amount, currency) => {
    expect(brokenPlaces({ value: { amount, currency } })).toEqual([]);
  });

  test.each([
    ['0', 'EUR'],
    ['0.00', 'EUR'],
    ['-1', 'EUR'],
    ['1.234', 'EUR'],
    ['1.5', 'JPY'],
    ['1.2345', 'KWD'],
    ['1.', 'EUR'],
    ['.5', 'EUR'],
    ['1,50', 'EUR'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
    ['1000000000000', 'EUR'],
  ])('%j %s is none', (amount, currency) => {
    expect(brokenPlaces({ value: { amount, currency } })).toEqual(['value.amount']);
  });
});

test.each([
  ['EUR', 2],
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['CLF', 4],
  ['HUF', 2],
  ['IQD', 3],
  ['MGA', 2],
  ['MRU', 2],
  ['XCG', 2],
  ['XXX', undefined],
  ['eur', undefined],
  ['toString', undefined],
  ['default', undefined],
])('%s has the %d minor digits of ISO 4217', (code, digits) => {
  expect(currencyMinorDigits(code)).toBe(digits);
});
