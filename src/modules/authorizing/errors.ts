import { ProblemError } from '../../platform/problem.ts';

/** One answer for every way in which credentials can be wrong, so that nothing is learnt by trying. */
export function unauthenticated(detail = 'Send a valid API key as `Authorization: ApiKey sk_live_...`.'): ProblemError {
  return new ProblemError({
    type: 'unauthenticated',
    status: 401,
    title: 'Unauthorized',
    detail,
    headers: { 'www-authenticate': 'ApiKey realm="viya"' },
  });
}

export function unknownGroup(group: string, known: readonly string[]): ProblemError {
  return new ProblemError({
    type: 'unknown-permission-group',
    status: 422,
    title: 'Unknown Permission Group',
    detail: `There is no permission group '${group}'. There are: ${known.join(', ')}.`,
  });
}
