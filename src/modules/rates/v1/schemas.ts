import { type Static, Type } from '@sinclair/typebox';
import { CountryCode, Dimensions, LINE, Reference, Weight } from '../../../platform/field-schemas.ts';
import { Limit, Offset, PageLinks, pageFields } from '../../../platform/page.ts';
import { Problem } from '../../../platform/problem.ts';
import { Rate, rateSchemas } from '../../../platform/rate-schemas.ts';
import { Link, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { CalendarDate, CurrencyCode, contractFields, contractSchemas, ShipmentReferences } from './contract-schemas.ts';
import {
  calculateExample,
  calculationExample,
  contractExample,
  contractSummaryExample,
  exchangeRateExample,
  exchangeRatesExample,
  pageExample,
} from './examples.ts';

const line = Type.Optional(Type.String({ maxLength: 100, pattern: LINE, description: 'Not needed for a price.' }));

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
    dangerousGoods: Type.Optional(Type.Boolean({ description: 'Whether dangerous goods are inside.' })),
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
    date: Type.String({ description: 'The day that was priced.' }),
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
    examples: [{ items: [calculateExample] }],
  },
);

export const Calculations = Type.Object(
  { items: Type.Array(Type.Union([ref(Calculation), ref(Problem)])) },
  {
    $id: 'Calculations',
    description: 'In the order of the items: what `calculateRates` answers to each, or the problem that it has.',
    examples: [{ items: [calculationExample] }],
  },
);

const ContractWarning = Type.Object(
  { field: Type.String(), pointer: Type.String(), message: Type.String() },
  { $id: 'ContractWarning', description: 'What is allowed but hardly meant: a price that can never be reached, say.' },
);

export const ContractSchema = Type.Object(
  {
    id: Uuid,
    version: Type.Integer({ minimum: 1, description: 'Rises by one with each change; also the ETag.' }),
    ...contractFields,
    endedFrom: Type.Optional(
      Type.String({ description: 'The day on which it was ended: from then on it prices nothing.' }),
    ),
    warnings: Type.Array(ref(ContractWarning)),
    createdOn: Type.String({ format: 'date-time' }),
    updatedOn: Type.String({ format: 'date-time', description: 'When this version was made.' }),
    _links: Type.Object({ self: ref(Link), version: ref(Link) }),
  },
  { $id: 'Contract', description: 'A contract in one of its versions.', examples: [contractExample] },
);
export type ContractBody = Static<typeof ContractSchema>;

export const ContractSummary = Type.Object(
  {
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    reference: Type.String(),
    carrierReference: Type.String(),
    currency: Type.String(),
    validFrom: Type.String(),
    validTo: Type.Optional(Type.String()),
    endedFrom: Type.Optional(Type.String()),
    serviceLevelReferences: Type.Array(Type.String()),
    createdOn: Type.String({ format: 'date-time' }),
    updatedOn: Type.String({ format: 'date-time' }),
    _links: Type.Object({ self: ref(Link) }),
  },
  { $id: 'ContractSummary', description: 'A contract without its prices.', examples: [contractSummaryExample] },
);
export type ContractSummaryBody = Static<typeof ContractSummary>;

export const ContractPage = Type.Object(
  { items: Type.Array(ref(ContractSummary)), ...pageFields },
  {
    $id: 'ContractPage',
    description: 'One page of contracts, by reference and then by validity.',
    examples: [pageExample(contractSummaryExample, '/contracts')],
  },
);

export const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({ maxLength: 100, description: 'The ETag you read; 412 when the contract has changed since.' }),
  ),
});

export const ContractChange = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: 'The new version; also the ETag.' }),
    warnings: Type.Array(ref(ContractWarning)),
    _links: Type.Object({ contract: ref(Link), version: ref(Link) }),
  },
  {
    $id: 'ContractChange',
    description: 'The version that a change of a part of a contract made.',
    examples: [
      {
        version: 2,
        warnings: [],
        _links: {
          contract: contractExample._links.self,
          version: { href: `${contractExample._links.self.href}/versions/2` },
        },
      },
    ],
  },
);
export type ContractChangeBody = Static<typeof ContractChange>;

export const ListContractsQuery = Type.Object(
  {
    carrierReference: Type.Optional(ShipmentReferences.carrierReference),
    reference: Type.Optional(Reference('Exactly this reference.', 'DHLPX-2026')),
    validOn: Type.Optional(CalendarDate('Pricing on this day.', '2026-01-20')),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

const QuotedRate = Type.Object(
  {
    currency: CurrencyCode,
    rate: Type.String({
      pattern: '^\\d{1,9}(\\.\\d{1,10})?$',
      description: 'a decimal string above 0 such as "1.0825": so much of this currency is one of the base.',
      examples: ['1.0825'],
    }),
  },
  { $id: 'QuotedRate', additionalProperties: false, description: 'What one of the base is worth in a currency.' },
);

export const ExchangeRatesInput = Type.Object(
  {
    base: CurrencyCode,
    validFrom: CalendarDate('The first day on which they hold; until newer ones do.', '2026-01-20'),
    rates: Type.Array(ref(QuotedRate), { minItems: 1, maxItems: 200 }),
  },
  {
    $id: 'ExchangeRatesInput',
    additionalProperties: false,
    description: 'The exchange rates of one day against one currency, as central banks publish them.',
    examples: [exchangeRatesExample],
  },
);
export type ExchangeRatesInput = Static<typeof ExchangeRatesInput>;

const ExchangeRate = Type.Object(
  { base: Type.String(), quote: Type.String(), rate: Type.String(), validFrom: Type.String() },
  {
    $id: 'ExchangeRate',
    description: 'One `base` is `rate` `quote`, from that day on.',
    examples: [exchangeRateExample],
  },
);

export const ExchangeRates = Type.Object(
  { items: Type.Array(ref(ExchangeRate)) },
  { $id: 'ExchangeRates', description: 'What is set now.', examples: [{ items: [exchangeRateExample] }] },
);

export const ExchangeRatePage = Type.Object(
  { items: Type.Array(ref(ExchangeRate)), ...pageFields },
  {
    $id: 'ExchangeRatePage',
    description: 'One page of exchange rates, newest first.',
    examples: [pageExample(exchangeRateExample, '/exchange-rates')],
  },
);

export const ListExchangeRatesQuery = Type.Object(
  {
    base: Type.Optional(CurrencyCode),
    quote: Type.Optional(CurrencyCode),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

/** Every schema with a name of its own, each after those it refers to. */
export const namedSchemas = [
  Weight,
  Dimensions,
  PageLinks,
  ...rateSchemas,
  ...contractSchemas,
  RateAddress,
  RateHandlingUnit,
  CalculateRequest,
  Unavailable,
  Calculation,
  CalculationsRequest,
  Calculations,
  ContractWarning,
  ContractSchema,
  ContractSummary,
  ContractPage,
  ContractChange,
  QuotedRate,
  ExchangeRatesInput,
  ExchangeRate,
  ExchangeRates,
  ExchangeRatePage,
];
