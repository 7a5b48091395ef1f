import type { RateShipment } from './measure-shipment.ts';

/** Asks carriers for their own prices just now. Whoever knows the carriers implements it; app.ts hands it over. */
export interface CarrierRateSource {
  /**
   * The prices of every carrier account of the tenant that can be asked, or why one gives none. It does not throw because one carrier fails.
   * @param signal aborted when the caller waits no longer
   */
  quote(tenantId: string, request: CarrierRateRequest, signal: AbortSignal): Promise<readonly CarrierQuote[]>;
}

export interface CarrierRateRequest extends RateShipment {
  /** YYYY-MM-DD: the day on which it is sent. */
  date: string;
  /** Only this carrier profile, by its reference. */
  carrierReference?: string;
  /** Only this service level. */
  serviceLevelReference?: string;
  /** A test caller reaches sandbox carriers only. */
  mode: 'live' | 'test';
}

export type CarrierQuote = CarrierPrice | CarrierWithoutPrice;

export interface CarrierPrice {
  carrierReference: string;
  serviceLevelReference: string;
  /** A decimal string and ISO 4217, for example 12.50 EUR. */
  total: { amount: string; currency: string };
  transitDays?: { min: number; max: number };
  /** In the currency of the total, as far as the carrier says what it is made of. */
  lines?: readonly { reference: string; amount: string; description?: string }[];
}

export interface CarrierWithoutPrice {
  carrierReference: string;
  serviceLevelReference?: string;
  /** In words with hyphens, for programs. */
  reason: string;
  /** For people: the carrier's own text, say. */
  detail: string;
}
