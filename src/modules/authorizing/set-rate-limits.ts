import type { RateLimits } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import type { AuthorizingDeps } from './deps.ts';
import { findAccess, updateRateLimits } from './tenant-repository.ts';

/** `undefined` takes a tenant's own limit away. */
export type RateLimitChange = { [Class in keyof RateLimits]?: number | undefined };

/**
 * Changes the requests a minute that a tenant has of its own; what the change does not name stays. For a class without one the
 * installation's holds. Every process goes by them within 5 s.
 * @returns the tenant's own limits from now on. @throws not-found (404)
 */
export async function setRateLimits(
  deps: Pick<AuthorizingDeps, 'db'>,
  tenantId: string,
  change: RateLimitChange,
): Promise<Partial<RateLimits>> {
  const access = await findAccess(deps.db, tenantId);
  if (access === undefined) throw notFound('tenant', tenantId);
  const before = access.rateLimits ?? {};
  const after: Partial<RateLimits> = Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(([, limit]) => limit !== undefined),
  );
  await updateRateLimits(deps.db, tenantId, { before, after });
  return after;
}
