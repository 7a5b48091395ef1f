import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CarrierRateSource } from './carrier-rate-source.ts';
import type { ContractCache } from './contract-cache.ts';
import type { RateShipment } from './measure-shipment.ts';
import type { Spreadsheets } from './spreadsheet.ts';

/** Shipments of a tenant by their ids; what does not exist is not there. */
type FindShipments = (tenantId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, RateShipment>>;

/** What the module's operations share; each names the part that it uses. */
export interface RatesDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  contracts: ContractCache;
  spreadsheets: Spreadsheets;
  /** For the price of a shipment that is named by its id only. */
  findShipments: FindShipments;
  /** Prefix of every problem's `type`, for those within an answer. */
  problemBaseUrl: string;
  /** Absent: there are contract rates only. */
  carriers?: CarrierRateSource;
}
