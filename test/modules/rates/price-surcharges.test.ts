import { describe, expect, test } from 'vitest';
import { ask, contractOf, DE, flat, kg, priceOf, type Sent } from './ask-contract.ts';

/** Every figure below was computed by hand. */

describe('surcharges', () => {
  const fixed = (reference: string, amount: string, more: object = {}): object => ({
    reference,
    type: 'fixed',
    amount,
    ...more,
  });
  const percent = (reference: string, percentage: string, of: string[], more: object = {}): object => ({
    reference,
    type: 'percentage',
    percentage,
    appliesTo: of,
    ...more,
  });
  const priced = (surcharges: object[], sent: Sent = {}, changes: object = {}): string =>
    priceOf(contractOf({ ...flat('10.00'), surcharges, ...changes }), sent);

  test.each<[string, object[], string]>([
    ['stand in the order of the contract', [fixed('B', '1'), fixed('A', '2')], '13.00 = base 10.00 + B 1.00 + A 2.00'],
    [
      'are a percentage of exactly what they name',
      [fixed('TOLL', '0.35'), fixed('OTHER', '5'), percent('FUEL', '12.5', ['base', 'TOLL'])],
      '16.64 = base 10.00 + TOLL 0.35 + OTHER 5.00 + FUEL 1.29',
    ],
    [
      'may be a percentage of a percentage',
      [percent('A', '10', ['base']), percent('B', '10', ['A'])],
      '11.10 = base 10.00 + A 1.00 + B 0.10',
    ],
    [
      'are rounded line by line, and percentages are of rounded lines',
      [percent('A', '0.05', ['base']), percent('B', '50', ['A'])],
      '10.02 = base 10.00 + A 0.01 + B 0.01',
    ],
    [
      'may name what stands behind them',
      [percent('FUEL', '10', ['base', 'TOLL']), fixed('TOLL', '5')],
      '16.50 = base 10.00 + FUEL 1.50 + TOLL 5.00',
    ],
    [
      'may be discounts, also of a surcharge',
      [fixed('TOLL', '1'), percent('LESS', '-50', ['TOLL']), percent('DEAL', '-10', ['base'])],
      '9.50 = base 10.00 + TOLL 1.00 + LESS -0.50 + DEAL -1.00',
    ],
    ['may take everything away', [percent('FREE', '-100', ['base'])], '0.00 = base 10.00 + FREE -10.00'],
    ['may be a fixed discount', [fixed('DEAL', '-2.50')], '7.50 = base 10.00 + DEAL -2.50'],
    [
      'half a cent is a cent, and of a discount too',
      [percent('A', '0.05', ['base']), percent('B', '-0.05', ['base'])],
      '10.00 = base 10.00 + A 0.01 + B -0.01',
    ],
    ['of nought are shown', [percent('FUEL', '0', ['base'])], '10.00 = base 10.00 + FUEL 0.00'],
    [
      'of what did not apply are none',
      [fixed('NEVER', '5', { when: { dangerousGoods: true } }), percent('FUEL', '10', ['NEVER'])],
      '10.00 = base 10.00',
    ],
    [
      'count what did apply, of what they name',
      [fixed('NEVER', '5', { when: { dangerousGoods: true } }), percent('FUEL', '10', ['NEVER', 'base'])],
      '11.00 = base 10.00 + FUEL 1.00',
    ],
  ])('%s', (_what, surcharges, expected) => {
    expect(priced(surcharges)).toBe(expected.replace(' =', ' EUR ='));
  });

  const long = { weight: kg(1), dimensions: { length: 20, width: 130, height: 10, unit: 'cm' } };
  const small = { weight: kg(1), dimensions: { length: 20, width: 10, height: 10, unit: 'cm' } };
  const oversize = (per: string): object[] => [
    fixed('OVERSIZE', '15.005', { per, when: { longestSide: { moreThan: { value: 120, unit: 'cm' } } } }),
  ];

  test.each<[string, object[], (number | object)[], string]>([
    [
      'per handling unit: once for each of which the condition holds, rounded as one line',
      oversize('handlingUnit'),
      [long, small, long],
      '40.01 = base 10.00 + OVERSIZE 30.01',
    ],
    [
      'per shipment: once, when any unit is so',
      oversize('shipment'),
      [small, long, long],
      '25.01 = base 10.00 + OVERSIZE 15.01',
    ],
    [
      'per handling unit without a condition: for each',
      [fixed('LABEL', '0.10', { per: 'handlingUnit' })],
      [small, small, 1],
      '10.30 = base 10.00 + LABEL 0.30',
    ],
  ])('%s', (_what, surcharges, units, expected) => {
    expect(priced(surcharges, { units })).toBe(expected.replace(' =', ' EUR ='));
  });

  const when = (condition: object): object[] => [fixed('X', '1', { when: condition })];
  const cm = (value: number) => ({ value, unit: 'cm' });
  const applies = (condition: object, sent: Sent, changes: object = {}): boolean =>
    priced(when(condition), sent, changes).includes('X');
  const island = { zones: [{ reference: 'ISLAND', postCodes: [{ countryCode: 'DE', prefix: '25849' }] }] };
  const TO_ISLAND = { to: { countryCode: 'DE', postCode: '25849' } };

  test.each<[string, object, Sent, boolean]>([
    ['more than a weight, on it', { weight: { moreThan: kg(30) } }, { units: [30] }, false],
    ['more than a weight, above it', { weight: { moreThan: kg(30) } }, { units: [30.000001] }, true],
    ['at least a weight, on it', { weight: { atLeast: kg(30) } }, { units: [30] }, true],
    ['less than a weight, on it', { weight: { lessThan: kg(30) } }, { units: [30] }, false],
    [
      'at most a weight, in pounds, on it',
      { weight: { atMost: { value: 5, unit: 'lb' } } },
      { units: Array(10).fill({ weight: { value: 0.5, unit: 'lb' } }) },
      true,
    ],
    ['two bounds, both kept', { weight: { moreThan: kg(1), atMost: kg(2) } }, { units: [2] }, true],
    ['two bounds, one broken', { weight: { moreThan: kg(1), atMost: kg(2) } }, { units: [2.1] }, false],
    [
      'the weight is the physical one, of the whole shipment',
      { weight: { moreThan: kg(1.5) } },
      { units: [1, 1] },
      true,
    ],
    ['the longest side is whichever is longest', { longestSide: { atLeast: cm(130) } }, { units: [long] }, true],
    // 2 x (20 + 10) = 60
    [
      'the girth goes around the shorter sides',
      { girth: { atLeast: cm(60), atMost: cm(60) } },
      { units: [long] },
      true,
    ],
    [
      'length plus girth: 130 + 60',
      { lengthPlusGirth: { atLeast: cm(190), atMost: { value: 1.9, unit: 'm' } } },
      { units: [long] },
      true,
    ],
    // 26000 cm3 + 2000 cm3
    [
      'the volume is that of all',
      { volume: { atLeast: { value: 28, unit: 'dm3' }, atMost: { value: 0.028, unit: 'm3' } } },
      { units: [long, small] },
      true,
    ],
    ['a destination country', { destination: { countries: ['DE'] } }, {}, true],
    ['an origin country', { origin: { countries: ['DE'] } }, {}, false],
    ['a postal code', { destination: { postCodes: [{ countryCode: 'DE', from: '10000', to: '10999' }] } }, {}, true],
    ['a zone', { destination: { zones: ['ISLAND'] } }, TO_ISLAND, true],
    ['another zone', { destination: { zones: ['ISLAND'] } }, {}, false],
    ['not in a zone', { not: { destination: { zones: ['ISLAND'] } } }, {}, true],
    [
      'any of several places',
      { destination: { zones: ['ISLAND'], countries: ['BE'] } },
      { to: { countryCode: 'BE', postCode: '1000' } },
      true,
    ],
    ['the service level', { serviceLevels: ['L'] }, {}, true],
    ['a private address', { residential: true }, { to: { ...DE, residential: true } }, true],
    ['an address that does not say is not private', { residential: true }, {}, false],
    ['an address that does not say is a business', { residential: false }, {}, true],
    [
      'dangerous goods in any unit',
      { dangerousGoods: true },
      { units: [1, { weight: kg(1), dangerousGoods: true }] },
      true,
    ],
    ['a unit that does not say has none', { dangerousGoods: true }, {}, false],
    ['all of several', { and: [{ weight: { atMost: kg(1) } }, { residential: true }] }, {}, false],
    ['any of several', { or: [{ weight: { atMost: kg(1) } }, { residential: true }] }, {}, true],
    ['members of one condition all hold', { weight: { atMost: kg(1) }, residential: true }, {}, false],
    ['not', { not: { residential: true } }, {}, true],
    ['not of what is not known', { not: { longestSide: { moreThan: cm(120) } } }, { units: [1] }, false],
    ['what is not known', { longestSide: { atMost: cm(120) } }, { units: [1] }, false],
    ['what one known unit decides', { longestSide: { moreThan: cm(120) } }, { units: [long, 1] }, true],
    ['what one known unit denies', { not: { longestSide: { atMost: cm(120) } } }, { units: [long, 1] }, true],
    [
      'or of a known and an unknown',
      { or: [{ girth: { moreThan: cm(1) } }, { weight: { atMost: kg(1) } }] },
      { units: [1] },
      true,
    ],
    [
      'a postal code that is not known',
      { not: { destination: { zones: ['ISLAND'] } } },
      { to: { countryCode: 'DE' } },
      false,
    ],
    [
      'a postal code that does not matter',
      { not: { destination: { zones: ['ISLAND'] } } },
      { to: { countryCode: 'BE' } },
      true,
    ],
  ])('condition: %s', (_what, condition, sent, expected) => {
    expect(applies(condition, sent, island)).toBe(expected);
  });

  test('says which could not be decided, and for which unit', () => {
    const contract = contractOf({ ...flat('10.00'), surcharges: oversize('handlingUnit') });
    const [rate] = ask(contract, { units: [long, 1, 1] }).rates;
    expect(rate?.total.amount).toBe('25.01');
    expect(rate?.undecided).toEqual([
      {
        reference: 'OVERSIZE',
        reason: 'Whether it applies for handling unit 2, 3 depends on dimensions or a postal code that are missing.',
      },
    ]);
  });

  describe('with dated values', () => {
    const fuel = (...values: object[]): object[] => [
      { reference: 'FUEL', type: 'percentage', appliesTo: ['base'], values },
    ];
    const monthly = fuel(
      { from: '2026-01-01', percentage: '10' },
      { from: '2026-02-01', to: '2026-02-28', percentage: '11' },
      { from: '2026-04-01', percentage: '12' },
    );
    test.each<[string, string]>([
      ['2026-01-01', '11.00 EUR = base 10.00 + FUEL 1.00'],
      ['2026-01-31', '11.00 EUR = base 10.00 + FUEL 1.00'],
      ['2026-02-01', '11.10 EUR = base 10.00 + FUEL 1.10'],
      ['2026-02-28', '11.10 EUR = base 10.00 + FUEL 1.10'],
      ['2026-03-01', 'no-surcharge-value'],
      ['2026-03-31', 'no-surcharge-value'],
      ['2026-04-01', '11.20 EUR = base 10.00 + FUEL 1.20'],
      ['2030-04-01', '11.20 EUR = base 10.00 + FUEL 1.20'],
    ])('on %s: %s', (date, expected) => {
      expect(priced(monthly, { date })).toBe(expected);
    });

    test('before the first there is no price, unless it does not apply', () => {
      const late = { from: '2026-07-01', percentage: '10' };
      expect(priced(fuel(late))).toBe('no-surcharge-value');
      const rarely = fuel(late).map((one) => ({ ...one, when: { residential: true } }));
      expect(priced(rarely)).toBe('10.00 EUR = base 10.00');
    });
  });
});
