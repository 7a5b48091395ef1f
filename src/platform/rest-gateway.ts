import {
  create,
  type DescMessage,
  fromJson,
  getOption,
  hasOption,
  type JsonObject,
  type JsonValue,
  toJson,
} from '@bufbuild/protobuf';
import type { TSchema } from '@sinclair/typebox';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { answerNotModified, etagOf, ifMatch, versionFromIfMatch } from './etag.ts';
import { COMMENTS } from './generated/proto/comments.ts';
import { http as httpOption } from './generated/proto/google/api/annotations_pb.ts';
import type { RpcMethod, RpcService } from './grpc-service.ts';
import { ProblemError, preconditionFailed, requireVersion } from './problem.ts';
import { createProtoSchemas, objectOf } from './proto-schema.ts';
import { invalidField, requireValid } from './proto-validation.ts';
import { restProblem } from './rest-problem.ts';
import { problems } from './schema.ts';

interface HttpBinding {
  verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1/orders/{id}:pay` */
  path: string;
  hasBody: boolean;
  /** The field of the response that is the body of the answer; absent: the whole response. */
  responseField?: string;
}

interface GatewayOptions {
  tag: string;
  /** By method (`createOrder`): what it can answer beside what every operation may answer, as the document shows it. */
  failures: Readonly<Record<string, readonly ProblemError[]>>;
  /** By the name of the schema (`Order`, `CreateOrderBody`); each has one. */
  examples: Readonly<Record<string, JsonObject>>;
  /** By method: an example of its answer, where that of the schema is another one's. */
  answers: Readonly<Record<string, JsonObject>>;
}

type Schemas = ReturnType<typeof createProtoSchemas>;

/** Where a client says which version it read, instead of in the body. */
const VERSION_FIELD = 'expected_version';

/**
 * The REST face of a service, route by route as the `google.api.http` options of its proto say, with bodies and parameters checked by
 * schemas that come from the proto too.
 */
export function restGateway(service: RpcService, options: GatewayOptions): FastifyPluginAsync {
  return async (app) => {
    const schemas = createProtoSchemas();
    const routes = service.methods.flatMap((method) => {
      const binding = bindingOf(method);
      return binding === undefined ? [] : [describeRoute(schemas, method, binding, options)];
    });
    for (const component of schemas.components()) app.addSchema(withExample(component, options.examples));
    answerNotModified(app);
    for (const route of routes) addRoute(app, route);
  };
}

function withExample(component: TSchema, examples: GatewayOptions['examples']): TSchema {
  const example = examples[component.$id ?? ''];
  if (example === undefined) throw new Error(`there is no example of ${component.$id}`);
  return { ...component, examples: [example] };
}

function bindingOf({ description }: RpcMethod): HttpBinding | undefined {
  if (!hasOption(description, httpOption)) return undefined;
  const { pattern, body, responseBody } = getOption(description, httpOption);
  if (pattern.case === undefined || pattern.case === 'custom') return undefined;
  if (body !== '' && body !== '*') throw new Error(`${description.name}: only body: "*" is understood`);
  return {
    verb: pattern.case.toUpperCase() as HttpBinding['verb'],
    path: pattern.value,
    hasBody: body === '*',
    ...(responseBody === '' ? {} : { responseField: responseBody }),
  };
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function describeRoute(schemas: Schemas, method: RpcMethod, binding: HttpBinding, options: GatewayOptions) {
  const { description: rpc, path: rpcPath } = method;
  const inPath = new Set(parametersOf(binding.path));
  const inputFields = schemas.fieldsOf(rpc.input, inPath);
  const comment = COMMENTS[`${rpc.parent.typeName}.${rpc.name}`] ?? rpcPath;
  const [summary = comment] = comment.split('. ', 1);
  const resource = resourceOf(method, binding);
  const answer = schemas.reference(resource);
  const example = options.answers[rpc.localName];
  const isVersioned = hasVersion(rpc.input);
  const pathFields = schemas
    .fieldsOf(rpc.input)
    .filter(({ name }) => rpc.input.fields.some((field) => field.jsonName === name && inPath.has(field.name)));
  const schema = {
    operationId: rpc.localName,
    summary: summary.replace(/\.$/, ''),
    description: comment,
    tags: [options.tag],
    ...(pathFields.length === 0 ? {} : { params: objectOf(pathFields) }),
    ...(binding.hasBody
      ? {
          // The rule of google.api.http: with body "*" nothing is left for a query.
          body: schemas.addComponent(`${rpc.name}Body`, inputFields, COMMENTS[rpc.input.typeName] ?? summary),
        }
      : inputFields.length === 0
        ? {}
        : { querystring: objectOf(inputFields) }),
    ...(isVersioned ? { headers: IF_MATCH } : {}),
    response: {
      [successOf(method)]: example === undefined ? answer : withOwnExample(answer, resource, example),
      ...problems(
        ...(inPath.size > 0 ? [404] : []),
        ...(method.isMutation ? [409, 413, 415, 422, 504] : []),
        ...[...(isVersioned ? [preconditionFailed(4)] : []), ...(options.failures[rpc.localName] ?? [])].map(
          (problem) => restProblem(problem, resource),
        ),
      ),
    },
  };
  // Where no field is required, a body that is left out is an empty message.
  const optionalBody = binding.hasBody && inputFields.every(({ isRequired }) => !isRequired);
  return { method, binding, schema, optionalBody };
}

function withOwnExample(schema: TSchema, resource: DescMessage, example: JsonObject) {
  const description = COMMENTS[resource.typeName] ?? resource.name;
  return { description, content: { 'application/json': { schema, example } } };
}

const IF_MATCH = ifMatch('order');

/** What the body of the answer is. */
function resourceOf({ description }: RpcMethod, { responseField }: HttpBinding): DescMessage {
  return description.output.fields.find(({ name }) => name === responseField)?.message ?? description.output;
}

function hasVersion(input: DescMessage): boolean {
  return input.fields.some(({ name }) => name === VERSION_FIELD);
}

/** A standard Create method (AIP-133) makes something new, which has a place. */
function successOf({ description }: RpcMethod): 200 | 201 {
  return description.name.startsWith('Create') ? 201 : 200;
}

function addRoute(app: FastifyInstance, route: ReturnType<typeof describeRoute>): void {
  const { method, binding, schema, optionalBody } = route;
  const { description: rpc, permission, path: operation } = method;
  const resource = resourceOf(method, binding);
  app.route({
    method: binding.verb,
    // A verb after a parameter is part of the path: the parameter ends before the colon.
    url: binding.path.replaceAll(/\{(\w+)\}/g, ':$1([^:/]+)').replace(/\):(\w+)$/, ')::$1'),
    schema,
    config: { permission, operation, optionalBody },
    handler: async (request, reply) => {
      const expected = hasVersion(rpc.input) ? versionFromIfMatch(request.headers['if-match']) : undefined;
      try {
        const response = create(rpc.output, await callExpecting(method, request, expected));
        const json = toJson(rpc.output, response, { alwaysEmitImplicit: true }) as JsonObject;
        return send(reply.code(successOf(method)), binding, json);
      } catch (error) {
        throw error instanceof ProblemError ? restProblem(error, resource, binding.hasBody ? 'Data' : 'Query') : error;
      }
    },
  });
}

type IfMatch = ReturnType<typeof versionFromIfMatch>;

/**
 * A call expects one version, and `If-Match` may name several: whatever is expected first is refused, without any effect, with the version
 * that there is.
 */
async function callExpecting(method: RpcMethod, request: FastifyRequest, expected: IfMatch) {
  const call = (version: number | undefined) => {
    const message = readMessage(method.description.input, request, version);
    requireValid(method.description.input, message);
    return method.handle(message, { principal: request.principal });
  };
  if (expected === undefined) return call(undefined);
  const [first = NO_VERSION] = expected.strong;
  try {
    return await call(first);
  } catch (error) {
    const current = error instanceof ProblemError ? error.extensions['currentVersion'] : undefined;
    if (typeof current !== 'number') throw error;
    requireVersion(current, expected);
    return call(current);
  }
}

/** No resource has this version: they begin at 1. */
const NO_VERSION = 0;

function readMessage(input: DescMessage, request: FastifyRequest, version: number | undefined) {
  const { body, params, query } = request;
  const json = {
    ...(query as object),
    ...((body ?? {}) as object),
    ...(params as object),
    ...(version === undefined ? {} : { expectedVersion: String(version) }),
  };
  try {
    return fromJson(input, json as JsonValue);
  } catch (error) {
    // The schema has let it pass: a number that an int64 cannot hold.
    throw invalidField([], error instanceof Error ? error.message : 'Cannot be read.');
  }
}

function send(reply: FastifyReply, { path, responseField }: HttpBinding, response: JsonObject): FastifyReply {
  const body = (responseField === undefined ? response : response[responseField]) as JsonObject;
  if (typeof body['version'] === 'string') void reply.header('etag', etagOf(Number(body['version'])));
  if (reply.statusCode === 201 && typeof body['id'] === 'string')
    void reply.header('location', `${path}/${body['id']}`);
  return reply.send(body);
}
