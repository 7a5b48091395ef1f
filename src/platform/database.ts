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

/** A statement whose parameters have names in its text. */
export interface NamedStatement<Values> extends Statement {
  /** The values in the order of their positions. @throws Error when the text names one that is not given, or one is given that it does not name */
  valuesOf(values: Values): unknown[];
}

/** Gives each `:name` in the text a position, once, when the module is loaded: `:name` is `$1` wherever it stands. Casts (`::text`) are left alone. */
export function named<Values extends object>(name: string, text: string): NamedStatement<Values> {
  const names: string[] = [];
  const positioned = text.replace(/(?<!:):([a-z]\w*)/gi, (_match, parameter: string) => {
    if (!names.includes(parameter)) names.push(parameter);
    return `$${names.indexOf(parameter) + 1}`;
  });
  return {
    name,
    text: positioned,
    valuesOf: (values) => {
      const given = values as Record<string, unknown>;
      const count = Object.keys(given).length;
      if (count !== names.length || !names.every((each) => Object.hasOwn(given, each)))
        throw new Error(`${name} is about ${names.join(', ')}, and was given ${Object.keys(given).join(', ')}`);
      return names.map((each) => given[each]);
    },
  };
}

export interface DatabaseOptions {
  connectionString: string;
  /** Default 16: two cores answer no faster with more. */
  maxConnections?: number;
  /** Default half a minute. */
  statementTimeoutMs?: number;
  onError: (error: Error) => void;
}

export function openDatabase(options: DatabaseOptions): Database {
  const { statementTimeoutMs = 30_000 } = options;
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: 5_000,
    // A statement that takes this long is a fault of ours, and nobody waits for it any more. The server ends it; where the server hangs or is out of
    // reach, the client does, a second later.
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 1_000,
    keepAlive: true,
    application_name: 'viya-tms',
  });
  // The pool replaces an idle connection that the server closes, as in a restart; but without a listener the error would end the process.
  let closing = false;
  const onError = (error: Error): void => {
    // The sockets of a pool that has ended close a little later, and the server may be stopped in between.
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
  return causesOf(error).some(
    (each) => UNAVAILABLE_MESSAGE.test(each.message) || codesOf(each).some((code) => UNAVAILABLE.test(code)),
  );
}

/** What the driver says without a code. */
const UNAVAILABLE_MESSAGE =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error/;

/**
 * Codes of PostgreSQL (class 53: its disk or memory is full, or it has too many connections), of the operating system, and of Prisma (not
 * reachable, timed out, closed, too many connections).
 */
const UNAVAILABLE = /^(08|57P0|53|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOENT|P1001|P1002|P1008|P1017|P2024|P2037)/;

/** A table or schema that is not there: the database is not the one that was migrated when this process started. */
export function isSchemaMissing(error: unknown): boolean {
  return causesOf(error).some((each) => codesOf(each).some((code) => SCHEMA_MISSING.test(code)));
}

const SCHEMA_MISSING = /^(42P01|3F000|P2021)$/;

/** The error, its cause, the cause of that, and so on. */
function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** The error's own code, and the one of PostgreSQL that Prisma's error hides. */
function codesOf(error: Error & { code?: unknown; meta?: unknown }): string[] {
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: unknown } } };
  return [error.code, driverAdapterError?.cause?.originalCode].filter((code) => typeof code === 'string');
}
