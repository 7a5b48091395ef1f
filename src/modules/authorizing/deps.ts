import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Turns } from './turns.ts';

/** What the module's operations share; each names the part that it uses. */
export interface AuthorizingDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  /** The key under which secrets are hashed; without it the hashes in the database are worth nothing. */
  pepper: Uint8Array;
  /** By tenant, for changes of who may do what. */
  turns: Turns;
}
