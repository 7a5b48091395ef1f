import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { ADMIN_GROUP } from './permissions.ts';
import { ACCESS_COLUMNS, type Access, type AccessRow, claimAccess, toAccess } from './tenant-repository.ts';
import type { ApiToken } from './token.ts';

const COLUMNS = `t.tenant_id as "tenantId", t.id, t.key_id as "keyId", t.secret_hash as "secretHash", t.name, t.mode,
  t.permission_groups as "permissionGroups", t.created_on as "createdOn", t.created_by as "createdBy",
  t.maker_user_id as "makerUserId", t.limits, t.expires_on as "expiresOn", t.revoked_on as "revokedOn", t.last_used_on as "lastUsedOn"`;

type TokenRow = { [Key in keyof ApiToken]: ApiToken[Key] | null };

const FIND_BY_KEY: Statement = {
  name: 'find-token-by-key',
  text: `select to_jsonb(access) as access, u.active as "makerActive", u.permission_groups as "makerGroups", ${COLUMNS}
    from authorizing.api_tokens t
    join lateral (select ${ACCESS_COLUMNS} from authorizing.tenants n where n.id = t.tenant_id) as access on true
    left join authorizing.users u on u.tenant_id = t.tenant_id and u.id = t.maker_user_id
    where t.key_id = $1`,
};

/** A token with what bounds it now. */
export interface TokenInUse {
  token: ApiToken;
  access: Access;
  /** The user at the beginning of the chain of its makers, if there is one. */
  maker?: { active: boolean; permissionGroups: readonly string[] };
}

/** Before the tenant is known: by the public part of the key. */
export async function findTokenByKeyId(db: Database, keyId: string): Promise<TokenInUse | undefined> {
  type Row = TokenRow & { access: AccessRow; makerActive: boolean | null; makerGroups: string[] | null };
  const [row] = await query<Row>(db.pool, FIND_BY_KEY, [keyId]);
  if (row === undefined) return undefined;
  const { access, makerActive, makerGroups, ...token } = row;
  return {
    token: toToken(token),
    access: toAccess(access),
    ...(makerActive === null ? {} : { maker: { active: makerActive, permissionGroups: makerGroups ?? [] } }),
  };
}

const FIND: Statement = {
  name: 'find-token',
  text: `select ${COLUMNS} from authorizing.api_tokens t where t.tenant_id = $1 and t.id = $2 and t.revoked_on is null`,
};

/** A token that is not revoked; it may have expired. */
export async function findToken(db: Database, tenantId: string, id: string): Promise<ApiToken | undefined> {
  const [row] = await query<TokenRow>(db.pool, FIND, [tenantId, id]);
  return row === undefined ? undefined : toToken(row);
}

export interface TokenFilter {
  permissionGroup?: string;
  mode?: ApiToken['mode'];
  createdById?: string;
  /** Whether they have expired. */
  expired?: boolean;
  limit: number;
  offset: number;
}

const LIST: Statement = {
  name: 'list-tokens',
  text: `with found as materialized (
      select * from authorizing.api_tokens
      where tenant_id = $1 and revoked_on is null
        and ($2::text is null or $2 = any(permission_groups))
        and ($3::authorizing.token_mode is null or mode = $3)
        and ($4::text is null or created_by ->> 'id' = $4)
        and ($5::boolean is null or coalesce(expires_on <= $6, false) = $5))
    select total, page.* from (select count(*)::int as total from found) as counted
    left join (select ${COLUMNS} from found t order by t.id desc limit $7 offset $8) as page on true`,
};

/** The tokens that are not revoked, newest first. */
export async function listTokens(
  db: Database,
  tenantId: string,
  filter: TokenFilter,
  now: Date,
): Promise<{ items: ApiToken[]; total: number }> {
  const { permissionGroup = null, mode = null, createdById = null, expired = null, limit, offset } = filter;
  const values = [tenantId, permissionGroup, mode, createdById, expired, now, limit, offset];
  const rows = await query<TokenRow & { total: number }>(db.pool, LIST, values);
  const items = rows.filter((row) => row.id !== null).map(({ total: _total, ...row }) => toToken(row));
  return { items, total: rows[0]?.total ?? 0 };
}

const INSERT: Statement = {
  name: 'insert-token',
  text: `with ${claimAccess('$1', '$13')},
    t as (
      insert into authorizing.api_tokens (tenant_id, id, key_id, secret_hash, name, mode, permission_groups, created_on, created_by,
        maker_user_id, limits, expires_on)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from access returning id),
    audit as (${insertAudit('$1', '$14', 't')})
    select id from t`,
};

/** @returns false when who may do what was changed since `access` was read. */
export async function insertToken(db: Database, token: ApiToken, access: Access): Promise<boolean> {
  const values = [
    token.tenantId,
    token.id,
    token.keyId,
    token.secretHash,
    token.name,
    token.mode,
    token.permissionGroups,
    token.createdOn,
    token.createdBy === undefined ? null : JSON.stringify(token.createdBy),
    token.makerUserId ?? null,
    JSON.stringify(token.limits),
    token.expiresOn ?? null,
    access.version,
    auditRecords([{ resource: `token/${token.id}`, after: describe(token) }]),
  ];
  const rows = await conclude(db, INSERT, values, (inserted) => inserted.length === 1);
  return rows.length === 1;
}

const REVOKE: Statement = {
  name: 'revoke-token',
  text: `with ${claimAccess('$1', '$4')},
    t as (
      update authorizing.api_tokens set revoked_on = $3 from access
      where tenant_id = $1 and api_tokens.id = $2 and revoked_on is null returning api_tokens.id),
    audit as (${insertAudit('$1', '$5', 't')})
    select id from t`,
};

/** @returns false when it was revoked already, or who may do what was changed since `access` was read. */
export async function revokeTokenRow(db: Database, token: ApiToken, revokedOn: Date, access: Access): Promise<boolean> {
  const audit = auditRecords([{ resource: `token/${token.id}`, before: describe(token) }]);
  const values = [token.tenantId, token.id, revokedOn, access.version, audit];
  const rows = await conclude(db, REVOKE, values, (revoked) => revoked.length === 1);
  return rows.length === 1;
}

const TOUCH: Statement = {
  name: 'touch-token',
  text: `update authorizing.api_tokens set last_used_on = $3
    where tenant_id = $1 and id = $2 and (last_used_on is null or last_used_on < $3::timestamptz - interval '1 minute')`,
};

/** Notes the use of a token, once a minute at most. */
export async function touchToken(db: Database, token: Pick<ApiToken, 'tenantId' | 'id'>, usedOn: Date): Promise<void> {
  await query(db.pool, TOUCH, [token.tenantId, token.id, usedOn]);
}

const COUNT_ADMINS: Statement = {
  name: 'count-admin-tokens',
  text: `select count(*)::int as tokens from authorizing.api_tokens t
    left join authorizing.users u on u.tenant_id = t.tenant_id and u.id = t.maker_user_id
    where t.tenant_id = $1 and t.id <> $2 and t.revoked_on is null and (t.expires_on is null or t.expires_on > $3) and t.mode = 'live'
      and $4 = any(t.permission_groups) and not exists (select from jsonb_array_elements(t.limits) as bound where not bound ? $4)
      and (t.maker_user_id is null or (u.active and $4 = any(u.permission_groups)))`,
};

/** How many tokens beside one can do everything now. */
export async function countOtherAdminTokens(
  db: Database,
  token: Pick<ApiToken, 'tenantId' | 'id'>,
  now: Date,
): Promise<number> {
  const [row] = await query<{ tokens: number }>(db.pool, COUNT_ADMINS, [token.tenantId, token.id, now, ADMIN_GROUP]);
  return row?.tokens ?? 0;
}

/** For the audit. */
function describe({ name, mode, permissionGroups, expiresOn, keyId }: ApiToken): object {
  return { name, mode, permissionGroups, keyId, ...(expiresOn === undefined ? {} : { expiresOn }) };
}

/** Absent members instead of nulls. */
function toToken(row: TokenRow): ApiToken {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as ApiToken;
}
