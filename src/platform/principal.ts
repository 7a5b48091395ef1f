/** Who is calling, as the rest of the program sees it. */
export interface Principal {
  tenantId: string;
  /** The token's or user's id. */
  id: string;
  kind: 'token' | 'user';
  name: string;
  /** A test principal reaches sandbox carriers only. */
  mode: 'live' | 'test';
  permissions: ReadonlySet<string>;
  permissionGroups: readonly string[];
  /** Where `permissions` come from: what every one of these lists of groups gives. The first is `permissionGroups`. */
  grants: readonly (readonly string[])[];
  /** The permissions of the tenant's own groups, by reference. */
  tenantGroups: Readonly<Record<string, readonly string[]>>;
  /** Only what the tenant's settings say; the installation's limits hold for the rest. */
  rateLimits?: Partial<RateLimits>;
}

/** Requests a minute of one principal, for each class of request. */
export type RateLimits = Readonly<Record<RateLimitClass, number>>;

export const RATE_LIMIT_CLASSES = ['read', 'write', 'bulk'] as const;
export type RateLimitClass = (typeof RATE_LIMIT_CLASSES)[number];

/** Turns the request's credentials into a principal. @throws unauthenticated (401) */
export type Authenticate = (authorization: string | undefined) => Principal | Promise<Principal>;

/** Whom credentials name, as far as they prove it by themselves: nobody is asked. */
export type Identify = (authorization: string | undefined) => Promise<string | undefined>;

/** Decides whether a principal may do what a route asks. @throws authorization-unavailable (503) */
export type Authorize = (principal: Principal, asked: RouteAsked) => boolean | Promise<boolean>;

export interface RouteAsked {
  permission: string;
  method: string;
  /** As it was sent, without the query. */
  path: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it, on every route that needs credentials; to ask on another is a fault, and throws. */
    principal: Principal;
    correlationId: string;
  }
  interface FastifyContextConfig {
    /** What the caller must be allowed to do. `public` needs no credentials, `authenticated` nothing but valid ones. */
    permission?: string;
    /** Default: `read` for GET and HEAD, else `write`. Nobody's requests to an `exempt` route are counted. */
    rateLimitClass?: RateLimitClass | 'exempt';
    /** Whether a request without a body is one with an empty object. Default: it is refused where a body is described. */
    optionalBody?: boolean;
    /** What an Idempotency-Key is claimed for. Default: method and route. */
    operation?: string;
  }
}
