import { create, type DescFile, fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import {
  status as Code,
  type ServerDuplexStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import {
  type ServerReflectionRequest,
  ServerReflectionRequestSchema,
  type ServerReflectionResponse,
  ServerReflectionResponseSchema,
} from './generated/proto/grpc/reflection/v1/reflection_pb.ts';
import type { RpcService } from './grpc-service.ts';

type Answer = ServerReflectionResponse['messageResponse'];
type Stream = ServerDuplexStream<ServerReflectionRequest, ServerReflectionResponse>;

/**
 * grpc.reflection.v1 from the descriptors that the program itself uses, so that `buf curl` and grpcurl need no proto files. It shows what is
 * published anyway, to everyone.
 */
export function reflectionService(services: readonly RpcService[]): {
  definition: ServiceDefinition;
  implementation: UntypedServiceImplementation;
} {
  const files = new Map<string, DescFile>();
  const add = (file: DescFile): void => {
    if (files.has(file.proto.name)) return;
    files.set(file.proto.name, file);
    file.dependencies.forEach(add);
  };
  for (const { methods } of services) for (const { description } of methods) add(description.parent.file);
  const bySymbol = new Map([...files.values()].flatMap((file) => symbolsOf(file).map((symbol) => [symbol, file])));
  // With all that it imports: not every client asks for that itself.
  const answerWith = (file: DescFile | undefined, what: string): Answer => {
    if (file === undefined) return notFound(what);
    return {
      case: 'fileDescriptorResponse',
      value: {
        $typeName: 'grpc.reflection.v1.FileDescriptorResponse',
        fileDescriptorProto: withImports(file).map(({ proto }) => toBinary(FileDescriptorProtoSchema, proto)),
      },
    };
  };

  const answer = ({ messageRequest: { case: kind, value } }: ServerReflectionRequest): Answer => {
    switch (kind) {
      case 'listServices':
        return {
          case: 'listServicesResponse',
          value: {
            $typeName: 'grpc.reflection.v1.ListServiceResponse',
            service: services.map(({ name }) => ({ $typeName: 'grpc.reflection.v1.ServiceResponse', name })),
          },
        };
      case 'fileByFilename':
        return answerWith(files.get(value), value);
      case 'fileContainingSymbol':
        return answerWith(bySymbol.get(value), value);
      case 'fileContainingExtension':
        return notFound(`${value.containingType} ${value.extensionNumber}`);
      case 'allExtensionNumbersOfType':
        return notFound(value);
      case undefined:
        return notFound('nothing');
      default:
        return kind satisfies never;
    }
  };

  return {
    definition: {
      ServerReflectionInfo: {
        path: '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
        requestStream: true,
        responseStream: true,
        requestSerialize: (message: ServerReflectionRequest) =>
          Buffer.from(toBinary(ServerReflectionRequestSchema, message)),
        requestDeserialize: (bytes) => fromBinary(ServerReflectionRequestSchema, bytes),
        responseSerialize: (message: ServerReflectionResponse) =>
          Buffer.from(toBinary(ServerReflectionResponseSchema, message)),
        responseDeserialize: (bytes) => fromBinary(ServerReflectionResponseSchema, bytes),
      },
    },
    implementation: {
      ServerReflectionInfo: (stream: Stream) => {
        stream.on('data', (request: ServerReflectionRequest) => {
          const { host: validHost } = request;
          stream.write(
            create(ServerReflectionResponseSchema, {
              validHost,
              originalRequest: request,
              messageResponse: answer(request),
            }),
          );
        });
        stream.on('end', () => stream.end());
        stream.on('error', () => stream.end());
      },
    },
  };
}

function withImports(file: DescFile, seen = new Set<DescFile>()): DescFile[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [file, ...file.dependencies.flatMap((imported) => withImports(imported, seen))];
}

function symbolsOf(file: DescFile): string[] {
  return [
    ...file.services.flatMap(({ typeName, methods }) => [
      typeName,
      ...methods.map(({ name }) => `${typeName}.${name}`),
    ]),
    ...file.messages.map(({ typeName }) => typeName),
    ...file.enums.map(({ typeName }) => typeName),
    ...file.extensions.map(({ typeName }) => typeName),
  ];
}

function notFound(what: string): Answer {
  return {
    case: 'errorResponse',
    value: {
      $typeName: 'grpc.reflection.v1.ErrorResponse',
      errorCode: Code.NOT_FOUND,
      errorMessage: `not found: ${what}`,
    },
  };
}
