import { Type } from '@sinclair/typebox';
import { CountryCode, LINE } from '../../../platform/field-schemas.ts';

const MAX_LINE = 100;

const line = (description: string, example: string, minLength = 0) =>
  Type.String({ minLength, maxLength: MAX_LINE, pattern: LINE, description, examples: [example] });

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
