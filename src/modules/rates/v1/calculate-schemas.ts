import { type Static, Type } from '@sinclair/typebox';
import {
  CountryCode,
  DangerousGoods,
  Dimensions,
  LINE,
  Money,
  Reference,
  Weight,
} from '../../../platform/field-schemas.ts';
import { Problem } from '../../../platform/problem.ts';
import { Rate, rateSchemas } from '../../../platform/rate-schemas.ts';
import { ref, StringEnum } from '../../../platform/schema.ts';
import { batchExample, calculateExample, calculationExample, cutBatchExample } from './examples.ts';
import { CalendarDate, CurrencyCode, ShipmentReferences } from './field-schemas.ts';

const line = Type.Optional(Type.String({ maxLength: 100, pattern: LINE, description: 'Not needed for a price.' }));

/** What shipments have and prices do not need: taken, so that the same body serves for both. */
const goodsItem = Type.Object(
  {
    description: line,
    quantity: Type.Optional(Type.Number()),
    sku: line,
    value: Type.Optional(ref(Money)),
    hsCode: line,
    countryOfOrigin: line,
    netWeight: Type.Optional(ref(Weight)),
  },
  { additionalProperties: false },
);
const ignoredCustoms = Type.Object(
  {
    incoterm: line,
    contentType: line,
    invoiceNumber: line,
    invoiceDate: line,
    lowValue: Type.Optional(Type.Boolean()),
  },
  {
    additionalProperties: false,
    description:
      'A `contentType` of `documents` makes carriers price documents; nothing else of it is needed for a price.',
  },
);

const RateAddress = Type.Object(
  {
    countryCode: CountryCode,
    postCode: Type.Optional(
      Type.String({
        maxLength: 16,
        pattern: LINE,
        description: "In the country's own format. Without it only zones of whole countries are known.",
        examples: ['10115'],
      }),
    ),
    residential: Type.Optional(Type.Boolean({ description: 'A private address; some carriers charge for it.' })),
    companyName: line,
    contactName: line,
    street: line,
    houseNumber: line,
    addressLine2: line,
    city: line,
    stateCode: line,
    phone: line,
    email: Type.Optional(Type.String({ maxLength: 254, description: 'Not needed for a price.' })),
    eoriNumber: line,
    vatNumber: line,
  },
  {
    $id: 'RateAddress',
    additionalProperties: false,
    description: 'An address as shipments have it. The country, the postal code and `residential` make the price.',
  },
);

const RateHandlingUnit = Type.Object(
  {
    reference: Type.Optional(Reference("The shipper's own reference of this unit.", 'PKG-001')),
    packageType: Type.Optional(Reference('Not needed for a price.', 'Box')),
    weight: ref(Weight),
    dimensions: Type.Optional(ref(Dimensions)),
    dangerousGoods: Type.Optional(
      Type.Union([Type.Boolean(), Type.Array(ref(DangerousGoods), { maxItems: 50 })], {
        description: 'Whether dangerous goods are inside, or which, as shipments have it.',
      }),
    ),
    goodsItems: Type.Optional(
      Type.Array(goodsItem, {
        maxItems: 200,
        description:
          'What is inside. Some carriers price goods that leave a customs territory only where every unit has some, each with a whole `quantity` and a `value` above 0, all in one currency; nothing else of it is needed for a price.',
      }),
    ),
  },
  { $id: 'RateHandlingUnit', additionalProperties: false, description: 'One physical package or pallet.' },
);

const SOURCES = ['contract', 'carrier'] as const;

/** What may be asked about a body or about a shipment. */
const question = {
  date: Type.Optional(
    CalendarDate(
      'The day on which it is sent. Default: today in UTC. Answered, so that the question can be repeated.',
      '2026-01-20',
    ),
  ),
  currency: Type.Optional(CurrencyCode),
  sources: Type.Optional(
    Type.Array(StringEnum(SOURCES), {
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      description: '`carrier` asks the carriers themselves too. Default: contracts only.',
    }),
  ),
};

/** Either form; which of them it is, is checked with the rest of the body, so that the refusal can say it in words. */
export const CalculateRequest = Type.Object(
  {
    ...question,
    shipmentId: Type.Optional(
      Type.String({ format: 'uuid', description: 'Prices this shipment, instead of `addresses` and `handlingUnits`.' }),
    ),
    carrierReference: Type.Optional(ShipmentReferences.carrierReference),
    serviceLevelReference: Type.Optional(ShipmentReferences.serviceLevelReference),
    addresses: Type.Optional(
      Type.Object({ sender: ref(RateAddress), receiver: ref(RateAddress) }, { additionalProperties: false }),
    ),
    handlingUnits: Type.Optional(Type.Array(ref(RateHandlingUnit), { minItems: 1, maxItems: 999 })),
    reference: Type.Optional(Reference("The shipper's own reference; not needed for a price.", 'ORD-2026-00123')),
    customs: Type.Optional(ignoredCustoms),
    instructions: line,
    returnService: line,
  },
  {
    $id: 'CalculateRequest',
    additionalProperties: false,
    description:
      'What is sent, from where, to where, as shipments have it; or `{"shipmentId": ...}`. Without `carrierReference` every contract is asked, without `serviceLevelReference` every service level.',
    examples: [calculateExample],
  },
);
export type CalculateRequest = Static<typeof CalculateRequest>;
export type RateAddress = Static<typeof RateAddress>;
export type RateHandlingUnit = Static<typeof RateHandlingUnit>;

const Unavailable = Type.Object(
  {
    source: StringEnum(SOURCES),
    carrierReference: Type.Optional(Type.String()),
    serviceLevelReference: Type.Optional(Type.String()),
    contract: Type.Optional(Type.Unsafe<{ id: string; reference: string; version: number }>({ $ref: 'RateContract#' })),
    reason: Type.String({
      description:
        'not-valid-on-date, service-level-not-offered, no-price-for-lane, weight-not-covered, no-surcharge-value, no-exchange-rate; of carriers also their own, and carrier-unavailable.',
      examples: ['no-price-for-lane'],
    }),
    detail: Type.String({ description: 'The same in words, with the figures.' }),
  },
  { $id: 'UnavailableRate', description: 'A contract or service level that gave no price, and why.' },
);
export type UnavailableRate = Static<typeof Unavailable>;

export const Calculation = Type.Object(
  {
    date: Type.String({ format: 'date', description: 'The day that was priced.' }),
    rates: Type.Array(ref(Rate), {
      description: 'Cheapest first; without `currency`, the cheapest of each currency, in the order of the codes.',
    }),
    unavailable: Type.Array(ref(Unavailable)),
  },
  { $id: 'Calculation', description: 'What it costs with whom, and why.', examples: [calculationExample] },
);
export type Calculation = Static<typeof Calculation>;

export const CalculationsRequest = Type.Object(
  { items: Type.Array(ref(CalculateRequest), { minItems: 1, maxItems: 1_000 }) },
  {
    $id: 'CalculationsRequest',
    additionalProperties: false,
    description: 'Up to 1,000 bodies as `calculateRates` takes them. Each is judged by itself.',
    examples: [batchExample],
  },
);

export const Calculations = Type.Object(
  { items: Type.Array(Type.Union([ref(Calculation), ref(Problem)])) },
  {
    $id: 'Calculations',
    description: 'In the order of the items: what `calculateRates` answers to each, or the problem that it has.',
    examples: [cutBatchExample],
  },
);

/** Each after those it refers to; `Weight` and `Dimensions` go before. */
export const calculateSchemas = [
  ...rateSchemas,
  Money,
  DangerousGoods,
  RateAddress,
  RateHandlingUnit,
  CalculateRequest,
  Unavailable,
  Calculation,
  CalculationsRequest,
  Calculations,
];
