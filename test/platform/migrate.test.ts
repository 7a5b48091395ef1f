import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { beforeEach, expect, test, vi } from 'vitest';
import { listMigrations, migrate, pendingMigrations } from '../../src/platform/migrate.ts';
import { withSchemaEngine } from '../../src/platform/schema-engine.ts';
import { createTestDatabase } from '../harness.ts';

vi.mock('../../src/platform/schema-engine.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/platform/schema-engine.ts')>();
  return { ...original, withSchemaEngine: vi.fn<typeof original.withSchemaEngine>(original.withSchemaEngine) };
});

const FIXTURE = fileURLToPath(new URL('./migrate.fixture.ts', import.meta.url));
type LogMethod = (...args: unknown[]) => void;
const log = {
  debug: vi.fn<LogMethod>(),
  info: vi.fn<LogMethod>(),
  warn: vi.fn<LogMethod>(),
  error: vi.fn<LogMethod>(),
};

beforeEach(() => {
  vi.clearAllMocks();
});

test('applies what is pending in order, with the job queue, and says what was applied', async () => {
  await using world = await createWorld({
    '20260102000000_second': 'alter table greetings add column language text;',
    '20260101000000_first': 'create table greetings (id int primary key);',
  });
  expect(await world.pending()).toEqual(['20260101000000_first', '20260102000000_second']);
  expect(await world.migrate()).toEqual({ applied: ['20260101000000_first', '20260102000000_second'] });
  expect(await world.pending()).toEqual([]);
  await world.query(`insert into greetings (id, language) values (1, 'nl')`);
  expect(await world.query(`select id from graphile_worker.add_job('greet')`)).toHaveLength(1);
});

test('applies nothing the second time, without the schema engine', async () => {
  await using world = await createWorld({ '20260101000000_first': 'create table greetings (id int);' });
  await world.migrate();
  expect(withSchemaEngine).toHaveBeenCalledOnce();
  expect(await world.migrate()).toEqual({ applied: [] });
  expect(withSchemaEngine).toHaveBeenCalledOnce();
});

test('runs a script as PostgreSQL reads it: semicolons in function bodies, strings and comments are no ends', async () => {
  await using world = await createWorld({
    '20260101000000_first': `
      -- one; two
      create function answer() returns text language plpgsql as $$ begin perform 1; return 'a;b'; end; $$;
      create table answers (text text default answer());
    `,
  });
  await world.migrate();
  await world.query('insert into answers default values');
  expect(await world.query('select text from answers')).toEqual([{ text: 'a;b' }]);
});

test('applies each migration once when five processes start together', async () => {
  await using world = await createWorld({
    '20260101000000_first': 'create table greetings (id int); select pg_sleep(0.2);',
    '20260102000000_second': 'alter table greetings add column language text;',
  });
  const run = promisify(execFile);
  const outputs = await Promise.all(
    Array.from({ length: 5 }, () => run(process.execPath, [FIXTURE, world.connectionString, world.directory])),
  );
  const answers = outputs.map((output) => JSON.parse(output.stdout) as { applied: string[]; timers: number });
  expect(answers.map((answer) => answer.applied).filter((applied) => applied.length > 0)).toEqual([
    ['20260101000000_first', '20260102000000_second'],
  ]);
  // The engine's, of 10 s, would hold up the end of the process by as much.
  expect(answers.map((answer) => answer.timers)).toEqual([0, 0, 0, 0, 0]);
  expect(await world.query('select migration_name from _prisma_migrations')).toHaveLength(2);
});

test('names the migration that fails and its line, leaves nothing of it, and applies it once it is corrected', async () => {
  await using world = await createWorld({
    '20260101000000_first': 'create table greetings (id int);',
    '20260102000000_second': 'create table half (id int);\nalter table missing add column a int;',
  });
  await expect(world.migrate()).rejects.toThrow(
    'migration 20260102000000_second failed and was rolled back: relation "missing" does not exist',
  );
  expect(await world.pending()).toEqual(['20260102000000_second']);
  expect(await world.query(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
  await world.write('20260102000000_second', 'create table half (id int);\nselekt 1;');
  await expect(world.migrate()).rejects.toThrow('migration 20260102000000_second failed at line 2');
  await world.write('20260102000000_second', 'create table half (id int);');
  expect(await world.migrate()).toEqual({ applied: ['20260102000000_second'] });
});

test('starts a migration over when the process was killed in the middle of it', async () => {
  await using world = await createWorld({
    '20260101000000_first': 'create table greetings (id int); select pg_sleep(60);',
  });
  const victim = spawn(process.execPath, [FIXTURE, world.connectionString, world.directory], { stdio: 'ignore' });
  await vi.waitFor(
    async () =>
      expect(await world.query(`select pid from pg_stat_activity where wait_event = 'PgSleep'`)).toHaveLength(1),
    { timeout: 20_000, interval: 20 },
  );
  victim.kill('SIGKILL');
  await once(victim, 'exit');
  await world.write('20260101000000_first', 'create table greetings (id int);');
  expect(await world.migrate()).toEqual({ applied: ['20260101000000_first'] });
});

test('refuses a migration that was edited after it was applied', async () => {
  await using world = await createWorld({ '20260101000000_first': 'create table greetings (id int);' });
  await world.migrate();
  await world.write('20260101000000_first', 'create table greetings (id bigint);');
  await expect(world.migrate()).rejects.toThrow('migration 20260101000000_first was edited after it was applied');
});

test('refuses to go on where another tool has recorded a failure', async () => {
  await using world = await createWorld({ '20260101000000_first': 'create table greetings (id int);' });
  await world.migrate();
  await world.query('update _prisma_migrations set finished_at = null');
  await expect(world.migrate()).rejects.toThrow('migration 20260101000000_first is recorded as failed');
  expect(await world.pending()).toEqual(['20260101000000_first']);
});

test('serves on a schema that a newer release has migrated, and says so', async () => {
  await using world = await createWorld({
    '20260101000000_first': 'create table greetings (id int);',
    '20260102000000_newer': 'alter table greetings add column language text;',
  });
  await world.migrate();
  await rm(join(world.directory, '20260102000000_newer'), { recursive: true });
  expect(await world.migrate()).toEqual({ applied: [] });
  expect(log.warn).toHaveBeenCalledWith({ unknown: ['20260102000000_newer'] }, expect.any(String));
});

test('refuses to mix two lines of development', async () => {
  await using world = await createWorld({ '20260101000000_first': 'create table greetings (id int);' });
  await world.migrate();
  await rm(join(world.directory, '20260101000000_first'), { recursive: true });
  await world.write('20260102000000_other', 'create table other (id int);');
  await expect(world.migrate()).rejects.toThrow(
    /does not know \(20260101000000_first\) and lacks 20260102000000_other/,
  );
});

/** An empty database and a directory with these migrations. */
async function createWorld(migrations: Record<string, string>) {
  await using made = new AsyncDisposableStack();
  const { connectionString } = made.use(await createTestDatabase('template1'));
  const directory = await mkdtemp(join(tmpdir(), 'migrations-'));
  made.defer(() => rm(directory, { recursive: true }));
  const pool = new pg.Pool({ connectionString });
  made.defer(() => pool.end());
  const write = async (name: string, sql: string): Promise<void> => {
    await mkdir(join(directory, name), { recursive: true });
    await writeFile(join(directory, name, 'migration.sql'), sql);
  };
  for (const [name, sql] of Object.entries(migrations)) await write(name, sql);
  const stack = made.move();
  return {
    connectionString,
    directory,
    write,
    migrate: () => migrate(connectionString, { log, directory }),
    pending: async () => pendingMigrations(pool, await listMigrations(directory)),
    query: async (text: string): Promise<unknown[]> => (await pool.query<pg.QueryResultRow>(text)).rows,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
