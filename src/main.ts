import { setTimeout as wait } from 'node:timers/promises';
import { collectDefaultMetrics } from 'prom-client';
import type { App } from './app.ts';
import {
  acceptSecretKey,
  forgetApiKey,
  hasApiKey,
  type Installation,
  keepApiKey,
  openInstallation,
  refuseOtherSecretKey,
} from './installation.ts';
import type { Config } from './platform/config.ts';
import { createLogger, type Logger, routeConsole } from './platform/logger.ts';
import { listenForMetrics } from './platform/metrics-endpoint.ts';
import { migrate } from './platform/migrate.ts';
import { release } from './platform/release.ts';
import { whenToldToStop } from './when-told-to-stop.ts';

/** Between readiness' 503 and the end of listening, so that a load balancer has looked. */
const DRAIN_MS = 500;

/** For the database's process to be begun. */
const HEAD_START_MS = 100;

/** What has been begun, as far as it has been. */
interface Begun {
  installation?: Installation;
  app?: App;
}

/** Runs the server until it is told to stop: database, migrations, modules, listen, and in the end all of it backwards. */
export async function serve(config: Config): Promise<void> {
  const log = createLogger(config.logLevel);
  routeConsole(log);
  log.info({ release: release(), node: process.version, ...featuresOf(config) }, 'starting');
  const stopping = new AbortController();
  const begun: Begun = {};
  // Before anything is begun: as the first process of a container it would not even be ended by a signal that nobody handles.
  const onStop = whenToldToStop(log, async () => {
    stopping.abort();
    await starting.catch(() => undefined);
    await stop(begun, { drainMs: listening ? DRAIN_MS : 0 });
  });
  let listening = false;
  const starting = start(config, log, begun, stopping.signal);
  try {
    await starting;
    listening = true;
  } catch (error) {
    // Whoever stops it also ends what it has begun.
    if (stopping.signal.aborted) return;
    await stop(begun, { drainMs: 0 });
    // It would take the end of the process for an orderly one.
    onStop.uninstall();
    throw error;
  }
}

/** Which of what can be configured is on; no address and no secret. */
function featuresOf(config: Config): Record<string, unknown> {
  return {
    database: config.databaseUrl === undefined ? 'embedded' : 'DATABASE_URL',
    redis: config.redisUrl !== undefined,
    identityProviders: config.identity.issuers.length,
    authz: config.identity.opaUrl === undefined ? 'builtin' : 'opa',
    inventory: config.remote.inventory === undefined ? 'own' : 'remote',
    payments: config.remote.payments === undefined ? 'sandbox' : 'remote',
    metricsPort: config.metricsPort ?? config.port,
  };
}

async function start(config: Config, log: Logger, begun: Begun, signal: AbortSignal): Promise<void> {
  const opening = openInstallation(config, log, { join: false }).then((installation) => {
    begun.installation = installation;
    return installation;
  });
  // Loading the program's own modules keeps this process busy. PostgreSQL, once its process has begun, comes up meanwhile.
  await Promise.race([opening, wait(HEAD_START_MS)]);
  const [installation, { createApp }] = await Promise.all([opening, import('./app.ts')]);
  await migrate(installation.connectionString, { log, signal });
  signal.throwIfAborted();
  const app = await createApp({ ...installation, config, log });
  begun.app = app;
  await refuseOtherSecretKey(app.db, installation);
  if (config.redisUrl === undefined)
    log.info('no REDIS_URL: every replica counts rate limits for itself, and there are no event streams');
  if (config.databaseUrl === undefined) await prepareDemo(app, config, log);
  // Putting the routes together keeps the process busy for a while; workers that connect meanwhile would run into their time-outs.
  await app.http.ready();
  signal.throwIfAborted();
  await app.start();
  collectDefaultMetrics({ register: app.metrics.registry });
  signal.throwIfAborted();
  if (config.metricsPort !== undefined)
    await listenForMetrics(app.metrics, { host: config.host, port: config.metricsPort });
  const grpcPort = await app.grpc.listen({ host: config.host, port: config.grpcPort });
  log.info({ host: config.host, port: grpcPort }, 'gRPC is listening');
  await app.http.listen({ host: config.host, port: config.port });
}

async function stop({ app, installation }: Begun, { drainMs }: { drainMs: number }): Promise<void> {
  app?.announceStop();
  await wait(drainMs);
  await app?.close();
  await installation?.close();
}

export interface InstallationOptions {
  mustExist: boolean;
  /** Also with another secret key than the database was made with, and not beside a running server. */
  anyKey?: boolean;
}

/** Opens the installation, beside a running server if there is one, for one short piece of work. */
export async function withInstallation(
  config: Config,
  { mustExist, anyKey = false }: InstallationOptions,
  work: (app: App, installation: Installation) => Promise<void>,
): Promise<void> {
  const log = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const installation = await openInstallation(config, log, { join: !anyKey, mustExist });
  try {
    await migrate(installation.connectionString, { log });
    const { createApp } = await import('./app.ts');
    const app = await createApp({ ...installation, config, log });
    try {
      if (!anyKey) await refuseOtherSecretKey(app.db, installation);
      await work(app, installation);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}

/**
 * Takes the secret key that the program is given for the one of this database, whatever that was made with. What was sealed or made under the
 * former one stays unreadable.
 * @returns false when it was the right one already.
 */
export async function acceptNewKey(config: Config): Promise<boolean> {
  let isNew = false;
  await withInstallation(config, { mustExist: true, anyKey: true }, async (app, installation) => {
    isNew = await acceptSecretKey(app.db, installation);
    // The next start makes another one.
    if (isNew && config.databaseUrl === undefined) await forgetApiKey(config.dataDir);
  });
  return isNew;
}

/**
 * An embedded installation has a tenant that can ship at once, and its key where its owner finds it. Whatever of this an earlier start could
 * not finish is done now; a key file that was lost or deleted is made anew, with a new key.
 */
async function prepareDemo(app: App, config: Config, log: Logger): Promise<void> {
  if (await hasApiKey(config.dataDir)) return;
  const { tenantId, apiKey } = await app.prepareDemo();
  const file = await keepApiKey(config.dataDir, apiKey);
  log.info({ file, tenantId }, 'made an API key for the demo tenant; it is printed here once and kept in the file');
  process.stderr.write(`\n  API key of the demo tenant: ${apiKey}\n\n`);
}
