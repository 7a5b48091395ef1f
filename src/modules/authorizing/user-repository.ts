import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { ADMIN_GROUP } from './permissions.ts';
import { ACCESS_COLUMNS, type Access, type AccessRow, claimAccess, toAccess } from './tenant-repository.ts';
import type { User } from './user.ts';

const COLUMNS = `u.tenant_id as "tenantId", u.id, u.issuer, u.subject, u.name, u.email, u.permission_groups as "permissionGroups",
  u.active, u.version, u.created_on as "createdOn", u.updated_on as "updatedOn"`;

type UserRow = Omit<User, 'email'> & { email: string | null };

const FIND_BY_SUBJECT: Statement = {
  name: 'find-user-by-subject',
  text: `select to_jsonb(access) as access, ${COLUMNS}
    from (select ${ACCESS_COLUMNS} from authorizing.tenants n where n.id = $1) as access
    left join authorizing.users u on u.tenant_id = $1 and u.issuer = $2 and u.subject = $3`,
};

/** A tenant's user by what the identity provider calls him. @returns undefined when there is no such tenant. */
export async function findUserBySubject(
  db: Database,
  { tenantId, issuer, subject }: Pick<User, 'tenantId' | 'issuer' | 'subject'>,
): Promise<{ access: Access; user?: User } | undefined> {
  const [row] = await query<UserRow & { access: AccessRow }>(db.pool, FIND_BY_SUBJECT, [tenantId, issuer, subject]);
  if (row === undefined) return undefined;
  const { access, ...user } = row;
  return { access: toAccess(access), ...(user.id === null ? {} : { user: toUser(user) }) };
}

const FIND: Statement = {
  name: 'find-user',
  text: `select ${COLUMNS} from authorizing.users u where u.tenant_id = $1 and u.id = $2`,
};

export async function findUser(db: Database, tenantId: string, id: string): Promise<User | undefined> {
  const [row] = await query<UserRow>(db.pool, FIND, [tenantId, id]);
  return row === undefined ? undefined : toUser(row);
}

export interface UserFilter {
  email?: string;
  permissionGroup?: string;
  active?: boolean;
  limit: number;
  offset: number;
}

const LIST: Statement = {
  name: 'list-users',
  text: `with found as materialized (
      select * from authorizing.users
      where tenant_id = $1
        and ($2::text is null or lower(email) = lower($2))
        and ($3::text is null or $3 = any(permission_groups))
        and ($4::boolean is null or active = $4))
    select total, page.* from (select count(*)::int as total from found) as counted
    left join (select ${COLUMNS} from found u order by u.name, u.id limit $5 offset $6) as page on true`,
};

/** By name. */
export async function listUsers(
  db: Database,
  tenantId: string,
  filter: UserFilter,
): Promise<{ items: User[]; total: number }> {
  const { email = null, permissionGroup = null, active = null, limit, offset } = filter;
  const values = [tenantId, email, permissionGroup, active, limit, offset];
  const rows = await query<UserRow & { total: number }>(db.pool, LIST, values);
  const items = rows.filter((row) => row.id !== null).map(({ total: _total, ...row }) => toUser(row));
  return { items, total: rows[0]?.total ?? 0 };
}

// Of the tenant's own groups, none may be deleted while a user comes to hold it: deleting one claims the access version that this one moves.
// Built-in groups are always there, so that most new users wait for nobody.
const INSERT: Statement = {
  name: 'insert-user',
  text: `with access as (
      update authorizing.tenants set access_version = access_version + 1 where id = $1 and $9::text[] <> '{}' returning id),
    held as (
      select g.reference from access, authorizing.permission_groups g
      where g.tenant_id = $1 and g.reference = any($9) for key share of g),
    u as (
      insert into authorizing.users (tenant_id, id, issuer, subject, name, email, permission_groups, active, version, created_on, updated_on)
      select $1, $2, $3, $4, $5, $6, $7, true, 1, $8, $8 where (select count(*) from held) = cardinality($9)
      on conflict (tenant_id, issuer, subject) do nothing returning id),
    audit as (${insertAudit('$1', '$10', 'u')})
    select id from u`,
};

/**
 * @param ownGroups those of the user's groups that are the tenant's own.
 * @returns false when the user is there already, or one of those groups is there no more.
 */
export async function insertUser(db: Database, user: User, ownGroups: readonly string[]): Promise<boolean> {
  const { tenantId, id, issuer, subject, name, email = null, permissionGroups, createdOn } = user;
  const audit = auditRecords([{ resource: `user/${id}`, after: describe(user) }]);
  const values = [tenantId, id, issuer, subject, name, email, permissionGroups, createdOn, ownGroups, audit];
  return (await query(db.pool, INSERT, values)).length === 1;
}

const SAVE: Statement = {
  name: 'save-user',
  text: `with ${claimAccess('$1', '$7')},
    u as (
      update authorizing.users set permission_groups = $3, active = $4, updated_on = $5, version = version + 1 from access
      where tenant_id = $1 and users.id = $2 and version = $6 returning users.id),
    audit as (${insertAudit('$1', '$8', 'u')})
    select id from u`,
};

/** @returns false when the user, or who may do what, was changed since `before` and `access` were read. */
export async function saveUser(db: Database, before: User, after: User, access: Access): Promise<boolean> {
  const audit = auditRecords([{ resource: `user/${after.id}`, before: describe(before), after: describe(after) }]);
  const { tenantId, id, permissionGroups, active, updatedOn } = after;
  const values = [tenantId, id, permissionGroups, active, updatedOn, before.version, access.version, audit];
  const rows = await conclude(db, SAVE, values, (saved) => saved.length === 1);
  return rows.length === 1;
}

const RENAME: Statement = {
  name: 'rename-user',
  text: `with u as (
      update authorizing.users set name = $3, email = $4, updated_on = $5, version = version + 1
      where tenant_id = $1 and id = $2 and version = $6 returning id),
    audit as (${insertAudit('$1', '$7', 'u')})
    select id from u`,
};

/** Takes over what the identity provider calls the user now, unless the user was changed this very moment. */
export async function renameUser(db: Database, before: User, after: User): Promise<void> {
  const audit = auditRecords([{ resource: `user/${after.id}`, before: describe(before), after: describe(after) }]);
  const values = [after.tenantId, after.id, after.name, after.email ?? null, after.updatedOn, before.version, audit];
  await query(db.pool, RENAME, values);
}

const COUNT_ADMINS: Statement = {
  name: 'count-admin-users',
  text: `select count(*)::int as users from authorizing.users
    where tenant_id = $1 and active and $2 = any(permission_groups) and ($3::uuid is null or id <> $3)`,
};

/** How many active users have the group `admin`, beside one if it is named. */
export async function countAdminUsers(db: Database, tenantId: string, besideId?: string): Promise<number> {
  const [row] = await query<{ users: number }>(db.pool, COUNT_ADMINS, [tenantId, ADMIN_GROUP, besideId ?? null]);
  return row?.users ?? 0;
}

/** For the audit. */
function describe({ tenantId: _tenant, id: _id, createdOn: _created, updatedOn: _updated, ...user }: User): object {
  return user;
}

function toUser({ email, ...user }: UserRow): User {
  return { ...user, ...(email === null ? {} : { email }) };
}
