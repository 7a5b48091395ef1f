import type { FastifyInstance, FastifyReply } from 'fastify';
import { addressRange } from './address-range.ts';
import type { Config } from './config.ts';
import type { Metrics } from './metrics.ts';
import type { Authenticate, Authorize, Principal, RateLimitClass } from './principal.ts';
import { ProblemError } from './problem.ts';
import { RATE_WINDOW_SECONDS, type RateLimiter, type RatePolicy, type RateVerdict } from './rate-limiter.ts';

export interface AdmissionDeps {
  authenticate: Authenticate;
  authorize: Authorize;
  limiter: RateLimiter;
  /** For a principal whose tenant's settings say nothing else, and for an address. */
  rateLimits: Config['rateLimits'];
  metrics: Pick<Metrics, 'rateLimited'>;
}

/**
 * Who comes in: address, credentials, the principal's rate limit, permission; in this order, before a byte of the body is
 * read. Every route says in its config what it needs; one that says nothing does not start.
 *
 * Whoever presents valid credentials is counted under these, everyone else under the address. An address that has used up
 * its requests is refused before its credentials are looked at, so that guessing them has an end and costs nothing.
 */
export function registerAdmission(app: FastifyInstance, deps: AdmissionDeps): void {
  const { limiter } = deps;
  const addressPolicy: RatePolicy = { name: 'address', limit: deps.rateLimits.address };

  app.decorateRequest('principal', null as never);
  app.addHook('onRoute', (route) => {
    if (route.config?.permission === undefined && route.method !== 'HEAD') {
      throw new Error(`${String(route.method)} ${route.url} declares no permission`);
    }
  });

  app.addHook('onRequest', async (request, reply) => {
    const { permission, rateLimitClass = isRead(request.method) ? 'read' : 'write' } = request.routeOptions.config;
    if (rateLimitClass === 'exempt') return;
    const address = addressRange(request.ip);
    const refused = limiter.exhausted(addressPolicy, address);
    if (refused !== undefined) announce(reply, refused);
    if (permission === undefined || permission === 'public') {
      announce(reply, await limiter.take(addressPolicy, address));
      return;
    }
    try {
      request.principal = await deps.authenticate(request.headers.authorization);
    } catch (error) {
      // An outage of ours is not the caller's flood.
      const isRefused = error instanceof ProblemError && error.status < 500;
      if (isRefused) announce(reply, await limiter.take(addressPolicy, address));
      throw error;
    }
    request.context.actor = request.principal;
    announce(reply, await limiter.take(policyOf(rateLimitClass, request.principal), request.principal.id));
    const path = request.url.split('?', 1)[0] ?? '/';
    const allowed = deps.authorize(request.principal, { permission, method: request.method, path });
    if (!(typeof allowed === 'boolean' ? allowed : await allowed)) throw forbidden(permission);
  });

  function policyOf(name: RateLimitClass, principal: Principal): RatePolicy {
    return { name, limit: principal.rateLimits?.[name] ?? deps.rateLimits[name] };
  }

  /** Says where the caller stands. @throws rate-limited (429) */
  function announce(reply: FastifyReply, verdict: RateVerdict): void {
    void reply.headers(rateLimitHeaders(verdict));
    if (verdict.allowed) return;
    deps.metrics.rateLimited.inc({ policy: verdict.policy.name });
    throw rateLimited(verdict);
  }
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Those of the specification, and those of draft-ietf-httpapi-ratelimit-headers-10, which say the same. */
function rateLimitHeaders({
  policy,
  remaining,
  resetEpochSeconds,
  resetInSeconds,
}: RateVerdict): Record<string, string> {
  return {
    'x-ratelimit-limit': String(policy.limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(resetEpochSeconds),
    'ratelimit-policy': `"${policy.name}";q=${policy.limit};w=${RATE_WINDOW_SECONDS}`,
    ratelimit: `"${policy.name}";r=${remaining};t=${resetInSeconds}`,
  };
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
