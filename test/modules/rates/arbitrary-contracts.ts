import fc from 'fast-check';
import type { RateShipment } from '../../../src/modules/rates/index.ts';
import type { Condition, PostCodes, Zone } from '../../../src/modules/rates/v1/condition-schemas.ts';
import type { Bracket, ContractInput, Surcharge } from '../../../src/modules/rates/v1/contract-schemas.ts';

/** Contracts and shipments small enough to meet each other's bounds, zones and days all the time. */

const COUNTRIES: Record<string, number> = { DE: 5, BE: 4, FR: 5 };
const country = fc.constantFrom('DE', 'BE', 'FR');
const DAYS = ['2026-01-01', '2026-01-15', '2026-01-31', '2026-02-01', '2026-02-28', '2026-06-30', '2026-12-31'];
const day = fc.constantFrom(...DAYS);

/** Few digits, so that codes, prefixes and bounds coincide. */
const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom('1', '2', '9'), { minLength: length, maxLength: length }).map((each) => each.join(''));

const beginning = (countryCode: string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: COUNTRIES[countryCode] ?? 4 }).chain(digits);

const postCodes: fc.Arbitrary<PostCodes> = country.chain((countryCode) =>
  fc.oneof(
    beginning(countryCode).map((prefix) => ({ countryCode, prefix })),
    fc.tuple(beginning(countryCode), beginning(countryCode)).map(([one, other]) => {
      const length = COUNTRIES[countryCode] ?? 4;
      const isRising = one.padEnd(length, '0') <= other.padEnd(length, '9');
      return { countryCode, from: isRising ? one : other, to: isRising ? other : one };
    }),
  ),
);

const area = fc
  .record(
    {
      countries: fc.uniqueArray(country, { minLength: 1, maxLength: 2 }),
      postCodes: fc.array(postCodes, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  .filter((one) => one.countries !== undefined || one.postCodes !== undefined);

const ZONES = ['A', 'B', 'C', 'D', 'E'];
const zones: fc.Arbitrary<Zone[]> = fc
  .array(area, { minLength: 1, maxLength: ZONES.length })
  .map((areas) => areas.map((one, index) => ({ reference: ZONES[index] ?? '', ...one })));

const WEIGHTS = [
  { value: 0.5, unit: 'kg' },
  { value: 500, unit: 'g' },
  { value: 1, unit: 'lb' },
  { value: 8, unit: 'oz' },
  { value: 2.5, unit: 'kg' },
  { value: 5, unit: 'lb' },
  { value: 10, unit: 'kg' },
  { value: 12.345, unit: 'kg' },
  { value: 31.5, unit: 'kg' },
] as const;
const weight = fc.constantFrom(...WEIGHTS);
const SORTED_WEIGHTS = [3, 2, 0, 5, 4, 6, 7, 8].map((index) => WEIGHTS[index] ?? WEIGHTS[0]);

const amount = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.constantFrom('', '.5', '.05', '.005', '.125', '.333333', '.95'))
  .map(([whole, rest]) => `${whole}${rest}`);
const signed = fc.tuple(fc.constantFrom('', '', '-'), amount).map(([sign, text]) => `${sign}${text}`);
const percentage = fc.constantFrom('12.5', '0', '-10', '-100', '7.777777', '150', '0.5', '-0.5');

const priced: fc.Arbitrary<Omit<Bracket, 'upTo'>> = fc.oneof(
  { weight: 3, arbitrary: amount.map((flat) => ({ amount: flat })) },
  { weight: 1, arbitrary: amount.map((perKg) => ({ perKg })) },
  { weight: 1, arbitrary: fc.record({ perKg: amount, minimum: amount }) },
  { weight: 1, arbitrary: fc.record({ amount, perStep: fc.record({ step: weight, amount }) }) },
);

const brackets: fc.Arbitrary<Bracket[]> = fc
  .tuple(fc.subarray(SORTED_WEIGHTS, { minLength: 1 }), fc.array(priced, { minLength: 9, maxLength: 9 }), fc.boolean())
  .map(([bounds, prices, isOpen]) => [
    ...bounds.map((upTo, index) => ({ upTo, ...prices[index] })),
    ...(isOpen ? [{ ...prices[8] }] : []),
  ]);

const length = fc.record({
  value: fc.constantFrom(10, 12, 30, 47.244094, 120, 1.2),
  unit: fc.constantFrom('cm', 'in', 'mm', 'm'),
});
const volume = fc.record({
  value: fc.constantFrom(1, 6, 10.5, 1_728),
  unit: fc.constantFrom('cm3', 'dm3', 'm3', 'in3'),
});
const range = <Bound>(bound: fc.Arbitrary<Bound>) =>
  fc
    .record({ moreThan: bound, atLeast: bound, lessThan: bound, atMost: bound }, { requiredKeys: [] })
    .filter((one) => Object.keys(one).length > 0);

const conditions = (zoneNames: string[], levels: string[]): fc.Arbitrary<Condition> => {
  const somewhere = fc.oneof(
    area,
    fc.uniqueArray(fc.constantFrom(...zoneNames), { minLength: 1, maxLength: 2 }).map((names) => ({ zones: names })),
  );
  const { condition } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
    leaf: fc
      .record(
        {
          weight: range(weight),
          longestSide: range(length),
          girth: range(length),
          lengthPlusGirth: range(length),
          volume: range(volume),
          origin: somewhere,
          destination: somewhere,
          serviceLevels: fc.uniqueArray(fc.constantFrom(...levels), { minLength: 1 }),
          residential: fc.boolean(),
          dangerousGoods: fc.boolean(),
        },
        { requiredKeys: [] },
      )
      // One or two things at once; all ten would never hold.
      .map((all) => Object.fromEntries(Object.entries(all).slice(0, 2)) as Condition)
      .filter((one) => Object.keys(one).length > 0),
    condition: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      tie('condition').map((not) => ({ not })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
    ),
  }));
  return condition;
};

const values = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .tuple(fc.subarray(DAYS, { minLength: 1 }), fc.array(value, { minLength: 7, maxLength: 7 }), fc.boolean())
    .map(([from, each, isClosed]) =>
      from.map((first, index) => ({
        from: first,
        // Its own first day only: nearly always a gap behind it.
        ...(isClosed ? { to: first } : {}),
        ...(each[index] as Value),
      })),
    );

const SURCHARGES = ['TOLL', 'FUEL', 'OVERSIZE', 'ISLAND', 'PEAK', 'DISCOUNT'];

const surcharges = (zoneNames: string[], levels: string[]): fc.Arbitrary<Surcharge[]> => {
  const when = fc.option(conditions(zoneNames, levels), { nil: undefined });
  const fixed = fc.record({
    value: fc.oneof(
      { weight: 3, arbitrary: signed.map((text) => ({ amount: text })) },
      { weight: 1, arbitrary: values(signed.map((text) => ({ amount: text }))).map((list) => ({ values: list })) },
    ),
    per: fc.constantFrom('shipment', 'handlingUnit', undefined),
    when,
  });
  const percent = fc.record({
    value: fc.oneof(
      { weight: 3, arbitrary: percentage.map((text) => ({ percentage: text })) },
      {
        weight: 1,
        arbitrary: values(percentage.map((text) => ({ percentage: text }))).map((list) => ({ values: list })),
      },
    ),
    of: fc.subarray(['base', ...SURCHARGES], { minLength: 1 }),
    when,
  });
  return fc.tuple(fc.array(fc.oneof(fixed, percent), { maxLength: SURCHARGES.length }), fc.nat()).map(([all, seed]) => {
    const names = SURCHARGES.slice(0, all.length);
    // A percentage may name what stands behind it too, but one direction of some order keeps it free of cycles.
    const order = names.toSorted(
      (one, other) => ((one.charCodeAt(0) * 7 + seed) % 11) - ((other.charCodeAt(0) * 7 + seed) % 11),
    );
    return all.map((one, index): Surcharge => {
      const reference = names[index] ?? '';
      const common = { reference, ...one.value, ...(one.when === undefined ? {} : { when: one.when }) };
      if (!('of' in one))
        return { ...common, type: 'fixed', ...(one.per === undefined ? {} : { per: one.per }) } as Surcharge;
      const earlier = order.slice(0, order.indexOf(reference));
      const appliesTo = one.of.filter((name) => name === 'base' || earlier.includes(name));
      return { ...common, type: 'percentage', appliesTo: appliesTo.length === 0 ? ['base'] : appliesTo } as Surcharge;
    });
  });
};

export const contracts: fc.Arbitrary<ContractInput> = zones.chain((all) => {
  const names = all.map(({ reference }) => reference);
  const levels = ['STANDARD', 'EXPRESS'];
  const end = fc.option(fc.constantFrom(...names), { nil: undefined, freq: 4 });
  const price = fc
    .record({ origin: end, destination: end, per: fc.constantFrom('shipment', 'handlingUnit', undefined), brackets })
    .map(({ origin, destination, per, ...rest }) => ({
      ...(origin === undefined ? {} : { origin }),
      ...(destination === undefined ? {} : { destination }),
      ...(per === undefined ? {} : { per }),
      ...rest,
    }));
  return fc
    .record({
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      validTo: fc.constantFrom('2026-12-31', '2026-02-28'),
      divisor: fc.constantFrom(undefined, 5_000, 4_000, 6_000, 166.67),
      step: fc.option(
        fc.constantFrom({ value: 0.5, unit: 'kg' }, { value: 1, unit: 'lb' }, { value: 100, unit: 'g' }),
        {
          nil: undefined,
        },
      ),
      prices: fc.array(fc.array(price, { maxLength: 6 }), { minLength: 2, maxLength: 2 }),
      surcharges: surcharges(names, levels),
    })
    .map(
      ({ currency, validTo, divisor, step, prices, surcharges: extras }): ContractInput => ({
        reference: 'GENERATED',
        carrierReference: 'CARRIER',
        currency,
        validFrom: '2026-01-01',
        validTo,
        ...(divisor === undefined ? {} : { volumetricDivisor: divisor }),
        ...(step === undefined ? {} : { weightStep: step as ContractInput['weightStep'] & object }),
        zones: all,
        serviceLevels: levels.map((reference, index) => ({ reference, prices: prices[index] ?? [] })),
        surcharges: extras,
      }),
    );
});

const address = country.chain((countryCode) =>
  fc
    .option(digits(COUNTRIES[countryCode] ?? 4), { nil: undefined, freq: 6 })
    .map((postCode) => ({ countryCode, ...(postCode === undefined ? {} : { postCode }) })),
);

const unit = fc.record(
  {
    weight: fc.oneof(
      weight,
      fc.record({ value: fc.constantFrom(0.001, 0.25, 1.5, 3.3, 7.77), unit: fc.constantFrom('kg', 'lb', 'oz') }),
    ),
    dimensions: fc.record({
      length: fc.constantFrom(10, 12, 30, 47.244094, 120),
      width: fc.constantFrom(10, 12, 20),
      height: fc.constantFrom(10, 15, 30),
      unit: fc.constantFrom('cm', 'in', 'mm'),
    }),
    dangerousGoods: fc.boolean(),
  },
  { requiredKeys: ['weight'] },
);

export const shipments: fc.Arbitrary<RateShipment> = fc
  .record({
    sender: address,
    receiver: address,
    residential: fc.constantFrom(true, false, undefined),
    units: fc.array(unit, { minLength: 1, maxLength: 4 }),
  })
  .map(({ sender, receiver, residential, units }) => ({
    addresses: { sender, receiver: { ...receiver, ...(residential === undefined ? {} : { residential }) } },
    handlingUnits: units as RateShipment['handlingUnits'],
  }));

export const dates = fc.oneof(day, fc.constantFrom('2025-12-31', '2026-03-01', '2027-01-01'));
