import { databaseUnavailable, faultProblem, frameworkProblem } from './answer-problem.ts';
import { concurrentChange, notFound, ProblemError, preconditionFailed } from './problem.ts';

export interface Failure {
  /** What the status means, whatever the operation. */
  meaning: string;
  /** What any operation may answer with it. Where there is none, an operation names its own. */
  example?: ProblemError;
}

/** An id for examples. */
export const SAMPLE_ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** The failures that an operation can declare by their status alone. */
export const FAILURES: Readonly<Record<number, Failure>> = {
  400: { meaning: 'The request is not valid; `errors` names each place.' },
  401: {
    meaning: 'The credentials are missing or not valid.',
    example: new ProblemError({
      type: 'unauthenticated',
      status: 401,
      title: 'Unauthorized',
      detail:
        'Send a valid API key as `Authorization: ApiKey sk_live_...`, or a valid token of the identity provider as `Authorization: Bearer ...`.',
    }),
  },
  403: { meaning: 'The caller may not do this.' },
  404: { meaning: 'There is no such resource.', example: notFound('resource', SAMPLE_ID) },
  406: { meaning: 'The resource has no representation of the type that was asked for.' },
  409: {
    meaning: 'The state of the resource does not allow this.',
    example: concurrentChange('resource'),
  },
  412: { meaning: 'The resource has changed since it was read.', example: preconditionFailed(4) },
  413: { meaning: 'The body is too large.', example: frameworkProblem(413) },
  415: { meaning: 'The body is of another type than this takes.', example: frameworkProblem(415) },
  422: { meaning: 'A rule of the business is broken; `type` says which.' },
  429: { meaning: 'Too many requests; `Retry-After` says when to come back.' },
  500: { meaning: 'An unexpected fault of the server.', example: faultProblem(undefined) },
  503: {
    meaning: 'A dependency does not answer; try again after `Retry-After` seconds.',
    example: databaseUnavailable(),
  },
  504: {
    meaning: 'A dependency did not answer in time; the same request with the same Idempotency-Key tells how it ended.',
    example: new ProblemError({
      type: 'dependency-timeout',
      status: 504,
      title: 'Dependency Timeout',
      detail: 'The payment system did not answer in time. Send the same request again with the same Idempotency-Key.',
    }),
  },
};
