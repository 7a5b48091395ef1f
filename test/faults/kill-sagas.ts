import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createGrpcCaller, stock } from '../harness/grpc.ts';
import { checkSagas, readNeglected, readSagas } from './check-sagas.ts';
import { type Replicas, startReplicas } from './saga-replicas.ts';
import { type KeyHistory, type StoryTeller, tellStory } from './saga-story.ts';
import { type Random, seededRandom } from './seeded-random.ts';

export interface SagaKillOptions {
  kills: number;
  orders: number;
  /** Decides what is asked and who is killed; how the two meet is the machine's affair. */
  seed: string;
  clients: number;
  replicas: number;
  /** What is deliberately broken in the program. */
  breakage?: string | undefined;
  /** How often which payment token is used, where it matters. */
  tokens?: StoryTeller['tokens'];
  /** A migrated database. Default: one of its own. */
  connectionString?: string | undefined;
  /** How long after the last kill everything may take to be settled. */
  settlePatienceMs?: number;
  print(line: string): void;
}

export interface SagaKillReport {
  kills: number;
  orders: Readonly<Record<string, number>>;
  answers: Readonly<Record<string, number>>;
  keys: number;
  settledMs: number;
  violations: readonly string[];
}

const USAGE = `Kills processes of the program with SIGKILL while orders are created, paid, canceled and refunded, with calls that are sent
twice, crossed, in conflict or never repeated, and checks in the end that no promise of the order management is broken.

  npm run test:kill-sagas -- [--kills 300] [--orders 2000] [--clients 10] [--replicas 3] [--seed TEXT]
                             [--break new-keys|apart] [--help]

--break runs a program in which one promise is deliberately broken, to see that it is found. Exits with 1 when anything is amiss.`;

const SETTLE_PATIENCE_MS = 90_000;
/** What is broken on purpose need not be waited for as long. */
const BROKEN_PATIENCE_MS = 20_000;
const SHOWN_VIOLATIONS = 30;

export async function killSagas(options: SagaKillOptions): Promise<SagaKillReport> {
  const random = seededRandom(options.seed);
  const { breakage, connectionString } = options;
  const { settlePatienceMs = breakage === undefined ? SETTLE_PATIENCE_MS : BROKEN_PATIENCE_MS } = options;
  await using replicas = await startReplicas({ count: options.replicas, breakage, connectionString });
  const [first] = replicas.ready();
  if (first === undefined) throw new Error('no replica is ready');
  const skus = Array.from({ length: 6 }, (_, index) => [`SKU-${index + 1}`, 100_000n]);
  await stock(createGrpcCaller(first.client, replicas.apiKey), Object.fromEntries(skus) as Record<string, bigint>);

  const keys = new Map<string, KeyHistory>();
  const answers = new Map<string, number>();
  const teller = (own: Random): StoryTeller => ({
    replicas,
    random: own,
    keys,
    tokens: options.tokens,
    onAnswer: (answer) => void answers.set(answer, (answers.get(answer) ?? 0) + 1),
  });
  const neglected = new Set<string>();
  const lookForNeglected = async (): Promise<void> => {
    for (const each of await readNeglected(replicas.connectionString)) neglected.add(each);
  };
  let begun = 0;
  let kills = 0;
  // Orders come in as many portions as there are kills, each just before one, so that starting processes is not what all time is spent on.
  let allowed = options.kills === 0 ? options.orders : 0;
  const tellStories = async (client: number): Promise<void> => {
    const own = teller(random.fork(`client ${client}`));
    while (begun < options.orders || kills < options.kills) {
      if (begun < allowed) await tellStory(own, `order-${++begun}`);
      else await delay(10);
    }
  };
  const killer = async (): Promise<void> => {
    while (kills < options.kills) {
      // One is left to answer, so that callers meet others' unfinished work at once.
      while (replicas.ready().length < Math.min(2, options.replicas)) await delay(20);
      allowed = Math.ceil(((kills + 1) * options.orders) / options.kills);
      await delay(random.between(0, 500));
      const victim = replicas.ready()[Math.floor(random.next() * replicas.ready().length)];
      if (victim === undefined) continue;
      await replicas.replace(victim);
      await lookForNeglected();
      if (++kills % 25 === 0) options.print(`${kills} kills, ${begun} orders`);
    }
  };
  await Promise.all([killer(), ...Array.from({ length: options.clients }, (_, client) => tellStories(client))]);

  await lookForNeglected();
  const lastKillAt = performance.now();
  while (replicas.ready().length < options.replicas) await delay(50);
  const isSettled = await untilSettled(replicas.connectionString, settlePatienceMs);
  const settledMs = performance.now() - lastKillAt;
  if (isSettled) {
    // Whoever was left without an answer comes back for it; what it asked for has been done by then, or not begun.
    await answerTheRest(replicas, keys);
    await untilSettled(replicas.connectionString, settlePatienceMs);
  }
  const found = await readSagas(replicas.connectionString);
  const violations = [
    ...neglected,
    ...(isSettled ? [] : [`not everything was settled ${settlePatienceMs} ms after the last kill`]),
    ...checkSagas(found, [...keys.values()]),
  ];
  if (violations.length > 0 && breakage === undefined) {
    const log = await readFile(replicas.logFile, 'utf8');
    options.print(`the last of the log:\n${log.split('\n').slice(-20).join('\n')}`);
  }
  return {
    kills,
    orders: Object.fromEntries(
      [...Map.groupBy(found.orders, ({ status }) => status)].map(([status, each]) => [status, each.length]),
    ),
    answers: Object.fromEntries([...answers].toSorted()),
    keys: keys.size,
    settledMs,
    violations,
  };
}

/** Before anybody asks again: what was begun is ended by the jobs alone. */
async function untilSettled(connectionString: string, patienceMs: number): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const deadline = performance.now() + patienceMs; ; await delay(200)) {
      const { rows } = await client.query('select from orders.orders where unsettled_since is not null limit 1');
      if (rows.length === 0) return true;
      if (performance.now() > deadline) return false;
    }
  } finally {
    await client.end();
  }
}

async function answerTheRest(replicas: Replicas, keys: ReadonlyMap<string, KeyHistory>): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const open = [...keys.values()].filter(({ answers }) => answers.length === 0);
    if (open.length === 0) return;
    for (let at = 0; at < open.length; at += 20) await Promise.all(open.slice(at, at + 20).map((each) => each.again()));
    if (replicas.ready().length === 0) throw new Error('every replica has ended by itself');
    await delay(1_000);
  }
}

export function describeReport({ kills, orders, answers, keys, settledMs, violations }: SagaKillReport): string {
  const list = (numbers: Readonly<Record<string, number>>): string =>
    Object.entries(numbers)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ');
  return [
    `kills:      ${kills}`,
    `orders:     ${Object.values(orders).reduce((sum, each) => sum + each, 0)} (${list(orders)})`,
    `keys:       ${keys}`,
    `answers:    ${list(answers)}`,
    `settled:    ${(settledMs / 1_000).toFixed(1)} s after the last kill`,
    `violations: ${violations.length}`,
    ...violations.slice(0, SHOWN_VIOLATIONS).map((violation) => `  ${violation}`),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '300' },
      orders: { type: 'string', default: '2000' },
      clients: { type: 'string', default: '10' },
      replicas: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(Date.now()) },
      break: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (values.help) return print(USAGE);
  print(`seed ${values.seed}`);
  const report = await killSagas({
    kills: Number(values.kills),
    orders: Number(values.orders),
    clients: Number(values.clients),
    replicas: Number(values.replicas),
    seed: values.seed,
    breakage: values.break,
    print,
  });
  print(describeReport(report));
  process.exitCode = report.violations.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
