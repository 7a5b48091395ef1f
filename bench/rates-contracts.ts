import type { Question } from '../src/modules/rates/answer-question.ts';
import type { ContractInput } from '../src/modules/rates/v1/contract-schemas.ts';

/** Fifty zones: countries, and postal codes of Germany by prefixes and by ranges. */
export const ZONES = 50;
export const SERVICE_LEVELS = 2;

const kg = (value: number) => ({ value, unit: 'kg' as const });
const COUNTRIES = 'AT BE BG CZ DK EE ES FI FR GR HR HU IE IT LT LU LV PL PT RO SE SI SK CH NO GB'.split(' ');

/** Its own prices, whatever it has in common with others. */
export function contractOf(number: number, bracketsEach: number): ContractInput {
  const postal = Array.from({ length: ZONES - 2 - COUNTRIES.length }, (_, zone) => ({
    reference: `DE-${zone}`,
    postCodes: [
      { countryCode: 'DE', prefix: String(10 + zone * 3) },
      { countryCode: 'DE', from: String(10_500 + zone * 700), to: String(10_900 + zone * 700) },
    ],
  }));
  const zones = [
    { reference: 'NL', countries: ['NL'] },
    { reference: 'DE', countries: ['DE'] },
    ...COUNTRIES.map((country) => ({ reference: country, countries: [country] })),
    ...postal,
  ];
  const brackets = Array.from({ length: bracketsEach }, (_, index) => ({
    upTo: kg(index + 1),
    amount: `${5 + index}.${10 + (number % 90)}`,
  }));
  return {
    reference: `BENCH-${number}`,
    carrierReference: `CARRIER-${number}`,
    currency: 'EUR',
    validFrom: '2026-01-01',
    volumetricDivisor: 5_000,
    weightStep: kg(0.5),
    zones,
    serviceLevels: Array.from({ length: SERVICE_LEVELS }, (_, level) => ({
      reference: `LEVEL-${level}`,
      prices: zones.slice(1).map(({ reference }) => ({ origin: 'NL', destination: reference, brackets })),
    })),
    surcharges: [
      { reference: 'TOLL', type: 'fixed', amount: '0.35' },
      { reference: 'FUEL', type: 'percentage', percentage: '12.5', appliesTo: ['base', 'TOLL'] },
      {
        reference: 'OVERSIZE',
        type: 'fixed',
        amount: '15.00',
        per: 'handlingUnit',
        when: { longestSide: { moreThan: { value: 120, unit: 'cm' } } },
      },
    ],
  };
}

export const QUESTION: Question = {
  date: '2026-06-01',
  shipment: {
    addresses: {
      sender: { countryCode: 'NL', postCode: '1012AB' },
      receiver: { countryCode: 'DE', postCode: '10615' },
    },
    handlingUnits: [{ weight: kg(2.5), dimensions: { length: 30, width: 20, height: 15, unit: 'cm' } }],
  },
};
