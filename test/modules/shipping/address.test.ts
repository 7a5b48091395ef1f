import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Address, checkAddress } from '../../../src/modules/shipping/address.ts';
import { isPrintableLine, printedLength } from '../../../src/platform/printable-line.ts';
import { cpuMillisecondsOf } from '../../harness/cpu-time.ts';

const BERLIN: Address = {
  contactName: 'John Doe',
  street: 'Berliner Str. 45',
  city: 'Berlin',
  postCode: '10115',
  countryCode: 'DE',
};
const NEW_YORK: Address = { ...BERLIN, city: 'New York', postCode: '10001', countryCode: 'US', stateCode: 'NY' };

const check = (change: Partial<Address>, base = BERLIN) =>
  checkAddress({ ...base, ...change }, ['addresses', 'receiver']);
const brokenFields = (change: Partial<Address>, base = BERLIN) => check(change, base).map(({ path }) => path.at(-1));

test('accepts the addresses of the specification', () => {
  expect(check({})).toEqual([]);
  const amsterdam = {
    companyName: 'Acme Corp',
    street: 'Hoofdweg 123',
    city: 'Amsterdam',
    postCode: '1012AB',
    countryCode: 'NL',
  };
  expect(checkAddress(amsterdam, ['addresses', 'sender'])).toEqual([]);
});

test('names the place and the rule of each broken one', () => {
  expect(check({ postCode: '1011' })).toEqual([
    {
      path: ['addresses', 'receiver', 'postCode'],
      message: 'Invalid format for German postal code: expected 5 digits, for example 10115',
    },
  ]);
  expect(brokenFields({ postCode: '1', phone: '1', email: '1', eoriNumber: '1', vatNumber: '1', city: ' ' })).toEqual([
    'city',
    'postCode',
    'phone',
    'email',
    'eoriNumber',
    'vatNumber',
  ]);
});

test.each<Partial<Address>>([
  { companyName: 'Acme' },
  { houseNumber: '45' },
  { street: 'Rose Cottage', countryCode: 'GB', postCode: 'SW1A 1AA' },
  { countryCode: 'IE', postCode: '' },
  { countryCode: 'AE', postCode: '' },
  { stateCode: 'BE' },
  { phone: '+4930123456', email: 'john@example.com', residential: true },
  { eoriNumber: 'DE123456789012345', vatNumber: 'DE123456789' },
  { vatNumber: 'CHE-123.456.789 MWST' },
  { vatNumber: '12.345.678/0001-95' },
  { city: 'Łódź', contactName: '山田太郎', addressLine2: 'קומה 2' },
])('accepts %j', (change) => {
  expect(check(change)).toEqual([]);
});

test('wants a name, of a company or a person', () => {
  const nobody: Address = { street: 'Hoofdweg 1', city: 'Amsterdam', postCode: '1012AB', countryCode: 'NL' };
  expect(checkAddress(nobody, []).map(({ path }) => path)).toEqual([['contactName']]);
  expect(checkAddress({ ...nobody, companyName: ' ', contactName: '' }, [])).toHaveLength(1);
});

const PRINTS_AS_NOTHING = [
  '\u00ad',
  '\u200b',
  '\u3164',
  '\u2800',
  '\u0301',
  '\ufeff',
  '\u2060\u00a0',
  '\u{e0041}',
  '\ufe0f \u115f',
];

test.each(PRINTS_AS_NOTHING)('%j prints as nothing, and so is no name, street or city', (blank) => {
  expect(brokenFields({ contactName: blank })).toEqual(['contactName']);
  expect(brokenFields({ street: blank, city: blank })).toEqual(['street', 'city']);
  expect(brokenFields({ street: `A${blank}` })).toEqual([]);
});

test.each(['.', '山', '1', 'ﷺ', '🏠', 'ा क', 'é'])('%j is printed', (text) => {
  expect(brokenFields({ contactName: text, street: text, city: text })).toEqual([]);
});

test('an unknown country is one error, not three', () => {
  expect(check({ countryCode: 'UK', postCode: '1' })).toEqual([
    {
      path: ['addresses', 'receiver', 'countryCode'],
      message: 'Unknown country code: for the United Kingdom write GB.',
    },
  ]);
});

describe('the lines of a label', () => {
  test.each(['companyName', 'contactName', 'street', 'addressLine2', 'city'] as const)(
    '%s has room for 35',
    (field) => {
      expect(check({ [field]: 'é'.repeat(35) })).toEqual([]);
      expect(check({ [field]: 'x'.repeat(36) })).toEqual([
        { path: ['addresses', 'receiver', field], message: expect.stringContaining('35 characters; this has 36') },
      ]);
    },
  );

  test('street and house number share one', () => {
    expect(check({ street: 'x'.repeat(32), houseNumber: '12' })).toEqual([]);
    expect(check({ street: 'x'.repeat(33), houseNumber: '12' })).toEqual([
      {
        path: ['addresses', 'receiver', 'street'],
        message: expect.stringContaining('street and houseNumber together have 36'),
      },
    ]);
  });

  test('counts characters, not their encoding', () => {
    expect(printedLength('é'.normalize('NFD'))).toBe(1);
    expect(printedLength('𠮷野家')).toBe(3);
    expect(check({ city: '𠮷'.repeat(35), contactName: 'é'.repeat(35).normalize('NFD') })).toEqual([]);
  });

  test.each(['companyName', 'contactName', 'street', 'houseNumber', 'addressLine2', 'city'] as const)(
    '%s takes no control characters',
    (field) => {
      for (const bad of ['\u0000', '\n', '\t', '\u007f', '\u0085', '\u2028', '\u2029', '\ud800', '\udc00']) {
        expect(brokenFields({ [field]: `A${bad}B` })).toEqual([field]);
      }
    },
  );
});

test('a printable line is what has neither control characters nor lone surrogates', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const codePoints = [...text].map((character) => character.codePointAt(0) ?? 0);
      const isControl = (code: number) => code < 32 || (code > 126 && code < 160) || code === 0x2028 || code === 0x2029;
      expect(isPrintableLine(text)).toBe(text.isWellFormed() && !codePoints.some(isControl));
    }),
    { numRuns: 300 },
  );
});

describe('states', () => {
  test('the USA and Canada need theirs', () => {
    const { stateCode: _, ...without } = NEW_YORK;
    expect(checkAddress(without, [])).toEqual([
      {
        path: ['stateCode'],
        message: 'The state is missing: an address in the United States needs its code, for example NY.',
      },
    ]);
    expect(brokenFields({ countryCode: 'CA', postCode: 'K1A 0B1' })).toEqual(['stateCode']);
    expect(check({ countryCode: 'CA', postCode: 'K1A 0B1', stateCode: 'ON' })).toEqual([]);
    expect(check({ countryCode: 'AU', postCode: '2000' })).toEqual([]);
  });

  test.each(['NY', 'DC', 'PR', 'AE'])('US-%s exists', (stateCode) => {
    expect(check({ stateCode }, NEW_YORK)).toEqual([]);
  });

  test.each(['ZZ', 'ny', 'US-NY', 'New York', 'ON'])('%j is none of the USA', (stateCode) => {
    expect(brokenFields({ stateCode }, NEW_YORK)).toEqual(['stateCode']);
  });

  test('elsewhere only the form counts', () => {
    expect(check({ stateCode: 'BY' })).toEqual([]);
    expect(brokenFields({ stateCode: 'Bayern' })).toEqual(['stateCode']);
    expect(brokenFields({ countryCode: 'AU', postCode: '2000', stateCode: 'XYZ' })).toEqual(['stateCode']);
  });
});

test.each([
  ['eoriNumber', 'de123'],
  ['eoriNumber', 'DE'],
  ['eoriNumber', 'DE1234567890123456'],
  ['eoriNumber', '12DE3'],
  ['vatNumber', 'x'],
  ['vatNumber', 'nl123456789b01'],
  ['vatNumber', 'NL123456789B01234567890'],
  ['vatNumber', 'NL 123\u00001'],
] as const)('%s %j is refused', (field, value) => {
  expect(brokenFields({ [field]: value })).toEqual([field]);
});

test('no text makes it throw or linger', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a'.repeat(100_000), '1-'.repeat(50_000), '@'.repeat(9999)),
  );
  const address = fc.record(
    {
      companyName: text,
      contactName: text,
      houseNumber: text,
      addressLine2: text,
      postCode: text,
      stateCode: text,
      phone: text,
      email: text,
      eoriNumber: text,
      vatNumber: text,
      street: text,
      city: text,
      countryCode: fc.oneof(fc.constantFrom('DE', 'US', 'GB', 'AE'), text),
    },
    { requiredKeys: ['street', 'city', 'countryCode'] },
  );
  fc.assert(
    fc.property(address, (value) => {
      expect(cpuMillisecondsOf(() => checkAddress(value, []))).toBeLessThan(250);
    }),
  );
});
