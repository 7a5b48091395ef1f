import closeWithGrace from 'close-with-grace';
import type { Logger } from './platform/logger.ts';

/** How long a stopping process may take to answer what it has begun. */
const GRACE_MS = 9_000;
/** Ctrl-C comes twice under npm, which passes on what the terminal has sent to both: signals this close together are one. */
const ONE_SIGNAL_MS = 400;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Calls `stop` once, at a signal or an error that nobody has caught, and then ends the process: with 0, or with 1 after an error, after nine
 * seconds, and at once at another signal. The log says which.
 * @returns what takes this back
 */
export function whenToldToStop(log: Logger, stop: () => Promise<void>): { uninstall(): void } {
  let toldAt: number | undefined;
  const onStop = closeWithGrace(
    {
      delay: GRACE_MS,
      skip: [...SIGNALS],
      onTimeout: (graceMs) => log.error({ graceMs }, 'ended without an orderly stop, which took too long'),
      onSecondSignal: (signal) => log.error({ signal }, 'ended without an orderly stop, at another signal'),
      onSecondError: (err) => log.fatal({ err }, 'ended without an orderly stop, after another unexpected error'),
      logger: { error: (err: unknown) => log.fatal({ err }, 'ended without an orderly stop, which failed') },
    },
    async ({ err, signal }) => {
      toldAt ??= performance.now();
      if (err !== undefined) log.fatal({ err }, 'stopping after an unexpected error');
      else if (signal !== undefined) log.info({ signal }, 'stopping');
      await stop();
      log.info('stopped');
    },
  );
  const onSignal = (signal: NodeJS.Signals): void => {
    if (toldAt === undefined) {
      toldAt = performance.now();
      log.info({ signal }, 'stopping');
      onStop.close();
    } else if (performance.now() - toldAt > ONE_SIGNAL_MS) {
      log.error({ signal }, 'ended without an orderly stop, at another signal');
      process.exit(1);
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    uninstall: () => {
      onStop.uninstall();
      for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    },
  };
}
