import { flushCompileCache } from 'node:module';
import { createAuthorizing } from '../../src/modules/authorizing/index.ts';
import { createOrders } from '../../src/modules/orders/index.ts';
import { createAdmit } from '../../src/platform/admit.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { createGrpcServer } from '../../src/platform/grpc-server.ts';
import { createIdempotentWork } from '../../src/platform/idempotent-work.ts';
import { newId } from '../../src/platform/ids.ts';
import { startJobs } from '../../src/platform/jobs.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { createRateLimiter } from '../../src/platform/rate-limiter.ts';
import { createSecretBox } from '../../src/platform/secret-box.ts';
import { openWorkerPresence } from '../../src/platform/worker-presence.ts';

// The order management alone, from the program's own parts: a process that is there within a second, so that many can be killed. Tells its
// port to whoever started it. `node saga-replica.ts CONNECTION_STRING SECRET_KEY`

const [, , connectionString = '', secretKey = ''] = process.argv;
const log = createLogger('warn');
const db = openDatabase({
  connectionString,
  maxConnections: 8,
  onError: (error) => log.warn({ err: error }, 'lost a connection'),
});
const metrics = createMetrics();
const secretBox = createSecretBox(Buffer.from(secretKey, 'base64'));
const { authenticate, authorize } = createAuthorizing({ db, clock: systemClock, log, secretBox });
const orders = createOrders({ db, clock: systemClock, log, metrics, secretBox });
const limiter = createRateLimiter({ clock: systemClock, redis: undefined, fallbacks: metrics.rateLimitFallbacks });
const rateLimits = { read: 1e9, write: 1e9, bulk: 1e9, address: 1e9 };
const admit = createAdmit({ authenticate, authorize, limiter, metrics, rateLimits, clock: systemClock });
const processName = `process-${newId()}`;
const idempotentWork = createIdempotentWork({ db, secretBox, processName });
const quiet = createLogger('silent');
const grpc = createGrpcServer({ log: quiet, metrics, config: {}, admit, idempotentWork }, orders.services);
const presence = await openWorkerPresence(connectionString, log);
await presence.announce(processName);
await startJobs({ db, presence, log, metrics }, orders.jobs);
process.send?.(await grpc.listen({ host: '127.0.0.1', port: 0 }));
// It will not end in a way that keeps what it has compiled.
flushCompileCache();
