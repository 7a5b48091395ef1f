import { durationMs, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { InventoryService } from '../../../platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { implement, type RpcService } from '../../../platform/grpc-service.ts';
import type { OrdersDeps } from '../deps.ts';
import { notReserved, stockReserved } from '../errors.ts';
import type { Inventory } from '../inventory.ts';
import { RESERVATION_MS } from '../order-jobs.ts';
import { listStock, setStock } from '../stock-repository.ts';

const permission = 'oms.internal';

/** oms.v1.InventoryService: the stock of this installation, also where the orders themselves reserve elsewhere. */
export function inventoryService({ db, clock }: Pick<OrdersDeps, 'db' | 'clock'>, stock: Inventory): RpcService {
  return implement(InventoryService, {
    reserve: {
      permission,
      handle: async ({ orderId: id, items, ttl }, { principal }) => {
        const until = new Date(clock().getTime() + (ttl === undefined ? RESERVATION_MS : durationMs(ttl)));
        const lines = items.map(({ sku, qty, price }) => ({ sku, qty, priceMinor: price?.amountMinor ?? 0n }));
        const request = {
          tenantId: principal.tenantId,
          id,
          currency: items[0]?.price?.currency ?? '',
          items: lines,
          until,
        };
        const made = await stock.reserve(request);
        if (made.outcome === 'refused') throw notReserved(id, made.shortages);
        return { reservationId: made.reservationId, reservedUntil: timestampFromDate(made.reservedUntil) };
      },
    },
    release: {
      permission,
      handle: async ({ orderId: id, reason }, { principal }) =>
        stock.release({ tenantId: principal.tenantId, id, reason }),
    },
    setStock: {
      permission,
      handle: async ({ sku, onHand }, { principal }) => {
        const { isSet, level } = await setStock(db, principal.tenantId, sku, onHand);
        if (!isSet) throw stockReserved(sku, level.reserved);
        return { level };
      },
    },
    getStock: {
      permission,
      handle: async ({ skus }, { principal }) => ({ levels: await listStock(db, principal.tenantId, skus) }),
    },
  });
}
