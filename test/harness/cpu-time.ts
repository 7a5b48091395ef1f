/** What bad input may cost at the most, whatever its size. */
export const CPU_LIMIT_MS = 50;

/** What synchronous work takes of the processor. Unlike time by the clock, it hardly depends on what else the machine does. */
export function cpuMillisecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return millisecondsSince(before);
}

const MAX_ATTEMPTS = 20;

/**
 * What a request takes of this process at the least: the first time compiles, and a busy machine makes the same work take several times
 * as long. It is repeated only while it takes longer than `enoughMs`, and every answer on the way is checked.
 * @param check says false of an answer that may cost what it does
 */
export async function leastCpuOf<Answer>(
  request: () => Promise<Answer>,
  check: (answer: Answer) => boolean | void,
  enoughMs = CPU_LIMIT_MS,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < MAX_ATTEMPTS && least >= enoughMs; attempt++) {
    const before = process.cpuUsage();
    const answer = await request();
    least = Math.min(least, millisecondsSince(before));
    if (check(answer) === false) break;
  }
  return least;
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
