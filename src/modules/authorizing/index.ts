import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { IdentityConfig } from '../../platform/identity-config.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import type { ApiService } from '../../platform/openapi.ts';
import type { Authenticate, Authorize, Identify, RateLimits } from '../../platform/principal.ts';
import { runAsSystem } from '../../platform/request-context.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import { createOpaDecision } from './ask-opa.ts';
import { createAuthenticate, createIdentify } from './authenticate.ts';
import { createTokenAuthentication } from './authenticate-token.ts';
import { createUserAuthentication } from './authenticate-user.ts';
import { createToken, type NewToken } from './create-token.ts';
import { decide } from './decide.ts';
import type { AuthorizingDeps } from './deps.ts';
import { type RateLimitChange, setRateLimits } from './set-rate-limits.ts';
import { findFirstTenant, insertTenant, listTenants, type TenantSummary } from './tenant-repository.ts';
import { createTurns } from './turns.ts';
import { PROBLEM_MEMBERS } from './v1/problem-members.ts';
import { routes } from './v1/routes.ts';
import { createJwtVerifier } from './verify-jwt.ts';

export { ADMISSION_FAILURES } from './v1/failures.ts';

export interface Authorizing {
  api: ApiService;
  authenticate: Authenticate;
  identify: Identify;
  authorize: Authorize;
  findFirstTenant(): Promise<string | undefined>;
  listTenants(): Promise<TenantSummary[]>;
  /** @returns the new tenant's id. */
  createTenant(name: string): Promise<string>;
  /** @returns the API key, which can be read only here. @throws not-found (404), unknown-permission-group (422) */
  createToken(token: NewToken): Promise<string>;
  /** Changes the limits that a tenant has of its own. @returns all of them. @throws not-found (404) */
  setRateLimits(tenantId: string, change: RateLimitChange): Promise<Partial<RateLimits>>;
  /** Waits for what is still being written. */
  close(): Promise<void>;
}

/** The authorizing module: tenants, users, tokens, groups; who is calling, what he may do, and what he did. */
export function createAuthorizing(options: {
  db: Database;
  clock: Clock;
  log: Logger;
  secretBox: SecretBox;
  /** Absent: API keys only, and the built-in decision. */
  identity?: IdentityConfig;
}): Authorizing {
  const { db, clock, log, identity = { issuers: [] } } = options;
  const deps: AuthorizingDeps = {
    db,
    clock,
    log,
    pepper: options.secretBox.deriveKey('api-key-pepper'),
    turns: createTurns(),
  };
  const tokens = createTokenAuthentication(deps);
  const users = createUserAuthentication({
    db,
    clock,
    verifier: createJwtVerifier({ issuers: identity.issuers, clock, log }),
  });
  const forget = (): void => {
    tokens.forget();
    users.forget();
  };
  return {
    api: {
      service: 'authorizing',
      version: 1,
      title: 'Authorizing API',
      description: 'Who may do what, and who did it.',
      tags: [
        { name: 'users', description: 'People, as their identity provider names them.' },
        { name: 'tokens', description: 'Keys for machines.' },
        { name: 'permission-groups', description: 'Named sets of permissions, which users and tokens hold.' },
        { name: 'audit', description: 'Who changed what.' },
      ],
      problemMembers: PROBLEM_MEMBERS,
      routes: routes(deps, forget),
    },
    authenticate: createAuthenticate({ apiKey: tokens.authenticate, bearer: users.authenticate }),
    identify: createIdentify(users.identify),
    authorize: identity.opaUrl === undefined ? decide : createOpaDecision(identity.opaUrl),
    findFirstTenant: () => findFirstTenant(db),
    listTenants: () => listTenants(db),
    createTenant: async (name) => {
      const id = newId();
      await runAsSystem('createTenant', () => insertTenant(db, { id, name, createdOn: clock() }));
      return id;
    },
    createToken: async (token) => (await runAsSystem('createToken', () => createToken(deps, token))).apiKey,
    setRateLimits: async (tenantId, change) => {
      const limits = await runAsSystem('setRateLimits', () => setRateLimits(deps, tenantId, change));
      forget();
      return limits;
    },
    close: tokens.close,
  };
}
