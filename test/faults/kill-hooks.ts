import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { shipmentInputExample } from '../../src/modules/shipping/v2/examples.ts';
import { createKillableServer, type KillableServer } from './killable-server.ts';
import { type Random, seededRandom } from './seeded-random.ts';

export interface KillHooksOptions {
  /** How many events are caused. */
  events: number;
  /** Decides what is killed and when. */
  seed: string;
  /** The longest time between a start and the next kill. */
  latestKillMs: number;
  print(line: string): void;
}

export interface KillHooksReport {
  kills: number;
  caused: number;
  received: number;
  /** Events that came more than once, which is allowed. */
  repeated: number;
  settledMs: number;
  violations: readonly string[];
}

const USAGE = `Kills the server at random moments while events are caused, starts it again on the same directory, and checks in the
end that every event arrived at a webhook's receiver at least once, under one id, with the same bytes and a valid signature.

  npm run test:kill-hooks -- [--events 2000] [--seed TEXT] [--help]

Exits with 1 when anything is amiss.`;

const CLIENTS = 8;
const SETTLE_PATIENCE_MS = 120_000;
const SHIPMENTS = '/api/shipping/v2/shipments';

export async function killHooks(options: KillHooksOptions): Promise<KillHooksReport> {
  await using receiver = await startStranger(seededRandom(`${options.seed}/receiver`));
  await using server = await createKillableServer({ HOOKS_ALLOWED_NETWORKS: '127.0.0.0/8' });
  const random = seededRandom(options.seed);
  await server.start();
  await server.ready();
  const call = await createCaller(server);
  const webhook = await call('POST', '/api/hooks/v1/webhooks', { url: receiver.url, events: ['shipment.created'] });
  if (webhook?.status !== 201) throw new Error(`no webhook: ${JSON.stringify(webhook)}`);
  const { id: webhookId, secret } = webhook.body as { id: string; secret: string };

  const caused = new Set<string>();
  let kills = 0;
  const causing = causeEvents(call, options.events, (shipmentId) => caused.add(shipmentId));
  let done = false;
  void causing.finally(() => {
    done = true;
  });
  while (!done) {
    await Promise.race([delay(random.between(50, options.latestKillMs)), causing]);
    if (done && kills > 0) break;
    await server.kill(random.happens(0.7) ? 'program' : 'everything');
    kills++;
    options.print(`kill ${kills}: ${caused.size} caused, ${receiver.received.length} received`);
    await server.start();
    await server.ready();
  }
  await causing;

  const begin = performance.now();
  const missing = (): string[] => [...caused].filter((id) => !receiver.subjects.has(`shipment/${id}`));
  while (missing().length > 0 && performance.now() - begin < SETTLE_PATIENCE_MS) await delay(100);
  const settledMs = performance.now() - begin;
  const pending = await call('GET', `/api/hooks/v1/webhooks/${webhookId}/deliveries?status=Failed&limit=1`);
  const failed = Number((pending?.body as { total?: number } | undefined)?.total ?? -1);
  return {
    kills,
    caused: caused.size,
    received: receiver.received.length,
    repeated: receiver.received.length - receiver.subjects.size,
    settledMs,
    violations: [
      ...missing().map((id) => `the event of shipment ${id} never arrived`),
      ...(caused.size === options.events ? [] : [`${caused.size} instead of ${options.events} events were caused`]),
      ...(failed === 0 ? [] : [`${failed} deliveries were given up`]),
      ...judge(receiver.received, secret),
    ],
  };
}

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  subject: string;
}

/** A server that knows nothing of the program, and now and then fails. */
async function startStranger(random: Random) {
  const received: Received[] = [];
  const subjects = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { subject } = JSON.parse(body) as { subject: string };
      if (random.happens(0.03)) return void response.writeHead(500).end();
      received.push({ headers: request.headers, body, subject });
      subjects.add(subject);
      return void response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    subjects,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What is wrong with what a receiver got. */
function judge(received: readonly Received[], secret: string): string[] {
  const webhook = new Webhook(secret);
  const violations: string[] = [];
  for (const [subject, all] of Map.groupBy(received, (each) => each.subject)) {
    const ids = new Set(all.map(({ headers }) => headers['webhook-id']));
    if (ids.size !== 1) violations.push(`${subject} arrived under ${ids.size} ids`);
    if (new Set(all.map(({ body }) => body)).size !== 1) violations.push(`${subject} arrived with different bytes`);
    for (const { headers, body } of all) {
      try {
        // Of the time the package is strict, and this run is long; the signature covers it all the same.
        webhook.verify(body, headers as Record<string, string>);
      } catch (error) {
        if (!(error instanceof Error && /timestamp/i.test(error.message)))
          violations.push(`${subject}: ${String(error)}`);
      }
    }
  }
  return violations;
}

type Call = (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  key?: string,
) => Promise<{ status: number; body: unknown } | undefined>;

async function createCaller(server: KillableServer): Promise<Call> {
  const apiKey = (await readFile(join(server.dataDir, 'api-key'), 'utf8')).trim();
  return async (method, path, body, key) => {
    try {
      const answer = await fetch(`${server.url}${path}`, {
        method,
        headers: {
          authorization: `ApiKey ${apiKey}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      return { status: answer.status, body: await answer.json() };
    } catch {
      return undefined;
    }
  };
}

/** Every shipment is asked for until it is known to be there. */
async function causeEvents(call: Call, count: number, onCaused: (shipmentId: string) => void): Promise<void> {
  let left = count;
  const client = async (): Promise<void> => {
    while (left-- > 0) {
      const key = randomUUID();
      for (;;) {
        const answer = await call('POST', SHIPMENTS, SHIPMENT, key);
        if (answer?.status === 201) {
          onCaused((answer.body as { id: string }).id);
          break;
        }
        if (answer !== undefined && answer.status < 500 && answer.status !== 409)
          throw new Error(`unexpected: ${JSON.stringify(answer)}`);
        await delay(50);
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

const SHIPMENT = { ...shipmentInputExample, reference: 'KILL-HOOKS' };

export function describeHooksReport(report: KillHooksReport): string {
  return [
    `kills:      ${report.kills}`,
    `events:     ${report.caused} caused; ${report.received} received, ${report.repeated} of them again`,
    `settled:    ${(report.settledMs / 1_000).toFixed(1)} s after the last was caused`,
    `violations: ${report.violations.length}`,
    ...report.violations.slice(0, 50).map((violation) => `  ${violation}`),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now()) },
      help: { type: 'boolean', default: false },
    },
  });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (values.help) return print(USAGE);
  print(`seed ${values.seed}`);
  const report = await killHooks({ events: Number(values.events), seed: values.seed, latestKillMs: 6_000, print });
  print(describeHooksReport(report));
  process.exitCode = report.violations.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
