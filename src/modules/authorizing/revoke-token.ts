import type { Principal } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import { changeAccess } from './change-access.ts';
import type { AuthorizingDeps } from './deps.ts';
import { lastAdmin, testTokenGrants } from './errors.ts';
import { ADMIN_GROUP } from './permissions.ts';
import { countOtherAdminTokens, findToken, revokeTokenRow } from './token-repository.ts';
import { countAdminUsers } from './user-repository.ts';

/**
 * Ends a token for ever: here with the answer, in every other process within 5 s. Tokens that it made go on.
 * @throws test-token-grants (403), not-found (404), concurrent-change, last-admin (409) when nobody in the tenant could do everything any more
 */
export async function revokeToken(
  deps: Pick<AuthorizingDeps, 'db' | 'clock' | 'turns'>,
  caller: Pick<Principal, 'tenantId' | 'mode'>,
  id: string,
): Promise<void> {
  const now = deps.clock();
  await changeAccess(deps, caller.tenantId, async (access) => {
    const token = await findToken(deps.db, caller.tenantId, id);
    if (token === undefined) throw notFound('token', id);
    if (caller.mode === 'test' && token.mode !== 'test') throw testTokenGrants();
    if (
      token.permissionGroups.includes(ADMIN_GROUP) &&
      (await countAdminUsers(deps.db, caller.tenantId)) === 0 &&
      (await countOtherAdminTokens(deps.db, token, now)) === 0
    ) {
      throw lastAdmin('token');
    }
    return (await revokeTokenRow(deps.db, token, now, access)) || undefined;
  });
}
