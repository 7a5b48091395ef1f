import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { processesNaming, startTestPostgres, startTestRedis } from './harness/servers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's own database, from which test databases are made. */
    postgresUrl: string;
    redisUrl: string;
  }
}

/** Starts the servers that all test files share; afterwards nothing may be left of them or of what the tests started. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Every temporary directory of the run is made below this one, which is how leftovers are recognised.
  const runDirectory = mkdtempSync(join(tmpdir(), 'viya-test-'));
  // oxlint-disable-next-line node/no-process-env -- os.tmpdir() takes nothing else, and the test processes inherit it
  process.env['TMPDIR'] = runDirectory;
  // The programs that the tests start, again and again, compile what they need once.
  // oxlint-disable-next-line node/no-process-env -- Node reads it as a process starts
  process.env['NODE_COMPILE_CACHE'] = join(runDirectory, 'compiled');

  await using started = new AsyncDisposableStack();
  started.defer(() => rm(runDirectory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  started.defer(() => endLeftovers(runDirectory));
  const redis = started.use(await startTestRedis());
  const postgres = started.use(await startTestPostgres());
  project.provide('redisUrl', redis.url);
  project.provide('postgresUrl', postgres.url);
  const untilTeardown = started.move();
  // The runner itself ends at once on this signal, and would leave the servers behind.
  process.once('SIGTERM', () => void untilTeardown.disposeAsync().finally(() => process.exit(143)));
  return () => untilTeardown.disposeAsync().catch((error: unknown) => Promise.reject(new Error(describe(error))));
}

/** The runner prints only the outermost error, and several faults nest. */
function describe(error: unknown): string {
  if (error instanceof SuppressedError) return `${describe(error.suppressed)}\n${describe(error.error)}`;
  return error instanceof Error ? error.message : String(error);
}

async function endLeftovers(runDirectory: string): Promise<void> {
  const leftovers = await processesNaming(runDirectory);
  for (const { pid } of leftovers) process.kill(pid, 'SIGKILL');
  if (leftovers.length > 0) {
    throw new Error(`the tests left processes running: ${leftovers.map((one) => one.command).join('; ')}`);
  }
}
