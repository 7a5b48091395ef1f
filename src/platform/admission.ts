import type { FastifyInstance } from 'fastify';
import type { Admit } from './admit.ts';
import { RATE_WINDOW_SECONDS, type RateVerdict } from './rate-limiter.ts';
import { addressOf } from './request-context.ts';

/** Decides who comes in before a byte of the body is read. Every route says in its config what it needs; one that says nothing does not start. */
export function registerAdmission(app: FastifyInstance, admit: Admit): void {
  app.decorateRequest('principal', null as never);
  app.addHook('onRoute', (route) => {
    if (route.config?.permission === undefined && route.method !== 'HEAD') {
      throw new Error(`${String(route.method)} ${route.url} declares no permission`);
    }
  });

  app.addHook('onRequest', async (request, reply) => {
    const { permission, rateLimitClass = isRead(request.method) ? 'read' : 'write' } = request.routeOptions.config;
    if (rateLimitClass === 'exempt') return;
    await admit({
      address: addressOf(request),
      authorization: request.headers.authorization,
      permission,
      rateLimitClass,
      method: request.method,
      path: request.url.split('?', 1)[0] ?? '/',
      onVerdict: (verdict) => void reply.headers(rateLimitHeaders(verdict)),
      onPrincipal: (principal, lacking) => {
        request.principal = principal;
        Object.assign(request.context, { actor: principal, lacking });
      },
    });
  });
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Those of the specification, and those of draft-ietf-httpapi-ratelimit-headers-10, which say the same. */
export function rateLimitHeaders({
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
