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
  return {
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
}

/** Only where there is a Redis: without REDIS_URL there is nothing that could be down. */
export function observeRedis({ registry }: Pick<Metrics, 'registry'>): (state: RedisState) => void {
  const help = '1 while Redis takes writes, 0 while this process does without it.';
  const up = new Gauge({ name: `${PREFIX}redis_up`, help, registers: [registry] });
  return (state) => up.set(state === 'ok' ? 1 : 0);
}

/** Asked of the database when the metrics are read; while it does not answer, the last values stand. */
export function observeBacklog(
  { registry }: Pick<Metrics, 'registry'>,
  measure: () => Promise<{ waiting: number; oldestSeconds: number }>,
): void {
  // All of a reading are collected at the same time: both gauges are of one answer.
  let asked: ReturnType<typeof measure> | undefined;
  const ask = (): ReturnType<typeof measure> =>
    (asked ??= measure().finally(() => {
      asked = undefined;
    }));
  const gauge = (name: string, help: string, read: (backlog: Awaited<ReturnType<typeof measure>>) => number): void => {
    const collect = async function (this: Gauge): Promise<void> {
      const backlog = await ask().catch(() => undefined);
      if (backlog !== undefined) this.set(read(backlog));
    };
    registry.registerMetric(new Gauge({ name: `${PREFIX}${name}`, help, collect, registers: [] }));
  };
  gauge(
    'webhook_deliveries_waiting',
    'Deliveries that wait for their first or next attempt, of active webhooks.',
    (backlog) => backlog.waiting,
  );
  gauge(
    'webhook_oldest_due_seconds',
    'How long the delivery that waits longest has been due, of active webhooks.',
    (backlog) => backlog.oldestSeconds,
  );
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
}
