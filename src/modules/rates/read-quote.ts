import { currencyMinorDigits } from '../../platform/currency.ts';
import type { Weight } from '../../platform/field-schemas.ts';
import type { CarrierQuote } from './carrier-rate-source.ts';
import { currencyOf, formatMinor, parseDecimal, toMinor } from './exact-money.ts';
import type { PricedLevel } from './price-contract.ts';
import type { UnavailableRate } from './v1/calculate-schemas.ts';

const AMOUNT = /^-?\d{1,12}(\.\d{1,6})?$/;

/** A carrier's own answer in the form of ours. What it calls a price and is none is unavailable. */
export function readQuote(quote: CarrierQuote, physicalWeight: Weight): PricedLevel | UnavailableRate {
  const { carrierReference, serviceLevelReference } = quote;
  if ('reason' in quote) {
    const { reason, detail } = quote;
    return {
      source: 'carrier',
      carrierReference,
      ...(serviceLevelReference === undefined ? {} : { serviceLevelReference }),
      reason,
      detail,
    };
  }
  const { total, transitDays, lines = [] } = quote;
  if (
    currencyMinorDigits(total.currency) === undefined ||
    ![total, ...lines].every(({ amount }) => AMOUNT.test(amount))
  ) {
    return {
      source: 'carrier',
      carrierReference,
      serviceLevelReference: quote.serviceLevelReference,
      reason: 'carrier-answer-not-understood',
      detail: `The carrier answered a price that is none: ${total.amount} ${total.currency}`.slice(0, 200),
    };
  }
  const currency = currencyOf(total.currency);
  const inCurrency = (amount: string): string => formatMinor(currency, toMinor(currency, parseDecimal(amount)));
  return {
    totalMinor: toMinor(currency, parseDecimal(total.amount)),
    currency,
    rate: {
      source: 'carrier',
      carrierReference,
      serviceLevelReference: quote.serviceLevelReference,
      total: { amount: inCurrency(total.amount), currency: currency.code },
      ...(transitDays === undefined ? {} : { transitDays }),
      physicalWeight,
      lines: lines.map((line) => ({ type: 'carrier' as const, ...line, amount: inCurrency(line.amount) })),
    },
  };
}
