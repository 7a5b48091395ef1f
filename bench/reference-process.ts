import type { FastifyInstance } from 'fastify';

/** What a reference server is told by the process that started it. */
export interface ReferenceOptions {
  connectionString: string;
  poolSize: number;
  /** The tenant whose shipments are created. */
  writerId: string;
  /** The tenant whose shipments are read and listed. */
  readerId: string;
}

export interface ReferenceReady {
  port: number;
}

/** Runs a reference server in this process, on a free port of the loopback address, until the parent lets go of it. */
export function serveReference(create: (options: ReferenceOptions) => Promise<FastifyInstance>): void {
  process.once('disconnect', () => process.exit(0));
  process.once('message', (options) => {
    void create(options as ReferenceOptions).then(async (app) => {
      const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
      process.send?.({ port: Number(address.port) } satisfies ReferenceReady);
    });
  });
}
