import pg from 'pg';
import type { Logger } from './logger.ts';

/** How long a lock on a job stays unquestioned, so that a worker's presence is surely announced by then. */
const GRACE = "interval '3 seconds'";

export interface WorkerPresence {
  /** Makes a worker's id known as alive for as long as this process' connection lasts. */
  announce(workerId: string): void;
  /** Gives back the jobs of workers that nobody announces any more. @returns their ids. */
  releaseJobsOfTheDead(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * graphile-worker keeps the jobs of a worker that was killed locked for four hours. Here each worker holds a session-level
 * advisory lock named after it, which PostgreSQL drops with the connection; whoever can take such a lock knows its worker dead.
 */
export async function openWorkerPresence(connectionString: string, log: Logger): Promise<WorkerPresence> {
  const announced = new Set<string>();
  let client: pg.Client | undefined;
  let announcing: Promise<unknown> = Promise.resolve();
  let closed = false;

  const hold = async (holder: pg.Client, workerIds: readonly string[]): Promise<void> => {
    await holder.query('select pg_advisory_lock(hashtextextended(id, 0)) from unnest($1::text[]) as id', [workerIds]);
  };

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({ connectionString, application_name: 'viya-tms presence', keepAlive: true });
    next.on('error', (error) => log.warn({ err: error }, 'lost the connection that announces the workers'));
    next.on('end', () => {
      if (client === next) client = undefined;
    });
    await next.connect();
    await hold(next, [...announced]);
    return next;
  };
  client = await connect();

  return {
    announce(workerId) {
      announced.add(workerId);
      const holder = client;
      if (holder === undefined) return;
      announcing = announcing
        .then(() => hold(holder, [workerId]))
        .catch((error: unknown) => log.warn({ err: error }, 'worker not announced'));
    },
    async releaseJobsOfTheDead() {
      if (closed) return [];
      await announcing;
      client ??= await connect();
      const { rows } = await client.query<{ id: string }>(
        `with locked as materialized (
           select distinct locked_by as id from graphile_worker.jobs where locked_by is not null and locked_at < now() - ${GRACE}),
         dead as materialized (
           select id from locked where id <> all($1::text[]) and pg_try_advisory_xact_lock(hashtextextended(id, 0)))
         select id, graphile_worker.force_unlock_workers(array[id]) from dead`,
        [[...announced]],
      );
      return rows.map((row) => row.id);
    },
    async close() {
      closed = true;
      await announcing;
      await client?.end();
    },
  };
}
