import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { EventType } from '../../platform/events.ts';
import type { Logger } from '../../platform/logger.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import type { AllowedNetwork } from './address-guard.ts';
import type { WebhookKey } from './claim-repository.ts';

/** What the module's operations share; each names the part that it uses. */
export interface HooksDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  secretBox: SecretBox;
  /** Where webhooks may be received beside the public internet. */
  allowedNetworks: readonly AllowedNetwork[];
  /** The `source` of every event: where this installation is. */
  source: string;
  /** Every module's, by type. */
  eventTypes: ReadonlyMap<string, EventType>;
  /** Hears where something may be due now. */
  deliveries: { wake(webhooks: readonly WebhookKey[]): void };
}
