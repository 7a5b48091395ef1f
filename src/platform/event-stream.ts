import type pg from 'pg';
import { type Database, query, type Statement } from './database.ts';
import { cloudEvent, type DomainEvent } from './events.ts';
import type { RedisScript, RedisStore } from './redis.ts';

/** Under this id platform.event_outlets speaks of every tenant. */
const EVERY_TENANT = '00000000-0000-0000-0000-000000000000';
const BATCH = 500;
/** Of each tenant's stream, roughly: consumers that are further behind read the API. */
const MAX_LENGTH = 10_000;

const APPEND: RedisScript = {
  name: 'appendEvents',
  lua: `for i, key in ipairs(KEYS) do redis.call('XADD', key, 'MAXLEN', '~', ARGV[1], '*', 'event', ARGV[i + 1]) end`,
};

const OPEN: Statement = {
  name: 'open-event-stream',
  text: `insert into platform.event_outlets (tenant_id, outlet) values ($1, 'stream') on conflict do nothing`,
};
const SHUT: Statement = {
  name: 'shut-event-stream',
  text: `with shut as (delete from platform.event_outlets where tenant_id = $1 and outlet = 'stream')
    delete from platform.unstreamed_events`,
};

/** From now on every event is kept until it is in its tenant's stream; without a Redis it is not, and what was kept is dropped. */
export async function prepareEventStream(db: Database, redis: RedisStore | undefined): Promise<void> {
  await query(db.pool, redis === undefined ? SHUT : OPEN, [EVERY_TENANT]);
}

// The lock lets one process at a time append, so that the events of a subject stay in their order.
const TAKE: Statement = {
  name: 'take-unstreamed-events',
  text: `with taken as (
      delete from platform.unstreamed_events u using (
        select tenant_id, number from platform.unstreamed_events
        where (select pg_try_advisory_xact_lock(hashtextextended('event-stream', 0)))
        order by tenant_id, number limit ${BATCH}) as next
      where u.tenant_id = next.tenant_id and u.number = next.number returning u.tenant_id, u.number, u.event_id)
    select t.tenant_id as "tenantId", e.id, e.type, e.subject, e.sequence, e.time, e.data
    from taken t join platform.events e on e.tenant_id = t.tenant_id and e.id = t.event_id order by t.tenant_id, t.number`,
};

/**
 * Appends what has been committed to the tenants' Redis Streams (`viya:events:<tenant>`, one field, `event`). What Redis does not
 * take stays where it was; what it took just before the process died is appended again, with the same id.
 */
export async function streamEvents(db: Database, redis: RedisStore, source: string): Promise<void> {
  if (redis.state() !== 'ok') return;
  const client = await db.pool.connect();
  try {
    while ((await streamBatch(client, redis, source)) === BATCH);
    client.release();
  } catch (error) {
    // The state of its transaction is not known; the pool makes a new one.
    client.release(true);
    throw error;
  }
}

async function streamBatch(client: pg.PoolClient, redis: RedisStore, source: string): Promise<number> {
  await client.query('begin');
  const events = await query<DomainEvent & { tenantId: string }>(client, TAKE, []);
  if (events.length > 0) {
    await redis.run(
      APPEND,
      events.map(({ tenantId }) => `events:${tenantId}`),
      [MAX_LENGTH, ...events.map((event) => cloudEvent(event, source))],
    );
  }
  await client.query('commit');
  return events.length;
}
