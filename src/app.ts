import scalar from '@scalar/fastify-api-reference';
import { createAuthorizing, type Authorizing } from './modules/authorizing/index.ts';
import { createShipping } from './modules/shipping/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { registerHealth } from './platform/health.ts';
import { createHttpServer, type HttpServer } from './platform/http-server.ts';
import { startJobs } from './platform/jobs.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { registerServices } from './platform/openapi.ts';
import { createSecretBox } from './platform/secret-box.ts';

export interface AppOptions {
  config: Pick<Config, 'publicUrl' | 'problemBaseUrl'>;
  connectionString: string;
  secretKey: Uint8Array;
  log: Logger;
  clock?: Clock;
  maxConnections?: number;
}

export interface App {
  http: HttpServer;
  db: Database;
  authorizing: Authorizing;
  /** A tenant that can ship at once, with a key that may do everything. */
  createTenant(name: string): Promise<{ tenantId: string; apiKey: string }>;
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
    onError: (error) => log.warn({ err: error }, 'lost an idle database connection'),
  });
  const secretBox = createSecretBox(options.secretKey);
  const authorizing = createAuthorizing({ db, clock, secretBox });
  const shipping = createShipping({ db, clock, log, secretBox });

  let stopping = false;
  const http = await createHttpServer({ log, problemBaseUrl: config.problemBaseUrl, authenticate: authorizing.authenticate });
  registerHealth(http, { db, isStopping: () => stopping });
  const services = [shipping.api];
  await registerServices(http, services, { publicUrl: config.publicUrl });
  await http.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      pageTitle: 'Viya TMS API',
      // The page must not load, offer or tell anything of third parties: it may stand in a closed network.
      telemetry: false,
      withDefaultFonts: false,
      showDeveloperTools: 'never',
      hideClientButton: true,
      mcp: { disabled: true },
      sources: services.map(({ service, version, title }) => ({
        title,
        url: `/openapi/${service}.v${version}.json`,
        agent: { disabled: true },
      })),
    },
  });

  const background: { close(): Promise<void> }[] = [];
  return {
    http,
    db,
    authorizing,
    createTenant: async (name) => {
      const tenantId = await authorizing.createTenant(name);
      await shipping.prepareTenant(tenantId);
      const apiKey = await authorizing.createToken({ tenantId, name: 'admin', mode: 'live', permissionGroups: ['admin'] });
      return { tenantId, apiKey };
    },
    start: async () => {
      background.push(shipping.start(), await startJobs({ db, connectionString, log }, shipping.jobs));
    },
    announceStop: () => {
      stopping = true;
    },
    close: async () => {
      stopping = true;
      await http.close();
      await Promise.all(background.map((part) => part.close()));
      await db.close();
    },
  };
}

/** The application as far as its routes go: enough to describe the API, without a database behind it. */
export async function createAppForDocuments(): Promise<HttpServer> {
  const app = await createApp({
    config: { publicUrl: 'http://localhost:3000', problemBaseUrl: 'https://viya.shipitsmarter.com/errors' },
    connectionString: 'postgresql://nowhere.invalid/none',
    secretKey: new Uint8Array(32),
    log: createLogger('silent'),
  });
  return app.http;
}
