const startedAt = performance.now();

/** Progress, apart from the result: on standard error, with the time since the start. */
export function report(what: string): void {
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  process.stderr.write(`${String(seconds).padStart(4)} s  ${what}\n`);
}
