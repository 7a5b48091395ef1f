import { Type } from '@sinclair/typebox';
import type { FastifyInstance, preValidationHookHandler, RouteOptions } from 'fastify';
import { problemField, validationProblem } from './problem.ts';

const NO_QUERY = Type.Object({}, { additionalProperties: false });

/**
 * An operation refuses what it does not read: nobody should believe in a `?dryRun=true` that books. To be called before any route is added.
 */
export function closeOperations(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { schema } = route;
    // Health and the documents themselves are no operations; whoever asks for them may add what defeats a cache.
    if (schema?.operationId === undefined) return;
    schema.querystring ??= NO_QUERY;
    // Of GET no body is ever read, and it is what is asked most.
    if (schema.body === undefined && route.method !== 'GET' && route.method !== 'HEAD')
      route.preValidation = [refuseBody(route), ...[route.preValidation ?? []].flat()];
  });
}

/** Many clients send `{}` or `null` where there is nothing to say. */
function refuseBody({ schema }: RouteOptions): preValidationHookHandler {
  const takesVersion = JSON.stringify(schema?.headers ?? {}).includes('"if-match"');
  const remedy = takesVersion
    ? 'leave it out. A version that you read goes into the header If-Match.'
    : 'leave it out.';
  const message = `This operation takes no body: ${remedy}`;
  return ({ body }, _reply, done) => {
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    const names = isObject ? Object.keys(body) : [];
    if (body === undefined || body === null || (isObject && names.length === 0)) done();
    else
      done(
        validationProblem(isObject ? names.map((name) => problemField([name], message)) : [problemField([], message)]),
      );
  };
}
