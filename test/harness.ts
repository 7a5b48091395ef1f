import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import { inject, vi } from 'vitest';
import { TEMPLATE_DATABASE, TEST_DATABASE_PREFIX } from './harness/servers.ts';

export { type Caller, EXAMPLE_SHIPMENT, PROBLEMS, SHIPMENTS, startTestApp, type TestApp } from './harness/app.ts';

export interface TestDatabase extends AsyncDisposable {
  connectionString: string;
}

export interface TestRedis extends AsyncDisposable {
  /** Names a numbered database of its own. Publish and subscribe are not separated by those: channels are the server's. */
  url: string;
}

/** How long a server may take to notice that a connection was closed. */
const CLOSING_MS = 2_000;

/**
 * Whoever is connected, but for the server's own vacuum: PostgreSQL ends that by itself when a database is dropped,
 * and `with (force)` fails on it for everyone but a superuser.
 */
const SESSIONS = 'from pg_stat_activity where datname = $1 and usename = current_user';

/** A migrated database without rows. Disposing of it drops it, and fails when someone is still connected. */
export async function createTestDatabase(template = TEMPLATE_DATABASE): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `${TEST_DATABASE_PREFIX}${randomUUID().replaceAll('-', '')}`;
  await withClient(server, (client) => client.query(`create database ${name} template ${template}`));
  const url = new URL(server);
  url.pathname = name;
  return {
    connectionString: url.href,
    [Symbol.asyncDispose]: () =>
      withClient(server, async (client) => {
        const left = await whatIsLeft(async () => {
          const { rows } = await client.query<{ what: string }>(
            `select format('%s: %s', application_name, query) as what ${SESSIONS}`,
            [name],
          );
          return rows.map((row) => row.what);
        });
        await client.query(`select pg_terminate_backend(pid, 5000) ${SESSIONS}`, [name]);
        await client.query(`drop database ${name}`);
        if (left.length > 0) throw new Error(`database connections were left open:\n${left.join('\n')}`);
      }),
  };
}

/** An empty Redis database. Disposing of it empties it, and fails when someone is still connected to it. */
export async function testRedis(): Promise<TestRedis> {
  const admin = new Redis(inject('redisUrl'), { maxRetriesPerRequest: 1 });
  const database = await leaseDatabase(admin);
  const url = new URL(inject('redisUrl'));
  url.pathname = String(database);
  return {
    url: url.href,
    [Symbol.asyncDispose]: async () => {
      const left = await whatIsLeft(async () => {
        const clients = String(await admin.client('LIST'));
        return clients.split('\n').filter((line) => line.includes(` db=${database} `));
      });
      for (const line of left) await admin.client('KILL', 'ID', Number(/^id=(\d+)/.exec(line)?.[1]));
      await admin.multi().select(database).flushdb().select(0).del(leaseKey(database)).exec();
      await admin.quit();
      if (left.length > 0) throw new Error(`Redis connections were left open:\n${left.join('\n')}`);
    },
  };
}

/** The first numbered database that nobody has and nothing is in: the server may be a developer's own. */
async function leaseDatabase(admin: Redis): Promise<number> {
  const [, count] = (await admin.config('GET', 'databases')) as [string, string];
  for (let database = 1; database < Number(count); database++) {
    if ((await admin.set(leaseKey(database), process.pid, 'EX', 3_600, 'NX')) === null) continue;
    const results = await admin.multi().select(database).dbsize().select(0).exec();
    if (results?.[1]?.[1] === 0) return database;
    await admin.del(leaseKey(database));
  }
  throw new Error('every database of the Redis server is in use');
}

function leaseKey(database: number): string {
  return `viya-test:lease:${database}`;
}

/** What there still is after a fair time. */
async function whatIsLeft(list: () => Promise<string[]>): Promise<string[]> {
  let left: string[] = [];
  const check = async (): Promise<void> => {
    left = await list();
    if (left.length > 0) throw new Error('not yet');
  };
  await vi.waitFor(check, { timeout: CLOSING_MS, interval: 10 }).catch(() => undefined);
  return left;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'test harness' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
