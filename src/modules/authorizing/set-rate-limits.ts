import type { RateLimits } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import type { AuthorizingDeps } from './deps.ts';
import { findAccess, updateRateLimits } from './tenant-repository.ts';

/**
 * Gives a tenant requests a minute of its own; for a class that is left out, the installation's hold. Every process goes by
 * them within 5 s.
 * @throws not-found (404)
 */
export async function setRateLimits(
  deps: Pick<AuthorizingDeps, 'db'>,
  tenantId: string,
  limits: Partial<RateLimits>,
): Promise<void> {
  const access = await findAccess(deps.db, tenantId);
  if (access === undefined) throw notFound('tenant', tenantId);
  await updateRateLimits(deps.db, tenantId, { before: access.rateLimits ?? {}, after: limits });
}
