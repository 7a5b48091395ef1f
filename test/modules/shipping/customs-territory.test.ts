import { describe, expect, test } from 'vitest';
import { CUSTOMS_PLACES } from '../../../src/modules/shipping/customs-places.ts';
import { customsPlaceName, leavesCustomsTerritory } from '../../../src/modules/shipping/customs-territory.ts';
import { isCountryCode } from '../../../src/platform/country.ts';
import { normalisePostCode } from '../../../src/platform/post-code.ts';

/** "ES 35001" as an address. */
function place(text: string) {
  const [countryCode = '', ...rest] = text.split(' ');
  return rest.length === 0 ? { countryCode } : { countryCode, postCode: rest.join(' ') };
}

const leaves = (from: string, to: string) => leavesCustomsTerritory(place(from), place(to));

describe('lanes within one territory', () => {
  test.each([
    ['NL 1012AB', 'DE 10115'],
    ['NL 1012AB', 'NL 1012AB'],
    ['FR 75001', 'MC 98000'],
    ['FR 75001', 'FR 98000'],
    ['PT 1000-001', 'PT 9500-150'],
    ['ES 28013', 'ES 07001'],
    ['GR 105 57', 'GR 63085'],
    ['IT 23041', 'IT 23041'],
    ['ES 35001', 'ES 38001'],
    ['FR 97400', 'RE 97400'],
    ['FI 22100', 'AX 22100'],
    ['IE D02 X285', 'GB BT1 5GS'],
    ['GB BT1 5GS', 'DE 10115'],
    ['GB BT1 5GS', 'GB bt2 7aa'],
    ['GB BT1 5GS', 'GB SW1A 1AA'],
    ['GB SW1A 1AA', 'GB EH1 1YZ'],
    ['GB SW1A 1AA', 'IM IM1 1AA'],
    ['IM IM1 1AA', 'GB SW1A 1AA'],
    ['JE JE2 3AB', 'GB JE2 3AB'],
    ['CH 8000', 'LI 9490'],
    ['LI 9490', 'DE 78266'],
    ['US 10001', 'US 90001'],
    ['US 10001', 'PR 00901'],
    ['US 10001', 'US 00901'],
    ['VI 00802', 'US 00802'],
    ['GU 96910', 'US 96931'],
    ['NO 0150', 'NO 5003'],
    ['JP 100-0001', 'JP 530-0001'],
    ['AE', 'AE'],
    ['IT 47890', 'SM 47893'],
    ['SM 47890', 'IT 47899'],
    ['IT 00120', 'VA 00120'],
    ['GB GX11 1AA', 'GI GX11 1AA'],
    ['NO 9170', 'SJ 9170'],
    ['NO 8099', 'SJ 8099'],
    ['CH 6911', 'IT 22061'],
    ['US 96898', 'UM 96898'],
    ['CN 999077', 'HK'],
    ['TR 99010', 'TR 99300'],
    ['XK 10000', 'XK 20000'],
  ])('%s to %s needs no customs data', (from, to) => {
    expect(leaves(from, to)).toBe(false);
  });
});

describe('lanes that leave one', () => {
  test.each([
    ['NL 1012AB', 'GB SW1A 1AA'],
    ['NL 1012AB', 'CH 8000'],
    ['NL 1012AB', 'NO 0150'],
    ['NL 1012AB', 'US 10001'],
    ['NL 1012AB', 'CW'],
    ['NL 1012AB', 'BQ'],
    ['DE 10115', 'DE 27498'],
    ['DE 10115', 'DE 78266'],
    ['DE 10115', 'DE DE-78266'],
    ['ES 28013', 'ES 35001'],
    ['ES 28013', 'ES 38001'],
    ['ES 28013', 'ES 51001'],
    ['ES 51001', 'ES 52001'],
    ['IT 00144', 'IT 23041'],
    ['IT 00144', 'IT 22061'],
    ['IT 00144', 'SM 47890'],
    ['IT 00144', 'VA 00120'],
    ['GR 105 57', 'GR 630 86'],
    ['FI 00100', 'FI 22100'],
    ['FI 00100', 'AX 22100'],
    ['FR 75001', 'FR 97400'],
    ['FR 75001', 'GP 97100'],
    ['FR 75001', 'FR 97150'],
    ['FR 75001', 'FR 98800'],
    ['FR 97100', 'FR 97200'],
    ['DK 1050', 'DK 3900'],
    ['DK 1050', 'FO 100'],
    ['ES 28013', 'AD AD500'],
    ['DE 10115', 'TR 34000'],
    ['FR 75001', 'JE JE2 3AB'],
    ['GB SW1A 1AA', 'GB BT1 5GS'],
    ['IM IM1 1AA', 'GB BT1 5GS'],
    ['GB SW1A 1AA', 'IE D02 X285'],
    ['GB SW1A 1AA', 'JE JE2 3AB'],
    ['GB SW1A 1AA', 'GB GY1 1AA'],
    ['GB SW1A 1AA', 'GB BF1 2AT'],
    ['GB SW1A 1AA', 'GI GX11 1AA'],
    ['CH 8000', 'DE 10115'],
    ['CH 8000', 'CH 7562'],
    ['US 10001', 'VI 00802'],
    ['US 10001', 'US 00802'],
    ['US 10001', 'US 96910'],
    ['US 10001', 'US 96940'],
    ['US 10001', 'US 09012'],
    ['US 10001', 'US 34002'],
    ['US 10001', 'CA K1A 0B1'],
    ['AU 2000', 'AU 2899'],
    ['CN 100000', 'HK'],
    ['RS 11000', 'XK 10000'],
    ['ZA 0001', 'NA 10001'],
    ['RU 101000', 'BY 220050'],
    ['NO 0150', 'SJ 9170'],
    ['NO 0150', 'NO 9170'],
    ['NO 0150', 'NO 8099'],
    ['IT 47900', 'IT 47890'],
    ['IT 47899', 'IT 00144'],
    ['IT 00144', 'IT 00120'],
    ['GB SW1A 1AA', 'GB GX11 1AA'],
    ['GB gx111aa', 'GB SW1A 1AA'],
    ['CH 8000', 'CH 6911'],
    ['US 96813', 'US 96898'],
    ['CN 100000', 'CN 999077'],
    ['CN 100000', 'CN 999078'],
    ['TR 34000', 'TR 99010'],
  ])('%s to %s needs customs data', (from, to) => {
    expect(leaves(from, to)).toBe(true);
  });

  test('only the lanes of Northern Ireland depend on the direction', () => {
    const ends = [
      'NL 1012AB',
      'GB SW1A 1AA',
      'IM IM1 1AA',
      'JE JE2 3AB',
      'CH 8000',
      'ES 35001',
      'US 10001',
      'GB BT1 5GS',
    ];
    const uneven = ends.flatMap((from) =>
      ends.filter((to) => leaves(from, to) !== leaves(to, from)).map((to) => `${from} > ${to}`),
    );
    expect(uneven.every((lane) => lane.includes('BT1 5GS'))).toBe(true);
    expect(uneven).toHaveLength(4);
  });
});

describe('the table', () => {
  test('has a reason and a source for each row, and each row can be met', () => {
    const seen = new Set<string>();
    for (const row of CUSTOMS_PLACES) {
      expect(row.rule.reason).not.toBe('');
      expect(row.rule.source).toMatch(
        /Regulation|Directive|Decision|CFR|Act|agreement|arrangements|treaty|ordinance|Law|Protocol|Framework|guide|Manual/,
      );
      for (const country of row.countries) {
        expect(isCountryCode(country)).toBe(true);
        for (const postCode of row.postCodes ?? ['']) {
          expect(normalisePostCode(country, postCode)).toBe(postCode);
          const key = `${country} ${postCode}`;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
      }
      expect(row.postCodes !== undefined && row.name === undefined).toBe(false);
    }
    expect(seen.size).toBeGreaterThan(90);
  });

  test('has the 27 member states', () => {
    expect(CUSTOMS_PLACES[0]?.countries).toHaveLength(27);
  });
});

test.each([
  ['ES 35001', 'the Canary Islands'],
  ['ES 28013', 'Spain'],
  ['GB BT1 5GS', 'Northern Ireland'],
  ['GB', 'the United Kingdom'],
  ['US 96940', 'the freely associated states'],
  ['US 96932', 'Guam'],
  ['IT 47895', 'San Marino'],
  ['IT 47900', 'Italy'],
  ['NO 9180', 'Norway'],
])('%s is called %s', (text, name) => {
  expect(customsPlaceName(place(text))).toBe(name);
});
