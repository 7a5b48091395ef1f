import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { createApp } from '../src/app.ts';
import { OrderService } from '../src/platform/generated/proto/oms/v1/order_service_pb.ts';
import { createLogger } from '../src/platform/logger.ts';

// What bench/orders.ts measures: the program, or a bare grpc-js server with the same messages and empty handlers.
// `node bench/orders-server.ts bare|product [CONNECTION_STRING]`. Says its port first, and then the CPU that it has used whenever asked.

const [, , kind, connectionString = ''] = process.argv;

async function startBare(): Promise<number> {
  const server = new Server();
  const methods = [OrderService.method.createOrder, OrderService.method.getOrder];
  const order = {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    customerId: 'c-1',
    amount: { currency: 'EUR', amountMinor: 3000n },
  };
  const definition = Object.fromEntries(
    methods.map((method) => [
      method.name,
      {
        path: `/${OrderService.typeName}/${method.name}`,
        requestStream: false as const,
        responseStream: false as const,
        requestSerialize: (value: Buffer) => value,
        requestDeserialize: (bytes: Buffer) => fromBinary(method.input, bytes),
        responseSerialize: () => Buffer.from(toBinary(method.output, create(method.output, { order }))),
        responseDeserialize: (bytes: Buffer) => bytes,
      },
    ]),
  );
  const handlers = methods.map(({ name }) => [
    name,
    (_call: unknown, done: (error: null, value: object) => void) => done(null, {}),
  ]);
  server.addService(definition, Object.fromEntries(handlers) as never);
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error === null ? resolve(port) : reject(error),
    );
  });
}

async function startProduct(): Promise<{ port: number; apiKey: string }> {
  const app = await createApp({
    config: {
      publicUrl: 'http://localhost',
      problemBaseUrl: 'http://localhost/errors',
      rateLimits: { read: 1e9, write: 1e9, bulk: 1e9, address: 1e9 },
      corsOrigins: [],
    },
    connectionString,
    secretKey: Buffer.alloc(32, 7),
    log: createLogger('silent'),
  });
  const { apiKey } = await app.prepareDemo();
  await app.db.pool.query('update orders.stock_levels set on_hand = 1000000000');
  await app.start();
  return { port: await app.grpc.listen({ host: '127.0.0.1', port: 0 }), apiKey };
}

process.on('message', () => process.send?.(process.cpuUsage()));
process.once('disconnect', () => process.exit(0));
process.send?.(kind === 'bare' ? { port: await startBare(), apiKey: '' } : await startProduct());
