import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { shipmentInputExample } from '../../src/modules/shipping/v2/shipment-examples.ts';
import { type Arrived, checkHooks, receive } from './check-hooks.ts';
import { asFirstCaller, createKillableServer, type KillableServer } from './killable-server.ts';
import { type Random, seededRandom } from './seeded-random.ts';

export interface KillHooksOptions {
  /** How many events are caused. */
  events: number;
  /** How often the server is killed, at moments spread over the events. */
  kills: number;
  /** Decides what is killed and when. */
  seed: string;
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

  npm run test:kill-hooks -- [--events 2000] [--kills 40] [--seed TEXT] [--help]

Exits with 1 when anything is amiss.`;

const CLIENTS = 8;
/** Between what decides the moment of a kill and the kill: long enough for what was caused to be on its way. */
const LATEST_KILL_MS = 60;
const SETTLE_PATIENCE_MS = 120_000;
const SHIPMENTS = '/api/shipping/v2/shipments';

export async function killHooks({ events, kills, seed, print }: KillHooksOptions): Promise<KillHooksReport> {
  await using receiver = await startStranger(seededRandom(`${seed}/receiver`));
  await using server = await createKillableServer({ HOOKS_ALLOWED_NETWORKS: '127.0.0.0/8' });
  const random = seededRandom(seed);
  await server.start();
  await server.ready();
  const call = await createCaller(server);
  const webhook = await call('POST', '/api/hooks/v1/webhooks', { url: receiver.url, events: ['shipment.created'] });
  if (webhook?.status !== 201) throw new Error(`no webhook: ${JSON.stringify(webhook)}`);
  const { id: webhookId, secret } = webhook.body as { id: string; secret: string };
  receiver.expect(secret);

  const caused = new Set<string>();
  // Events are caused in as many portions as there are kills, so that starting the server is not what all time is spent on.
  let allowed = kills === 0 ? events : 0;
  const causing = causeEvents(
    call,
    events,
    () => allowed,
    (shipmentId) => caused.add(shipmentId),
  );
  const causedSoFar = async (count: number): Promise<void> => {
    while (caused.size < count) await Promise.race([delay(5), causing]);
  };
  for (let kill = 1; kill <= kills; kill++) {
    const before = allowed;
    allowed = Math.ceil((kill * events) / kills);
    await causedSoFar(Math.floor(random.between(before, allowed)));
    await delay(random.between(0, LATEST_KILL_MS));
    const target = random.happens(0.7) ? 'program' : 'everything';
    await server.kill(target);
    print(`kill ${kill}, of ${target}: ${caused.size} caused, ${receiver.arrived.length} received`);
    await server.start();
    await server.ready();
  }
  await causing;

  const begin = performance.now();
  const deliveries = `/api/hooks/v1/webhooks/${webhookId}/deliveries?limit=1`;
  const inStatus = async (status: string): Promise<number> => {
    const answer = await call('GET', `${deliveries}&status=${status}`);
    return (answer?.body as { total?: number } | undefined)?.total ?? Number.POSITIVE_INFINITY;
  };
  const isSettled = async (): Promise<boolean> =>
    new Set(receiver.arrived.map(({ subject }) => subject)).size >= caused.size && (await inStatus('Pending')) === 0;
  while (!(await isSettled()) && performance.now() - begin < SETTLE_PATIENCE_MS) await delay(100);
  const settledMs = performance.now() - begin;
  const unsent = { Pending: 'still wait', Failed: 'were given up', Blocked: 'were not sent' };
  const violations: string[] = [];
  for (const [status, what] of Object.entries(unsent)) {
    const count = await inStatus(status);
    if (count > 0) violations.push(`${count} deliveries ${what}`);
  }
  if (caused.size !== events) violations.push(`${caused.size} instead of ${events} events were caused`);
  return {
    kills,
    caused: caused.size,
    received: receiver.arrived.length,
    repeated: receiver.arrived.length - new Set(receiver.arrived.map(({ id }) => id)).size,
    settledMs,
    violations: [...violations, ...checkHooks(caused, receiver.arrived)],
  };
}

/** A server that knows nothing of the program but its secret, and now and then fails; no event twice, whose third attempt is minutes away. */
async function startStranger(random: Random) {
  const arrived: Arrived[] = [];
  const failed = new Set<string>();
  let secret = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const { headers } = request;
      const body = Buffer.concat(chunks).toString();
      const one = receive({ headers, body, receivedOn: new Date() }, secret);
      arrived.push(one);
      const fails = random.happens(0.03) && !failed.has(one.id);
      if (fails) failed.add(one.id);
      response.writeHead(fails ? 500 : 204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    arrived,
    expect: (own: string) => {
      secret = own;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Call = (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  key?: string,
) => Promise<{ status: number; body: unknown } | undefined>;

async function createCaller(server: KillableServer): Promise<Call> {
  const send = await asFirstCaller(server);
  return async (method, path, body, key) => {
    try {
      const answer = await send(method, path, { body, key, timeoutMs: 20_000 });
      return { status: answer.status, body: await answer.json() };
    } catch {
      return undefined;
    }
  };
}

/** Every shipment is asked for until it is known to be there. */
async function causeEvents(
  call: Call,
  count: number,
  allowed: () => number,
  onCaused: (shipmentId: string) => void,
): Promise<void> {
  let begun = 0;
  const client = async (): Promise<void> => {
    while (begun < count) {
      if (begun >= allowed()) {
        await delay(5);
        continue;
      }
      begun++;
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
      kills: { type: 'string', default: '40' },
      seed: { type: 'string', default: String(Date.now()) },
      help: { type: 'boolean', default: false },
    },
  });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (values.help) return print(USAGE);
  print(`seed ${values.seed}`);
  const { seed } = values;
  const report = await killHooks({ events: Number(values.events), kills: Number(values.kills), seed, print });
  print(describeHooksReport(report));
  process.exitCode = report.violations.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
