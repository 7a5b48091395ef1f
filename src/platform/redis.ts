import { Redis } from 'ioredis';
import type { Logger } from './logger.ts';

/** A Lua script that Redis runs as one atomic step. It is sent once and then named by its hash. */
export interface RedisScript {
  /** Unique in the program; a letter first, then letters and digits. */
  name: string;
  lua: string;
}

/**
 * The shared memory of all replicas: fast, and allowed to be absent, slow or empty at any moment.
 *
 * No command waits longer than `COMMAND_TIMEOUT_MS`. After the first that fails for want of a connection or an answer, all
 * others fail at once, without touching the network, until Redis answers again; nothing is queued and nothing is
 * repeated. Every failure is a RedisUnavailable: the caller then does without.
 */
export interface RedisStore {
  state(): RedisState;
  getBuffer(key: string): Promise<Buffer | undefined>;
  /** @returns false when `ifAbsent` is set and the key exists. */
  set(key: string, value: string | Uint8Array, options: { ttlMs: number; ifAbsent?: boolean }): Promise<boolean>;
  delete(...keys: string[]): Promise<void>;
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
}

/** A local Redis answers in well under a millisecond; what takes this long is frozen, lost or overloaded. */
const COMMAND_TIMEOUT_MS = 50;
/** Between two attempts to come back. With the time-out of an attempt it bounds how late a healthy Redis is noticed. */
const RETRY_MS = 250;
const CONNECT_TIMEOUT_MS = 500;
const KEY_PREFIX = 'viya:';
const CLOSED = 'the connection was closed';

/** Connects, and goes on in the state `degraded` when that takes longer than half a second. */
export async function openRedis(url: string, deps: RedisDeps): Promise<RedisStore> {
  const client = new Redis(url, {
    keyPrefix: KEY_PREFIX,
    connectionName: 'viya-tms',
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // A frozen server still accepts connections; this ends one that says nothing, also while it is being set up.
    socketTimeout: CONNECT_TIMEOUT_MS,
    disconnectTimeout: COMMAND_TIMEOUT_MS,
    retryStrategy: () => RETRY_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
  });
  let state = 'degraded' as RedisState;
  let closing = false;
  const become = (next: RedisState, reason?: string): void => {
    if (next === state || closing) return;
    state = next;
    if (next === 'ok') deps.log.info('Redis answers');
    else deps.log.warn({ reason }, 'Redis does not answer; this process does without it until it does');
    deps.onState?.(next);
  };
  let lastError = CLOSED;
  client.on('error', (error: Error) => {
    lastError = error.message;
  });
  client.on('ready', () => {
    lastError = CLOSED;
    become('ok');
  });
  client.on('close', () => become('degraded', lastError));

  const ask = <T>(send: () => Promise<T>): Promise<T> => {
    if (state !== 'ok') return Promise.reject(new RedisUnavailable('Redis does not answer'));
    const answer = within(COMMAND_TIMEOUT_MS, send(), () => {
      become('degraded', `no answer within ${COMMAND_TIMEOUT_MS} ms`);
      client.disconnect(true);
    });
    // A connection that was lost fails its commands before it says that it is closed.
    answer.catch((error: unknown) => {
      if (!isRefusal(error)) become('degraded', lastError);
    });
    return answer;
  };

  const known = new Set<string>();
  const scripts = client as unknown as Record<
    string,
    (keyCount: number, ...rest: (string | number)[]) => Promise<unknown>
  >;

  await connect(client, deps);
  if (state !== 'ok') deps.onState?.(state);
  return {
    state: () => state,
    getBuffer: async (key) => (await ask(() => client.getBuffer(key))) ?? undefined,
    set: async (key, value, { ttlMs, ifAbsent = false }) => {
      const bytes = typeof value === 'string' ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      const answer = await ask(() =>
        ifAbsent ? client.set(key, bytes, 'PX', ttlMs, 'NX') : client.set(key, bytes, 'PX', ttlMs),
      );
      return answer === 'OK';
    },
    delete: async (...keys) => {
      await ask(() => client.del(...keys));
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
      if (wasOk) await within(COMMAND_TIMEOUT_MS, client.quit(), () => undefined).catch(() => undefined);
      client.disconnect();
    },
  };
}

/** Redis answered, and the answer was no: the command, or its memory, is at fault and not the connection. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && error.cause.name === 'ReplyError';
}

async function connect(client: Redis, { log }: RedisDeps): Promise<void> {
  // `connect` settles with the first attempt; the later ones are made in the background.
  await within(CONNECT_TIMEOUT_MS, client.connect(), () => undefined).catch((error: unknown) => {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    log.warn({ reason }, 'Redis does not answer; this process does without it until it does');
  });
}

/** Rejects with RedisUnavailable when the work fails, or after the time, when `giveUp` is called first. */
function within<T>(timeoutMs: number, work: Promise<T>, giveUp: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const timer = setTimeout(() => {
      // After a pause of this process itself, timers run before the answers that have meanwhile arrived; those come first.
      setImmediate(() => {
        if (settled) return;
        giveUp();
        reject(new RedisUnavailable(`Redis did not answer within ${timeoutMs} ms`));
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
