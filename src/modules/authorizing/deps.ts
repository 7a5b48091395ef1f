import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';

/** What the module's operations share. */
export interface AuthorizingDeps {
  db: Database;
  clock: Clock;
  /** The key under which secrets are hashed; without it the hashes in the database are worth nothing. */
  pepper: Uint8Array;
}
