import { type Static, Type } from '@sinclair/typebox';
import { Limit, Offset, pageFields } from '../../../platform/page.ts';
import { ref } from '../../../platform/schema.ts';
import { exchangeRateExample, exchangeRatesExample, pageExample, setExchangeRatesExample } from './examples.ts';
import { CalendarDate, CurrencyCode } from './field-schemas.ts';

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
  { base: Type.String(), quote: Type.String(), rate: Type.String(), validFrom: Type.String({ format: 'date' }) },
  {
    $id: 'ExchangeRate',
    description: 'One `base` is `rate` `quote`, from that day on.',
    examples: [exchangeRateExample],
  },
);

export const ExchangeRates = Type.Object(
  { items: Type.Array(ref(ExchangeRate)) },
  { $id: 'ExchangeRates', description: 'What is set now.', examples: [setExchangeRatesExample] },
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
    quote: Type.Optional({ ...CurrencyCode, examples: ['USD'] }),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

/** Each after those it refers to; `PageLinks` goes before. */
export const exchangeRateSchemas = [QuotedRate, ExchangeRatesInput, ExchangeRate, ExchangeRates, ExchangeRatePage];
