import { ProblemError } from '../../platform/problem.ts';

/** One answer for every way in which credentials can be wrong, so that nothing is learnt by trying. */
export function unauthenticated(cause?: unknown): ProblemError {
  return new ProblemError({
    type: 'unauthenticated',
    status: 401,
    title: 'Unauthorized',
    detail:
      'Send a valid API key as `Authorization: ApiKey sk_live_...`, or a valid token of the identity provider as `Authorization: Bearer ...`.',
    headers: { 'www-authenticate': 'ApiKey realm="viya", Bearer realm="viya"' },
    cause,
  });
}

/** Tells nothing but what the caller sees: where the key belongs, whether or not it is one. */
export function apiKeyAsBearer(): ProblemError {
  const { type, status, title, headers } = unauthenticated();
  return new ProblemError({
    type,
    status,
    title,
    detail: 'This looks like an API key, sent as a Bearer token. Send it as `Authorization: ApiKey sk_live_...`.',
    headers,
  });
}

export function identityProviderUnavailable(issuer: string): ProblemError {
  return new ProblemError({
    type: 'identity-provider-unavailable',
    status: 503,
    title: 'Identity Provider Unavailable',
    detail: `The keys of ${issuer} cannot be read, so a token of it cannot be checked. Send the request again.`,
    headers: { 'retry-after': '5' },
  });
}

export function decisionUnavailable(cause: unknown): ProblemError {
  return new ProblemError({
    type: 'authorization-unavailable',
    status: 503,
    title: 'Authorization Unavailable',
    detail: 'Whether this is allowed cannot be decided now, so it is not done. Send the request again.',
    headers: { 'retry-after': '5' },
    cause,
  });
}

export function userInactive(): ProblemError {
  return new ProblemError({
    type: 'user-inactive',
    status: 403,
    title: 'User Inactive',
    detail:
      'The user, or the user who made this token, was deactivated. An administrator of the tenant can activate the user again.',
  });
}

export function unknownTenant(): ProblemError {
  return new ProblemError({
    type: 'unknown-tenant',
    status: 403,
    title: 'Unknown Tenant',
    detail:
      'The token is valid, but names no tenant of this installation. Its issuer must put the tenant’s id into it.',
  });
}

export function unknownGroup(group: string, known: readonly string[]): ProblemError {
  return new ProblemError({
    type: 'unknown-permission-group',
    status: 422,
    title: 'Unknown Permission Group',
    detail: `There is no permission group '${group}'. There are: ${known.join(', ')}.`,
    extensions: { permissionGroup: group, availablePermissionGroups: known },
  });
}

/** Nobody gives, takes or changes more than he has. */
export function exceedsOwnPermissions(excess: readonly string[]): ProblemError {
  return new ProblemError({
    type: 'exceeds-own-permissions',
    status: 403,
    title: 'Exceeds Own Permissions',
    detail: `This is about permissions that the caller does not have: ${excess.join(', ')}.`,
    extensions: { excess },
  });
}

export function testTokenLiveToken(): ProblemError {
  return new ProblemError({
    type: 'test-token-live-token',
    status: 403,
    title: 'Test Token',
    detail: 'A test token can make only test tokens. Send "mode": "test", or use a live token.',
  });
}

export function testTokenGrants(): ProblemError {
  return new ProblemError({
    type: 'test-token-grants',
    status: 403,
    title: 'Test Token',
    detail: 'A test token changes nothing about users, permission groups and live tokens. Use a live token.',
  });
}

export function outlivesMaker(expiresOn: Date): ProblemError {
  return new ProblemError({
    type: 'token-outlives-maker',
    status: 422,
    title: 'Token Outlives Its Maker',
    detail: `The token that makes this one expires on ${expiresOn.toISOString()}; so must this one, or sooner.`,
    extensions: { latestExpiresOn: expiresOn.toISOString() },
  });
}

export function lastAdmin(what: 'user' | 'token'): ProblemError {
  return new ProblemError({
    type: 'last-admin',
    status: 409,
    title: 'Last Administrator',
    detail: `This ${what} is the tenant's last with the group 'admin'. Give the group to another first.`,
  });
}

export function groupTaken(reference: string): ProblemError {
  return new ProblemError({
    type: 'reference-taken',
    status: 409,
    title: 'Reference Taken',
    detail: `There is a permission group '${reference}' already. Choose another reference, or change that one.`,
  });
}

export function groupInUse(reference: string): ProblemError {
  return new ProblemError({
    type: 'permission-group-in-use',
    status: 409,
    title: 'Permission Group In Use',
    detail: `Users or tokens hold '${reference}', or new users get it. Take it from them first.`,
  });
}

export function groupBuiltIn(reference: string): ProblemError {
  return new ProblemError({
    type: 'permission-group-built-in',
    status: 409,
    title: 'Built-in Permission Group',
    detail: `'${reference}' is the same for every tenant and cannot be changed. Create a group of your own instead.`,
  });
}
