import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import type { RateLimits } from '../../platform/principal.ts';
import type { TenantGroups } from './permissions.ts';

/** What of a tenant its users and tokens share. */
export interface Access {
  tenantId: string;
  /** Rises with every change of who may do what. */
  version: number;
  /** The group of a new user about whom no claim says anything. */
  defaultGroup: string;
  tenantGroups: TenantGroups;
  /** Absent: the installation's limits. */
  rateLimits?: Partial<RateLimits>;
}

export interface AccessRow {
  tenantId: string;
  version: number;
  defaultGroup: string;
  tenantGroups: TenantGroups | null;
  rateLimits: Partial<RateLimits> | null;
}

/** `n` is authorizing.tenants. */
export const ACCESS_COLUMNS = `n.id as "tenantId", n.access_version as version, n.default_group as "defaultGroup",
  n.rate_limits as "rateLimits", (select jsonb_object_agg(g.reference, to_jsonb(g.permissions))
    from authorizing.permission_groups g where g.tenant_id = n.id) as "tenantGroups"`;

/**
 * Goes before a change of who may do what, as `access`: a row only while nothing changed since the version that was read. So such changes
 * are made one after the other, and none rests on what another has just taken away.
 */
export function claimAccess(tenant: string, version: string): string {
  return `access as (
      update authorizing.tenants set access_version = access_version + 1 where id = ${tenant} and access_version = ${version}
      returning id)`;
}

const FIND_ACCESS: Statement = {
  name: 'find-access',
  text: `select ${ACCESS_COLUMNS} from authorizing.tenants n where n.id = $1`,
};

export async function findAccess(db: Database, tenantId: string): Promise<Access | undefined> {
  const [row] = await query<AccessRow>(db.pool, FIND_ACCESS, [tenantId]);
  return row === undefined ? undefined : toAccess(row);
}

export function toAccess({ tenantId, version, defaultGroup, tenantGroups, rateLimits }: AccessRow): Access {
  return {
    tenantId,
    version,
    defaultGroup,
    tenantGroups: tenantGroups ?? {},
    ...(rateLimits === null ? {} : { rateLimits }),
  };
}

const INSERT: Statement = {
  name: 'insert-tenant',
  text: `with n as (insert into authorizing.tenants (id, name, created_on) values ($1, $2, $3) returning id),
    audit as (${insertAudit('$1', '$4', 'n')})
    select id from n`,
};

export async function insertTenant(db: Database, tenant: { id: string; name: string; createdOn: Date }): Promise<void> {
  const audit = auditRecords([{ resource: `tenant/${tenant.id}`, after: { name: tenant.name } }]);
  await query(db.pool, INSERT, [tenant.id, tenant.name, tenant.createdOn, audit]);
}

const UPDATE_RATE_LIMITS: Statement = {
  name: 'update-rate-limits',
  text: `with n as (update authorizing.tenants set rate_limits = nullif($2::jsonb, '{}') where id = $1 returning id),
    audit as (${insertAudit('$1', '$3', 'n')})
    select id from n`,
};

export async function updateRateLimits(
  db: Database,
  tenantId: string,
  { before, after }: Readonly<Record<'before' | 'after', Partial<RateLimits>>>,
): Promise<void> {
  const resource = `tenant/${tenantId}`;
  const audit = auditRecords([{ resource, before: { rateLimits: before }, after: { rateLimits: after } }]);
  await query(db.pool, UPDATE_RATE_LIMITS, [tenantId, JSON.stringify(after), audit]);
}

export interface TenantSummary {
  id: string;
  name: string;
  createdOn: Date;
}

/** All of the installation, the first first. */
export async function listTenants(db: Database): Promise<TenantSummary[]> {
  const prisma = await db.prisma();
  return prisma.tenant.findMany({ select: { id: true, name: true, createdOn: true }, orderBy: { id: 'asc' } });
}

const FIND_FIRST: Statement = {
  name: 'find-first-tenant',
  text: 'select id from authorizing.tenants order by id limit 1',
};

/** The tenant that was there first; undefined in an empty installation. */
export async function findFirstTenant(db: Database): Promise<string | undefined> {
  const [row] = await query<{ id: string }>(db.pool, FIND_FIRST, []);
  return row?.id;
}

const FIND_NAME: Statement = {
  name: 'find-tenant-name',
  text: 'select name from authorizing.tenants where id = $1',
};

export async function findTenantName(db: Database, id: string): Promise<string> {
  const [row] = await query<{ name: string }>(db.pool, FIND_NAME, [id]);
  if (row === undefined) throw new Error(`There is no tenant ${id}`);
  return row.name;
}
