import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { limitConnections } from '../../src/platform/connection-limit.ts';

test('what the limit of open files does not allow is refused, and the log says so once', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const warnings: unknown[][] = [];
  limitConnections(server, { warn: (...warning: unknown[]) => void warnings.push(warning) }, 4);
  const { port } = server.address() as AddressInfo;
  const sockets = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await using _closed = {
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await Promise.all(sockets.slice(2).map((socket) => once(socket.resume(), 'close')));
  expect(sockets.map((socket) => socket.destroyed)).toEqual([false, false, true, true]);
  expect(warnings).toEqual([
    [{ refused: 1, maxConnections: 2, maxOpenFiles: 4 }, expect.stringContaining('limit of open files')],
  ]);
});
