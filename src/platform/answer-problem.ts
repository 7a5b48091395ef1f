import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseUnavailable, isSchemaMissing } from './database.ts';
import { ProblemError, problemDocument, validationProblem } from './problem.ts';
import { RequestInvalid } from './validation.ts';

/** The largest body that a route takes which names no `bodyLimit` of its own. */
export const BODY_LIMIT_BYTES = 1024 * 1024;
/** The longest path and query together. */
export const URL_LIMIT = 8_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** What it is answered, where that is a problem. */
    problem: ProblemError | undefined;
  }
}

/** Answers whatever was thrown as a problem. */
export function answerProblem(
  baseUrl: string,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const document = toProblemAnswer(baseUrl, error, request, reply);
  return reply.serializer(JSON.stringify).send(document);
}

/**
 * Makes the reply the answer to what was thrown, all but its body, which is returned. What nobody expected is logged with its stack and
 * not told to the caller; that a dependency is away is expected, and logged without a stack.
 */
export function toProblemAnswer(
  baseUrl: string,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Record<string, unknown> {
  const problem = toProblem(error, request);
  // The router refuses some requests before any hook has run.
  if (!reply.hasHeader('x-request-id')) void reply.header('x-request-id', request.id);
  request.problem = problem;
  const { id: reqId, correlationId } = request;
  if (problem.status === 500) request.log.error({ reqId, err: error, correlationId }, problem.title);
  else if (problem.status > 500) request.log.warn({ reqId, fault: error, correlationId }, problem.title);
  void reply.code(problem.status).headers(problem.headers).type('application/problem+json; charset=utf-8');
  return problemDocument(problem, baseUrl, request.url.split('?', 1)[0] ?? '/');
}

function toProblem(error: unknown, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RequestInvalid) return validationProblem(error.fields);
  // The caller went away while sending; what broke then is not the database.
  if (request.raw.destroyed && !request.raw.complete) return frameworkProblem(400);
  if (isDatabaseUnavailable(error) || isSchemaMissing(error)) return faultProblem(error);
  if (isFastifyError(error) && error.statusCode in FRAMEWORK_PROBLEMS) {
    return frameworkProblem(error.statusCode, error, request.routeOptions.bodyLimit);
  }
  return faultProblem(error);
}

/** What is thrown, as it is told to the caller, whatever carried the request. */
export function faultProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseUnavailable(error)) return databaseUnavailable(error);
  if (isSchemaMissing(error)) return schemaMissing(error);
  return new ProblemError({
    type: 'internal',
    status: 500,
    title: 'Internal Server Error',
    detail: 'An unexpected fault. It is logged under the x-request-id of this answer.',
    cause: error,
  });
}

export function databaseUnavailable(cause?: unknown): ProblemError {
  return new ProblemError({
    type: 'service-unavailable',
    status: 503,
    title: 'Service Unavailable',
    detail:
      'The database does not answer. Nothing was changed by this request unless a later read shows it; try again.',
    headers: { 'retry-after': '1' },
    cause,
  });
}

/** As after a failover to an empty database: readiness says so too, and whoever mends it restarts the process. */
function schemaMissing(cause: unknown): ProblemError {
  return new ProblemError({
    type: 'service-unavailable',
    status: 503,
    title: 'Service Unavailable',
    detail: 'The database lacks what this release needs. Nothing was changed by this request; try again later.',
    headers: { 'retry-after': '5' },
    cause,
  });
}

/** What Fastify and Node's HTTP parser refuse by themselves. */
const FRAMEWORK_PROBLEMS: Readonly<Record<number, { type: string; title: string; detail: string }>> = {
  400: { type: 'malformed-request', title: 'Malformed Request', detail: 'The request could not be read as HTTP.' },
  408: { type: 'request-timeout', title: 'Request Timeout', detail: 'The request did not arrive in time.' },
  413: { type: 'payload-too-large', title: 'Payload Too Large', detail: 'The body must be at most' },
  414: {
    type: 'uri-too-long',
    title: 'URI Too Long',
    detail: `The path and query must be at most ${URL_LIMIT} characters, and a path parameter at most 200.`,
  },
  415: {
    type: 'unsupported-media-type',
    title: 'Unsupported Media Type',
    detail: 'Send the body as Content-Type: application/json, in UTF-8.',
  },
  417: {
    type: 'expectation-failed',
    title: 'Expectation Failed',
    detail: 'The only expectation that is met is 100-continue.',
  },
  431: {
    type: 'header-fields-too-large',
    title: 'Request Header Fields Too Large',
    detail: 'All headers together must be at most 16 KiB.',
  },
  501: { type: 'not-implemented', title: 'Not Implemented', detail: 'This server is not a proxy.' },
  503: {
    type: 'service-unavailable',
    title: 'Service Unavailable',
    detail: 'The server is stopping. Send the request again; another replica takes it.',
  },
};

export function frameworkProblem(status: number, cause?: unknown, bodyLimitBytes = BODY_LIMIT_BYTES): ProblemError {
  const known = FRAMEWORK_PROBLEMS[status];
  if (known === undefined) throw new Error(`there is no problem for the status ${status}`);
  const detail =
    status === 413
      ? `${known.detail} ${bodyLimitBytes} bytes.`
      : // Fastify says better than we do what is wrong with a URL or a body that it cannot read.
        status === 400 && isFastifyError(cause)
        ? `${cause.message.replace(/\.$/, '')}.`
        : known.detail;
  return new ProblemError({ ...known, status, detail, cause });
}

/** Other libraries' errors have a `statusCode` too, and it is not the caller's. */
function isFastifyError(error: unknown): error is FastifyError & { statusCode: number } {
  return error instanceof Error && 'statusCode' in error && 'code' in error && String(error.code).startsWith('FST_');
}
