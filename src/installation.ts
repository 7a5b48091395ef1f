import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, parseSecretKey } from './platform/config.ts';
import { type Database, query, type Statement } from './platform/database.ts';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { clusterExists } from './platform/embedded-postgres-cluster.ts';
import { isPostgresInstalled } from './platform/embedded-postgres-runtime.ts';
import { hasCode } from './platform/error-code.ts';
import type { Logger } from './platform/logger.ts';
import { createSecretBox } from './platform/secret-box.ts';
import { StartupError } from './platform/startup-error.ts';

/** What a process of this installation needs before it can do anything: its database and its secret key. */
export interface Installation {
  connectionString: string;
  secretKey: Uint8Array;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Uses a server that another process runs in the data directory, for commands beside it; without it a second process is refused. */
  join: boolean;
  /** Refuses a data directory in which there is no installation, instead of making one. */
  mustExist?: boolean;
}

/**
 * The database named by DATABASE_URL, or PostgreSQL in the data directory.
 * @throws StartupError, DataDirectoryError with one line for the operator
 */
export async function openInstallation(config: Config, log: Logger, options: OpenOptions): Promise<Installation> {
  if (config.databaseUrl !== undefined && config.secretKey !== undefined) {
    return { connectionString: config.databaseUrl, secretKey: config.secretKey, close: async () => undefined };
  }
  if (!(await isPostgresInstalled()))
    throw new StartupError('DATABASE_URL is required: this image has no PostgreSQL of its own', undefined);
  if (options.mustExist === true && !(await clusterExists(config.dataDir))) {
    const remedy = 'Name the DATA_DIR of the server, or its DATABASE_URL; `viya serve` makes a new installation.';
    throw new StartupError(`DATA_DIR: there is no installation in ${config.dataDir}. ${remedy}`, undefined);
  }
  const joined = options.join ? await joinEmbeddedPostgres(config.dataDir) : undefined;
  const postgres = joined ?? (await startEmbeddedPostgres({ dataDir: config.dataDir, log }));
  try {
    return {
      connectionString: postgres.connectionString,
      secretKey: config.secretKey ?? (await keptSecretKey(config.dataDir)),
      close: () => postgres.close(),
    };
  } catch (error) {
    await postgres.close();
    throw error;
  }
}

/**
 * Generated once. Whoever has it can read the carriers' credentials, so only the owner can read it.
 * @throws StartupError when the file is there and holds no key
 */
export async function keptSecretKey(dataDir: string): Promise<Uint8Array> {
  const file = join(dataDir, 'secret-key');
  const kept = (await readIfThere(file)) ?? (await keepNewSecretKey(file));
  const key = parseSecretKey(kept.trim());
  if (key !== undefined) return key;
  const remedy = 'Restore it from a backup: without it neither API keys nor credentials in this database can be used.';
  throw new StartupError(`DATA_DIR: ${file} does not hold 32 bytes in base64. ${remedy}`, undefined);
}

/** A command beside a server may make one too: whoever is second takes what the first has made. */
async function keepNewSecretKey(file: string): Promise<string> {
  const made = await writeBeside(file, `${randomBytes(32).toString('base64')}\n`);
  try {
    await link(made, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  await rm(made);
  return await readFile(file, 'utf8');
}

const CHECK_KEY: Statement = {
  name: 'check-secret-key',
  // The row that is made here is not seen here: none is as good as the right one.
  text: `with made as (insert into platform.installation (key_check) values ($1) on conflict do nothing)
    select key_check = $1 as "isThis" from platform.installation`,
};

/**
 * A start with another key would answer every API key with 401, and nobody would know why.
 * @throws StartupError when the database was made with another one
 */
export async function refuseOtherSecretKey(db: Database, { secretKey }: Installation): Promise<void> {
  const [row] = await query<{ isThis: boolean }>(db.pool, CHECK_KEY, [
    createSecretBox(secretKey).deriveKey('key check'),
  ]);
  if (row?.isThis === false) {
    throw new StartupError(
      'SECRET_KEY (without it DATA_DIR/secret-key) is not the key that this database was made with. Restore that key: under ' +
        'another one no API key is known and no credential can be read. When it is lost for good, see `viya key accept-new --help`.',
      undefined,
    );
  }
}

const ACCEPT_KEY: Statement = {
  name: 'accept-secret-key',
  text: 'update platform.installation set key_check = $1 where key_check <> $1 returning 1',
};

/** From now on the database is one of this key. @returns false when it was already, or of none yet. */
export async function acceptSecretKey(db: Database, { secretKey }: Pick<Installation, 'secretKey'>): Promise<boolean> {
  const changed = await query(db.pool, ACCEPT_KEY, [createSecretBox(secretKey).deriveKey('key check')]);
  return changed.length > 0;
}

const apiKeyFile = (dataDir: string): string => join(dataDir, 'api-key');

/** Whether a start has finished leaving an API key. */
export async function hasApiKey(dataDir: string): Promise<boolean> {
  const kept = await readIfThere(apiKeyFile(dataDir));
  return kept !== undefined && kept.trim() !== '';
}

/** Writes the first API key where its owner finds it again. */
export async function keepApiKey(dataDir: string, apiKey: string): Promise<string> {
  const file = apiKeyFile(dataDir);
  await rename(await writeBeside(file, `${apiKey}\n`), file);
  return file;
}

/** The next start leaves another one. */
export async function forgetApiKey(dataDir: string): Promise<void> {
  await rm(apiKeyFile(dataDir), { force: true });
}

/** Writes what is to become `file` into another one, so that a process that is killed leaves no half of it. @returns the other's path. */
async function writeBeside(file: string, text: string): Promise<string> {
  const other = `${file}.${randomUUID()}`;
  await using handle = await open(other, 'w', 0o600);
  await handle.chmod(0o600);
  await handle.writeFile(text);
  await handle.sync();
  return other;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
