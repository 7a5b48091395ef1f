import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { type AllowedNetwork, type BlockReason, blockReason, literalAddress } from './address-guard.ts';
import { boundReading } from './bound-reading.ts';
import type { Attempt } from './delivery.ts';
import { type LookUp, lookUp } from './look-up.ts';

export interface Message {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What came of one exchange; a success has neither `error` nor `blocked`. */
export interface Outcome extends Pick<Attempt, 'responseStatus' | 'responseBody' | 'error' | 'blocked'> {
  /** As the receiver sent it. */
  retryAfter?: string;
}

export interface Poster {
  /** Never fails: what goes wrong is in the outcome. `signal` ends an exchange whose outcome nobody waits for any more. */
  post(message: Message, signal?: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

export interface PosterOptions {
  allowedNetworks: readonly AllowedNetwork[];
  /** For the whole exchange, the answer's body included. */
  timeoutMs: number;
  /** For tests: who else tells a host's addresses. */
  lookUp?: LookUp;
}

const MAX_BODY_BYTES = 16 * 1024;

/**
 * Sends messages to strangers' servers. Nothing is sent to an address that webhooks may not reach: a literal one is checked, a name's
 * addresses are checked where they are dialled, so that no second look-up can tell another, and redirects are not followed.
 * Neither time nor memory is without bounds, whatever the server does.
 */
export function createPoster(options: PosterOptions): Poster {
  const { timeoutMs } = options;
  const agent = new Agent({
    connect: createGuardedConnector(options),
    allowH2: false,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return {
    post: async ({ url, headers, body }, signal) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      let responseStatus: number | undefined;
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method: 'POST',
          headers: { ...headers, 'accept-encoding': 'identity' },
          body,
          signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
        });
        responseStatus = answer.statusCode;
        return { ...judge(answer), ...(await readStart(answer)) };
      } catch (error) {
        return {
          ...(responseStatus === undefined ? {} : { responseStatus }),
          ...(timeout.aborted ? { error: `No complete answer within ${timeoutMs / 1_000} seconds.` } : describe(error)),
        };
      }
    },
    close: () => agent.destroy(),
  };
}

/** The address is not one that may be dialled; which one it was is in no message. */
class Blocked extends Error {
  override readonly name = 'Blocked';
  readonly reason: BlockReason;
  constructor(reason: BlockReason) {
    super(reason);
    this.reason = reason;
  }
}

function createGuardedConnector(options: PosterOptions): buildConnector.connector {
  const { allowedNetworks: allowed, timeoutMs, lookUp: find = lookUp } = options;
  const guarded = (protocol: 'http:' | 'https:'): buildConnector.connector => {
    const lookUpPermitted = callbackify(async (hostname: string) => {
      const found = await find(hostname);
      const reasons = found.map(({ address }) => blockReason(address, protocol, allowed));
      const permitted = found.filter((_, index) => reasons[index] === undefined);
      const [first] = permitted;
      if (first === undefined) throw new Blocked(reasons[0] ?? 'address-not-allowed');
      return { first, permitted };
    });
    const guardedLookup: LookupFunction = (hostname, options, callback) =>
      lookUpPermitted(hostname, (error, found) => {
        if (error !== null) callback(error, '');
        else if (options.all === true) callback(null, found.permitted);
        else callback(null, found.first.address, found.first.family);
      });
    return buildConnector({ timeout: timeoutMs, allowH2: false, lookup: guardedLookup });
  };
  const connectors = { 'http:': guarded('http:'), 'https:': guarded('https:') };
  return (options, callback) => {
    const protocol = options.protocol === 'https:' ? 'https:' : 'http:';
    // Where the host is an address there is nothing to look up, and the look-up above is not asked.
    const literal = literalAddress(options.hostname);
    const reason = literal === undefined ? undefined : blockReason(literal, protocol, allowed);
    if (reason !== undefined) return callback(new Blocked(reason), null);
    return connectors[protocol](options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      boundReading(socket);
      callback(null, socket);
    });
  };
}

/** 2xx is success, and nothing else is (Standard Webhooks, section 'Responding'). */
function judge({ statusCode, headers }: Dispatcher.ResponseData): Outcome {
  const retryAfter = headers['retry-after'];
  return {
    responseStatus: statusCode,
    ...(typeof retryAfter === 'string' ? { retryAfter } : {}),
    ...(statusCode >= 200 && statusCode < 300 ? {} : { error: refusalOf(statusCode) }),
  };
}

function refusalOf(status: number): string {
  if (status >= 300 && status < 400) return 'Redirects are not followed; give the webhook the URL that it ends at.';
  if (status === 410) return 'The receiver says that it is gone for ever, so the webhook is made inactive.';
  return `The receiver answered ${status} instead of a 2xx.`;
}

/** At most the first 16 KiB are read, as they come: what they would expand to if they were compressed is not asked. */
async function readStart({ body, headers }: Dispatcher.ResponseData): Promise<Pick<Outcome, 'responseBody'>> {
  // Leaving the loop early ends the connection, which the body takes for a failure of its own.
  body.on('error', () => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAX_BODY_BYTES) break;
  }
  const encoding = headers['content-encoding'];
  if (length === 0 || (encoding !== undefined && encoding !== 'identity')) return {};
  // PostgreSQL's text has no NUL.
  return {
    responseBody: Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES).toString('utf8').replaceAll('\0', '\ufffd'),
  };
}

const BLOCK_MESSAGES = {
  'address-not-allowed':
    'Nothing was sent: the host is not on the public internet, nor in a network that this installation allows.',
  'https-required': 'Nothing was sent: the URL must begin with https://.',
} as const satisfies Record<BlockReason, string>;

const CONNECTION_FAILURES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The receiver closed the connection without an answer.',
  EPIPE: 'The receiver closed the connection without an answer.',
  UND_ERR_SOCKET: 'The receiver closed the connection without an answer.',
  ENOTFOUND: 'The host name is not known.',
  ENODATA: 'The host name is not known.',
  ETIMEOUT: 'The DNS did not answer.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The host cannot be reached.',
  ETIMEDOUT: 'The host did not accept the connection in time.',
  UND_ERR_CONNECT_TIMEOUT: 'The host did not accept the connection in time.',
  ANSWER_TOO_LONG: 'The answer does not come to an end.',
  UND_ERR_HEADERS_OVERFLOW: 'The headers of the answer are too large.',
  EPROTO: 'The receiver does not speak TLS there.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate is self-signed.',
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another host.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The certificate is not signed by a known authority, or comes without those between.',
};

/** Messages of the network name addresses; what is shown names none. */
function describe(error: unknown): Pick<Outcome, 'error' | 'blocked'> {
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const blocked = errors.find((each) => each instanceof Blocked);
  if (blocked !== undefined) return { error: BLOCK_MESSAGES[blocked.reason], blocked: blocked.reason };
  const code = errors.map(codeOf).find((each) => each !== '') ?? '';
  if (errors.some((each) => each instanceof Error && each.name === 'HTTPParserError'))
    return { error: 'The answer is not HTTP.' };
  return { error: CONNECTION_FAILURES[code] ?? `The exchange failed${code === '' ? '' : ` (${code})`}.` };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
