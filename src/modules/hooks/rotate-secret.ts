import type { Principal } from '../../platform/principal.ts';
import {
  type ExpectedVersion,
  overtaken,
  problemField,
  requireVersion,
  validationProblem,
} from '../../platform/problem.ts';
import type { HooksDeps } from './deps.ts';
import { tooManySecrets } from './errors.ts';
import { requireWebhook } from './require-webhook.ts';
import { createSecret, isSecret } from './signing.ts';
import { type LiveSecret, openSecrets, sealSecrets, type Webhook } from './webhook.ts';
import { saveWebhook } from './webhook-repository.ts';

const GRACE_MS = 24 * 3_600_000;
const MAX_LIVE_SECRETS = 5;

export interface RotatedSecret {
  secret: string;
  /** Until when the one before it signs too. */
  previousExpiresOn: Date;
}

/**
 * Gives a webhook a new secret, made here or brought along. Each one before it signs too, for 24 hours from when it was replaced, as far as
 * it can be read.
 * @throws validation (400), not-found (404), concurrent-change, too-many-secrets (409), precondition-failed (412)
 */
export async function rotateSecret(
  deps: Pick<HooksDeps, 'db' | 'clock' | 'secretBox'>,
  caller: Pick<Principal, 'tenantId'>,
  id: string,
  secret = createSecret(),
  expectedVersion?: ExpectedVersion,
): Promise<RotatedSecret> {
  if (!isSecret(secret))
    throw validationProblem([problemField(['secret'], 'Must be whsec_ and 24 to 64 random bytes in base64.')]);
  const before = await requireWebhook(deps, caller, id);
  requireVersion(before.version, expectedVersion);
  const now = deps.clock();
  const previousExpiresOn = new Date(now.getTime() + GRACE_MS);
  const former = formerSecrets(deps, before)
    .filter((each) => (each.expiresOn === undefined || each.expiresOn > now) && each.secret !== secret)
    .map((each) => ({ ...each, expiresOn: each.expiresOn ?? previousExpiresOn }));
  const oldest = former.at(-1);
  if (oldest !== undefined && former.length >= MAX_LIVE_SECRETS)
    throw tooManySecrets(MAX_LIVE_SECRETS, oldest.expiresOn);
  const after: Webhook = {
    ...before,
    secrets: sealSecrets(deps.secretBox, before, [{ secret }, ...former]),
    version: before.version + 1,
    updatedOn: now,
  };
  if (!(await saveWebhook(deps.db, before, after))) throw overtaken('webhook', expectedVersion, before.version + 1);
  return { secret, previousExpiresOn };
}

/** None, where they were sealed under a SECRET_KEY that was lost: they sign nothing any more, and a new one ends that. */
function formerSecrets({ secretBox }: Pick<HooksDeps, 'secretBox'>, webhook: Webhook): LiveSecret[] {
  try {
    return openSecrets(secretBox, webhook);
  } catch {
    return [];
  }
}
