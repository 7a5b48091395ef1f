import pg from 'pg';
import type { Logger } from './logger.ts';

/** How long a lock on a job stays unquestioned, so that its owner is surely announced, and has surely heard of it, by then. */
const GRACE = "interval '3 seconds'";
const PATIENCE_MS = 10_000;

export interface WorkerPresence {
  /** Makes the owner of locks on jobs known as alive, at the latest with the next question, until this process' connection ends. */
  announce(owner: string): Promise<void>;
  /** The same for what several processes may be at the same time. */
  announceShared(role: string): Promise<void>;
  withdraw(owner: string): Promise<void>;
  /** Gives back the jobs of owners that nobody announces any more. @returns those owners. */
  releaseJobsOfTheDead(): Promise<string[]>;
  /**
   * Gives back what an owner has locked besides the jobs that it runs: the connection was lost before it heard of its lock, or
   * before it could write down how the job ended. @returns the ids of those jobs.
   */
  releaseLostJobs(owner: string, running: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** In a statement: whether a process lives that has announced itself under the name in a column. */
export function isAnnounced(owner: string): string {
  return `exists (select from pg_locks where locktype = 'advisory' and objsubid = 1 and granted
    and database = (select oid from pg_database where datname = current_database())
    and ((classid::bigint << 32) | objid::bigint) = hashtextextended(${owner}, 0))`;
}

interface Connection {
  client: pg.Client;
  /** The owners and roles that it announces. */
  held: Set<string>;
}

/**
 * graphile-worker keeps the jobs of a process that was killed locked for four hours. Here each owner of such locks holds a
 * session-level advisory lock named after it, which PostgreSQL drops with the connection; whoever can take that lock knows the
 * owner dead.
 */
export async function openWorkerPresence(connectionString: string, log: Logger): Promise<WorkerPresence> {
  const owners = new Set<string>();
  const roles = new Set<string>();
  let connection: Connection | undefined;

  const connect = async (): Promise<Connection> => {
    const client = new pg.Client({
      connectionString,
      application_name: 'viya-tms presence',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    const opened: Connection = { client, held: new Set() };
    client.on('error', (error) => log.warn({ err: error }, 'lost the connection that announces the workers'));
    client.on('end', () => {
      if (connection === opened) connection = undefined;
    });
    await client.connect();
    return opened;
  };

  /** Over a connection that announces every owner, but for those whose lost connection the server still takes for alive. */
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const { client, held } = (connection ??= await connect());
    try {
      const [missing, missingRoles] = [owners, roles].map((names) => [...names].filter((name) => !held.has(name)));
      const locked = await client.query<{ owner: string }>(
        `select owner from unnest($1::text[]) as owner where pg_try_advisory_lock(hashtextextended(owner, 0))
         union all select role from unnest($2::text[]) as role where pg_try_advisory_lock_shared(hashtextextended(role, 0))`,
        [missing, missingRoles],
      );
      for (const { owner } of locked.rows) held.add(owner);
      return (await client.query<Row>(text, values)).rows;
    } catch (error) {
      // What state the connection is in is unknown; the next question opens another.
      connection = undefined;
      client.end().catch(() => undefined);
      throw error;
    }
  };

  const announceAll = async (): Promise<void> => {
    await ask('select').catch((error: unknown) => log.warn({ err: error }, 'the workers are not announced yet'));
  };

  return {
    async announce(owner) {
      owners.add(owner);
      await announceAll();
    },
    async announceShared(role) {
      roles.add(role);
      await announceAll();
    },
    async withdraw(owner) {
      owners.delete(owner);
      if (connection?.held.delete(owner) !== true) return;
      await ask(`select pg_advisory_unlock(hashtextextended($1, 0))`, [owner]).catch(() => undefined);
    },
    async releaseJobsOfTheDead() {
      // A job that was replaced or removed while it ran has no key; when it then fails, nobody else clears it away.
      await ask(`select count(*) from graphile_worker.complete_jobs(array(
        select id from graphile_worker.jobs where key is null and locked_at is null and attempts >= max_attempts))`);
      const dead = await ask<{ owner: string }>(
        `with locked as materialized (
           select locked_by as owner from graphile_worker.jobs where locked_by is not null and locked_at < now() - ${GRACE}
           union select locked_by from graphile_worker._private_job_queues
             where locked_by is not null and locked_at < now() - ${GRACE}),
         dead as materialized (
           select owner from locked where owner <> all($1::text[]) and pg_try_advisory_xact_lock(hashtextextended(owner, 0)))
         select owner, graphile_worker.force_unlock_workers(array[owner]) from dead`,
        [[...owners]],
      );
      return dead.map((row) => row.owner);
    },
    async releaseLostJobs(owner, running) {
      // graphile-worker's own function unlocks all jobs of an owner, also those that are being run.
      const lost = await ask<{ id: string }>(
        `with lost as (
           update graphile_worker._private_jobs set locked_at = null, locked_by = null
           where locked_by = $1 and locked_at < now() - ${GRACE} and id <> all($2::bigint[]) returning id),
         queues as (
           -- Also one whose job is gone: nobody else would unlock it.
           update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
           where q.locked_by = $1 and q.locked_at < now() - ${GRACE} and not exists (
             select from graphile_worker._private_jobs j where j.job_queue_id = q.id and j.id = any($2::bigint[])))
         select id from lost`,
        [owner, running],
      );
      return lost.map((row) => row.id);
    },
    async close() {
      await connection?.client.end();
    },
  };
}
