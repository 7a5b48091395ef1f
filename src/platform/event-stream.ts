import type pg from 'pg';
import { type Database, query, type Statement } from './database.ts';
import { cloudEvent, type DomainEvent } from './events.ts';
import type { Logger } from './logger.ts';
import { openRedis, type RedisScript, type RedisStore } from './redis.ts';
import { startRepeating } from './repeating.ts';
import { isAnnounced, type WorkerPresence } from './worker-presence.ts';

export interface EventStreamDeps {
  db: Database;
  log: Logger;
  redisUrl: string | undefined;
  /** The `source` of every event. */
  source: string;
  presence: Pick<WorkerPresence, 'announceShared'>;
  /** Between two looks at who streams. Default: a minute. */
  lookIntervalMs?: number;
}

/** Under this id platform.event_outlets speaks of every tenant. */
const EVERY_TENANT = '00000000-0000-0000-0000-000000000000';
/** What every process that streams is announced as. */
const ROLE = 'streams-events';
const INTERVAL_MS = 100;
const LOOK_INTERVAL_MS = 60_000;
/** What waits is dropped when so many looks in a row saw nobody streaming; a restart or a lost connection is over sooner. */
const LOOKS_UNTIL_SHUT = 10;
/** After which a turn ends, however much is waiting, so that a process that stops does not stream a long backlog first. */
const TURN_MS = 1_000;
/** Nobody waits for an append; what takes this long is lost. */
const PATIENCE_MS = 2_000;
/** Of events in one transaction: the memory that events of a megabyte each would take. */
const BATCH = 50;
/** Of events in one command, unless one alone is larger: while Redis appends, it does nothing else. */
const APPEND_BYTES = 256 * 1024;
/** Of each tenant's stream, roughly: consumers that are further behind read the API. */
const MAX_LENGTH = 10_000;
/** Ids of each tenant's last events in the stream. Only a batch can be in doubt; the rest is for appends that arrive late. */
const REMEMBERED = 20 * BATCH;

/**
 * Appends each event unless it is among those that were appended last, as a batch that got no answer is sent again. Comparing with the number of
 * the last event would not do: numbers are not committed in their order.
 */
const APPEND: RedisScript = {
  name: 'appendEvents',
  lua: `for i = 1, #KEYS, 2 do
  local stream, remembered, id, event = KEYS[i], KEYS[i + 1], ARGV[i + 2], ARGV[i + 3]
  if not redis.call('ZSCORE', remembered, id) then
    local entry = redis.call('XADD', stream, 'MAXLEN', '~', ARGV[1], '*', 'event', event)
    redis.call('ZADD', remembered, string.match(entry, '^%d+'), id)
    redis.call('ZREMRANGEBYRANK', remembered, 0, -ARGV[2] - 1)
  end
end`,
};

const OPEN: Statement = {
  name: 'open-event-stream',
  text: `insert into platform.event_outlets (tenant_id, outlet) values ($1, 'stream') on conflict do nothing`,
};
const IS_STREAMED: Statement = {
  name: 'is-event-stream-served',
  text: `select ${isAnnounced('$1')} as streamed`,
};
const SHUT: Statement = {
  name: 'shut-event-stream',
  text: `with shut as (delete from platform.event_outlets where tenant_id = $1 and outlet = 'stream' returning 1),
      dropped as (delete from platform.unstreamed_events returning 1)
    select exists (select from shut) as shut, (select count(*)::int from dropped) as dropped`,
};

/**
 * From now on every event is kept until it is in its tenant's stream. It is appended over a connection of its own, so that no request waits behind
 * it. Without REDIS_URL this process streams nothing, and only drops what is kept once no other process has streamed for a while.
 */
export async function startEventStream(deps: EventStreamDeps): Promise<{ close(): Promise<void> }> {
  const { db, log, redisUrl, source, lookIntervalMs = LOOK_INTERVAL_MS } = deps;
  if (redisUrl === undefined) {
    return startRepeating(log, lookIntervalMs, 'looking for who streams events', createShutter(deps));
  }
  await deps.presence.announceShared(ROLE);
  const open = async (): Promise<void> => void (await query(db.pool, OPEN, [EVERY_TENANT]));
  await open();
  const redis = await openRedis(redisUrl, { log, name: 'viya-tms-events', patienceMs: PATIENCE_MS });
  const turns = startRepeating(log, INTERVAL_MS, 'streaming of events', () => streamEvents(db, redis, source));
  // A process without REDIS_URL may have shut it while this one was cut off from the database.
  const looks = startRepeating(log, lookIntervalMs, 'keeping events for the stream', open);
  return { close: () => Promise.all([turns.close(), looks.close()]).then(() => redis.close()) };
}

/** Stops events from being kept for ever, once nobody is left who would stream them. */
function createShutter({ db, log }: Pick<EventStreamDeps, 'db' | 'log'>): () => Promise<void> {
  let looksAlone = 0;
  return async () => {
    const [look] = await query<{ streamed: boolean }>(db.pool, IS_STREAMED, [ROLE]);
    looksAlone = look?.streamed === true ? 0 : looksAlone + 1;
    if (looksAlone < LOOKS_UNTIL_SHUT) return;
    const [end] = await query<{ shut: boolean; dropped: number }>(db.pool, SHUT, [EVERY_TENANT]);
    if (end?.shut !== true) return;
    const what =
      'no process has REDIS_URL any more: events are no longer kept for the Redis Streams, and those that waited are dropped';
    log.warn({ dropped: end.dropped }, what);
  };
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
 * take stays where it was. What it took without an answer that arrived, or just before the process died, is not appended again
 * as long as Redis keeps its memory of it (`viya:streamed:<tenant>`).
 */
export async function streamEvents(db: Database, redis: RedisStore, source: string): Promise<void> {
  if (redis.state() !== 'ok') return;
  const endsMs = performance.now() + TURN_MS;
  const client = await db.pool.connect();
  try {
    while ((await streamBatch(client, redis, source)) === BATCH && performance.now() < endsMs);
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
  for (const portion of portionsOf(events, source)) {
    await redis.run(
      APPEND,
      portion.flatMap(({ tenantId }) => [`events:${tenantId}`, `streamed:${tenantId}`]),
      [MAX_LENGTH, REMEMBERED, ...portion.flatMap(({ id, text }) => [id, text])],
    );
  }
  await client.query('commit');
  return events.length;
}

interface Entry {
  tenantId: string;
  id: string;
  text: string;
}

/** The events in their order, in portions of one command each. A generator, so that only one portion is in memory as text. */
function* portionsOf(events: readonly (DomainEvent & { tenantId: string })[], source: string): Generator<Entry[]> {
  let portion: Entry[] = [];
  let room = APPEND_BYTES;
  for (const event of events) {
    const text = cloudEvent(event, source);
    const bytes = Buffer.byteLength(text);
    if (bytes > room && portion.length > 0) {
      yield portion;
      portion = [];
      room = APPEND_BYTES;
    }
    portion.push({ tenantId: event.tenantId, id: event.id, text });
    room -= bytes;
  }
  if (portion.length > 0) yield portion;
}
