import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import type { Inventory } from './inventory.ts';
import type { Payments } from './payments.ts';

/** What the module's operations share; each names the part that it uses. */
export interface OrdersDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  metrics: Pick<Metrics, 'orderAlarms'>;
  secretBox: SecretBox;
  inventory: Inventory;
  /** Whether what the orders reserve is in this database, and can be reserved with whatever else is written there. */
  isStockHere: boolean;
  payments: Payments;
}
