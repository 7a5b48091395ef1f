import { writeSync } from 'node:fs';
import { format } from 'node:util';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** What can hold a secret; the one list for every log line, whatever is logged two levels deep. */
const SECRETS = ['authorization', 'cookie', 'credentials', 'secret', 'password', 'apiKey'];
const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export type { Logger };

/** JSON lines on standard output, or where the destination takes them, with secrets replaced. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: describeError, fault: withoutStack },
    // Libraries put whole stacks into their messages.
    hooks: {
      logMethod(args, method) {
        method.apply(
          this,
          args.map((each: unknown) => (typeof each === 'string' ? firstLine(each) : each)) as typeof args,
        );
      },
    },
  };
  return pino(options, destination ?? standardOutput());
}

/** What is kept of lines that cannot be written. */
const KEPT_BYTES = 1_000_000;

/** A disk that is full takes lines, and not the program that writes them: it says so once on standard error, and goes on. */
function standardOutput(): DestinationStream {
  const stream = pino.destination({ dest: 1, sync: true, maxLength: KEPT_BYTES });
  let fails = false;
  stream.on('write', () => {
    fails = false;
  });
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!fails)
      complain(`The log cannot be written to standard output (${error.message}); the program goes on without it.`);
    fails = true;
  });
  // Each line has been written when this is called, after a fatal one; where it could not be, the stream would try for ever and hold up everything.
  stream.flushSync = () => undefined;
  return stream;
}

/** Where the log itself cannot be used. Standard error may have the same fault. */
function complain(text: string): void {
  try {
    writeSync(2, `${text}\n`);
  } catch {
    // Nobody can be told.
  }
}

const CONSOLE_LEVELS = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  trace: 'warn',
  error: 'error',
} as const;

/** What libraries write to the console becomes a line of the log too, or whoever reads that as JSON stumbles over it. */
export function routeConsole(log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>): void {
  for (const [name, level] of Object.entries(CONSOLE_LEVELS) as [
    keyof typeof CONSOLE_LEVELS,
    'debug' | 'info' | 'warn' | 'error',
  ][]) {
    console[name] = (...args: unknown[]): void => {
      const err = args.find((each) => each instanceof Error);
      log[level](err === undefined ? {} : { err }, firstLine(format(...args)));
    };
  }
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

/** Of a fault that is expected now and then, where its place in the code says nothing. */
function withoutStack(error: unknown): unknown {
  if (!(error instanceof Error)) return describeError(error);
  const { stack: _stack, cause: _cause, ...rest } = describeError(error) as Record<string, unknown>;
  return { ...rest, ...(error.cause instanceof Error ? { cause: withoutStack(error.cause) } : {}) };
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
