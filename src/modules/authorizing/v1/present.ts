import type { AuditEvent } from '../../../platform/audit-list.ts';
import { pagesUnder } from '../../../platform/page.ts';
import type { Caller } from '../get-caller.ts';
import type { PermissionGroup } from '../permission-group.ts';
import { BUILT_IN_GROUPS, isPermission } from '../permissions.ts';
import type { ApiToken } from '../token.ts';
import type { User } from '../user.ts';
import type { AuditEventBody } from './audit-schemas.ts';
import type { CallerBody, PermissionGroupBody, TokenBody, UserBody } from './schemas.ts';

const BASE = '/api/authorizing/v1';

/** A page of one of this version's lists. */
export const presentPage = pagesUnder(BASE);

export function presentCaller({ principal, email, tenantName }: Caller): CallerBody {
  const { id, kind, name, mode, tenantId, permissionGroups, permissions } = principal;
  return {
    id,
    kind,
    name,
    ...(email === undefined ? {} : { email }),
    mode,
    tenant: { id: tenantId, name: tenantName },
    permissionGroups: [...permissionGroups],
    permissions: [...permissions].filter(isPermission).sort(),
  };
}

export function presentUser({ tenantId: _tenant, permissionGroups, createdOn, updatedOn, ...user }: User): UserBody {
  return {
    ...user,
    permissionGroups: [...permissionGroups],
    createdOn: createdOn.toISOString(),
    updatedOn: updatedOn.toISOString(),
    _links: { self: { href: `${BASE}/users/${user.id}` } },
  };
}

/** Field by field: what is not named here, the hash of the secret first of all, stays here. */
export function presentToken(token: ApiToken): TokenBody {
  const { id, name, mode, keyId, createdBy, expiresOn, lastUsedOn } = token;
  return {
    id,
    name,
    permissionGroups: [...token.permissionGroups],
    mode,
    keyId,
    ...(expiresOn === undefined ? {} : { expiresOn: expiresOn.toISOString() }),
    createdOn: token.createdOn.toISOString(),
    ...(createdBy === undefined ? {} : { createdBy }),
    ...(lastUsedOn === undefined ? {} : { lastUsedOn: lastUsedOn.toISOString() }),
    _links: { self: { href: `${BASE}/tokens/${id}` } },
  };
}

export function presentGroup(group: PermissionGroup): PermissionGroupBody {
  const { tenantId: _tenant, permissions, createdOn, updatedOn, ...body } = group;
  return {
    ...body,
    // As it may be sent back. What a release no longer knows gives nothing.
    permissions: permissions.filter(isPermission),
    builtIn: false,
    createdOn: createdOn.toISOString(),
    updatedOn: updatedOn.toISOString(),
    _links: groupLinks(group.reference),
  };
}

/** undefined when there is no built-in group of that reference. */
export function presentBuiltInGroup(reference: string): PermissionGroupBody | undefined {
  const group = Object.hasOwn(BUILT_IN_GROUPS, reference) ? BUILT_IN_GROUPS[reference] : undefined;
  if (group === undefined) return undefined;
  return {
    reference,
    name: group.name,
    permissions: [...group.permissions],
    builtIn: true,
    _links: groupLinks(reference),
  };
}

function groupLinks(reference: string): PermissionGroupBody['_links'] {
  return { self: { href: `${BASE}/permission-groups/${reference}` } };
}

export function presentAuditEvent({ time, before, after, ...event }: AuditEvent): AuditEventBody {
  return {
    ...event,
    time: time.toISOString(),
    ...(before === undefined ? {} : { before: before as Record<string, unknown> }),
    ...(after === undefined ? {} : { after: after as Record<string, unknown> }),
  };
}
