import type { Principal } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import type { HooksDeps } from './deps.ts';
import type { Webhook } from './webhook.ts';
import { findWebhook } from './webhook-repository.ts';

/** @throws not-found (404) */
export async function requireWebhook(
  { db }: Pick<HooksDeps, 'db'>,
  { tenantId }: Pick<Principal, 'tenantId'>,
  id: string,
): Promise<Webhook> {
  const webhook = await findWebhook(db, tenantId, id);
  if (webhook === undefined) throw notFound('webhook', id);
  return webhook;
}
