import type { Principal } from '../../platform/principal.ts';
import { type ExpectedVersion, notFound, requireVersion } from '../../platform/problem.ts';
import { changeAccess, requireGrantable, requireHeld } from './change-access.ts';
import type { AuthorizingDeps } from './deps.ts';
import { lastAdmin } from './errors.ts';
import { ADMIN_GROUP, permissionsOf } from './permissions.ts';
import type { User } from './user.ts';
import { countAdminUsers, findUser, saveUser } from './user-repository.ts';

/**
 * Changes a user's groups, or whether he may come in at all. Felt here with the answer, in every other process within 5 s. Nobody
 * changes a user who may do more than himself, nor makes one so.
 * @throws test-token-grants, exceeds-own-permissions (403), not-found (404), last-admin, concurrent-change (409), precondition-failed (412),
 *   unknown-permission-group (422)
 */
export async function updateUser(
  deps: Pick<AuthorizingDeps, 'db' | 'clock' | 'turns'>,
  caller: Principal,
  id: string,
  change: Pick<User, 'permissionGroups' | 'active'>,
  expectedVersion?: ExpectedVersion,
): Promise<User> {
  return changeAccess(deps, caller.tenantId, async (access) => {
    const before = await findUser(deps.db, caller.tenantId, id);
    if (before === undefined) throw notFound('user', id);
    requireVersion(before.version, expectedVersion);
    await requireGrantable(caller, change.permissionGroups, access.tenantGroups);
    await requireHeld(caller, permissionsOf(before.permissionGroups, access.tenantGroups));
    const after = { ...before, ...change, version: before.version + 1, updatedOn: deps.clock() };
    if (isAdmin(before) && !isAdmin(after) && (await countAdminUsers(deps.db, caller.tenantId, id)) === 0)
      throw lastAdmin('user');
    return (await saveUser(deps.db, before, after, access)) ? after : undefined;
  });
}

function isAdmin(user: User): boolean {
  return user.active && user.permissionGroups.includes(ADMIN_GROUP);
}
