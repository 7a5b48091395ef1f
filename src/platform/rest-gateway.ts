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
import { Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { answerNotModified, etagOf, versionFromIfMatch } from './etag.ts';
import { COMMENTS } from './generated/proto/comments.ts';
import { http as httpOption } from './generated/proto/google/api/annotations_pb.ts';
import type { RpcMethod, RpcService } from './grpc-service.ts';
import type { ProblemError } from './problem.ts';
import { createProtoSchemas, objectOf } from './proto-schema.ts';
import { invalidField, requireValid } from './proto-validation.ts';
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
    for (const component of schemas.components()) app.addSchema(component);
    answerNotModified(app);
    for (const { method, binding, schema } of routes) addRoute(app, method, binding, schema);
  };
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
  const responseField = rpc.output.fields.find(({ name }) => name === binding.responseField);
  const answer = schemas.reference(responseField?.message ?? rpc.output);
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
    ...(hasVersion(rpc.input) ? { headers: IF_MATCH } : {}),
    response: {
      [successOf(method)]: answer,
      ...problems(
        ...(inPath.size > 0 ? [404] : []),
        ...(method.isMutation ? [409, 412, 413, 415, 422, 504] : []),
        ...(options.failures[rpc.localName] ?? []),
      ),
    },
  };
  return { method, binding, schema };
}

const IF_MATCH = Type.Object({
  'if-match': Type.Optional(
    Type.String({ maxLength: 100, description: 'The ETag you read; 412 when the order has changed since.' }),
  ),
});

function hasVersion(input: DescMessage): boolean {
  return input.fields.some(({ name }) => name === VERSION_FIELD);
}

/** A standard Create method (AIP-133) makes something new, which has a place. */
function successOf({ description }: RpcMethod): 200 | 201 {
  return description.name.startsWith('Create') ? 201 : 200;
}

function addRoute(app: FastifyInstance, method: RpcMethod, binding: HttpBinding, schema: object): void {
  const { description: rpc, permission, path: operation } = method;
  app.route({
    method: binding.verb,
    // A verb after a parameter is part of the path: the parameter ends before the colon.
    url: binding.path.replaceAll(/\{(\w+)\}/g, ':$1([^:/]+)').replace(/\):(\w+)$/, ')::$1'),
    schema,
    config: { permission, operation },
    handler: async (request, reply) => {
      const message = readMessage(rpc.input, request);
      requireValid(rpc.input, message);
      const response = create(rpc.output, await method.handle(message, { principal: request.principal }));
      const json = toJson(rpc.output, response, { alwaysEmitImplicit: true }) as JsonObject;
      return send(reply.code(successOf(method)), binding, json);
    },
  });
}

function readMessage(input: DescMessage, request: FastifyRequest) {
  const { body, params, query, headers } = request as FastifyRequest<{ Headers: { 'if-match'?: string } }>;
  const version = hasVersion(input) ? versionFromIfMatch(headers['if-match']) : undefined;
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
