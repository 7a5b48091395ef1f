import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, type ExpectedVersion, overtaken, requireVersion } from '../../platform/problem.ts';
import { checkReadable } from './check-readable.ts';
import { checkWebhook } from './check-webhook.ts';
import { findWaitingTypes } from './delivery-repository.ts';
import type { HooksDeps } from './deps.ts';
import { tooManyWebhooks } from './errors.ts';
import { requireWebhook } from './require-webhook.ts';
import { createSecret } from './signing.ts';
import { typesWanted } from './subscription.ts';
import type { WebhookInput } from './v1/schemas.ts';
import { sealHeaders, sealSecrets, type Webhook } from './webhook.ts';
import { insertWebhook, deleteWebhook as removeWebhook, saveWebhook } from './webhook-repository.ts';

type ChangeDeps = Pick<HooksDeps, 'db' | 'clock' | 'secretBox' | 'allowedNetworks' | 'eventTypes' | 'deliveries'>;
type Caller = Pick<Principal, 'tenantId'>;

/** Each event is looked at once for every webhook of its tenant. */
const MAX_WEBHOOKS = 500;

/**
 * Adds a webhook. Its secret is in the answer and nowhere else.
 * @throws validation (400), events-not-readable (403), too-many-webhooks (409)
 */
export async function createWebhook(
  deps: ChangeDeps,
  caller: Caller,
  input: WebhookInput,
): Promise<{ webhook: Webhook; secret: string }> {
  checkWebhook(deps, input);
  await checkReadable(deps, namesWanted(deps, input.events));
  const now = deps.clock();
  const identity = { tenantId: caller.tenantId, id: newId() };
  const secret = createSecret();
  const kept = {
    ...identity,
    headerNames: [],
    secrets: sealSecrets(deps.secretBox, identity, [{ secret }]),
    eventSequence: 0,
    version: 1,
    createdOn: now,
    updatedOn: now,
  };
  const webhook = toWebhook(deps, input, kept);
  if (!(await insertWebhook(deps.db, webhook, MAX_WEBHOOKS))) throw tooManyWebhooks(MAX_WEBHOOKS);
  return { webhook, secret };
}

/**
 * Replaces a webhook's configuration; headers that are left out stay as they are. Another URL, or being made active again, clears its record of
 * failures; then what waited for it is sent.
 * @throws validation (400), events-not-readable (403), not-found (404), concurrent-change (409), precondition-failed (412)
 */
export async function updateWebhook(
  deps: ChangeDeps,
  caller: Caller,
  id: string,
  input: WebhookInput,
  expectedVersion?: ExpectedVersion,
): Promise<Webhook> {
  checkWebhook(deps, input);
  const before = await requireWebhook(deps, caller, id);
  requireVersion(before.version, expectedVersion);
  await checkReadable(deps, await typesDisclosed(deps, before, input));
  // Another receiver has not failed yet, and whoever makes it active again says that it is well. What else changes makes nothing well.
  const isForgiven = input.url !== before.url || (!before.active && input.active !== false);
  const { failingSince, ...forgiven } = before;
  const kept = isForgiven || failingSince === undefined ? forgiven : before;
  const after = toWebhook(deps, input, { ...kept, version: before.version + 1, updatedOn: deps.clock() });
  if (!(await saveWebhook(deps.db, before, after))) throw overtaken('webhook', expectedVersion, before.version + 1);
  deps.deliveries.wake([{ tenantId: after.tenantId, webhookId: id }]);
  return after;
}

/**
 * The event types that an update newly discloses. Where the receiver stays the same, those that are added. Where it may be another one, as the
 * URL or a header decides, all of them, and those that still wait to be sent.
 */
async function typesDisclosed(deps: ChangeDeps, before: Webhook, input: WebhookInput): Promise<Iterable<string>> {
  const [had, wanted] = [namesWanted(deps, before.events), namesWanted(deps, input.events)];
  const isMoved = input.url !== before.url || Object.keys(input.headers ?? {}).length > 0;
  if (!isMoved) return wanted.filter((type) => !had.includes(type));
  return new Set([...had, ...wanted, ...(await findWaitingTypes(deps.db, before))]);
}

function namesWanted({ eventTypes }: Pick<HooksDeps, 'eventTypes'>, events: readonly string[]): string[] {
  return typesWanted(events, eventTypes.values()).map(({ type }) => type);
}

/** Removes a webhook; nothing more is sent to it. @throws not-found (404), concurrent-change (409) */
export async function deleteWebhook(deps: Pick<ChangeDeps, 'db' | 'clock'>, caller: Caller, id: string): Promise<void> {
  const webhook = await requireWebhook(deps, caller, id);
  if (!(await removeWebhook(deps.db, webhook, deps.clock()))) throw concurrentChange('webhook');
}

type Kept = Omit<Webhook, 'url' | 'events' | 'description' | 'ordering' | 'active'>;

function toWebhook(deps: Pick<ChangeDeps, 'secretBox'>, input: WebhookInput, kept: Kept): Webhook {
  const { url, events, description, headers, ordering = 'none', active = true } = input;
  const { headers: keptHeaders, disabled, ...rest } = kept;
  const sealed =
    headers === undefined
      ? keptHeaders
      : Object.keys(headers).length === 0
        ? undefined
        : sealHeaders(deps.secretBox, kept, headers);
  return {
    ...rest,
    url,
    events,
    ordering,
    active,
    headerNames: headers === undefined ? kept.headerNames : Object.keys(headers),
    ...(description === undefined ? {} : { description }),
    ...(sealed === undefined ? {} : { headers: sealed }),
    ...(active || disabled === undefined ? {} : { disabled }),
  };
}
