import { currencyMinorDigits } from '../../platform/currency.ts';
import { roundHalfUp } from './exact-measure.ts';

/** Decimal strings of contracts have at most so many decimals; as integers they are millionths. */
const DECIMALS = 6;
const MILLIONTHS = 10n ** BigInt(DECIMALS);

/** "6.95" as 6950000n. */
export function parseDecimal(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', decimals = ''] = (negative ? text.slice(1) : text).split('.');
  const millionths = BigInt(whole) * MILLIONTHS + BigInt(decimals.padEnd(DECIMALS, '0'));
  return negative ? -millionths : millionths;
}

/** A currency's way of counting: 2 digits for EUR, 0 for JPY, 3 for KWD. */
export interface Currency {
  code: string;
  digits: number;
  /** Millionths in one minor unit. */
  millionthsPerMinor: bigint;
}

export function currencyOf(code: string): Currency {
  const digits = currencyMinorDigits(code);
  if (digits === undefined) throw new Error(`${code} is no currency`);
  return { code, digits, millionthsPerMinor: 10n ** BigInt(DECIMALS - digits) };
}

/** An amount in millionths, as a fraction, half up to the minor unit. */
export function toMinor(currency: Currency, numerator: bigint, denominator = 1n): bigint {
  return roundHalfUp(numerator, denominator * currency.millionthsPerMinor);
}

/** So many per cent of an amount in minor units, half up; the percentage is in millionths. */
export function percentOf(amountMinor: bigint, percentage: bigint): bigint {
  return roundHalfUp(amountMinor * percentage, 100n * MILLIONTHS);
}

/** Minor units as a decimal string with exactly the currency's digits: 695n of EUR is "6.95". */
export function formatMinor({ digits }: Currency, amountMinor: bigint): string {
  if (digits === 0) return amountMinor.toString();
  const negative = amountMinor < 0n;
  const text = (negative ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  return `${negative ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
