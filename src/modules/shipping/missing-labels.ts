import type { Principal } from '../../platform/principal.ts';
import { untilCallsAreOver } from './booking-jobs.ts';
import { callCarrier, orAccountRefused, termsOfBooking, toBookingRequest } from './call-carrier.ts';
import type { CarrierDocument } from './carriers/carrier.ts';
import { CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import { findConsignment } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { addLabelDocuments, type ShipmentDocument } from './document-repository.ts';
import { carrierError, labelsNotGiven, labelsUnknown } from './errors.ts';
import { isFor, LABEL_FORMATS, type PlacedLabel, unitsWithout } from './labels/carrier-labels.ts';
import type { LabelFormat } from './labels/render-labels.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import type { Shipment } from './shipment.ts';

type Placed = Pick<ShipmentDocument, 'kind' | 'format' | 'handlingUnitNumber'>;

/**
 * The numbers of the units without a label: neither drawn by the carrier nor to be drawn here. Labels are printed in one format, so a carrier's
 * label counts only in the format that covers most units.
 */
export function unitsWithoutLabel(
  units: readonly { number: number }[],
  documents: readonly Placed[],
  drawnHere: readonly { number: number }[],
): number[] {
  const drawn = new Set(drawnHere.map(({ number }) => number));
  const ofCarrier = units.filter(({ number }) => !drawn.has(number));
  return fullest(documents.filter(isLabel), ofCarrier).lacking;
}

/** The format that lacks the fewest units. */
function fullest(
  labels: readonly PlacedLabel[],
  units: readonly { number: number }[],
): { format: LabelFormat; lacking: number[] } {
  const [first, ...others] = LABEL_FORMATS.map((format) => ({ format, lacking: unitsWithout(format, labels, units) }));
  if (first === undefined) throw new Error('There are label formats');
  return others.reduce((best, each) => (each.lacking.length < best.lacking.length ? each : best), first);
}

/**
 * Asks the carrier once more for labels that are missing: it accepted the booking without some of them, with unreadable ones, or in several
 * formats of which none covers all units. Keeps what completes one format. Asking books nothing and may be repeated.
 * @param documents what is kept of the booking so far
 * @throws test-token-live-carrier (403), labels-not-available (409) when it gives none, carrier-account-rejected (422), carrier-unavailable (503)
 */
export async function fetchMissingLabels(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>,
  principal: Pick<Principal, 'tenantId' | 'mode'>,
  shipment: Shipment & { consignmentId: string },
  documents: readonly Placed[],
): Promise<void> {
  const { tenantId, id, consignmentId, handlingUnits } = shipment;
  const consignment = await findConsignment(deps.db, tenantId, consignmentId);
  const { carrierBookingReference } = consignment ?? {};
  if (consignment === undefined || carrierBookingReference === undefined)
    throw new Error(`The accepted booking ${consignmentId} has no number of the carrier's`);
  const booking = await termsOfBooking(deps, consignment);
  refuseLiveCarrier(deps, principal, booking.profile);
  const carrier = booking.profile.reference;
  const request = {
    ...toBookingRequest(shipment, consignment),
    carrierBookingReference,
    unitReferences: handlingUnits.map((unit) => unit.trackingReference ?? carrierBookingReference),
  };
  // No claim: nothing is changed at the carrier.
  const calledUntil = untilCallsAreOver(booking.profile, deps.clock(), 1);
  const terms = { ...booking, shipment, consignment: { ...consignment, calledUntil } };
  const found = await orAccountRefused(
    callCarrier(deps, terms, (adapter, context) => adapter.find(request, context)),
  ).catch((cause: unknown) => {
    if (!(cause instanceof CarrierOutcomeUnknown)) throw cause;
    throw labelsUnknown(carrier, carrierBookingReference, cause);
  });
  if (found?.outcome === 'refused') throw carrierError({ carrier, ...found }, 'label');
  const had = documents.filter(isLabel);
  const given = (found?.documents ?? []).map(toPlaced).filter(isLabel);
  const { format, lacking } = fullest([...had, ...given], handlingUnits);
  if (lacking.length > 0) {
    const missing = unitsWithoutLabel(handlingUnits, documents, []);
    throw labelsNotGiven(shipment.status, carrier, carrierBookingReference, missing);
  }
  const wanted = new Set<number | undefined>([undefined, ...unitsWithout(format, had, handlingUnits)]);
  await addLabelDocuments(
    deps.db,
    { tenantId, shipmentId: id, consignmentId },
    given.filter((label) => isFor(format, label) && wanted.has(label.handlingUnitNumber)),
  );
}

function isLabel({ kind }: Placed): boolean {
  return kind === 'label';
}

function toPlaced({ unitIndex, ...document }: CarrierDocument): Omit<ShipmentDocument, 'id'> {
  return { ...document, ...(unitIndex === undefined ? {} : { handlingUnitNumber: unitIndex + 1 }) };
}
