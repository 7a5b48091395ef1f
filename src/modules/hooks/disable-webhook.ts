import { runAsSystem } from '../../platform/request-context.ts';
import type { WebhookKey } from './claim-repository.ts';
import type { HooksDeps } from './deps.ts';
import { raiseDisabled } from './events.ts';
import type { DisabledFor } from './webhook.ts';
import { findWebhook, saveWebhook } from './webhook-repository.ts';

const MAX_TRIES = 5;

/** Makes a webhook inactive, with an event for the tenant's others. What waits for it stays, until somebody makes it active again. */
export async function disableWebhook(
  deps: Pick<HooksDeps, 'db' | 'clock' | 'log'>,
  { tenantId, webhookId }: WebhookKey,
  reason: DisabledFor,
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const before = await findWebhook(deps.db, tenantId, webhookId);
    if (before === undefined || !before.active) return;
    const now = deps.clock();
    const { webhook, event } = raiseDisabled({
      ...before,
      active: false,
      disabled: { reason, on: now },
      version: before.version + 1,
      updatedOn: now,
    });
    if (await runAsSystem('disableWebhook', () => saveWebhook(deps.db, before, webhook, [event]))) {
      deps.log.warn({ webhookId, reason }, 'made a webhook inactive');
      return;
    }
  }
}
