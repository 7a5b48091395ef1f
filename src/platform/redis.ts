import { Redis } from 'ioredis';
import type { Logger } from './logger.ts';

/** A Lua script that Redis runs as one atomic step. It is sent once and then named by its hash. */
export interface RedisScript {
  /** Unique in the program; a letter first, then letters and digits. */
  name: string;
  lua: string;
}

/**
 * The shared memory of all replicas: fast, and allowed to be absent, slow, full, read-only or empty at any moment.
 *
 * No command waits longer than the connection's patience. After the first that gets no answer, or one that says that Redis
 * cannot do its work now, all others fail at once, without touching the network, until Redis has taken a write in time;
 * nothing is queued and nothing is repeated. Every failure is a RedisUnavailable: the caller then does without.
 */
export interface RedisStore {
  state(): RedisState;
  getBuffer(key: string): Promise<Buffer | undefined>;
  set(key: string, value: string | Uint8Array, options: { ttlMs: number }): Promise<void>;
  /** @returns what the script returns; texts are strings. */
  run(script: RedisScript, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  close(): Promise<void>;
}

/** `degraded`: the program works, without the shared memory. */
export type RedisState = 'ok' | 'degraded';

/** Redis did not do what it was asked. Whether a command that was sent took effect is not known. */
export class RedisUnavailable extends Error {
  override readonly name = 'RedisUnavailable';
}

export interface RedisDeps {
  log: Pick<Logger, 'info' | 'warn'>;
  /** Hears the first state and each change. */
  onState?: (state: RedisState) => void;
  /** What the log and Redis' own list of clients call the connection. */
  name?: string;
  /** How long a command, and the write that proves that Redis is well, may take. Default: what a request can wait. */
  patienceMs?: number;
}

/** A local Redis answers in well under a millisecond; what takes this long is frozen, lost or overloaded. */
const REQUEST_PATIENCE_MS = 50;
/** Between two attempts to come back. With the time-out of an attempt it bounds how late a healthy Redis is noticed. */
const RETRY_MS = 250;
const CONNECT_TIMEOUT_MS = 500;
const DISCONNECT_TIMEOUT_MS = 50;
const KEY_PREFIX = 'viya:';
const PROOF_KEY = 'proof-of-writing';
const PROOF_TTL_MS = 1_000;
const CLOSED = 'the connection was closed';

/** Connects, and goes on in the state `degraded` when that takes longer than half a second. */
export async function openRedis(url: string, deps: RedisDeps): Promise<RedisStore> {
  const { name = 'viya-tms', patienceMs = REQUEST_PATIENCE_MS } = deps;
  const client = new Redis(url, {
    keyPrefix: KEY_PREFIX,
    connectionName: name,
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // A frozen server still accepts connections; this ends one that says nothing, also while it is being set up.
    socketTimeout: Math.max(CONNECT_TIMEOUT_MS, 2 * patienceMs),
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
    retryStrategy: () => RETRY_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
  });
  let state = 'degraded' as RedisState;
  let closing = false;
  const sayDegraded = (reason: string): void =>
    deps.log.warn({ connection: name, reason }, 'Redis takes no writes; this process does without it until it does');
  const become = (next: RedisState, reason = CLOSED): void => {
    if (next === state || closing) return;
    state = next;
    if (next === 'ok') deps.log.info({ connection: name }, 'Redis takes writes');
    else sayDegraded(reason);
    deps.onState?.(next);
  };
  let lastError = CLOSED;
  const firstProof = Promise.withResolvers<void>();
  // A connection is no proof: a replica, a full Redis and one that is paused for writes also answer. Each loss ends the connection, so
  // that the next one finds the server that is by then behind the name.
  const prove = async (): Promise<void> => {
    try {
      await within(patienceMs, client.set(PROOF_KEY, '', 'PX', PROOF_TTL_MS));
      lastError = CLOSED;
      become('ok');
      firstProof.resolve();
    } catch (error) {
      lastError = reasonOf(error);
      if (client.status === 'ready') client.disconnect(true);
    }
  };
  client.on('error', (error: Error) => {
    lastError = reasonOf(error);
  });
  client.on('ready', () => void prove());
  client.on('close', () => become('degraded', lastError));

  const lose = (error: unknown): void => {
    // What else was under way on a connection that is given up fails with it.
    if (state !== 'ok' || !isOutage(error)) return;
    become('degraded', reasonOf(error));
    client.disconnect(true);
  };
  const ask = <T>(send: () => Promise<T>): Promise<T> => {
    if (state !== 'ok') return Promise.reject(new RedisUnavailable('Redis takes no writes'));
    const answer = within(patienceMs, send());
    answer.catch(lose);
    return answer;
  };

  const known = new Set<string>();
  const scripts = client as unknown as Record<
    string,
    (keyCount: number, ...rest: (string | number)[]) => Promise<unknown>
  >;

  // It settles with the first attempt; the later ones are made in the background.
  client.connect().catch(() => undefined);
  await within(CONNECT_TIMEOUT_MS, firstProof.promise).catch(() => {
    sayDegraded(lastError);
    deps.onState?.(state);
  });
  return {
    state: () => state,
    getBuffer: async (key) => (await ask(() => client.getBuffer(key))) ?? undefined,
    set: async (key, value, { ttlMs }) => {
      const bytes = typeof value === 'string' ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      await ask(() => client.set(key, bytes, 'PX', ttlMs));
    },
    run: (script, keys, args) => {
      if (!known.has(script.name)) {
        client.defineCommand(script.name, { lua: script.lua });
        known.add(script.name);
      }
      return ask(async () => scripts[script.name]?.(keys.length, ...keys, ...args));
    },
    close: async () => {
      const wasOk = state === 'ok';
      closing = true;
      if (wasOk) await within(DISCONNECT_TIMEOUT_MS, client.quit()).catch(() => undefined);
      client.disconnect();
    },
  };
}

/** Answers that do not say that the command was wrong, but that Redis cannot do its work now, or not for this client. */
const OUTAGE_CODES = [
  ...['READONLY', 'OOM', 'MISCONF', 'LOADING', 'NOREPLICAS', 'MASTERDOWN', 'CLUSTERDOWN', 'BUSY'],
  ...['NOAUTH', 'NOPERM', 'WRONGPASS'],
];
/** Of a script, Redis 6 puts the code later, after a hyphen; what a script's client may not do is said without a code, before Redis 7.2 in other words. */
const OUTAGE = new RegExp(
  `(?:^|-)(?:${OUTAGE_CODES.join('|')})\\b|ACL failure in script|user executing the script can't run this command`,
);

/** False when Redis answered that the command, or the key, is at fault. */
function isOutage(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return !(cause instanceof Error && cause.name === 'ReplyError') || OUTAGE.test(cause.message);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof RedisUnavailable && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && cause.message !== '' ? cause.message : CLOSED;
}

/** Rejects with RedisUnavailable when the work fails, or after the time. */
function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const timer = setTimeout(() => {
      // After a pause of this process itself, timers run before the answers that have meanwhile arrived; those come first.
      setImmediate(() => {
        if (!settled) reject(new RedisUnavailable(`Redis did not answer within ${timeoutMs} ms`));
      });
    }, timeoutMs);
    const settle = (): void => {
      settled = true;
      clearTimeout(timer);
    };
    work.then(
      (value) => {
        settle();
        resolve(value);
      },
      (cause: unknown) => {
        settle();
        reject(new RedisUnavailable('Redis did not do what it was asked', { cause }));
      },
    );
  });
}
