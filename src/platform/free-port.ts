import { createServer } from 'node:net';

/** A TCP port of the loopback address that is free at this moment; whoever uses it has to be ready to try another. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address === null || typeof address === 'string'
          ? reject(new Error('a TCP server has no port'))
          : resolve(address.port),
      );
    });
  });
}
