import {
  create,
  type DescMethodUnary,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf';
import { Client, status as Code, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';

/** Another company's service, called as its proto describes it. */
export interface GrpcClient {
  /** @throws GrpcFailure with the code that came, also when nothing came in time */
  call<Method extends DescMethodUnary>(
    method: Method,
    request: MessageInitShape<Method['input']>,
    options: { deadlineMs: number; metadata: Readonly<Record<string, string>> },
  ): Promise<MessageShape<Method['output']>>;
  close(): void;
}

/** Why a call did not bring what was asked for. */
export class GrpcFailure extends Error {
  override readonly name = 'GrpcFailure';
  readonly code: number;
  constructor({ code, details }: Pick<ServiceError, 'code' | 'details'>) {
    super(details);
    this.code = code;
  }
}

/** What never reached the service, or found it starting, is sent again; a caller of this must send what may be sent again. */
const RETRY_UNAVAILABLE = JSON.stringify({
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        maxAttempts: 3,
        initialBackoff: '0.1s',
        maxBackoff: '1s',
        backoffMultiplier: 2,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
});

/** @param service `grpc://host:port`, or `grpcs://host:port` with TLS; nothing is sent before the first call */
export function createGrpcClient(service: { url: string; authorization?: string }): GrpcClient {
  const { protocol, host } = new URL(service.url);
  const client = new Client(host, protocol === 'grpcs:' ? credentials.createSsl() : credentials.createInsecure(), {
    'grpc.service_config': RETRY_UNAVAILABLE,
    'grpc.keepalive_time_ms': 30_000,
  });
  return {
    call: (method, request, { deadlineMs, metadata }) => {
      const sent = new Metadata();
      for (const [name, value] of Object.entries(metadata)) sent.set(name, value);
      if (service.authorization !== undefined) sent.set('authorization', service.authorization);
      return new Promise((resolve, reject) => {
        client.makeUnaryRequest<Uint8Array, MessageShape<typeof method.output>>(
          `/${method.parent.typeName}/${method.name}`,
          (message: Uint8Array) => Buffer.from(message),
          (bytes) => fromBinary(method.output, bytes),
          toBinary(method.input, create(method.input, request)),
          sent,
          { deadline: Date.now() + deadlineMs },
          (error, response) => {
            if (error !== null) reject(new GrpcFailure(error));
            else if (response === undefined)
              reject(new GrpcFailure({ code: Code.INTERNAL, details: 'an empty answer' }));
            else resolve(response as MessageShape<(typeof method)['output']>);
          },
        );
      });
    },
    close: () => client.close(),
  };
}
