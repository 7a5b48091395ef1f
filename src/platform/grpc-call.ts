import { createHash } from 'node:crypto';
import { create, type DescMessage, fromBinary, type MessageShape, toBinary } from '@bufbuild/protobuf';
import { status as Code, Metadata, type ServerUnaryCall } from '@grpc/grpc-js';
import { rateLimitHeaders } from './admission.ts';
import type { Admit } from './admit.ts';
import { faultProblem } from './answer-problem.ts';
import { withAnswerKeeper } from './conclude.ts';
import { statusBytes, toStatus } from './grpc-errors.ts';
import type { Call, RpcMethod } from './grpc-service.ts';
import { parseIdempotencyKey } from './idempotency-key.ts';
import type { StoredAnswer } from './idempotency-records.ts';
import type { IdempotentWork, Outcome } from './idempotent-work.ts';
import { newId } from './ids.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { Principal } from './principal.ts';
import { ProblemError } from './problem.ts';
import { requireModestMessage } from './proto-limits.ts';
import { requireValid } from './proto-validation.ts';
import { correlationIdOf, cutUserAgent, type RequestContext, runInContext } from './request-context.ts';

export interface GrpcCallDeps {
  log: Logger;
  metrics: Pick<Metrics, 'callSeconds'>;
  admit: Admit;
  idempotentWork: IdempotentWork;
  /** The caller's address, with whatever proxies are believed. */
  addressOf(call: ServerUnaryCall<Buffer, Buffer>): string;
}

/** An answer as it leaves: OK with a message, or a status with its details. `status` is the code, `body` the bytes of either. */
type Answer = StoredAnswer;

/** Refusals that would be the same if the call were executed again. */
const KEPT_REFUSALS: ReadonlySet<number> = new Set([Code.NOT_FOUND, Code.FAILED_PRECONDITION]);
const FAILURES: ReadonlySet<number> = new Set([Code.UNAVAILABLE, Code.DEADLINE_EXCEEDED, Code.INTERNAL, Code.UNKNOWN]);

/**
 * The life of a unary call, step by step as that of a REST request: who comes in, the message and its rules, the idempotency key, the
 * method, one line in the log. Whatever is thrown becomes a status with details.
 */
export async function answerCall(
  deps: GrpcCallDeps,
  method: RpcMethod,
  call: ServerUnaryCall<Buffer, Buffer>,
): Promise<Answer> {
  const startedAt = performance.now();
  const context = contextOf(deps, method, call);
  const { requestId, correlationId } = context.origin;
  const sent = new Metadata();
  sent.set('x-request-id', requestId);
  sent.set('x-correlation-id', correlationId);
  const answer = await runInContext(context, async () => {
    try {
      const principal = await admitCall(deps, method, call, context, sent);
      const request = readMessage(method, call.request);
      if (!method.isMutation) return await handle(method, request, { principal });
      const { answer: kept, isReplay } = await handleOnce(deps, method, request, call, principal, requestId);
      if (isReplay) sent.set('idempotent-replayed', 'true');
      return kept;
    } catch (error) {
      return refuse(deps, method, error, requestId);
    }
  });
  call.sendMetadata(sent);
  const durationMs = performance.now() - startedAt;
  const code = Code[answer.status] ?? String(answer.status);
  deps.metrics.callSeconds.observe({ method: method.path, code }, durationMs / 1_000);
  deps.log.info(
    { reqId: requestId, method: method.path, code, durationMs: Math.round(durationMs * 10) / 10, correlationId },
    'call',
  );
  return answer;
}

function contextOf(
  deps: GrpcCallDeps,
  { description }: RpcMethod,
  call: ServerUnaryCall<Buffer, Buffer>,
): RequestContext & Required<Pick<RequestContext, 'origin'>> {
  const requestId = newId();
  const userAgent = textOf(call.metadata, 'user-agent');
  return {
    action: description.localName,
    origin: {
      address: deps.addressOf(call),
      requestId,
      correlationId: correlationIdOf(textOf(call.metadata, 'x-correlation-id'), requestId),
      ...(userAgent === undefined ? {} : { userAgent: cutUserAgent(userAgent) }),
    },
  };
}

async function admitCall(
  deps: GrpcCallDeps,
  method: RpcMethod,
  call: ServerUnaryCall<Buffer, Buffer>,
  context: RequestContext,
  sent: Metadata,
): Promise<Principal> {
  let caller: Principal | undefined;
  await deps.admit({
    address: context.origin?.address ?? '',
    authorization: textOf(call.metadata, 'authorization'),
    permission: method.permission,
    rateLimitClass: method.isMutation ? 'write' : 'read',
    method: 'POST',
    path: method.path,
    onVerdict: (verdict) => {
      for (const [name, value] of Object.entries(rateLimitHeaders(verdict))) sent.set(name, value);
    },
    onPrincipal: (principal, lacking) => {
      caller = principal;
      Object.assign(context, { actor: principal, lacking });
    },
  });
  if (caller === undefined) throw new Error(`${method.path} has no permission that names its caller`);
  return caller;
}

/** @throws validation, malformed-message (400), payload-too-large (413) */
function readMessage({ description: { input: schema }, limits }: RpcMethod, bytes: Buffer): MessageShape<DescMessage> {
  requireModestMessage(limits, bytes);
  let message: MessageShape<DescMessage>;
  try {
    message = fromBinary(schema, bytes);
  } catch (cause) {
    throw new ProblemError({
      type: 'malformed-message',
      status: 400,
      title: 'Malformed Message',
      detail: `The bytes are not a ${schema.typeName}. Generate the client from the proto files that the server's reflection shows.`,
      cause,
    });
  }
  requireValid(schema, message);
  return message;
}

async function handle(method: RpcMethod, request: MessageShape<DescMessage>, call: Call): Promise<Answer> {
  const { output } = method.description;
  const response = create(output, await method.handle(request, call));
  return { status: Code.OK, headers: {}, body: Buffer.from(toBinary(output, response)) };
}

async function handleOnce(
  deps: GrpcCallDeps,
  method: RpcMethod,
  request: MessageShape<DescMessage>,
  call: ServerUnaryCall<Buffer, Buffer>,
  principal: Principal,
  requestId: string,
): Promise<{ answer: Answer; isReplay: boolean }> {
  const header = textOf(call.metadata, 'idempotency-key');
  if (header === undefined) throw idempotencyKeyRequired(method);
  // Two keys arrive joined by this; one key has it only within quotes, because the characters of a bare one are visible.
  const idempotencyKey = parseIdempotencyKey(header.startsWith('"') ? header : header.split(', '));
  const begun = await deps.idempotentWork.begin({
    tenantId: principal.tenantId,
    credentialId: principal.id,
    operation: method.path,
    key: idempotencyKey,
    // Of the message as it is understood, so that another encoding of the same one is the same request.
    fingerprint: createHash('sha256').update(method.path).update(toBinary(method.description.input, request)).digest(),
  });
  if ('replay' in begun) return { answer: begun.replay, isReplay: true };
  const answer = await withAnswerKeeper(begun.work, () =>
    handle(method, request, { principal, idempotencyKey }).catch((error: unknown) =>
      refuse(deps, method, error, requestId),
    ),
  );
  const keep = answer.status === Code.OK || KEPT_REFUSALS.has(answer.status);
  await deps.idempotentWork.finish(begun.work, answer, { outcome: outcomeOf(answer), keep });
  return { answer, isReplay: false };
}

function outcomeOf({ status }: Answer): Outcome {
  if (status === Code.OK) return 'success';
  return FAILURES.has(status) ? 'failure' : 'refusal';
}

function refuse(deps: GrpcCallDeps, method: RpcMethod, error: unknown, requestId: string): Answer {
  const problem = faultProblem(error);
  // Who threw a problem that passes has said what he knows.
  const isExpected = error instanceof ProblemError && 'retry-after' in problem.headers;
  if (problem.status >= 500 && !isExpected) {
    deps.log.error({ err: error, reqId: requestId, method: method.path }, problem.title);
  }
  const status = toStatus(problem, { domain: method.description.parent.file.proto.package, requestId });
  return { status: status.code, headers: {}, body: statusBytes(status) };
}

function idempotencyKeyRequired(method: RpcMethod): ProblemError {
  return new ProblemError({
    type: 'idempotency-key-required',
    status: 400,
    title: 'Idempotency Key Required',
    detail: `${method.description.name} changes something: send the metadata idempotency-key, 1 to 255 visible ASCII characters. A new UUID for each new request is a good choice.`,
  });
}

/** The first value of a text entry. */
function textOf(metadata: Metadata, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === 'string' ? value : undefined;
}
