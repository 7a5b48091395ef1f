import { type Static, Type } from '@sinclair/typebox';
import { Reference, Weight } from '../../../platform/field-schemas.ts';
import { ref, StringEnum } from '../../../platform/schema.ts';
import { ConditionRef, conditionSchemas, Zone } from './condition-schemas.ts';
import { contractInputExample } from './examples.ts';
import { CalendarDate, CurrencyCode, ShipmentReferences } from './field-schemas.ts';

const AMOUNT = '\\d{1,12}(\\.\\d{1,6})?$';
const Amount = (description: string, example: string) =>
  Type.String({
    pattern: `^${AMOUNT}`,
    description: `a decimal string such as "${example}". ${description}`,
    examples: [example],
  });
const SignedAmount = Type.String({
  pattern: `^-?${AMOUNT}`,
  description: 'a decimal string such as "0.35"; a discount is negative.',
  examples: ['0.35'],
});
const Percentage = Type.String({
  pattern: '^-?\\d{1,4}(\\.\\d{1,6})?$',
  description: 'a decimal string such as "12.5"; a discount is negative, down to "-100".',
  examples: ['12.5'],
});

const Bracket = Type.Object(
  {
    upTo: Type.Optional(ref(Weight)),
    amount: Type.Optional(Amount('A flat price for the bracket.', '6.95')),
    perKg: Type.Optional(Amount('The price of a kilogram, of the whole billable weight.', '0.85')),
    minimum: Type.Optional(Amount('The least that `perKg` comes to.', '30.00')),
    perStep: Type.Optional(
      Type.Object(
        { step: ref(Weight), amount: Amount('For each begun step.', '1.20') },
        { additionalProperties: false, description: 'Added to `amount` for each begun step above the bracket before.' },
      ),
    ),
  },
  {
    $id: 'Bracket',
    additionalProperties: false,
    description:
      'Up to a weight, inclusive; without `upTo`, which only the last may lack, every weight above. `amount`, or `perKg`.',
  },
);
export type Bracket = Static<typeof Bracket>;

const PER = ['shipment', 'handlingUnit'] as const;
export type Per = (typeof PER)[number];

const Price = Type.Object(
  {
    origin: Type.Optional(Reference('A zone; left out: from everywhere.', 'NL')),
    destination: Type.Optional(Reference('A zone; left out: to everywhere.', 'DE-ISLANDS')),
    per: Type.Optional(
      StringEnum(PER, {
        description: 'What is weighed and priced: the whole shipment (default), or each unit by itself.',
      }),
    ),
    brackets: Type.Array(ref(Bracket), { minItems: 1, maxItems: 1_000 }),
  },
  { $id: 'Price', additionalProperties: false, description: 'The weight brackets from one zone to another.' },
);
export type Price = Static<typeof Price>;

const ContractServiceLevel = Type.Object(
  {
    reference: ShipmentReferences.serviceLevelReference,
    transitDays: Type.Optional(
      Type.Object(
        { min: Type.Integer({ minimum: 0, maximum: 365 }), max: Type.Integer({ minimum: 0, maximum: 365 }) },
        { additionalProperties: false, description: 'Working days in transit.' },
      ),
    ),
    prices: Type.Array(ref(Price), { maxItems: 10_000, description: 'May be empty until they are imported.' }),
  },
  { $id: 'ContractServiceLevel', additionalProperties: false, description: 'One service level and what it costs.' },
);
export type ContractServiceLevel = Static<typeof ContractServiceLevel>;

const datedFields = {
  from: CalendarDate('The first day on which it holds.'),
  to: Type.Optional(CalendarDate('The last day, inclusive; left out: until the next value begins.', '2026-01-31')),
};
const Surcharge = Type.Object(
  {
    reference: Reference('What lines and `appliesTo` call it.', 'FUEL'),
    type: StringEnum(['fixed', 'percentage'], {
      description:
        '`fixed` has an `amount`, `percentage` a `percentage` and `appliesTo`; either may have `values` instead.',
    }),
    amount: Type.Optional(SignedAmount),
    percentage: Type.Optional(Percentage),
    values: Type.Optional(
      Type.Array(
        Type.Object(
          { ...datedFields, amount: Type.Optional(SignedAmount), percentage: Type.Optional(Percentage) },
          { additionalProperties: false },
        ),
        {
          minItems: 1,
          maxItems: 1_000,
          description: 'Values by date, in order of their dates, for what changes monthly.',
        },
      ),
    ),
    per: Type.Optional(
      StringEnum(PER, {
        description: 'Of a fixed one: charged once (default), or for each unit of which `when` holds.',
      }),
    ),
    appliesTo: Type.Optional(
      Type.Array(Reference('`base`, or a surcharge.', 'base'), {
        minItems: 1,
        maxItems: 200,
        uniqueItems: true,
        description: 'Of a percentage: what it is of, and of nothing else.',
      }),
    ),
    when: Type.Optional(ConditionRef),
  },
  { $id: 'Surcharge', additionalProperties: false, description: 'An amount or a percentage on top of the base price.' },
);
export type Surcharge = Static<typeof Surcharge>;

export const contractFields = {
  reference: Reference(
    'Your name for it. Contracts of one reference may follow each other, but not hold at once.',
    'DHLPX-2026',
  ),
  carrierReference: Reference('What shipments call the carrier. It need not be a carrier profile yet.', 'DHLPX'),
  currency: CurrencyCode,
  validFrom: CalendarDate('The first day on which it prices. Days are those of the shipment, without a time zone.'),
  validTo: Type.Optional(CalendarDate('The last day, inclusive; left out: until further notice.', '2026-12-31')),
  volumetricDivisor: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1_000_000,
      description: 'Cubic centimetres that weigh a kilogram, for example 5000. Left out: size does not matter.',
      examples: [5000],
    }),
  ),
  weightStep: Type.Optional(ref(Weight)),
  zones: Type.Array(ref(Zone), { maxItems: 5_000 }),
  serviceLevels: Type.Array(ref(ContractServiceLevel), { minItems: 1, maxItems: 100 }),
  surcharges: Type.Optional(Type.Array(ref(Surcharge), { maxItems: 200, description: 'In the order of the lines.' })),
};

export const ContractInput = Type.Object(contractFields, {
  $id: 'ContractInput',
  additionalProperties: false,
  description: 'What a carrier agreed to charge. Every amount and percentage is a decimal string.',
  examples: [contractInputExample],
});
export type ContractInput = Static<typeof ContractInput>;

export const SurchargesInput = Type.Object(
  { surcharges: contractFields.surcharges },
  {
    $id: 'SurchargesInput',
    additionalProperties: false,
    description: 'All surcharges of a contract, as they are from now on; left out: none.',
    examples: [{ surcharges: contractInputExample.surcharges }],
  },
);
export type SurchargesInput = Static<typeof SurchargesInput>;

/** Each after those it refers to; `Weight` goes before. */
export const contractSchemas = [
  ...conditionSchemas,
  Bracket,
  Price,
  ContractServiceLevel,
  Surcharge,
  ContractInput,
  SurchargesInput,
];
