import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { concurrentChange } from '../../platform/problem.ts';
import { runAs } from '../../platform/request-context.ts';
import { type Belief, createBelief } from './belief.ts';
import type { AuthorizingDeps } from './deps.ts';
import { unknownTenant, userInactive } from './errors.ts';
import { isGroup, permissionsOf } from './permissions.ts';
import type { Access } from './tenant-repository.ts';
import type { User } from './user.ts';
import { findUserBySubject, insertUser, renameUser } from './user-repository.ts';
import type { Identity, JwtVerifier } from './verify-jwt.ts';

const MAX_TRIES = 5;

/** What is known of an identity: the user's principal, or why there is none. */
interface KnownUser {
  principal: Principal | undefined;
  refusal: (() => Error) | undefined;
}

export interface UserAuthentication {
  authenticate(token: string): Principal | Promise<Principal>;
  /** One text for everyone whom a valid token names, whether he is known or not; it asks nobody. */
  identify(token: string): Promise<string | undefined>;
  forget(): void;
}

/** Who a JWT stands for. Whom nobody knows yet becomes a user of the tenant that the token names. */
export function createUserAuthentication(
  deps: Pick<AuthorizingDeps, 'db' | 'clock'> & { verifier: JwtVerifier },
): UserAuthentication {
  const belief: Belief<KnownUser> = createBelief(deps.clock);

  return {
    authenticate(token) {
      const identity = deps.verifier.verify(token);
      return identity instanceof Promise ? identity.then(principalOf) : principalOf(identity);
    },
    identify: async (token) => {
      const identity = await deps.verifier.recognise(token);
      return identity === undefined ? undefined : keyOf(identity);
    },
    forget: belief.forget,
  };

  function principalOf(identity: Identity): Principal | Promise<Principal> {
    const key = keyOf(identity);
    const known = belief.get(key);
    return known === undefined ? readUser(identity, key) : admit(known);
  }

  async function readUser(identity: Identity, key: string): Promise<Principal> {
    const remember = belief.reading();
    const found = await findOrAdd(deps, identity);
    const known: KnownUser =
      found === undefined
        ? { principal: undefined, refusal: unknownTenant }
        : { principal: toPrincipal(found.user, found.access), refusal: found.user.active ? undefined : userInactive };
    remember(key, known);
    return admit(known);
  }
}

const keyOf = ({ tenantId, issuer, subject }: Identity): string => JSON.stringify([tenantId, issuer, subject]);

/** @throws unknown-tenant, user-inactive (403) */
function admit({ principal, refusal }: KnownUser): Principal {
  if (principal === undefined || refusal !== undefined) throw (refusal ?? unknownTenant)();
  return principal;
}

type UserDeps = Pick<AuthorizingDeps, 'db' | 'clock'>;

/** However many requests of a new user arrive at once, one adds him and the others find him. */
async function findOrAdd(deps: UserDeps, identity: Identity): Promise<{ user: User; access: Access } | undefined> {
  const { tenantId, issuer, subject } = identity;
  if (tenantId === undefined) return undefined;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const found = await findUserBySubject(deps.db, { tenantId, issuer, subject });
    if (found === undefined) return undefined;
    const { access, user } = found;
    if (user !== undefined) return { access, user: await takeOverName(deps, user, identity) };
    const added = newUser(identity, access, tenantId, deps.clock());
    const ownGroups = added.permissionGroups.filter((group) => Object.hasOwn(access.tenantGroups, group));
    if (await asHimself(added, 'addUser', () => insertUser(deps.db, added, ownGroups))) return { access, user: added };
  }
  throw concurrentChange('tenant’s users and permissions');
}

/** Groups come from the claim where it names any that exist, else the tenant's default; afterwards they are the tenant's to change. */
function newUser(identity: Identity, access: Access, tenantId: string, now: Date): User {
  const { issuer, subject, name, username, email } = identity;
  const groups = [...new Set(identity.groups)].filter((group) => isGroup(group, access.tenantGroups));
  return {
    tenantId,
    id: newId(),
    issuer,
    subject,
    name: name ?? username ?? email ?? subject,
    ...(email === undefined ? {} : { email }),
    permissionGroups: groups.length > 0 ? groups : [access.defaultGroup],
    active: true,
    version: 1,
    createdOn: now,
    updatedOn: now,
  };
}

/** A name or an e-mail address changes at the identity provider, not here. */
async function takeOverName(deps: UserDeps, user: User, identity: Identity): Promise<User> {
  const { name = user.name, email = user.email } = identity;
  if (name === user.name && email === user.email) return user;
  const renamed = {
    ...user,
    name,
    ...(email === undefined ? {} : { email }),
    version: user.version + 1,
    updatedOn: deps.clock(),
  };
  await asHimself(renamed, 'renameUser', () => renameUser(deps.db, user, renamed));
  return renamed;
}

function asHimself<Result>({ id, name }: User, action: string, work: () => Result): Result {
  return runAs({ actor: { kind: 'user', id, name }, action }, work);
}

function toPrincipal(user: User, { tenantGroups, rateLimits }: Access): Principal {
  return {
    tenantId: user.tenantId,
    id: user.id,
    kind: 'user',
    name: user.name,
    mode: 'live',
    permissionGroups: user.permissionGroups,
    grants: [user.permissionGroups],
    tenantGroups,
    permissions: permissionsOf(user.permissionGroups, tenantGroups),
    ...(rateLimits === undefined ? {} : { rateLimits }),
  };
}
