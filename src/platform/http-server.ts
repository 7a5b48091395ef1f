import cors from '@fastify/cors';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { registerAdmission } from './admission.ts';
import type { Admit } from './admit.ts';
import { routeProblems } from './allowed-methods.ts';
import { answerProblem, BODY_LIMIT_BYTES, frameworkProblem } from './answer-problem.ts';
import { closeOperations } from './closed-operations.ts';
import type { Config } from './config.ts';
import { answerConnectionError, answerWhatBypassesRoutes } from './connection-errors.ts';
import { limitConnections } from './connection-limit.ts';
import { answerAfterLargeBodies } from './discard-rest.ts';
import { endConnections } from './end-connections.ts';
import { dropIdentityHeaders } from './identity-headers.ts';
import { newId } from './ids.ts';
import { parseJsonBody } from './json-body.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { observeRequest, registerMetrics } from './metrics-endpoint.ts';
import { Problem } from './problem.ts';
import { correlationIdOf, registerRequestContext } from './request-context.ts';
import { guardRequests, refuseMalformed } from './request-guard.ts';
import { requestDetails } from './request-log.ts';
import { Link } from './schema.ts';
import { buildSerializer } from './serialization.ts';
import { buildValidator } from './validation.ts';
import { whenAnswered } from './when-answered.ts';

export type HttpServer = FastifyInstance;

export interface HttpServerDeps {
  log: Logger;
  admit: Admit;
  config: HttpConfig;
  metrics: Metrics;
  /** Whether the process has been told to stop. */
  isStopping: () => boolean;
}

export type HttpConfig = Pick<Config, 'problemBaseUrl' | 'trustProxy' | 'corsOrigins' | 'metricsPort'>;

/** What a page of another origin may read of an answer, beside its body. */
const EXPOSED_HEADERS =
  'etag,location,retry-after,allow,www-authenticate,content-disposition,idempotent-replayed,x-request-id,x-correlation-id,x-ratelimit-limit,x-ratelimit-remaining,x-ratelimit-reset,ratelimit,ratelimit-policy';

/**
 * For browsers that come across an answer: who may keep it, and @fastify/helmet's own; set in one go, as one by one they take a tenth of a
 * read.
 */
const SECURITY_HEADERS = {
  // The same URL and ETag can be two callers' (a permission group has one path in every tenant): no cache may show one what another read.
  'cache-control': 'no-store',
  // For the caches that heed nothing but Vary: those of service workers.
  vary: 'Authorization',
  // An answer is data and never a page; only /docs is, and says so itself.
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
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
  const { config } = deps;
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    answerProblem(config.problemBaseUrl, error, request, reply);
  const app = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // One line a request, written below when it is answered.
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request, bound to its id, is a tenth of what a read allocates; the few lines that need the id name it.
    childLoggerFactory: (logger) => logger,
    genReqId: newId,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30_000,
    // Node takes the longer of the two times for the whole request: `headersTimeout`, 60 s by default, must be the shorter one.
    // A missing Host is answered by the guard, as a problem; Node's own answer is empty.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000, requireHostHeader: false },
    routerOptions: { maxParamLength: 200 },
    // A body with two meanings of `__proto__` is refused by parseJsonBody.
    schemaController: {
      compilersFactory: { buildValidator: buildValidator as never, buildSerializer: buildSerializer as never },
    },
    schemaErrorFormatter: (errors) => errors[0] as unknown as Error,
    clientErrorHandler: answerConnectionError(config.problemBaseUrl),
    frameworkErrors: (error, request, reply) =>
      // No hook has run.
      void answerError(error, request as FastifyRequest, (reply as FastifyReply).headers(SECURITY_HEADERS)),
    // What still comes in on an open connection while it closes is answered like everything else, and is its last.
    return503OnClosing: false,
    trustProxy: config.trustProxy ?? false,
  });

  limitConnections(app.server, deps.log);
  answerWhatBypassesRoutes(app.server, config.problemBaseUrl);
  const routeProblem = routeProblems(app);
  closeOperations(app);
  guardRequests(app);
  answerAfterLargeBodies(app);
  dropIdentityHeaders(app);
  app.addSchema(Problem);
  app.addSchema(Link);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (isOtherCharset(request.headers['content-type'])) throw frameworkProblem(415);
      if (request.headers['idempotency-key'] !== undefined) request.bodyBytes = body as Buffer;
      done(null, body.length === 0 ? undefined : parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });

  app.decorateRequest('correlationId', '');
  app.decorateRequest('problem', undefined);
  app.addHook('onRequest', (request, reply, done) => {
    request.correlationId = correlationIdOf(request.headers['x-correlation-id'], request.id);
    void reply
      .headers(SECURITY_HEADERS)
      .headers({ 'x-request-id': request.id, 'x-correlation-id': request.correlationId });
    done();
  });
  refuseMalformed(app);
  if (config.corsOrigins.length > 0) {
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
    await app.register(cors, {
      origin: [...config.corsOrigins],
      methods,
      exposedHeaders: EXPOSED_HEADERS,
      maxAge: 600,
      // An OPTIONS that is no preflight is answered like one; strictly, the library would answer in plain text.
      strictPreflight: false,
    });
  }
  registerRequestContext(app);
  if (config.metricsPort === undefined) registerMetrics(app, deps.metrics);
  registerAdmission(app, deps.admit);
  // Nothing that it is given is secret, and redaction would cost more than all the rest of the line.
  const requestLog = deps.log.child({}, { redact: [] });
  const answering = whenAnswered(app, (request, reply, isAborted) => {
    observeRequest(deps.metrics, request, reply);
    requestLog.info(
      {
        reqId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        correlationId: request.correlationId,
        ...requestDetails(request, reply),
        ...(isAborted ? { isAborted } : {}),
      },
      'request',
    );
  });
  endConnections(app, answering, deps.isStopping);

  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    answerError(routeProblem(request.method, request.url.split('?', 1)[0] ?? '/'), request, reply),
  );
  return app;
}

/** JSON is UTF-8 (RFC 8259, section 8.1); a client that says otherwise would be read wrongly. */
function isOtherCharset(contentType: string | undefined): boolean {
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType ?? '') ?? [];
  return charset !== undefined && charset.toLowerCase() !== 'utf-8';
}
