import { isIP } from 'node:net';
import { fromBinary } from '@bufbuild/protobuf';
import proxyAddress from '@fastify/proxy-addr';
import {
  type handleUnaryCall,
  Metadata,
  Server,
  ServerCredentials,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { BODY_LIMIT_BYTES } from './answer-problem.ts';
import type { Config } from './config.ts';
import { StatusSchema } from './generated/proto/google/rpc/status_pb.ts';
import { answerCall, type GrpcCallDeps } from './grpc-call.ts';
import { reflectionService } from './grpc-reflection.ts';
import type { RpcMethod, RpcService } from './grpc-service.ts';
import { StartupError } from './startup-error.ts';

export interface GrpcServer {
  /** @returns the port. @throws Error naming GRPC_PORT when it is taken. */
  listen(address: { host: string; port: number }): Promise<number>;
  /** From now on health checks say NOT_SERVING, while calls are still answered. */
  announceStop(): void;
  /** Takes no new calls and lets those in flight end. */
  close(): Promise<void>;
}

export interface GrpcServerDeps extends Omit<GrpcCallDeps, 'addressOf'> {
  config: Pick<Config, 'trustProxy'>;
}

/** How long calls in flight may take when the server closes. */
const GRACE_MS = 8_000;
const SERVING = 'SERVING';
const NOT_SERVING = 'NOT_SERVING';

const REMEDY = 'another process has it, or it may not be used; end that or choose another';
/** What is wrong with the address and not with the port. */
const NO_SUCH_ADDRESS = /name resolution|ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL|EINVAL/i;

function cannotListen(address: string, error: Error): StartupError {
  if (NO_SUCH_ADDRESS.test(error.message)) {
    return new StartupError(`HOST: this machine has no address ${address} to listen on (${error.message})`, error);
  }
  return new StartupError(`GRPC_PORT: gRPC cannot listen on ${address} (${error.message}): ${REMEDY}`, error);
}

/** Serves the services over gRPC, with health (grpc.health.v1) and reflection (grpc.reflection.v1) beside them. */
export function createGrpcServer(deps: GrpcServerDeps, services: readonly RpcService[]): GrpcServer {
  const server = new Server({
    // What is a little too large is read, to be refused with details; what is much too large is not.
    'grpc.max_receive_message_length': 4 * BODY_LIMIT_BYTES,
    // A metadata block of a client, as Node's limit on HTTP headers.
    'grpc.max_metadata_size': 16 * 1024,
    'grpc.keepalive_time_ms': 60_000,
    'grpc.keepalive_timeout_ms': 20_000,
  });
  const callDeps: GrpcCallDeps = { ...deps, addressOf: createAddressOf(deps.config.trustProxy) };
  for (const service of services) addService(server, service, callDeps);
  const names = ['', ...services.map(({ name }) => name)];
  const health = new HealthImplementation(Object.fromEntries(names.map((name) => [name, SERVING])));
  health.addToServer(server as never);
  const reflection = reflectionService(services);
  server.addService(reflection.definition, reflection.implementation);
  let isListening = false;

  return {
    listen: ({ host, port }) =>
      new Promise((resolve, reject) => {
        const address = isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
        server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => {
          isListening = error === null;
          if (error === null) resolve(bound);
          else reject(cannotListen(address, error));
        });
      }),
    announceStop: () => {
      for (const name of names) health.setStatus(name, NOT_SERVING);
    },
    close: async () => {
      if (!isListening) return;
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => server.forceShutdown(), GRACE_MS);
        server.tryShutdown(() => {
          clearTimeout(late);
          resolve();
        });
      });
    },
  };
}

function addService(server: Server, service: RpcService, deps: GrpcCallDeps): void {
  // Messages are read and written within the call, where a fault in them can be answered as one of the caller's.
  const asBytes = (value: Buffer): Buffer => value;
  const definition = Object.fromEntries(
    service.methods.map((method) => [
      method.description.name,
      {
        path: method.path,
        requestStream: false as const,
        responseStream: false as const,
        requestSerialize: asBytes,
        requestDeserialize: asBytes,
        responseSerialize: asBytes,
        responseDeserialize: asBytes,
      },
    ]),
  );
  const implementation: UntypedServiceImplementation = Object.fromEntries(
    service.methods.map((method) => [method.description.name, unary(deps, method)]),
  );
  server.addService(definition, implementation);
}

function unary(deps: GrpcCallDeps, method: RpcMethod): handleUnaryCall<Buffer, Buffer> {
  return (call, callback) => {
    const answered = async (): Promise<void> => {
      const { status, body } = await answerCall(deps, method, call);
      if (status === 0) {
        callback(null, body);
        return;
      }
      const metadata = new Metadata();
      metadata.set('grpc-status-details-bin', body);
      callback({ code: status, details: fromBinary(StatusSchema, body).message, metadata });
    };
    void answered();
  };
}

/** As TRUST_PROXY has it: the caller himself, or whom the proxies that are believed say that he is. */
function createAddressOf(trustProxy: readonly string[] | undefined): GrpcCallDeps['addressOf'] {
  const isTrusted = proxyAddress.compile([...(trustProxy ?? [])]);
  return (call) => {
    const peer = call.getPeer();
    const remoteAddress = /^\[(.*)\]:\d+$/.exec(peer)?.[1] ?? peer.replace(/:\d+$/, '');
    const forwarded = call.metadata.get('x-forwarded-for').join(',');
    const asRequest = { headers: { 'x-forwarded-for': forwarded || undefined }, socket: { remoteAddress } };
    return proxyAddress(asRequest as never, isTrusted);
  };
}
