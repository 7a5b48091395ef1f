import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFailed, test, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { seededRandom } from '../faults/seeded-random.ts';

const FIXTURE = fileURLToPath(new URL('./embedded-postgres.fixture.ts', import.meta.url));
const log = pino({ level: 'silent' });

/** Shared by all tests but one: creating a database is what takes time. */
let dataDir: string;
const directories = new AsyncDisposableStack();
beforeAll(async () => {
  dataDir = directories.use(await temporaryDirectory()).path;
});
afterAll(() => directories.disposeAsync());

test('keeps its data from one start to the next, behind the password and on the loopback address', async () => {
  const first = await start();
  await query(first, 'create table if not exists kept as select 42 as answer');
  const { rows } = await query(first, 'show listen_addresses');
  expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
  const wrong = new URL(first.connectionString);
  wrong.password = 'wrong';
  await expect(new pg.Client({ connectionString: wrong.href }).connect()).rejects.toMatchObject({ code: '28P01' });
  wrong.username = 'postgres';
  await expect(new pg.Client({ connectionString: wrong.href }).connect()).rejects.toMatchObject({ code: '28P01' });
  await first.close();
  expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600);

  await using second = await start();
  expect((await query(second, 'select answer from kept')).rows).toEqual([{ answer: 42 }]);
});

test('leaves durability as PostgreSQL has it', async () => {
  await using database = await start();
  const { rows } = await query(
    database,
    `select name, setting from pg_settings
     where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') order by name`,
  );
  expect(rows.map((row) => `${row['name']} ${row['setting']}`)).toEqual([
    'data_checksums on',
    'fsync on',
    'full_page_writes on',
    'synchronous_commit on',
  ]);
});

test('refuses a second server on the same directory, with one line', async () => {
  await using database = await start();
  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(
    /^the data directory .* cannot be used: another running server is using it$/,
  );
  const other = startFixture(dataDir);
  await other.ended;
  expect(other.complaints()).toContain('another running server is using it');
  expect((await query(database, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('brings back at the same address a server that was killed', async () => {
  await using database = await start();
  await query(database, 'create table if not exists kept as select 42 as answer');
  process.kill(await serverPid(dataDir), 'SIGKILL');
  await vi.waitFor(
    async () => expect((await query(database, 'select answer from kept')).rows).toEqual([{ answer: 42 }]),
    { timeout: 10_000, interval: 10 },
  );
});

test('starts over a lock file whose process number has passed to a stranger, and lets the stranger live', async () => {
  await (await start()).close();
  const cluster = join(dataDir, 'postgres', 'cluster');
  // Of the account that the server has: another's process it would not take for a server.
  const { uid, gid } = await stat(cluster);
  const stranger = spawn('sleep', ['60'], { uid, gid });
  await once(stranger, 'spawn');
  for (const content of [`${stranger.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n1 1\nready\n`, '']) {
    await writeFile(join(cluster, 'postmaster.pid'), content);
    await using database = await start();
    expect((await query(database, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  }
  expect(stranger.exitCode).toBeNull();
  expect(stranger.kill()).toBe(true);
});

test('stays up on Ctrl-C until the program has finished', async () => {
  const server = startFixture(dataDir);
  await server.hasCommitted(1);
  process.kill(-server.pid, 'SIGINT');
  await server.ended;
  expect(server.lines.at(-1)).toBe('finished');
});

test('comes up again when it is killed while it creates the database', { timeout: 120_000 }, async () => {
  await using directory = await temporaryDirectory();
  // From before the program has loaded until after the server is up; alternately with all that it has started.
  for (const [round, lifeMs] of [120, 250, 400, 550, 700, 850].entries()) {
    const server = startFixture(directory.path);
    await delay(lifeMs);
    await server.kill(round % 2 === 0 ? 'group' : 'node');
  }
  const server = startFixture(directory.path);
  await server.hasCommitted(1);
  await server.kill('node and database');
  expect(server.complaints()).not.toContain('"level":50');
});

test('has everything that was committed when it comes up after being killed', { timeout: 120_000 }, async () => {
  const deaths = ['node', 'node and database', 'node and postmaster'] as const;
  const seed = randomUUID();
  const random = seededRandom(seed);
  onTestFailed(() => void process.stderr.write(`killed at the moments of seed ${seed}\n`));
  let committed = 0;
  for (let round = 0; round < 6; round++) {
    const server = startFixture(dataDir);
    await server.hasCommitted(committed + 1 + Math.floor(random.between(0, 50)));
    await server.kill(deaths[round % 3] ?? 'node');
    committed = Math.max(...server.lines.map(Number));
    // And once more in the middle of the recovery.
    const interrupted = startFixture(dataDir);
    await delay(random.between(60, 210));
    await interrupted.kill(round % 2 === 0 ? 'node' : 'node and database');
    committed = Math.max(committed, ...interrupted.lines.map(Number));
  }
  await using database = await start();
  const { rows } = await query(database, 'select count(*)::int as count, max(number) as highest from committed');
  // The last insert may have been committed without anyone having heard of it.
  expect(rows[0]?.['highest']).toBeGreaterThanOrEqual(committed);
  expect(rows[0]?.['count']).toBe(rows[0]?.['highest']);
});

async function start(): Promise<EmbeddedPostgres & AsyncDisposable> {
  const database = await startEmbeddedPostgres({ dataDir, log });
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}

interface Fixture {
  pid: number;
  lines: string[];
  ended: Promise<unknown>;
  complaints(): string;
  hasCommitted(number: number): Promise<void>;
  kill(what: 'node' | 'group' | 'node and database' | 'node and postmaster'): Promise<void>;
}

function startFixture(path: string): Fixture {
  const child: ChildProcess = spawn(process.execPath, [FIXTURE, path], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid, stdout, stderr } = child;
  if (pid === undefined || stdout === null || stderr === null) throw new Error('the fixture did not start');
  const ended = once(child, 'close');
  const lines: string[] = [];
  let complaints = '';
  let onLine = (): void => undefined;
  createInterface({ input: stdout }).on('line', (line) => {
    lines.push(line);
    onLine();
  });
  stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  return {
    pid,
    lines,
    ended,
    complaints: () => complaints,
    hasCommitted: (number) =>
      new Promise((resolve, reject) => {
        onLine = () => {
          if (Number(lines.at(-1)) >= number) resolve();
        };
        onLine();
        child.once('close', () => reject(new Error(`the fixture ended: ${complaints}`)));
      }),
    kill: async (what) => {
      const database = what === 'node' || what === 'group' ? undefined : await serverPid(path).catch(() => undefined);
      killQuietly(what === 'node' || what === 'node and postmaster' ? pid : -pid);
      if (database !== undefined) killQuietly(what === 'node and database' ? -database : database);
      await ended;
    },
  };
}

/** What has just ended cannot be killed any more. */
function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function serverPid(path: string): Promise<number> {
  const pid = Number.parseInt(await readFile(join(path, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
  if (!(pid > 1)) throw new Error('the lock file is empty');
  return pid;
}

/** Removed with whatever still runs in it: a server that was started there last has to end first. */
async function temporaryDirectory(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'embedded-'));
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      // What was killed alone left its server behind; a start takes care of that.
      await startEmbeddedPostgres({ dataDir: path, log }).then((database) => database.close());
      await rm(path, { recursive: true });
    },
  };
}

async function query(database: EmbeddedPostgres, text: string): Promise<pg.QueryResult<pg.QueryResultRow>> {
  const client = new pg.Client({ connectionString: database.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}
