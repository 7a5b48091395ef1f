import { randomUUID } from 'node:crypto';
import {
  create,
  createRegistry,
  type DescMethodUnary,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
  toJson,
} from '@bufbuild/protobuf';
import { anyUnpack } from '@bufbuild/protobuf/wkt';
import { Client, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { afterAll, beforeAll } from 'vitest';
import { file_google_rpc_error_details } from '../../src/platform/generated/proto/google/rpc/error_details_pb.ts';
import { StatusSchema } from '../../src/platform/generated/proto/google/rpc/status_pb.ts';
import { InventoryService } from '../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { OrderService } from '../../src/platform/generated/proto/oms/v1/order_service_pb.ts';
import type { Order } from '../../src/platform/generated/proto/oms/v1/types_pb.ts';
import type { Caller, World } from './app.ts';

const DETAILS = createRegistry(file_google_rpc_error_details);

/** What came of a call: a message, or a status with its details by their names (`ErrorInfo`), in JSON. */
export interface GrpcAnswer<Message> {
  /** `OK`, `NOT_FOUND`, ... */
  code: string;
  text: string;
  message: Message | undefined;
  details: Record<string, Record<string, unknown>>;
  /** Sent before the message. */
  metadata: Record<string, string>;
  /** The message as it came. */
  bytes: Buffer | undefined;
}

/** An ordinary grpc-js client of one caller. */
export interface GrpcCaller {
  call<Method extends DescMethodUnary>(
    method: Method,
    request: MessageInitShape<Method['input']>,
    options?: CallOptions,
  ): Promise<GrpcAnswer<MessageShape<Method['output']>>>;
  /** Whatever bytes, to whatever path. */
  send(path: string, bytes: Uint8Array, options?: CallOptions): Promise<GrpcAnswer<Buffer>>;
}

export interface CallOptions {
  /** Default: a new one for each call; null: none. */
  key?: string | null;
  metadata?: Record<string, string>;
  /** Default: the caller's; null: none. */
  authorization?: string | null;
}

export interface GrpcWorld {
  readonly port: number;
  /** Calls with the key of a tenant's token. */
  as(caller: Pick<Caller, 'apiKey'>): GrpcCaller;
  /** Calls with the key of the world's own caller. */
  readonly mine: GrpcCaller;
  /** The client beneath, for whatever is not unary. */
  readonly client: Client;
}

/** The gRPC side of an application that the tests of one file share. */
export function useGrpc(world: World): GrpcWorld {
  let port = 0;
  let client: Client | undefined;
  beforeAll(async () => {
    port = await world.server.app.grpc.listen({ host: '127.0.0.1', port: 0 });
    client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  });
  afterAll(() => client?.close());
  const running = (): Client => {
    if (client === undefined) throw new Error('the server runs only within tests');
    return client;
  };
  return {
    get port() {
      return port;
    },
    get client() {
      return running();
    },
    as: ({ apiKey }) => createGrpcCaller(running(), apiKey),
    get mine() {
      return createGrpcCaller(running(), world.caller.apiKey);
    },
  };
}

export function createGrpcCaller(client: Client, apiKey: string): GrpcCaller {
  const send: GrpcCaller['send'] = (path, bytes, options = {}) => {
    const { key = randomUUID(), authorization = `ApiKey ${apiKey}` } = options;
    const sent = new Metadata();
    if (key !== null) sent.set('idempotency-key', key);
    if (authorization !== null) sent.set('authorization', authorization);
    for (const [name, value] of Object.entries(options.metadata ?? {})) sent.set(name, value);
    return new Promise((resolve) => {
      let metadata: Record<string, string> = {};
      const call = client.makeUnaryRequest(
        path,
        (message: Uint8Array) => Buffer.from(message),
        (received) => received,
        bytes,
        sent,
        { deadline: Date.now() + 20_000 },
        (error, message) => resolve(toAnswer(error, message, metadata)),
      );
      call.on('metadata', (received: Metadata) => {
        metadata = textsOf(received);
      });
    });
  };
  const call = async <Method extends DescMethodUnary>(
    method: Method,
    request: MessageInitShape<Method['input']>,
    options?: CallOptions,
  ): Promise<GrpcAnswer<MessageShape<Method['output']>>> => {
    const path = `/${method.parent.typeName}/${method.name}`;
    const answer = await send(path, toBinary(method.input, create(method.input, request)), options);
    const { message: bytes, ...rest } = answer;
    const message = bytes === undefined ? undefined : fromBinary(method.output, bytes);
    return { ...rest, message: message as MessageShape<Method['output']> | undefined };
  };
  return { send, call };
}

function toAnswer(
  error: ServiceError | null,
  message: Buffer | undefined,
  metadata: Record<string, string>,
): GrpcAnswer<Buffer> {
  if (error === null) return { code: 'OK', text: '', message, bytes: message, details: {}, metadata };
  const [packed] = error.metadata.get('grpc-status-details-bin');
  const details = packed === undefined ? [] : fromBinary(StatusSchema, packed as Buffer).details;
  const named = details.map((any): [string, Record<string, unknown>] => {
    const detail = anyUnpack(any, DETAILS);
    const description = detail === undefined ? undefined : DETAILS.getMessage(detail.$typeName);
    if (detail === undefined || description === undefined) throw new Error(`an unknown detail: ${any.typeUrl}`);
    return [description.name, toJson(description, detail) as Record<string, unknown>];
  });
  const text = error.details;
  return {
    code: status[error.code] ?? String(error.code),
    text,
    message: undefined,
    bytes: undefined,
    details: Object.fromEntries(named),
    metadata: { ...metadata, ...textsOf(error.metadata) },
  };
}

function textsOf(metadata: Metadata): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata.getMap()).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

export const { createOrder, getOrder, listOrders, payOrder, cancelOrder, refundOrder } = OrderService.method;

/** Two of SKU-1 at 12.50 and one of SKU-2 at 5.00: 30.00 in all. */
export const EXAMPLE_ORDER = {
  customerId: 'customer-1',
  items: [
    { sku: 'SKU-1', qty: 2, price: { currency: 'EUR', amountMinor: 1250n } },
    { sku: 'SKU-2', qty: 1, price: { currency: 'EUR', amountMinor: 500n } },
  ],
} satisfies MessageInitShape<typeof createOrder.input>;

/** The order of an answer that must be one. */
export function orderOf(answer: GrpcAnswer<{ order?: Order | undefined }>): Order {
  const order = answer.message?.order;
  if (order === undefined) throw new Error(`${answer.code}: ${answer.text}`);
  return order;
}

export async function stock(caller: GrpcCaller, levels: Record<string, bigint>): Promise<void> {
  for (const [sku, onHand] of Object.entries(levels)) {
    const answer = await caller.call(InventoryService.method.setStock, { sku, onHand });
    if (answer.code !== 'OK') throw new Error(answer.text);
  }
}

/** A new order with its stock reserved. */
export async function reservedOrder(caller: GrpcCaller, changes: Partial<typeof EXAMPLE_ORDER> = {}): Promise<Order> {
  return orderOf(await caller.call(createOrder, { ...EXAMPLE_ORDER, ...changes }));
}

/** A new order that is paid and confirmed. */
export async function confirmedOrder(caller: GrpcCaller): Promise<Order> {
  const { id } = await reservedOrder(caller);
  return orderOf(await caller.call(payOrder, { id, paymentToken: 'tok_ok' }));
}
