import { CarrierAccountRejected, CarrierNotReached, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { CarrierGuards, GuardKey } from './carrier-guards.ts';
import { parseAnswer } from './parse-answer.ts';
import { createRedaction, type Redaction } from './redact.ts';
import type { TokenCache, TokenFetch } from './token-cache.ts';

/** Enough for the labels of hundreds of units in base64. */
const MAX_ANSWER_BYTES = 24 * 1024 * 1024;
/** Of a request's or an answer's body, as it is kept for support. */
const MAX_RECORDED_CHARACTERS = 16_384;
const MAX_ID = 100;

/** How an adapter talks to its carrier. One is made for each call of an operation, and knows on whose behalf it is. */
export interface CarrierHttp {
  /**
   * One exchange, within the signal's deadline from the first byte to the last: no redirects, a bounded answer, JSON in it.
   * @returns a 2xx answer, or a 4xx answer in which `errorsOf` found the carrier's own words
   * @throws CarrierAccountRejected (401, 403), CarrierNotReached (surely nothing happened), CarrierOutcomeUnknown (anything else)
   */
  send(exchange: CarrierExchange): Promise<CarrierAnswer>;
}

/** What is wanted of carriers. */
export const CARRIER_OPERATIONS = ['token', 'verify', 'quote', 'book', 'find', 'cancel', 'track'] as const;
export type CarrierOperation = (typeof CARRIER_OPERATIONS)[number];

export interface CarrierExchange {
  /** Names the operation in the records and metrics. */
  operation: CarrierOperation;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** The headers by whose values the carrier's support finds the exchange: one of those above, and one of the answer's. */
  identifiedBy?: { request: string; answer?: string };
  json?: unknown;
  form?: Readonly<Record<string, string>>;
  /** OAuth: the bearer token is taken from the cache, and fetched once more should the carrier not accept it. */
  bearer?: { account: readonly string[]; fetchToken: TokenFetch };
  /** The carrier's complaints in the body of a 4xx answer; none where it is not the carrier's own form. */
  errorsOf: (body: unknown) => readonly CarrierComplaint[];
  /** Of a call about several bookings: what in a 2xx answer is about each, by our booking reference. It is kept with that booking alone. */
  partsOf?: (body: unknown) => ReadonlyMap<string, unknown>;
  signal: AbortSignal;
}

/** What a carrier says is wrong. */
export interface CarrierComplaint {
  code: string;
  message: string;
  /** The place, in the carrier's own terms. */
  place?: string;
}

export type CarrierAnswer =
  | { ok: true; status: number; body: unknown }
  | { ok: false; status: number; body: unknown; complaints: readonly [CarrierComplaint, ...CarrierComplaint[]] };

/** One exchange as it is kept for support: no secrets, nobody's name, bounded. */
export interface RecordedExchange {
  operation: CarrierOperation;
  outcome: ExchangeOutcome;
  method: string;
  url: string;
  requestBody?: string;
  /** What the exchange is known by at the carrier: as we have named it, and as the carrier has. */
  requestId?: string;
  answerId?: string;
  /** Absent when no answer came. */
  status?: number;
  answerBody?: string;
  /** Of a call about several bookings: what was answered about each, by our booking reference. */
  answerParts?: ReadonlyMap<string, string>;
  /** Why it ended without a usable answer. */
  failure?: string;
  startedOn: Date;
  durationMs: number;
}

export type ExchangeOutcome = 'ok' | 'refused' | 'account-rejected' | 'not-reached' | 'unknown';

export interface CarrierHttpOptions {
  guards: CarrierGuards;
  tokens: TokenCache;
  key: Omit<GuardKey, 'origin'>;
  /** What persons are known by in this call, masked wherever it is repeated. */
  personalData: readonly string[];
  /** The values of the account's credentials, masked likewise. */
  secrets: readonly string[];
  onExchange: (exchange: RecordedExchange) => void;
}

export function createCarrierHttp(options: CarrierHttpOptions): CarrierHttp {
  const { guards, tokens, key, personalData, secrets, onExchange } = options;
  let known: Redaction | undefined;
  const redactionOf = (token: string | undefined) => (): Redaction => {
    if (token !== undefined) return createRedaction(personalData, [...secrets, token]);
    known ??= createRedaction(personalData, secrets);
    return known;
  };

  function guarded(exchange: CarrierExchange, token?: string): Promise<Received> {
    const { origin } = new URL(exchange.url);
    return recorded({ redaction: redactionOf(token), onExchange }, exchange, (onHead) =>
      guards.run({ ...key, origin }, exchange.signal, () => exchangeOnce(exchange, token, onHead)),
    );
  }

  async function sendWithToken(exchange: CarrierExchange, bearer: NonNullable<CarrierExchange['bearer']>) {
    const getToken = (): Promise<string> =>
      tokens.get(bearer.account, exchange.signal, bearer.fetchToken).catch((error: unknown) => {
        throw error instanceof CarrierAccountRejected ? error : notReached('no token was to be had', error);
      });
    const token = await getToken();
    const received = await guarded(exchange, token);
    if (received.status !== 401) return received;
    // It may have been revoked before its time. 401 means that nothing was done.
    tokens.forget(bearer.account, token);
    return guarded(exchange, await getToken());
  }

  return {
    send: async (exchange) => {
      if (exchange.signal.aborted) throw notReached('the deadline passed before the call', exchange.signal.reason);
      const received = await (exchange.bearer === undefined
        ? guarded(exchange)
        : sendWithToken(exchange, exchange.bearer));
      return judge(received, exchange, (text) => redactionOf(undefined)().withoutSecrets(text));
    },
  };
}

interface Received {
  status: number;
  body: unknown;
}

/** What is known of an answer before its body is there. */
type AnswerHead = Pick<RecordedExchange, 'status' | 'answerId'>;

/** What is left once 408, 429, 5xx and the unreadable are gone: success, or the carrier's no, which is told to callers. */
function judge(
  { status, body }: Received,
  { errorsOf }: CarrierExchange,
  withoutSecrets: (text: string) => string,
): CarrierAnswer {
  if (status >= 200 && status < 300) return { ok: true, status, body };
  const told = errorsOf(body).map((each) => ({ ...each, message: withoutSecrets(each.message) }));
  const [first, ...others] = told;
  if (status === 401 || status === 403) {
    throw new CarrierAccountRejected(first?.code ?? String(status), first?.message ?? 'The account is not accepted');
  }
  if (first === undefined) {
    throw new CarrierOutcomeUnknown(`The carrier answered ${status} in a form that is not its own`);
  }
  return { ok: false, status, body, complaints: [first, ...others] };
}

/** Makes the exchange and keeps what was said, however it ends. */
async function recorded(
  { redaction, onExchange }: { redaction: () => Redaction } & Pick<CarrierHttpOptions, 'onExchange'>,
  exchange: CarrierExchange,
  make: (onHead: (head: AnswerHead) => void) => Promise<Received>,
): Promise<Received> {
  const startedOn = new Date();
  const started = performance.now();
  let head: AnswerHead = {};
  let answerBody: unknown;
  let failure: unknown;
  try {
    const answer = await make((received) => {
      head = received;
    });
    answerBody = answer.body;
    return answer;
  } catch (error) {
    failure = error;
    if (error instanceof CarrierOutcomeUnknown) answerBody = error.answerText;
    throw error;
  } finally {
    const { operation, method, headers, identifiedBy } = exchange;
    const requestId = identifiedBy === undefined ? undefined : headers?.[identifiedBy.request];
    const outcome = outcomeOf(head.status, failure);
    onExchange({
      operation,
      outcome,
      method,
      ...(requestId === undefined ? {} : { requestId }),
      ...head,
      ...(failure === undefined ? {} : { failure: failure instanceof Error ? failure.message : 'failed' }),
      startedOn,
      durationMs: Math.round(performance.now() - started),
      ...whatWasSaid(redaction, exchange, outcome, answerBody),
    });
  }
}

/** As it may be kept. Whatever is wrong with it, the exchange has ended as it has. */
function whatWasSaid(
  redaction: () => Redaction,
  exchange: CarrierExchange,
  outcome: ExchangeOutcome,
  answerBody: unknown,
): Pick<RecordedExchange, 'url' | 'requestBody' | 'answerBody' | 'answerParts'> {
  try {
    const { body, url } = redaction();
    const redact = (said: unknown): string => body(said, MAX_RECORDED_CHARACTERS);
    const parts = outcome === 'ok' ? exchange.partsOf?.(answerBody) : undefined;
    const sent = exchange.json ?? exchange.form;
    return {
      url: url(exchange.url),
      ...(sent === undefined ? {} : { requestBody: redact(sent) }),
      ...(answerBody === undefined ? {} : { answerBody: redact(answerBody) }),
      ...(parts === undefined
        ? {}
        : { answerParts: new Map([...parts].map(([booking, part]) => [booking, redact(part)])) }),
    };
  } catch {
    return {
      url: new URL(exchange.url).origin,
      ...(answerBody === undefined ? {} : { answerBody: '(not to be shown)' }),
    };
  }
}

function outcomeOf(status: number | undefined, failure: unknown): ExchangeOutcome {
  if (failure instanceof CarrierNotReached) return 'not-reached';
  if (failure !== undefined || status === undefined) return 'unknown';
  if (status === 401 || status === 403) return 'account-rejected';
  return status < 300 ? 'ok' : 'refused';
}

async function exchangeOnce(
  exchange: CarrierExchange,
  token: string | undefined,
  onHead: (head: AnswerHead) => void,
): Promise<Received> {
  const { url, method, json, form, headers, identifiedBy, signal } = exchange;
  try {
    const answer = await fetch(url, {
      method,
      signal,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
    });
    const answerId = identifiedBy?.answer === undefined ? null : answer.headers.get(identifiedBy.answer);
    onHead({ status: answer.status, ...(answerId === null ? {} : { answerId: answerId.slice(0, MAX_ID) }) });
    const text = await readBounded(answer);
    return readAnswer(answer.status, text);
  } catch (cause) {
    if (cause instanceof CarrierOutcomeUnknown) throw cause;
    if (signal.aborted) throw new CarrierOutcomeUnknown('no answer in time', { cause });
    if (NOT_SENT.test(codeOf(cause))) throw notReached(`no connection (${codeOf(cause)})`, cause);
    throw new CarrierOutcomeUnknown(`the connection was lost (${codeOf(cause) || 'no code'})`, { cause });
  }
}

function readAnswer(status: number, answerText: string): Received {
  const what = `The carrier answered ${status}`;
  if (status === 429) throw new CarrierNotReached(`${what}: too many requests`, { answerText });
  // 408 is a time-out somewhere on the way, in whatever form it is told: the request may have been acted on.
  if (status >= 500 || status === 408) throw new CarrierOutcomeUnknown(what, { answerText });
  if (status < 200 || (status >= 300 && status < 400)) {
    throw new CarrierOutcomeUnknown(`${what}, which is no answer`, { answerText });
  }
  if (answerText.trim() === '') return { status, body: undefined };
  try {
    return { status, body: parseAnswer(answerText) };
  } catch {
    // Whoever refuses the account may do so in a proxy's words: that it is refused is clear from the status.
    if (status === 401 || status === 403) return { status, body: answerText };
    throw new CarrierOutcomeUnknown(`${what} with a body that is not JSON`, { answerText });
  }
}

async function readBounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the rest.
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES)
      throw new CarrierOutcomeUnknown(`The answer is larger than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Of the operating system and of undici, before a byte of the request has left: no name, no route, no connection, no trust. */
const NOT_SENT =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|ERR_SSL_WRONG_VERSION_NUMBER|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** undici says only "fetch failed" and keeps what happened in the cause. */
function codeOf(error: unknown): string {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return '';
}

function notReached(message: string, cause: unknown): CarrierNotReached {
  return new CarrierNotReached(message, { cause });
}
