import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { freePort } from '../src/platform/free-port.ts';
import { createTestDatabase, EXAMPLE_SHIPMENT, SHIPMENTS } from './harness.ts';

test('SIGTERM lets the order that is at the carrier end and be answered, and exits 0', {
  timeout: 90_000,
}, async () => {
  await using database = await createTestDatabase();
  const port = await freePort();
  const env = {
    DATABASE_URL: database.connectionString,
    SECRET_KEY: Buffer.alloc(32).toString('base64'),
    PORT: `${port}`,
    GRPC_PORT: `${await freePort()}`,
  };
  const made = spawnSync(process.execPath, ['src/cli.js', 'tenant', 'create', '--name', 'Acme', '--json'], { env });
  const { apiKey } = JSON.parse(String(made.stdout)) as { apiKey: string };
  const program = spawn(process.execPath, ['src/cli.js', 'serve'], { env, stdio: 'ignore' });
  const exited = once(program, 'exit');
  await using _ended = { [Symbol.asyncDispose]: async () => void (program.kill('SIGKILL') && (await exited)) };
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
  const patience = { timeout: 45_000, interval: 50 };
  await vi.waitFor(async () => expect((await call('GET', '/health/ready')).status).toBe(200), patience);
  const created = await call('POST', SHIPMENTS, { ...EXAMPLE_SHIPMENT, reference: 'SANDBOX-SLOW' });
  const { id } = (await created.json()) as { id: string };

  // As a load balancer or a browser opens one ahead of need.
  const silent = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(silent, 'connect');
  const ordered = call('PUT', `${SHIPMENTS}/${id}/order`);
  await vi.waitFor(async () => expect(await read(`${SHIPMENTS}/${id}`)).toMatchObject({ status: 'Ordered' }), patience);
  program.kill('SIGTERM');

  const answer = await ordered;
  expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([200, 'Accepted']);
  expect(await exited).toEqual([0, null]);
});
