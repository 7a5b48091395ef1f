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
}

/** Turns the request's credentials into a principal. @throws unauthenticated (401) */
export type Authenticate = (authorization: string | undefined) => Principal | Promise<Principal>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that declares a permission, before its handler runs. */
    principal: Principal;
    correlationId: string;
  }
  interface FastifyContextConfig {
    /** What the caller must be allowed to do. `public` needs no credentials. */
    permission?: string;
  }
}
