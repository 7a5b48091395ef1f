import { type CreateOrderRequest, OrderService } from '../../../platform/generated/proto/oms/v1/order_service_pb.ts';
import {
  CancelReasonSchema,
  OrderStatusSchema,
  RefundReasonSchema,
} from '../../../platform/generated/proto/oms/v1/types_pb.ts';
import { implement, type RpcService } from '../../../platform/grpc-service.ts';
import { cancelOrder } from '../cancel-order.ts';
import { createOrder, type NewOrder } from '../create-order.ts';
import type { OrdersDeps } from '../deps.ts';
import { orderNotFound } from '../errors.ts';
import { listOrders } from '../list-orders.ts';
import type { CancelReason, OrderStatus } from '../order.ts';
import { findOrder } from '../order-repository.ts';
import { payOrder } from '../pay-order.ts';
import { refundOrder } from '../refund-order.ts';
import { enumName, presentOrder } from './present.ts';

/** oms.v1.OrderService: permission, one call. */
export function orderService(deps: OrdersDeps): RpcService {
  return implement(OrderService, {
    createOrder: {
      permission: 'oms.orders:write',
      handle: async (request, { principal }) => ({
        order: presentOrder(await createOrder(deps, principal, toNewOrder(request))),
      }),
    },
    getOrder: {
      permission: 'oms.orders:read',
      handle: async ({ id }, { principal }) => {
        const order = await findOrder(deps.db, principal.tenantId, id);
        if (order === undefined) throw orderNotFound(id);
        return { order: presentOrder(order) };
      },
    },
    listOrders: {
      permission: 'oms.orders:read',
      handle: async ({ pageSize, pageToken, customerId, statuses }, { principal }) => {
        const filter = {
          statuses: statuses.map((status) => enumName(OrderStatusSchema, status) as OrderStatus),
          ...(customerId === '' ? {} : { customerId }),
        };
        const page = await listOrders(deps, principal, { pageSize, pageToken, ...filter });
        return { ...page, orders: page.orders.map(presentOrder) };
      },
    },
    payOrder: {
      permission: 'oms.orders:pay',
      handle: async (request, { principal }) => ({
        order: presentOrder(await payOrder(deps, principal, { ...request, expectedVersion: request.expectedVersion })),
      }),
    },
    cancelOrder: {
      permission: 'oms.orders:write',
      handle: async (request, { principal }) => {
        const cancelReason = enumName(CancelReasonSchema, request.cancelReason) as CancelReason;
        const asked = { ...request, cancelReason, expectedVersion: request.expectedVersion };
        return { order: presentOrder(await cancelOrder(deps, principal, asked)) };
      },
    },
    refundOrder: {
      permission: 'oms.orders:refund',
      handle: async (request, { principal }) => {
        const { amount } = request;
        const asked = {
          id: request.id,
          reason: request.reason,
          refundReason: enumName(RefundReasonSchema, request.refundReason),
          ...(amount === undefined ? {} : { amount }),
          expectedVersion: request.expectedVersion,
        };
        return { order: presentOrder(await refundOrder(deps, principal, asked)) };
      },
    },
  });
}

function toNewOrder({ customerId, items, expectedAmount: expected }: CreateOrderRequest): NewOrder {
  return {
    customerId,
    items: items.map(({ sku, qty, price }) => ({
      sku,
      qty,
      priceMinor: price?.amountMinor ?? 0n,
      currency: price?.currency ?? '',
    })),
    ...(expected === undefined ? {} : { expected }),
  };
}
