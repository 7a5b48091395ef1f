import { checkCountryCode } from '../../platform/country.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import { afterScans } from './after-scans.ts';
import { carrierOf } from './carrier-context.ts';
import { findConsignmentOf } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { notBooked } from './errors.ts';
import { findProfileEvenIfDeleted } from './profile-repository.ts';
import { refuseWhileVoiding } from './refuse-while-voiding.ts';
import { requireShipment } from './require-shipment.ts';
import { allowedTransitions, type Shipment } from './shipment.ts';
import { concludeShipment } from './shipment-repository.ts';
import { isPhysicalScan, sameScans, type TrackingEvent } from './tracking-event.ts';
import { findLastSeen, listTrackingEventsAt } from './tracking-repository.ts';
import type { TrackingEventInput } from './v2/schemas.ts';

/** A hub that scans every parcel of a shipment at once makes each of them wait for those before it. */
const MAX_TRIES = 50;
const MAX_FUTURE_MS = 24 * 3_600_000;
/** Nothing is scanned before there is a shipment; clocks differ, and a label may be stuck on before its shipment is told. */
const MAX_BEFORE_CREATION_MS = 24 * 3_600_000;

/**
 * Records a scan of the shipper's own, of a partner carrier, or of the carrier itself as it told it to the caller; then the table of the carrier's
 * codes says what it means. The first physical scan of an accepted shipment makes it `Executed`.
 * Telling the same scan twice records it once, also where the carrier was asked for it as well. @throws validation (400), not-found (404), invalid-state-transition (409)
 */
export async function recordTrackingEvent(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'metrics'>,
  principal: Pick<Principal, 'tenantId'>,
  shipmentId: string,
  input: TrackingEventInput,
): Promise<{ event: TrackingEvent; recorded: boolean }> {
  const now = deps.clock();
  const scan = toScan(input, now);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const before = await requireShipment(deps, principal.tenantId, shipmentId);
    if (!hasBeenBooked(before)) throw notBooked(before.status, allowedTransitions(before.status));
    const { event, unmappedBy } = await withCode(deps, before, scan);
    const recorded = await listTrackingEventsAt(deps.db, principal.tenantId, shipmentId, [event.occurredOn]);
    const [known] = sameScans(event, recorded, before.handlingUnits);
    if (known !== undefined) return { event: known, recorded: false };
    refuseFromBefore(event, before);
    const located = ofShipment(event, before);
    // Beginning to void raises the shipment's version, so that a scan that was read before is not saved after.
    if (isPhysicalScan(event.code)) await refuseWhileVoiding(deps, before);
    const lastSeen = await findLastSeen(deps.db, before);
    const { shipment: after, events } = afterScans(before, [located], lastSeen, now);
    if (await concludeShipment(deps.db, { before, after, events, trackingEvents: [located] })) {
      if (unmappedBy !== undefined) deps.metrics.unmappedTrackingCodes.inc({ carrier: unmappedBy });
      return { event: located, recorded: true };
    }
  }
  throw concurrentChange('shipment');
}

/** A parcel may be under way all the same when its booking was canceled too late; of one that never was booked there is nothing to scan. */
function hasBeenBooked({ status, carrierBookingReference }: Shipment): boolean {
  return status === 'Canceled' ? carrierBookingReference !== undefined : status === 'Accepted' || status === 'Executed';
}

/** A scan of which the carrier's table has still to say what it means has no code. */
type Scan = Omit<TrackingEvent, 'code'> & Partial<Pick<TrackingEvent, 'code'>>;

function toScan(input: TrackingEventInput, now: Date): Scan {
  const { source = 'shipper', occurredOn, handlingUnitId, ...rest } = input;
  const occurred = new Date(occurredOn);
  const faults = [...codeFaults(input), ...countryFaults(input)];
  if (faults.length > 0) throw validationProblem(faults);
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

function codeFaults({ source, code, reason, carrierCode }: TrackingEventInput): ProblemField[] {
  if (source !== 'carrier') return code === undefined ? [problemField(['code'], 'Is required.')] : [];
  const told = 'Must be left out: the table of the carrier’s codes tells it.';
  return [
    ...(carrierCode === undefined ? [problemField(['carrierCode'], 'Is required of a scan of the carrier.')] : []),
    ...(code === undefined ? [] : [problemField(['code'], told)]),
    ...(reason === undefined ? [] : [problemField(['reason'], told)]),
  ];
}

function countryFaults({ location }: TrackingEventInput): ProblemField[] {
  const fault = location?.countryCode === undefined ? undefined : checkCountryCode(location.countryCode);
  return fault === undefined ? [] : [problemField(['location', 'countryCode'], fault)];
}

/** The scan with its standardised code, and the carrier whose table does not have it, if so. @throws validation (400) when the carrier has none */
async function withCode(
  deps: Pick<ShippingDeps, 'db' | 'carriers'>,
  shipment: Shipment,
  { code, ...scan }: Scan,
): Promise<{ event: TrackingEvent; unmappedBy?: string }> {
  if (code !== undefined) return { event: { ...scan, code } };
  const consignment = await findConsignmentOf(deps.db, shipment);
  const profile = consignment && (await findProfileEvenIfDeleted(deps.db, consignment.tenantId, consignment.profileId));
  const carrier = profile === undefined ? undefined : carrierOf(deps, profile);
  if (carrier?.standardise === undefined) {
    const message = `The carrier has no codes of its own here: send source 'partner' and a code.`;
    throw validationProblem([problemField(['source'], message)]);
  }
  const standardised = carrier.standardise(scan.carrierCode ?? '');
  return standardised === undefined
    ? { event: { ...scan, code: 'Unknown' }, unmappedBy: carrier.name }
    : { event: { ...scan, ...standardised } };
}

function ofShipment(event: TrackingEvent, shipment: Shipment): TrackingEvent {
  if (event.handlingUnitId !== undefined && !shipment.handlingUnits.some((unit) => unit.id === event.handlingUnitId)) {
    throw validationProblem([
      problemField(['handlingUnitId'], 'Must be the id of one of the shipment’s handling units.'),
    ]);
  }
  return shipment.consignmentId === undefined ? event : { ...event, consignmentId: shipment.consignmentId };
}
