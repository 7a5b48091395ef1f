import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, credentials } from '@grpc/grpc-js';
import { createApp } from '../../src/app.ts';
import { DEFAULT_RATE_LIMITS } from '../../src/platform/config.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { disposeOnSignal } from '../harness/dispose-on-signal.ts';

/** One process of the program. */
export interface Replica {
  client: Client;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
}

/** Several processes of the program on one database, to be killed and replaced. */
export interface Replicas extends AsyncDisposable {
  connectionString: string;
  apiKey: string;
  logFile: string;
  /** Those that answer. */
  ready(): readonly Replica[];
  /** Kills one and starts another in its place. */
  replace(replica: Replica): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_PATIENCE_MS = 60_000;
/** Most of what starting a replica costs is compiling, and hundreds are started. */
const COMPILE_CACHE = join(ROOT, 'node_modules/.cache/saga-replicas');

interface ReplicaOptions {
  count: number;
  /** What is deliberately broken in the program, as break-saga.ts names it. */
  breakage?: string | undefined;
  /** A migrated database. Default: one of its own. */
  connectionString?: string | undefined;
}

export async function startReplicas({ count, breakage, ...options }: ReplicaOptions): Promise<Replicas> {
  await using started = new AsyncDisposableStack();
  let owner: AsyncDisposable = started;
  const untilSignal = disposeOnSignal(async () => owner[Symbol.asyncDispose]());
  started.defer(async () => untilSignal[Symbol.dispose]());
  const directory = await mkdtemp(join(tmpdir(), 'kill-sagas-'));
  started.defer(() => rm(directory, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 }));
  const connectionString = options.connectionString ?? (await startDatabase(started, directory));
  const secretKey = randomBytes(32);
  const apiKey = await prepareTenant(connectionString, secretKey);
  const logFile = join(directory, 'replicas.log');
  const output = await open(logFile, 'a');
  started.defer(() => output.close());

  const ready: Replica[] = [];
  const starting = new Set<Promise<void>>();
  let ending = false;
  const add = (): void => {
    if (ending) return;
    const coming = startReplica({ connectionString, secretKey, breakage, output })
      .then(async (replica) => {
        if (ending) await replica.kill();
        else ready.push(replica);
      })
      .finally(() => starting.delete(coming));
    starting.add(coming);
  };
  started.defer(async () => {
    ending = true;
    await Promise.allSettled(starting);
    await Promise.all(ready.map((replica) => replica.kill()));
  });
  for (let started = 0; started < count; started++) add();
  await Promise.all(starting);
  const running = started.move();
  owner = running;
  return {
    connectionString,
    apiKey,
    logFile,
    ready: () => ready,
    replace: async (replica) => {
      ready.splice(ready.indexOf(replica), 1);
      await replica.kill();
      add();
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function startDatabase(started: AsyncDisposableStack, directory: string): Promise<string> {
  const log = createLogger('silent');
  const settings = { max_connections: '200' };
  const starting = startEmbeddedPostgres({ dataDir: join(directory, 'data'), log, settings });
  // Also when it is told to end before it is there.
  started.defer(async () => (await starting).close());
  const postgres = await starting;
  await migrate(postgres.connectionString, { log });
  return postgres.connectionString;
}

/** A tenant with a key, made by an application that then goes away. */
async function prepareTenant(connectionString: string, secretKey: Uint8Array): Promise<string> {
  const config = {
    publicUrl: 'http://localhost',
    problemBaseUrl: 'http://localhost/errors',
    rateLimits: DEFAULT_RATE_LIMITS,
    corsOrigins: [],
  };
  const app = await createApp({ config, connectionString, secretKey, log: createLogger('silent') });
  try {
    return (await app.createTenant('Kill')).apiKey;
  } finally {
    await app.close();
  }
}

async function startReplica(options: {
  connectionString: string;
  secretKey: Uint8Array;
  breakage: string | undefined;
  output: FileHandle;
}): Promise<Replica> {
  const hooks = options.breakage === undefined ? [] : ['--import', './test/faults/break-saga.ts'];
  const secretKey = Buffer.from(options.secretKey).toString('base64');
  const args = [...hooks, 'test/faults/saga-replica.ts', options.connectionString, secretKey];
  const program = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      ...(options.breakage === undefined ? {} : { BREAK_SAGA: options.breakage }),
    },
    stdio: ['ignore', options.output.fd, options.output.fd, 'ipc'],
  });
  const hasEnded = (): boolean => program.exitCode !== null || program.signalCode !== null;
  const [port] = (await Promise.race([
    once(program, 'message', { signal: AbortSignal.timeout(READY_PATIENCE_MS) }),
    once(program, 'exit').then(([code]) => {
      throw new Error(`a replica ended by itself with ${String(code)}`);
    }),
  ])) as [number];
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  return {
    client,
    kill: async () => {
      const ended = hasEnded() ? undefined : once(program, 'exit');
      program.kill('SIGKILL');
      await ended;
      client.close();
    },
  };
}
