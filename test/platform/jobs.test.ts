import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { expect, inject, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { type JobHandler, type Jobs, startJobs } from '../../src/platform/jobs.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { openWorkerPresence } from '../../src/platform/worker-presence.ts';
import { createTestDatabase } from '../harness.ts';

/** Two sweeps, the time for which a lock is not questioned, and a poll. */
const TAKEN_BACK_MS = 15_000;
const log = createLogger('silent');

interface Replica extends AsyncDisposable {
  db: Database;
  jobs: Jobs;
}

async function startReplica(
  connectionString: string,
  handlers: Record<string, JobHandler>,
  graceMs?: number,
): Promise<Replica> {
  const db = openDatabase({ connectionString, maxConnections: 4, onError: () => undefined });
  const presence = await openWorkerPresence(connectionString, log);
  const patience = graceMs === undefined ? {} : { graceMs };
  const jobs = await startJobs({ db, presence, log, metrics: createMetrics(), ...patience }, handlers);
  return {
    db,
    jobs,
    [Symbol.asyncDispose]: async () => {
      await jobs.close();
      await presence.close();
      await db.close();
    },
  };
}

function addJob({ db }: Replica, key: string): Promise<unknown> {
  return db.pool.query(`select graphile_worker.add_job('work', job_key => $1, max_attempts => 25)`, [key]);
}

async function lockedBy({ db }: Replica): Promise<string[]> {
  const { rows } = await db.pool.query<{ pool: string }>(`select locked_by as pool from graphile_worker.jobs`);
  return rows.map((row) => row.pool);
}

/** A handler that counts its calls. A mock would not do: the end of one test clears those of the tests beside it. */
function counted(work: (call: number) => Promise<void> = async () => undefined): JobHandler & { calls: number } {
  const handler = Object.assign(() => work(++handler.calls), { calls: 0 });
  return handler;
}

function waitFor(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: TAKEN_BACK_MS, interval: 20 });
}

test.concurrent('runs the job of a worker that died holding it', { timeout: 30_000 }, async () => {
  await using database = await createTestDatabase();
  const work = counted();
  await using replica = await startReplica(database.connectionString, { work });
  await replica.db.pool.query(`begin; select graphile_worker.add_job('work', job_key => 'one');
    update graphile_worker._private_jobs set locked_by = 'pool-of-a-dead-process', locked_at = now(), attempts = 1; commit`);
  await waitFor(() => expect(work.calls).toBe(1));
  await waitFor(async () => expect(await lockedBy(replica)).toEqual([]));
});

test.concurrent('a process that stops leaves the job that does not end to another', { timeout: 30_000 }, async () => {
  await using database = await createTestDatabase();
  const hold = Promise.withResolvers<void>();
  await using ending = new AsyncDisposableStack();
  const endless = counted(() => hold.promise);
  const stopping = await startReplica(database.connectionString, { work: endless }, 50);
  ending.defer(hold.resolve);
  await addJob(stopping, 'one');
  await waitFor(() => expect(endless.calls).toBe(1));
  await stopping[Symbol.asyncDispose]();
  const work = counted();
  await using _replica = await startReplica(database.connectionString, { work });
  await waitFor(() => expect(work.calls).toBe(1));
});

test.concurrent('leaves a job to the worker that is at it, however long that takes', async () => {
  await using database = await createTestDatabase();
  const hold = Promise.withResolvers<void>();
  const work = counted(() => hold.promise);
  await using ending = new AsyncDisposableStack();
  const replica = ending.use(await startReplica(database.connectionString, { work }));
  ending.defer(hold.resolve);
  await addJob(replica, 'one');
  await waitFor(() => expect(work.calls).toBe(1));
  const [owner] = await lockedBy(replica);
  await replica.db.pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`);
  {
    // A replica looks for jobs of the dead before it does anything else.
    await using other = await startReplica(database.connectionString, { work });
    expect(await lockedBy(other)).toEqual([owner]);
  }
  expect(work.calls).toBe(1);
});

test.concurrent('goes on after the database was away while a job ended', { timeout: 40_000 }, async () => {
  await using database = await createTestDatabase();
  await using admin = await connectAdmin(database.connectionString);
  const done: string[] = [];
  const work = counted(async (call) => {
    if (call === 1) await admin.close();
    done.push('work');
  });
  await using replica = await startReplica(database.connectionString, { work });
  await addJob(replica, 'one');
  await waitFor(() => expect(done).toHaveLength(1));
  await delay(100);
  await admin.open();
  await addJob(replica, 'two');
  await waitFor(() => expect(done.length).toBeGreaterThan(1));
  await waitFor(async () => expect(await lockedBy(replica)).toEqual([]));
});

test.concurrent('runs a job whose lock it took without hearing of it', { timeout: 40_000 }, async () => {
  await using database = await createTestDatabase();
  const hold = Promise.withResolvers<void>();
  const work = counted((call) => (call === 1 ? hold.promise : Promise.resolve()));
  await using ending = new AsyncDisposableStack();
  const replica = ending.use(await startReplica(database.connectionString, { work }));
  ending.defer(hold.resolve);
  await addJob(replica, 'one');
  await waitFor(() => expect(work.calls).toBe(1));
  // As when the connection breaks between the commit of the lock and its acknowledgement.
  await replica.db.pool.query(`begin; select graphile_worker.add_job('work', job_key => 'two');
    update graphile_worker._private_jobs set locked_at = now(), attempts = 1,
      locked_by = (select locked_by from graphile_worker._private_jobs where key = 'one') where key = 'two'; commit`);
  await waitFor(() => expect(work.calls).toBe(2));
  hold.resolve();
  await waitFor(async () => expect(await lockedBy(replica)).toEqual([]));
});

test.concurrent('goes on with a queue whose lock outlived its job, by a worker that died or by one of this process', {
  timeout: 40_000,
}, async () => {
  await using database = await createTestDatabase();
  const hold = Promise.withResolvers<void>();
  const work = counted((call) => (call === 1 ? hold.promise : Promise.resolve()));
  await using ending = new AsyncDisposableStack();
  const replica = ending.use(await startReplica(database.connectionString, { work }));
  ending.defer(hold.resolve);
  await addJob(replica, 'one');
  await waitFor(() => expect(work.calls).toBe(1));
  await replica.db.pool.query(`begin;
    select graphile_worker.add_job('work', queue_name => 'of the dead'), graphile_worker.add_job('work', queue_name => 'of the living');
    update graphile_worker._private_job_queues set locked_at = now(), locked_by = case queue_name
      when 'of the dead' then 'pool-of-a-dead-process'
      else (select locked_by from graphile_worker._private_jobs where key = 'one') end; commit`);
  await waitFor(() => expect(work.calls).toBe(3));
});

test.concurrent('keeps nothing of a job that failed after a newer request had replaced it', {
  timeout: 30_000,
}, async () => {
  await using database = await createTestDatabase();
  const work = counted(async (call) => {
    if (call > 1) return;
    await addJob(replica, 'one');
    throw new Error('this one is out of date');
  });
  await using replica = await startReplica(database.connectionString, { work });
  await addJob(replica, 'one');
  await waitFor(() => expect(work.calls).toBe(2));
  await waitFor(async () => expect(await lockedBy(replica)).toEqual([]));
});

/** Makes the database refuse everyone, as one that is being restarted does. */
async function connectAdmin(
  connectionString: string,
): Promise<AsyncDisposable & { close(): Promise<void>; open(): Promise<void> }> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  const name = new URL(connectionString).pathname.slice(1);
  return {
    close: async () => {
      await client.query(`alter database ${name} allow_connections false`);
      // The server's own vacuum is there at times, and is a superuser's to end.
      const sessions = 'from pg_stat_activity where datname = $1 and usename = current_user';
      await client.query(`select pg_terminate_backend(pid) ${sessions}`, [name]);
    },
    open: async () => void (await client.query(`alter database ${name} allow_connections true`)),
    [Symbol.asyncDispose]: () => client.end(),
  };
}
