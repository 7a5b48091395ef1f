import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The data directory is not to be used as it is; the message says why. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError';
}

/**
 * Creates the data directory where it is missing and claims it for this process, until the lock is disposed of or the
 * process ends, however it ends.
 * @throws DataDirectoryError with one line for the operator when another process has it, or it cannot be written.
 */
export function lockDataDirectory(dataDir: string): Disposable {
  try {
    // As root, the account that PostgreSQL runs under has to pass through; it cannot list.
    makeDirectory(resolve(dataDir), process.getuid?.() === 0 ? 0o711 : 0o700);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return lockFile(join(dataDir, 'lock'), LOOKED_AT_MS);
  } catch (error) {
    const reason = isBusy(error) ? 'another running server is using it' : reasonOf(error);
    throw new DataDirectoryError(`the data directory ${dataDir} cannot be used: ${reason}`, { cause: error });
  }
}

/** With what is missing above it. Node's own `recursive` never returns where nothing can be made at all, as below /proc. */
function makeDirectory(path: string, mode: number): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path), mode);
  try {
    mkdirSync(path, mode);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(path)) throw error;
  }
}

/**
 * Node has no file locks of its own, and SQLite, which it carries, takes the operating system's: the kernel drops them
 * when the process dies, and they hold between containers that share a volume, where process numbers mean nothing.
 */
function lockFile(path: string, patienceMs: number): Disposable {
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    // Nothing is ever written, so there is nothing to keep a journal of beside the file.
    database.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    database.close();
    throw error;
  }
  return { [Symbol.dispose]: () => database.close() };
}

const SQLITE_BUSY = 5;

/** `isDataDirectoryLocked` holds the lock for an instant; whoever keeps it for longer is a server. */
const LOOKED_AT_MS = 200;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a running process has claimed the directory. */
export function isDataDirectoryLocked(dataDir: string): boolean {
  try {
    lockFile(join(dataDir, 'lock'), 0)[Symbol.dispose]();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  }
}
