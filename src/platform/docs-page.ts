import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import type { ApiService } from './openapi.ts';

/**
 * The page writes its own styles and starts itself from a script in its text; it loads and asks nothing but this server.
 * Icons and worker scripts are made in place.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join(';');

/** The documents of all services as a page to read and to try, at `/docs`. */
export async function registerDocsPage(
  app: FastifyInstance,
  services: readonly Pick<ApiService, 'service' | 'version' | 'title'>[],
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', (_request, reply, done) => {
      void reply.header('content-security-policy', PAGE_POLICY);
      done();
    });
    await scope.register(scalar, {
      routePrefix: '/docs',
      configuration: {
        pageTitle: 'Viya TMS API',
        // The page must not load, offer or tell anything of third parties: it may stand in a closed network.
        telemetry: false,
        withDefaultFonts: false,
        showDeveloperTools: 'never',
        hideClientButton: true,
        mcp: { disabled: true },
        sources: services.map(({ service, version, title }) => ({
          title,
          url: `/openapi/${service}.v${version}.json`,
          agent: { disabled: true },
        })),
      },
    });
  });
}
