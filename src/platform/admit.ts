import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { addressRange } from './address-range.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createLacking } from './lacking-permissions.ts';
import type { Metrics } from './metrics.ts';
import type { Authenticate, Authorize, Identify, Principal, RateLimitClass } from './principal.ts';
import { ProblemError } from './problem.ts';
import type { RateLimiter, RatePolicy, RateVerdict } from './rate-limiter.ts';
import type { Lacking } from './request-context.ts';

export interface AdmissionDeps {
  authenticate: Authenticate;
  /** Absent: no credentials prove anything by themselves. */
  identify?: Identify;
  authorize: Authorize;
  limiter: RateLimiter;
  /** For a principal whose tenant's settings say nothing else, and for an address. */
  rateLimits: Config['rateLimits'];
  metrics: Pick<Metrics, 'rateLimited'>;
  clock: Clock;
}

/** Someone with a request, whatever carries it. */
export interface Visitor {
  address: string;
  authorization: string | undefined;
  /** What the request needs; absent or `public`: nothing. */
  permission: string | undefined;
  rateLimitClass: RateLimitClass;
  method: string;
  path: string;
  /** Hears where the visitor stands, also when that is the end of it. */
  onVerdict(verdict: RateVerdict): void;
  /** Hears who it is as soon as that is known, and how to ask what else he may do. */
  onPrincipal(principal: Principal, lacking: Lacking): void;
}

const MAX_PROVEN = 10_000;
const PROVEN_MS = 3_600_000;

/** @throws unauthenticated (401), forbidden (403), rate-limited (429), authorization-unavailable (503) */
export type Admit = (visitor: Visitor) => Promise<void>;

/**
 * Who comes in: address, credentials, the principal's rate limit, permission; in this order.
 *
 * Requests with valid credentials are counted under these, all others under the address. Once an address has used up its requests, credentials
 * from there are not even looked at, so that guessing them has an end. Whoever shares that address with the guesser and was let in within
 * the last hour still comes in: with the same credentials, or with new ones that by themselves prove the same identity, as a refreshed JWT
 * does by its signature under keys that are known already.
 */
export function createAdmit(deps: AdmissionDeps): Admit {
  const { limiter } = deps;
  const addressPolicy: RatePolicy = { name: 'address', limit: deps.rateLimits.address };

  /** Digests of credentials with the identity that they prove, if any, and those identities. */
  const proven = new LRUCache<string, { identity: string | undefined }>({
    max: MAX_PROVEN,
    ttl: PROVEN_MS,
    ttlResolution: 0,
    perf: { now: () => deps.clock().getTime() },
  });

  return async (visitor) => {
    const { permission, rateLimitClass, method, path } = visitor;
    const address = addressRange(visitor.address);
    const digest = digestOf(visitor.authorization);
    const refused = limiter.exhausted(addressPolicy, address);
    let identity: string | undefined;
    if (refused !== undefined && !proven.has(digest)) {
      identity = await deps.identify?.(visitor.authorization);
      if (identity === undefined || !proven.has(identity)) announce(visitor, refused);
    }
    if (permission === undefined || permission === 'public') {
      announce(visitor, await limiter.take(addressPolicy, address));
      return;
    }
    let principal: Principal;
    try {
      principal = await deps.authenticate(visitor.authorization);
    } catch (error) {
      // An outage of ours is not the caller's flood.
      const isRefused = error instanceof ProblemError && error.status < 500;
      if (isRefused) {
        proven.delete(digest);
        if (identity !== undefined) proven.delete(identity);
        announce(visitor, await limiter.take(addressPolicy, address));
      }
      throw error;
    }
    // Each time anew, since the hour counts from when they were last seen to be valid.
    const proof = proven.get(digest) ?? { identity: identity ?? (await deps.identify?.(visitor.authorization)) };
    proven.set(digest, proof);
    if (proof.identity !== undefined) proven.set(proof.identity, proof);
    const asked = { permission, method, path };
    visitor.onPrincipal(principal, createLacking(deps.authorize, principal, asked));
    announce(visitor, await limiter.take(policyOf(rateLimitClass, principal), principal.id));
    const allowed = deps.authorize(principal, asked);
    if (!(typeof allowed === 'boolean' ? allowed : await allowed)) throw forbidden(permission);
  };

  function policyOf(name: RateLimitClass, principal: Principal): RatePolicy {
    return { name, limit: principal.rateLimits?.[name] ?? deps.rateLimits[name] };
  }

  /** Says where the caller stands. @throws rate-limited (429) */
  function announce(visitor: Visitor, verdict: RateVerdict): void {
    visitor.onVerdict(verdict);
    if (verdict.allowed) return;
    deps.metrics.rateLimited.inc({ policy: verdict.policy.name });
    throw rateLimited(verdict);
  }
}

export function rateLimited({ policy, resetInSeconds }: Pick<RateVerdict, 'policy' | 'resetInSeconds'>): ProblemError {
  const whose =
    policy.name === 'address' ? 'requests without valid credentials from one address' : `${policy.name} requests`;
  return new ProblemError({
    type: 'rate-limited',
    status: 429,
    title: 'Too Many Requests',
    detail: `At most ${policy.limit} ${whose} a minute. Wait ${resetInSeconds} s, as Retry-After says, then go on.`,
    headers: { 'retry-after': String(resetInSeconds) },
    extensions: { policy: policy.name, limit: policy.limit, retryAfterSeconds: resetInSeconds },
  });
}

export function forbidden(permission: string): ProblemError {
  return new ProblemError({
    type: 'forbidden',
    status: 403,
    title: 'Forbidden',
    detail: `This needs the permission ${permission}, which none of the caller's permission groups gives.`,
    extensions: { permission },
  });
}

/** The same however the scheme and the blanks after it are written. */
function digestOf(authorization = ''): string {
  const [scheme = '', ...credentials] = authorization.trim().split(/\s+/);
  return hash('sha256', [scheme.toLowerCase(), ...credentials].join(' '), 'base64');
}
