import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Database } from './database.ts';
import { listMigrations, pendingMigrations } from './migrate.ts';
import type { RedisStore } from './redis.ts';

export interface HealthDeps {
  db: Pick<Database, 'pool'>;
  connectionString: string;
  redis: RedisStore | undefined;
  isStopping: () => boolean;
}

/** Whoever probes gives up after some seconds, and a database that hangs would not be waited for any shorter. */
const PATIENCE_MS = 2_000;

const publicRoute = { schema: { hide: true }, config: { permission: 'public', rateLimitClass: 'exempt' as const } };

type DatabaseState = 'ok' | 'pending' | 'unreachable';

/**
 * Liveness without dependencies, and readiness: the database answers, its schema is this release's, and the process is not stopping. Without
 * Redis it is ready, and says so; also while all connections of the pool are in use, which other replicas' are then too.
 */
export function registerHealth(app: FastifyInstance, deps: HealthDeps): void {
  const probe = createProbe(deps.connectionString);
  app.addHook('onClose', () => probe.close());
  app.get('/health/live', publicRoute, async () => ({ status: 'ok' }));
  app.get('/health/ready', publicRoute, async (_request, reply) => {
    const database = await probe.ask();
    const stopping = deps.isStopping();
    const ready = database === 'ok' && !stopping;
    const checks = {
      database: database === 'unreachable' ? 'unreachable' : 'ok',
      migrations: database === 'ok' ? 'ok' : database === 'pending' ? 'pending' : 'unknown',
      pool: isSaturated(deps.db.pool) ? 'saturated' : 'ok',
      process: stopping ? 'stopping' : 'ok',
      redis: deps.redis?.state() ?? 'none',
    };
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unready', checks });
  });
}

/**
 * Over a connection of its own: that every one of the pool is in use is no reason to take the process out of the load balancer. What was
 * migrated is asked each time, for behind the same address there may be another database after a failover.
 */
function createProbe(connectionString: string): { ask(): Promise<DatabaseState>; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: 'viya-tms health',
  });
  // What becomes of it is the next answer.
  pool.on('error', () => undefined);
  let names: readonly string[] | undefined;
  const look = async (): Promise<DatabaseState> => {
    try {
      names ??= await listMigrations();
      return (await pendingMigrations(pool, names)).length === 0 ? 'ok' : 'pending';
    } catch {
      return 'unreachable';
    }
  };
  // However many ask at the same moment, the database is asked once.
  let asked: Promise<DatabaseState> | undefined;
  return {
    ask: () => {
      asked ??= look().finally(() => {
        asked = undefined;
      });
      return Promise.race([asked, wait(PATIENCE_MS, 'unreachable' as const, { ref: false })]);
    },
    close: () => pool.end(),
  };
}

function isSaturated({ waitingCount, idleCount }: Database['pool']): boolean {
  return waitingCount > 0 && idleCount === 0;
}
