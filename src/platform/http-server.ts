import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { isDatabaseUnavailable } from './database.ts';
import { newId } from './ids.ts';
import { parseJsonBody } from './json-body.ts';
import type { Logger } from './logger.ts';
import type { Authenticate } from './principal.ts';
import { Problem, ProblemError, problemDocument, validationProblem } from './problem.ts';
import { Link } from './schema.ts';
import { buildValidator, RequestInvalid } from './validation.ts';

export type HttpServer = FastifyInstance;

export interface HttpServerDeps {
  log: Logger;
  problemBaseUrl: string;
  authenticate: Authenticate;
}

const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** For browsers that come across an answer: @fastify/helmet's own, but set in one go; one by one they take a tenth of a read. */
const SECURITY_HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

/** The bare server: parsing, validation, authentication, permission and problems, the same for every module's routes. */
export async function createHttpServer(deps: HttpServerDeps): Promise<HttpServer> {
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // One line a request, written below when it is answered.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30_000,
    http: { connectionsCheckingInterval: 1_000, requireHostHeader: true },
    routerOptions: { maxParamLength: 200 },
    // A body with two meanings of `__proto__` is refused by parseJsonBody.
    schemaController: { compilersFactory: { buildValidator: buildValidator as never } },
    schemaErrorFormatter: (errors) => errors[0] as unknown as Error,
    clientErrorHandler: answerParserError,
    frameworkErrors: (error, request, reply) =>
      void answerError(deps, error, request as FastifyRequest, reply as FastifyReply),
    return503OnClosing: true,
  });

  app.addSchema(Problem);
  app.addSchema(Link);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_req, body, done) => {
    try {
      done(null, body.length === 0 ? undefined : parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });

  app.decorateRequest('correlationId', '');
  app.addHook('onRequest', (request, reply, done) => {
    const sent = request.headers['x-correlation-id'];
    request.correlationId = typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent : request.id;
    void reply
      .headers(SECURITY_HEADERS)
      .headers({ 'x-request-id': request.id, 'x-correlation-id': request.correlationId });
    done();
  });
  requirePermission(app, deps.authenticate);
  // Nothing that it is given is secret, and redaction would cost more than all the rest of the line.
  const requestLog = deps.log.child({}, { redact: [] });
  app.addHook('onResponse', (request, reply, done) => {
    requestLog.info(
      {
        reqId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        correlationId: request.correlationId,
      },
      'request',
    );
    done();
  });

  app.setErrorHandler((error: FastifyError, request, reply) => answerError(deps, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerError(
      deps,
      new ProblemError({
        type: 'not-found',
        status: 404,
        title: 'Not Found',
        detail: `There is no ${request.method} ${request.url.split('?')[0]}. The API is described at /docs.`,
      }),
      request,
      reply,
    ),
  );
  return app;
}

/** Every route says in its config what it needs; one that says nothing does not start. */
function requirePermission(app: FastifyInstance, authenticate: Authenticate): void {
  app.decorateRequest('principal', null as never);
  app.addHook('onRoute', (route) => {
    if (route.config?.permission === undefined && route.method !== 'HEAD' && route.schema?.hide !== true) {
      throw new Error(`${String(route.method)} ${route.url} declares no permission`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const permission = request.routeOptions.config.permission;
    if (permission === undefined || permission === 'public') return;
    request.principal = await authenticate(request.headers.authorization);
    if (!request.principal.permissions.has(permission)) throw forbidden(permission);
  });
}

function forbidden(permission: string): ProblemError {
  return new ProblemError({
    type: 'forbidden',
    status: 403,
    title: 'Forbidden',
    detail: `This needs the permission ${permission}, which none of the caller's permission groups gives.`,
    extensions: { permission },
  });
}

function answerError(deps: HttpServerDeps, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error, correlationId: request.correlationId }, problem.title);
  for (const [name, value] of Object.entries(problem.headers)) void reply.header(name, value);
  const instance = request.url.split('?', 1)[0] ?? '/';
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemDocument(problem, deps.problemBaseUrl, instance));
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RequestInvalid) return validationProblem(error.fields);
  if (isDatabaseUnavailable(error)) {
    return new ProblemError({
      type: 'service-unavailable',
      status: 503,
      title: 'Service Unavailable',
      detail:
        'The database does not answer. Nothing was changed by this request unless a later read shows it; try again.',
      headers: { 'retry-after': '1' },
      cause: error,
    });
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const known = FRAMEWORK_PROBLEMS[status];
  if (known !== undefined && error instanceof Error) {
    return new ProblemError({ ...known, status, detail: known.detail ?? `${error.message}.`, cause: error });
  }
  return new ProblemError({
    type: 'internal',
    status: 500,
    title: 'Internal Server Error',
    detail: 'An unexpected fault. It is logged under the x-request-id of this answer.',
    cause: error,
  });
}

const FRAMEWORK_PROBLEMS: Readonly<Record<number, { type: string; title: string; detail?: string }>> = {
  400: { type: 'malformed-request', title: 'Malformed Request' },
  408: { type: 'request-timeout', title: 'Request Timeout', detail: 'The request did not arrive in time.' },
  413: {
    type: 'payload-too-large',
    title: 'Payload Too Large',
    detail: `The body must be at most ${BODY_LIMIT_BYTES / 1024 / 1024} MiB.`,
  },
  414: { type: 'uri-too-long', title: 'URI Too Long', detail: 'A path parameter must be at most 200 characters.' },
  415: {
    type: 'unsupported-media-type',
    title: 'Unsupported Media Type',
    detail: 'Send the body as Content-Type: application/json.',
  },
  503: {
    type: 'service-unavailable',
    title: 'Service Unavailable',
    detail: 'The server is stopping. Send the request again; another replica takes it.',
  },
};

/** What Node's HTTP parser refuses never becomes a request; it is answered on the bare socket. */
function answerParserError(
  error: Error & { code?: string },
  socket: { writable: boolean; destroyed: boolean; end(text: string): void },
): void {
  if (socket.destroyed || !socket.writable) return;
  const [status, title] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout']
        : [400, 'Bad Request'];
  const body = JSON.stringify({
    type: 'about:blank',
    title,
    status,
    detail: 'The request could not be read as HTTP.',
  });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
