import * as currencies from 'dinero.js/currencies';

const CURRENCIES: Readonly<Record<string, { base: number | readonly number[]; exponent: number } | undefined>> =
  currencies;

/** Every code that `currencyMinorDigits` knows. */
export const CURRENCY_CODES: readonly string[] = Object.keys(CURRENCIES);

/** What is wrong with a currency code; undefined when nothing is. */
export function checkCurrencyCode(code: string): string | undefined {
  return currencyMinorDigits(code) === undefined
    ? 'Unknown currency: write a code of ISO 4217, for example EUR.'
    : undefined;
}

/** How many decimal digits the amounts of a currency have (ISO 4217 minor unit); undefined for a code that is no currency. */
export function currencyMinorDigits(code: string): number | undefined {
  const currency = Object.hasOwn(CURRENCIES, code) ? CURRENCIES[code] : undefined;
  if (currency === undefined) return undefined;
  // The ariary and the ouguiya have five parts; ISO 4217 writes their amounts with two digits nevertheless.
  return currency.base === 10 ? currency.exponent : 2;
}
