import { type Page, presentPage as presentPageAt } from '../../../platform/page.ts';
import type { CarrierProfile } from '../carrier-profile.ts';
import type { SandboxBooking } from '../carriers/sandbox/ledger.ts';
import type { Consignment } from '../consignment.ts';
import { allows, type HandlingUnit, type Shipment, type ShipmentStatus } from '../shipment.ts';
import type { TrackingEvent } from '../tracking-event.ts';
import type { CarrierProfileBody, ConsignmentBody, SandboxBookingBody, TrackingEventBody } from './schemas.ts';
import type { ShipmentBody } from './shipment-schemas.ts';

const BASE = '/api/shipping/v2';

/** A shipment as version 2 of the API shows it. */
export function presentShipment(shipment: Shipment): ShipmentBody {
  return {
    id: shipment.id,
    status: shipment.status,
    version: shipment.version,
    ...shipment.content,
    handlingUnits: shipment.handlingUnits.map(presentHandlingUnit),
    ...(shipment.consignmentId === undefined ? {} : { consignmentId: shipment.consignmentId }),
    ...(shipment.carrierBookingReference === undefined
      ? {}
      : { carrierBookingReference: shipment.carrierBookingReference }),
    ...(shipment.trackingUrl === undefined ? {} : { trackingUrl: shipment.trackingUrl }),
    ...(shipment.refusal === undefined ? {} : { refusal: shipment.refusal }),
    ...(shipment.rate === undefined ? {} : { rate: shipment.rate }),
    createdOn: shipment.createdOn.toISOString(),
    updatedOn: shipment.updatedOn.toISOString(),
    _links: shipmentLinks(shipment),
  };
}

const HAS_LABELS: ReadonlySet<ShipmentStatus> = new Set<ShipmentStatus>(['Accepted', 'Executed']);

function shipmentLinks(shipment: Shipment): ShipmentBody['_links'] {
  const self = `${BASE}/shipments/${shipment.id}`;
  const { status } = shipment;
  return {
    self: { href: self },
    ...(allows(status, 'update') ? { update: { href: self } } : {}),
    ...(allows(status, 'order') ? { order: { href: `${self}/order` } } : {}),
    ...(HAS_LABELS.has(status) ? { labels: { href: `${self}/labels` } } : {}),
    ...(allows(status, 'cancel') ? { cancel: { href: `${self}/cancel` } } : {}),
    ...(allows(status, 'reset') ? { reset: { href: `${self}/reset` } } : {}),
    ...(status === 'Created' ? {} : { 'tracking-events': { href: `${self}/tracking-events` } }),
    ...(shipment.consignmentId === undefined
      ? {}
      : { consignment: { href: `${BASE}/consignments/${shipment.consignmentId}` } }),
  };
}

function presentHandlingUnit(unit: HandlingUnit): ShipmentBody['handlingUnits'][number] {
  return {
    id: unit.id,
    status: unit.status,
    ...(unit.trackingReference === undefined ? {} : { trackingReference: unit.trackingReference }),
    ...unit.content,
  };
}

/** A consignment as version 2 of the API shows it. */
export function presentConsignment(consignment: Consignment): ConsignmentBody {
  const {
    tenantId: _tenant,
    calledUntil: _until,
    eventSequence: _sequence,
    voidingFor: _voiding,
    profileId: _profile,
    serviceLevel: _level,
    ...body
  } = consignment;
  return {
    ...body,
    shipmentIds: [...consignment.shipmentIds],
    createdOn: consignment.createdOn.toISOString(),
    updatedOn: consignment.updatedOn.toISOString(),
    _links: {
      self: { href: `${BASE}/consignments/${consignment.id}` },
      shipments: consignment.shipmentIds.map((id) => ({ href: `${BASE}/shipments/${id}` })),
    },
  };
}

export function presentTrackingEvent(event: TrackingEvent): TrackingEventBody {
  return { ...event, occurredOn: event.occurredOn.toISOString(), recordedOn: event.recordedOn.toISOString() };
}

/** A page of one of this version's lists. */
export function presentPage<Item>(path: string, filters: Readonly<Record<string, unknown>>, page: Page<Item>) {
  return presentPageAt(`${BASE}${path}`, filters, page);
}

/** A carrier account as version 2 of the API shows it: never with its credentials. */
export function presentCarrierProfile(profile: CarrierProfile): CarrierProfileBody {
  const { tenantId: _tenant, credentials, carrier, serviceLevels, countries, createdOn, updatedOn, ...body } = profile;
  return {
    ...body,
    carrier: carrier as CarrierProfileBody['carrier'],
    serviceLevels: serviceLevels.map((level) => ({ ...level })),
    countries: [...countries],
    hasCredentials: credentials !== undefined,
    createdOn: createdOn.toISOString(),
    updatedOn: updatedOn.toISOString(),
    _links: { self: { href: `${BASE}/carrier-profiles/${profile.id}` } },
  };
}

export function presentSandboxBooking({ voidedOn, bookedOn, ...booking }: SandboxBooking): SandboxBookingBody {
  return {
    ...booking,
    bookedOn: bookedOn.toISOString(),
    ...(voidedOn === null ? {} : { voidedOn: voidedOn.toISOString() }),
  };
}
