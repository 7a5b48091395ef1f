import type { Principal } from '../../platform/principal.ts';
import { untilCallsAreOver } from './booking-jobs.ts';
import { callCarrier, orAccountRefused, termsOfBooking, toBookingRequest } from './call-carrier.ts';
import type { CarrierDocument } from './carriers/carrier.ts';
import { CarrierOutcomeUnknown } from './carriers/carrier-outcome.ts';
import { findConsignment } from './consignment-repository.ts';
import type { ShippingDeps } from './deps.ts';
import { addLabelDocuments, type ShipmentDocument } from './document-repository.ts';
import { carrierError, labelsNotGiven, labelsUnknown } from './errors.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import type { Shipment } from './shipment.ts';

type Placed = Pick<ShipmentDocument, 'kind' | 'handlingUnitNumber'>;

/** The numbers of the units for which there is no label: neither one that the carrier drew nor the fields of one that is drawn here. */
export function unitsWithoutLabel(
  units: readonly { number: number }[],
  documents: readonly Placed[],
  drawnHere: readonly { number: number }[],
): number[] {
  const labels = documents.filter(({ kind }) => kind === 'label');
  // A document of no unit holds the labels of all.
  if (labels.some(({ handlingUnitNumber }) => handlingUnitNumber === undefined)) return [];
  const labelled = new Set([
    ...labels.map((label) => label.handlingUnitNumber),
    ...drawnHere.map(({ number }) => number),
  ]);
  return units.map(({ number }) => number).filter((number) => !labelled.has(number));
}

/**
 * Asks the carrier once more for the labels of a booking that it accepted without them, or with labels that nobody can read, and keeps
 * what it gives. Asking books nothing and may be repeated.
 * @throws test-token-live-carrier (403), labels-not-available (409) when it gives none, carrier-account-rejected (422), carrier-unavailable (503)
 */
export async function fetchMissingLabels(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>,
  principal: Pick<Principal, 'tenantId' | 'mode'>,
  shipment: Shipment & { consignmentId: string },
  missing: readonly number[],
): Promise<void> {
  const { tenantId, id, consignmentId } = shipment;
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
    unitReferences: shipment.handlingUnits.map((unit) => unit.trackingReference ?? carrierBookingReference),
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
  const labels = (found?.documents ?? []).filter(
    ({ kind, unitIndex }) => kind === 'label' && (unitIndex === undefined || missing.includes(unitIndex + 1)),
  );
  if (
    unitsWithoutLabel(
      missing.map((number) => ({ number })),
      labels.map(toPlaced),
      [],
    ).length > 0
  )
    throw labelsNotGiven(shipment.status, carrier, carrierBookingReference, missing);
  await addLabelDocuments(
    deps.db,
    { tenantId, shipmentId: id, consignmentId },
    labels.map((label) => ({ ...toPlaced(label), format: label.format, content: label.content })),
  );
}

function toPlaced({ kind, unitIndex }: CarrierDocument): Placed {
  return { kind, ...(unitIndex === undefined ? {} : { handlingUnitNumber: unitIndex + 1 }) };
}
