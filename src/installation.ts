import { randomBytes } from 'node:crypto';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './platform/config.ts';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import type { Logger } from './platform/logger.ts';

/** What a process of this installation needs before it can do anything: its database and its secret key. */
export interface Installation {
  connectionString: string;
  secretKey: Uint8Array;
  close(): Promise<void>;
}

/**
 * The database named by DATABASE_URL, or PostgreSQL in the data directory. `join` uses a server that another process runs there, for
 * commands beside a running server; without it a second process is refused.
 */
export async function openInstallation(config: Config, log: Logger, options: { join: boolean }): Promise<Installation> {
  if (config.databaseUrl !== undefined && config.secretKey !== undefined) {
    return { connectionString: config.databaseUrl, secretKey: config.secretKey, close: async () => undefined };
  }
  const joined = options.join ? await joinEmbeddedPostgres(config.dataDir) : undefined;
  const postgres = joined ?? (await startEmbeddedPostgres({ dataDir: config.dataDir, log }));
  return {
    connectionString: postgres.connectionString,
    secretKey: config.secretKey ?? (await keptSecretKey(config.dataDir)),
    close: () => postgres.close(),
  };
}

/** Generated once. Whoever has it can read the carriers' credentials, so only the owner can read it. */
async function keptSecretKey(dataDir: string): Promise<Uint8Array> {
  const file = join(dataDir, 'secret-key');
  try {
    await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
}

/** Whether a start has finished leaving an API key. */
export async function hasApiKey(dataDir: string): Promise<boolean> {
  return stat(join(dataDir, 'api-key')).then(
    () => true,
    () => false,
  );
}

/** Writes the first API key where its owner finds it again. */
export async function keepApiKey(dataDir: string, apiKey: string): Promise<string> {
  const file = join(dataDir, 'api-key');
  await writeFile(file, `${apiKey}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}
