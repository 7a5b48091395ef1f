import { hash } from 'node:crypto';
import type { Principal } from '../../platform/principal.ts';
import { type ApiKey, hashSecret, isSameHash, parseApiKey } from './api-key.ts';
import { type Belief, createBelief } from './belief.ts';
import type { AuthorizingDeps } from './deps.ts';
import { unauthenticated, userInactive } from './errors.ts';
import { permissionsOfAll } from './permissions.ts';
import type { ApiToken } from './token.ts';
import { findTokenByKeyId, type TokenInUse, touchToken } from './token-repository.ts';

const TOUCH_INTERVAL_MS = 60_000;

interface KnownToken {
  token: ApiToken;
  /** Absent: the user who made the token is not active. */
  principal: Principal | undefined;
  /** A plain hash of the secret that proved right: the HMAC takes many times as long, and the pepper guards only what is stored. */
  secretDigest: Buffer;
}

export interface TokenAuthentication {
  authenticate(key: string): Principal | Promise<Principal>;
  forget(): void;
  /** Waits for what is still being written. */
  close(): Promise<void>;
}

/** Who an API key stands for. The common case, a token seen within the last seconds, asks nobody. */
export function createTokenAuthentication(
  deps: Pick<AuthorizingDeps, 'db' | 'clock' | 'log' | 'pepper'>,
): TokenAuthentication {
  const belief: Belief<KnownToken> = createBelief(deps.clock);
  const touching = new Set<Promise<void>>();

  return {
    authenticate(text) {
      const key = parseApiKey(text);
      if (key === undefined) throw unauthenticated();
      const known = belief.get(key.keyId);
      return known === undefined ? readToken(key) : check(known, key);
    },
    forget: belief.forget,
    close: async () => void (await Promise.all(touching)),
  };

  async function readToken(key: ApiKey): Promise<Principal> {
    const remember = belief.reading();
    const found = await findTokenByKeyId(deps.db, key.keyId);
    if (found === undefined || !isSameHash(hashSecret(deps.pepper, key), found.token.secretHash))
      throw unauthenticated();
    const secretDigest = hash('sha256', key.secret, 'buffer');
    const known: KnownToken = { token: found.token, principal: toPrincipal(found), secretDigest };
    remember(key.keyId, known);
    const principal = check(known, key);
    touch(found.token);
    return principal;
  }

  function check({ token, principal, secretDigest }: KnownToken, key: ApiKey): Principal {
    const isSecret = isSameHash(hash('sha256', key.secret, 'buffer'), secretDigest);
    const isExpired = token.expiresOn !== undefined && token.expiresOn <= deps.clock();
    if (!isSecret || isExpired || token.revokedOn !== undefined || token.mode !== key.mode) throw unauthenticated();
    if (principal === undefined) throw userInactive();
    return principal;
  }

  /** When a token was last used is worth no request's time. */
  function touch(token: ApiToken): void {
    const now = deps.clock();
    if (token.lastUsedOn !== undefined && now.getTime() - token.lastUsedOn.getTime() < TOUCH_INTERVAL_MS) return;
    const touched: Promise<void> = touchToken(deps.db, token, now)
      .catch((error: unknown) => deps.log.warn({ err: error }, 'the use of a token was not noted'))
      .finally(() => touching.delete(touched));
    touching.add(touched);
  }
}

function toPrincipal({ token, access, maker }: TokenInUse): Principal | undefined {
  if (maker?.active === false) return undefined;
  const grants = [token.permissionGroups, ...token.limits, ...(maker === undefined ? [] : [maker.permissionGroups])];
  return {
    tenantId: token.tenantId,
    id: token.id,
    kind: 'token',
    name: token.name,
    mode: token.mode,
    permissionGroups: token.permissionGroups,
    grants,
    tenantGroups: access.tenantGroups,
    permissions: permissionsOfAll(grants, access.tenantGroups),
    ...(access.rateLimits === undefined ? {} : { rateLimits: access.rateLimits }),
  };
}
