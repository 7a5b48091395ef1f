import { type AttemptOutcome, recordResults } from './claim-repository.ts';
import type { HooksDeps } from './deps.ts';

const RETRY_MS = 500;

/**
 * Writes results down, all that come to an end while others are written in one statement. What cannot be written is tried until its claim has
 * lapsed, or this process closes; what is lost is made again by whoever claims it next.
 * @returns what resolves when its result is written or lost
 */
export function createResultRecorder(
  { db, clock, log }: Pick<HooksDeps, 'db' | 'clock' | 'log'>,
  closing: AbortSignal,
): (result: AttemptOutcome) => Promise<void> {
  const waiting: { result: AttemptOutcome; recorded: () => void }[] = [];
  let recording: Promise<void> | undefined;

  const recordAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      await recordWithPatience(batch.map(({ result }) => result));
      for (const { recorded } of batch) recorded();
    }
  };

  const recordWithPatience = async (results: AttemptOutcome[]): Promise<void> => {
    for (;;) {
      try {
        return await recordResults(db, results);
      } catch (error) {
        log.warn({ err: error, attempts: results.length }, 'could not write attempts down');
        const now = clock();
        results = results.filter(({ claimedUntil }) => claimedUntil > now);
        if (results.length === 0 || closing.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };

  return (result) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push({ result, recorded: resolve });
    recording ??= recordAll().finally(() => {
      recording = undefined;
    });
    return promise;
  };
}
