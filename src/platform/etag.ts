import { Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { type ExpectedVersion, ProblemError } from './problem.ts';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** What has a version has an ETag, and what was just made says where it is: in every answer of the routes of `app`. */
export function announceVersions(app: FastifyInstance): void {
  app.addHook('preSerialization', (_request, reply, payload: unknown, done) => {
    // Null where the answer has no body.
    const body = payload as { version?: number; _links?: { self?: { href?: string } } } | null;
    if (typeof body?.version === 'number') void reply.header('etag', etagOf(body.version));
    if (reply.statusCode === 201 && body?._links?.self?.href !== undefined)
      void reply.header('location', body._links.self.href);
    done(null, payload);
  });
  answerNotModified(app);
}

/** A GET with the current ETag in `If-None-Match` is answered 304, without a body, by every route of `app`. */
export function answerNotModified(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const etag = reply.getHeader('etag');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || reply.statusCode !== 200 || !names(request.headers['if-none-match'], etag))
      return done(null, payload);
    void reply.code(304).removeHeader('content-type');
    done(null, null);
  });
}

/** RFC 9110 section 13.1.2: the comparison is weak here, so that a proxy's `W/"1"` is the tag `"1"`. */
function names(ifNoneMatch: string | undefined, etag: unknown): boolean {
  if (ifNoneMatch === undefined || typeof etag !== 'string') return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/**
 * The versions of which `If-Match` demands one (RFC 9110 section 13.1.1); undefined for none and for `*`.
 * @throws malformed-if-match (400)
 */
export function versionFromIfMatch(ifMatch: string | undefined): Exclude<ExpectedVersion, number> | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const named: Record<'strong' | 'weak', number[]> = { strong: [], weak: [] };
  // A list may have empty elements (section 5.6.1).
  for (const tag of ifMatch.split(',').filter((each) => each.trim() !== '')) {
    const [, weak, version] = /^\s*(W\/)?"?(\d{1,9})"?\s*$/.exec(tag) ?? [];
    if (version === undefined) throw malformedIfMatch();
    named[weak === undefined ? 'strong' : 'weak'].push(Number(version));
  }
  if (named.strong.length + named.weak.length === 0) throw malformedIfMatch();
  return named;
}

export function malformedIfMatch(): ProblemError {
  return new ProblemError({
    type: 'malformed-if-match',
    status: 400,
    title: 'Malformed If-Match',
    detail: 'If-Match must be the ETag of the version you read, for example "3", or several with commas between.',
  });
}

/** The header of a change that is refused when `what` has changed since. */
export function ifMatch(what: string) {
  const description = `The ETag you read, or several with commas between; 412 when the ${what} has changed since. A weak one (\`W/"3"\`) never matches.`;
  return Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 100, description })) });
}
