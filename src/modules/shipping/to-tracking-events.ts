import { newId } from '../../platform/ids.ts';
import type { CarrierScan } from './carriers/carrier.ts';
import type { Consignment } from './consignment.ts';
import type { Shipment } from './shipment.ts';
import type { TrackingEvent } from './tracking-event.ts';

/** The carrier's scans as events of the shipment, each of its unit where the carrier says which. */
export function toTrackingEvents(
  shipment: Shipment,
  consignment: Pick<Consignment, 'id'>,
  scans: readonly CarrierScan[],
  now: Date,
): TrackingEvent[] {
  return scans.map(({ unitIndex, isUnmapped: _, ...scan }) => {
    const unit = unitIndex === undefined ? undefined : shipment.handlingUnits[unitIndex];
    return {
      ...scan,
      id: newId(),
      consignmentId: consignment.id,
      ...(unit === undefined ? {} : { handlingUnitId: unit.id }),
      source: 'carrier' as const,
      recordedOn: now,
    };
  });
}
