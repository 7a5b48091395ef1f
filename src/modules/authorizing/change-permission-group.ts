import type { Principal } from '../../platform/principal.ts';
import { type ExpectedVersion, notFound, requireVersion } from '../../platform/problem.ts';
import { changeAccess, requireHeld } from './change-access.ts';
import type { AuthorizingDeps } from './deps.ts';
import { groupBuiltIn, groupInUse, groupTaken } from './errors.ts';
import { deleteGroup, findGroup, insertGroup, isGroupInUse, saveGroup } from './group-repository.ts';
import type { PermissionGroup } from './permission-group.ts';
import { BUILT_IN_GROUPS, isGroup, permissionsOf } from './permissions.ts';
import type { Access } from './tenant-repository.ts';

type GroupDeps = Pick<AuthorizingDeps, 'db' | 'clock' | 'turns'>;
type GroupContent = Pick<PermissionGroup, 'name' | 'permissions'>;

/** Adds a group of the tenant's own. @throws test-token-grants, exceeds-own-permissions (403), reference-taken, concurrent-change (409) */
export async function createPermissionGroup(
  deps: GroupDeps,
  caller: Principal,
  { reference, name, permissions }: Pick<PermissionGroup, 'reference'> & GroupContent,
): Promise<PermissionGroup> {
  await requireHeld(caller, permissions);
  const now = deps.clock();
  const content = { tenantId: caller.tenantId, reference, name, permissions, createdOn: now, updatedOn: now };
  return changeAccess(deps, caller.tenantId, async (access) => {
    if (isGroup(reference, access.tenantGroups)) throw groupTaken(reference);
    const group = { ...content, version: nextVersion(access) };
    return (await insertGroup(deps.db, group, access)) ? group : undefined;
  });
}

/**
 * Changes what a group gives, to everyone who holds it. Nobody adds or takes away a permission that he does not have himself.
 * @throws test-token-grants, exceeds-own-permissions (403), not-found (404), permission-group-built-in, concurrent-change (409),
 *   precondition-failed (412)
 */
export async function updatePermissionGroup(
  deps: GroupDeps,
  caller: Principal,
  reference: string,
  { name, permissions }: GroupContent,
  expectedVersion?: ExpectedVersion,
): Promise<PermissionGroup> {
  return changeAccess(deps, caller.tenantId, async (access) => {
    const before = await requireOwnGroup(deps, caller, reference);
    requireVersion(before.version, expectedVersion);
    await requireHeld(caller, [...permissionsOf([reference], access.tenantGroups), ...permissions]);
    const after = { ...before, name, permissions, version: nextVersion(access), updatedOn: deps.clock() };
    return (await saveGroup(deps.db, before, after, access)) ? after : undefined;
  });
}

/**
 * Removes a group that nobody holds.
 * @throws test-token-grants, exceeds-own-permissions (403), not-found (404), permission-group-built-in, permission-group-in-use,
 *   concurrent-change (409), precondition-failed (412)
 */
export async function deletePermissionGroup(
  deps: GroupDeps,
  caller: Principal,
  reference: string,
  expectedVersion?: ExpectedVersion,
): Promise<void> {
  await changeAccess(deps, caller.tenantId, async (access) => {
    const group = await requireOwnGroup(deps, caller, reference);
    requireVersion(group.version, expectedVersion);
    await requireHeld(caller, permissionsOf([reference], access.tenantGroups));
    if (await isGroupInUse(deps.db, group, deps.clock())) throw groupInUse(reference);
    return (await deleteGroup(deps.db, group, access)) || undefined;
  });
}

/**
 * One number for every change of who may do what in the tenant, not one for each group: a group that is removed and made again under the same
 * reference must never have a version that the former one had.
 */
function nextVersion(access: Access): number {
  return access.version + 1;
}

async function requireOwnGroup(
  deps: Pick<GroupDeps, 'db'>,
  caller: Principal,
  reference: string,
): Promise<PermissionGroup> {
  if (Object.hasOwn(BUILT_IN_GROUPS, reference)) throw groupBuiltIn(reference);
  const group = await findGroup(deps.db, caller.tenantId, reference);
  if (group === undefined) throw notFound('permission group', reference);
  return group;
}
