import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** Places that can hold a secret or personal data; the one list for every log line. */
const REDACTED = [
  'authorization',
  'req.headers.authorization',
  'headers.authorization',
  '*.authorization',
  '*.credentials',
  '*.secret',
  '*.password',
  '*.apiKey',
  'credentials',
  'secret',
  'password',
  'apiKey',
];

export type { Logger };

/** JSON lines on standard output, with secrets replaced. */
export function createLogger(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: describeError },
  });
}

/** What an operator needs of an error. Its other members may hold whole connections, statements and customers' data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  return {
    type: error.name,
    message: error.message,
    ...('code' in error ? { code: error.code } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
