import { type Config, ConfigError } from './platform/config.ts';
import { DataDirectoryError } from './platform/data-directory.ts';
import { ProblemError } from './platform/problem.ts';
import { StartupError } from './platform/startup-error.ts';

/** Errors of Node's and of PostgreSQL's have a `code`; those of a socket also say what was attempted. */
interface CodedError extends Error {
  code: string;
  syscall?: string;
  port?: number;
  /** Of a fault in the file system. */
  path?: string;
}

/** PostgreSQL's codes for a refused connection: wrong password or user, no such database, too many connections, or it is starting or stopping. */
const REFUSED_ENTRY = /^(?:28|3D|53300|57P03)/;
const UNREACHABLE = /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

/** What the driver says itself, without a code, of a server that accepts a connection and then says nothing, or hangs up. */
const DRIVER_FAULTS: Readonly<Record<string, string>> = {
  'timeout expired': 'it accepts connections and says nothing for ten seconds',
  'timeout exceeded when trying to connect': 'it accepts connections and says nothing',
  'Connection terminated due to connection timeout': 'it accepts connections and says nothing',
  'Connection terminated unexpectedly': 'it ended the connection',
};

/** What an operator can act on in one line, with the variable to look at; only what nobody expected shows its stack. */
export function explain(
  error: unknown,
  config?: Pick<Config, 'host' | 'port' | 'metricsPort' | 'databaseUrl' | 'dataDir'>,
): string {
  if (error instanceof ConfigError || error instanceof StartupError) return error.message;
  if (error instanceof ProblemError) return error.detail;
  if (error instanceof DataDirectoryError) return `DATA_DIR: ${error.message}`;
  if (!(error instanceof Error)) return String(error);
  const driverFault = DRIVER_FAULTS[error.message];
  if (driverFault !== undefined && config !== undefined) return notLetIn(config, `${driverFault}: ${error.message}`);
  if (!isCoded(error)) return `${error.message}\n${error.stack ?? ''}`;
  if (error.syscall === 'listen' || error.code === 'EADDRINUSE') {
    const name = error.port !== undefined && error.port === config?.metricsPort ? 'METRICS_PORT' : 'PORT';
    const remedy =
      error.code === 'EADDRINUSE' ? 'another process has it; end that or choose another' : 'choose another';
    return `${name}: the program cannot listen there (${error.message}): ${remedy}`;
  }
  if (config?.databaseUrl !== undefined && (UNREACHABLE.test(error.code) || REFUSED_ENTRY.test(error.code))) {
    return notLetIn(config, error.message || error.code);
  }
  if (config !== undefined && config.databaseUrl === undefined) {
    if (error.path?.startsWith(config.dataDir) === true) return `DATA_DIR: ${error.message}`;
    if (REFUSED_ENTRY.test(error.code))
      return `DATA_DIR: the PostgreSQL in ${config.dataDir} does not let the program in (${error.message}): is postgres/password its own?`;
  }
  return error.message || error.code;
}

function notLetIn({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>, reason: string): string {
  if (databaseUrl === undefined)
    return `DATA_DIR: the PostgreSQL in ${dataDir} does not let the program in (${reason})`;
  // Never the whole URL, which has the password.
  const { hostname, port } = new URL(databaseUrl);
  return `DATABASE_URL: PostgreSQL at ${hostname}:${port || '5432'} does not let the program in (${reason})`;
}

function isCoded(error: Error): error is CodedError {
  return 'code' in error && typeof error.code === 'string';
}
