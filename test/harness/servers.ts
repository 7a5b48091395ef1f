import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { migrate } from '../../src/platform/migrate.ts';

/** What every test database is a copy of. */
export const TEMPLATE_DATABASE = 'viya_template';
/** How a test database's name begins. */
export const TEST_DATABASE_PREFIX = 'test_';

export interface TestServer extends AsyncDisposable {
  url: string;
}

/** The real server, made fast by giving up durability, with a migrated database to clone. */
export async function startTestPostgres(): Promise<TestServer> {
  const log = pino({ level: 'silent' });
  await using started = new AsyncDisposableStack();
  const server = await startEmbeddedPostgres({
    dataDir: await mkdtemp(join(tmpdir(), 'postgres-')),
    log,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '100' },
  });
  started.defer(() => server.close());
  const admin = new pg.Client({ connectionString: server.connectionString });
  await admin.connect();
  started.defer(() => admin.end());
  await admin.query(`create database ${TEMPLATE_DATABASE}`);
  const template = new URL(server.connectionString);
  template.pathname = TEMPLATE_DATABASE;
  await migrate(template.href, { log });
  // A database to which someone is connected cannot be cloned.
  await admin.query(`alter database ${TEMPLATE_DATABASE} with allow_connections false`);
  started.defer(() => expectNoTestDatabases(admin));
  const running = started.move();
  return { url: server.connectionString, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

async function expectNoTestDatabases(admin: pg.Client): Promise<void> {
  const { rowCount } = await admin.query(
    `select datname from pg_database where starts_with(datname, '${TEST_DATABASE_PREFIX}')`,
  );
  if (rowCount !== 0) throw new Error(`the tests left ${rowCount} databases behind: they were not disposed of`);
}

/** The server at REDIS_URL, else the installed program, else what Debian's package installs. */
export async function startTestRedis(): Promise<TestServer> {
  // oxlint-disable-next-line node/no-process-env -- a setting of the test run, not of the program
  const given = process.env['REDIS_URL'];
  if (given !== undefined) return { url: given, [Symbol.asyncDispose]: async () => undefined };
  try {
    return await startRedis();
  } catch (error) {
    if (!isMissingProgram(error)) throw error;
    await installRedis();
    return startRedis();
  }
}

/** Processes whose command line names the directory. Linux only; elsewhere none are found. */
export async function processesNaming(directory: string): Promise<{ pid: number; command: string }[]> {
  const names = existsSync('/proc/self/cmdline') ? await readdir('/proc') : [];
  const all = names.map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const found = await Promise.all(
    all.map(async (pid) => ({ pid, command: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') })),
  );
  return found
    .filter(({ command }) => command.includes(directory))
    .map(({ pid, command }) => ({ pid, command: command.replaceAll('\0', ' ') }));
}

async function startRedis(): Promise<TestServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const redis = await spawnRedis(port);
    if (redis !== undefined) {
      return {
        url: `redis://127.0.0.1:${port}`,
        [Symbol.asyncDispose]: async () => {
          const exit = once(redis, 'exit');
          if (redis.exitCode === null && redis.kill()) await exit;
        },
      };
    }
    if (attempt === 3) throw new Error('redis-server does not start');
  }
}

/** A server that keeps nothing on disk, ready for connections; undefined when the port is taken. */
export async function spawnRedis(port: number): Promise<ChildProcess | undefined> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--databases', '1024', '--dir', tmpdir()];
  const redis = spawn('redis-server', [...args, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(redis, 'spawn');
  return (await saysReady(redis)) ? redis : undefined;
}

/** False when it ends first: the port was taken. */
async function saysReady(redis: ChildProcess): Promise<boolean> {
  if (redis.stdout === null) return false;
  for await (const line of createInterface({ input: redis.stdout })) {
    if (line.includes('Ready to accept connections')) {
      redis.stdout.resume();
      return true;
    }
  }
  return false;
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function installRedis(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error(
      'the tests need redis-server: install it (apt-get install redis-server, brew install redis) or set REDIS_URL',
    );
  }
  // Debian's way to install a service without starting it. One that is there already says what its owner wants.
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' }).then(
    () => true,
    () => false,
  );
  const run = promisify(execFile);
  const install = ['install', '--yes', '--no-install-recommends', 'redis-server'];
  try {
    await run('apt-get', install).catch(async () => {
      await run('apt-get', ['update']);
      await run('apt-get', install);
    });
  } finally {
    if (isOurs) await rm(policy);
  }
}
