import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/platform/free-port.ts';
import { disposeOnSignal } from '../harness/dispose-on-signal.ts';

/**
 * What is ended with SIGKILL. `everything`: the program and its database. `program`: the database is left running alone.
 * `orphans`: the program and the database's head, so that its other processes have to notice. `database`: the program lives on.
 * `backend`: one process of the database, which makes all of it start anew.
 */
export type KillTarget = 'everything' | 'program' | 'orphans' | 'database' | 'backend';

/** `npm start` on a data directory of its own, to be killed and started again. */
export interface KillableServer extends AsyncDisposable {
  readonly url: string;
  readonly grpcUrl: string;
  readonly dataDir: string;
  readonly logFile: string;
  start(): Promise<void>;
  /** Resolves when the server says that it is ready; throws when it ends first, or takes longer than a minute. */
  ready(): Promise<void>;
  kill(target: KillTarget): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_PATIENCE_MS = 60_000;
/** A third of each start is compiling. */
const KEEP_COMPILED = {
  NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/killable-server'),
  NODE_OPTIONS: `--import=${new URL('keep-compiled.js', import.meta.url).href}`,
};

export async function createKillableServer(settings: Readonly<Record<string, string>> = {}): Promise<KillableServer> {
  const directory = await mkdtemp(join(tmpdir(), 'killable-server-'));
  const dataDir = join(directory, 'data');
  const logFile = join(directory, 'server.log');
  const log = await open(logFile, 'a');
  const [port, grpcPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  let program: ChildProcess | undefined;
  let ending: Promise<void> | undefined;

  const hasEnded = (): boolean => program === undefined || program.exitCode !== null || program.signalCode !== null;

  const killAll = async (pids: readonly number[]): Promise<void> => {
    const ended = program === undefined || hasEnded() ? undefined : once(program, 'exit');
    const includesProgram = program?.pid !== undefined && pids.includes(-program.pid);
    for (const pid of pids) killIfThere(pid);
    if (includesProgram) await ended;
  };

  const server: KillableServer = {
    url,
    grpcUrl: `http://127.0.0.1:${grpcPort}`,
    dataDir,
    logFile,
    start: async () => {
      if (!hasEnded()) throw new Error('the server runs already');
      if (ending !== undefined) throw new Error('the server has been taken down');
      const limits = { RATE_LIMIT_READ: '999999', RATE_LIMIT_WRITE: '999999', RATE_LIMIT_ADDRESS: '999999' };
      program = spawnProgram(
        { DATA_DIR: dataDir, PORT: `${port}`, GRPC_PORT: `${grpcPort}`, ...limits, ...settings },
        log,
      );
      await once(program, 'spawn');
    },
    ready: async () => {
      for (const deadline = performance.now() + READY_PATIENCE_MS; performance.now() < deadline; await delay(20)) {
        if (hasEnded()) throw new Error(`the server ended by itself (${program?.exitCode}), see ${logFile}`);
        const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
        await answer?.body?.cancel();
        if (answer?.ok === true) return;
      }
      throw new Error(`the server was not ready within ${READY_PATIENCE_MS} ms, see ${logFile}`);
    },
    kill: async (target) => {
      // Looked up first, so that nothing has time to react between one death and the next.
      const leader = program?.pid === undefined || hasEnded() ? [] : [program.pid];
      const postmaster = await readPostmaster(dataDir);
      const head = postmaster === undefined ? [] : [postmaster];
      const database = [...head, ...(await descendantsOf(head))];
      const group = leader.map((pid) => -pid);
      // While it starts, the program has children that are in no other list: what makes the database.
      const everything = [...group, ...database, ...(await descendantsOf(leader))];
      const victims = {
        everything,
        program: group,
        orphans: [...group, ...head],
        database,
        backend: database.slice(1).slice(-1),
      } satisfies Record<KillTarget, readonly number[]>;
      await killAll(victims[target]);
    },
    [Symbol.asyncDispose]: () => (ending ??= takeDown()),
  };
  const takeDown = async (): Promise<void> => {
    await server.kill('everything');
    await log.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
    untilSignal[Symbol.dispose]();
  };
  const untilSignal = disposeOnSignal(async () => server[Symbol.asyncDispose]());
  return server;
}

/** In a process group of its own, as a supervisor starts it. */
function spawnProgram(settings: Readonly<Record<string, string>>, log: FileHandle): ChildProcess {
  // oxlint-disable-next-line node/no-process-env -- where npm is; nothing else of this process' environment is handed on
  const { PATH, HOME } = process.env;
  return spawn('npm', ['start'], {
    cwd: ROOT,
    detached: true,
    env: {
      ...KEEP_COMPILED,
      ...settings,
      LOG_LEVEL: 'info',
      PATH: [join(ROOT, 'node_modules/.bin'), PATH].join(delimiter),
      HOME,
    },
    stdio: ['ignore', log.fd, log.fd],
  });
}

/** The head of the database's processes: they leave their starter's group, but its own file names it. */
async function readPostmaster(dataDir: string): Promise<number | undefined> {
  const cluster = join(dataDir, 'postgres', 'cluster');
  const [line] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(line);
  if (!Number.isInteger(pid) || pid < 2) return undefined;
  // The file outlives its process, whose number may since be another's.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes(cluster) ? pid : undefined;
}

async function descendantsOf(ancestors: readonly number[]): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => Number.isInteger(pid));
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      // The name, in parentheses, may hold anything; after it come the state and the parent.
      return [pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const;
    }),
  );
  const children = Map.groupBy(parents, ([, parent]) => parent);
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap(([child]) => [child, ...below(child)]);
  return ancestors.flatMap(below);
}

/** @param pid negative for a whole group. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Sends one request over HTTP; rejects when there is no answer in time. */
export type Send = (
  method: string,
  path: string,
  options: { body?: unknown; key?: string | undefined; timeoutMs: number },
) => Promise<Response>;

/** Calls with the key that the first start left in its file. @param server that has been ready once */
export async function asFirstCaller({ url, dataDir }: KillableServer): Promise<Send> {
  const apiKey = (await readFile(join(dataDir, 'api-key'), 'utf8')).trim();
  return (method, path, { body, key, timeoutMs }) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `ApiKey ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
}
