import { status as Code } from '@grpc/grpc-js';
import { GrpcFailure } from '../../platform/grpc-client.ts';
import { currentCorrelationId } from '../../platform/request-context.ts';
import { DependencyUnavailable } from './dependency.ts';

/** What the other side decided, and would decide again. Whatever else it says, it may have done what it was asked. */
const REFUSALS: ReadonlySet<number> = new Set([
  Code.FAILED_PRECONDITION,
  Code.INVALID_ARGUMENT,
  Code.NOT_FOUND,
  Code.OUT_OF_RANGE,
]);

/** Whose call it is and under which key, so that the other side can tell a repetition from another call. */
export function callMetadata(tenantId: string, key: string): Record<string, string> {
  return { 'idempotency-key': key, 'x-tenant-id': tenantId, 'x-correlation-id': currentCorrelationId() };
}

/** @returns the refusal, if it is one. @throws DependencyUnavailable for anything that leaves the outcome open */
export function refusalOf(dependency: DependencyUnavailable['dependency'], error: unknown): GrpcFailure {
  if (!(error instanceof GrpcFailure)) throw error;
  if (REFUSALS.has(error.code)) return error;
  throw new DependencyUnavailable(dependency, { isTimeout: error.code === Code.DEADLINE_EXCEEDED, cause: error });
}
