import type { EventType } from '../../platform/events.ts';
import type { ApiService } from '../../platform/openapi.ts';
import type { Rate } from '../../platform/rate-schemas.ts';
import { createContractCache } from './contract-cache.ts';
import { findContents } from './contract-repository.ts';
import type { RatesDeps } from './deps.ts';
import { eventTypes } from './event-types.ts';
import { type BookingToPrice, priceBooking } from './price-booking.ts';
import { createSpreadsheets } from './spreadsheet.ts';
import { PROBLEM_MEMBERS } from './v1/problem-members.ts';
import { routes } from './v1/routes.ts';

export type {
  CarrierQuote,
  CarrierRateRequest,
  CarrierRateSource,
} from './carrier-rate-source.ts';
export type { RateShipment } from './measure-shipment.ts';

export interface Rates {
  api: ApiService;
  /** What others can be told of. */
  eventTypes: readonly EventType[];
  /** What a booking costs by contract, today; nothing where no contract prices it. Never throws. */
  priceBooking(tenantId: string, booking: BookingToPrice): Promise<Rate | undefined>;
}

/** The rates module: what carriers charge by contract, and what a shipment therefore costs. */
export function createRates(options: Omit<RatesDeps, 'contracts' | 'spreadsheets'>): Rates {
  const contracts = createContractCache((tenantId, wanted) => findContents(options.db, tenantId, wanted));
  const deps: RatesDeps = { ...options, contracts, spreadsheets: createSpreadsheets() };
  return {
    api: {
      service: 'rates',
      version: 1,
      title: 'Rates API',
      description: 'Carrier contracts, and prices that are explained to the cent.',
      tags: [
        { name: 'contracts', description: 'What carriers charge, version by version.' },
        { name: 'calculate', description: 'What a shipment costs, and why.' },
        { name: 'exchange-rates', description: 'What currencies are worth, by day.' },
      ],
      problemMembers: PROBLEM_MEMBERS,
      routes: routes(deps),
    },
    eventTypes,
    priceBooking: (tenantId, booking) => priceBooking(deps, tenantId, booking),
  };
}
