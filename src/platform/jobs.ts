import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { run, type TaskList, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker';
import type { Database } from './database.ts';
import { ENDED_WITHIN_MS } from './end-connections.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { runAsSystem } from './request-context.ts';
import type { WorkerPresence } from './worker-presence.ts';

/** A job to enqueue in the transaction that causes it. A newer request under the same key replaces one that has not begun. */
export interface JobRequest {
  task: string;
  /** Of the jobs of one queue only one runs at a time, in all replicas together. Absent: as many as there are workers. */
  queue?: string;
  key: string;
  runAt: Date;
  payload: Readonly<Record<string, unknown>>;
}

/** Enqueues the jobs of a JSON array parameter, `JobRequest`s, in the transaction of what `from` names; part of a statement. */
export function addJobs(from: string, jobs: string, runAt = 'j."runAt"'): string {
  return `select graphile_worker.add_job(j.task, queue_name => j.queue, payload => j.payload, run_at => ${runAt}, job_key => j.key, max_attempts => 25)
    from ${from}, jsonb_to_recordset(${jobs}::jsonb) as j(task text, queue text, payload json, "runAt" timestamptz, key text)`;
}

/** What a job does. A job may run twice, and beside itself; it throws to be tried again later. */
export type JobHandler = (payload: Record<string, unknown>) => Promise<void>;

export interface Jobs {
  /** Takes no new jobs and lets the running ones end, for a while. Whatever takes longer is left to whoever runs jobs next. */
  close(): Promise<void>;
}

interface JobDeps {
  db: Database;
  metrics: Pick<Metrics, 'jobsFailed'>;
  presence: WorkerPresence;
  log: Logger;
  /** How long running jobs may take when the process stops: seven seconds. */
  graceMs?: number;
}

/** Of one process. More than the jobs that wait for carriers can take (`carrier-queue.ts` of shipping): the rest is for everything else. */
export const JOB_WORKERS = 16;
const POLL_INTERVAL_MS = 1_000;
const SWEEP_INTERVAL_MS = 5_000;
/** Of all workers together; each tries about once a second. */
const STUCK_AFTER_ATTEMPTS = 3 * JOB_WORKERS;

/**
 * Runs the modules' jobs in this process, beside any other replica's. No job waits for more than seconds because of a process
 * that died, or because the connection to the database was lost at a bad moment.
 */
export async function startJobs(deps: JobDeps, handlers: Readonly<Record<string, JobHandler>>): Promise<Jobs> {
  const { presence, log, graceMs = ENDED_WITHIN_MS } = deps;
  const stopping = new AbortController();
  const retiring: Promise<void>[] = [];

  const lookAfterJobs = async (): Promise<void> => {
    try {
      const dead = await presence.releaseJobsOfTheDead();
      if (dead.length > 0) log.info({ workers: dead }, 'took back the jobs of workers that died');
      const lost = await presence.releaseLostJobs(pool.id, pool.running());
      if (lost.length > 0) log.warn({ jobs: lost }, 'took back jobs that were locked without being run');
      if (pool.isEnding() || pool.isStuck()) {
        log.warn('the workers have given up; starting others');
        const former = pool;
        pool = await startPool(deps, handlers);
        retiring.push(former.retire());
      }
    } catch (error) {
      log.warn({ err: error }, 'could not look after the jobs');
    }
  };
  const watch = async (): Promise<void> => {
    while (await stillRunning()) await lookAfterJobs();
  };
  const stillRunning = (): Promise<boolean> =>
    delay(SWEEP_INTERVAL_MS, undefined, { signal: stopping.signal, ref: false }).then(
      () => true,
      () => false,
    );

  for (const task of Object.keys(handlers)) deps.metrics.jobsFailed.inc({ task }, 0);
  let pool = await startPool(deps, handlers);
  await lookAfterJobs();
  const watching = watch();
  return {
    close: async () => {
      stopping.abort();
      await watching;
      const retired = new AbortController();
      const retire = Promise.all([...retiring, pool.retire()]).then(() => retired.abort());
      await Promise.race([retire, delay(graceMs, undefined, { signal: retired.signal })]).catch(() => undefined);
      if (!retired.signal.aborted)
        log.warn({ tasks: pool.tasks() }, 'jobs were cut off; another process takes them over');
    },
  };
}

/** Workers that share an id, under which graphile-worker locks their jobs. */
interface Pool {
  id: string;
  /** The jobs that its workers are at. */
  running(): string[];
  /** What these are. */
  tasks(): string[];
  isEnding(): boolean;
  /** Every attempt to get a job has failed for a while, although the database answers: the pool remembers a fault of its start. */
  isStuck(): boolean;
  /** Takes no new jobs, lets the running ones end, and then is no longer announced. */
  retire(): Promise<void>;
}

async function startPool(
  { db, presence, log, metrics }: JobDeps,
  handlers: Readonly<Record<string, JobHandler>>,
): Promise<Pool> {
  const running = new Map<string, string>();
  let id = '';
  let ending = false;
  let failedAttempts = 0;
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id;
  });
  events.on('pool:gracefulShutdown', () => {
    ending = true;
  });
  events.on('worker:getJob:error', () => void failedAttempts++);
  events.on('worker:getJob:empty', () => {
    failedAttempts = 0;
  });
  events.on('job:start', () => {
    failedAttempts = 0;
  });
  events.on('job:start', ({ job }) => void running.set(job.id, job.task_identifier));
  events.on('job:error', ({ job }) => metrics.jobsFailed.inc({ task: job.task_identifier }));
  events.on('job:complete', ({ job }) => void running.delete(job.id));
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([task, handle]) => [
      task,
      (payload: unknown) => runAsSystem(task, () => handle(payload as Record<string, unknown>)),
    ]),
  );
  const runner = await run({
    pgPool: db.pool,
    taskList,
    concurrency: JOB_WORKERS,
    pollInterval: POLL_INTERVAL_MS,
    noHandleSignals: true,
    events,
    // Without these a job whose end cannot be written down is an unhandled rejection, which ends the process; with them the pool ends.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new WorkerLogger((scope) => (level, message) => {
      // While the database is away each worker would say so once a second.
      const isTold = level === 'error' && failedAttempts > 1;
      log[isTold ? 'debug' : level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug']({ scope }, message);
    }),
  });
  const over = runner.promise.catch((error: unknown) => log.error({ err: error }, 'the workers ended with an error'));
  await presence.announce(id);
  return {
    id,
    running: () => [...running.keys()],
    tasks: () => [...running.values()],
    isEnding: () => ending,
    isStuck: () => failedAttempts >= STUCK_AFTER_ATTEMPTS,
    retire: async () => {
      // It refuses when the pool has ended by itself.
      await runner.stop().catch(() => undefined);
      await over;
      await presence.withdraw(id);
    },
  };
}
