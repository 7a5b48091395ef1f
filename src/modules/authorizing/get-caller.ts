import type { Principal } from '../../platform/principal.ts';
import type { AuthorizingDeps } from './deps.ts';
import { isPermission } from './permissions.ts';
import { findTenantName } from './tenant-repository.ts';
import { findUser } from './user-repository.ts';
import type { CallerBody } from './v1/schemas.ts';

/** Who is calling, and what he may do. */
export async function getCaller(deps: Pick<AuthorizingDeps, 'db'>, caller: Principal): Promise<CallerBody> {
  const { id, kind, name, mode, tenantId, permissionGroups, permissions } = caller;
  const user = kind === 'user' ? await findUser(deps.db, tenantId, id) : undefined;
  return {
    id,
    kind,
    name,
    ...(user?.email === undefined ? {} : { email: user.email }),
    mode,
    tenant: { id: tenantId, name: await findTenantName(deps.db, tenantId) },
    permissionGroups: [...permissionGroups],
    permissions: [...permissions].filter(isPermission).sort(),
  };
}
