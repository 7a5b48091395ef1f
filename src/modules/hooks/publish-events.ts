import { cloudEvent } from '../../platform/events.ts';
import type { HooksDeps } from './deps.ts';
import { findUnpublished, publish } from './publish-repository.ts';

export interface PublishPayload {
  tenantId: string;
  subject: string;
}

/** Gives a subject's new events to the webhooks that want them. Running it twice makes no second delivery. */
export async function publishEvents(
  deps: Pick<HooksDeps, 'db' | 'clock' | 'source' | 'deliveries'>,
  { tenantId, subject }: PublishPayload,
): Promise<void> {
  const events = await findUnpublished(deps.db, tenantId, subject);
  if (events.length === 0) return;
  const messages = events.map((event) => ({
    eventId: event.id,
    type: event.type,
    sequence: event.sequence,
    body: cloudEvent({ ...event, tenantId }, deps.source),
  }));
  const webhookIds = await publish(deps.db, { tenantId, subject }, messages, deps.clock());
  deps.deliveries.wake(webhookIds.map((webhookId) => ({ tenantId, webhookId })));
}
