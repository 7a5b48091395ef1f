import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { Agent, request } from 'undici';

/** Deliveries that are made by jobs, one for each, as a reference for those that are claimed. */
export interface JobsOptions {
  connectionString: string;
  url: string;
  body: string;
  deliveries: number;
  concurrency: number;
  /** Whether the jobs of the webhook stand in a queue of their own, so that it cannot take every slot. */
  queued: boolean;
  /** Resolves when the receiver has got them all. */
  received(): Promise<void>;
}

/** @returns deliveries a second: each is read, sent and written down by its job, as a claimed one is in its batch. */
export async function deliverAsJobs(options: JobsOptions): Promise<number> {
  const { connectionString, url, deliveries, concurrency, queued } = options;
  const pool = new pg.Pool({ connectionString, max: concurrency + 2 });
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  const dispatcher = new Agent();
  await pool.query(
    `create table if not exists hooks_as_jobs (id int primary key, body text, status text, attempt jsonb);
     truncate hooks_as_jobs`,
  );
  await pool.query(
    `insert into hooks_as_jobs select number, $2, 'Pending' from generate_series(1, $1::int) as number`,
    [deliveries, options.body],
  );
  const deliver = async (payload: unknown): Promise<void> => {
    const { id } = payload as { id: number };
    const { rows } = await pool.query<{ body: string }>({
      name: 'read',
      text: 'select body from hooks_as_jobs where id = $1',
      values: [id],
    });
    const answer = await request(url, { dispatcher, method: 'POST', body: rows[0]?.body ?? '' });
    await answer.body.dump();
    await pool.query({
      name: 'write',
      text: `update hooks_as_jobs set status = 'Succeeded', attempt = $2 where id = $1`,
      values: [id, { responseStatus: answer.statusCode }],
    });
  };
  await pool.query(
    `select count(graphile_worker.add_job('deliver', json_build_object('id', number), queue_name => $2))
     from generate_series(1, $1::int) as number`,
    [deliveries, queued ? 'webhook' : null],
  );
  const start = performance.now();
  const logger = new Logger(() => () => undefined);
  const runner = await run({
    pgPool: pool,
    logger,
    taskList: { deliver },
    concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
  });
  await options.received();
  const perSecond = deliveries / ((performance.now() - start) / 1_000);
  await runner.stop();
  await dispatcher.close();
  await pool.end();
  return perSecond;
}
