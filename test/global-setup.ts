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
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Every temporary directory of the run is made below this one, which is how leftovers are recognised.
  const runDirectory = mkdtempSync(join(tmpdir(), 'viya-test-'));
  // oxlint-disable-next-line node/no-process-env -- the test processes inherit it; there is no other way to tell os.tmpdir()
  process.env['TMPDIR'] = runDirectory;

  await using stack = new AsyncDisposableStack();
  stack.defer(() => rm(runDirectory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  stack.defer(() => endLeftovers(runDirectory));
  const [redis, postgres] = await Promise.all([startTestRedis(), startTestPostgres()].map((one) => stack.use(await one)));
  project.provide('redisUrl', redis.url);
  project.provide('postgresUrl', postgres.url);
  const servers = stack.move();
  return () => servers.disposeAsync();
}

async function endLeftovers(runDirectory: string): Promise<void> {
  const leftovers = await processesNaming(runDirectory);
  for (const { pid } of leftovers) process.kill(pid, 'SIGKILL');
  if (leftovers.length > 0) {
    throw new Error(`the tests left processes running: ${leftovers.map((one) => one.command).join('; ')}`);
  }
}
