import { hash } from 'node:crypto';
import type { Authenticate, Principal } from '../../platform/principal.ts';
import { type ApiKey, hashSecret, isSameHash, parseApiKey } from './api-key.ts';
import type { AuthorizingDeps } from './deps.ts';
import { unauthenticated } from './errors.ts';
import { permissionsOf } from './permissions.ts';
import { type ApiToken, findTokenByKeyId } from './repository.ts';

/** How long a token that was read is believed, and so how soon a revocation is felt everywhere. */
const BELIEVED_MS = 4_000;
const MAX_REMEMBERED = 10_000;

interface Remembered {
  token: ApiToken;
  principal: Principal;
  /** A plain hash of the secret that proved right: the HMAC takes many times as long, and the pepper guards only what is stored. */
  secretDigest: Buffer;
  readOn: number;
}

/** Checks the Authorization header. The common case, a token seen within the last seconds, asks nobody. */
export function createAuthenticate(deps: AuthorizingDeps): Authenticate {
  const remembered = new Map<string, Remembered>();

  return (authorization) => {
    const key = keyOf(authorization);
    const known = remembered.get(key.keyId);
    if (known !== undefined && deps.clock().getTime() - known.readOn < BELIEVED_MS) return check(known, key);
    return readToken(key);
  };

  async function readToken(key: ApiKey): Promise<Principal> {
    const token = await findTokenByKeyId(deps.db, key.keyId);
    if (token === undefined) {
      remembered.delete(key.keyId);
      throw unauthenticated();
    }
    if (!isSameHash(hashSecret(deps.pepper, key), token.secretHash)) throw unauthenticated();
    const entry: Remembered = {
      token,
      principal: toPrincipal(token),
      secretDigest: hash('sha256', key.secret, 'buffer'),
      readOn: deps.clock().getTime(),
    };
    const principal = check(entry, key);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key.keyId, entry);
    return principal;
  }

  function check({ token, principal, secretDigest }: Remembered, key: ApiKey): Principal {
    const isSecret = isSameHash(hash('sha256', key.secret, 'buffer'), secretDigest);
    const isExpired = token.expiresOn !== undefined && token.expiresOn <= deps.clock();
    if (!isSecret || isExpired || token.revokedOn !== undefined || token.mode !== key.mode) throw unauthenticated();
    return principal;
  }
}

function keyOf(authorization: string | undefined): ApiKey {
  const [, text] = /^ApiKey +(\S{1,200})$/i.exec(authorization?.slice(0, 300) ?? '') ?? [];
  const key = text === undefined ? undefined : parseApiKey(text);
  if (key === undefined) throw unauthenticated();
  return key;
}

function toPrincipal(token: ApiToken): Principal {
  return {
    tenantId: token.tenantId,
    id: token.id,
    kind: 'token',
    name: token.name,
    mode: token.mode,
    permissions: permissionsOf(token.permissionGroups),
  };
}
