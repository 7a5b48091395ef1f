import { roundHalfUp } from './exact-measure.ts';
import type { Currency } from './exact-money.ts';

/** One `base` is `rate` of `quote`, from a day on. */
export interface ExchangeRate {
  base: string;
  quote: string;
  /** A decimal string. */
  rate: string;
  validFrom: string;
}

export interface Converted {
  amountMinor: bigint;
  /** In the order of the way. */
  exchangeRates: ExchangeRate[];
}

const RATE_DECIMALS = 10;
const ONE = 10n ** BigInt(RATE_DECIMALS);

/** A factor, and where it comes from. */
interface Step {
  numerator: bigint;
  denominator: bigint;
  exchangeRate: ExchangeRate;
}

/**
 * An amount in another currency, half up to its minor unit: by the rate of the pair, by that of the reverse pair, or over a third currency,
 * of several the first in the alphabet. @returns undefined where the rates know no way
 */
export function convertCurrency(
  exchangeRates: readonly ExchangeRate[],
  amountMinor: bigint,
  from: Currency,
  to: Currency,
): Converted | undefined {
  if (from.code === to.code) return { amountMinor, exchangeRates: [] };
  const steps = findWay(exchangeRates, from.code, to.code);
  if (steps === undefined) return undefined;
  const numerator = steps.reduce((product, step) => product * step.numerator, amountMinor * 10n ** BigInt(to.digits));
  const denominator = steps.reduce((product, step) => product * step.denominator, 10n ** BigInt(from.digits));
  return {
    amountMinor: roundHalfUp(numerator, denominator),
    exchangeRates: steps.map(({ exchangeRate }) => exchangeRate),
  };
}

function findWay(exchangeRates: readonly ExchangeRate[], from: string, to: string): Step[] | undefined {
  const direct = findStep(exchangeRates, from, to);
  if (direct !== undefined) return [direct];
  const thirds = new Set(exchangeRates.flatMap(({ base, quote }) => [base, quote]));
  for (const third of [...thirds].sort()) {
    const first = findStep(exchangeRates, from, third);
    const second = findStep(exchangeRates, third, to);
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return undefined;
}

function findStep(exchangeRates: readonly ExchangeRate[], from: string, to: string): Step | undefined {
  const forward = exchangeRates.find(({ base, quote }) => base === from && quote === to);
  if (forward !== undefined) return { numerator: parseRate(forward.rate), denominator: ONE, exchangeRate: forward };
  const backward = exchangeRates.find(({ base, quote }) => base === to && quote === from);
  if (backward === undefined) return undefined;
  return { numerator: ONE, denominator: parseRate(backward.rate), exchangeRate: backward };
}

function parseRate(text: string): bigint {
  const [whole = '0', decimals = ''] = text.split('.');
  return BigInt(whole) * ONE + BigInt(decimals.padEnd(RATE_DECIMALS, '0'));
}
