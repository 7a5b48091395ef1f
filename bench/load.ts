import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Load, LoadResult } from './load-generator.ts';
import { answerOf, end } from './server-process.ts';

export interface LoadGenerator extends AsyncDisposable {
  /** @throws when any request is not answered with 2xx: what fails is not worth counting. */
  run(load: Load): Promise<LoadResult>;
}

/** Load comes from a process of its own, so that it takes nothing from what it measures but the machine's cores. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(fileURLToPath(new URL('load-generator.ts', import.meta.url)));
  return {
    async run(load) {
      child.send(load);
      const result = await answerOf<LoadResult>(child);
      if (result.failed > 0) throw new Error(`${result.failed} requests to ${load.origin} failed (${load.work.kind})`);
      return result;
    },
    [Symbol.asyncDispose]: () => end(child),
  };
}
