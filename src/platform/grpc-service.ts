import type { DescMessage, DescMethodUnary, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import type { GenService, GenServiceMethods } from '@bufbuild/protobuf/codegenv2';
import { MethodOptions_IdempotencyLevel } from '@bufbuild/protobuf/wkt';
import type { Principal } from './principal.ts';
import { type WireLimits, wireLimitsOf } from './proto-limits.ts';

/** A service of the proto, and what its methods do. It is served over gRPC, and over REST where the proto says how. */
export interface RpcService {
  name: string;
  methods: readonly RpcMethod[];
}

/** One method, whoever calls it by whatever way. */
export interface RpcMethod {
  description: DescMethodUnary;
  /** `/oms.v1.OrderService/CreateOrder` */
  path: string;
  permission: string;
  /** Whether calling it may change something; such a call has an idempotency key. */
  isMutation: boolean;
  /** Of its request, over gRPC. */
  limits: WireLimits;
  /** @throws ProblemError */
  handle(request: MessageShape<DescMessage>, call: Call): Promise<MessageInitShape<DescMessage>>;
}

/** Who calls, and under which key. */
export interface Call {
  principal: Principal;
  /** Absent only on the REST face, where it is optional, and for methods that change nothing. */
  idempotencyKey?: string;
}

type Methods<Service extends GenServiceMethods> = {
  [Name in keyof Service]: {
    permission: string;
    handle(
      request: MessageShape<Service[Name]['input']>,
      call: Call,
    ): Promise<MessageInitShape<Service[Name]['output']>>;
  };
};

/** Joins a service's description to what its methods do; the compiler sees that none is missing and each fits its messages. */
export function implement<Service extends GenServiceMethods>(
  service: GenService<Service>,
  methods: Methods<Service>,
): RpcService {
  return {
    name: service.typeName,
    methods: service.methods.map((description) => {
      const { permission, handle } = methods[description.localName] as Methods<GenServiceMethods>[string];
      return {
        description: description as DescMethodUnary,
        path: `/${service.typeName}/${description.name}`,
        permission,
        isMutation: description.idempotency !== MethodOptions_IdempotencyLevel.NO_SIDE_EFFECTS,
        limits: wireLimitsOf(description.input),
        handle: handle as RpcMethod['handle'],
      };
    }),
  };
}
