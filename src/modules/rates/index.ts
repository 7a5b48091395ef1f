import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { ApiService } from '../../platform/openapi.ts';
import type { CarrierRateSource } from './carrier-rate-source.ts';
import { createContractCache } from './contract-cache.ts';
import type { FindShipments, RatesDeps } from './deps.ts';
import { routes } from './v1/routes.ts';

export type {
  CarrierPrice,
  CarrierQuote,
  CarrierRateRequest,
  CarrierRateSource,
  CarrierWithoutPrice,
} from './carrier-rate-source.ts';
export type { FindShipments } from './deps.ts';
export type { RateShipment } from './measure-shipment.ts';

export interface Rates {
  api: ApiService;
}

/** The rates module: what carriers charge by contract, and what a shipment therefore costs. */
export function createRates(options: {
  db: Database;
  clock: Clock;
  log: Logger;
  /** Prices of a shipment that is named by its id only. */
  findShipments: FindShipments;
  /** Absent: contract rates only. */
  carriers?: CarrierRateSource;
}): Rates {
  const deps: RatesDeps = { ...options, contracts: createContractCache(options.db) };
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
      routes: routes(deps),
    },
  };
}
