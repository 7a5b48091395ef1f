/**
 * Lets a script that is told to end (SIGINT, SIGTERM) take down first what it has started: a signal does not pass through `await using`.
 * @returns what takes this back
 */
export function disposeOnSignal(dispose: () => Promise<void>): Disposable {
  let ending: Promise<void> | undefined;
  const end = (signal: NodeJS.Signals): void => {
    // What fails now because its servers go away is to be expected, and must not end the process before its time.
    if (ending === undefined) process.on('uncaughtException', () => undefined);
    ending ??= dispose()
      .catch((error: unknown) => void process.stderr.write(`${String(error)}\n`))
      .finally(() => {
        forget();
        process.kill(process.pid, signal);
      });
  };
  const forget = (): void => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, end);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  return { [Symbol.dispose]: forget };
}
