import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { frameworkProblem, URL_LIMIT } from './answer-problem.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    malformation: ProblemError | undefined;
  }
}

/** A second one of these would let a proxy and this server each believe another. Node takes the first, or joins them. */
const SINGLE_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'authorization',
  'content-type',
  'content-encoding',
  'idempotency-key',
  'x-correlation-id',
]);

/** What a client means when it sends these in a path or query is never what a table can hold. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/**
 * Refuses what the HTTP parser lets through and nothing behind it should meet: messages whose length is in doubt, repeated
 * headers, URLs that do not decode, bodies in an encoding. To be registered before every other hook.
 */
export function guardRequests(app: FastifyInstance): void {
  const distrusted = new WeakSet<Socket>();
  app.decorateRequest('malformation', undefined);
  // Synchronous, and thus before the next pipelined message of the same packet, which may be the rest of a smuggled body.
  app.addHook('onRequest', (request, _reply, done) => {
    const { socket } = request.raw;
    request.malformation = distrusted.has(socket)
      ? malformed('The message before this one could not be read.')
      : findMalformation(request);
    if (request.malformation?.type === 'malformed-request') distrusted.add(socket);
    done();
  });
}

/** In a hook of its own, so that a refusal too has the headers that every answer has. @throws malformed-request (400), 414, 415 */
export function refuseMalformed(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { malformation } = request;
    if (malformation?.type === 'malformed-request') void reply.header('connection', 'close');
    done(malformation);
  });
}

function findMalformation(request: FastifyRequest): ProblemError | undefined {
  const { headers, rawHeaders, httpVersion } = request.raw;
  // Node's parser also lets through 0.9 and 2.0, which are no messages of this kind.
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return malformed('The version of HTTP must be 1.1 or 1.0 here.');
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (!SINGLE_HEADERS.has(name)) continue;
    if (seen.has(name)) return malformed(`The header ${name} must be sent once.`);
    seen.add(name);
  }
  const { host } = headers;
  if (host === undefined ? httpVersion === '1.1' : !isHost(host)) {
    return malformed('The header host must name this server.');
  }
  const transferEncoding = headers['transfer-encoding'];
  if (transferEncoding !== undefined && transferEncoding.toLowerCase() !== 'chunked') {
    return malformed('The only Transfer-Encoding that is understood is chunked.');
  }
  if (request.url.length > URL_LIMIT) return frameworkProblem(414);
  if (!isReadableUrl(request.url))
    return malformed('The URL holds a control character, or an escape that is not UTF-8.');
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return contentEncoded(encoding);
  return undefined;
}

/** RFC 3986, section 3.2.2, as far as a URL can be made of it. */
function isHost(host: string): boolean {
  return /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`);
}

function isReadableUrl(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    return !CONTROL_CHARACTER.test(decodeURIComponent(url));
  } catch {
    return false;
  }
}

function contentEncoded(encoding: string): ProblemError {
  return new ProblemError({
    type: 'unsupported-media-type',
    status: 415,
    title: 'Unsupported Media Type',
    detail: `Send the body as it is: the Content-Encoding ${encoding.slice(0, 50)} is not understood.`,
    // RFC 9110, section 12.5.3.
    headers: { 'accept-encoding': 'identity' },
  });
}

function malformed(detail: string): ProblemError {
  return new ProblemError({ type: 'malformed-request', status: 400, title: 'Malformed Request', detail });
}
