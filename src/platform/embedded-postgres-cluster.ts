import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresRuntime } from './embedded-postgres-runtime.ts';
import { runToEnd } from './embedded-postgres-server.ts';

/** The database and its owner have one name. The superuser has no password, and so no way in over the network. */
export const DATABASE_NAME = 'viya';

const UNFINISHED = 'postgres.new-';

export function clusterDirectory(dataDir: string): string {
  return join(dataDir, 'postgres', 'cluster');
}

export async function readPassword(dataDir: string): Promise<string> {
  return (await readFile(join(dataDir, 'postgres', 'password'), 'utf8')).trim();
}

export async function clusterExists(dataDir: string): Promise<boolean> {
  return stat(join(dataDir, 'postgres')).then(
    () => true,
    () => false,
  );
}

/**
 * Makes `<dataDir>/postgres`: the cluster, with its database, and the file with the password. It appears whole or not
 * at all, because it is prepared under another name; what an interrupted attempt left under such a name is removed.
 */
export async function createCluster(
  runtime: PostgresRuntime,
  dataDir: string,
  options: { logFile: string; durable: boolean },
): Promise<void> {
  await removeUnfinished(dataDir);
  const unfinished = await mkdtemp(join(dataDir, UNFINISHED));
  await chmod(unfinished, 0o711);
  const cluster = join(unfinished, 'cluster');
  await mkdir(cluster, { mode: 0o700 });
  if (runtime.account !== undefined) await chown(cluster, runtime.account.uid, runtime.account.gid);

  const initdb = ['--username=postgres', '--auth=reject', '--encoding=UTF8', '--locale=C'];
  // Sorts alike on every machine: the operating system's locales have no part in it.
  initdb.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!options.durable) initdb.push('--no-sync');
  await runToEnd(runtime, runtime.initdb, cluster, initdb, { logFile: options.logFile });
  await writeFile(join(cluster, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', { flush: true });

  const password = randomBytes(24).toString('base64url');
  const single = ['--single', '-c', 'exit_on_error=on', '-c', `fsync=${options.durable ? 'on' : 'off'}`];
  await runToEnd(runtime, runtime.postgres, cluster, single, {
    logFile: options.logFile,
    lastArgument: 'postgres',
    // One statement a line is what the single-user mode reads.
    input: [
      `create role ${DATABASE_NAME} login createdb password '${password}'`,
      `create database ${DATABASE_NAME} owner ${DATABASE_NAME}`,
      '',
    ].join(';\n'),
  });
  await writeFile(join(unfinished, 'password'), `${password}\n`, { mode: 0o600, flush: true });
  await rename(unfinished, join(dataDir, 'postgres'));
  await using directory = await open(dataDir);
  await directory.sync();
}

async function removeUnfinished(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(UNFINISHED));
  for (const name of names) {
    // The initdb of a process that was killed alone may still be writing; it ends once its directory is gone. What
    // withstands even so is in nobody's way, and goes next time.
    const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
    await rm(join(dataDir, name), options).catch(() => undefined);
  }
}
