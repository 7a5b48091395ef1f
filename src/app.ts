import { ADMISSION_FAILURES, type Authorizing, createAuthorizing } from './modules/authorizing/index.ts';
import { createHooks } from './modules/hooks/index.ts';
import { createOrders } from './modules/orders/index.ts';
import { createRates } from './modules/rates/index.ts';
import { createShipping } from './modules/shipping/index.ts';
import { createAdmit } from './platform/admit.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { type Config, DEFAULT_RATE_LIMITS } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { registerDocsPage } from './platform/docs-page.ts';
import { startEventStream } from './platform/event-stream.ts';
import { createGrpcServer, type GrpcServer } from './platform/grpc-server.ts';
import { registerHealth } from './platform/health.ts';
import { createHttpServer, type HttpConfig, type HttpServer } from './platform/http-server.ts';
import { registerIdempotency } from './platform/idempotency.ts';
import { purgeExpiredKeys } from './platform/idempotency-records.ts';
import { createIdempotentWork } from './platform/idempotent-work.ts';
import { newId } from './platform/ids.ts';
import { startJobs } from './platform/jobs.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import {
  createMetrics,
  type Metrics,
  observeBacklog,
  observeBookings,
  observeBuild,
  observePool,
  observeQueues,
  observeRedis,
} from './platform/metrics.ts';
import { registerServices } from './platform/openapi.ts';
import { createRateLimiter } from './platform/rate-limiter.ts';
import { openRedis } from './platform/redis.ts';
import { release } from './platform/release.ts';
import { startRepeating } from './platform/repeating.ts';
import { runAsSystem } from './platform/request-context.ts';
import { createSecretBox } from './platform/secret-box.ts';
import { openWorkerPresence, type WorkerPresence } from './platform/worker-presence.ts';

const PURGE_INTERVAL_MS = 60_000;

export interface AppOptions {
  config: HttpConfig &
    Pick<Config, 'publicUrl' | 'redisUrl' | 'rateLimits'> &
    Partial<Pick<Config, 'identity' | 'remote' | 'hooksAllowedNetworks' | 'carrierOrigins'>>;
  connectionString: string;
  secretKey: Uint8Array;
  log: Logger;
  clock?: Clock;
  maxConnections?: number;
  /** For tests: shorter patience with receivers, and chance. */
  hooks?: { timeoutMs?: number; random?: () => number };
}

export interface App {
  http: HttpServer;
  grpc: GrpcServer;
  db: Database;
  authorizing: Authorizing;
  metrics: Metrics;
  /** A tenant that can ship at once, with a key that may do everything. */
  createTenant(name: string): Promise<{ tenantId: string; apiKey: string }>;
  /** The same for the tenant of an embedded installation, which may be there already, or in part. */
  prepareDemo(): Promise<{ tenantId: string; apiKey: string }>;
  /** Begins the background work: jobs and folding. */
  start(): Promise<void>;
  /** From now on readiness says 503, while requests are still answered. */
  announceStop(): void;
  /** Answers the requests in flight, lets running jobs end, and closes every connection. */
  close(): Promise<void>;
}

/** The composition root: the only place that creates modules and hands them to each other. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, connectionString, log, clock = systemClock } = options;
  const db = openDatabase({
    connectionString,
    ...(options.maxConnections === undefined ? {} : { maxConnections: options.maxConnections }),
    onError: (error) => log.warn({ fault: error }, 'lost an idle database connection'),
  });
  const metrics = createMetrics();
  observePool(metrics, db.pool);
  const redis =
    config.redisUrl === undefined
      ? undefined
      : await openRedis(config.redisUrl, { log, onState: observeRedis(metrics) });
  const limiter = createRateLimiter({ clock, redis, fallbacks: metrics.rateLimitFallbacks });
  const secretBox = createSecretBox(options.secretKey);
  const authorizing = createAuthorizing({
    db,
    clock,
    log,
    secretBox,
    ...(config.identity === undefined ? {} : { identity: config.identity }),
  });
  const { problemBaseUrl } = config;
  // Each asks the other: a booking what it costs, a price what is sent.
  const rates = createRates({
    db,
    clock,
    log,
    problemBaseUrl,
    findShipments: (tenantId, ids) => shipping.findForRating(tenantId, ids),
    carriers: { quote: (...asked) => shipping.carrierRates.quote(...asked) },
  });
  const shipping = createShipping({
    db,
    clock,
    log,
    secretBox,
    metrics,
    rates,
    carrierOrigins: config.carrierOrigins ?? [],
  });
  const orders = createOrders({
    db,
    clock,
    log,
    metrics,
    secretBox,
    ...(config.remote === undefined ? {} : { remote: config.remote }),
  });
  const processName = `process-${newId()}`;
  const hooks = createHooks({
    db,
    clock,
    log,
    secretBox,
    allowedNetworks: config.hooksAllowedNetworks ?? [],
    source: config.publicUrl,
    eventTypes: [...shipping.eventTypes, ...rates.eventTypes, ...orders.eventTypes],
    attemptsMade: metrics.webhookAttempts,
    processName,
    ...options.hooks,
  });
  const handlers = { ...shipping.jobs, ...hooks.jobs, ...orders.jobs };
  observeBacklog(metrics, hooks.measureBacklog);
  observeBookings(metrics, shipping.measureBookings);
  observeQueues(metrics, db.pool, Object.keys(handlers));
  observeBuild(metrics, release());

  let stopping = false;
  const { authenticate, identify, authorize } = authorizing;
  const { rateLimits } = config;
  const admit = createAdmit({ authenticate, identify, authorize, limiter, metrics, rateLimits, clock });
  const http = await createHttpServer({ log, config, admit, metrics, isStopping: () => stopping });
  const idempotentWork = createIdempotentWork({
    db,
    secretBox,
    processName,
    ...(redis === undefined ? {} : { redis }),
  });
  registerIdempotency(http, idempotentWork, config.problemBaseUrl);
  registerHealth(http, { db, connectionString, redis, isStopping: () => stopping });
  const services = [shipping.api, rates.api, hooks.api, orders.api, authorizing.api];
  await registerServices(http, services, { ...config, admissionFailures: ADMISSION_FAILURES });
  registerDocsPage(http, services);

  const grpc = createGrpcServer({ log, metrics, config, admit, idempotentWork }, orders.services);

  const equipTenant = async (tenantId: string): Promise<{ tenantId: string; apiKey: string }> => {
    await shipping.prepareTenant(tenantId);
    const admin = { tenantId, name: 'admin', mode: 'live', permissionGroups: ['admin'] } as const;
    return { tenantId, apiKey: await authorizing.createToken(admin) };
  };
  const background: { close(): Promise<void> }[] = [];
  let presence: WorkerPresence | undefined;
  return {
    http,
    grpc,
    db,
    authorizing,
    metrics,
    createTenant: (name) => runAsSystem('createTenant', async () => equipTenant(await authorizing.createTenant(name))),
    prepareDemo: () =>
      runAsSystem('prepareDemo', async () => {
        const tenantId = (await authorizing.findFirstTenant()) ?? (await authorizing.createTenant('Demo'));
        await orders.prepareDemo(tenantId);
        return equipTenant(tenantId);
      }),
    start: async () => {
      presence = await openWorkerPresence(connectionString, log);
      await presence.announce(processName);
      const { publicUrl: source, redisUrl } = config;
      background.push(await startEventStream({ db, log, presence, redisUrl, source }));
      const jobs = await startJobs({ db, presence, log, metrics }, handlers);
      background.push(
        jobs,
        shipping.start(),
        hooks.start(),
        startRepeating(log, PURGE_INTERVAL_MS, 'purge of idempotency keys', () => purgeExpiredKeys(db)),
      );
    },
    announceStop: () => {
      stopping = true;
      grpc.announceStop();
    },
    close: async () => {
      stopping = true;
      await Promise.all([http, grpc, ...background].map((part) => part.close()));
      // Only now: as long as this process is known to live, nobody takes over what it is still at.
      await presence?.close();
      orders.close();
      await authorizing.close();
      await redis?.close();
      await db.close();
    },
  };
}

/** The application as far as its routes go: enough to describe the API, without a database behind it. */
export async function createAppForDocuments(): Promise<HttpServer> {
  const app = await createApp({
    config: {
      publicUrl: 'http://localhost:3000',
      problemBaseUrl: 'https://viya.shipitsmarter.com/errors',
      rateLimits: DEFAULT_RATE_LIMITS,
      corsOrigins: [],
    },
    connectionString: 'postgresql://nowhere.invalid/none',
    secretKey: new Uint8Array(32),
    log: createLogger('silent'),
  });
  return app.http;
}
