import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import type { PermissionGroup } from './permission-group.ts';
import { type Access, claimAccess } from './tenant-repository.ts';

/** A tenant's own group. */
export async function findGroup(
  db: Database,
  tenantId: string,
  reference: string,
): Promise<PermissionGroup | undefined> {
  const prisma = await db.prisma();
  const row = await prisma.permissionGroup.findUnique({ where: { tenantId_reference: { tenantId, reference } } });
  return row ?? undefined;
}

/** A tenant's own groups, by reference. */
export async function listGroups(db: Database, tenantId: string): Promise<PermissionGroup[]> {
  const prisma = await db.prisma();
  return prisma.permissionGroup.findMany({ where: { tenantId }, orderBy: { reference: 'asc' } });
}

const INSERT: Statement = {
  name: 'insert-permission-group',
  text: `with ${claimAccess('$1', '$7')},
    g as (
      insert into authorizing.permission_groups (tenant_id, reference, name, permissions, version, created_on, updated_on)
      select $1, $2, $3, $4, $6, $5, $5 from access on conflict do nothing returning reference),
    audit as (${insertAudit('$1', '$8', 'g')})
    select reference from g`,
};

/** @returns false when there is such a group already, or who may do what was changed since `access` was read. */
export async function insertGroup(db: Database, group: PermissionGroup, access: Access): Promise<boolean> {
  const { tenantId, reference, name, permissions, createdOn, version } = group;
  const audit = auditRecords([{ resource: `permission-group/${reference}`, after: describe(group) }]);
  const values = [tenantId, reference, name, permissions, createdOn, version, access.version, audit];
  const rows = await conclude(db, INSERT, values, (inserted) => inserted.length === 1);
  return rows.length === 1;
}

const SAVE: Statement = {
  name: 'save-permission-group',
  text: `with ${claimAccess('$1', '$8')},
    g as (
      update authorizing.permission_groups set name = $3, permissions = $4, updated_on = $5, version = $6 from access
      where tenant_id = $1 and reference = $2 and version = $7 returning reference),
    audit as (${insertAudit('$1', '$9', 'g')})
    select reference from g`,
};

/** @returns false when the group, or who may do what, was changed since `before` and `access` were read. */
export async function saveGroup(
  db: Database,
  before: PermissionGroup,
  after: PermissionGroup,
  access: Access,
): Promise<boolean> {
  const { tenantId, reference, name, permissions, updatedOn, version } = after;
  const resource = `permission-group/${reference}`;
  const audit = auditRecords([{ resource, before: describe(before), after: describe(after) }]);
  const values = [tenantId, reference, name, permissions, updatedOn, version, before.version, access.version, audit];
  const rows = await conclude(db, SAVE, values, (saved) => saved.length === 1);
  return rows.length === 1;
}

const DELETE: Statement = {
  name: 'delete-permission-group',
  text: `with ${claimAccess('$1', '$3')},
    g as (
      delete from authorizing.permission_groups using access where tenant_id = $1 and reference = $2 returning reference),
    audit as (${insertAudit('$1', '$4', 'g')})
    select reference from g`,
};

/** @returns false when who may do what was changed since `access` was read. */
export async function deleteGroup(db: Database, group: PermissionGroup, access: Access): Promise<boolean> {
  const audit = auditRecords([{ resource: `permission-group/${group.reference}`, before: describe(group) }]);
  const values = [group.tenantId, group.reference, access.version, audit];
  const rows = await conclude(db, DELETE, values, (deleted) => deleted.length === 1);
  return rows.length === 1;
}

const IS_IN_USE: Statement = {
  name: 'is-group-in-use',
  text: `select exists (select from authorizing.users where tenant_id = $1 and $2 = any(permission_groups))
    or exists (select from authorizing.api_tokens where tenant_id = $1 and revoked_on is null and (expires_on is null or expires_on > $3)
      and ($2 = any(permission_groups) or jsonb_path_exists(limits, '$[*][*] ? (@ == $group)', jsonb_build_object('group', $2::text))))
    or exists (select from authorizing.tenants where id = $1 and default_group = $2) as used`,
};

/** Whether a user or a live token holds the group, or is bounded by it, or new users get it. */
export async function isGroupInUse(
  db: Database,
  group: Pick<PermissionGroup, 'tenantId' | 'reference'>,
  now: Date,
): Promise<boolean> {
  const [row] = await query<{ used: boolean }>(db.pool, IS_IN_USE, [group.tenantId, group.reference, now]);
  return row?.used ?? false;
}

/** For the audit. */
function describe({ reference, name, permissions, version }: PermissionGroup): object {
  return { reference, name, permissions, version };
}
