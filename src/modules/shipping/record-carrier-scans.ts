import { afterScans } from './after-scans.ts';
import type { CarrierScan } from './carriers/carrier.ts';
import type { Consignment } from './consignment.ts';
import { findConsignment } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import type { Shipment } from './shipment.ts';
import { findShipment, saveShipment } from './shipment-repository.ts';
import { toTrackingEvents } from './to-tracking-events.ts';
import { isPhysicalScan, sameScans, type TrackingEvent } from './tracking-event.ts';
import { findLastSeen, listTrackingEventsAt } from './tracking-repository.ts';

const MAX_TRIES = 5;

/**
 * Records what the carrier tells of a booking. A scan that is known is left out, so that telling the same scans again changes nothing; the
 * first physical one makes an accepted shipment `Executed`.
 * @returns `later` when the scans cannot be recorded at this moment: the booking is being voided, or others keep changing the shipment.
 */
export async function recordCarrierScans(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'metrics'>,
  carrier: string,
  { tenantId, id }: Pick<Consignment, 'tenantId' | 'id'>,
  shipmentId: string,
  scans: readonly CarrierScan[],
): Promise<'recorded' | 'later'> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const before = await findShipment(deps.db, tenantId, shipmentId);
    const consignment = await findConsignment(deps.db, tenantId, id);
    // The shipment has another booking by now, or none; its scans are not this one's.
    if (before?.consignmentId !== id || consignment?.status !== 'Accepted') return 'recorded';
    const told = toTrackingEvents(before, consignment, scans, deps.clock());
    const fresh = await freshEvents(deps, before, told);
    if (fresh.length === 0) return 'recorded';
    if (consignment.voidingFor !== undefined && fresh.some((event) => isPhysicalScan(event.code))) return 'later';
    const { shipment: after, events } = afterScans(before, fresh, await findLastSeen(deps.db, before), deps.clock());
    if (!(await saveShipment(deps.db, { before, after, events, trackingEvents: fresh }))) continue;
    const recorded = new Set(fresh);
    const unmapped = told.filter((event, index) => scans[index]?.isUnmapped && recorded.has(event)).length;
    if (unmapped > 0) deps.metrics.unmappedTrackingCodes.inc({ carrier }, unmapped);
    return 'recorded';
  }
  return 'later';
}

async function freshEvents(
  deps: Pick<ShippingDeps, 'db'>,
  shipment: Shipment,
  told: readonly TrackingEvent[],
): Promise<TrackingEvent[]> {
  const moments = [...new Set(told.map((event) => event.occurredOn.getTime()))];
  const recorded = await listTrackingEventsAt(
    deps.db,
    shipment.tenantId,
    shipment.id,
    moments.map((moment) => new Date(moment)),
  );
  const known = new Map(moments.map((moment): [number, TrackingEvent[]] => [moment, []]));
  for (const event of recorded) known.get(event.occurredOn.getTime())?.push(event);
  return told.filter((event) => {
    const then = known.get(event.occurredOn.getTime()) ?? [];
    if (sameScans(event, then, shipment.handlingUnits).length > 0) return false;
    then.push(event);
    return true;
  });
}
