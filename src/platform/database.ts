import pg from 'pg';
import type { PrismaClient } from './generated/prisma/client.ts';
import { loadedOnce } from './made-once.ts';

/** One connection pool, seen by Prisma's typed client and by the hot statements that are written as SQL. */
export interface Database {
  pool: pg.Pool;
  /** Made by its first use: it takes 10 MB, and what is asked often goes without it. */
  prisma(): Promise<PrismaClient>;
  close(): Promise<void>;
}

/** A statement that the server prepares once per connection under its name. */
export interface Statement {
  name: string;
  text: string;
}

export interface DatabaseOptions {
  connectionString: string;
  /** Two cores answer no faster with more; what waits longer than this for a connection fails as unavailable. */
  maxConnections?: number;
  /** Half a minute. */
  statementTimeoutMs?: number;
  onError: (error: Error) => void;
}

export function openDatabase(options: DatabaseOptions): Database {
  const { statementTimeoutMs = 30_000 } = options;
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: 5_000,
    // A statement that takes this long is a fault of ours; the caller has gone by then. The server ends it, or, where that hangs or cannot be
    // reached any more, we do.
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 1_000,
    keepAlive: true,
    application_name: 'viya-tms',
  });
  // An idle connection that the server closes (a restart, say) is replaced by the pool; without a listener it would end the process.
  let closing = false;
  const onError = (error: Error): void => {
    // A pool that has ended has still sockets to close, and the server may be stopped before it.
    if (!closing) options.onError(error);
  };
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return {
    pool,
    prisma: loadedOnce(() => openPrisma(pool)),
    // Prisma's client has no connections but the pool's.
    close: async () => {
      closing = true;
      await pool.end();
    },
  };
}

async function openPrisma(pool: pg.Pool): Promise<PrismaClient> {
  const [adapter, client] = await Promise.all([import('@prisma/adapter-pg'), import('./generated/prisma/client.ts')]);
  return new client.PrismaClient({ adapter: new adapter.PrismaPg(pool) });
}

export async function query<Row extends pg.QueryResultRow>(
  db: pg.Pool | pg.PoolClient,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await db.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
  return result.rows;
}

/** @returns how many rows the statement changed. */
export async function execute(
  db: pg.Pool | pg.PoolClient,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<number> {
  return (await db.query({ name, text, values: [...values] })).rowCount ?? 0;
}

/** A lost or refused connection, or a server that is starting or stopping: worth trying again, unlike a fault in a statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (codesOf(current).some((code) => UNAVAILABLE.test(code))) return true;
    if (
      /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error/.test(
        current.message,
      )
    ) {
      return true;
    }
  }
  return false;
}

/**
 * Of PostgreSQL (class 53: its disk or memory is full, or it has too many connections), of the operating system, and of Prisma (not
 * reachable, timed out, closed, too many connections).
 */
const UNAVAILABLE = /^(08|57P0|53|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOENT|P1001|P1002|P1008|P1017|P2024|P2037)/;

/** A table or schema that is not there: the database is not the one that was migrated when this process started. */
export function isSchemaMissing(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (codesOf(current).some((code) => SCHEMA_MISSING.test(code))) return true;
  }
  return false;
}

const SCHEMA_MISSING = /^(42P01|3F000|P2021)$/;

/** The error's own code, and the one of PostgreSQL that Prisma's error hides. */
function codesOf(error: Error & { code?: unknown; meta?: unknown }): string[] {
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: unknown } } };
  return [error.code, driverAdapterError?.cause?.originalCode].filter((code) => typeof code === 'string');
}
