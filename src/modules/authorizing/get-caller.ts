import type { Principal } from '../../platform/principal.ts';
import type { AuthorizingDeps } from './deps.ts';
import { findTenantName } from './tenant-repository.ts';
import { findUser } from './user-repository.ts';

/** Who is calling, in the words that people know them by. */
export interface Caller {
  principal: Principal;
  /** A user's, where it is known. */
  email: string | undefined;
  tenantName: string;
}

/** Who is calling, and what he may do. */
export async function getCaller(deps: Pick<AuthorizingDeps, 'db'>, principal: Principal): Promise<Caller> {
  const { id, kind, tenantId } = principal;
  const user = kind === 'user' ? await findUser(deps.db, tenantId, id) : undefined;
  return { principal, email: user?.email, tenantName: await findTenantName(deps.db, tenantId) };
}
