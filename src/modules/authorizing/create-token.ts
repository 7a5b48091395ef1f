import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { problemField, validationProblem } from '../../platform/problem.ts';
import { createApiKey, formatApiKey, hashSecret } from './api-key.ts';
import { changeAccess, requireGroups, requireWithin } from './change-access.ts';
import type { AuthorizingDeps } from './deps.ts';
import { outlivesMaker, testTokenLiveToken, unauthenticated } from './errors.ts';
import { permissionsOf } from './permissions.ts';
import { type ApiToken, limitsUnder } from './token.ts';
import { findToken, insertToken } from './token-repository.ts';

type CreateTokenDeps = Pick<AuthorizingDeps, 'db' | 'clock' | 'pepper' | 'turns'>;

export interface NewToken {
  tenantId: string;
  name: string;
  mode: 'live' | 'test';
  permissionGroups: readonly string[];
  expiresOn?: Date;
}

/**
 * Makes an API key. It is in the answer and nowhere else. Whoever makes it cannot give it more than he has: not now, and, because the token
 * is bounded by its maker whenever it is used, not later either.
 * @param maker absent for the command line, which may do everything.
 * @throws validation (400), exceeds-own-permissions, test-token-live-token (403), concurrent-change (409), unknown-permission-group,
 *   token-outlives-maker (422)
 */
export async function createToken(
  deps: CreateTokenDeps,
  input: NewToken,
  maker?: Principal,
): Promise<{ token: ApiToken; apiKey: string }> {
  const createdOn = deps.clock();
  if (input.expiresOn !== undefined && input.expiresOn <= createdOn) {
    throw validationProblem([problemField(['expiresOn'], 'Must be in the future.')]);
  }
  if (maker?.mode === 'test' && input.mode !== 'test') throw testTokenLiveToken();
  const { permissionGroups, expiresOn } = input;
  const bounds = maker === undefined ? { limits: [] } : await boundsOf(deps, maker, permissionGroups, expiresOn);
  const key = createApiKey(input.mode);
  const token: ApiToken = {
    ...input,
    ...bounds,
    id: newId(),
    keyId: key.keyId,
    secretHash: hashSecret(deps.pepper, key),
    createdOn,
  };
  await changeAccess(deps, input.tenantId, async (access) => {
    requireGroups(permissionGroups, access.tenantGroups);
    // A test token makes other test tokens.
    if (maker !== undefined) await requireWithin(permissionsOf(permissionGroups, access.tenantGroups));
    return (await insertToken(deps.db, token, access)) || undefined;
  });
  return { token, apiKey: formatApiKey(key) };
}

type Bounds = Pick<ApiToken, 'createdBy' | 'makerUserId' | 'limits'>;

async function boundsOf(
  deps: CreateTokenDeps,
  maker: Principal,
  groups: readonly string[],
  expiresOn?: Date,
): Promise<Bounds> {
  const { kind, id, name } = maker;
  const createdBy = { kind, id, name };
  if (kind === 'user') return { createdBy, makerUserId: id, limits: [] };
  const token = await findToken(deps.db, maker.tenantId, id);
  if (token === undefined) throw unauthenticated();
  if (token.expiresOn !== undefined && (expiresOn === undefined || expiresOn > token.expiresOn))
    throw outlivesMaker(token.expiresOn);
  return {
    createdBy,
    ...(token.makerUserId === undefined ? {} : { makerUserId: token.makerUserId }),
    limits: limitsUnder(token, groups),
  };
}
