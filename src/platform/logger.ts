import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** What can hold a secret; the one list for every log line, whatever is logged two levels deep. */
const SECRETS = ['authorization', 'cookie', 'credentials', 'secret', 'password', 'apiKey'];
const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export type { Logger };

/** JSON lines on standard output, or where the destination takes them, with secrets replaced. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What an operator needs of an error. Its other members may hold whole connections, statements and customers' data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: messageWithoutData(error),
    ...('code' in error ? { code: error.code } : {}),
    // The stack begins with the message as it was.
    stack: frames?.join('\n'),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

const MAX_MESSAGE = 1_000;

/** Prisma quotes the arguments of a call above its last line; PostgreSQL quotes the value that it cannot read. */
function messageWithoutData(error: Error): string {
  const message = error.name.startsWith('PrismaClient')
    ? (error.message.trim().split('\n').at(-1) ?? '')
    : error.message;
  const shown = hasValueInMessage(error) ? message.replace(/"[^"]*"|`[^`]*`/g, '"…"') : message;
  return shown.slice(0, MAX_MESSAGE);
}

/** SQLSTATE class 22, data exceptions, from the driver itself or through Prisma; of others the quotes name tables and constraints. */
function hasValueInMessage(error: Error): boolean {
  const cause = error.cause as { originalCode?: unknown } | undefined;
  const code = 'code' in error ? error.code : cause?.originalCode;
  return error.name.startsWith('PrismaClient') || (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code));
}
