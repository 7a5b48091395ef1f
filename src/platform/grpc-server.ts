import { isIP } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fromBinary } from '@bufbuild/protobuf';
import proxyAddress from '@fastify/proxy-addr';
import {
  status as Code,
  type handleUnaryCall,
  Metadata,
  Server,
  ServerCredentials,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { BODY_LIMIT_BYTES } from './answer-problem.ts';
import type { Config } from './config.ts';
import { ENDED_WITHIN_MS } from './end-connections.ts';
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
  /** Takes no new calls, lets those in flight end for seven seconds, and ends streams, which have no end of their own, at once. */
  close(): Promise<void>;
}

export interface GrpcServerDeps extends Omit<GrpcCallDeps, 'addressOf'> {
  config: Pick<Config, 'trustProxy'>;
}

/** For the last answer to reach its client; also how long a connection on which nothing comes is waited for. */
const FLUSH_MS = 500;
const INTERVAL_MS = 20;
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
  const calls = { inFlight: 0 };
  for (const service of services) addService(server, service, callDeps, calls);
  const names = ['', ...services.map(({ name }) => name)];
  const health = new HealthImplementation(Object.fromEntries(names.map((name) => [name, SERVING])));
  const streams = keepStreams();
  health.addToServer({
    addService: (definition: ServiceDefinition, handlers: UntypedServiceImplementation) =>
      server.addService(definition, { ...handlers, watch: streams.kept(handlers['watch'] as StreamHandler) }),
  } as never);
  const { definition, implementation } = reflectionService(services);
  const reflect = implementation['ServerReflectionInfo'] as StreamHandler;
  server.addService(definition, { ServerReflectionInfo: streams.kept(reflect) });
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
      const done = new AbortController();
      const ended = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      streams.end();
      const answered = async (): Promise<void> => {
        const deadline = performance.now() + ENDED_WITHIN_MS;
        while (calls.inFlight > 0 && performance.now() < deadline && !done.signal.aborted) await delay(INTERVAL_MS);
        await delay(FLUSH_MS, undefined, { signal: done.signal }).catch(() => undefined);
      };
      await Promise.race([ended, answered()]);
      done.abort();
      if (calls.inFlight > 0) deps.log.warn({ calls: calls.inFlight }, 'gRPC calls were cut off');
      server.forceShutdown();
    },
  };
}

type Stream = Pick<ServerWritableStream<unknown, unknown>, 'emit' | 'once'>;
type StreamHandler = (stream: Stream) => void;

/** The streams that are open, to be ended when the server stops: their clients would hold them for ever. */
function keepStreams(): { kept(handle: StreamHandler): StreamHandler; end(): void } {
  const open = new Set<Stream>();
  return {
    kept: (handle) => (stream) => {
      open.add(stream);
      for (const event of ['close', 'cancelled']) stream.once(event, () => open.delete(stream));
      handle(stream);
    },
    end: () => {
      for (const stream of open) stream.emit('error', { code: Code.UNAVAILABLE, details: 'The server is stopping.' });
    },
  };
}

function addService(server: Server, service: RpcService, deps: GrpcCallDeps, calls: { inFlight: number }): void {
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
    service.methods.map((method) => [method.description.name, unary(deps, method, calls)]),
  );
  server.addService(definition, implementation);
}

function unary(deps: GrpcCallDeps, method: RpcMethod, calls: { inFlight: number }): handleUnaryCall<Buffer, Buffer> {
  return (call, callback) => {
    calls.inFlight++;
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
    void answered().finally(() => calls.inFlight--);
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
