import type pg from 'pg';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RedisState } from './redis.ts';

/** What the program counts about itself, for `/metrics`. No label names a tenant, a resource or a person. */
export interface Metrics {
  registry: Registry;
  /** From the first byte to the end of the answer. `route` is the pattern, so that its values are few. */
  requestSeconds: Histogram<'method' | 'route' | 'status'>;
  /** The same of a gRPC call. `method` is one that is served, so that its values are few. */
  callSeconds: Histogram<'method' | 'code'>;
  /** Requests that were counted in this process alone, because Redis did not count them. */
  rateLimitFallbacks: Counter;
  rateLimited: Counter<'policy'>;
  /** A carrier's code that no table has: kept as it came, and shown as `Unknown`. What is `Unknown` on purpose is not counted. */
  unmappedTrackingCodes: Counter<'carrier'>;
  /** Each exchange with a carrier, from its turn to the end of the answer. */
  carrierCallSeconds: Histogram<'carrier' | 'operation' | 'outcome'>;
  /** Circuits to carriers by their state, one for each tenant and server of a carrier that was called of late. */
  carrierCircuits: Gauge<'carrier' | 'state'>;
  /** Attempts, not jobs: a job that is tried again and fails again counts twice. */
  jobsFailed: Counter<'task'>;
  /** Orders whose work did not end in time: they are tried again without end, and somebody should look. */
  orderAlarms: Counter<'step'>;
  /** Exchanges with webhooks' receivers: succeeded, failed, or blocked before anything was sent. */
  webhookAttempts: Counter<'outcome'>;
}

const PREFIX = 'viya_';
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of the application's own, so that two applications in one process do not share counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const metrics: Metrics = {
    registry,
    requestSeconds: new Histogram({
      name: `${PREFIX}http_request_duration_seconds`,
      help: 'Time to answer a request.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    callSeconds: new Histogram({
      name: `${PREFIX}grpc_call_duration_seconds`,
      help: 'Time to answer a gRPC call.',
      labelNames: ['method', 'code'],
      buckets: SECONDS,
      registers,
    }),
    rateLimitFallbacks: new Counter({
      name: `${PREFIX}rate_limit_fallbacks_total`,
      help: 'Requests whose rate limit was kept by this process alone because Redis did not answer.',
      registers,
    }),
    rateLimited: new Counter({
      name: `${PREFIX}rate_limited_total`,
      help: 'Requests answered 429 or RESOURCE_EXHAUSTED, by the limit that was reached.',
      labelNames: ['policy'],
      registers,
    }),
    unmappedTrackingCodes: new Counter({
      name: `${PREFIX}unmapped_tracking_codes_total`,
      help: 'Tracking events with a carrier code that no table of the carrier has.',
      labelNames: ['carrier'],
      registers,
    }),
    carrierCallSeconds: new Histogram({
      name: `${PREFIX}carrier_call_duration_seconds`,
      help: 'Time of an exchange with a carrier, by how it ended: ok, refused, account-rejected, not-reached, unknown.',
      labelNames: ['carrier', 'operation', 'outcome'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60],
      registers,
    }),
    carrierCircuits: new Gauge({
      name: `${PREFIX}carrier_circuits`,
      help: 'Circuits to carriers by state; an open one means that a carrier does not answer and is left alone for some seconds.',
      labelNames: ['carrier', 'state'],
      registers,
    }),
    jobsFailed: new Counter({
      name: `${PREFIX}job_failures_total`,
      help: 'Attempts at a job that failed.',
      labelNames: ['task'],
      registers,
    }),
    orderAlarms: new Counter({
      name: `${PREFIX}order_alarms_total`,
      help: 'Orders that a dependency has kept from being settled for too long, by the step that waits.',
      labelNames: ['step'],
      registers,
    }),
    webhookAttempts: new Counter({
      name: `${PREFIX}webhook_attempts_total`,
      help: 'Attempts to deliver an event to a webhook, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
  };
  // From the first reading on, so that the first failure is a rise and not a beginning.
  for (const policy of ['read', 'write', 'bulk', 'address']) metrics.rateLimited.inc({ policy }, 0);
  for (const outcome of ['succeeded', 'failed', 'blocked']) metrics.webhookAttempts.inc({ outcome }, 0);
  return metrics;
}

/** Only where there is a Redis: without REDIS_URL there is nothing that could be down. */
export function observeRedis({ registry }: Pick<Metrics, 'registry'>): (state: RedisState) => void {
  const help = '1 while Redis takes writes, 0 while this process does without it.';
  const up = new Gauge({ name: `${PREFIX}redis_up`, help, registers: [registry] });
  return (state) => up.set(state === 'ok' ? 1 : 0);
}

/** One reading, and what it says under each name. */
type Reading = Readonly<Record<string, number>>;

/** Asked of the database when the metrics are read, once for all of them; while it does not answer, the last values stand. */
function observeReading<Read extends Reading>(
  { registry }: Pick<Metrics, 'registry'>,
  measure: () => Promise<Read>,
  gauges: Readonly<Record<keyof Read & string, readonly [name: string, help: string]>>,
): void {
  const ask = askedOnce(measure);
  for (const [key, [name, help]] of Object.entries(gauges)) {
    const collect = async function (this: Gauge): Promise<void> {
      const value = (await ask().catch(() => undefined))?.[key];
      if (value !== undefined) this.set(value);
    };
    registry.registerMetric(new Gauge({ name: `${PREFIX}${name}`, help, collect, registers: [] }));
  }
}

/** All metrics of a reading are collected at the same time: they are of one answer. */
function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined;
  return () =>
    (asked ??= ask().finally(() => {
      asked = undefined;
    }));
}

export function observeBacklog(
  metrics: Pick<Metrics, 'registry'>,
  measure: () => Promise<{ waiting: number; oldestSeconds: number }>,
): void {
  observeReading(metrics, measure, {
    waiting: [
      'webhook_deliveries_waiting',
      'Deliveries that wait for their first or next attempt, of active webhooks.',
    ],
    oldestSeconds: [
      'webhook_oldest_due_seconds',
      'How long the delivery that waits longest has been due, of active webhooks.',
    ],
  });
}

export function observeBookings(
  metrics: Pick<Metrics, 'registry'>,
  measure: () => Promise<{ held: number; unsettledOldestSeconds: number }>,
): void {
  observeReading(metrics, measure, {
    unsettledOldestSeconds: [
      'bookings_unsettled_oldest_seconds',
      'How long ago the shipment was ordered that has waited longest for its carrier to say what became of it; without those that a person is to look at.',
    ],
    held: ['shipments_held', 'Shipments that wait for a person to look up what became of their booking.'],
  });
}

const COUNTED = 100_000;

const QUEUES = {
  name: 'measure-queues',
  text: `select task, seconds from (
      select 'job:' || task_identifier as task, extract(epoch from now() - min(run_at))::float8 as seconds
      from (select task_identifier, run_at from graphile_worker.jobs
        where run_at <= now() and locked_at is null and attempts < max_attempts limit ${COUNTED}) due group by 1
      union all select 'unpublished', count(*) from (select from platform.unpublished_events limit ${COUNTED}) u
      union all select 'unstreamed', count(*) from (select from platform.unstreamed_events limit ${COUNTED}) u) measured`,
};

/** What waits in the queues of the whole database: jobs that nobody has begun, and events on their way. */
export function observeQueues({ registry }: Pick<Metrics, 'registry'>, pool: pg.Pool, tasks: readonly string[]): void {
  const ask = askedOnce(async () => {
    const { rows } = await pool.query<{ task: string; seconds: number }>(QUEUES);
    return new Map(rows.map(({ task, seconds }) => [task, Number(seconds)]));
  });
  const jobs: Gauge<'task'> = new Gauge({
    name: `${PREFIX}jobs_due_oldest_seconds`,
    help: 'How long the job of a task that waits longest has been due without being begun.',
    labelNames: ['task'],
    registers: [registry],
    collect: async () => {
      const measured = await ask().catch(() => undefined);
      if (measured !== undefined) for (const task of tasks) jobs.set({ task }, measured.get(`job:${task}`) ?? 0);
    },
  });
  const events = [
    ['unpublished', 'Events that have not been given to the webhooks that want them.'],
    ['unstreamed', 'Events that are not in the Redis Streams yet.'],
  ] as const;
  for (const [kind, help] of events) {
    const gauge: Gauge = new Gauge({
      name: `${PREFIX}events_${kind}`,
      help: `${help} Counted up to ${COUNTED}.`,
      registers: [registry],
      collect: async () => {
        const waiting = (await ask().catch(() => undefined))?.get(kind);
        if (waiting !== undefined) gauge.set(waiting);
      },
    });
  }
}

/** What runs, as a constant 1 with labels. */
export function observeBuild({ registry }: Pick<Metrics, 'registry'>, release: string): void {
  const labels = { release, node: process.version };
  const help = 'The release and the version of Node.js that run here.';
  const info = new Gauge({ name: `${PREFIX}build_info`, help, labelNames: ['release', 'node'], registers: [registry] });
  info.set(labels, 1);
}

/** Read when the metrics are read. */
export function observePool({ registry }: Pick<Metrics, 'registry'>, pool: pg.Pool): void {
  const gauge = (name: string, help: string, read: () => number): void => {
    const collect = function (this: Gauge): void {
      this.set(read());
    };
    registry.registerMetric(new Gauge({ name: `${PREFIX}${name}`, help, collect, registers: [] }));
  };
  gauge('database_pool_waiting', 'Callers that wait for a database connection.', () => pool.waitingCount);
  gauge('database_pool_idle', 'Database connections that nobody uses.', () => pool.idleCount);
  gauge('database_pool_open', 'Database connections.', () => pool.totalCount);
  gauge('database_pool_max', 'Database connections that there may be.', () => pool.options.max ?? 0);
}
