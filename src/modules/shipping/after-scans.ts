import { raise } from './events.ts';
import { allows, type HandlingUnit, nextStatus, type Shipment } from './shipment.ts';
import { isPhysicalScan, type TrackingEvent, unitStatusAfter } from './tracking-event.ts';

/**
 * The shipment as the scans leave it: units where they were last seen, `Executed` once the carrier has the parcel.
 * Scans are told in any order; one from before a unit was `lastSeen` does not move it back.
 */
export function afterScans(
  before: Shipment,
  scans: readonly TrackingEvent[],
  lastSeen: ReadonlyMap<string, Date>,
  now: Date,
): ReturnType<typeof raise> {
  const executes = allows(before.status, 'execute') && scans.some((scan) => isPhysicalScan(scan.code));
  return raise(
    {
      ...before,
      status: executes ? nextStatus(before.status, 'execute') : before.status,
      version: before.version + 1,
      handlingUnits: before.handlingUnits.map((unit) => moveUnit(unit, scans, lastSeen.get(unit.id))),
      updatedOn: now,
    },
    executes ? ['shipment.executed', 'shipment.tracking_updated'] : ['shipment.tracking_updated'],
    scans,
  );
}

function moveUnit(unit: HandlingUnit, scans: readonly TrackingEvent[], lastSeen: Date | undefined): HandlingUnit {
  const newest = scans
    .filter((scan) => scan.handlingUnitId === undefined || scan.handlingUnitId === unit.id)
    .filter(
      (scan) => unitStatusAfter(scan.code) !== undefined && (lastSeen === undefined || scan.occurredOn >= lastSeen),
    )
    .toSorted((one, other) => one.occurredOn.getTime() - other.occurredOn.getTime())
    .at(-1);
  const status = newest === undefined ? undefined : unitStatusAfter(newest.code);
  return status === undefined ? unit : { ...unit, status };
}
