import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { joinEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { checkOrders } from './check-orders.ts';
import { asFirstCaller, createKillableServer, type KillableServer, type KillTarget } from './killable-server.ts';
import { readAftermath, waitUntilSettled } from './read-aftermath.ts';
import { type Random, seededRandom } from './seeded-random.ts';
import type { ShipmentHistory } from './shipment-history.ts';
import { type Api, IMPATIENT_CARRIER, type StoryTeller, tellStory } from './shipment-story.ts';

export interface KillOptions {
  /** Each ends with a kill under load, and has others during start-up. */
  rounds: number;
  /** Decides what is asked, what is killed and when; how the two meet is the machine's affair. */
  seed: string;
  clients: number;
  print(line: string): void;
}

export interface KillReport {
  kills: Readonly<Record<string, number>>;
  shipments: Readonly<Record<string, number>>;
  answers: Readonly<Record<string, number>>;
  bookings: { live: number; voided: number };
  readyMs: readonly number[];
  settledMs: number;
  violations: readonly string[];
}

const USAGE = `Kills the server and its database at random moments while shipments are ordered, starts them again on the same
directory, and checks in the end that nothing is lost and nothing is booked twice.

  npm run test:kill -- [--rounds 30] [--seed TEXT] [--clients 8] [--help]

Exits with 1 when anything is amiss.`;

/** What is killed under load, and how often in proportion. */
const TARGETS: Readonly<Record<KillTarget, number>> = {
  everything: 50,
  program: 15,
  orphans: 10,
  database: 15,
  backend: 10,
};

const REQUEST_PATIENCE_MS = 40_000;
const SETTLE_PATIENCE_MS = 90_000;
const STORY_PATIENCE_MS = 60_000;
const SHOWN_WARNINGS = 40;

export async function killOrders(options: KillOptions): Promise<KillReport> {
  await using server = await createKillableServer();
  const random = seededRandom(options.seed);
  const kills = new Map<string, number>();
  const readyMs: number[] = [];
  const count = (kill: string): void => void kills.set(kill, (kills.get(kill) ?? 0) + 1);

  const startAndKillSometimes = async (probability: number, latestMs: number): Promise<void> => {
    while (random.happens(probability)) {
      await server.start();
      const afterMs = random.between(0, latestMs);
      await delay(afterMs);
      const target = random.happens(0.7) ? 'everything' : 'program';
      await server.kill(target);
      count(`${target} while starting`);
      options.print(`  killed ${target} ${Math.round(afterMs)} ms into the start`);
    }
  };

  await startAndKillSometimes(0.7, 4_000);
  await server.start();
  await server.ready();
  const api = await createApi(server);
  const load = createLoad(options, server, api, random.fork('load'));

  for (let round = 1; round <= options.rounds; round++) {
    const afterMs = random.between(100, 3_000);
    const target = random.pick(TARGETS);
    await delay(afterMs);
    load.serverIsGoing();
    await server.kill(target);
    count(target);
    const killedAt = performance.now();
    if (target === 'everything' || target === 'program' || target === 'orphans') {
      await startAndKillSometimes(0.3, 2_500);
      await server.start();
    }
    const startedAt = target === 'database' || target === 'backend' ? killedAt : performance.now();
    await server.ready();
    readyMs.push(performance.now() - startedAt);
    load.serverIsBack();
    options.print(
      `round ${round}: killed ${target} after ${Math.round(afterMs)} ms; ready in ${Math.round(readyMs.at(-1) ?? 0)} ms`,
    );
  }

  const lastReadyAt = performance.now();
  const unfinished = await load.end();
  await using database = await connect(server.dataDir);
  const settled = await waitUntilSettled(api, database.client, SETTLE_PATIENCE_MS);
  const settledMs = performance.now() - lastReadyAt;
  const found = await readAftermath(api, database.client);
  const violations = [
    ...unfinished,
    ...(settled ? [] : [`not everything was settled ${SETTLE_PATIENCE_MS} ms after the last kill`]),
    ...checkOrders(load.histories(), found),
  ];
  if (violations.length > 0) options.print(`the server's last warnings:\n${await readWarnings(server.logFile)}`);
  const live = found.bookings.filter((booking) => booking.isLive).length;
  return {
    kills: Object.fromEntries(kills),
    shipments: tally(found.shipments.map((shipment) => shipment.status)),
    answers: tally(load.answers),
    bookings: { live, voided: found.bookings.length - live },
    readyMs,
    settledMs,
    violations,
  };
}

/** Calls the server, which has a second carrier account by then. */
async function createApi(server: KillableServer): Promise<Api> {
  const send = await asFirstCaller(server);
  const api: Api = async (method, path, body, key) => {
    try {
      const answer = await send(method, path, { body, key, timeoutMs: REQUEST_PATIENCE_MS });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      return { status: answer.status, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text } };
    } catch (error) {
      // A broken connection is what this is about; a server that leaves its caller waiting is not.
      if (error instanceof Error && error.name === 'TimeoutError') return { status: 504, body: { type: 'no-answer' } };
      return { status: 0, body: {} };
    }
  };
  const profile = await api('POST', '/api/shipping/v2/carrier-profiles', {
    reference: IMPATIENT_CARRIER,
    name: 'Impatient',
    carrier: 'sandbox',
    serviceLevels: [{ reference: 'DFY-B2C', name: 'Delivered for you', productCode: '01000000' }],
    bookingTimeoutMs: 800,
  });
  if (profile.status !== 201) throw new Error(`no carrier profile: ${profile.status} ${JSON.stringify(profile.body)}`);
  return api;
}

async function connect(dataDir: string): Promise<AsyncDisposable & { client: pg.Client }> {
  const joined = await joinEmbeddedPostgres(dataDir);
  if (joined === undefined) throw new Error(`no server runs on ${dataDir}`);
  const client = new pg.Client({ connectionString: joined.connectionString, application_name: 'kill-orders' });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

async function readWarnings(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).split('\n');
  return lines
    .filter((line) => /^{"level":[456]0/.test(line))
    .slice(-SHOWN_WARNINGS)
    .join('\n');
}

interface Load {
  readonly answers: readonly string[];
  histories(): ShipmentHistory[];
  serverIsGoing(): void;
  serverIsBack(): void;
  /** Lets the stories that have begun come to their ends. @returns complaints about those that do not. */
  end(): Promise<string[]>;
}

function createLoad(options: KillOptions, server: KillableServer, api: Api, random: Random): Load {
  const histories = new Map<string, ShipmentHistory>();
  const answers: string[] = [];
  let back = Promise.withResolvers<void>();
  back.resolve();
  let ending = false;

  const runClient = async (client: number): Promise<void> => {
    const own = random.fork(`${client}`);
    const teller: StoryTeller = {
      random: own,
      api,
      serverIsBack: () => back.promise,
      pause: () => delay(own.between(0, 80)),
      onHistory: (history) => histories.set(history.id, history),
      onAnswer: (action, kind) => answers.push(`${action} ${kind}`),
    };
    for (let story = 1; !ending; story++) {
      await back.promise;
      await tellStory(teller, `${client}.${story}`);
    }
  };
  const clients = Promise.all(Array.from({ length: options.clients }, (_, client) => runClient(client + 1)));
  // A fault of a client is told by end(), not by the end of this process.
  clients.catch(() => undefined);

  return {
    answers,
    histories: () => [...histories.values()],
    serverIsGoing: () => {
      back = Promise.withResolvers();
    },
    serverIsBack: () => back.resolve(),
    end: async () => {
      ending = true;
      const late = new AbortController();
      const timeout = delay(STORY_PATIENCE_MS, ['a client did not come to its end'], { signal: late.signal });
      const ended = clients.then((): string[] => []);
      return Promise.race([ended, timeout]).finally(() => late.abort());
    },
  };
}

function tally(items: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(items.toSorted(), (item) => item);
  return Object.fromEntries([...groups].map(([item, each]) => [item, each.length]));
}

export function describeReport(report: KillReport): string {
  const list = (numbers: Readonly<Record<string, number>>): string =>
    Object.entries(numbers)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ');
  const ready = report.readyMs.toSorted((one, other) => one - other);
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
  return [
    `kills:      ${Object.values(report.kills).reduce((sum, each) => sum + each, 0)} (${list(report.kills)})`,
    `shipments:  ${list(report.shipments)}`,
    `bookings:   ${report.bookings.live} live, ${report.bookings.voided} voided`,
    `answers:    ${list(report.answers)}`,
    `ready:      median ${seconds(ready[Math.floor(ready.length / 2)] ?? 0)}, at most ${seconds(ready.at(-1) ?? 0)}`,
    `settled:    ${seconds(report.settledMs)} after the last start, with the clients' last stories`,
    `violations: ${report.violations.length}`,
    ...report.violations.map((violation) => `  ${violation}`),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '30' },
      seed: { type: 'string', default: String(Date.now()) },
      clients: { type: 'string', default: '8' },
      help: { type: 'boolean', default: false },
    },
  });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (values.help) return print(USAGE);
  print(`seed ${values.seed}`);
  const report = await killOrders({
    rounds: Number(values.rounds),
    seed: values.seed,
    clients: Number(values.clients),
    print,
  });
  print(describeReport(report));
  process.exitCode = report.violations.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
