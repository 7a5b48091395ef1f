import { lackingPermissions } from '../../platform/lacking-permissions.ts';
import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, notFound } from '../../platform/problem.ts';
import type { AuthorizingDeps } from './deps.ts';
import { exceedsOwnPermissions, testTokenGrants, unknownGroup } from './errors.ts';
import { BUILT_IN_GROUPS, isGroup, permissionsOf, type TenantGroups } from './permissions.ts';
import { type Access, findAccess } from './tenant-repository.ts';

const MAX_TRIES = 20;

/**
 * Makes one change of who may do what in a tenant. `change` decides on what it reads, and writes only if nothing of that kind has changed
 * since; if something has, it answers undefined and is called again. Within a process changes wait for each other, so that only those of
 * other replicas make it repeat itself.
 * @throws not-found (404), concurrent-change (409), and what `change` throws
 */
export function changeAccess<Result>(
  deps: Pick<AuthorizingDeps, 'db' | 'turns'>,
  tenantId: string,
  change: (access: Access) => Promise<Result | undefined>,
): Promise<Result> {
  return deps.turns(tenantId, async () => {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const access = await findAccess(deps.db, tenantId);
      if (access === undefined) throw notFound('tenant', tenantId);
      const result = await change(access);
      if (result !== undefined) return result;
    }
    throw concurrentChange('tenant’s users and permissions');
  });
}

/** @throws unknown-permission-group (422), with those that there are */
export function requireGroups(groups: readonly string[], tenantGroups: TenantGroups): void {
  for (const group of groups) {
    if (!isGroup(group, tenantGroups))
      throw unknownGroup(group, [...Object.keys(BUILT_IN_GROUPS), ...Object.keys(tenantGroups).sort()]);
  }
}

/**
 * Nobody grants more than he has, and who holds a test token grants nothing to anyone: what users and groups may do is no test.
 * @throws test-token-grants, exceeds-own-permissions (403), naming what is too much
 */
export async function requireHeld(caller: Pick<Principal, 'mode'>, permissions: Iterable<string>): Promise<void> {
  if (caller.mode === 'test') throw testTokenGrants();
  await requireWithin(permissions);
}

/** @throws exceeds-own-permissions (403), naming what is too much; authorization-unavailable (503) */
export async function requireWithin(permissions: Iterable<string>): Promise<void> {
  const excess = [...(await lackingPermissions(permissions))].sort();
  if (excess.length > 0) throw exceedsOwnPermissions(excess);
}

/** The same for what groups give. @throws unknown-permission-group (422), exceeds-own-permissions (403) */
export async function requireGrantable(
  caller: Pick<Principal, 'mode'>,
  groups: readonly string[],
  tenantGroups: TenantGroups,
): Promise<void> {
  requireGroups(groups, tenantGroups);
  await requireHeld(caller, permissionsOf(groups, tenantGroups));
}
