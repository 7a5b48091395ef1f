import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../src/platform/free-port.ts';
import type { ReferenceOptions, ReferenceReady } from './reference-process.ts';

export interface ServerProcess extends AsyncDisposable {
  origin: string;
}

/** What a process says about itself since it was last asked, as process-vitals.js sends it. */
export interface Vitals {
  residentBytes: number;
  eventLoopDelayP99Ms: number;
}

export interface ProductProcess extends ServerProcess {
  vitals(): Promise<Vitals>;
}

export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const READY_PATIENCE_MS = 60_000;
/** They are kept as ever, but nobody reaches them. */
const NO_RATE_LIMITS = Object.fromEntries(
  ['READ', 'WRITE', 'BULK', 'ADDRESS'].map((name) => [`RATE_LIMIT_${name}`, '999999999']),
);

export async function startReference(file: string, options: ReferenceOptions): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)));
  child.send(options);
  const { port } = await answerOf<ReferenceReady>(child);
  return { origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => end(child) };
}

/** The program as it is run in production; its log goes to a file. */
export async function startProduct(env: Readonly<Record<string, string>>, logDir: string): Promise<ProductProcess> {
  const port = await freePort();
  const log = openSync(join(logDir, 'viya.log'), 'a');
  const vitals = new URL('process-vitals.js', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', vitals, ...startArguments()], {
    cwd: REPOSITORY,
    env: { ...env, ...NO_RATE_LIMITS, PORT: String(port), GRPC_PORT: String(await freePort()) },
    stdio: ['ignore', log, log, 'ipc'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, child);
  return {
    origin,
    vitals: () => {
      child.send('vitals');
      return answerOf<Vitals>(child);
    },
    [Symbol.asyncDispose]: () => end(child),
  };
}

/** What `npm start` gives to node, flags included. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  // The shell that npm runs makes way for the program, so that signals reach it.
  const [program, ...args] = scripts.start.replace(/^exec /, '').split(' ');
  if (program !== 'node') throw new Error(`npm start runs ${program}, and the bench knows how to run node`);
  return args;
}

/** @returns the moment at which readiness was first answered with 200. */
export async function untilReady(origin: string, child: ChildProcess): Promise<number> {
  const deadline = performance.now() + READY_PATIENCE_MS;
  while (performance.now() < deadline) {
    const response = await fetch(`${origin}/health/ready`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.status === 200) return performance.now();
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode} before it was ready`);
    await wait(10);
  }
  throw new Error('the server did not become ready');
}

/** The next message of a child; an error when it ends instead. */
export async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = new AbortController();
  const giveUp = (): void => ended.abort(new Error(`a process of the bench ended with code ${child.exitCode}`));
  child.once('exit', giveUp);
  try {
    const [answer] = (await once(child, 'message', { signal: ended.signal })) as [Answer];
    return answer;
  } catch (error) {
    throw ended.signal.aborted ? ended.signal.reason : error;
  } finally {
    child.off('exit', giveUp);
  }
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
