import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';
import pg from 'pg';
import { type App, createApp } from '../../src/app.ts';
import { createLogger } from '../../src/platform/logger.ts';
import type { Random } from './seeded-random.ts';

/** Two replicas of the whole program on one database, with their jobs, and a receiver of webhooks. */
export interface CrossingWorld extends AsyncDisposable {
  urls: readonly string[];
  apiKey: string;
  database: pg.Client;
  /** Where webhooks may be sent, and what has come there, in order. */
  receiver: { url: string; arrived: readonly Arrival[] };
  /** A server on which nothing listens, so that a carrier there is surely never reached. */
  unreachable: string;
  /** Ends the pauses between statements. */
  hurry(): void;
}

export interface Arrival {
  path: string;
  /** Of the event. */
  id: string;
  subject: string;
  sequence: number;
}

const REPLICAS = 2;
const UNREACHABLE = 'http://127.0.0.1:1';

export async function startCrossingWorld(connectionString: string, random: Random): Promise<CrossingWorld> {
  await using started = new AsyncDisposableStack();
  const receiver = started.use(await startReceiver());
  const pause = createPause(random.fork('pauses'));
  const apps: App[] = [];
  for (let replica = 0; replica < REPLICAS; replica++) {
    const app = await createApp({
      config: {
        publicUrl: 'http://localhost:3000',
        problemBaseUrl: 'http://localhost:3000/errors',
        rateLimits: { read: 1e6, write: 1e6, bulk: 1e6, address: 1e6 },
        corsOrigins: [],
        hooksAllowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')],
        carrierOrigins: [UNREACHABLE],
      },
      connectionString,
      secretKey: Buffer.alloc(32, 7),
      log: createLogger('silent'),
      maxConnections: 12,
    });
    started.defer(() => app.close());
    loiter(app.db.pool, pause.now);
    await app.start();
    await app.http.listen({ host: '127.0.0.1', port: 0 });
    apps.push(app);
  }
  const [first] = apps;
  if (first === undefined) throw new Error('there are no replicas');
  const { apiKey } = await first.createTenant('Crossing');
  const database = new pg.Client({ connectionString, application_name: 'cross-requests' });
  await database.connect();
  started.defer(() => database.end());
  const running = started.move();
  return {
    urls: apps.map((app) => `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`),
    apiKey,
    database,
    receiver,
    unreachable: UNREACHABLE,
    hurry: pause.stop,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Short pauses mostly; at times one in which everybody else gets far, and rarely one that is longer than the right to call a carrier. */
const PAUSES_MS = { none: 0, short: 8, long: 80, freeze: 4_000 } as const;
const PAUSE_WEIGHTS = { none: 80, short: 16, long: 4, freeze: 0.05 } as const;

function createPause(random: Random): { now(): Promise<void>; stop(): void } {
  let stopped = false;
  return {
    now: async () => {
      const longest = PAUSES_MS[random.pick(PAUSE_WEIGHTS)];
      if (longest > 0 && !stopped) await delay(random.between(0, longest));
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** Draws the moments between two statements out, so that others come between. */
function loiter(pool: pg.Pool, pause: () => Promise<void>): void {
  const original = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  pool.query = (async (...args: unknown[]) => {
    await pause();
    const result = await original(...args);
    await pause();
    return result;
  }) as unknown as typeof pool.query;
}

async function startReceiver(): Promise<AsyncDisposable & CrossingWorld['receiver']> {
  const arrived: Arrival[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const { id, subject, sequence } = JSON.parse(Buffer.concat(chunks).toString()) as Omit<Arrival, 'path'>;
      arrived.push({ path: request.url ?? '', id, subject, sequence });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
