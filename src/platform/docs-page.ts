import type { FastifyHelmetOptions } from '@fastify/helmet';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import type { ApiService } from './openapi.ts';

/**
 * The page writes its own styles and starts itself from a script in its text; it loads and asks nothing but this server.
 * Icons and worker scripts are made in place.
 */
const PAGE_POLICY: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'unsafe-inline'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
};

/** The documents of all services as a page to read and to try, at `/docs`. */
export async function registerDocsPage(
  app: FastifyInstance,
  services: readonly Pick<ApiService, 'service' | 'version' | 'title'>[],
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      Object.assign(route, { config: { ...route.config, helmet: PAGE_POLICY } });
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
