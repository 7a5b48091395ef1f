import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runMigrations, Logger as WorkerLogger } from 'graphile-worker';
import pg from 'pg';
import type { BaseLogger } from 'pino';

/** Where the program's own migrations are, wherever it is started from. */
export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

export interface MigrateOptions {
  log: Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Holds one `<time>_<name>/migration.sql` per migration. Default: the program's own. */
  directory?: string;
  /** Ends it, also in the middle of a statement, which is then rolled back. */
  signal?: AbortSignal;
}

/** For the server to take a connection. One that accepts and says nothing would otherwise be waited for without an end. */
const CONNECT_PATIENCE_MS = 10_000;

/** What is asked of a pool or a client. */
interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string): Promise<pg.QueryResult<Row>>;
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface RecordedMigration extends pg.QueryResultRow {
  name: string;
  checksum: string;
  finished: boolean;
}

/** The lock that Prisma's own `migrate` takes, so that the two exclude each other. */
const PRISMA_MIGRATE_LOCK = 72_707_369;

/**
 * Brings the schema and the job queue's schema up to date. Any number of processes may call it at the same moment:
 * one applies, the others wait for it and find nothing to do.
 *
 * Each migration and its record are one transaction: whatever kills it leaves nothing behind, and the next call tries
 * again. Statements that refuse to run in a transaction (`create index concurrently`) are therefore not possible.
 * A migration that only the database knows is a newer release's, and is let be.
 * @throws Error naming the migration when one fails, was edited after it was applied, is recorded as failed by another
 * tool, or is missing here while others are yet to be applied; the reason of the signal when that aborts.
 */
export async function migrate(connectionString: string, options: MigrateOptions): Promise<{ applied: string[] }> {
  const { log, directory = MIGRATIONS_DIRECTORY, signal } = options;
  const migrations = await readMigrations(directory);
  signal?.throwIfAborted();
  const client = new pg.Client({
    connectionString,
    application_name: 'viya-tms migrate',
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
  });
  // A lost connection fails the statement that is running; without a listener it would also end the process.
  client.on('error', (error) => log.debug({ err: error }, 'the connection that migrates was lost'));
  // Without its connection the statement that runs fails here, and is rolled back there.
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  const cut = (): void => void stream.destroy();
  signal?.addEventListener('abort', cut);
  try {
    await client.connect();
    await lock(client, log);
    const pending = findPending(migrations, await readRecorded(client), log);
    if (pending.length > 0) await apply(client, migrations, pending, log);
    await migrateJobQueue(connectionString, log);
    return { applied: pending.map((migration) => migration.name) };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', cut);
    await client.end();
  }
}

/** The migrations that this release brings and the database lacks; not empty means that the program must not serve. */
export async function pendingMigrations(db: Queryable, names?: readonly string[]): Promise<string[]> {
  const recorded = await readRecorded(db);
  const finished = new Set(recorded.filter((one) => one.finished).map((one) => one.name));
  return (names ?? (await listMigrations())).filter((name) => !finished.has(name));
}

async function lock(client: pg.Client, log: MigrateOptions['log']): Promise<void> {
  // The connection string may carry limits that suit requests; Prisma's table belongs in `public`, whatever the role;
  // and what a killed process had begun is to be rolled back, and its lock free, within a second.
  await client.query(
    `set statement_timeout = 0; set lock_timeout = 0; set search_path = public; set client_connection_check_interval = '1s'`,
  );
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(${PRISMA_MIGRATE_LOCK}) as locked`,
  );
  if (rows[0]?.locked === true) return;
  log.info('another process is migrating the database; waiting for it');
  await client.query(`select pg_advisory_lock(${PRISMA_MIGRATE_LOCK})`);
}

async function apply(
  client: pg.Client,
  migrations: readonly Migration[],
  pending: readonly Migration[],
  log: MigrateOptions['log'],
): Promise<void> {
  // Loaded only here: most starts find nothing to apply.
  const { withSchemaEngine } = await import('./schema-engine.ts');
  let scriptError: unknown;
  const runScript = async (script: string): Promise<void> => {
    try {
      await client.query(script);
    } catch (error) {
      scriptError = error;
      throw error;
    }
  };
  const datasource = 'datasource db {\n  provider = "postgresql"\n}\n';
  await withSchemaEngine(client, [['schema.prisma', datasource]], runScript, async (engine) => {
    for (const migration of pending) {
      const startedAt = performance.now();
      const upToThis = migrations.slice(0, migrations.indexOf(migration) + 1);
      await client.query('begin');
      try {
        await engine.applyMigrations({
          migrationsList: toMigrationList(upToThis),
          filters: { externalTables: [], externalEnums: [] },
        });
        await client.query('commit');
      } catch (error) {
        // Rolling back fails when the connection is lost, and then there is nothing left to roll back.
        await client.query('rollback').catch(() => undefined);
        throw migrationFailed(migration, scriptError ?? error);
      }
      log.info({ migration: migration.name, durationMs: Math.round(performance.now() - startedAt) }, 'migrated');
    }
  });
}

function toMigrationList(migrations: readonly Migration[]) {
  return {
    baseDir: '/',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

function migrationFailed(migration: Migration, cause: unknown): Error {
  const position = cause instanceof pg.DatabaseError ? Number(cause.position) : Number.NaN;
  const line = Number.isNaN(position) ? '' : ` at line ${migration.sql.slice(0, position).split('\n').length}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`migration ${migration.name} failed${line} and was rolled back: ${reason}`, { cause });
}

function findPending(
  migrations: readonly Migration[],
  recorded: readonly RecordedMigration[],
  log: MigrateOptions['log'],
): Migration[] {
  const failed = recorded.find((one) => !one.finished);
  if (failed !== undefined) {
    throw new Error(
      `migration ${failed.name} is recorded as failed by another tool: repair the schema, then run "prisma migrate resolve"`,
    );
  }
  const applied = new Map(recorded.map((one) => [one.name, one.checksum]));
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited !== undefined) {
    throw new Error(`migration ${edited.name} was edited after it was applied: restore it and write a new migration`);
  }
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const here = new Set(migrations.map((migration) => migration.name));
  const unknown = recorded.map((one) => one.name).filter((name) => !here.has(name));
  if (unknown.length > 0 && pending.length > 0) {
    throw new Error(
      `the database has migrations that this release does not know (${unknown.join(', ')}) and lacks ` +
        `${pending.map((one) => one.name).join(', ')}: the two come from different lines of development`,
    );
  }
  if (unknown.length > 0)
    log.warn({ unknown }, 'a newer release has migrated this database; its schema is used as it is');
  return pending;
}

async function readRecorded(db: Queryable): Promise<RecordedMigration[]> {
  const { rows } = await db.query<{ present: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as present`,
  );
  if (rows[0]?.present !== true) return [];
  const recorded = await db.query<RecordedMigration>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from public._prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return recorded.rows;
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = await listMigrations(directory);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The names of the migrations in a directory, in the order in which they are applied. */
export async function listMigrations(directory = MIGRATIONS_DIRECTORY): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

async function migrateJobQueue(connectionString: string, log: MigrateOptions['log']): Promise<void> {
  const methods = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;
  const logger = new WorkerLogger(() => (level, message) => log[methods[level]](message));
  await runMigrations({ connectionString, logger });
}
