import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startTestPostgres, TEMPLATE_DATABASE } from '../harness/servers.ts';
import { checkAnswers } from './check-answers.ts';
import { checkArrivals, checkCrossedRows, WAITING_DELIVERIES } from './check-crossed-rows.ts';
import { checkOrders } from './check-orders.ts';
import { runClient, setStage } from './crossing-clients.ts';
import { type Exchange, type Stage, typeOf } from './crossing-stage.ts';
import { type CrossingWorld, startCrossingWorld } from './crossing-world.ts';
import { readAftermath, waitUntilSettled } from './read-aftermath.ts';
import { seededRandom } from './seeded-random.ts';
import { type Api, SHIPMENTS } from './shipment-story.ts';

export interface CrossOptions {
  /** A migrated database with nothing in it. */
  connectionString: string;
  /** Decides what is asked; how it crosses is the machine's affair. */
  seed: string;
  clients: number;
  seconds: number;
}

export interface CrossReport {
  answers: Readonly<Record<string, number>>;
  events: Readonly<Record<string, number>>;
  bookings: number;
  violations: readonly string[];
}

const USAGE = `Lets clients of two replicas do everything at once with the same few shipments, profiles, webhooks and tokens, and
checks in the end that no two answers contradict each other, and that nothing is doubled, lost or stuck.

  npm run test:cross -- [--rounds 10] [--seconds 10] [--seed TEXT] [--clients 6] [--help]

Exits with 1 when anything is amiss.`;

const SETTLE_PATIENCE_MS = 60_000;

export async function crossRequests({ connectionString, seed, clients, seconds }: CrossOptions): Promise<CrossReport> {
  const random = seededRandom(seed);
  await using world = await startCrossingWorld(connectionString, random);
  const stage = await setStage(world, random.fork('stage'));
  const endsAt = performance.now() + seconds * 1_000;
  const isOver = (): boolean => performance.now() > endsAt;
  await Promise.all(
    Array.from({ length: clients }, (_, client) => runClient(stage, random.fork(`client ${client}`), isOver)),
  );
  world.hurry();
  const api = createApi(world);
  const unsettled = await settle(world, stage, api);
  const found = await readAftermath(api, world.database);
  const violations = [
    ...unsettled,
    ...checkOrders([], found),
    ...checkAnswers(stage.exchanges, found.events),
    ...(await checkCrossedRows(world.database)),
    ...checkArrivals(world.receiver.arrived, found),
  ];
  return {
    answers: tally(stage.exchanges.map(kindOf)),
    events: tally(found.events.map((event) => event.type)),
    bookings: found.bookings.length,
    violations,
  };
}

/** Waits until nothing is under way any more; what waits for a carrier that is never reached is given up. */
async function settle(world: CrossingWorld, stage: Stage, api: Api): Promise<string[]> {
  for (const deadline = performance.now() + SETTLE_PATIENCE_MS; performance.now() < deadline; await delay(50)) {
    const { body } = await api('GET', `${SHIPMENTS}?status=Ordered&limit=50`);
    const waiting = body['items'] as { id: string }[];
    for (const { id } of waiting) await api('PUT', `${SHIPMENTS}/${id}/booking-outcome`, { outcome: 'not-booked' });
    if (!(await waitUntilSettled(api, world.database, 1_000))) continue;
    const { rows } = await world.database.query(`select ${WAITING_DELIVERIES} limit 1`);
    if (rows.length === 0) return [];
  }
  return [`not everything was settled ${SETTLE_PATIENCE_MS} ms after the last of ${stage.exchanges.length} requests`];
}

function createApi(world: CrossingWorld): Api {
  return async (method, path, body) => {
    const answer = await fetch(`${world.urls[0]}${path}`, {
      method,
      headers: {
        authorization: `ApiKey ${world.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return { status: answer.status, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text } };
  };
}

function kindOf(exchange: Exchange): string {
  const { wish, status, isReplayed } = exchange;
  return [wish.action, status, typeOf(exchange), isReplayed ? 'replayed' : ''].filter(Boolean).join(' ');
}

function tally(items: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(items.toSorted(), (item) => item);
  return Object.fromEntries([...groups].map(([item, each]) => [item, each.length]));
}

export function describeReport({ answers, events, bookings, violations }: CrossReport): string {
  const list = (numbers: Readonly<Record<string, number>>): string =>
    Object.entries(numbers)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ');
  return [
    `answers:    ${list(answers)}`,
    `events:     ${list(events)}`,
    `bookings:   ${bookings}`,
    `violations: ${violations.length}`,
    ...violations.map((violation) => `  ${violation}`),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(Date.now()) },
      clients: { type: 'string', default: '6' },
      help: { type: 'boolean', default: false },
    },
  });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (values.help) return print(USAGE);
  await using postgres = await startTestPostgres();
  for (let round = 1; round <= Number(values.rounds); round++) {
    const seed = `${values.seed}/${round}`;
    const connectionString = await createDatabase(postgres.url, `cross_${round}`);
    const [clients, seconds] = [Number(values.clients), Number(values.seconds)];
    const report = await crossRequests({ connectionString, seed, clients, seconds });
    print(`seed ${seed}\n${describeReport(report)}`);
    if (report.violations.length > 0) process.exitCode = 1;
  }
}

/** It goes with its server. */
async function createDatabase(server: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name} template ${TEMPLATE_DATABASE}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

if (import.meta.main) await main();
