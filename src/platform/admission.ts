import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Admit } from './admit.ts';
import type { Principal } from './principal.ts';
import { RATE_WINDOW_SECONDS, type RateVerdict } from './rate-limiter.ts';
import { addressOf } from './request-context.ts';

/** Decides who comes in before a byte of the body is read. Every route says in its config what it needs; one that says nothing does not start. */
export function registerAdmission(app: FastifyInstance, admit: Admit): void {
  decorateWithPrincipal(app);
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

/** Whether whoever sends a request to its route has to be somebody. What no route fits needs none. */
export function needsCredentials({ routeOptions }: FastifyRequest): boolean {
  const { permission } = routeOptions.config;
  return permission !== undefined && permission !== 'public';
}

/** Who is asking, if that is known: nobody where no credentials are asked for, or none were taken. */
export function callerOf(request: FastifyRequest): Principal | undefined {
  return request[PRINCIPAL];
}

const PRINCIPAL = Symbol('principal');

function decorateWithPrincipal(app: FastifyInstance): void {
  app.decorateRequest(PRINCIPAL, undefined);
  app.decorateRequest('principal', {
    getter() {
      const principal = this[PRINCIPAL];
      if (principal === undefined) throw new Error(`${this.method} ${this.url} asks for no credentials`);
      return principal;
    },
    setter(principal) {
      this[PRINCIPAL] = principal;
    },
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    [PRINCIPAL]: Principal | undefined;
  }
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
