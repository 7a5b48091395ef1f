import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { TSchema } from '@sinclair/typebox';
import type { FastifyInstance, FastifyPluginAsync, preValidationHookHandler, RouteOptions } from 'fastify';
import type { Config } from './config.ts';
import { type CommonAnswers, completeOperations, OPTIONAL_BODY } from './openapi-operations.ts';

/** One service in one major version: its routes live under `/api/<service>/v<version>` and fill one OpenAPI document. */
export interface ApiService {
  service: string;
  version: number;
  title: string;
  description: string;
  tags: readonly { name: string; description: string }[];
  /** Where its routes are, when not under `/api/<service>/v<version>`. */
  prefix?: string;
  /** What its problems tell beside what every problem tells. */
  problemMembers: Readonly<Record<string, TSchema>>;
  routes: FastifyPluginAsync;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Makes each service's document, by the name of its file (`shipping.v2`). */
    openApiDocuments: Map<string, () => object>;
  }
}

/** First: the page of /docs tries its requests there, and may reach no other origin than that at which it was read itself. */
const HERE = { url: '/', description: 'The server that this document is read from.' };

/** Mounts the services, each in a scope of its own with its own document. */
export async function registerServices(
  app: FastifyInstance,
  services: readonly ApiService[],
  options: Pick<Config, 'publicUrl'> & CommonAnswers,
): Promise<void> {
  app.decorate('openApiDocuments', new Map<string, () => object>());
  for (const api of services) {
    const name = `${api.service}.v${api.version}`;
    await app.register(async (scope) => {
      await scope.register(swagger, documentOptions(api, options.publicUrl));
      scope.addHook('onRoute', (route) => {
        const { permission, rateLimitClass } = route.config ?? {};
        if (route.schema !== undefined && typeof permission === 'string') {
          // The method tells the class of most.
          const named = rateLimitClass === undefined ? {} : { 'x-rate-limit-class': rateLimitClass };
          Object.assign(route.schema, { 'x-permission': permission, ...named });
        }
        if (route.config?.optionalBody === true) takeNoBodyForEmpty(route);
      });
      // Once a process: a document changes no more when its routes are there.
      let document: object | undefined;
      const readDocument = (): object => (document ??= documentOf(scope, api, options));
      app.openApiDocuments.set(name, readDocument);
      await scope.register(api.routes, { prefix: api.prefix ?? `/api/${api.service}/v${api.version}` });
      scope.get(`/openapi/${name}.json`, { schema: { hide: true }, config: { permission: 'public' } }, async () => ({
        ...readDocument(),
        servers: [HERE, { url: options.publicUrl, description: 'Where clients reach this installation.' }],
      }));
    });
  }
}

function documentOptions(
  { title, version, description, tags }: ApiService,
  publicUrl: string,
): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.0.3',
      info: { title, version: `v${version}`, description },
      servers: [{ url: publicUrl }],
      tags: tags.map((tag) => ({ ...tag })),
      components: { securitySchemes: SECURITY_SCHEMES },
      security: [{ apiKey: [] }, { bearer: [] }],
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json['$id'] === 'string' ? json['$id'] : `schema-${index}`,
    },
  };
}

const SECURITY_SCHEMES = {
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`ApiKey sk_live_...`, for machines.',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A token of the identity provider, for people.',
  },
} as const;

/** Where no field is required, nothing sent says as much as an object with nothing in it. */
function takeNoBodyForEmpty(route: RouteOptions): void {
  Object.assign(route.schema ?? {}, { [OPTIONAL_BODY]: true });
  const fill: preValidationHookHandler = (request, _reply, done) => {
    if (request.body === undefined) request.body = {};
    done();
  };
  route.preValidation = [...[route.preValidation ?? []].flat(), fill];
}

/** Every service's document by the name of its file (`shipping.v2`). */
export function openApiDocuments(app: FastifyInstance): Record<string, object> {
  return Object.fromEntries([...app.openApiDocuments].map(([name, readDocument]) => [name, readDocument()]));
}

function documentOf(scope: FastifyInstance, { problemMembers }: ApiService, common: CommonAnswers): object {
  const document = withProblemMembers(scope.swagger(), problemMembers);
  return completeOperations(withoutUnusedSchemas(toOpenApi30(document)), common);
}

/**
 * Names the service's own members of a problem, and does not say that there may be others, which is so anyway: said, it would give the generated
 * type an index signature, under which every unknown member is allowed, so that any object would pass for a problem.
 */
function withProblemMembers(document: object, members: ApiService['problemMembers']): object {
  const { components, ...rest } = document as { components?: { schemas?: { Problem?: Record<string, object> } } };
  const { additionalProperties: _further, properties, ...problem } = components?.schemas?.Problem ?? {};
  const schemas = { ...components?.schemas, Problem: { ...problem, properties: { ...properties, ...members } } };
  return { ...rest, components: { ...components, schemas } };
}

/** A service need not use every schema that all of them have. */
function withoutUnusedSchemas(document: object): object {
  const { components, ...rest } = document as { components?: { schemas?: Record<string, object> } };
  const schemas = { ...components?.schemas };
  for (const name of Object.keys(schemas)) {
    const isUsed = JSON.stringify([rest, schemas]).includes(`"#/components/schemas/${name}"`);
    if (!isUsed) delete schemas[name];
  }
  return { ...rest, components: { ...components, schemas } };
}

/**
 * Says in OpenAPI 3.0's own words what it has other words for than the JSON Schema that validates: an exclusive bound is a flag beside
 * the bound (3.0.3, 'Schema Object': JSON Schema Wright Draft 00), and there is one example instead of a list.
 */
function toOpenApi30(document: unknown): object {
  if (Array.isArray(document)) return document.map((each: unknown) => (isObject(each) ? toOpenApi30(each) : each));
  const entries = Object.entries(document as object).flatMap(([key, value]: [string, unknown]): [string, unknown][] => {
    const bound = EXCLUSIVE_BOUNDS[key];
    if (bound !== undefined && typeof value === 'number')
      return [
        [bound, value],
        [key, true],
      ];
    if (key === 'examples' && Array.isArray(value)) return [['example', value[0]]];
    return [[key, isObject(value) ? toOpenApi30(value) : value]];
  });
  return Object.fromEntries(entries);
}

const EXCLUSIVE_BOUNDS: Readonly<Record<string, string>> = { exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum' };

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
