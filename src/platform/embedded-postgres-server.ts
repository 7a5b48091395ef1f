import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { BaseLogger } from 'pino';
import { canReach, type PostgresRuntime } from './embedded-postgres-runtime.ts';
import { hasCode } from './error-code.ts';

export type ServerLog = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** A PostgreSQL that accepts connections. */
export interface PostgresServer {
  readonly exited: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, connections closed, everything written. */
  stop(): Promise<void>;
  /** Asks for the same without waiting, for the moment in which a process exits. */
  stopSoon(): void;
}

/** PostgreSQL ended before it accepted connections; the message is its own last complaint. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';
  readonly canRetry: 'port' | 'wait' | 'no';
  constructor(output: string, logFile: string) {
    super(`PostgreSQL did not start: ${lastComplaint(output)} (more in ${logFile})`);
    this.canRetry = /could not create any TCP\/IP sockets/.test(output)
      ? 'port'
      : /lock file ".*" (already exists|is empty)|is still in use/.test(output)
        ? 'wait'
        : 'no';
  }
}

const POLL_MS = 5;
const EMPTY_LOCK_FILE_PATIENCE_MS = 100;
const COMPLAINT_BYTES = 64_000;

/**
 * Starts the server and resolves when it accepts connections, after however long a recovery takes.
 * It is the leader of its own process group: Ctrl-C reaches this process, which then finishes what it is doing first.
 * @throws PostgresStartError
 */
export async function launchServer(
  runtime: PostgresRuntime,
  cluster: string,
  options: { settings: Readonly<Record<string, string>>; logFile: string },
): Promise<PostgresServer> {
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = await start(runtime, runtime.postgres, cluster, settings, {
    logFile: options.logFile,
    lastArgument: markOf(cluster),
    detached: true,
  });
  const { child } = program;
  const exited = program.finished.then(() => undefined);
  const hasExited = (): boolean => child.exitCode !== null || child.signalCode !== null;
  while (!hasExited()) {
    if (await isReady(cluster, child.pid)) {
      return {
        exited,
        stop: () => endProcess(child.pid, async () => hasExited()).then(() => exited),
        stopSoon: () => void child.kill('SIGINT'),
      };
    }
    await delay(POLL_MS);
  }
  throw new PostgresStartError(await program.finished, options.logFile);
}

export interface RunOptions {
  /** Receives all output. */
  logFile: string;
  /** Standard input. */
  input?: string;
  /** What has to stand after the directory. */
  lastArgument?: string;
}

/** @throws PostgresStartError with what the program complained about, when it fails. */
export async function runToEnd(
  runtime: PostgresRuntime,
  program: string,
  cluster: string,
  args: readonly string[],
  options: RunOptions,
): Promise<void> {
  const { child, finished } = await start(runtime, program, cluster, args, options);
  const output = await finished;
  if (child.exitCode !== 0) throw new PostgresStartError(output, options.logFile);
}

/**
 * Ends the server that a killed process left running on this directory. Only that: a process is asked to end only if
 * its command line says that it serves this directory, whatever number the directory's lock file names.
 */
export async function stopLeftoverServer(cluster: string, log: ServerLog): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid');
  const pid = await readProcessId(lockFile);
  if (pid === undefined) return;
  const isServing = async (): Promise<boolean> => (await commandLine(pid)).endsWith(` ${markOf(cluster)}`);
  if (await isServing()) {
    log.warn({ pid }, 'ending the PostgreSQL that a killed process left behind');
    await endProcess(pid, async () => !(await isServing()));
  } else if (exists(pid)) {
    // The number has passed to another process, and PostgreSQL would take that for a running server. If there is one
    // after all, it still finds out: by the shared memory segment, whose key comes from the directory itself.
    log.debug({ pid }, 'removing the lock file of a PostgreSQL that has gone');
    await rm(lockFile, { force: true });
  }
}

/** Of the server that wrote the lock file; a file without one is what a server killed at that instant leaves. */
async function readProcessId(lockFile: string): Promise<number | undefined> {
  for (const isLast of [false, true]) {
    const lines = await readLines(lockFile);
    const pid = Number(lines[0]);
    if (lines.length === 0 || (Number.isInteger(pid) && pid > 1)) return lines.length === 0 ? undefined : pid;
    if (!isLast) await delay(EMPTY_LOCK_FILE_PATIENCE_MS);
  }
  await rm(lockFile, { force: true });
  return undefined;
}

/** Shown in the process list, where the directory itself may appear as `/proc/self/fd/3`. */
function markOf(cluster: string): string {
  return `--viya.cluster=${cluster}`;
}

interface Program {
  child: ChildProcess;
  /** What it wrote, once it has ended. */
  finished: Promise<string>;
}

async function start(
  runtime: PostgresRuntime,
  program: string,
  cluster: string,
  args: readonly string[],
  options: RunOptions & { detached?: boolean },
): Promise<Program> {
  // PostgreSQL checks its directory by its absolute path, which its account may be unable to walk (a directory made by
  // root with mktemp, say). An open directory that it inherits has a path that it can.
  const inherited = runtime.account !== undefined && !(await canReach(runtime.account, cluster));
  const directory = inherited ? await open(cluster, constants.O_RDONLY | constants.O_DIRECTORY) : undefined;
  const logFile = await open(options.logFile, 'a+', 0o600);
  const { size } = await logFile.stat();
  try {
    const child = spawn(
      program,
      [...args, '-D', inherited ? '/proc/self/fd/3' : cluster, options.lastArgument ?? []].flat(),
      {
        cwd: cluster,
        detached: options.detached === true,
        // Not this process' environment, which holds secrets.
        env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' },
        stdio: [options.input === undefined ? 'ignore' : 'pipe', logFile.fd, logFile.fd, directory?.fd ?? 'ignore'],
        ...runtime.account,
      },
    );
    await once(child, 'spawn');
    child.stdin?.end(options.input);
    return { child, finished: readWhenEnded(child, logFile, size) };
  } catch (error) {
    await logFile.close();
    throw error;
  } finally {
    await directory?.close();
  }
}

async function readWhenEnded(child: ChildProcess, logFile: FileHandle, from: number): Promise<string> {
  await using file = logFile;
  await once(child, 'exit');
  const { size } = await file.stat();
  const start = Math.max(from, size - COMPLAINT_BYTES);
  const { buffer } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
  return buffer.toString('utf8');
}

function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const complaint = lines.findLast((line) => /\b(PANIC|FATAL|error):/.test(line)) ?? lines.at(-1) ?? 'no reason given';
  const detail = lines[lines.indexOf(complaint) + 1];
  const withoutTime = (line: string): string => line.replace(/^.*?\[\d+\] /, '').replace(/\s+/g, ' ');
  return detail?.includes('DETAIL:') ? `${withoutTime(complaint)} ${withoutTime(detail)}` : withoutTime(complaint);
}

/** As `pg_ctl` does it: the last line of the lock file is the server's state. */
async function isReady(cluster: string, pid: number | undefined): Promise<boolean> {
  const lines = await readLines(join(cluster, 'postmaster.pid'));
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

async function readLines(path: string): Promise<string[]> {
  return readFile(path, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
}

async function endProcess(pid: number | undefined, hasEnded: () => Promise<boolean>): Promise<void> {
  // Fast shutdown; then one that leaves recovery to the next start; then none.
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (pid === undefined || (await hasEnded())) return;
    try {
      process.kill(pid, signal);
    } catch {
      return; // It ended in between.
    }
    for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await delay(POLL_MS)) {
      if (await hasEnded()) return;
    }
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Empty when there is no such process, or it has ended and only waits for its parent to notice. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const args = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return args.split('\0').filter(Boolean).join(' ');
  }
  const found = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return found.stdout.trim();
}
