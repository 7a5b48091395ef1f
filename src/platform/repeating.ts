import type { Logger } from './logger.ts';

/** Does a small piece of housekeeping again and again, never twice at a time, until it is closed. A failure is logged and the next turn comes. */
export function startRepeating(
  log: Logger,
  intervalMs: number,
  what: string,
  work: () => Promise<void>,
): { close(): Promise<void> } {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch((error: unknown) => log.warn({ err: error }, `${what} failed`))
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
