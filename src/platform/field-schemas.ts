import { type Static, Type } from '@sinclair/typebox';
import { StringEnum } from './schema.ts';

/** What may stand on one line: anything printable. Control characters would end up in labels and carriers' fields. */
export const LINE = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';
/** One line that goes to nobody but people. Unicode's line separators are taken too: version 1 was released so. */
export const NOTE = '^[^\\u0000-\\u001f\\u007f-\\u009f]*$';
/** A note of more than spaces. */
export const NOTE_NOT_BLANK = `^(?! *$)${NOTE.slice(1)}`;

export const Reference = (description: string, example: string) =>
  Type.String({
    minLength: 1,
    maxLength: 64,
    pattern: LINE,
    description,
    examples: [example],
  });

export const CountryCode = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'ISO 3166-1 alpha-2, two capital letters, for example DE.',
  examples: ['DE'],
});

export const Weight = Type.Object(
  {
    value: Type.Number({ exclusiveMinimum: 0, description: 'The weight in `unit`.', examples: [2.5] }),
    unit: StringEnum(['kg', 'g', 'lb', 'oz'], { description: 'The unit of `value`.' }),
  },
  {
    $id: 'Weight',
    additionalProperties: false,
    description: 'A weight in the unit of your choice; it is echoed as sent.',
  },
);
export type Weight = Static<typeof Weight>;

export const Dimensions = Type.Object(
  {
    length: Type.Number({ exclusiveMinimum: 0, examples: [30] }),
    width: Type.Number({ exclusiveMinimum: 0, examples: [20] }),
    height: Type.Number({ exclusiveMinimum: 0, examples: [15] }),
    unit: StringEnum(['cm', 'mm', 'm', 'in'], { description: 'The unit of all three sides.' }),
  },
  {
    $id: 'Dimensions',
    additionalProperties: false,
    description: 'The outer sides in the unit of your choice; echoed as sent.',
  },
);
export type Dimensions = Static<typeof Dimensions>;

export const Money = Type.Object(
  {
    amount: Type.String({
      pattern: '^\\d{1,12}(\\.\\d{1,4})?$',
      description: 'a decimal number as a string, for example "12.50".',
      examples: ['12.50'],
    }),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217, for example EUR.', examples: ['EUR'] }),
  },
  { $id: 'Money', additionalProperties: false, description: 'An amount in a currency.' },
);

/** One substance or article of a handling unit, by the UN Model Regulations as ADR and IATA have them. */
export const DangerousGoods = Type.Object(
  {
    unNumber: Type.String({
      pattern: '^(UN|ID)\\d{4}$',
      description: 'UN and four digits, for example UN3480.',
      examples: ['UN3480'],
    }),
    class: Type.String({
      pattern: '^[1-9](\\.[1-6][A-Z]?)?$',
      description: 'Hazard class, with its division where there is one, for example 9, 2.1 or 1.4S.',
      examples: ['9'],
    }),
    packingGroup: Type.Optional(StringEnum(['I', 'II', 'III'], { description: 'I is the greatest danger.' })),
    properShippingName: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, pattern: LINE, examples: ['Lithium ion batteries'] }),
    ),
    netQuantity: Type.Optional(
      Type.Object(
        {
          value: Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000, examples: [1.2] }),
          unit: StringEnum(['kg', 'g', 'L', 'mL'], { description: 'The unit of `value`.' }),
        },
        { additionalProperties: false, description: 'Of the substance, without its packaging.' },
      ),
    ),
  },
  {
    $id: 'DangerousGoods',
    additionalProperties: false,
    description: 'One kind of dangerous goods in a handling unit.',
  },
);
