/** What synchronous work takes of the processor. Unlike time by the clock, it hardly depends on what else the machine does. */
export function cpuMillisecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
