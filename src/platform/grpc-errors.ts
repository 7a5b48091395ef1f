import { create, type DescMessage, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { type Any, anyPack } from '@bufbuild/protobuf/wkt';
import { status as Code } from '@grpc/grpc-js';
import {
  BadRequestSchema,
  ErrorInfoSchema,
  PreconditionFailureSchema,
  QuotaFailureSchema,
  RequestInfoSchema,
  ResourceInfoSchema,
  RetryInfoSchema,
} from './generated/proto/google/rpc/error_details_pb.ts';
import { type Status, StatusSchema } from './generated/proto/google/rpc/status_pb.ts';
import type { ProblemError, ProblemField } from './problem.ts';

/** What a status on the HTTP face is on this one, where the kind of problem says nothing else. */
const BY_STATUS: Readonly<Record<number, Code>> = {
  400: Code.INVALID_ARGUMENT,
  401: Code.UNAUTHENTICATED,
  403: Code.PERMISSION_DENIED,
  404: Code.NOT_FOUND,
  409: Code.FAILED_PRECONDITION,
  412: Code.ABORTED,
  413: Code.RESOURCE_EXHAUSTED,
  422: Code.FAILED_PRECONDITION,
  429: Code.RESOURCE_EXHAUSTED,
  503: Code.UNAVAILABLE,
  504: Code.DEADLINE_EXCEEDED,
};

/** Where HTTP has one status for what gRPC tells apart. */
const BY_TYPE: Readonly<Record<string, Code>> = {
  'idempotency-key-reused': Code.ALREADY_EXISTS,
  // The same call, sent again, gets the answer of the first.
  'idempotency-in-progress': Code.UNAVAILABLE,
  'concurrent-change': Code.ABORTED,
  'order-busy': Code.ABORTED,
};

/** For retries of what says nothing else. */
const RETRY_SECONDS = 1;

/**
 * A problem as google.rpc.Status: its code, and always an ErrorInfo whose reason is the problem's type; beside it what the code is about
 * (AIP-193).
 */
export function toStatus(problem: ProblemError, call: { domain: string; requestId: string }): Status {
  const code = codeOf(problem);
  return create(StatusSchema, {
    code,
    message: messageOf(problem),
    details: [
      detail(ErrorInfoSchema, {
        reason: problem.type.replaceAll('-', '_').toUpperCase(),
        domain: call.domain,
        metadata: metadataOf(problem),
      }),
      ...furtherDetails(problem, code),
      ...(code === Code.INTERNAL ? [detail(RequestInfoSchema, { requestId: call.requestId })] : []),
    ],
  });
}

/** Places are named as in the proto, which is what this caller has before him. */
function messageOf(problem: ProblemError): string {
  if (problem.extensions['errors'] === undefined) return problem.detail;
  const [first, ...others] = fieldViolationsOf(problem);
  if (first === undefined) return problem.detail;
  const more = others.length === 0 ? '' : ` (and ${others.length} more, see the field violations)`;
  return `${first.field === '' ? '' : `${first.field}: `}${first.description}${more}`;
}

function codeOf({ type, status }: ProblemError): Code {
  return BY_TYPE[type] ?? BY_STATUS[status] ?? Code.INTERNAL;
}

/** The problem's further members that are single values. */
function metadataOf({ extensions }: ProblemError): Record<string, string> {
  const single = Object.entries(extensions).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return Object.fromEntries(single.map(([name, value]) => [name, String(value)]));
}

function furtherDetails(problem: ProblemError, code: Code): Any[] {
  const { extensions } = problem;
  switch (code) {
    case Code.INVALID_ARGUMENT:
      return [detail(BadRequestSchema, { fieldViolations: fieldViolationsOf(problem) })];
    case Code.NOT_FOUND:
      return [
        detail(ResourceInfoSchema, {
          resourceType: textOf(extensions['resourceType']),
          resourceName: textOf(extensions['resourceName']),
          description: problem.detail,
        }),
      ];
    case Code.FAILED_PRECONDITION:
    case Code.ABORTED:
      return [detail(PreconditionFailureSchema, { violations: violationsOf(problem) }), ...retryOf(problem)];
    case Code.RESOURCE_EXHAUSTED:
      return [
        detail(QuotaFailureSchema, {
          violations: [{ subject: textOf(extensions['policy']) || 'message', description: problem.detail }],
        }),
        ...retryOf(problem),
      ];
    case Code.UNAVAILABLE:
    case Code.DEADLINE_EXCEEDED:
      return [detail(RetryInfoSchema, { retryDelay: { seconds: BigInt(retrySeconds(problem) ?? RETRY_SECONDS) } })];
    default:
      return [];
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function fieldViolationsOf({
  extensions,
  detail: description,
}: ProblemError): { field: string; description: string }[] {
  const errors = extensions['errors'] as readonly ProblemField[] | undefined;
  return (
    errors?.map(({ pointer, message }) => ({ field: protoPath(pointer), description: message })) ?? [
      { field: '', description },
    ]
  );
}

/** `/items/0/price/amountMinor` as `items[0].price.amount_minor`. */
function protoPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) =>
      /^\d+$/.test(segment)
        ? `[${segment}]`
        : `.${segment.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    )
    .join('')
    .replace(/^\./, '');
}

/** A problem may name what stands in the way, one by one; else it is itself what does. */
function violationsOf(problem: ProblemError): { type: string; subject: string; description: string }[] {
  const named = problem.extensions['violations'] as
    | { type: string; subject: string; description: string }[]
    | undefined;
  if (named !== undefined) return named;
  const { currentStatus, currentVersion, allowedTransitions } = problem.extensions;
  const allowed = Array.isArray(allowedTransitions) ? ` Allowed: ${allowedTransitions.join(', ') || 'nothing'}.` : '';
  return [
    {
      type: currentVersion === undefined ? 'STATUS' : 'VERSION',
      subject: textOf(currentStatus) || (typeof currentVersion === 'number' ? `${currentVersion}` : ''),
      description: `${problem.detail.replace(/\.?$/, '.')}${allowed}`,
    },
  ];
}

function retryOf(problem: ProblemError): Any[] {
  const seconds = retrySeconds(problem);
  return seconds === undefined ? [] : [detail(RetryInfoSchema, { retryDelay: { seconds: BigInt(seconds) } })];
}

function retrySeconds({ headers }: ProblemError): number | undefined {
  const after = headers['retry-after'];
  return after === undefined ? undefined : Number(after);
}

function detail<Desc extends DescMessage>(schema: Desc, value: MessageInitShape<Desc>): Any {
  return anyPack(schema, create(schema, value));
}

/** As it is sent in `grpc-status-details-bin`. */
export function statusBytes(status: Status): Buffer {
  return Buffer.from(toBinary(StatusSchema, status));
}
