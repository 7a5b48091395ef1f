import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { loadedOnce } from './made-once.ts';
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

type Described = Pick<ApiService, 'service' | 'version' | 'title'>;

/**
 * The documents of all services as a page to read and to try, at `/docs`. Its library takes a tenth of the process' memory, which is
 * spent when somebody first looks at the page.
 */
export function registerDocsPage(app: FastifyInstance, services: readonly Described[]): void {
  const page = loadedOnce(() => buildPage(services));
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { method, url } = request.raw;
    const { statusCode, headers, rawPayload } = await (await page()).inject({
      method: method as 'GET',
      url: url ?? '/docs',
    });
    return reply
      .code(statusCode)
      .headers({ ...headers, 'content-security-policy': PAGE_POLICY, 'cache-control': 'public, max-age=300' })
      .send(rawPayload);
  };
  const options = { schema: { hide: true }, config: { permission: 'public' } } as const;
  app.get('/', options, (_request, reply) => reply.redirect('/docs'));
  app.get('/docs', options, answer);
  app.get('/docs/*', options, answer);
}

async function buildPage(services: readonly Described[]): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const page = fastify();
  await page.register(scalar, {
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
  return page;
}
