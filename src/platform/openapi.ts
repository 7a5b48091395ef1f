import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

/** One service in one major version: its routes live under `/api/<service>/v<version>` and fill one OpenAPI document. */
export interface ApiService {
  service: string;
  version: number;
  title: string;
  description: string;
  tags: readonly { name: string; description: string }[];
  routes: FastifyPluginAsync;
}

declare module 'fastify' {
  interface FastifyInstance {
    openApiScopes: Map<string, FastifyInstance>;
  }
}

/** Mounts the services, each in a scope of its own with its own document. */
export async function registerServices(
  app: FastifyInstance,
  services: readonly ApiService[],
  options: { publicUrl: string },
): Promise<void> {
  app.decorate('openApiScopes', new Map<string, FastifyInstance>());
  for (const api of services) {
    const name = `${api.service}.v${api.version}`;
    await app.register(async (scope) => {
      await scope.register(swagger, {
        openapi: {
          openapi: '3.0.3',
          info: {
            title: api.title,
            version: `v${api.version}`,
            description: api.description,
            license: { name: 'Proprietary', url: `${options.publicUrl}/docs` },
          },
          servers: [{ url: options.publicUrl }],
          tags: api.tags.map((tag) => ({ ...tag })),
          components: {
            securitySchemes: {
              apiKey: {
                type: 'apiKey',
                in: 'header',
                name: 'Authorization',
                description: '`ApiKey sk_live_...`, for machines.',
              },
            },
          },
          security: [{ apiKey: [] }],
        },
        refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json['$id'] ?? `schema-${index}`) },
      });
      scope.addHook('onRoute', (route) => {
        if (route.schema !== undefined && typeof route.config?.permission === 'string') {
          Object.assign(route.schema, { 'x-permission': route.config.permission });
        }
      });
      app.openApiScopes.set(name, scope);
      await scope.register(api.routes, { prefix: `/api/${api.service}/v${api.version}` });
      scope.get(
        `/openapi/${name}.json`,
        { schema: { hide: true }, config: { permission: 'public' } },
        async () => scope.swagger(),
      );
    });
  }
}

/** Every service's document by the name of its file (`shipping.v2`). */
export function openApiDocuments(app: FastifyInstance): Record<string, object> {
  return Object.fromEntries([...app.openApiScopes].map(([name, scope]) => [name, scope.swagger()]));
}
