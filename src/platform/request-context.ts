import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal } from './principal.ts';

/** Who does what, and from where: what every record of a change says beside the change itself. */
export interface RequestContext {
  /** Absent until authentication has passed. */
  actor?: Actor;
  /** The operation's `operationId`, or the name of a job or command. */
  action: string;
  origin?: Origin;
  /** What the actor may do beside what his request's route asks. Absent: it is nobody's request. */
  lacking?: Lacking;
}

/** Which of some permissions the caller does not have. @throws authorization-unavailable (503) */
export type Lacking = (permissions: Iterable<string>) => Promise<ReadonlySet<string>>;

export interface Actor {
  kind: Principal['kind'] | 'system';
  /** Absent for `system`. */
  id?: string;
  name: string;
}

/** Where a request came from; a job or a command has none. */
export interface Origin {
  address: string;
  userAgent?: string;
  requestId: string;
  correlationId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    context: RequestContext;
  }
}

const storage = new AsyncLocalStorage<RequestContext>();

const MAX_USER_AGENT = 300;

/** Callers write as much as they like. */
export function cutUserAgent(sent: string): string {
  return sent.slice(0, MAX_USER_AGENT);
}

/** @throws Error when nobody acts: outside requests, work is begun with `runAsSystem`. */
export function currentContext(): RequestContext & { actor: Actor } {
  const context = storage.getStore();
  if (context?.actor === undefined) throw new Error('a change is being made of which nobody is the author');
  return context as RequestContext & { actor: Actor };
}

/** What the request is called by which all this came about; a job or a command is called by its own name. */
export function currentCorrelationId(): string {
  const { origin, action } = currentContext();
  return origin?.correlationId ?? action;
}

/** Runs work that no request asked for: a job, a command, a start. */
export function runAsSystem<Result>(action: string, work: () => Result): Result {
  return storage.run({ actor: { kind: 'system', name: action }, action }, work);
}

/** Runs work in another's name, within whatever request asks for it. */
export function runAs<Result>(author: { actor: Actor; action: string }, work: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...author }, work);
}

/** What the caller calls his request, if it can be written down as it is; else what we call it. */
export function correlationIdOf(sent: unknown, requestId: string): string {
  return typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent : requestId;
}

/** Runs a request that came another way than over HTTP. Who acts is set on the context when it is known. */
export function runInContext<Result>(context: RequestContext, work: () => Result): Result {
  return storage.run(context, work);
}

/** Everything that a request causes runs in its context. To be registered after the correlation id is known, before authentication. */
export function registerRequestContext(app: FastifyInstance): void {
  app.decorateRequest('context', null as never);
  app.addHook('onRequest', (request, _reply, done) => {
    request.context = contextOf(request);
    storage.run(request.context, done);
  });
  // The body arrives in the parser's own asynchronous context.
  app.addHook('preValidation', (request, _reply, done) => storage.run(request.context, done));
}

function contextOf(request: FastifyRequest): RequestContext {
  const userAgent = request.headers['user-agent'];
  return {
    action: operationOf(request),
    origin: {
      address: addressOf(request),
      ...(userAgent === undefined ? {} : { userAgent: cutUserAgent(userAgent) }),
      requestId: request.id,
      correlationId: request.correlationId,
    },
  };
}

/** A socket that its caller has reset has no address any more, whatever the type says. */
export function addressOf(request: FastifyRequest): string {
  return (request.ip as string | undefined) ?? 'gone';
}

function operationOf(request: FastifyRequest): string {
  const { schema, url } = request.routeOptions;
  const operationId = (schema as { operationId?: unknown } | undefined)?.operationId;
  return typeof operationId === 'string' ? operationId : `${request.method} ${url ?? ''}`;
}
