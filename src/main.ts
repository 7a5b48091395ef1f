import { setTimeout as wait } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { collectDefaultMetrics } from 'prom-client';
import type { App } from './app.ts';
import { hasApiKey, type Installation, keepApiKey, openInstallation, refuseOtherSecretKey } from './installation.ts';
import type { Config } from './platform/config.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { listenForMetrics } from './platform/metrics-endpoint.ts';
import { migrate } from './platform/migrate.ts';

/** How long a stopping process may take to answer what it has begun. */
const GRACE_MS = 9_000;
/** Between readiness' 503 and the end of listening, so that a load balancer has looked. */
const DRAIN_MS = 500;

/** For the database's process to be begun. */
const HEAD_START_MS = 100;

/** Runs the server until it is told to stop: database, migrations, modules, listen, and in the end all of it backwards. */
export async function serve(config: Config): Promise<void> {
  const log = createLogger(config.logLevel);
  const opening = openInstallation(config, log, { join: false });
  // Loading the program's own modules keeps this process busy. PostgreSQL, once its process has begun, comes up meanwhile.
  await Promise.race([opening, wait(HEAD_START_MS)]);
  const [installation, { createApp }] = await Promise.all([opening, import('./app.ts')]);
  let app: App | undefined;
  try {
    await migrate(installation.connectionString, { log });
    app = await createApp({ ...installation, config, log });
    await refuseOtherSecretKey(app.db, installation);
    if (config.redisUrl === undefined)
      log.info('no REDIS_URL: every replica counts rate limits for itself, and there are no event streams');
    if (config.databaseUrl === undefined) await prepareDemo(app, config, log);
    // Putting the routes together keeps the process busy for a while; workers that connect meanwhile would run into their time-outs.
    await app.http.ready();
    await app.start();
    collectDefaultMetrics({ register: app.metrics.registry });
    if (config.metricsPort !== undefined)
      await listenForMetrics(app.metrics, { host: config.host, port: config.metricsPort });
    await app.grpc.listen({ host: config.host, port: config.grpcPort });
    await app.http.listen({ host: config.host, port: config.port });
    stopOnSignal(app, installation, log);
  } catch (error) {
    await app?.close();
    await installation.close();
    throw error;
  }
}

/** Opens the installation, beside a running server if there is one, for one short piece of work. */
export async function withInstallation(
  config: Config,
  { mustExist }: { mustExist: boolean },
  work: (app: App) => Promise<void>,
): Promise<void> {
  const log = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const installation = await openInstallation(config, log, { join: true, mustExist });
  try {
    await migrate(installation.connectionString, { log });
    const { createApp } = await import('./app.ts');
    const app = await createApp({ ...installation, config, log });
    try {
      await refuseOtherSecretKey(app.db, installation);
      await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}

function stopOnSignal(app: App, installation: Installation, log: Logger): void {
  closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err, signal }) => {
    if (err !== undefined) log.fatal({ err }, 'stopping after an unexpected error');
    else log.info({ signal }, 'stopping');
    app.announceStop();
    await wait(DRAIN_MS);
    await app.close();
    await installation.close();
    log.info('stopped');
  });
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
