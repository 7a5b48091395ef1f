import { durationFromMs, timestampDate } from '@bufbuild/protobuf/wkt';
import type { Clock } from '../../platform/clock.ts';
import { InventoryService } from '../../platform/generated/proto/oms/v1/inventory_service_pb.ts';
import type { GrpcClient } from '../../platform/grpc-client.ts';
import type { Inventory } from './inventory.ts';
import { CALL_TIMEOUT_MS } from './order-jobs.ts';
import { callMetadata, refusalOf } from './remote-dependency.ts';

/** A stock system that speaks oms.v1.InventoryService. */
export function createRemoteInventory(client: GrpcClient, clock: Clock): Inventory {
  const { reserve, release } = InventoryService.method;
  return {
    reserve: async ({ tenantId, id, items, currency, until }, deadlineMs = CALL_TIMEOUT_MS) => {
      const request = {
        orderId: id,
        items: items.map(({ sku, qty, priceMinor }) => ({ sku, qty, price: { currency, amountMinor: priceMinor } })),
        ttl: durationFromMs(Math.max(1, until.getTime() - clock().getTime())),
      };
      const metadata = callMetadata(tenantId, `${id}:reserve`);
      try {
        const made = await client.call(reserve, request, { deadlineMs, metadata });
        const reservedUntil = made.reservedUntil === undefined ? until : timestampDate(made.reservedUntil);
        return { outcome: 'reserved', reservationId: made.reservationId, reservedUntil };
      } catch (error) {
        const { message } = refusalOf('inventory', error);
        return { outcome: 'refused', shortages: [], message };
      }
    },
    release: async ({ tenantId, id, reason }, deadlineMs = CALL_TIMEOUT_MS) => {
      const metadata = callMetadata(tenantId, `${id}:release`);
      try {
        return await client.call(release, { orderId: id, reason }, { deadlineMs, metadata });
      } catch (error) {
        // It has no such reservation, then.
        refusalOf('inventory', error);
        return { released: false };
      }
    },
  };
}
