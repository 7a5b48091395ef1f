import { checkCountryCode } from '../../platform/country.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { notFound, problemField, validationProblem } from '../../platform/problem.ts';
import { afterScans } from './after-scans.ts';
import { findConsignment } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { concurrentChange, invalidStateTransition } from './errors.ts';
import { allowedTransitions, type Shipment } from './shipment.ts';
import { concludeShipment, findShipment } from './shipment-repository.ts';
import { fingerprint, isPhysicalScan, type TrackingEvent } from './tracking-event.ts';
import { findLastSeen, findTrackingEvent } from './tracking-repository.ts';
import type { TrackingEventInput } from './v2/schemas.ts';

const MAX_TRIES = 5;
const MAX_FUTURE_MS = 24 * 3_600_000;
/** Nothing is scanned before there is a shipment; clocks differ, and a label may be stuck on before its shipment is told. */
const MAX_BEFORE_CREATION_MS = 24 * 3_600_000;

/**
 * Records a scan of the shipper's own or of a partner carrier. The first physical scan of an accepted shipment makes it `Executed`.
 * Telling the same scan twice records it once. @throws validation (400), not-found (404), invalid-state-transition (409)
 */
export async function recordTrackingEvent(
  deps: Pick<ShippingDeps, 'db' | 'clock'>,
  principal: Pick<Principal, 'tenantId'>,
  shipmentId: string,
  input: TrackingEventInput,
): Promise<{ event: TrackingEvent; recorded: boolean }> {
  const now = deps.clock();
  const event = toTrackingEvent(input, now);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const before = await findShipment(deps.db, principal.tenantId, shipmentId);
    if (before === undefined) throw notFound('shipment', shipmentId);
    if (!HAS_BEEN_BOOKED.has(before.status)) {
      throw invalidStateTransition('record a scan of', before.status, allowedTransitions(before.status));
    }
    const known = await findTrackingEvent(deps.db, principal.tenantId, shipmentId, fingerprint(event));
    if (known !== undefined) return { event: known, recorded: false };
    refuseFromBefore(event, before);
    const located = ofShipment(event, before);
    if (isPhysicalScan(event.code)) await refuseWhileVoiding(deps, before);
    const lastSeen = await findLastSeen(deps.db, before);
    const { shipment: after, events } = afterScans(before, [located], lastSeen, now);
    if (await concludeShipment(deps.db, { before, after, events, trackingEvents: [located] }))
      return { event: located, recorded: true };
  }
  throw concurrentChange();
}

const HAS_BEEN_BOOKED: ReadonlySet<string> = new Set(['Accepted', 'Executed', 'Canceled']);

/**
 * Whether the carrier gives the parcel up or has it is being asked at this moment; a scan cannot come in between. Beginning to void raises the
 * shipment's version, so that a scan that was read before is not saved after. @throws concurrent-change (409)
 */
async function refuseWhileVoiding(
  deps: Pick<ShippingDeps, 'db'>,
  { tenantId, status, consignmentId }: Shipment,
): Promise<void> {
  if (status !== 'Accepted' || consignmentId === undefined) return;
  const consignment = await findConsignment(deps.db, tenantId, consignmentId);
  if (consignment?.voidingFor !== undefined) throw concurrentChange();
}

function toTrackingEvent(input: TrackingEventInput, now: Date): TrackingEvent {
  const { source = 'shipper', occurredOn, handlingUnitId, ...rest } = input;
  const occurred = new Date(occurredOn);
  const countryFault =
    input.location?.countryCode === undefined ? undefined : checkCountryCode(input.location.countryCode);
  if (countryFault !== undefined) throw validationProblem([problemField(['location', 'countryCode'], countryFault)]);
  if (occurred.getTime() > now.getTime() + MAX_FUTURE_MS) {
    throw validationProblem([problemField(['occurredOn'], 'Must not be more than 24 hours in the future.')]);
  }
  return {
    ...rest,
    id: newId(),
    // As ids are kept, whatever letters the client writes them in.
    ...(handlingUnitId === undefined ? {} : { handlingUnitId: handlingUnitId.toLowerCase() }),
    source,
    occurredOn: occurred,
    recordedOn: now,
  };
}

/** @throws validation (400): it would be believed for good, since nothing undoes `Executed`. */
function refuseFromBefore({ occurredOn }: TrackingEvent, { createdOn }: Shipment): void {
  if (occurredOn.getTime() >= createdOn.getTime() - MAX_BEFORE_CREATION_MS) return;
  throw validationProblem([
    problemField(['occurredOn'], 'Must not be more than 24 hours before the shipment was created.'),
  ]);
}

function ofShipment(event: TrackingEvent, shipment: Shipment): TrackingEvent {
  if (event.handlingUnitId !== undefined && !shipment.handlingUnits.some((unit) => unit.id === event.handlingUnitId)) {
    throw validationProblem([
      problemField(['handlingUnitId'], 'Must be the id of one of the shipment’s handling units.'),
    ]);
  }
  return shipment.consignmentId === undefined ? event : { ...event, consignmentId: shipment.consignmentId };
}
