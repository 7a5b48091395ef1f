import type { Logger } from './logger.ts';

/** Of failures that are told apart until the work succeeds again. */
const MAX_KINDS = 20;

/**
 * Does a small piece of housekeeping again and again, never twice at a time, until it is closed. After a failure the next turn comes; the
 * first of its kind is logged, and then that it works again, with how often it failed.
 */
export function startRepeating(
  log: Pick<Logger, 'info' | 'warn'>,
  intervalMs: number,
  what: string,
  work: () => Promise<void>,
): { close(): Promise<void> } {
  let running: Promise<void> | undefined;
  const kinds = new Set<string>();
  let failures = 0;
  const succeed = (): void => {
    if (failures > 0) log.info({ failures }, `${what} works again`);
    failures = 0;
    kinds.clear();
  };
  const fail = (error: unknown): void => {
    failures++;
    const kind = kindOf(error);
    if (kinds.has(kind) || kinds.size === MAX_KINDS) return;
    kinds.add(kind);
    log.warn({ err: error }, `${what} failed`);
  };
  const timer = setInterval(() => {
    running ??= work()
      .then(succeed, fail)
      .finally(() => {
        running = undefined;
      });
  }, intervalMs).unref();
  return {
    close: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : `${error.name} ${error.message}`;
}
