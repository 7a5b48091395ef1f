import {
  create,
  type DescMessage,
  type DescMethodUnary,
  fromBinary,
  type MessageInitShape,
  toBinary,
  toJson,
} from '@bufbuild/protobuf';
import type { GenService, GenServiceMethods } from '@bufbuild/protobuf/codegenv2';
import { Server, ServerCredentials, type status } from '@grpc/grpc-js';

/** A call that came, its message in JSON. */
export interface StandInCall {
  method: string;
  message: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

/** What is answered: a message, a status; or nothing, for ever. */
export type StandInAnswer = { message: MessageInitShape<DescMessage> } | { code: status; details: string } | 'silence';

export interface StandIn extends AsyncDisposable {
  /** `grpc://host:port` */
  url: string;
  calls: StandInCall[];
  answer(call: StandInCall): StandInAnswer;
}

/** Another company's server for services of the proto, which keeps what it is asked and answers as a test says. */
export async function startStandIn(...services: GenService<GenServiceMethods>[]): Promise<StandIn> {
  const server = new Server();
  const standIn: Omit<StandIn, 'url'> = {
    calls: [],
    answer: () => 'silence',
    [Symbol.asyncDispose]: async () => server.forceShutdown(),
  };
  const asBytes = (value: Buffer): Buffer => value;
  for (const service of services) {
    const methods = service.methods as DescMethodUnary[];
    const definition = methods.map((method) => [
      method.name,
      {
        path: `/${service.typeName}/${method.name}`,
        requestStream: false,
        responseStream: false,
        requestSerialize: asBytes,
        requestDeserialize: asBytes,
        responseSerialize: asBytes,
        responseDeserialize: asBytes,
      },
    ]);
    const handlers = methods.map((method) => [
      method.name,
      (
        { request, metadata }: { request: Buffer; metadata: { getMap(): object } },
        done: (...answer: unknown[]) => void,
      ) => {
        const message = toJson(method.input, fromBinary(method.input, request)) as Record<string, unknown>;
        const call = { method: method.name, message, metadata: { ...metadata.getMap() } };
        standIn.calls.push(call);
        const answer = running.answer(call);
        if (answer === 'silence') return;
        if ('code' in answer) done(answer);
        else done(null, Buffer.from(toBinary(method.output, create(method.output, answer.message))));
      },
    ]);
    server.addService(Object.fromEntries(definition), Object.fromEntries(handlers));
  }
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const running: StandIn = Object.assign(standIn, { url: `grpc://127.0.0.1:${port}` });
  return running;
}
