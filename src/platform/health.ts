import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Database } from './database.ts';
import { pendingMigrations } from './migrate.ts';
import type { RedisStore } from './redis.ts';

export interface HealthDeps {
  db: Database;
  redis: RedisStore | undefined;
  isStopping: () => boolean;
}

/** Whoever probes gives up after some seconds, and a database that hangs would not be waited for any shorter. */
const PATIENCE_MS = 2_000;

const publicRoute = { schema: { hide: true }, config: { permission: 'public', rateLimitClass: 'exempt' as const } };

/** Liveness without dependencies, and readiness: the database answers, its schema is this release's, and the process is not stopping. Without Redis it is ready, and says so. */
export function registerHealth(app: FastifyInstance, deps: HealthDeps): void {
  let migrated = false;
  app.get('/health/live', publicRoute, async () => ({ status: 'ok' }));
  app.get('/health/ready', publicRoute, async (_request, reply) => {
    const answered = deps.db.pool.query('select 1').then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    );
    const database = await Promise.race([answered, wait(PATIENCE_MS, 'unreachable' as const, { ref: false })]);
    // Once applied, migrations stay applied; the directory is not read for each probe.
    if (database === 'ok' && !migrated)
      migrated = (await pendingMigrations(deps.db.pool).catch(() => ['?'])).length === 0;
    const stopping = deps.isStopping();
    const ready = database === 'ok' && migrated && !stopping;
    const checks = {
      database,
      migrations: migrated ? 'ok' : 'pending',
      process: stopping ? 'stopping' : 'ok',
      redis: deps.redis?.state() ?? 'none',
    };
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unready', checks });
  });
}
