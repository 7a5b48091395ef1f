import type { CarrierQuote } from './carrier-rate-source.ts';
import type { CompiledContract } from './compile-contract.ts';
import { type ContractHeader, checkValidity } from './contract.ts';
import { convertCurrency, type ExchangeRate } from './convert-currency.ts';
import { calculationTooLarge } from './errors.ts';
import { type Currency, currencyOf, formatMinor } from './exact-money.ts';
import { measureShipment, type RateShipment } from './measure-shipment.ts';
import { type PricedLevel, priceContract } from './price-contract.ts';
import { readQuote } from './read-quote.ts';
import type { Calculation, UnavailableRate } from './v1/calculate-schemas.ts';

/** What an answer is made from. */
export interface Basis {
  /** Of all contracts that were asked. */
  headers: readonly ContractHeader[];
  /** By contract id; at least those that hold on the day. */
  contracts: ReadonlyMap<string, CompiledContract>;
  exchangeRates: readonly ExchangeRate[];
  quotes: readonly CarrierQuote[];
}

export interface Question {
  shipment: RateShipment;
  date: string;
  currency?: string | undefined;
  carrierReference?: string;
  serviceLevelReference?: string;
}

/** Of an answer, roughly, in characters: a shipment of 999 units with fifty contracts that price each unit. */
const MAX_ANSWER = 8_000_000;
/** Judged for single units: some 50 ms. */
const MAX_UNIT_CONDITIONS = 2_000_000;

/** Prices a shipment: pure, and so the same for ever for the same basis. @throws calculation-too-large (422) */
export function answerQuestion(basis: Basis, question: Question): Calculation {
  const { date, carrierReference, serviceLevelReference } = question;
  requireModest(basis, question);
  const shipment = measureShipment(question.shipment);
  const rates: PricedLevel[] = [];
  const unavailable: UnavailableRate[] = [];
  for (const header of basis.headers) {
    if (carrierReference !== undefined && header.carrierReference !== carrierReference) continue;
    const about = {
      source: 'contract' as const,
      carrierReference: header.carrierReference,
      contract: { id: header.id, reference: header.reference, version: header.version },
    };
    const outside = checkValidity(header, date);
    const contract = basis.contracts.get(header.id);
    if (outside !== undefined) unavailable.push({ ...about, ...outside });
    if (outside !== undefined || contract === undefined) continue;
    const { priced, unpriced } = priceContract(header, contract, shipment, {
      date,
      serviceLevel: serviceLevelReference,
    });
    rates.push(...priced);
    unavailable.push(...unpriced.map((reason) => ({ ...about, ...reason })));
  }
  for (const quote of basis.quotes) {
    const read = readQuote(quote, shipment.physicalWeight);
    if ('rate' in read) rates.push(read);
    else unavailable.push(read);
  }
  const wanted = question.currency === undefined ? undefined : currencyOf(question.currency);
  const shown = wanted === undefined ? rates : convertAll(rates, wanted, basis.exchangeRates, date, unavailable);
  return { date, rates: shown.sort(byPrice).map(({ rate }) => rate), unavailable };
}

/** Counts what there is to judge and to say, at the most, before any of it is done. @throws calculation-too-large (422) */
function requireModest({ headers, contracts }: Basis, question: Question): void {
  const { date, carrierReference, serviceLevelReference } = question;
  const units = question.shipment.handlingUnits.length;
  let characters = 0;
  let conditions = 0;
  for (const header of headers) {
    const contract = contracts.get(header.id);
    const isAsked = carrierReference === undefined || header.carrierReference === carrierReference;
    if (!isAsked || contract === undefined || checkValidity(header, date) !== undefined) continue;
    const levels = serviceLevelReference === undefined ? contract.serviceLevels.length : 1;
    const { perLevel, perUnit } = contract.answerSize;
    characters += levels * (perLevel + units * perUnit);
    conditions += levels * units * contract.conditionsPerUnit;
  }
  if (characters > MAX_ANSWER || conditions > MAX_UNIT_CONDITIONS) throw calculationTooLarge(units);
}

/** Puts each total into the currency. What cannot be converted is unavailable. */
function convertAll(
  rates: readonly PricedLevel[],
  currency: Currency,
  exchangeRates: readonly ExchangeRate[],
  date: string,
  unavailable: UnavailableRate[],
): PricedLevel[] {
  return rates.flatMap((priced): PricedLevel[] => {
    const { rate, totalMinor } = priced;
    const from = priced.currency;
    if (from.code === currency.code) return [priced];
    const converted = convertCurrency(exchangeRates, totalMinor, from, currency);
    if (converted === undefined) {
      const { source, carrierReference, serviceLevelReference, contract } = rate;
      unavailable.push({
        source,
        carrierReference,
        serviceLevelReference,
        ...(contract === undefined ? {} : { contract }),
        reason: 'no-exchange-rate',
        detail: `It costs ${rate.total.amount} ${from.code}, and there is no exchange rate from ${from.code} to ${currency.code} on ${date}.`,
      });
      return [];
    }
    const total = { amount: formatMinor(currency, converted.amountMinor), currency: currency.code };
    const conversion = { ...rate.total, exchangeRates: converted.exchangeRates };
    return [{ rate: { ...rate, total, conversion }, totalMinor: converted.amountMinor, currency }];
  });
}

/**
 * The cheapest first; what costs the same stays in the order of the contracts. Amounts of different currencies cannot be compared, so each
 * currency is in order by itself.
 */
function byPrice(one: PricedLevel, other: PricedLevel): number {
  if (one.currency.code !== other.currency.code) return one.currency.code < other.currency.code ? -1 : 1;
  return one.totalMinor < other.totalMinor ? -1 : one.totalMinor > other.totalMinor ? 1 : 0;
}
