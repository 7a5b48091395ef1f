import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from './admission.ts';
import { addressOf } from './request-context.ts';

const ID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Of what a carrier calls its refusal. */
const MAX_CODE = 100;

/**
 * What the line of a request says beside how it was answered: who asked, about what, and why it came to nothing. Nothing else of what was
 * sent is in it; the address only where somebody was kept out.
 */
export function requestDetails(request: FastifyRequest, reply: FastifyReply): Record<string, unknown> {
  const { problem } = request;
  const caller = callerOf(request);
  const resourceId = resourceIdOf(request, reply);
  const { carrier, carrierErrorCode } = (problem?.extensions ?? {}) as Record<string, unknown>;
  const isKeptOut = reply.statusCode === 401 || reply.statusCode === 429;
  return {
    ...(caller === undefined ? {} : { tenantId: caller.tenantId, [`${caller.kind}Id`]: caller.id }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(problem === undefined ? {} : { problem: problem.type }),
    ...(typeof carrier === 'string' ? { carrier } : {}),
    ...(typeof carrierErrorCode === 'string' ? { carrierErrorCode: carrierErrorCode.slice(0, MAX_CODE) } : {}),
    ...(isKeptOut ? { address: addressOf(request) } : {}),
  };
}

/** Of the resource in the path, or of the one that was made. */
function resourceIdOf({ params }: FastifyRequest, reply: FastifyReply): string | undefined {
  const { id } = (params ?? {}) as { id?: unknown };
  const location = reply.statusCode === 201 ? reply.getHeader('location') : undefined;
  const named = [id, location].find((text) => typeof text === 'string' && ID.test(text)) as string | undefined;
  return named === undefined ? undefined : ID.exec(named)?.[0];
}
