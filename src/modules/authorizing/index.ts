import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Authenticate } from '../../platform/principal.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import { createApiKey, formatApiKey, hashSecret } from './api-key.ts';
import { createAuthenticate } from './authenticate.ts';
import { unknownGroup } from './errors.ts';
import { BUILT_IN_GROUPS } from './permissions.ts';
import { hasTenants, insertTenant, insertToken, tenantExists } from './repository.ts';

export interface Authorizing {
  authenticate: Authenticate;
  hasTenants(): Promise<boolean>;
  /** @returns the new tenant's id. */
  createTenant(name: string): Promise<string>;
  /** @returns the API key, which can be read only here. @throws not-found (404), unknown-permission-group (422) */
  createToken(token: NewToken): Promise<string>;
}

export interface NewToken {
  tenantId: string;
  name: string;
  mode: 'live' | 'test';
  permissionGroups: readonly string[];
  expiresOn?: Date;
}

/** The authorizing module: tenants, their API tokens, and who is calling. */
export function createAuthorizing(deps: { db: Database; clock: Clock; secretBox: SecretBox }): Authorizing {
  const { db, clock } = deps;
  const pepper = deps.secretBox.deriveKey('api-key-pepper');
  return {
    authenticate: createAuthenticate({ db, clock, pepper }),
    hasTenants: () => hasTenants(db),
    createTenant: async (name) => {
      const id = newId();
      await insertTenant(db, { id, name, createdOn: clock() });
      return id;
    },
    createToken: async (token) => {
      for (const group of token.permissionGroups) {
        if (!(group in BUILT_IN_GROUPS)) throw unknownGroup(group, Object.keys(BUILT_IN_GROUPS));
      }
      if (!(await tenantExists(db, token.tenantId))) throw noSuchTenant(token.tenantId);
      const key = createApiKey(token.mode);
      await insertToken(db, { ...token, id: newId(), keyId: key.keyId, secretHash: hashSecret(pepper, key), createdOn: clock() });
      return formatApiKey(key);
    },
  };
}

function noSuchTenant(id: string): ProblemError {
  return new ProblemError({ type: 'not-found', status: 404, title: 'Not Found', detail: `There is no tenant with id ${id}.` });
}
