import { type Static, type TUnsafe, Type } from '@sinclair/typebox';
import { CountryCode, Reference, Weight } from '../../../platform/field-schemas.ts';
import { ref, StringEnum } from '../../../platform/schema.ts';

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

export const Zone = Type.Object(
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
export const ConditionRef = Type.Unsafe<Condition>({ $ref: 'Condition#' });

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

/** Each after those it refers to; `Weight` goes before. */
export const conditionSchemas = [
  PostCodes,
  Zone,
  Area,
  Length,
  Volume,
  WeightRange,
  LengthRange,
  VolumeRange,
  ConditionSchema,
];
