import { type Static, type TUnsafe, Type } from '@sinclair/typebox';
import { CountryCode, Reference, Weight } from '../../../platform/field-schemas.ts';
import { ref, StringEnum } from '../../../platform/schema.ts';
import { contractInputExample } from './examples.ts';

/** Years of four digits: what PostgreSQL and every calendar agree on. */
export const CalendarDate = (description: string, example = '2026-01-01') =>
  Type.String({ format: 'date', pattern: '^[1-9]\\d{3}-', description, examples: [example] });

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

export const CurrencyCode = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217, for example EUR.',
  examples: ['EUR'],
});

export const ShipmentReferences = {
  carrierReference: Reference('The carrier profile, by its reference.', 'DHLPX'),
  serviceLevelReference: Reference('The service level, by its reference.', 'DFY-B2C'),
};

const postCode = (description: string, example: string) =>
  Type.String({ minLength: 1, maxLength: 16, description, examples: [example] });

/** `prefix`, or `from` and `to`: which of them is checked with the rest of the contract, so that the refusal can say it in words. */
const PostCodes = Type.Object(
  {
    countryCode: CountryCode,
    prefix: Type.Optional(postCode('Every postal code that begins so.', '25849')),
    from: Type.Optional(postCode('The first, or what it begins with.', '26465')),
    to: Type.Optional(postCode('The last, or what it begins with. Inclusive.', '26486')),
  },
  {
    $id: 'PostCodes',
    additionalProperties: false,
    description:
      'Postal codes of one country: `prefix`, or `from` and `to`. Case, spaces and hyphens do not matter. A British `PA2` is the district PA2 and not PA20.',
  },
);
export type PostCodes = Static<typeof PostCodes>;

const areaFields = {
  countries: Type.Optional(Type.Array(CountryCode, { minItems: 1, maxItems: 250, uniqueItems: true })),
  postCodes: Type.Optional(Type.Array(ref(PostCodes), { minItems: 1, maxItems: 10_000 })),
};

const Zone = Type.Object(
  { reference: Reference('What prices call it.', 'DE-ISLANDS'), ...areaFields },
  {
    $id: 'Zone',
    additionalProperties: false,
    description:
      'A part of the world: countries, postal codes, or both. A postal code beats a country, the narrower beats the wider.',
  },
);
export type Zone = Static<typeof Zone>;

const Area = Type.Object(
  {
    zones: Type.Optional(
      Type.Array(Reference('A zone of the contract.', 'DE-ISLANDS'), {
        minItems: 1,
        maxItems: 1_000,
        uniqueItems: true,
      }),
    ),
    ...areaFields,
  },
  { $id: 'Area', additionalProperties: false, minProperties: 1, description: 'True of an address in any of these.' },
);
export type Area = Static<typeof Area>;

const bounds = <Bound>(measure: TUnsafe<Bound>) => ({
  moreThan: Type.Optional(measure),
  atLeast: Type.Optional(measure),
  lessThan: Type.Optional(measure),
  atMost: Type.Optional(measure),
});

const Length = Type.Object(
  {
    value: Type.Number({ minimum: 0, maximum: 1_000_000, examples: [120] }),
    unit: StringEnum(['cm', 'mm', 'm', 'in'], { description: 'The unit of `value`.' }),
  },
  { $id: 'Length', additionalProperties: false, description: 'A length in the unit of your choice.' },
);
export type Length = Static<typeof Length>;

const Volume = Type.Object(
  {
    value: Type.Number({ minimum: 0, maximum: 1_000_000_000, examples: [150] }),
    unit: StringEnum(['cm3', 'dm3', 'm3', 'in3'], { description: 'The unit of `value`; a litre is a dm3.' }),
  },
  { $id: 'Volume', additionalProperties: false, description: 'A volume in the unit of your choice.' },
);
export type Volume = Static<typeof Volume>;

const WeightRange = Type.Object(bounds(ref(Weight)), {
  $id: 'WeightRange',
  additionalProperties: false,
  minProperties: 1,
  description: 'All bounds that are named hold.',
});
const LengthRange = Type.Object(bounds(ref(Length)), {
  $id: 'LengthRange',
  additionalProperties: false,
  minProperties: 1,
  description: 'All bounds that are named hold.',
});
const VolumeRange = Type.Object(bounds(ref(Volume)), {
  $id: 'VolumeRange',
  additionalProperties: false,
  minProperties: 1,
  description: 'All bounds that are named hold.',
});

/** Recursive, which TypeBox has no type for across named schemas. */
export interface Condition {
  weight?: Static<typeof WeightRange>;
  longestSide?: Static<typeof LengthRange>;
  girth?: Static<typeof LengthRange>;
  lengthPlusGirth?: Static<typeof LengthRange>;
  volume?: Static<typeof VolumeRange>;
  origin?: Area;
  destination?: Area;
  serviceLevels?: string[];
  residential?: boolean;
  dangerousGoods?: boolean;
  and?: Condition[];
  or?: Condition[];
  not?: Condition;
}
const ConditionRef = Type.Unsafe<Condition>({ $ref: 'Condition#' });

const ConditionSchema = Type.Object(
  {
    weight: Type.Optional(ref(WeightRange)),
    longestSide: Type.Optional(ref(LengthRange)),
    girth: Type.Optional(ref(LengthRange)),
    lengthPlusGirth: Type.Optional(ref(LengthRange)),
    volume: Type.Optional(ref(VolumeRange)),
    origin: Type.Optional(ref(Area)),
    destination: Type.Optional(ref(Area)),
    serviceLevels: Type.Optional(
      Type.Array(Reference('One of the service levels of the contract.', 'DFY-B2C'), {
        minItems: 1,
        maxItems: 100,
        uniqueItems: true,
      }),
    ),
    residential: Type.Optional(
      Type.Boolean({ description: 'Whether the receiver is a private address; one that does not say is not.' }),
    ),
    dangerousGoods: Type.Optional(
      Type.Boolean({ description: 'Whether dangerous goods are inside; a unit that does not say has none.' }),
    ),
    and: Type.Optional(Type.Array(ConditionRef, { minItems: 1, maxItems: 50 })),
    or: Type.Optional(Type.Array(ConditionRef, { minItems: 1, maxItems: 50 })),
    not: Type.Optional(ConditionRef),
  },
  {
    $id: 'Condition',
    additionalProperties: false,
    minProperties: 1,
    description:
      'Holds when all of its members hold. Measures are of the unit where the surcharge is per handling unit, else of the whole shipment: its weight and volume in all, its greatest side, girth and length plus girth. A measure that is not known makes neither the condition nor its `not` true.',
  },
);

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
  PostCodes,
  Zone,
  Area,
  Length,
  Volume,
  WeightRange,
  LengthRange,
  VolumeRange,
  ConditionSchema,
  Bracket,
  Price,
  ContractServiceLevel,
  Surcharge,
  ContractInput,
  SurchargesInput,
];
