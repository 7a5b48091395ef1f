import type { AuditedChange } from '../../platform/audit.ts';
import type { DomainEvent } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Consignment } from './consignment.ts';
import type { Shipment } from './shipment.ts';
import type { TrackingEvent } from './tracking-event.ts';
import { presentConsignment, presentShipment, presentTrackingEvent } from './v2/present.ts';

export type ShipmentEventType =
  | 'shipment.created'
  | 'shipment.updated'
  | 'shipment.ordered'
  | 'shipment.held'
  | 'shipment.accepted'
  | 'shipment.declined'
  | 'shipment.executed'
  | 'shipment.canceled'
  | 'shipment.reset'
  | 'shipment.tracking_updated';

export type ConsignmentEventType = 'consignment.accepted' | 'consignment.declined';

/**
 * The events of one change, numbered on from the shipment's newest. The shipment that comes back carries the last number.
 * Their data is the shipment after the change, in the form in which the API shows it; where scans are told, with those that are new.
 */
export function raise(
  shipment: Shipment,
  types: readonly ShipmentEventType[],
  scans: readonly TrackingEvent[] = [],
): { shipment: Shipment; events: DomainEvent[] } {
  const raised = { ...shipment, eventSequence: shipment.eventSequence + types.length };
  const data = presentShipment(raised);
  const events = types.map((type, index) => ({
    id: newId(),
    type,
    subject: `shipment/${shipment.id}`,
    sequence: shipment.eventSequence + index + 1,
    time: shipment.updatedOn,
    data: type === 'shipment.tracking_updated' ? { ...data, trackingEvents: scans.map(presentTrackingEvent) } : data,
  }));
  return { shipment: raised, events };
}

/** The event of a consignment's outcome; the consignment that comes back carries its number. */
export function raiseConsignment(
  consignment: Consignment,
  type: ConsignmentEventType,
): { consignment: Consignment; event: DomainEvent } {
  const raised = { ...consignment, eventSequence: consignment.eventSequence + 1 };
  return {
    consignment: raised,
    event: {
      id: newId(),
      type,
      subject: `consignment/${consignment.id}`,
      sequence: raised.eventSequence,
      time: consignment.updatedOn,
      data: presentConsignment(raised),
    },
  };
}

/** A consignment's change for the audit. Only its outcomes are events; where there is one, it holds what the consignment became. */
export function auditedConsignment({ before, after }: { before?: Consignment; after: Consignment }): AuditedChange {
  return {
    resource: `consignment/${after.id}`,
    ...(before === undefined ? {} : { before: presentConsignment(before) }),
    ...(after.eventSequence > (before?.eventSequence ?? 0)
      ? { eventAfter: after.eventSequence }
      : { after: presentConsignment(after) }),
  };
}

/** A scan that a caller recorded, for the audit. */
export function auditedScan(event: TrackingEvent): AuditedChange {
  return { resource: `tracking-event/${event.id}`, after: presentTrackingEvent(event) };
}
