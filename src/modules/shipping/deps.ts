import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import type { Rates } from '../rates/index.ts';
import type { CarrierHttpFor } from './carriers/http/create-http.ts';
import type { CarrierRegistry } from './carriers/registry.ts';

/** What the module's operations share; each names the part that it uses. */
export interface ShippingDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  secretBox: SecretBox;
  carriers: CarrierRegistry;
  /** What a booking costs by contract. */
  rates: Pick<Rates, 'priceBooking'>;
  carrierHttpFor: CarrierHttpFor;
  metrics: Pick<Metrics, 'unmappedTrackingCodes'>;
  /** Origins beside the carriers' own to which profiles may send their calls. */
  carrierOrigins: readonly string[];
}
