import type { RemoteServices } from '../../platform/config.ts';
import type { EventType } from '../../platform/events.ts';
import { createGrpcClient } from '../../platform/grpc-client.ts';
import type { RpcService } from '../../platform/grpc-service.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import type { ApiService } from '../../platform/openapi.ts';
import { restGateway } from '../../platform/rest-gateway.ts';
import type { OrdersDeps } from './deps.ts';
import { eventTypes } from './event-types.ts';
import { ADVANCE_TASK, type OrderJobPayload } from './order-jobs.ts';
import { createRemoteInventory } from './remote-inventory.ts';
import { createRemotePayments } from './remote-payments.ts';
import { createSandboxLedger } from './sandbox-ledger-repository.ts';
import { createSandboxPayments } from './sandbox-payments.ts';
import { settleLater } from './settle-order.ts';
import { createStock, listStock, setStock } from './stock-repository.ts';
import { ANSWERS, EXAMPLES } from './v1/examples.ts';
import { FAILURES } from './v1/failures.ts';
import { inventoryService } from './v1/inventory-service.ts';
import { orderService } from './v1/order-service.ts';
import { paymentService } from './v1/payment-service.ts';
import { PROBLEM_MEMBERS } from './v1/problem-members.ts';

export interface Orders {
  /** The REST face of the public service. */
  api: ApiService;
  services: readonly RpcService[];
  /** What others can be told of. */
  eventTypes: readonly EventType[];
  jobs: Record<string, JobHandler>;
  /** Something to order in the demo: what there is none of, or none any more, is there again. All other stock stays as it is. */
  prepareDemo(tenantId: string): Promise<void>;
  close(): void;
}

interface OrdersOptions extends Omit<OrdersDeps, 'inventory' | 'isStockHere' | 'payments'> {
  /** Where stock and payments are another company's. */
  remote?: RemoteServices;
}

/** The orders module: the OMS with its stock and its payments, oms.v1 over gRPC and REST. */
export function createOrders(options: OrdersOptions): Orders {
  const { db, remote = {} } = options;
  const stock = createStock(db);
  const sandbox = createSandboxPayments(createSandboxLedger(db));
  const inventoryClient = remote.inventory === undefined ? undefined : createGrpcClient(remote.inventory);
  const paymentClient = remote.payments === undefined ? undefined : createGrpcClient(remote.payments);
  const deps: OrdersDeps = {
    ...options,
    isStockHere: inventoryClient === undefined,
    inventory: inventoryClient === undefined ? stock : createRemoteInventory(inventoryClient, options.clock),
    payments: paymentClient === undefined ? sandbox : createRemotePayments(paymentClient),
  };
  const orders = orderService(deps);
  return {
    api: {
      service: 'orders',
      version: 1,
      title: 'Orders API',
      description:
        'What customers bought, its stock and its money: oms.v1.OrderService as REST. Numbers of 64 bits are strings; GET answers have an ETag, and changes take If-Match.',
      tags: [{ name: 'orders', description: 'From what is bought to what is paid.' }],
      prefix: '',
      problemMembers: PROBLEM_MEMBERS,
      routes: restGateway(orders, { tag: 'orders', failures: FAILURES, examples: EXAMPLES, answers: ANSWERS }),
    },
    services: [orders, inventoryService(deps, stock), paymentService(sandbox)],
    eventTypes: eventTypes(),
    jobs: { [ADVANCE_TASK]: (payload) => settleLater(deps, payload as unknown as OrderJobPayload) },
    prepareDemo: async (tenantId) => {
      const levels = await listStock(db, tenantId, DEMO_SKUS);
      const missing = levels.filter(({ onHand }) => onHand === 0n);
      for (const { sku } of missing) await setStock(db, tenantId, sku, DEMO_STOCK);
    },
    close: () => {
      inventoryClient?.close();
      paymentClient?.close();
    },
  };
}

const DEMO_SKUS = ['SKU-1', 'SKU-2', 'SKU-3'];
const DEMO_STOCK = 1_000n;
