import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Logger } from './logger.ts';

/** For the database, Redis, gRPC, carriers, webhooks' receivers and the program's own files. */
const RESERVED = 128;
const TOLD_EVERY_MS = 60_000;

/**
 * Keeps the connections of an HTTP server below the process' limit of open files (`ulimit -n`), and says so in the log when some are refused for
 * it, at once and then every minute. At the limit itself they would be closed without a word, and so would those to the database.
 */
export function limitConnections(server: Server, log: Pick<Logger, 'warn'>, maxOpenFiles = readMaxOpenFiles()): void {
  if (maxOpenFiles === undefined) return;
  const maxConnections = maxOpenFiles - Math.min(RESERVED, Math.floor(maxOpenFiles / 2));
  server.maxConnections = maxConnections;
  let refused = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  server.on('drop', () => {
    refused++;
    if (performance.now() - toldAt < TOLD_EVERY_MS) return;
    log.warn({ refused, maxConnections, maxOpenFiles }, 'refused connections: the limit of open files allows no more');
    refused = 0;
    toldAt = performance.now();
  });
}

/** Undefined where there is none, or no way to know it. */
function readMaxOpenFiles(): number | undefined {
  try {
    const [, limit] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? undefined : Number(limit);
  } catch {
    return undefined;
  }
}
