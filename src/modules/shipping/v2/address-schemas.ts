import { Type } from '@sinclair/typebox';
import { StringEnum } from '../../../platform/schema.ts';

/** What may stand on one line: anything printable. Control characters would end up in labels and carriers' fields. */
const LINE = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';
const MAX_LINE = 100;

const line = (description: string, example: string, minLength = 0) =>
  Type.String({ minLength, maxLength: MAX_LINE, pattern: LINE, description, examples: [example] });

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

export const Address = Type.Object(
  {
    companyName: Type.Optional(line('At least one of companyName and contactName is needed.', 'Acme Corp')),
    contactName: Type.Optional(line('The person, where there is one.', 'John Doe')),
    street: line('Street, with or without the house number.', 'Berliner Str. 45', 1),
    houseNumber: Type.Optional(line('The house number, when it is not part of `street`.', '45')),
    addressLine2: Type.Optional(line('Floor, building, c/o.', '2. OG')),
    city: line('Town or city.', 'Berlin', 1),
    postCode: Type.Optional(
      Type.String({
        maxLength: 16,
        pattern: LINE,
        description: "In the country's own format; left out only where the country has none.",
        examples: ['10115'],
      }),
    ),
    stateCode: Type.Optional(
      Type.String({
        maxLength: 3,
        pattern: '^[A-Z0-9]{1,3}$',
        description: 'ISO 3166-2 without the country, for example NY.',
      }),
    ),
    countryCode: CountryCode,
    phone: Type.Optional(
      Type.String({ maxLength: 20, description: 'E.164, for example +4930123456.', examples: ['+4930123456'] }),
    ),
    email: Type.Optional(
      Type.String({ maxLength: 254, description: 'An e-mail address.', examples: ['john@example.com'] }),
    ),
    residential: Type.Optional(Type.Boolean({ description: 'A private address; some carriers charge for it.' })),
    eoriNumber: Type.Optional(
      Type.String({ maxLength: 17, description: 'EORI, for customs.', examples: ['NL123456789'] }),
    ),
    vatNumber: Type.Optional(
      Type.String({ maxLength: 20, description: 'VAT number, for customs.', examples: ['NL123456789B01'] }),
    ),
  },
  { $id: 'Address', additionalProperties: false, description: 'Where a parcel comes from or goes to.' },
);

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
