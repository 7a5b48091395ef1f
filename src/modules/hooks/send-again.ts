import { cloudEvent } from '../../platform/events.ts';
import { newId, timeOfId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { notFound, problemField, validationProblem } from '../../platform/problem.ts';
import { checkReadable } from './check-readable.ts';
import type { Delivery } from './delivery.ts';
import { findDelivery, insertTestDelivery, redeliver } from './delivery-repository.ts';
import type { HooksDeps } from './deps.ts';
import { messageGone, webhookInactive } from './errors.ts';
import { requireWebhook } from './require-webhook.ts';
import { typesWanted } from './subscription.ts';

type SendDeps = Pick<HooksDeps, 'db' | 'clock' | 'source' | 'eventTypes' | 'deliveries'>;
type Caller = Pick<Principal, 'tenantId'>;

/**
 * Sends a delivery again at once, and if that fails along the whole schedule. It goes to where the webhook leads today, so whoever asks
 * must be allowed to read it.
 * @throws events-not-readable (403), not-found (404), webhook-inactive, event-no-longer-kept (409)
 */
export async function redeliverEvent(deps: SendDeps, caller: Caller, webhookId: string, id: string): Promise<Delivery> {
  const webhook = await requireWebhook(deps, caller, webhookId);
  const delivery = await findDelivery(deps.db, webhook, id);
  if (delivery === undefined) throw notFound('delivery', id);
  await checkReadable(deps, [delivery.eventType]);
  if (!webhook.active) throw webhookInactive();
  const now = deps.clock();
  if (!(await redeliver(deps.db, delivery, now))) throw messageGone();
  deps.deliveries.wake([delivery]);
  return { ...delivery, status: 'Pending', nextAttemptOn: now };
}

/**
 * Sends the example of an event type, marked with the extension attribute `test`, so that a receiver can be tried out.
 * @throws validation (400), not-found (404), webhook-inactive (409)
 */
export async function sendTestEvent(
  deps: SendDeps,
  caller: Caller,
  webhookId: string,
  asked: string | undefined,
): Promise<Delivery> {
  const webhook = await requireWebhook(deps, caller, webhookId);
  const [firstWanted] = typesWanted(webhook.events, deps.eventTypes.values());
  const eventType = asked === undefined ? firstWanted : deps.eventTypes.get(asked);
  if (eventType === undefined) {
    const known = [...deps.eventTypes.keys()].join(', ');
    const what =
      asked === undefined
        ? 'Is required, as there is no event type that this webhook wants'
        : 'There is no such event type';
    throw validationProblem([problemField(['eventType'], `${what}. There are: ${known}.`)]);
  }
  if (!webhook.active) throw webhookInactive();
  const { type, example, exampleSubject: subject } = eventType;
  const eventId = newId();
  const { tenantId } = webhook;
  const event = {
    id: eventId,
    tenantId,
    type,
    subject,
    sequence: 1,
    time: deps.clock(),
    data: example as Record<string, unknown>,
  };
  const id = newId();
  const delivery: Delivery = {
    tenantId,
    webhookId,
    id,
    eventId,
    eventType: type,
    subject,
    status: 'Pending',
    nextAttemptOn: deps.clock(),
    attempts: [],
    createdOn: timeOfId(id),
  };
  await insertTestDelivery(deps.db, delivery, cloudEvent(event, deps.source, { test: true }));
  deps.deliveries.wake([delivery]);
  return delivery;
}
