import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem.ts';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** What has a version has an ETag, and what was just made says where it is: in every answer of the routes of `app`. */
export function announceVersions(app: FastifyInstance): void {
  app.addHook('preSerialization', async (_request, reply, payload: unknown) => {
    // Null where the answer has no body.
    const body = payload as { version?: number; _links?: { self?: { href?: string } } } | null;
    if (typeof body?.version === 'number') void reply.header('etag', etagOf(body.version));
    if (reply.statusCode === 201 && body?._links?.self?.href !== undefined)
      void reply.header('location', body._links.self.href);
    return payload;
  });
}

/**
 * The version that `If-Match` demands (RFC 9110 section 13.1.1); undefined for none and for `*`.
 * @throws malformed-if-match (400)
 */
export function versionFromIfMatch(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const version = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(ifMatch)?.[1];
  if (version !== undefined) return Number(version);
  throw malformedIfMatch();
}

export function malformedIfMatch(): ProblemError {
  return new ProblemError({
    type: 'malformed-if-match',
    status: 400,
    title: 'Malformed If-Match',
    detail: 'If-Match must be the ETag of the version you read, for example "3".',
  });
}
