import { type Static, Type } from '@sinclair/typebox';
import { Weight } from './field-schemas.ts';
import { ref, StringEnum, Uuid } from './schema.ts';

const SignedAmount = (description: string, example: string) => Type.String({ description, examples: [example] });

const RateTotal = Type.Object(
  {
    amount: SignedAmount("A decimal string with exactly the currency's minor digits.", '7.82'),
    currency: Type.String({ description: 'ISO 4217.', examples: ['EUR'] }),
  },
  { $id: 'RateTotal', description: 'An exact amount of money.' },
);

const RateContract = Type.Object(
  { id: Uuid, reference: Type.String({ examples: ['DHLPX-2026'] }), version: Type.Integer({ minimum: 1 }) },
  { $id: 'RateContract', description: 'The contract version that priced it, which stays readable for ever.' },
);

const RateBracket = Type.Object(
  {
    moreThan: Type.Optional(ref(Weight)),
    upTo: Type.Optional(ref(Weight)),
    amount: Type.Optional(Type.String({ description: 'The flat price.' })),
    perKg: Type.Optional(Type.String({ description: 'The price of a kilogram of billable weight.' })),
    minimum: Type.Optional(Type.String({ description: 'The least that `perKg` comes to.' })),
    perStep: Type.Optional(
      Type.Object(
        { step: ref(Weight), amount: Type.String() },
        { description: 'Added to `amount` for each begun step above `moreThan`.' },
      ),
    ),
  },
  { $id: 'RateBracket', description: 'The weight bracket as the contract has it; `upTo` is inclusive.' },
);

const RateLine = Type.Object(
  {
    type: StringEnum(['base', 'fixed', 'percentage', 'carrier'], {
      description: '`carrier`: a line as the carrier itself gave it.',
    }),
    reference: Type.String({ description: '`base`, or the reference of the surcharge.', examples: ['FUEL'] }),
    amount: SignedAmount("Rounded half up to the currency's minor unit; the lines add up to the total.", '0.87'),
    handlingUnit: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The number of the unit that the line is for, from 1.' }),
    ),
    zones: Type.Optional(
      Type.Object(
        { origin: Type.Optional(Type.String()), destination: Type.Optional(Type.String()) },
        { description: 'The zones that the price is for. One that is absent takes every place.' },
      ),
    ),
    bracket: Type.Optional(ref(RateBracket)),
    billableWeight: Type.Optional(ref(Weight)),
    percentage: Type.Optional(Type.String({ examples: ['12.5'] })),
    basis: Type.Optional(
      Type.Object(
        {
          amount: SignedAmount('What is multiplied.', '6.95'),
          of: Type.Optional(
            Type.Array(Type.String(), { description: 'The lines whose sum it is, by their references.' }),
          ),
          quantity: Type.Optional(Type.Integer({ minimum: 1, description: 'How many times it is charged.' })),
          handlingUnits: Type.Optional(
            Type.Array(Type.Integer({ minimum: 1 }), { description: 'The numbers of the units it is charged for.' }),
          ),
        },
        { description: 'What a surcharge is computed from.' },
      ),
    ),
    validFrom: Type.Optional(
      Type.String({ format: 'date', description: 'Of a surcharge with dated values: since when the value holds.' }),
    ),
    description: Type.Optional(Type.String()),
  },
  { $id: 'RateLine', description: 'One line of a price, with what made it.' },
);

const RateConversion = Type.Object(
  {
    amount: SignedAmount('The sum of the lines, in `currency`.', '7.82'),
    currency: Type.String({ examples: ['EUR'] }),
    exchangeRates: Type.Array(
      Type.Object({
        base: Type.String(),
        quote: Type.String(),
        rate: Type.String({ description: 'One `base` is so many `quote`.' }),
        validFrom: Type.String({ format: 'date' }),
      }),
      { description: 'One, or two where the way goes through a third currency.' },
    ),
  },
  { $id: 'RateConversion', description: 'How the total came into the currency that was asked for.' },
);

/** A price for a shipment. Rates answers with it; a shipment shows the one it was ordered at. */
export const Rate = Type.Object(
  {
    source: StringEnum(['contract', 'carrier'], { description: '`carrier`: asked of the carrier itself just now.' }),
    carrierReference: Type.String({ examples: ['DHLPX'] }),
    serviceLevelReference: Type.String({ examples: ['DFY-B2C'] }),
    contract: Type.Optional(ref(RateContract)),
    total: ref(RateTotal),
    transitDays: Type.Optional(
      Type.Object({ min: Type.Integer(), max: Type.Integer() }, { description: 'Working days in transit.' }),
    ),
    physicalWeight: ref(Weight),
    volumetricWeight: Type.Optional(ref(Weight)),
    billableWeight: Type.Optional(ref(Weight)),
    lines: Type.Array(ref(RateLine), { description: 'In the currency of the contract; what each came from.' }),
    undecided: Type.Optional(
      Type.Array(Type.Object({ reference: Type.String(), reason: Type.String() }), {
        description: 'What could not be decided for want of data, and so is not in the price.',
      }),
    ),
    conversion: Type.Optional(ref(RateConversion)),
  },
  { $id: 'Rate', description: 'What the shipment costs, explained line by line.' },
);
export type Rate = Static<typeof Rate>;
export type RateLine = Static<typeof RateLine>;
export type RateBracket = Static<typeof RateBracket>;
export type RateConversion = Static<typeof RateConversion>;

/** `Rate` with what it refers to, each after those it refers to itself; `Weight` goes before. */
export const rateSchemas = [RateTotal, RateContract, RateBracket, RateLine, RateConversion, Rate];
