import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitStreet } from '../../../src/modules/shipping/street.ts';
import { cpuMillisecondsOf } from '../../harness/cpu-time.ts';

const split = (countryCode: string, street: string, houseNumber?: string) =>
  splitStreet({ street, countryCode, ...(houseNumber !== undefined && { houseNumber }) });

describe('a house number within the street', () => {
  test.each([
    ['NL', 'Hoofdweg 123', 'Hoofdweg', '123'],
    ['NL', 'Hoofdweg 123-2', 'Hoofdweg', '123-2'],
    ['NL', '1e Hugo de Grootstraat 12 hs', '1e Hugo de Grootstraat', '12 hs'],
    ['DE', 'Berliner Str. 45', 'Berliner Str.', '45'],
    ['DE', 'Berliner Str. 45a', 'Berliner Str.', '45a'],
    ['DE', 'Berliner Str. 45 A', 'Berliner Str.', '45 A'],
    ['DE', 'Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
    ['AT', 'Mariahilfer Straße 12/3/15', 'Mariahilfer Straße', '12/3/15'],
    ['PL', 'Plac Defilad 1', 'Plac Defilad', '1'],
    ['PL', '3 Maja 12', '3 Maja', '12'],
    ['IT', 'Via Roma, 12', 'Via Roma', '12'],
    ['ES', 'Calle Mayor, 12', 'Calle Mayor', '12'],
    ['AR', '25 de Mayo 350', '25 de Mayo', '350'],
    ['FR', '12 rue de la Paix', 'rue de la Paix', '12'],
    ['FR', '12, rue de la Paix', 'rue de la Paix', '12'],
    ['FR', '12 bis rue de la Paix', 'rue de la Paix', '12 bis'],
    ['FR', 'Rue de la Paix 12', 'Rue de la Paix', '12'],
    ['BE', '16 rue de la Loi', 'rue de la Loi', '16'],
    ['BE', 'Wetstraat 16', 'Wetstraat', '16'],
    ['CH', 'Rue de Lausanne 12', 'Rue de Lausanne', '12'],
    ['GB', '10 Downing Street', 'Downing Street', '10'],
    ['GB', '221B Baker Street', 'Baker Street', '221B'],
    ['US', '350 5th Ave', '5th Ave', '350'],
    ['US', '12 Route 66', 'Route 66', '12'],
    ['US', '1600 Pennsylvania Avenue NW', 'Pennsylvania Avenue NW', '1600'],
  ])('%s %j', (country, sent, street, houseNumber) => {
    expect(split(country, sent)).toEqual({ street, houseNumber });
  });

  test.each([
    ['GB', 'Rose Cottage'],
    ['IE', 'Ballyhoura'],
    ['US', 'PO Box 123'],
    ['US', 'Suite 400'],
    ['DE', 'Packstation 145'],
    ['DE', 'Postfach 1234'],
    ['NL', 'Postbus 123'],
    ['PL', '3 Maja'],
    ['DE', '17. Juni Straße'],
    ['DE', '45'],
    ['US', '45'],
    ['DK', 'Vesterbrogade 12, 3. tv'],
    ['JP', '1-1 Chiyoda'],
  ])('%s %j stays whole', (country, street) => {
    expect(split(country, street)).toEqual({ street });
  });
});

test('a house number sent apart is taken as it is', () => {
  expect(split('NL', 'Hoofdweg', '123-A')).toEqual({ street: 'Hoofdweg', houseNumber: '123-A' });
  expect(split('NL', 'Plein 1944', '7')).toEqual({ street: 'Plein 1944', houseNumber: '7' });
  expect(split('NL', 'Hoofdweg 5', ' ')).toEqual({ street: 'Hoofdweg', houseNumber: '5' });
});

test('no word is lost, whatever the street', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[A-Za-zäöüßé.,'-]{1,8}$/),
    fc.stringMatching(/^\d{1,6}[a-z]?,?$/),
    fc.constantFrom('rue', 'Box', 'bis', 'A', '5-7', '1/2'),
  );
  const words = (text: string) => text.replaceAll(',', '').split(/\s+/).filter(Boolean).sort();
  fc.assert(
    fc.property(
      fc.constantFrom('NL', 'DE', 'FR', 'GB', 'US', 'BE'),
      fc.array(word, { maxLength: 7 }),
      (country, parts) => {
        const street = parts.join(' ');
        const result = split(country, street);
        expect(words(`${result.street} ${result.houseNumber ?? ''}`)).toEqual(words(street));
        expect(result.street === '' && result.houseNumber !== undefined).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a hostile street is split in no time', () => {
  for (const street of ['1 '.repeat(50_000), '1-'.repeat(50_000), `${'a'.repeat(100_000)} 1`])
    expect(cpuMillisecondsOf(() => split('NL', street))).toBeLessThan(100);
});
