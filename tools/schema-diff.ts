import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { MIGRATIONS_DIRECTORY, migrate } from '../src/platform/migrate.ts';
import { type SchemaFile, withSchemaEngine } from '../src/platform/schema-engine.ts';

const SCHEMA_DIRECTORY = fileURLToPath(new URL('../prisma/', import.meta.url));

/** Where the schema files and the migrations are; the project's own when absent. */
export interface SchemaSources {
  schema?: string;
  migrations?: string;
}

/**
 * The SQL that takes a database to which every migration has been applied to what the schema files say, or undefined
 * when they agree. What Prisma cannot express (functions, check constraints, triggers) is not looked at.
 */
export async function diffMigrationsAgainstSchema(sources: SchemaSources = {}): Promise<string | undefined> {
  const log = pino({ level: 'warn' }, process.stderr);
  const directory = await mkdtemp(join(tmpdir(), 'schema-diff-'));
  await using started = new AsyncDisposableStack();
  started.defer(() => rm(directory, { recursive: true }));
  const server = await startEmbeddedPostgres({ dataDir: join(directory, 'data'), log, settings: { fsync: 'off' } });
  started.defer(() => server.close());
  await migrate(server.connectionString, { log, directory: sources.migrations ?? MIGRATIONS_DIRECTORY });
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  started.defer(() => client.end());
  return await diffDatabaseAgainstSchema(client, await readSchema(sources.schema ?? SCHEMA_DIRECTORY));
}

async function diffDatabaseAgainstSchema(
  client: pg.Client,
  schema: readonly SchemaFile[],
): Promise<string | undefined> {
  const files = schema.map(([path, content]) => ({ path, content }));
  const refuse = (): Promise<void> => Promise.reject(new Error('a diff runs no script'));
  const { exitCode, stdout } = await withSchemaEngine(client, schema, refuse, (engine) =>
    engine.diff({
      // The engine is given its connection, so of the data source only the list of schemas is used.
      from: { tag: 'schemaDatasource', files, configDir: SCHEMA_DIRECTORY },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === 0 ? undefined : (stdout ?? '');
}

async function readSchema(directory: string): Promise<SchemaFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.prisma'));
  return Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as SchemaFile));
}
