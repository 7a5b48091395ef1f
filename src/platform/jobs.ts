import { EventEmitter } from 'node:events';
import { Logger as WorkerLogger, run, type TaskList } from 'graphile-worker';
import type { Database } from './database.ts';
import type { Logger } from './logger.ts';
import { openWorkerPresence } from './worker-presence.ts';

/** A job to enqueue in the transaction that causes it. A newer request under the same key replaces one that has not begun. */
export interface JobRequest {
  task: string;
  key: string;
  runAt: Date;
  payload: Readonly<Record<string, unknown>>;
}

/** What a job does. A job may run twice, and beside itself; it throws to be tried again later. */
export type JobHandler = (payload: Record<string, unknown>) => Promise<void>;

export interface Jobs {
  /** Lets running jobs end and takes no new ones. */
  close(): Promise<void>;
}

const CONCURRENCY = 8;
const POLL_INTERVAL_MS = 1_000;
const SWEEP_INTERVAL_MS = 5_000;

/** Runs the modules' jobs in this process, beside any other replica's. */
export async function startJobs(
  deps: { db: Database; connectionString: string; log: Logger },
  handlers: Readonly<Record<string, JobHandler>>,
): Promise<Jobs> {
  const { db, log } = deps;
  const presence = await openWorkerPresence(deps.connectionString, log);
  const sweep = async (): Promise<void> => {
    try {
      const dead = await presence.releaseJobsOfTheDead();
      if (dead.length > 0) log.info({ workers: dead }, 'took back the jobs of workers that died');
    } catch (error) {
      log.warn({ err: error }, 'could not look for jobs of dead workers');
    }
  };
  await sweep();

  const events = new EventEmitter();
  events.on('worker:create', (event: { worker: { workerId: string } }) => presence.announce(event.worker.workerId));
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([task, handle]) => [
      task,
      (payload: unknown) => handle(payload as Record<string, unknown>),
    ]),
  );
  const runner = await run({
    pgPool: db.pool,
    taskList,
    concurrency: CONCURRENCY,
    pollInterval: POLL_INTERVAL_MS,
    noHandleSignals: true,
    events,
    logger: new WorkerLogger((scope) => (level, message) => {
      log[level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug']({ scope }, message);
    }),
  });
  const sweeping = setInterval(() => void sweep(), SWEEP_INTERVAL_MS).unref();
  return {
    close: async () => {
      clearInterval(sweeping);
      await runner.stop();
      await presence.close();
    },
  };
}
