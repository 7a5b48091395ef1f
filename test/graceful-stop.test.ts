import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client, credentials, type ServiceError, status } from '@grpc/grpc-js';
import { expect, test, vi } from 'vitest';
import { freePort } from '../src/platform/free-port.ts';
import { createTestDatabase, EXAMPLE_SHIPMENT, SHIPMENTS } from './harness.ts';

const PATIENCE = { timeout: 45_000, interval: 50 };

/** The program as a process of its own, ready, with a tenant that calls it. */
async function startProgram() {
  await using started = new AsyncDisposableStack();
  const database = started.use(await createTestDatabase());
  const [port, grpcPort] = [await freePort(), await freePort()];
  const env = {
    DATABASE_URL: database.connectionString,
    SECRET_KEY: Buffer.alloc(32).toString('base64'),
    PORT: `${port}`,
    GRPC_PORT: `${grpcPort}`,
  };
  const made = spawnSync(process.execPath, ['src/cli.js', 'tenant', 'create', '--name', 'Acme', '--json'], { env });
  const { apiKey } = JSON.parse(String(made.stdout)) as { apiKey: string };
  const program = spawn(process.execPath, ['src/cli.js', 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const log = text(program.stdout);
  const exited = once(program, 'exit');
  started.defer(async () => void (program.kill('SIGKILL') && (await exited)));
  const call = (method: string, path: string, body?: unknown) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        authorization: `ApiKey ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const read = async (path: string) => (await (await call('GET', path)).json()) as Record<string, unknown>;
  await vi.waitFor(async () => expect((await call('GET', '/health/ready')).status).toBe(200), PATIENCE);
  /** An order that is at the carrier for two seconds. */
  const orderSlowly = async (): Promise<{ answer: Promise<Response> }> => {
    const created = await call('POST', SHIPMENTS, { ...EXAMPLE_SHIPMENT, reference: 'SANDBOX-SLOW' });
    const { id } = (await created.json()) as { id: string };
    const answer = call('PUT', `${SHIPMENTS}/${id}/order`);
    answer.catch(() => undefined);
    await vi.waitFor(
      async () => expect(await read(`${SHIPMENTS}/${id}`)).toMatchObject({ status: 'Ordered' }),
      PATIENCE,
    );
    return { answer };
  };
  const running = started.move();
  return {
    ...{ port, grpcPort, apiKey, program, log, exited, orderSlowly },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function connectTo(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

test('SIGTERM lets the order that is at the carrier end and be answered, and exits 0', {
  timeout: 90_000,
}, async () => {
  await using server = await startProgram();
  // As a load balancer or a browser opens one ahead of need.
  await connectTo(server.port);
  const { answer } = await server.orderSlowly();
  server.program.kill('SIGTERM');

  const { status: answered } = await answer;
  const body = (await (await answer).json()) as { status: string };
  expect([answered, body.status]).toEqual([200, 'Accepted']);
  expect(await server.exited).toEqual([0, null]);
});

test('SIGTERM waits for no client that would never leave: gRPC streams, silent connections, half a request', {
  timeout: 90_000,
}, async () => {
  await using server = await startProgram();
  await connectTo(server.grpcPort);
  const half = await connectTo(server.port);
  half.write(
    `POST ${SHIPMENTS} HTTP/1.1\r\nHost: x\r\nAuthorization: ApiKey ${server.apiKey}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"ref',
  );
  using client = Object.assign(new Client(`127.0.0.1:${server.grpcPort}`, credentials.createInsecure()), {
    [Symbol.dispose]: () => client.close(),
  });
  const asBytes = (bytes: Buffer): Buffer => bytes;
  const watch = client.makeServerStreamRequest('/grpc.health.v1.Health/Watch', asBytes, asBytes, Buffer.alloc(0));
  const watchEnded = once(watch, 'error') as Promise<[ServiceError]>;
  watch.resume();
  const path = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
  const reflection = client.makeBidiStreamRequest(path, asBytes, asBytes);
  const reflectionEnded = once(reflection, 'error') as Promise<[ServiceError]>;
  reflection.write(Buffer.from([0x3a, 0]));
  await Promise.all([once(watch, 'metadata'), once(reflection, 'data')]);
  server.program.kill('SIGTERM');

  const endings = await Promise.all([watchEnded, reflectionEnded]);
  expect(endings.map(([error]) => error.code)).toEqual([status.UNAVAILABLE, status.UNAVAILABLE]);
  expect(await server.exited).toEqual([0, null]);
});

test('Ctrl-C under npm, which comes twice, is one; another signal ends the program at once, which its last line says', {
  timeout: 90_000,
}, async () => {
  await using server = await startProgram();
  await server.orderSlowly();
  // Not the same twice: the second might come before the first has been looked at, and would be lost in it.
  server.program.kill('SIGINT');
  server.program.kill('SIGTERM');
  // Half a second later listening ends, while the order is still at the carrier.
  const health = `http://127.0.0.1:${server.port}/health/ready`;
  await vi.waitFor(() => expect(fetch(health)).rejects.toThrow('fetch failed'), PATIENCE);
  expect(server.program.exitCode).toBeNull();
  server.program.kill('SIGINT');
  expect(await server.exited).toEqual([1, null]);
  const lastLine = JSON.parse((await server.log).trim().split('\n').at(-1) ?? '');
  expect(lastLine).toMatchObject({ level: 50, signal: 'SIGINT', msg: expect.stringContaining('another signal') });
});
